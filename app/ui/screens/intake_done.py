"""After a workbook was taken in: what was recorded and what not, and the ways on: the book, the rest, another file, undoing."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services.intake.showing import created_in_words
from app.services.intake.taking import Taken
from app.services.intake.views import VERDICTS, Preview
from app.ui.page import Page
from app.ui.screens.carry_parts import notice
from app.ui.screens.intake_counters import sum_in_words
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, scrolled, words


class DoneStep(QWidget):
    """`book_wanted` carries a register to open; the others ask for the rest of the rows, another file, or undoing everything."""

    book_wanted = Signal(str)
    rest_wanted = Signal()
    save_rejected = Signal()
    another = Signal()
    undo_wanted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.between)
        self._inside.setSpacing(TOKENS.between)
        place = QWidget()
        place.setLayout(column(self._inside, 1, gap=0))
        self.setLayout(column(scrolled(place, role="ground"), gap=0))
        self._first: QWidget | None = None

    def show_taken(self, taken: Taken, preview: Preview, called: Mapping[str, str]) -> None:
        """Say what was recorded; `called` names the registers by code."""
        say = self.say
        empty_layout(self._inside)
        text = say.plural(N_("One row of {name} was recorded."), N_("{n} rows of {name} were recorded."), taken.new)
        told = notice("done", say(text, name=preview.opened.name))
        told.setObjectName("intake.result")
        self._inside.addWidget(told)
        self._inside.addWidget(self._counts(preview))
        held = preview.count("review")
        books = [
            button(
                say(N_("Open “{register}”"), register=called.get(code, code)),
                partial(self.book_wanted.emit, code),
                role="" if place else "primary",
                name=f"intake.book.{code}",
            )
            for place, code in enumerate(preview.types)
        ]
        self._first = books[0] if books else None
        self._inside.addLayout(row(*books, button(say(N_("Take in another file")), self.another.emit, name="intake.another"), 1))
        if held:
            rest = say.plural(N_("Look at the row that is left"), N_("Look at the {n} rows that are left"), held)
            again = button(rest, self.rest_wanted.emit, name="intake.rest")
            save = button(
                say(N_("Save rows to look at as Excel")), self.save_rejected.emit, sign="save", name="intake.save_rejected"
            )
            self._inside.addLayout(row(again, save, 1))
        undo = button(say(N_("Undo the whole import…")), self.undo_wanted.emit, sign="undo-2", name="intake.undo_all")
        self._inside.addLayout(row(undo, 1))

    def focus_start(self) -> None:
        """On opening the book."""
        if self._first is not None:
            self._first.setFocus()

    def _counts(self, preview: Preview) -> QWidget:
        counts = {verdict: preview.count(verdict) for verdict in VERDICTS}
        made = [words(sum_in_words(self.say, counts), "value", wrap=True)]
        made += [words(line, "quiet", wrap=True, select=True) for line in created_in_words(self._page.desk.context, preview)]
        return framed("card", column(*made, edge=TOKENS.between, gap=TOKENS.gap))
