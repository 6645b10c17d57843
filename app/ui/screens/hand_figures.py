"""Figures given by hand, a sheet at a time: one unit, one period, all indicators down a column, one reason."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.core.errors import InvalidRecord, Problem
from app.core.i18n import N_
from app.core.text import fold, nfc, number_vi
from app.services import drafts, hand_figures
from app.services.drafts import Draft
from app.services.hand_figures import Sheet, Written
from app.statistics.periods import PeriodKind, neighbour, period_of
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.screens.report_period import PeriodChooser
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, row, shortcut, words

_VALUE = 2


class HandFiguresPage(Page):
    """What is typed is kept as a draft until it is saved, each sheet by itself. `enter` takes a draft's name to go on with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Figures given by hand")))
        say = self.say
        self.sheet: Sheet | None = None
        self._typed: dict[str, int | None] = {}
        self._codes: list[str] = []
        self.action_row.addWidget(button(say(N_("All figures")), lambda: self.go.emit("hand_figure", None), name="hand.all"))
        self.save = button(say(N_("Save")), self.save_sheet, role="primary", sign="save", keys="Ctrl+S", name="hand.save")
        self.action_row.addWidget(self.save)
        self.unit = QComboBox()
        self.unit.setEditable(True)
        self.unit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.unit.setCompleter(QCompleter())  # an empty one: nothing is completed while a name is typed
        self.unit.setObjectName("hand.unit")
        self.unit.setAccessibleName(say(N_("Unit the figure is for")))
        self.unit_note = words("", "problem", wrap=True)
        self.unit_note.setObjectName("hand.unit.note")
        self.unit.activated.connect(lambda _place: self._chosen())
        line = self.unit.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._chosen)
        self.period = PeriodChooser(desk)
        self.period.set(neighbour(period_of(PeriodKind.YEAR, desk.context.clock.today()), 0))
        self.period.changed.connect(lambda _period: self._chosen(again=True))
        self.why = TypedField("hand.why", say(N_("Why it is given by hand")))
        self.given_by = TypedField("hand.given_by", say(N_("Given by")))
        for field in (self.why, self.given_by):
            field.note.setMaximumHeight(TOKENS.row)
        name = QWidget()
        name.setLayout(column(words(say(N_("Unit the figure is for")), "label"), self.unit, self.unit_note, 1, gap=2))
        self.unit_note.hide()
        top = row(name, self.why, self.given_by, gap=TOKENS.between)
        for place, share in enumerate((3, 4, 3)):
            top.setStretch(place, share)
        for layout in (row(self.period), top):
            layout.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
            self.body.addLayout(layout)
        heads = (
            Head(say(N_("Indicator"))),
            Head(say(N_("Unit of count")), TOKENS.sidebar // 2),
            Head(say(N_("Figure")), TOKENS.sidebar - TOKENS.row, True),
        )
        self.grid = Grid("hand.figures", heads, typed_in=_VALUE)
        self.grid.grid.typed = self._figure_typed
        self.body.addWidget(self.grid, 1)
        shortcut(self, "Ctrl+S", self.save_sheet)
        shortcut(self, "Alt+Left", lambda: self.period.step(-1))
        shortcut(self, "Alt+Right", lambda: self.period.step(1))

    @property
    def name(self) -> str:
        """The unit as it is typed."""
        return nfc(self.unit.currentText().strip())

    def enter(self, argument: object = None) -> None:
        """Offer the units of before, and go on with the draft asked for."""
        if isinstance(argument, str) and argument:
            name, period = hand_figures.sheet_of(argument)
            self.unit.setEditText(name)
            self.period.set(period)
            self._typed, self.sheet = {}, None
        context = self.desk.context
        self.read(lambda _job: hand_figures.units_given(context), self._offer, key="units")
        if self.sheet is None:
            self._read()

    def focus_start(self) -> None:
        """The unit."""
        self.unit.setFocus()

    def refresh(self) -> None:
        """Read what was saved, unless something is half typed."""
        if not self._typed:
            self._read()

    def leave(self) -> None:
        """Half-typed figures stay on the page, and are kept through a power cut."""
        self._keep_draft()

    def save_sheet(self) -> None:
        """Save every figure that was typed, with the reason."""
        context, period = self.desk.context, self.period.period
        self.grid.setFocus()  # a figure still in its editor is taken over
        name, typed, why, given_by = self.name, self._all(), self.why.text, self.given_by.text
        slot = hand_figures.slot_of(name, period)

        def work(_job: object) -> Written:
            written = hand_figures.keep(context, name, period.start, period.end, typed, why=why, given_by=given_by)
            drafts.drop(context, slot)
            return written

        self.write(work, self._saved, failed=self._refused)

    def _all(self) -> dict[str, int | None]:
        """What the sheet says, so that a changed reason reaches figures that stay."""
        standing = {line.code: line.value for line in self.sheet.lines} if self.sheet else {}
        return {code: value for code, value in (standing | self._typed).items() if value is not None or code in self._typed}

    def _offer(self, names: tuple[str, ...]) -> None:
        typed = self.unit.currentText()
        self.unit.clear()
        self.unit.addItems(names)
        self.unit.setEditText(typed)

    def _chosen(self, *, again: bool = False) -> None:
        shown = self.sheet
        same = shown is not None and fold(shown.unit_name) == fold(self.name)
        if again or not same:
            keep_typed = not again and shown is not None and not shown.unit_name
            self._typed = self._typed if keep_typed else {}
            self._read()

    def _read(self) -> None:
        context, name, period = self.desk.context, self.name, self.period.period
        slot = hand_figures.slot_of(name, period)

        def work(_job: object) -> tuple[Sheet, Draft | None]:
            return hand_figures.sheet(context, name, period.start, period.end), drafts.find(context, slot)

        self.read(work, lambda answer: self._show(*answer), key="sheet")

    def _keep_draft(self) -> None:
        """Keep the sheet in the encrypted database; it is dropped when it is saved."""
        if not self._typed or not self.name:
            return
        context, slot = self.desk.context, hand_figures.slot_of(self.name, self.period.period)
        texts = {code: "" if value is None else str(value) for code, value in self._typed.items()}
        labels = {"why": self.why.text, "given_by": self.given_by.text}
        self.desk.tasks.write(self, lambda _job: drafts.keep(context, slot, texts, labels), lambda _none: None, self.explain)

    def _offer_draft(self, draft: Draft) -> None:
        self._typed = {code: int(text) if text else None for code, text in draft.texts.items()}
        self.why.text, self.given_by.text = draft.labels.get("why", ""), draft.labels.get("given_by", "")
        context, slot = self.desk.context, hand_figures.slot_of(self.name, self.period.period)

        def throw_away() -> None:
            self._typed = {}
            self.write(lambda _job: drafts.drop(context, slot), lambda _none: self._read())

        text = self.say(N_("This is the draft kept at {time}. It is not saved yet."), time=f"{draft.kept_at:%H:%M %d/%m/%Y}")
        self.bars.tell("warning", text, (self.say(N_("Throw away")), throw_away))

    def _show(self, sheet: Sheet, draft: Draft | None) -> None:
        self.sheet = sheet
        if draft is not None and not self._typed:
            self._offer_draft(draft)
        lines: list[Line] = []
        self._codes = []
        chapter = ""
        for line in sheet.lines:
            if line.chapter != chapter:
                chapter = line.chapter
                lines.append(Line((chapter,), heading=True))
                self._codes.append("")
            value = self._typed.get(line.code, line.value)
            lines.append(Line((line.label, line.unit, "" if value is None else number_vi(value)), ("", "quiet", ""), key=line.code))
            self._codes.append(line.code)
        self.grid.show_lines(lines)
        if sheet.why or not self.why.text:
            self.why.text = sheet.why
        if sheet.given_by or not self.given_by.text:
            self.given_by.text = sheet.given_by

    def _figure_typed(self, place: int, text: str) -> str | None:
        try:
            value = hand_figures.read_figure(text, self.desk.context.clock.today())
        except Problem as problem:
            self.bars.tell("error", self.say(problem.message, **problem.facts))
            return None
        self.bars.clear()
        self._typed[self._codes[place]] = value
        self._keep_draft()
        return "" if value is None else number_vi(value)

    def _saved(self, written: Written) -> None:
        self._typed = {}
        self._tell_problems({})
        sentence = N_("Saved: {new} new, {changed} changed, {removed} taken out. Reports that hold these days count them.")
        facts = {"new": written.new, "changed": written.changed, "removed": written.removed}
        self.bars.tell("done", self.say(sentence, **facts))
        self._read()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord):
            found = {each.field: self.say(each.problem.message, **each.problem.facts) for each in problem.problems}
            self._tell_problems(found)
            left = [text for name, text in found.items() if name not in ("unit_name", "why", "given_by")]
            self.bars.tell("error", left[0] if left else self.say(problem.message))
        else:
            self.explain(problem)

    def _tell_problems(self, found: Mapping[str, Any]) -> None:
        self.unit_note.setText(found.get("unit_name", ""))
        self.unit_note.setVisible("unit_name" in found)
        self.why.tell(found.get("why", ""))
        self.given_by.tell(found.get("given_by", ""))
        fields: dict[str, QWidget] = {"unit_name": self.unit, "why": self.why.line, "given_by": self.given_by.line}
        for name in list(found)[:1]:
            fields.get(name, self.grid).setFocus()
