"""The third step of taking a workbook in: every row and what becomes of it, corrected in place, before anything is recorded."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.core.i18n import N_
from app.core.text import number_vi
from app.services.intake.showing import verdict_words
from app.services.intake.views import VERDICTS, Edit, Judged, RowKey, Verdict
from app.ui.page import Page
from app.ui.screens.intake_card import ClosedChoice
from app.ui.screens.intake_counters import ALL, Counters
from app.ui.screens.intake_cut import CutLabel
from app.ui.screens.intake_edits import Edits
from app.ui.screens.intake_judgement import Judgement, TableRows
from app.ui.screens.intake_model import WHY, RowsModel, doubted_first, may_be_row, may_be_typed, may_stay, offers_of, row_key
from app.ui.screens.intake_notices import NoticesPane
from app.ui.screens.intake_pane import RowPane
from app.ui.screens.intake_rows import RowsView
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, shortcut


class PreviewStep(QWidget):
    """`edited` tells that rows are to be judged again; the others ask the page to go on, save, go back, open a record."""

    edited = Signal()
    taken = Signal()
    save_rejected = Signal()
    go_back = Signal()
    record_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self.edits = Edits()
        self.judgement: Judgement | None = None
        self._waiting: Judgement | None = None
        self._key, self._filter = "", ALL
        self._go_back_to: RowKey | None = None
        self._unjudged = False
        say = self.say
        self.counters = Counters(say, self)
        self.counters.picked.connect(self._filtered)
        self.scope = ClosedChoice("intake.scope", say(N_("Sheet name")))
        self.scope.setFixedWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        self.scope.currentIndexChanged.connect(lambda _place: self._scoped())
        self.told = button("", self._show_notices, role="link", sign="info", name="intake.told")
        self.first_told = CutLabel("", "quiet")
        self.model = RowsModel(say)
        self.model.typed.connect(self._typed)
        self.rows = RowsView(self.model, offers_of)
        self.pane = RowPane(page, self.model)
        self.notices = NoticesPane(page)
        self._sides = QStackedWidget()
        self._sides.addWidget(self.pane)
        self._sides.addWidget(self.notices)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.rows)
        split.addWidget(framed("pane", column(self._sides, gap=0)))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([TOKENS.sidebar * 3, TOKENS.sidebar * 2])
        line = row(self.scope, self.told, self.first_told)
        line.setStretch(2, 1)
        head = column(self.counters, line, gap=TOKENS.gap)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        whole = column(head, split, self._foot(), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._connect()

    def begin(self, edits: Mapping[RowKey, Edit] | None = None) -> None:
        """A workbook that was not looked over before: nothing is corrected yet, or what was when it was put aside."""
        self.edits = Edits(edits)
        self.judgement, self._waiting, self._key, self._filter = None, None, "", ""

    def show_judgement(self, judgement: Judgement) -> None:
        """Show how rows were judged. A cell that is being typed into is not disturbed: what it says comes afterwards."""
        if self.rows.typing:
            self._waiting = judgement
            return
        first = self.judgement is None
        self.judgement = judgement
        if first:
            self._filter = next((v for v in ("review", "new") if judgement.preview.count(v)), ALL)
        self._show_scopes()
        self._tell(judgement)
        self._show_rows()
        self.set_busy(busy=False)
        if first and self.notices.told:
            self._sides.setCurrentIndex(1)

    def set_busy(self, *, busy: bool) -> None:
        """While rows are judged again nothing is taken in: the number on the button may change."""
        count = self.judgement.preview.count("new") if self.judgement is not None else 0
        say = self.say
        text = say.plural(N_("Record one row"), N_("Record {n} rows"), count) if count else say(N_("No new row to record"))
        self._unjudged = False
        self.take.setText(say(N_("Looking again…")) if busy else text)
        self.take.setEnabled(bool(count) and not busy)
        held = self.judgement is not None and any(self.judgement.preview.count(v) for v in ("review",))
        self.save.setEnabled(not busy and held)

    def not_judged(self) -> None:
        """Looking again was stopped: what was corrected is not judged yet, and is before anything is recorded."""
        self.set_busy(busy=False)
        self._unjudged = True
        self.take.setText(self.say(N_("Look at the rows again")))
        self.take.setEnabled(True)

    def focus_start(self) -> None:
        """On the table."""
        self.rows.setFocus()

    def _connect(self) -> None:
        self.rows.chosen.connect(self._chosen)
        self.rows.as_it_is.connect(self._take_as_it_is)
        self.rows.left_out.connect(self._leave_out)
        self.rows.typing_ended.connect(self._typing_ended)
        self.pane.offered.connect(self._offered)
        self.pane.as_it_is.connect(self._take_as_it_is)
        self.pane.left_out.connect(self._leave_out)
        self.pane.as_row.connect(self._take_as_row)
        self.pane.alike.connect(self._choose_alike)
        self.pane.opened.connect(self.record_wanted)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+S", self.take.click), ("Alt+Left", self.go_back.emit)):
            shortcut(self, keys, act)

    def _foot(self) -> QWidget:
        say = self.say
        self.back = button(say(N_("Columns")), self.go_back.emit, sign="arrow-left", keys="Alt+Left", name="intake.back")
        self.undo_last = button(say(N_("Undo")), self.undo, sign="undo-2", keys="Ctrl+Z", name="intake.undo_edit")
        self.save = button(
            say(N_("Save rows to look at as Excel")), self.save_rejected.emit, sign="save", name="intake.save_rejected"
        )
        self.take = button("", self._go_on, role="primary", keys="Ctrl+S", name="intake.take")
        foot = row(self.back, self.undo_last, 1, self.save, self.take)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        return framed("footer", foot)

    @property
    def _table(self) -> TableRows | None:
        return self.judgement.tables.get(self._key) if self.judgement is not None else None

    def _show_scopes(self) -> None:
        """The tables, with how many of their rows the filter lets through; one without any gives way to the next that has some."""
        assert self.judgement is not None
        tables = self.judgement.tables
        listed = {key: len(self._listed(table)) for key, table in tables.items()}
        if not listed.get(self._key):
            self._key = next((key for key, count in listed.items() if count), next(iter(tables), ""))
        self.scope.blockSignals(True)
        self.scope.clear()
        for key, table in tables.items():
            text = self.say(N_("{sheet}: {count} rows"), sheet=table.found.sheet, count=number_vi(listed[key]))
            self.scope.addItem(text, key)
        self.scope.blockSignals(False)
        self.scope.choose(self._key)
        self.scope.setVisible(len(tables) > 1)

    def _scoped(self) -> None:
        self._key = str(self.scope.currentData() or "")
        self._show_rows()

    def _filtered(self, verdict: str) -> None:
        self.rows.setFocus()  # a cell that is being typed into is left with what stands in it
        self._filter = verdict
        self._show_scopes()
        self._show_rows()
        self.rows.horizontalScrollBar().setValue(0)

    def _listed(self, table: TableRows) -> tuple[Judged, ...]:
        return table.rows if self._filter == ALL else table.by_verdict[self._verdict()]

    def _show_rows(self) -> None:
        """The rows of the table and filter; the cursor stays on its row, or goes to the one that took its place."""
        table, judgement = self._table, self.judgement
        if table is None or judgement is None:
            return
        current = self.rows.current_row()
        wanted = self._go_back_to or (row_key(current) if current is not None else None)
        self._go_back_to = None
        place = self.rows.currentIndex().row()
        counts: dict[Verdict, int] = {verdict: judgement.preview.count(verdict) for verdict in VERDICTS}
        self.counters.show_counts(counts)
        self.counters.mark(self._filter)
        listed = self._listed(table)
        columns = doubted_first(table.columns, listed)
        anew = self.model.columns != columns or self.rows.isColumnHidden(WHY) != (self._filter == "new")
        self.model.show(listed, columns, self.edits.standing, table.raw, table.line, judgement.earlier, mixed=self._filter == ALL)
        self.rows.setColumnHidden(WHY, self._filter == "new")
        if anew or not place > 0:
            self.rows.share_width()
        again = self.rows.place_of_row(wanted) if wanted is not None else -1
        self.rows.go_to(again if again >= 0 else max(place, 0))
        self.undo_last.setEnabled(bool(self.edits))
        if not listed:
            self.pane.show_nothing(self._nothing())

    def _verdict(self) -> Verdict:
        return next(verdict for verdict in VERDICTS if verdict == self._filter)

    def _nothing(self) -> str:
        if self._filter == "review":
            return self.say(N_("Nothing is left to be looked at."))
        return self.say(N_("No row here: {called}."), called=N_(verdict_words(self._verdict())) if self._filter else "")

    def _chosen(self) -> None:
        table = self._table
        if table is None or not self.model.rows:
            return
        chosen, current = self.rows.chosen_rows(), self.rows.current_row()
        key = table.alike_key(current) if current is not None else None
        alike = table.alike[key] - sum(table.alike_key(each) == key for each in chosen) if key is not None else 0
        self._sides.setCurrentIndex(0)
        self.pane.show_rows(chosen, current, alike)

    def _choose_alike(self) -> None:
        table, current = self._table, self.rows.current_row()
        if table is not None and current is not None and (key := table.alike_key(current)) is not None:
            self.rows.choose_rows(lambda each: each.verdict == "review" and table.alike_key(each) == key)
            self.rows.setFocus()

    def _typed(self, judged: Judged, target: str, text: str) -> None:
        self._edit(lambda: self.edits.type([row_key(judged)], target, text))

    def _offered(self, text: str) -> None:
        """What was offered for the row under the cursor, into all that are chosen."""
        current = self.rows.current_row()
        if current is not None and current.target:
            keys = [row_key(each) for each in self.rows.chosen_rows() if may_be_typed(each)]
            self._edit(lambda: self.edits.type(keys, current.target, text))
            self.rows.setFocus()

    def _take_as_it_is(self) -> None:
        keys = [row_key(each) for each in self.rows.chosen_rows() if may_stay(each)]
        if keys:
            self._edit(lambda: self.edits.take_as_it_is(keys))
            self.rows.setFocus()
        else:
            self._take_as_row()

    def _take_as_row(self) -> None:
        keys = [row_key(each) for each in self.rows.chosen_rows() if may_be_row(each)]
        if keys:
            self._edit(lambda: self.edits.take_as_row(keys))
            self.rows.setFocus()

    def _leave_out(self) -> None:
        chosen = self.rows.chosen_rows()
        out = not all(each.reason == "by_hand" for each in chosen)
        keys = [row_key(each) for each in chosen if may_be_typed(each) or each.reason == "by_hand"]
        if keys:
            self._edit(lambda: self.edits.leave_out(keys, out=out))
            self.rows.setFocus()

    def _go_on(self) -> None:
        if self.rows.typing:
            self.rows.setFocus()  # what is being typed counts, and is judged first
        elif self._unjudged:
            self._edit(lambda: None)
        else:
            self.taken.emit()

    def undo(self) -> None:
        """Take the last correction back (Ctrl+Z)."""
        rows = self.edits.undo()
        if rows:
            self._go_back_to = rows[0]
            self._edit(lambda: None)

    def _edit(self, act: Callable[[], object]) -> None:
        act()
        self._waiting = None  # it does not know of this
        self.model.redraw(self.edits.standing)
        self.undo_last.setEnabled(bool(self.edits))
        self.set_busy(busy=True)
        self.edited.emit()

    def _typing_ended(self) -> None:
        if self._waiting is not None:
            judgement, self._waiting = self._waiting, None
            self.show_judgement(judgement)

    def _show_notices(self) -> None:
        self._sides.setCurrentIndex(1 - self._sides.currentIndex())

    def _tell(self, judgement: Judgement) -> None:
        self.notices.show_preview(judgement.preview, sheets=len(judgement.tables))
        told = self.notices.told
        self.told.setText(self.say.plural(N_("One thing worth knowing"), N_("{n} things worth knowing"), len(told)))
        self.first_told.say_whole(told[0] if told else "")
        for made in (self.told, self.first_told):
            made.setVisible(bool(told))
