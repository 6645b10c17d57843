"""What all pages share: the head with title, search and actions, the bar for messages, and work that answers to this page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.crash import record_crash
from app.core.errors import Cancelled, UserError
from app.core.i18n import N_
from app.ui.bars import BarArea
from app.ui.desk import Desk
from app.ui.tasks import Done, Failed, Job, Work
from app.ui.theme import TOKENS
from app.ui.widgets import search_field, words


class Page(QWidget):
    """A page of the main window. `go` asks for another page by its code, `back` for the one the officer came from, as it was left;
    `saved` tells that something was written."""

    go = Signal(str, object)
    back = Signal()
    saved = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk = desk
        self.say = desk.say
        self.bars = BarArea(desk.say)
        self.title = words(title, "title")
        self.search: QLineEdit | None = None
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(TOKENS.inside)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(TOKENS.edge, TOKENS.between, TOKENS.between, TOKENS.inside)
        self._head.setSpacing(TOKENS.inside)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addLayout(self.action_row)
        bars = QHBoxLayout()
        bars.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        bars.addWidget(self.bars)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addLayout(bars)
        whole.addLayout(self.body, 1)

    def enter(self, argument: object = None) -> None:
        """The page comes to the front; `argument` is what another page asked it to show. Reads again by default."""
        self.refresh()

    def leave(self) -> None:
        """The page goes out of sight or the window closes; half-typed work is kept as a draft."""

    def losing(self) -> str:
        """A question about what would be lost if the window went now, because no draft keeps it; empty for nothing."""
        return ""

    def focus_start(self) -> None:
        """Put the cursor where work on the page begins."""
        self.setFocus()

    def refresh(self) -> None:
        """Read again what is shown (F5)."""

    def first_action(self) -> None:
        """The page's first action (Ctrl+N)."""

    def print_out(self) -> None:
        """Print what the page is about (Ctrl+P)."""

    def add_search(self, typed: Callable[[str], object]) -> QLineEdit:
        """Give the head a search field; `typed` is called as the officer types."""
        self.search = search_field(self.say(N_("Search…  Ctrl+F")))
        self.search.setMinimumWidth(TOKENS.sidebar - TOKENS.sidebar_folded)
        self.search.setMaximumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        self.search.textChanged.connect(typed)
        self._head.insertWidget(2, self.search, 1)
        return self.search

    def read(
        self, work: Work, done: Done, *, key: str = "", title: str = "", failed: Failed | None = None, aside: bool = False
    ) -> Job:
        """Ask services for something; the answer comes to `done` on this thread. `aside`: it takes long, others go first."""
        return self.desk.tasks.read(self, work, done, failed or self.explain, key=key, title=title, aside=aside)

    def write(self, work: Work, done: Done, *, title: str = "", failed: Failed | None = None) -> Job:
        """Have services change something; what went wrong is shown as a bar unless `failed` takes it."""

        def finished(result: Any) -> None:
            done(result)
            self.saved.emit()

        return self.desk.tasks.write(self, work, finished, failed or self.explain, title=title)

    def explain(self, problem: Exception) -> None:
        """Show what went wrong. A bug goes to the crash log, and the bar says where that is."""
        if isinstance(problem, Cancelled):
            self.bars.tell("warning", self.say(N_("Stopped. Nothing was changed.")))
        elif isinstance(problem, UserError):
            self.bars.tell("error", self.say.error(problem))
        else:
            path = record_crash(problem, self.desk.context.folder)
            self.bars.tell(
                "error",
                self.say(N_("The program made a mistake. What was saved before is safe. A report is in {path}."), path=path),
            )
