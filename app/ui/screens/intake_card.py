"""One table of a workbook before it is looked over: its register, its columns and what each is written into, old letters."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.intake.legacy import Encoding
from app.records.sheets.shape import NEVER
from app.services.intake.confined import ID_NUMBER, may_go
from app.services.intake.showing import ShownColumn
from app.services.intake.views import AS_FOUND, KEPT_AS_NOTE, PASSED, Converted, Found, FoundColumn, Wanted
from app.ui.screens.carry_parts import notice
from app.ui.screens.intake_cut import CutLabel
from app.ui.theme import TOKENS
from app.ui.widgets import column, empty_layout, row, words

_ENCODINGS = (
    ("", N_("As it was recognised")),
    (Encoding.TCVN3.value, N_("TCVN3 (.VnTime)")),
    (Encoding.TCVN3_CAPITALS.value, N_("TCVN3 in capitals (.VnTimeH)")),
    (Encoding.VNI.value, N_("VNI (VNI-Times)")),
    (Encoding.VISCII.value, N_("VISCII")),
    (Encoding.UTF8.value, N_("UTF-8 read wrongly")),
    (Encoding.UNICODE.value, N_("Unicode: change nothing")),
)
_TARGET_WIDTH = TOKENS.sidebar + TOKENS.row + TOKENS.between
_SAMPLE_LETTERS = 60
_DIGITS = 4
"""The last digits of an ID number: all that is ever kept of one, and shown."""


class ClosedChoice(QComboBox):
    """A closed list that the wheel does not turn while the page is scrolled over it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(14)
        self.installEventFilter(self)

    def choose(self, data: str) -> None:
        """Choose by what stands behind the words; tells nobody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(data)))
        self.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The wheel scrolls the page."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TableCard(QWidget):
    """`changed` carries the table as the officer wants it now."""

    changed = Signal(object)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.say = say
        self.wanted = AS_FOUND
        self._shape: tuple[object, ...] = ()
        self._table: object = None
        self._targets: dict[int, ClosedChoice] = {}
        self._inside = QVBoxLayout()
        self._inside.setSpacing(TOKENS.inside)
        self._inside.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.between)
        self.setLayout(column(self._inside, 1, gap=0))

    def show_table(self, found: Found, wanted: Wanted, registers: Mapping[str, str], columns: tuple[ShownColumn, ...]) -> None:
        """Show a table as it would be read; the cursor stays in its list while only targets changed."""
        self.wanted = wanted
        shape = (found.key, found.type_code, wanted.encoding, wanted.taken, found.needed, found.converted)
        if shape == self._shape and found.table is self._table:
            for each in found.columns:
                if each.place in self._targets:
                    self._targets[each.place].choose(each.target)
            return
        self._shape, self._table = shape, found.table
        standing = self.focusWidget()
        name = standing.objectName() if self.isAncestorOf(standing) else ""
        self._targets.clear()
        empty_layout(self._inside)
        self._add_head(found, registers)
        if wanted.taken:
            for converted in found.converted:
                self._inside.addWidget(self._letters(converted))
            self._add_needed(found, columns)
            self._inside.addLayout(self._columns(found, columns))
        if name and (again := self.findChild(QWidget, name)) is not None:
            again.setFocus()

    def _add_head(self, found: Found, registers: Mapping[str, str]) -> None:
        say = self.say
        titles = words(" · ".join(found.titles[:2]) or found.sheet, "section", wrap=True)
        titles.setContentsMargins(0, TOKENS.gap, 0, 0)  # marks above capitals reach over a face's ascent
        self._inside.addWidget(titles)
        facts = say.plural(N_("One row below the heading"), N_("{n} rows below the heading"), found.rows)
        parts = [say(N_("Sheet “{sheet}”"), sheet=found.sheet), facts]
        if found.hidden:
            parts.append(say(N_("hidden in the workbook")))
        if found.remembered:
            parts.append(say(N_("columns as you set them the last time")))
        self._inside.addWidget(words(" · ".join(parts), "quiet", wrap=True))
        choice = ClosedChoice("intake.register", say(N_("Take into the register")))
        choice.addItem(say(N_("Do not take this sheet in")), PASSED)
        for code, called in registers.items():
            choice.addItem(called, code)
        choice.choose(found.type_code if self.wanted.taken else PASSED)
        choice.setMinimumWidth(_TARGET_WIDTH)
        choice.currentIndexChanged.connect(lambda _place: self._register_chosen(str(choice.currentData()), found.type_code))
        letters = ClosedChoice("intake.encoding", say(N_("Letters")))
        for code, called in _ENCODINGS:
            letters.addItem(say(called), code)
        letters.choose(self.wanted.encoding)
        letters.setMinimumWidth(TOKENS.sidebar - TOKENS.row)
        letters.setToolTip(say(N_("If it reads wrongly, choose the letters")))
        letters.currentIndexChanged.connect(lambda _p: self._tell(replace(self.wanted, encoding=str(letters.currentData()))))
        letters.setEnabled(self.wanted.taken)
        asked = words(say(N_("Take into the register")), "label"), words(say(N_("Letters")), "label")
        self._inside.addLayout(row(asked[0], choice, asked[1], letters, 1))

    def _letters(self, converted: Converted) -> QWidget:
        names = dict(_ENCODINGS)
        text = self.say(
            N_("{cells} cells are in old letters, {encoding}, and become Unicode: “{before}” → “{after}”."),
            cells=number_vi(converted.cells),
            encoding=N_(names.get(converted.encoding, converted.encoding)),
            before=converted.before[:_SAMPLE_LETTERS],
            after=converted.after[:_SAMPLE_LETTERS],
        )
        told = notice("done", text)
        told.setObjectName("intake.letters")
        return told

    def _add_needed(self, found: Found, columns: tuple[ShownColumn, ...]) -> None:
        by_target = {each.target: each for each in columns}
        needed = [by_target[target] for target in (*found.needed, *self.wanted.common) if target in by_target]
        if not needed:
            return
        text = N_("The register needs this too, and no column says it. Write it once for the whole table:")
        self._inside.addWidget(words(self.say(text), "value", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(TOKENS.inside)
        grid.setColumnStretch(1, 1)
        for line, each in enumerate(dict.fromkeys(needed)):
            grid.addWidget(words(each.label, "label"), line, 0)
            grid.addWidget(self._common(each), line, 1)
        self._inside.addLayout(grid)

    def _common(self, each: ShownColumn) -> QWidget:
        made = ClosedChoice(f"intake.common.{each.target}", each.label)
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setCompleter(None)  # type: ignore[arg-type] # None is Qt's way to have no completion in the line
        made.addItem("")
        made.addItems(list(each.options))
        made.setEditText(self.wanted.common.get(each.target, ""))
        line = made.lineEdit()
        if line is not None:
            line.editingFinished.connect(partial(self._common_typed, each.target, made))
        made.activated.connect(lambda _place: self._common_typed(each.target, made))
        return made

    def _columns(self, found: Found, columns: tuple[ShownColumn, ...]) -> QLayout:
        say = self.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(TOKENS.between)
        grid.setVerticalSpacing(TOKENS.gap)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 2)
        for place, label in enumerate((N_("Column"), N_("Heading"), N_("For example"), N_("Write into"))):
            grid.addWidget(words(say(label), "label"), 0, place)
        for line, each in enumerate(found.columns, start=1):
            for place, piece in enumerate(self._line(each, columns)):
                grid.addWidget(piece, line, place)
        return grid

    def _line(self, each: FoundColumn, columns: tuple[ShownColumn, ...]) -> Iterator[QWidget]:
        say = self.say
        never = each.target == NEVER
        yield words(each.letter, "quiet")
        yield words(each.heading or say(N_("(no heading)")), "quiet" if never or not each.heading else "value", wrap=True)
        yield _samples(each)
        if never:
            told = words(say(N_("Not kept, by regulation")), "quiet")
            told.setObjectName(f"intake.never.{each.place}")
            told.setMinimumHeight(TOKENS.row)
            yield told
            return
        choice = ClosedChoice(f"intake.target.{each.place}", say(N_("Write “{heading}” into"), heading=each.heading or each.letter))
        if may_go(each.own, KEPT_AS_NOTE):
            choice.addItem(say(N_("Notes, with its heading")), KEPT_AS_NOTE)
        choice.addItem(say(N_("Nothing: leave this column out")), PASSED)
        choice.insertSeparator(choice.count())
        for target in columns:
            if not may_go(each.own, target.target):
                continue
            called = say(N_("{field} (required)"), field=target.label) if target.required else target.label
            choice.addItem(called, target.target)
        choice.choose(each.target)
        choice.setMinimumWidth(_TARGET_WIDTH)
        choice.currentIndexChanged.connect(lambda _place: self._target_chosen(each.place, str(choice.currentData())))
        self._targets[each.place] = choice
        yield choice

    def _register_chosen(self, code: str, before: str) -> None:
        if code == PASSED:
            self._tell(replace(self.wanted, taken=False))
        elif code == before:
            self._tell(replace(self.wanted, taken=True))
        else:
            self._tell(Wanted(type_code=code, encoding=self.wanted.encoding))

    def _target_chosen(self, place: int, target: str) -> None:
        self._tell(replace(self.wanted, targets={**self.wanted.targets, place: target}))

    def _common_typed(self, target: str, made: QComboBox) -> None:
        text = made.currentText().strip()
        if text != self.wanted.common.get(target, ""):
            self._tell(replace(self.wanted, common={**self.wanted.common, target: text}))

    def _tell(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.changed.emit(wanted)


def _samples(each: FoundColumn) -> QLabel:
    samples = [sample.replace("\n", " ")[:_SAMPLE_LETTERS] for sample in each.samples]
    if each.target == ID_NUMBER:
        samples = [f"…{sample[-_DIGITS:]}" for sample in samples]
    made = CutLabel(" · ".join(samples), "quiet")
    made.setMinimumWidth(TOKENS.sidebar // 2)
    return made
