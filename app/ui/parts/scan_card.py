"""An ID card at a form: a scanner types its code into one line, or a picture of it is read; the form's own fields are filled."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.core.errors import UserError
from app.core.i18n import N_
from app.intake.pictures import KINDS
from app.services import people
from app.services.people import Scanned
from app.ui.desk import Desk
from app.ui.parts.base import FormTool
from app.ui.widgets import button, column, repolish, row, words


class ScanLine(QLineEdit):
    """Takes the burst of keys that a scanner sends. Its Enter ends the burst and nothing else."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter is the line's own: in a form it must not go on to what stands around."""
        super().keyPressEvent(event)
        event.accept()


class ScanCard(FormTool):
    """What is typed there is read at Enter and wiped at once; no number stays in sight."""

    keys = "F4"

    def __init__(self, desk: Desk, type_code: str) -> None:
        super().__init__(desk, type_code)
        say = self.say
        self.line = ScanLine()
        self.line.setObjectName("scan")
        self.line.setPlaceholderText(say(N_("Scan an ID card here")))
        self.line.setToolTip(f"{self.line.placeholderText()}  {self.keys}")
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.editingFinished.connect(self._read)  # at Enter, and at the Tab that some scanners send instead
        self.picture = button(say(N_("From a picture…")), self._pick, role="link", name="scan.picture")
        self.note = words("", "help", wrap=True)
        self.note.setObjectName("scan.note")
        self.note.hide()
        line = row(self.line, self.picture)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.note, gap=2))

    def begin(self) -> None:
        """Put the cursor where the scanner shall type."""
        self.line.setFocus()

    def reset(self) -> None:
        """Forget the last card."""
        self.line.clear()
        self._tell("", good=True)

    def _read(self) -> None:
        text = self.line.text()
        self.line.clear()
        if text.strip():
            context, code = self.desk.context, self.type_code
            self.desk.tasks.read(self, lambda _job: people.scan(context, code, text), self._filled, self._refused, key="scan")

    def _pick(self) -> None:
        files = self.desk.ask.open_files(self, self.say(N_("Picture of the card's code")), f"{self.say(N_('Pictures'))} ({KINDS})")
        if files:
            context, code, path = self.desk.context, self.type_code, files[0]
            self.desk.tasks.read(
                self, lambda _job: people.scan_picture(context, code, path), self._filled, self._refused, key="scan"
            )

    def _filled(self, scanned: Scanned) -> None:
        self.fill.emit(dict(scanned.texts), dict(scanned.labels))
        lines = list(scanned.doubts) or [self.say(N_("Filled in from the card. Compare it before you save."))]
        if scanned.known:
            lines.append(self.say(N_("This card was scanned before, for the page of {name}."), name=scanned.known))
        self._tell("\n".join(lines), good=not scanned.doubts)

    def _refused(self, problem: Exception) -> None:
        if not isinstance(problem, UserError):
            raise problem
        self._tell(self.say.error(problem), good=False)
        self.line.setFocus()

    def _tell(self, text: str, *, good: bool) -> None:
        self.note.setText(text)
        repolish(self.note, "role", "help" if good else "problem")
        self.note.setVisible(bool(text))
