"""The second step of taking a workbook in: each of its tables, which register it goes to, which column into which field."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.context import Context
from app.services.intake.opened import as_wanted
from app.services.intake.showing import ShownColumn, all_columns
from app.services.intake.targets import registers
from app.services.intake.views import AS_FOUND, Found, Opened, PassedOver, Wanted
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.screens.intake_card import ClosedChoice, TableCard
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, scrolled, shortcut, words

Facts = tuple[Found, tuple[ShownColumn, ...], Mapping[str, str]]
"""A table as it is wanted, the fields of its register, and every register by code."""


class ColumnsStep(QWidget):
    """`go_on` and `go_back` ask for the next step and the one before. `sheet_wanted` carries (number of a sheet, register) that is
    to be read although nothing was recognised on it."""

    go_on = Signal()
    go_back = Signal()
    sheet_wanted = Signal(int, str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self.opened: Opened | None = None
        self.wanted: dict[str, Wanted] = {}
        self._key = ""
        say = self.say
        self.tables = Grid(
            "intake.tables", (Head(say(N_("Sheet name"))), Head(say(N_("Rows on it")), TOKENS.row * 2, figures=True))
        )
        self.tables.chosen.connect(self._chosen)
        self.card = TableCard(say)
        self.card.changed.connect(self._changed)
        self.passed = _PassedCard(say)
        self.passed.wanted.connect(self.sheet_wanted)
        self._sides = QStackedWidget()
        self._sides.addWidget(scrolled(self.card))
        self._sides.addWidget(self.passed)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.tables)
        self._split.addWidget(framed("pane", column(self._sides, gap=0)))
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([TOKENS.sidebar, TOKENS.sidebar * 4])
        self.tables.setMinimumWidth(TOKENS.sidebar - TOKENS.row)
        self.back = button(say(N_("Back")), self.go_back.emit, sign="arrow-left", keys="Alt+Left", name="intake.back")
        self.next = button(say(N_("Look at the rows")), self.go_on.emit, role="primary", keys="Ctrl+Enter", name="intake.next")
        foot = row(self.back, 1, words(say(N_("Nothing is recorded yet.")), "quiet"), self.next)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        whole = column(self._split, framed("footer", foot), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, lambda: self.next.click())
        shortcut(self, "Alt+Left", self.go_back.emit)

    def show_opened(self, opened: Opened, wanted: Mapping[str, Wanted]) -> None:
        """Show what was found in a workbook, and what is wanted of it so far."""
        self.opened, self.wanted = opened, dict(wanted)
        self._key = opened.tables[0].key if opened.tables else ""
        self.tables.setVisible(len(opened.tables) + len(opened.passed_over) > 1)
        self.tables.show_lines(self._lines())
        self._read()
        self._count()

    def focus_start(self) -> None:
        """On the button that goes on: most workbooks need no correcting."""
        self.next.setFocus()

    def _lines(self) -> list[Line]:
        opened, lines = self.opened, []
        if opened is None:
            return []
        for found in opened.tables:
            taken = self.wanted.get(found.key, AS_FOUND).taken
            tip = found.sheet if taken else self.say(N_("{sheet}: not taken in"), sheet=found.sheet)
            lines.append(
                Line((found.sheet, number_vi(found.rows) if taken else "–"), ("" if taken else "quiet",), tip=tip, key=found.key)
            )
        lines += [Line((passed.sheet, "–"), ("quiet",), tip=self._why(passed), key=passed) for passed in opened.passed_over]
        return lines

    def _why(self, passed: PassedOver) -> str:
        return self.say(passed.reason, **passed.facts)

    def _chosen(self, number: int) -> None:
        key = self.tables.grid.lines[number].key
        if isinstance(key, PassedOver):
            self.passed.show_sheet(key)
            self._sides.setCurrentIndex(1)
        elif key != self._key or self._sides.currentIndex():
            self._key = str(key)
            self._read()

    def _changed(self, wanted: Wanted) -> None:
        self.wanted[self._key] = wanted
        self.tables.show_lines(self._lines())
        self._read()
        self._count()

    def _count(self) -> None:
        taken = self.opened is not None and any(self.wanted.get(found.key, AS_FOUND).taken for found in self.opened.tables)
        self.next.setEnabled(taken)

    def _read(self) -> None:
        """Have the table under the cursor read as it is wanted, and show that."""
        if self.opened is None:
            return
        found = next((each for each in self.opened.tables if each.key == self._key), None)
        if found is None:
            return
        context, wanted = self._page.desk.context, self.wanted.get(found.key, AS_FOUND)
        self._page.read(lambda _job: _facts(context, found, wanted), partial(self._show, wanted), key="table")

    def _show(self, wanted: Wanted, facts: Facts) -> None:
        found, columns, called = facts
        self._sides.setCurrentIndex(0)
        self.passed.offer(called)
        self.card.show_table(found, wanted, called, columns)


class _PassedCard(QWidget):
    """A sheet on which no register was recognised, and the offer to read it as one all the same. `wanted` carries its number and
    the register."""

    wanted = Signal(int, str)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.say = say
        self._number = 0
        self.title, self.why = words("", "section", wrap=True), words("", "value", wrap=True)
        self.why.setObjectName("intake.passed")
        self.choice = ClosedChoice("intake.passed.register", say(N_("Take into the register")))
        self.choice.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        self.choice.addItem(say(N_("Choose the register")), "")
        self.go = button(say(N_("Read this sheet")), self._ask, name="intake.passed.read")
        self.go.setEnabled(False)
        self.choice.currentIndexChanged.connect(lambda place: self.go.setEnabled(place > 0))
        line = row(words(say(N_("Take into the register")), "label"), self.choice, self.go, 1)
        self.setLayout(column(self.title, self.why, line, 1, edge=TOKENS.between))

    def offer(self, registers: Mapping[str, str]) -> None:
        """The registers to choose from."""
        if self.choice.count() == 1:
            for code, called in registers.items():
                self.choice.addItem(called, code)

    def show_sheet(self, passed: PassedOver) -> None:
        """Say why it was passed over."""
        self._number = passed.number
        self.title.setText(self.say(N_("Sheet “{sheet}”"), sheet=passed.sheet))
        self.why.setText(self.say(passed.reason, **passed.facts))

    def _ask(self) -> None:
        self.wanted.emit(self._number, str(self.choice.currentData() or ""))


def _facts(context: Context, found: Found, wanted: Wanted) -> Facts:
    again = as_wanted(context, found, wanted)
    return again, all_columns(context, again.type_code), dict(registers(context))
