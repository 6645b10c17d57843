"""Is this certificate genuine: its code is scanned into a line or read from a picture, and judged in words."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_
from app.core.text import short_date
from app.intake.pictures import KINDS
from app.services.awards import sheet_code
from app.services.awards.sheet_code import Checked, State
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.parts.scan_card import ScanLine
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, repolish, row, shortcut, words

_VERDICTS: dict[State, tuple[str, str, str]] = {
    "genuine": ("good", N_("Genuine"), N_("Printed by {unit}. Compare the name on the sheet with the one below.")),
    "changed": ("warning", N_("Genuine, but the book says otherwise by now"), N_("The book now says: {now}.")),
    "recalled": ("error", N_("Recalled"), N_("Printed by {unit}, and recalled since.")),
    "gone": ("warning", N_("Deleted"), N_("Printed by {unit}, and deleted from its book since.")),
    "altered": ("error", N_("Altered"), N_("The signature does not fit what the code says: somebody changed it.")),
    "unknown": (
        "warning",
        N_("Cannot be judged here"),
        N_("The code is whole, but this book does not know the unit {unit}. Ask the unit, or check it at the unit above."),
    ),
}
"""By state: the manner of the verdict, the verdict, and what it means."""


class SheetCheckPage(Page):
    """The cursor stands in the line that the scanner types into; F4 takes it back there, Ctrl+O asks for a picture."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Check a certificate")))
        say = self.say
        back = button(say(N_("All decisions")), self._all, sign="arrow-left", keys="Esc", name="sheet_check.back")
        self.action_row.addWidget(back)
        shortcut(self, "Esc", self._all)
        shortcut(self, "Ctrl+O", self._pick)
        shortcut(self, "F4", self.focus_start)
        hint = say(N_("Scan the square code at the foot of the certificate, or choose a picture or scan of it."))
        self.line = ScanLine()
        self.line.setObjectName("sheet_check.line")
        self.line.setPlaceholderText(say(N_("Scan the code here")))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.editingFinished.connect(self._scanned)
        picture = button(say(N_("From a picture…")), self._pick, sign="image", keys="Ctrl+O", name="sheet_check.picture")
        self.verdict = words("", "title", wrap=True)
        self.verdict.setObjectName("sheet_check.verdict")
        self.meaning = words("", "value", wrap=True)
        self.meaning.setObjectName("sheet_check.meaning")
        self.facts = words("", "value", wrap=True, select=True)
        self.facts.setObjectName("sheet_check.facts")
        asked = row(self.line, picture)
        asked.setStretch(0, 1)
        self.answer = QWidget()
        self.answer.setLayout(column(self.verdict, self.meaning, self.facts, gap=TOKENS.gap))
        self.answer.hide()
        inner = column(words(hint, "quiet", wrap=True), asked, self.answer, 1, gap=TOKENS.inside)
        inner.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.edge, TOKENS.edge)
        self.body.addLayout(inner, 1)

    def focus_start(self) -> None:
        """The line for the scanner."""
        self.line.setFocus()
        self.line.selectAll()

    def _scanned(self) -> None:
        text = self.line.text()
        self.line.clear()
        if text.strip():
            context = self.desk.context
            self.read(lambda _job: sheet_code.check(context, text), self._show, key="sheet_check", failed=self._refused)

    def _pick(self) -> None:
        files = self.desk.ask.open_files(self, self.say(N_("Picture of a certificate")), f"{self.say(N_('Pictures'))} ({KINDS})")
        if files:
            context, path = self.desk.context, files[0]
            self.read(lambda _job: sheet_code.check_picture(context, path), self._show, key="sheet_check", failed=self._refused)

    def _show(self, found: Checked) -> None:
        self.bars.clear()
        manner, verdict, meaning = _VERDICTS[found.state]
        self.verdict.setText(self.say(verdict))
        repolish(self.verdict, "manner", manner)
        self.meaning.setText(self.say(meaning, unit=found.unit or found.facts.unit, now=found.now))
        self.facts.setText(self._said(found))
        self.answer.show()

    def _said(self, found: Checked) -> str:
        facts = found.facts
        lines = [self.say(N_("Name: {name}"), name=facts.name), self.say(N_("Decision: {number}"), number=facts.number)]
        if facts.decided_on:
            lines.append(self.say(N_("Of {day}"), day=short_date(facts.decided_on)))
        if facts.register_no:
            lines.append(self.say(N_("Number in the register: {number}"), number=facts.register_no))
        return "\n".join(lines)

    def _refused(self, problem: Exception) -> None:
        self.answer.hide()
        self.explain(problem)

    def _all(self) -> None:
        self.go.emit("award", None)
