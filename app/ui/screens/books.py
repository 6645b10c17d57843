"""Closing the books of a year: what each holds, which are closed, and the cover that is signed."""

from PySide6.QtWidgets import QComboBox

from app.core.i18n import N_
from app.core.text import number_vi, short_date
from app.services import books, papers
from app.services.books import BookLine
from app.services.registers import ListState
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.theme import TOKENS
from app.ui.widgets import button, row, words


class BooksPage(Page):
    """Opens on the year before, as long as a book of it is open, else on the present one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Closing the books")))
        say = desk.say
        self.year = QComboBox()
        self.year.setObjectName("books.year")
        self.year.setAccessibleName(say(N_("Year")))
        for year in books.years(desk.context):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(1)
        self.year.activated.connect(lambda _place: self.refresh())
        label = words(say(N_("Year")), "quiet")
        label.setBuddy(self.year)
        self.late = button(say(N_("Late entries")), self._late, sign="history", name="books.late")
        self.book = button(say(N_("Print the book")), self._print_book, sign="book-open", name="books.print")
        self.cover = button(say(N_("Print the cover")), self.print_out, sign="printer", keys="Ctrl+P", name="books.cover")
        self.close_books = button(
            say(N_("Close the books")),
            self.first_action,
            role="primary",
            sign="book-lock",
            keys="Ctrl+N",
            name="books.close",
        )
        for widget in (self.late, self.book, self.cover, self.close_books):
            self.action_row.addWidget(widget)
        self._lines: tuple[BookLine, ...] = ()
        heads = (
            Head(say(N_("Book")), wide=True),
            Head(say(N_("Entries")), figures=True),
            Head(say(N_("Closed on"))),
            Head(say(N_("Number of the closing")), figures=True),
            Head(say(N_("Entries when closed")), figures=True),
            Head(say(N_("Late entries")), figures=True),
        )
        self.table = LineTable("books.table", heads)
        self.table.changed.connect(self._offer)
        self.table.opened.connect(lambda _line: self.print_out())
        hint = words(
            say(N_("Once a book is closed, whatever is dated in its year needs the commander and a reason.")), "quiet", wrap=True
        )
        strip = row(label, self.year, hint)
        strip.setStretch(2, 1)
        strip.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(strip)
        self.body.addWidget(self.table, 1)

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the books of the year chosen."""
        context, year = self.desk.context, int(self.year.currentData())
        self.read(lambda _job: books.books(context, year), self._show, key="books")

    def first_action(self) -> None:
        """Close what is chosen and still open."""
        year = int(self.year.currentData())
        codes = [line.code for line in self._chosen() if line.closed_on is None]
        if not codes:
            return
        names = ", ".join(line.title for line in self._chosen() if line.closed_on is None)
        question = self.say(N_("Close the books of {year}: {names}?"), year=year, names=names)
        if not self.desk.ask.confirm(self, question, self.say(N_("Close the books"))):
            return
        context = self.desk.context

        def done(closed: tuple[str, ...]) -> None:
            self.refresh()
            text = self.say.plural(N_("One book is closed. Print its cover and sign it."), N_("{n} books are closed."), len(closed))
            self.bars.tell("done", text)

        self.write(lambda _job: books.close(context, year, codes), done)

    def print_out(self) -> None:
        """The cover of the closed book under the cursor."""
        closed = [line for line in self._chosen() if line.closed_on is not None]
        if closed:
            self.go.emit(PAGE, Wanted("book_cover", closed[0].closing_id, "closed_book"))

    def _print_book(self) -> None:
        """The entries of the year, of the book under the cursor."""
        chosen, context, year = self._chosen(), self.desk.context, int(self.year.currentData())
        if not chosen:
            return
        code = chosen[0].code
        kinds = papers.offered(context, code, "register")

        def show(state: ListState) -> None:
            self.go.emit(PAGE, Wanted(kinds[0].code, state, code))

        if kinds:
            self.read(lambda _job: books.list_of(context, code, year), show, key="book")

    def _late(self) -> None:
        self.go.emit("late_entry", None)

    def _chosen(self) -> list[BookLine]:
        return [self._lines[number] for number in self.table.chosen()]

    def _show(self, lines: tuple[BookLine, ...]) -> None:
        self._lines = lines
        self.table.show_lines(
            [
                (
                    line.title,
                    number_vi(line.rows),
                    short_date(line.closed_on) if line.closed_on else "–",
                    str(line.number) if line.number else "",
                    number_vi(line.rows_closed) if line.closed_on else "",
                    number_vi(line.late) if line.late else "",
                )
                for line in lines
            ]
        )
        self._offer()

    def _offer(self) -> None:
        chosen = self._chosen()
        commands = self.desk.context.user.is_commander
        self.close_books.setEnabled(commands and any(line.closed_on is None for line in chosen))
        self.cover.setEnabled(any(line.closed_on is not None for line in chosen))
