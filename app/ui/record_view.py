"""A record to be read: its fields, what competes, what belongs to it, and its history."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import registers
from app.services.context import Context
from app.services.disclosure import is_personal
from app.services.registers import HistoryLine, RecordForm, RegisterView, Rival
from app.services.registers.origin import Origin, origin
from app.ui.child_list import ChildList
from app.ui.desk import Desk
from app.ui.history_pane import HistoryPane
from app.ui.page import Page
from app.ui.parts.base import Part
from app.ui.parts.table import parts_of
from app.ui.tasks import Failed, Work
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, rule, scrolled, words

Whole = tuple[RegisterView, RecordForm, "Competing", Origin]
"""All a record shows: its register, itself, what competes, and whose it is."""

Competing = dict[str, tuple[Rival, ...]]
"""Group to its competing versions."""

_LONG = 60
"""From this many letters on, a value stands under its label instead of beside it."""


def read_whole(context: Context, type_code: str, record_id: str) -> Whole:
    """Everything the view shows at once. Raises what `open_record` raises."""
    record = registers.open_record(context, type_code, record_id)
    competing = {group: registers.rivals(context, type_code, record_id, group) for group in record.conflicts}
    return registers.describe(context, type_code), record, competing, origin(context, type_code, record_id)


class RecordView(QWidget):
    """Read-only but for its `parts`. `settled` carries group and version of the value an officer chose; `child` and `add_child` go
    to other records."""

    settled = Signal(str, str)
    child = Signal(str, str)
    add_child = Signal(str, dict)

    def __init__(
        self, desk: Desk, view: RegisterView, record: RecordForm, competing: Competing, whose: Origin, failed: Failed
    ) -> None:
        super().__init__()
        self._desk, self._record, self._failed = desk, record, failed
        self.values: dict[str, str] = {}
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.between)
        lines.setSpacing(TOKENS.inside)
        if not whose.own:
            lines.addWidget(
                words(desk.say(N_("Written by {unit}, which alone can change it."), unit=whose.name), "quiet", wrap=True)
            )
        for group, rivals in competing.items() if whose.own else ():
            lines.addWidget(self._conflict(group, rivals))
        assert record.id is not None
        self.parts: tuple[Part, ...] = parts_of(desk, record, own=whose.own) if record.alive else ()
        for part in self.parts:
            if part.above:
                lines.addWidget(part)
        for section in view.sections:
            if section.title:
                lines.addSpacing(TOKENS.inside)
                lines.addWidget(words(section.title, "section", wrap=True))
            lines.addLayout(self._fields(tuple((field.name, field.label) for field in section.fields)))
        for part in self.parts:
            if not part.above:
                lines.addSpacing(TOKENS.inside)
                lines.addWidget(part)
        for child in view.children:
            lines.addSpacing(TOKENS.inside)
            lines.addWidget(rule())
            children = ChildList(desk, child, record.id, failed, may_add=record.alive and whose.own)
            children.opened.connect(self.child)
            children.add_asked.connect(self.add_child)
            lines.addWidget(children)
        self.history = HistoryPane(desk.say)
        lines.addWidget(self.history)
        lines.addStretch(1)
        self.area = scrolled(inside)
        self.setLayout(column(self.area, gap=0))

    def join(self, page: Page, changed: Callable[[], None]) -> None:
        """Let the record's parts speak to the page around; `changed` reads the record again."""
        for part in self.parts:
            part.go.connect(page.go)
            part.child.connect(self.child)
            part.written.connect(page.saved)
            part.failed.connect(page.explain)
            part.changed.connect(changed)
            part.undoable.connect(partial(_offer_undo, page, changed))

    def show_history(self) -> None:
        """Read the history and show it below the record; a second time puts it away."""
        if not self.history.isHidden():
            self.history.hide()
            return
        context, record = self._desk.context, self._record
        record_id = record.id or ""

        def done(lines: tuple[HistoryLine, ...]) -> None:
            self.history.show_lines(lines)
            # Only when the layout has made room for it can it be scrolled to.
            QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(self.history.y()))

        self._desk.tasks.read(self, lambda _job: registers.history(context, record.type_code, record_id), done, self._failed)

    def _fields(self, fields: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(TOKENS.between)
        grid.setVerticalSpacing(TOKENS.gap + 2)
        grid.setColumnMinimumWidth(0, TOKENS.sidebar - TOKENS.sidebar_folded)
        grid.setColumnStretch(1, 1)
        line = 0
        registry = self._desk.context.store.registry
        for name, label in fields:
            text = self._record.labels.get(name) or self._record.texts.get(name, "")
            self.values[name] = text
            # What names people is copied as a row, where the officer is asked for what; single values are not at hand to copy.
            free = not is_personal(registry, self._record.type_code, name)
            value = words(text or "–", "value", wrap=True, select=free)
            value.setObjectName(f"{name}.value")
            if len(text) > _LONG:
                grid.addWidget(words(label, "label", wrap=True), line, 0, 1, 2)
                grid.addWidget(value, line + 1, 0, 1, 2)
                line += 2
            else:
                grid.addWidget(words(label, "label", wrap=True), line, 0)
                grid.addWidget(value, line, 1)
                line += 1
        return grid

    def _conflict(self, group: str, rivals: tuple[Rival, ...]) -> QWidget:
        say = self._desk.say
        parts: list[QWidget] = [
            words(say(N_("Two officers wrote this apart. Choose what stands; the other stays in the history.")), "value", wrap=True)
        ]
        for rival in rivals:
            said = " · ".join(f"{label}: {text or '–'}" for label, text in rival.texts)
            who = say(N_("{who}, {when}"), who=rival.who or say(N_("another unit's officer")), when=rival.when)
            keep = button(say(N_("Keep this")), partial(self.settled.emit, group, rival.version), name=f"keep.{rival.version}")
            line = QWidget()
            texts = column(words(said, "value", wrap=True), words(who, "quiet"), gap=0)
            layout = row(texts, keep)
            layout.setStretch(0, 1)
            line.setLayout(layout)
            parts.append(line)
        frame = framed("bar", column(*parts, edge=TOKENS.inside))
        frame.setProperty("tone", "warning")
        frame.setObjectName(f"conflict.{group}")
        return frame


def _offer_undo(page: Page, changed: Callable[[], None], text: str, work: Work) -> None:
    """The page tells what a part did: the part itself is made anew when the record is read again."""

    def undo() -> None:
        page.write(work, lambda _none: changed())

    page.bars.tell("done", text, (page.say(N_("Undo")), undo))
