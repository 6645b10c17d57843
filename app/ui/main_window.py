"""The frame: sidebar, the open page, the quiet status line, and the keys that work everywhere."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.i18n import N_
from app.services import carry
from app.services.registers import ListState
from app.ui.bars import BusyBar
from app.ui.desk import Desk
from app.ui.menu import ENTRIES, make_page, page_of
from app.ui.page import Page
from app.ui.sidebar import Sidebar
from app.ui.tasks import Tasks
from app.ui.theme import TOKENS, WIDE_WINDOW
from app.ui.widgets import column, framed, row, shortcut, words


class MainWindow(QWidget):
    """One officer's session. `lock_asked` means: keep everything, and ask who is working."""

    lock_asked = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.desk = desk
        unit_name, self._station = desk.session.unit_name, desk.session.is_station
        self.setProperty("role", "ground")
        self.setWindowTitle(f"{desk.say(N_('Sổ ANTQ'))} · {unit_name}")
        self.setMinimumSize(TOKENS.sidebar * 4, TOKENS.sidebar * 2)
        self.sidebar = Sidebar(desk, unit_name)
        self.pages = QStackedWidget()
        self.pages.setProperty("role", "ground")
        self._built: dict[str, Page] = {}
        self.code = ""
        self._came_from: dict[str, str] = {}
        self.saved_at = words("", "quiet")
        self.unsent = words("", "quiet")
        self.unsent.setObjectName("unsent")
        self.busy = BusyBar(desk.say, tasks)
        status = row(self.saved_at, self.unsent, 1)
        status.setContentsMargins(TOKENS.edge, TOKENS.gap, TOKENS.between, TOKENS.gap)
        right = column(self.pages, self.busy, framed("status", status), gap=0)
        self.setLayout(row(self.sidebar, right, gap=0))
        self.sidebar.picked.connect(lambda code: self.open(code))
        self.sidebar.lock.connect(self._lock)
        for keys, act in self._keys().items():
            shortcut(self, keys, act)
        self.open("home")
        self.count_unsent()

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._built[self.code]

    def open(self, code: str, argument: object = None) -> Page:
        """Bring a page to the front, building it when it is first opened. A `ListState` opens the page of its register."""
        if isinstance(argument, ListState):
            code = page_of(argument.type_code)
        if self.code and self.code != code:
            self._came_from[code] = self.code
            self.page.leave()
        if code not in self._built:
            page = make_page(ENTRIES[code], self.desk)
            page.go.connect(self.open)
            page.back.connect(self.go_back)
            page.saved.connect(self._saved)
            self._built[code] = page
            self.pages.addWidget(page)
        self.code = code
        self.pages.setCurrentWidget(self.page)
        self.sidebar.mark(code)
        self.page.focus_start()
        self.page.enter(argument)
        return self.page

    def go_back(self) -> None:
        """Return to the page that the one in front was opened from."""
        before = dict(self._came_from)
        self.open(before.get(self.code, "home"))
        # Going back is no way of coming from somewhere: the next step back leads one page further.
        self._came_from = before

    def leave(self) -> None:
        """Keep what is half typed on any page."""
        for page in self._built.values():
            page.leave()

    def count_unsent(self) -> None:
        """Read again how much the unit above has not got yet."""
        context = self.desk.context
        self.desk.tasks.read(self, lambda _job: carry.unsent(context), self._show_unsent, lambda _error: None, key="unsent")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Fold the sidebar when the window is narrow."""
        super().resizeEvent(event)
        self.sidebar.fold(self.width() < WIDE_WINDOW)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Keep drafts, then close. An officer who closes it is asked first about what no draft keeps."""
        if event.spontaneous() and not self._may_go():
            event.ignore()
            return
        self.leave()
        event.accept()
        self.closed.emit()

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "Ctrl+F": self._search,
            "Ctrl+N": lambda: self.page.first_action(),
            "Ctrl+P": lambda: self.page.print_out(),
            "F1": self._tell_keys,
            "F5": lambda: self.page.refresh(),
            "Ctrl+L": self._lock,
        }

    def _may_go(self) -> bool:
        questions = [question for page in self._built.values() if (question := page.losing())]
        return all(self.desk.ask.confirm(self, question, self.desk.say(N_("Give it up"))) for question in questions)

    def _lock(self) -> None:
        if self._may_go():
            self.lock_asked.emit()

    def _tell_keys(self) -> None:
        self.page.bars.tell(
            "done",
            self.desk.say(
                N_(
                    "Ctrl+N add · F2 or Enter edit · Ctrl+D copy · Ctrl+S save · Ctrl+Enter save and add another · Esc leave · "
                    "Del delete · Ctrl+F search · Ctrl+P print · F5 read again · Ctrl+L lock. In dates: T today, − yesterday."
                )
            ),
        )

    def _search(self) -> None:
        if self.page.search is not None:
            self.page.search.setFocus()
            self.page.search.selectAll()

    def _saved(self) -> None:
        now = self.desk.context.clock.now()
        self.saved_at.setText(self.desk.say(N_("Saved {time}"), time=f"{now:%H:%M}"))
        self.count_unsent()

    def _show_unsent(self, count: int) -> None:
        say = self.desk.say
        if not count:
            text = say(N_("Everything has been sent"))
        elif self._station:
            text = say.plural(N_("Not sent to the unit above: one change"), N_("Not sent to the unit above: {n} changes"), count)
        else:
            text = say.plural(N_("Not sent to the stations: one change"), N_("Not sent to the stations: {n} changes"), count)
        self.unsent.setText(text)
