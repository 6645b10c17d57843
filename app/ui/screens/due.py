"""The whole list of what is due, when home has no room for all of it."""

from app.core.i18n import N_
from app.services import due
from app.services.due import Due, Group
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.screens.due_list import DueList, count_text
from app.ui.screens.due_places import place_of
from app.ui.theme import TOKENS
from app.ui.widgets import button, row, words


class DuePage(Page):
    """Every line; Enter opens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("What is due")))
        self.due = DueList(self.say, whole=True)
        self.due.opened.connect(lambda item: self._open(item))
        self.home = button(self.say(N_("Home")), lambda: self.go.emit("home", None), sign="arrow-left", name="due.home")
        self.action_row.addWidget(self.home)
        self.count = words("", "quiet")
        self.count.setObjectName("due.count")
        for piece in (self.count, self.due):
            line = row(piece)
            line.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
            self.body.addLayout(line, 1 if piece is self.due else 0)

    def focus_start(self) -> None:
        """The list."""
        self.due.setFocus()

    def refresh(self) -> None:
        """Look again."""
        context = self.desk.context
        self.read(lambda _job: due.everything(context), self._show, key="due")

    def _show(self, groups: tuple[Group, ...]) -> None:
        self.count.setText(count_text(self.say, groups))
        self.due.show_due(groups, self.desk.context.clock.today())

    def _open(self, item: Due) -> None:
        self.go.emit(*place_of(item))
