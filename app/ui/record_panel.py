"""The pane beside a list: reading a record, editing it in place, and walking to the records that belong to it and back."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.services import drafts, registers
from app.services.drafts import Draft
from app.services.registers import RecordForm, RegisterView, Saved
from app.services.registers.asking import Asks
from app.services.registers.origin import Origin
from app.ui.desk import Desk
from app.ui.draft_keeper import DraftKeeper, slot_of
from app.ui.form import Form
from app.ui.page import Page
from app.ui.panel_front import PanelFront
from app.ui.paper_menu import PAGE, PaperButton
from app.ui.record_acts import Opening, RecordActs, read_opening
from app.ui.record_head import RecordHead
from app.ui.record_view import Competing, RecordView, Whole, read_whole
from app.ui.widgets import column, shortcut

Place = tuple[str, str]
"""Type and id of a record."""


class RecordPanel(QFrame):
    """Asks services through its page. `saved` and `gone` carry type and id; `busy` tells that a form was opened or closed."""

    saved = Signal(str, str)
    gone = Signal(str, str)
    busy = Signal(bool)

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self.setProperty("role", "pane")
        self._views: dict[str, RegisterView] = {}
        self._trail: list[Place] = []
        self._record: RecordForm | None = None
        self._preset: dict[str, str] = {}
        self._saving = self._coming = False
        self._own = True
        self._copied_from = ""
        self.drafts = DraftKeeper(page, self)
        acts = {"edit": self.edit, "copy": self.copy, "history": self._history, "delete": self.delete, "restore": self.restore}
        self.papers = PaperButton(desk.context, "record", lambda wanted: page.go.emit(PAGE, wanted))
        head = RecordHead(desk.say, self.papers, back=self.go_back, **acts)
        self.head, self.title, self.bars = head, head.title, head.bars
        self.acts = RecordActs(page, head.bars)
        self.content = PanelFront(desk)
        whole = column(head, self.content, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        shortcut(self, "Ctrl+S", lambda: self._save_form(False))
        shortcut(self, "Ctrl+Return", lambda: self._save_form(True))
        shortcut(self, "Esc", self.leave_form)
        shortcut(page, "Ctrl+D", self.copy)
        self.clear()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self.content.form

    @property
    def view(self) -> RecordView | None:
        """The record that is being read."""
        return self.content.view

    @property
    def editing(self) -> bool:
        """A form is open."""
        return self.form is not None

    @property
    def taken(self) -> bool:
        """A form is open or just being opened, so the panel is not to turn to another record by itself."""
        return self.editing or self._coming

    @property
    def place(self) -> Place | None:
        """What is being read or edited, or what the new record being typed belongs to."""
        return self._trail[-1] if self._trail else None

    def clear(self) -> None:
        """Show nothing."""
        self._trail, self._record = [], None
        self.content.put()
        self.title.setText("")
        self._offer()

    def read(self, type_code: str, record_id: str, *, edit: bool = False) -> None:
        """Show a record as the first of a new trail; with `edit`, open its form at once. An open form is left as a draft."""
        self.leave_form()
        self._trail = [(type_code, record_id)]
        self._open(edit=edit)

    def walk(self, type_code: str, record_id: str) -> None:
        """Go on to a record that belongs to the one shown; `go_back` returns."""
        self._trail.append((type_code, record_id))
        self._open()

    def go_back(self) -> None:
        """To the record before; half-typed text is kept as a draft."""
        if self.editing:
            self.leave_form()
        elif len(self._trail) > 1:
            self._trail.pop()
            self._open()

    def add(self, type_code: str, preset: Mapping[str, str] | None = None, *, like: str = "") -> None:
        """Open a blank form. With a `preset` the new record belongs to the one shown, and saving returns to that.

        `like` is a record of that type whose texts the form is filled with.
        """
        self.leave_form()
        begun = dict(preset or {})
        self._preset = begun
        if not begun:
            self._trail = []
        context, slot = self._desk.context, slot_of(type_code, None, begun)

        def opened(answer: Opening) -> None:
            self._edit(answer.view, answer.blank, answer.draft)
            if answer.copied is not None and self.form is not None:
                self._copied_from = answer.copied.source
                self.form.put(dict(answer.copied.texts), dict(answer.copied.labels))
                self.form.focus_first()

        self._coming = True
        work = partial(read_opening, context, type_code, begun, slot, like)
        self._page.read(lambda _job: work(), opened, key="panel", failed=self._not_opened)

    def copy(self) -> None:
        """Open a blank form with the texts of the record shown (Ctrl+D); days, numbers and results are left to be typed."""
        record, context = self._record, self._desk.context
        if record is not None and record.id is not None and not self.taken and registers.may_copy(context, record.type_code):
            self.add(record.type_code, like=record.id)

    def edit(self) -> None:
        """Open the form of the record shown (F2)."""
        record = self._record
        if record is None or record.id is None or self.editing or not record.alive or not self._own:
            return
        self._preset = {}
        context, slot = self._desk.context, slot_of(record.type_code, record.id, {})
        view = self._views[record.type_code]
        self._page.read(lambda _job: drafts.find(context, slot), lambda draft: self._edit(view, record, draft), key="panel")

    def leave_form(self) -> None:
        """Close the form. What was changed is kept as a draft, and the bar says so."""
        if not self.editing:
            return
        kept = self.drafts.keep()
        self._close_form()
        if self._trail:
            self._open()
        else:
            self.clear()
        if kept:
            self.drafts.tell_kept(self.bars)

    def delete(self) -> None:
        """Put the record shown into the recycle bin; the page offers to undo it."""
        if self._record is None or self._record.id is None or self.editing or not self._record.alive or not self._own:
            return
        code, record_id = self._record.type_code, self._record.id

        def done(_none: object) -> None:
            self._trail.pop()
            if self._trail:
                self._open()
            else:
                self.clear()
            self.gone.emit(code, record_id)

        self.acts.delete(code, record_id, done)

    def restore(self) -> None:
        """Take the record shown out of the recycle bin."""
        if self._record is not None and self._record.id is not None:
            code, record_id = self._record.type_code, self._record.id
            self.acts.restore(code, record_id, lambda _none: self._changed(code, record_id))

    def _open(self, *, edit: bool = False) -> None:
        place = self.place
        if place is None:
            return
        code, record_id = place
        context = self._desk.context

        def done(answer: Whole) -> None:
            if self.place == place and not self.editing:
                self._show(*answer)
                if edit:
                    self.edit()

        self._page.read(lambda _job: read_whole(context, code, record_id), done, key="panel")

    def _show(self, view: RegisterView, record: RecordForm, competing: Competing, whose: Origin) -> None:
        self._views[view.code] = view
        self._record, self._own = record, whose.own and not view.written_once
        reading = RecordView(self._desk, view, record, competing, whose, self._page.explain)
        reading.child.connect(self.walk)
        reading.add_child.connect(self.add)
        reading.settled.connect(self._settle)
        reading.join(self._page, partial(self._changed, view.code, str(record.id)))
        self.content.put(reading)
        self.title.setText(record.title or view.title)
        self._offer()
        if "edited_after_delete" in record.flags:
            self.bars.tell("warning", self._desk.say(N_("Somebody changed this record without knowing that it was deleted.")))

    def _edit(self, view: RegisterView, record: RecordForm, draft: Draft | None) -> None:
        say = self._desk.say
        self._views[view.code] = view
        self._record, self._coming, self._copied_from = record, False, ""
        form, new = self.content.form_of(view)
        if new:
            form.save_asked.connect(self._save_form)
            form.cancelled.connect(self.leave_form)
        self.bars.clear()
        self.content.put(form=form)
        self.title.setText(record.title if record.id else say(N_("{type}: new"), type=view.title))
        self._offer()
        self.busy.emit(True)
        form.load(record)
        slot = slot_of(record.type_code, record.id, self._preset)
        self.drafts.watch(form, record, slot)
        if draft is not None:
            self.drafts.offer(self.bars, draft)

    def _not_opened(self, problem: Exception) -> None:
        self._coming = False
        self._page.explain(problem)

    def _save_form(self, another: bool) -> None:
        form, record = self.form, self._record
        if form is None or record is None or self._saving:
            return
        self._saving = True
        self.drafts.pause()
        preset = self._preset
        given = {name: record.texts[name] for name in preset}
        texts = given | (form.texts() if record.id is None else form.edited_texts(record))

        def done(saved: Saved) -> None:
            self._saving = False
            self._close_form()
            if record.id is None and not preset:
                self._trail = [(record.type_code, saved.id)]
            if more := another and record.id is None:
                self.add(record.type_code, preset)
            self._changed(record.type_code, saved.id, again=not more)
            self.acts.tell_doubts(saved)

        self.acts.save(record, texts, self.drafts.slot, done, self._refused, copied_from=self._copied_from)

    def _refused(self, problem: Exception) -> None:
        self._saving = False
        if isinstance(problem, InvalidRecord) and self.form is not None:
            self.form.show_problems(problem.problems)
        elif not isinstance(problem, Asks):
            self._page.explain(problem)

    def _settle(self, group: str, version: str) -> None:
        if self._record is not None and self._record.id is not None:
            code, record_id = self._record.type_code, self._record.id
            self.acts.settle(code, record_id, group, version, lambda _none: self._changed(code, record_id))

    def _changed(self, type_code: str, record_id: str, *, again: bool = True) -> None:
        self.bars.clear()
        if again:
            self._open()
        self.saved.emit(type_code, record_id)

    def _history(self) -> None:
        if self.view is not None:
            self.view.show_history()

    def _close_form(self) -> None:
        self.drafts.stop()
        self.content.put()
        self.busy.emit(False)

    def _offer(self) -> None:
        record = self._record
        reading = record is not None and record.id is not None and not self.editing
        alive = record is not None and record.alive
        back = len(self._trail) > 1 or (self.editing and bool(self._trail))
        copies = reading and record is not None and registers.may_copy(self._desk.context, record.type_code)
        self.papers.offer(record.type_code if record is not None and reading and alive else "", lambda: str(record and record.id))
        self.head.offer(reading=reading, own=self._own, alive=alive, back=back, copies=copies)
