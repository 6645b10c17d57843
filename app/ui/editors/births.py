"""Birth dates: as much of one as the papers say."""

from app.core.i18n import N_
from app.services.registers import FieldView
from app.ui.editors.base import Tools
from app.ui.editors.lines import LineEditor


class BirthEditor(LineEditor):
    """A year, a month and year, or a day. There is no calendar: nobody pages back forty years."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self.line.setPlaceholderText(tools.context.say(N_("dd/mm/yyyy, mm/yyyy or yyyy")))
