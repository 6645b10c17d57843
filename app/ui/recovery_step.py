"""The last step of the first start: the recovery code, shown once, to be printed or written down."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import UserError
from app.core.i18n import N_, Translator
from app.documents.recovery_sheet import recovery_sheet
from app.ui.ask import Ask
from app.ui.bars import BarArea
from app.ui.sheet_player import print_sheets
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class RecoveryStep(QWidget):
    """`code` is for `unit`, on `day`. There is no way to save it as a file: a file is copied, a sheet is locked away."""

    def __init__(self, say: Translator, ask: Ask, bars: BarArea, *, unit: str, code: str, day: date) -> None:
        super().__init__()
        self._say, self._ask, self._bars = say, ask, bars
        self.unit, self.code, self.day = unit, code, day
        intro = N_(
            "Print or write this code on paper and lock it away. It opens the book when every password is forgotten. "
            "It is kept nowhere else and will not be shown again."
        )
        self.print_button = button(say(N_("Print the sheet")), self.print_out, sign="printer", name="recovery.print")
        inside = QWidget()
        inside.setFixedWidth(TOKENS.sidebar * 3)
        shown = words(in_threes(code), "figure", select=True)
        parts = (words(say(intro), "quiet", wrap=True), shown, row(self.print_button, 1), 1)
        inside.setLayout(column(*parts, edge=TOKENS.between, gap=TOKENS.inside + TOKENS.gap))
        self.setLayout(row(1, inside, 1))

    def print_out(self) -> None:
        """Print the sheet; the printer is chosen each time."""
        try:
            printer = self._ask.printer(self, self._say(N_("Recovery sheet")))
        except UserError as problem:
            self._bars.tell("error", self._say.error(problem))
            return
        if printer is not None:
            print_sheets(printer, [recovery_sheet(self.unit, self.code, self.day)])
            self._bars.tell("done", self._say(N_("The sheet was sent to the printer. Check that it can be read before you go on.")))


def in_threes(code: str) -> str:
    """The code as it is best copied by hand: three groups a line."""
    groups = code.split("-")
    return "\n".join("-".join(groups[place : place + 3]) for place in range(0, len(groups), 3))
