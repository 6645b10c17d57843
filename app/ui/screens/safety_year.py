"""The safety assessments of a year, marked down a list: every hamlet, agency and school, and how many of how many are safe."""

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.records.safety import RESULTS, SUBJECTS
from app.services import safety_year
from app.services.safety_year import NOT_SAFE, SAFE, SafetyLine, SafetyYear
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.register_page import ADD
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, row, shortcut, sign_button, words

_TURN = {"": SAFE, SAFE: NOT_SAFE, NOT_SAFE: ""}
_KEYS = {"1": SAFE, "2": NOT_SAFE, "0": ""}
_SUBJECTS, _RESULTS = dict(SUBJECTS), dict(RESULTS)
_TONES = {SAFE: "accent", NOT_SAFE: "error", "": "quiet"}


class SafetyYearPage(Page):
    """Marks are held until they are saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Safety assessments")))
        say = self.say
        self.year = desk.context.clock.today().year
        self.found: SafetyYear | None = None
        self._marks: dict[str, str] = {}
        self.name = words("", "section")
        self.name.setObjectName("safety.year")
        back = sign_button("chevron-left", say(N_("Year before  Alt+Left")), lambda: self.step(-1), name="safety.back")
        on = sign_button("chevron-right", say(N_("Next year  Alt+Right")), lambda: self.step(1), name="safety.on")
        self.numbers = words("", "value")
        self.numbers.setObjectName("safety.numbers")
        self.action_row.addWidget(button(say(N_("Add an agency or school")), self.first_action, sign="plus", name="safety.add"))
        self.all_safe = button(say(N_("All safe")), self.mark_all, name="safety.all")
        self.action_row.addWidget(self.all_safe)
        self.save = button(say(N_("Save")), self.save_marks, role="primary", sign="save", keys="Ctrl+S", name="safety.save")
        self.action_row.addWidget(self.save)
        self.decision = TypedField("safety.decision", say(N_("Decision number")))
        self.decided_on = TypedField("safety.decided_on", say(N_("Date of decision")))
        for field in (self.decision, self.decided_on):
            field.setMaximumWidth(TOKENS.sidebar)
        head = row(back, self.name, on, self.numbers, 1, self.decision, self.decided_on, gap=TOKENS.inside)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(head)
        heads = (
            Head(say(N_("Assessed"))),
            Head(say(N_("Result")), TOKENS.sidebar - TOKENS.row),
            Head(say(N_("In the year before")), TOKENS.sidebar - TOKENS.row),
        )
        self.grid = Grid("safety.lines", heads)
        self.grid.keyed.connect(self._keyed)
        self.grid.opened.connect(lambda place: self._keyed(place, " "))
        self.body.addWidget(self.grid, 1)
        hint = row(
            words(say(N_("Space or Enter goes through safe, not safe, none. Keys: 1 safe, 2 not safe, 0 none.")), "quiet"), 1
        )
        hint.setContentsMargins(TOKENS.edge, TOKENS.gap, TOKENS.between, TOKENS.gap)
        self.body.addLayout(hint)
        shortcut(self, "Ctrl+S", self.save_marks)
        shortcut(self, "Alt+Left", lambda: self.step(-1))
        shortcut(self, "Alt+Right", lambda: self.step(1))

    def focus_start(self) -> None:
        """The list."""
        self.grid.setFocus()

    def first_action(self) -> None:
        """An agency or school that was never assessed, in the register's own form."""
        self.go.emit("safety", ADD)

    def step(self, by: int) -> None:
        """Another year; marks that were not saved are dropped and told."""
        if self._marks:
            self.bars.tell("warning", self.say(N_("These results are not saved yet.")))
            return
        self.year += by
        self.refresh()

    def refresh(self) -> None:
        """Read again; what is marked and not saved stays."""
        context, year = self.desk.context, self.year
        self.read(lambda _job: safety_year.assessments(context, year), self._show, key="safety")

    def mark_all(self) -> None:
        """Every line without a result is safe."""
        if self.found is not None:
            for line in self.found.lines:
                if not self._result(line):
                    self._marks[line.key] = SAFE
            self._draw()

    def save_marks(self) -> None:
        """Save all that was marked, with the decision."""
        if self.found is None or not self._marks:
            return
        context, year, decision, day = self.desk.context, self.year, self.decision.text, self.decided_on.text
        marks = {line: self._marks[line.key] for line in self.found.lines if line.key in self._marks}
        self.write(
            lambda _job: safety_year.keep(context, year, marks, decision=decision, decided_on=day),
            self._saved,
            failed=self._refused,
        )

    def _show(self, found: SafetyYear) -> None:
        self.found = found
        self.name.setText(str(found.year))
        if not self._marks:
            self.decision.text, self.decided_on.text = found.decision, found.decided_on
        self._draw()

    def _draw(self) -> None:
        assert self.found is not None
        lines: list[Line] = []
        subject = ""
        for line in self.found.lines:
            if line.subject != subject:
                subject = line.subject
                lines.append(Line((self.say(_SUBJECTS[subject]),), heading=True))
            result = self._result(line)
            texts = (line.name, self._word(result), self._word(line.before))
            lines.append(Line(texts, ("", _TONES[result], "quiet"), key=line))
        self.grid.show_lines(lines)
        say = self.say
        counts = [f"{say(_SUBJECTS[kind])}: {safe}/{whole}" for kind, safe, whole in self._numbers()]
        if not counts:
            counts.append(say(N_("This unit has no hamlet of its own, and no agency or school was assessed.")))
        self.numbers.setText(" · ".join(counts))
        for widget in (self.save, self.all_safe, self.decision, self.decided_on):
            widget.setEnabled(bool(self.found.lines))

    def _numbers(self) -> list[tuple[str, int, int]]:
        assert self.found is not None
        marked = {line.key: self._result(line) for line in self.found.lines}
        found = []
        for subject, _safe, whole in self.found.numbers():
            keys = [line.key for line in self.found.lines if line.subject == subject]
            found.append((subject, sum(marked[key] == SAFE for key in keys), whole))
        return found

    def _result(self, line: SafetyLine) -> str:
        return self._marks.get(line.key, line.result)

    def _word(self, result: str) -> str:
        return self.say(_RESULTS[result]) if result in _RESULTS else "–"

    def _keyed(self, place: int, key: str) -> None:
        line = self.grid.grid.lines[place].key
        if not isinstance(line, SafetyLine) or (key != " " and key not in _KEYS):
            return
        result = _TURN[self._result(line)] if key == " " else _KEYS[key]
        self._marks.pop(line.key, None)
        if result != line.result:
            self._marks[line.key] = result
        self._draw()

    def _saved(self, written: int) -> None:
        self._marks.clear()
        self.bars.tell("done", self.say.plural(N_("Saved: one result."), N_("Saved: {n} results."), written))
        self.refresh()

    def _refused(self, problem: Exception) -> None:
        if not isinstance(problem, InvalidRecord):
            self.explain(problem)
            return
        for each in problem.problems:
            text = self.say(each.problem.message, **each.problem.facts)
            field = {"decision": self.decision, "decided_on": self.decided_on}.get(each.field)
            if field is not None:
                field.tell(text)
            else:
                self.bars.tell("error", text)
        self.refresh()
