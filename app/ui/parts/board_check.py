"""One press on a board or box that was looked at today: when and in which condition; and whether its number is still right."""

from functools import partial

from app.core.i18n import N_
from app.records.boards import CONDITIONS
from app.services import board_checks
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class BoardCheck(Part):
    """Buttons stand there only for a board that still hangs and that this unit may change."""

    above = True

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("board_check")
        self.number = words("", "problem", wrap=True)
        self.number.setObjectName("board_check.number")
        self.number.hide()
        label = words(say(N_("Looked at today:")), "label")
        choices = [button(say(text), partial(self._check, code), name=f"board_check.{code}") for code, text in CONDITIONS]
        offers = column(label, row(*choices, 1), gap=TOKENS.gap)
        if own and not record.texts.get("removed_on"):
            self.setLayout(column(self.number, offers))
        else:
            self.setLayout(column(self.number))
        context, record_id = desk.context, self.record_id
        self.read(lambda _job: board_checks.other_number(context, record_id), self._show_number)

    def _show_number(self, numbers: tuple[str, str] | None) -> None:
        if numbers:
            shown, own = numbers
            text = N_("The board shows {shown}, but the unit's number is {own}. Put up a new board, or mend the number.")
            self.number.setText(self.say(text, shown=shown, own=own))
            self.number.show()

    def _check(self, condition: str) -> None:
        context, record_id = self.desk.context, self.record_id
        self.write(lambda _job: board_checks.check_today(context, record_id, condition), lambda _saved: self.changed.emit())
