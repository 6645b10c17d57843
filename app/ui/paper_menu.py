"""The printer button: the papers of a record or register, each opened in the preview."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QToolButton

from app.core.i18n import N_
from app.services import papers
from app.services.context import Context
from app.services.papers import Of
from app.services.registers import ListState
from app.ui.icons import icon
from app.ui.theme import TOKENS

PAGE = "paper"
"""The code of the preview's page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper is to be shown: a kind's code, of a record of `type_code` (its id) or of a list."""

    code: str
    subject: str | ListState
    type_code: str


class PaperButton(QToolButton):
    """Lists what can be printed; one paper alone opens at once. `chosen` is called with what is `Wanted`."""

    def __init__(self, context: Context, of: Of, chosen: Callable[[Wanted], object]) -> None:
        super().__init__()
        self._context, self._of, self._chosen = context, of, chosen
        self._type_code = ""
        self._subject: Callable[[], str | ListState] = str
        say = context.say
        self.setIcon(icon("printer"))
        self.setIconSize(QSize(TOKENS.icon, TOKENS.icon))
        tip = say(N_("Print and save  Ctrl+P"))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setObjectName(f"papers.{of}")
        self.papers = QMenu(self)
        self.setMenu(self.papers)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hide()

    def offer(self, type_code: str, subject: Callable[[], str | ListState]) -> None:
        """List the papers of that type; `subject` is asked for when one is chosen. An empty code offers nothing."""
        self._subject = subject
        if type_code != self._type_code:
            self._type_code = type_code
            self.papers.clear()
            for kind in papers.offered(self._context, type_code, self._of) if type_code else ():
                action = self.papers.addAction(self._context.say(kind.menu or kind.title), partial(self.open, kind.code))
                action.setObjectName(f"paper.{kind.code}")
        self.setVisible(bool(self.papers.actions()))

    def open(self, code: str) -> None:
        """Show the paper of that kind."""
        self._chosen(Wanted(code, self._subject(), self._type_code))

    def open_first(self) -> bool:
        """Show the first paper; tells whether there is one."""
        kinds = papers.offered(self._context, self._type_code, self._of) if self._type_code and not self.isHidden() else ()
        if kinds:
            self.open(kinds[0].code)
        return bool(kinds)
