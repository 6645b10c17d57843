"""The register of awards by year: who was awarded, which sheet was printed and handed over, and how many blanks are left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QCheckBox, QComboBox

from app.core.i18n import N_
from app.core.text import number_vi, short_date
from app.services import books
from app.services.awards import book, sheets
from app.services.awards.book import AwardBook, Entry
from app.services.awards.sheets import Standing, Stock
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.parts.blank_stock import told
from app.ui.theme import TOKENS
from app.ui.widgets import button, row, shortcut, words

_STANDINGS = {
    Standing.UNKNOWN: "–",
    Standing.PRINTED: N_("Printed, not handed over"),
    Standing.HANDED: N_("Handed over"),
    Standing.SPOILED: N_("Spoiled"),
    Standing.RECALLED: N_("Recalled"),
}


class AwardRegisterPage(Page):
    """`enter` takes nothing. Lines chosen with Shift, Ctrl or Ctrl+A are noted as printed or handed over together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Register of awards")))
        say = self.say
        self._book = AwardBook((), 0)
        self.year = QComboBox()
        self.year.setObjectName("award_register.year")
        self.year.setAccessibleName(say(N_("Year")))
        for year in books.years(desk.context):
            self.year.addItem(str(year), year)
        self.year.activated.connect(lambda _place: self.refresh())
        self.printed = button(say(N_("Was printed")), self._note_printed, name="award_register.printed")
        self.handed = button(say(N_("Was handed over")), self._hand_over, name="award_register.handed")
        self.print_button = button(say(N_("Print")), self.print_out, sign="printer", keys="Ctrl+P", name="award_register.print")
        blanks = partial(self.go.emit, "blank_entry", None)
        self.blanks = button(say(N_("Stock of blanks")), blanks, sign="layers", name="award_register.blanks")
        back = button(say(N_("Decisions")), self._decisions, sign="arrow-left", keys="Esc", name="award_register.back")
        for widget in (back, self.blanks, self.printed, self.handed, self.print_button):
            self.action_row.addWidget(widget)
        shortcut(self, "Esc", self._decisions)
        self.on_blank = QCheckBox(say(N_("On bought blanks")))
        self.on_blank.setObjectName("award_register.on_blank")
        self.on_blank.setChecked(True)
        self.stock, self.drafts = words("", "quiet", wrap=True), words("", "problem", wrap=True)
        self.stock.setObjectName("award_register.stock")
        self.drafts.setObjectName("award_register.drafts")
        strip = row(self.year, self.on_blank, self.stock)
        strip.setStretch(2, 1)
        strip.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        below = row(self.drafts)
        below.setContentsMargins(TOKENS.edge, 0, TOKENS.between, 0)
        self.table = LineTable(
            "award_register.table",
            (
                Head(say(N_("Number"))),
                Head(say(N_("Decision"))),
                Head(say(N_("Name")), wide=True),
                Head(say(N_("Money")), figures=True),
                Head(say(N_("Serial"))),
                Head(say(N_("State of the sheet"))),
                Head(say(N_("Notes"))),
            ),
        )
        self.table.opened.connect(lambda line: self.go.emit("awardee", self._book.entries[line].awardee))
        self.table.changed.connect(self._offer)
        self.body.addLayout(strip)
        self.body.addLayout(below)
        self.body.addWidget(self.table, 1)

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the year chosen and the stock."""
        context, year = self.desk.context, int(self.year.currentData())
        self.read(
            lambda _job: (book.read(context, book.list_of(context, year)), sheets.stock(context)),
            lambda found: self._show(*found),
            key="award_register",
        )

    def print_out(self) -> None:
        """The register of the year, as a book or a workbook."""
        context, year = self.desk.context, int(self.year.currentData())
        self.read(
            lambda _job: book.list_of(context, year),
            lambda state: self.go.emit(PAGE, Wanted("award_book", state, "award")),
            key="award_book",
        )

    def _decisions(self) -> None:
        self.go.emit("award", None)

    def _note_printed(self) -> None:
        context, chosen, on_blank = self.desk.context, self._chosen(), self.on_blank.isChecked()
        one, many = N_("One sheet was noted as printed."), N_("{n} sheets were noted as printed.")

        def done(batch: str) -> None:
            self._tell(self.say.plural(one, many, len(chosen)), batch)

        if chosen:
            self.write(lambda _job: sheets.note_printed(context, chosen, on_blank=on_blank), done)

    def _hand_over(self) -> None:
        context, chosen = self.desk.context, self._chosen()
        one, many = N_("One sheet was noted as handed over."), N_("{n} sheets were noted as handed over.")

        def done(answer: tuple[str, int]) -> None:
            batch, count = answer
            if count:
                self._tell(self.say.plural(one, many, count), batch)
            else:
                self.bars.tell("warning", self.say(N_("None of them has a printed sheet that was not handed over yet.")))

        if chosen:
            self.write(lambda _job: sheets.hand_over(context, chosen), done)

    def _tell(self, text: str, batch: str) -> None:
        self.refresh()
        self.bars.tell("done", text, (self.say(N_("Undo")), partial(self._undo, batch)))

    def _undo(self, batch: str) -> None:
        context = self.desk.context
        self.write(lambda _job: sheets.undo(context, batch), lambda _none: self.refresh())

    def _chosen(self) -> tuple[str, ...]:
        return tuple(self._book.entries[line].awardee for line in self.table.chosen())

    def _show(self, found: AwardBook, stock: Stock) -> None:
        chosen = set(self._chosen())
        self._book = found
        self.table.show_lines([self._line(entry) for entry in found.entries])
        self._choose([line for line, entry in enumerate(found.entries) if entry.awardee in chosen])
        self.stock.setText(told(self.say, stock))
        one, many = N_("One decision of this year is a draft still."), N_("{n} decisions of this year are drafts still.")
        self.drafts.setText(self.say.plural(one, many, found.drafts))
        self.drafts.setVisible(bool(found.drafts))
        self._offer()

    def _choose(self, lines: Sequence[int]) -> None:
        """The same of the awarded stay chosen, for what was printed together is handed over together."""
        if not lines:
            return
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectRow(lines[0])
        for line in lines[1:]:
            self.table.selectionModel().select(self.table.model().index(line, 0), flags.Select | flags.Rows)

    def _line(self, entry: Entry) -> tuple[str, ...]:
        standing = self.say(_STANDINGS[entry.standing]) if entry.standing is not Standing.UNKNOWN else "–"
        if entry.standing is Standing.HANDED and entry.handed_on:
            standing = f"{standing} {short_date(entry.handed_on)}"
        return (
            entry.register_no,
            entry.number,
            entry.name,
            "" if entry.amount is None else number_vi(entry.amount),
            entry.serial,
            standing,
            entry.notes,
        )

    def _offer(self) -> None:
        for widget in (self.printed, self.handed):
            widget.setEnabled(bool(self.table.chosen()))
