"""The page of any register: the list at the left, the record at the right. It never asks which register it serves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QWidget

from app.core.i18n import N_
from app.data.conditions import AllOf, Condition
from app.services import registers
from app.services.registers import ListState, Overview, RegisterView
from app.ui.desk import Desk
from app.ui.filter_chips import FilterChips
from app.ui.page import Page
from app.ui.paper_menu import PAGE, PaperButton
from app.ui.parts.table import pages_of
from app.ui.record_panel import RecordPanel
from app.ui.row_copy import copy_from
from app.ui.table import Table
from app.ui.table_model import TableModel
from app.ui.theme import NARROW_PAGE, TOKENS
from app.ui.widgets import button, column, row, shortcut, words

ADD = "add"
"""What `enter` is handed to open a blank form at once."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a half-typed form: of a record by its id, or of a new one of that type with what it began with."""

    type_code: str
    record_id: str = ""
    preset: Mapping[str, str] = field(default_factory=dict)


class RegisterPage(Page):
    """`enter` takes `None`, `ADD`, a `Resume`, the id of a record to show, or a `ListState` to list: the rows behind
    a figure."""

    def __init__(self, desk: Desk, type_code: str) -> None:
        super().__init__(desk, "")
        self.code = type_code
        self.view: RegisterView | None = None
        self.chips: FilterChips | None = None
        self._state = ListState(type_code)
        self._then: object = None
        self._behind: Condition | None = None
        self.model = TableModel(desk.context, desk.tasks, self.explain, self)
        self.table = Table(self.model)
        self.panel = RecordPanel(desk, self)
        self.totals = words("", "quiet")
        self.totals.setObjectName("totals")
        self.strip = QHBoxLayout()
        self.strip.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.strip.addWidget(self.totals)
        self.add_search(self._searched)
        self.bin = button(self.say(N_("Deleted")), self._toggle_bin, sign="trash-2", name="bin")
        self.bin.setCheckable(True)
        self.add = button(self.say(N_("Add")), self.first_action, role="primary", sign="plus", keys="Ctrl+N", name="add")
        self._links: list[tuple[QPushButton, str]] = []
        for link in pages_of(desk, type_code):
            label = self.say(link.label)
            made = button(label, partial(self.go.emit, link.page, link.argument), sign=link.sign, name=f"page.{link.page}")
            made.setToolTip(label)
            made.setAccessibleName(label)
            self._links.append((made, label))
            self.action_row.addWidget(made)
        self.papers = PaperButton(desk.context, "register", partial(self.go.emit, PAGE))
        self.action_row.addWidget(self.papers)
        self.papers.offer(type_code, lambda: self._state)
        self.action_row.addWidget(self.bin)
        self.action_row.addWidget(self.add)
        self.empty = QWidget()
        self.purpose = words("", "value", wrap=True)
        self.purpose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.begin = button("", self._begin, role="primary", name="begin")
        self.empty.setLayout(column(1, self.purpose, row(1, self.begin, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
        self.lists = QStackedWidget()
        self.lists.setProperty("role", "ground")
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.empty)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.lists)
        self.split.addWidget(self.panel)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.setSizes([TOKENS.sidebar * 6, TOKENS.sidebar * 4])
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.panel.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded * 2)
        self.why = words("", "quiet", wrap=True)
        self.why.setObjectName("why")
        self.why.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.why.hide()
        self.body.addWidget(self.why)
        self.body.addLayout(self.strip)
        self.body.addWidget(self.split, 1)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda record_id: self.panel.read(self.code, record_id, edit=True))
        self.table.delete_asked.connect(lambda _record_id: self.panel.delete())
        self.table.sort_asked.connect(self._sort)
        self.table.copy_asked.connect(partial(copy_from, self, type_code))
        self.model.arrived.connect(self._arrived)
        self.panel.saved.connect(self._saved)
        self.panel.gone.connect(self._gone)
        self.panel.busy.connect(lambda _editing: self._lay_out())
        shortcut(self, "F2", self.panel.edit)

    def enter(self, argument: object = None) -> None:
        """Come to the front, and do what was asked once the register is known."""
        self._then = argument
        if self.view is None:
            context, code = self.desk.context, self.code
            self.read(lambda _job: registers.describe(context, code), self._build, key="describe")
        else:
            self._follow()

    def focus_start(self) -> None:
        """The list, so that the arrow keys read on."""
        self.table.setFocus()

    def leave(self) -> None:
        """Keep a half-typed form as a draft."""
        self.panel.drafts.keep()

    def refresh(self) -> None:
        """Read the list again; the record chosen stays chosen."""
        self.table.choose(self.table.current_id())
        self.model.show(self._state)

    def first_action(self) -> None:
        """A blank form."""
        if self.view is None or self.view.written_once:
            return
        if self.bin.isChecked():
            self._toggle_bin()
        self.table.clearSelection()
        self.panel.add(self.code)

    def print_out(self) -> None:
        """The first paper of the record in sight, or else of the list."""
        if not self.panel.papers.open_first():
            self.papers.open_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """In a narrow page a form takes the whole width."""
        super().resizeEvent(event)
        self._lay_out()

    def _build(self, view: RegisterView) -> None:
        self.view = view
        self.title.setText(view.plural)
        self.purpose.setText(view.purpose)
        # Personal data is gathered for a purpose that whoever looks at it can read (Luật 91/2025/QH15).
        self.why.setText(view.purpose)
        self.why.setVisible(view.private)
        for made in (self.bin, self.add):
            made.setHidden(view.written_once)
        self.chips = FilterChips(self.desk, view, self.explain)
        self.chips.changed.connect(self._filtered)
        self.strip.insertWidget(0, self.chips, 1)
        if self.search is not None:
            self.search.setVisible(view.searchable)
        self._state = replace(self._state, order=view.order)
        self.table.set_columns(view.columns, view.order)
        self._follow()

    def _follow(self) -> None:
        asked, self._then = self._then, None
        if isinstance(asked, ListState):
            self._show_rows_behind(asked)
            return
        self.refresh()
        if asked == ADD:
            self.first_action()
        elif isinstance(asked, Resume):
            self._resume(asked)
        elif isinstance(asked, str):
            self.panel.read(self.code, asked)
            self.table.choose(asked)

    def _resume(self, asked: Resume) -> None:
        if asked.record_id:
            self.panel.read(asked.type_code, asked.record_id, edit=True)
        else:
            self.panel.add(asked.type_code, asked.preset)

    def _show_rows_behind(self, state: ListState) -> None:
        assert self.view is not None
        self._reset_controls()
        self._state = replace(state, order=state.order or self.view.order)
        self._behind = state.where
        self.refresh()
        back, all_ = (self.say(N_("Back to the report")), self.back.emit), (self.say(N_("Show all")), self._show_all)
        self.bars.tell("done", self.say(N_("These are the records behind the figure.")), back, all_)

    def _show_all(self) -> None:
        assert self.view is not None
        self._reset_controls()
        self._state = ListState(self.code, order=self.view.order)
        self.refresh()

    def _reset_controls(self) -> None:
        self._behind = None
        if self.search is not None:
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        if self.chips is not None:
            self.chips.reset()
        self.bin.setChecked(False)

    def _searched(self, text: str) -> None:
        self._state = replace(self._state, search=text.strip())
        self.refresh()

    def _filtered(self) -> None:
        if self.chips is not None:
            parts = tuple(part for part in (self._behind, self.chips.unit_is) if part is not None)
            self._state = replace(self._state, filters=self.chips.filters, where=AllOf(parts) if parts else None)
            self.refresh()

    def _sort(self, field: str, direction: str) -> None:
        self._state = replace(self._state, order=(field, direction))
        self.refresh()

    def _toggle_bin(self) -> None:
        shown = not self._state.deleted
        self.bin.setChecked(shown)
        self._state = replace(self._state, deleted=shown)
        self.panel.leave_form()
        self.panel.clear()
        self.refresh()
        if shown:
            text = self.say(N_("These records were deleted. Choose one to read or restore it."))
            self.bars.tell("warning", text, (self.say(N_("Show those in use")), self._toggle_bin))
        else:
            self.bars.clear()

    def _arrived(self, overview: Overview) -> None:
        say = self.say
        totals = [say(N_("{label} {figure}"), label=label, figure=figure) for label, figure in overview.totals]
        self.totals.setText(" · ".join((say.plural(N_("{n} record"), N_("{n} records"), overview.count), *totals)))
        self.lists.setCurrentWidget(self.table if overview.count else self.empty)
        assert self.view is not None
        self.panel.content.guide(rows=bool(overview.count), read_only=self.view.written_once)
        if overview.count:
            return
        self.begin.show()
        if self._behind is not None and not self._state.search and not self._state.filters:
            self.purpose.setText(say(N_("Nothing was recorded in the period of the report: the figure is 0.")))
            self.begin.setText(say(N_("Show all")))
        elif self._state.search or self._state.filters or self._state.where:
            self.purpose.setText(say(N_("Nothing matches the search and the filters.")))
            self.begin.setText(say(N_("Show all")))
        elif self._state.deleted:
            self.purpose.setText(say(N_("Nothing has been deleted here.")))
            self.begin.setText(say(N_("Show those in use")))
        else:
            self.purpose.setText(self.view.purpose)
            self.begin.setText(say(N_("Add the first")))
            self.begin.setHidden(self.view.written_once)

    def _chosen(self, record_id: str) -> None:
        """Read the row under the cursor; what is there already, perhaps being edited, is left alone."""
        if self.panel.place != (self.code, record_id):
            self.panel.read(self.code, record_id)

    def _begin(self) -> None:
        if self._state.search or self._state.filters or self._state.where:
            self._show_all()
        elif self._state.deleted:
            self._toggle_bin()
        else:
            self.first_action()

    def _saved(self, type_code: str, record_id: str) -> None:
        self.bars.clear()
        if type_code == self.code and not self.panel.taken:
            self.table.choose(record_id)
        self.model.show(self._state)

    def _gone(self, type_code: str, record_id: str) -> None:
        def undo() -> None:
            self.panel.acts.restore(type_code, record_id, lambda _none: self._saved(type_code, record_id))

        self.refresh()
        self.bars.tell("done", self.say(N_("The record was deleted.")), (self.say(N_("Undo")), undo))

    def _lay_out(self) -> None:
        wordless = len(self._links) > 1 and self.width() < NARROW_PAGE  # a narrow head has room for their signs only
        for link, label in self._links:
            link.setText("" if wordless else label)
        alone = self.panel.editing and self.width() < NARROW_PAGE
        self.lists.setVisible(not alone)
        self.why.setVisible(self.view is not None and self.view.private and not alone)
