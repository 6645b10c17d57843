"""The form of any record, made from its sections and fields. It never asks which register it serves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.errors import FieldProblem, Problem
from app.core.i18n import N_
from app.services.registers import FieldView, RecordForm, RegisterView
from app.ui.desk import Desk
from app.ui.editors.base import Tools
from app.ui.editors.pick import editor_for
from app.ui.parts.table import tools_of
from app.ui.theme import FORM_TWO_COLUMNS, TOKENS
from app.ui.widgets import button, column, framed, row, scrolled, shortcut, words


class FieldBox(QWidget):
    """One field: its label above, its editor, and below it the help or what is to mend."""

    def __init__(self, desk: Desk, field: FieldView) -> None:
        super().__init__()
        self.field = field
        self.editor = editor_for(field, Tools(desk.context, desk.tasks))
        self._desk = desk
        text = desk.say(N_("{label} (required)"), label=field.label) if field.required else field.label
        self.label = words(text, "label")
        self.label.setBuddy(self.editor)
        self.note = words(field.help, "help", wrap=True)
        self.note.setObjectName(f"{field.name}.note")
        self.setLayout(column(self.label, self.editor, self.note, gap=2))
        self.note.setVisible(bool(field.help))
        self.problem: Problem | None = None
        self.editor.left.connect(self.check)
        self.editor.edited.connect(self._edited)

    @property
    def wide(self) -> bool:
        """Takes a whole line: long texts, and labels that would not fit half a line."""
        return self.editor.wide or getattr(self.field.kind, "max_length", 0) > 200

    def check(self) -> None:
        """Read what was typed as its kind does, and say beside the field what is wrong with it."""
        context = self._desk.context
        try:
            self.field.kind.parse(self.editor.text(), context.clock.today())
        except Problem as problem:
            self.tell(problem)
        else:
            self.tell(None)

    def tell(self, problem: Problem | None) -> None:
        """Show a problem in place of the help, or the help again."""
        self.problem = problem
        text = self._desk.say(problem.message, **problem.facts) if problem else self.field.help
        self.note.setText(text)
        self.note.setVisible(bool(text))
        role = "problem" if problem else "help"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.note.style().polish(self.note)
        self.editor.set_wrong(problem is not None)

    def _edited(self) -> None:
        if self.problem is not None:
            self.tell(None)


class Form(QWidget):
    """Fields with a fixed footer. `save_asked` carries whether a further record is to follow; texts are kept until `load`."""

    save_asked = Signal(bool)
    cancelled = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, view: RegisterView) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.boxes: dict[str, FieldBox] = {}
        self.beside: dict[str, str] = {}
        """Fields that are not typed, filled by a tool of the form; kept until `load`."""
        self._known: frozenset[str] = frozenset()
        self._grids: list[tuple[QGridLayout, list[FieldBox]]] = []
        self._columns = 0
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.between)
        sections.setSpacing(TOKENS.inside)
        self.tools = tools_of(desk, view.code)
        for tool in self.tools:
            tool.fill.connect(self._filled)
            shortcut(self, tool.keys, tool.begin)
            sections.addWidget(tool)
        for section in view.sections:
            if section.title:
                sections.addSpacing(TOKENS.inside)
                sections.addWidget(words(section.title, "section"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(TOKENS.between)
            grid.setVerticalSpacing(TOKENS.inside + TOKENS.gap)
            boxes = [self._box(field) for field in section.fields]
            self._grids.append((grid, boxes))
            sections.addLayout(grid)
        sections.addStretch(1)
        self.area = scrolled(inside)
        self.left_over = words("", "problem")
        self.left_over.setObjectName("problems")
        self.save = button(say(N_("Save")), lambda: self.save_asked.emit(False), role="primary", keys="Ctrl+S", name="save")
        self.next = button(say(N_("Save and add another")), lambda: self.save_asked.emit(True), keys="Ctrl+Enter", name="save_next")
        self.stop = button(say(N_("Cancel")), self.cancelled.emit, keys="Esc", name="cancel")
        footer = column(self.left_over, row(self.save, self.next, 1, self.stop), edge=TOKENS.inside)
        footer.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self.left_over.hide()
        self.setLayout(column(self.area, framed("footer", footer), gap=0))
        self._arrange()

    def load(self, record: RecordForm) -> None:
        """Show a record to edit, or a blank one, and put the cursor where typing begins."""
        self.next.setVisible(record.id is None)
        self.beside, self._known = {}, frozenset(record.texts)
        for tool in self.tools:
            tool.reset()
        for name, box in self.boxes.items():
            box.editor.set_text(record.texts.get(name, ""), record.labels.get(name, ""))
            box.tell(None)
        self._count()
        self.area.verticalScrollBar().setValue(0)
        self.focus_first()

    def put(self, texts: dict[str, str], labels: dict[str, str]) -> None:
        """Fill in texts over what is shown: a draft kept from before, or what a tool of the form has read."""
        for name, text in texts.items():
            if name in self.boxes:
                self.boxes[name].editor.set_text(text, labels.get(name, ""))
                self.boxes[name].tell(None)
            elif name in self._known:
                self.beside[name] = text

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return self.beside | {name: box.editor.text() for name, box in self.boxes.items()}

    def edited_texts(self, record: RecordForm) -> dict[str, str]:
        """What differs from the record as it was read: of an edit, only this is saved or kept."""
        return {name: text for name, text in self.texts().items() if text != record.texts.get(name, "")}

    def labels(self) -> dict[str, str]:
        """What references stand for, beside `texts`."""
        return {name: box.editor.label() for name, box in self.boxes.items()}

    def focus_first(self) -> None:
        """The first empty required field, or else the first field."""
        boxes = list(self.boxes.values())
        empty = [box for box in boxes if box.field.required and not box.editor.text()]
        for box in (empty or boxes)[:1]:
            box.editor.focus()

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Put every problem beside its field and the cursor into the first of them."""
        found = {problem.field: problem.problem for problem in problems}
        for name, box in self.boxes.items():
            box.tell(found.get(name))
        self._count()
        for name, problem in found.items():
            if name not in self.boxes:
                self.left_over.setText(self._desk.say.error(problem))
                self.left_over.show()
        for box in self.boxes.values():
            if box.problem is not None:
                self.area.ensureWidgetVisible(box)
                box.editor.focus()
                break

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _filled(self, texts: dict[str, str], labels: dict[str, str]) -> None:
        self.put(texts, labels)
        self._count()
        self.edited.emit()
        self.focus_first()

    def _box(self, field: FieldView) -> FieldBox:
        box = FieldBox(self._desk, field)
        box.editor.edited.connect(self.edited)
        box.editor.edited.connect(self._count)
        box.editor.left.connect(self._count)
        self.boxes[field.name] = box
        return box

    def _count(self) -> None:
        wrong = sum(box.problem is not None for box in self.boxes.values())
        self.left_over.setVisible(wrong > 0)
        if wrong:
            self.left_over.setText(
                self._desk.say.plural(N_("One field is to be mended."), N_("{n} fields are to be mended."), wrong)
            )

    def _arrange(self) -> None:
        columns = 2 if self.width() >= FORM_TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, boxes in self._grids:
            line, place = 0, 0
            for box in boxes:
                if place and (box.wide or place == columns):
                    line, place = line + 1, 0
                span = columns if box.wide else 1
                grid.addWidget(box, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
                place += span
            for column_number in (0, 1):
                grid.setColumnStretch(column_number, 1 if column_number < columns else 0)
