"""What happened, said on the page: a bar for errors, warnings and things done, with an offer such as Undo, seldom two."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core.i18n import N_, Translator
from app.core.text import nfc
from app.ui.icons import icon, picture
from app.ui.tasks import Job, Tasks
from app.ui.theme import TOKENS

Offer = tuple[str, Callable[[], None]]
"""A verb, and what it does."""

SHOW_AFTER = 600
"""Milliseconds of work before its progress is shown: shorter work would only flicker."""

_TONES = {
    "error": ("circle-alert", TOKENS.error),
    "warning": ("triangle-alert", TOKENS.warning),
    "done": ("circle-check", TOKENS.accent),
}


class Bar(QFrame):
    """One message with its sign, its offer and a cross to put it away."""

    closed = Signal()

    def __init__(self, say: Translator, tone: str, text: str, offers: Sequence[Offer]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        sign, colour = _TONES[tone]
        line = QHBoxLayout(self)
        line.setContentsMargins(TOKENS.inside, TOKENS.gap, TOKENS.gap, TOKENS.gap)
        mark = QLabel()
        mark.setPixmap(picture(sign, colour, TOKENS.icon))
        self.label = QLabel(text)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(mark)
        line.addWidget(self.label, 1)
        self.offers = [self._offer(verb, act) for verb, act in offers]
        for made in self.offers:
            line.addWidget(made)
        cross = QToolButton()
        cross.setIcon(icon("x", colour))
        cross.setToolTip(say(N_("Put away")))
        cross.clicked.connect(self.closed)
        line.addWidget(cross)

    @property
    def offer(self) -> QPushButton | None:
        """The first thing offered."""
        return self.offers[0] if self.offers else None

    def _offer(self, verb: str, act: Callable[[], None]) -> QPushButton:
        made = QPushButton(verb)
        made.setProperty("role", "link")
        made.clicked.connect(act)
        made.clicked.connect(self.closed)
        return made


class AskingBar(Bar):
    """A bar with a question: a line for the reason where one is to be typed, and the verb that goes on. Enter answers."""

    def __init__(self, say: Translator, text: str, verb: str, answered: Callable[[str], None], *, typed: bool) -> None:
        super().__init__(say, "warning", text, ())
        self._answered = answered
        self.reason = QLineEdit()
        self.reason.setObjectName("bar.reason")
        self.reason.setAccessibleName(say(N_("Reason")))
        self.reason.setPlaceholderText(say(N_("Reason")))
        self.reason.setMaxLength(300)
        self.go_on = QPushButton(verb)
        self.go_on.setObjectName("bar.go_on")
        self.go_on.clicked.connect(self._answer)
        self.reason.returnPressed.connect(self._answer)
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        line.removeWidget(self.label)
        answer = QHBoxLayout()
        answer.addWidget(self.reason, 1)
        answer.addWidget(self.go_on)
        if not typed:
            answer.addStretch(1)
        both = QVBoxLayout()
        both.setSpacing(TOKENS.gap)
        both.addWidget(self.label)
        both.addLayout(answer)
        line.insertLayout(1, both, 1)
        self.reason.setVisible(typed)
        self.start = self.reason if typed else self.go_on

    def _answer(self) -> None:
        text = nfc(self.reason.text().strip())
        if self.start is self.reason and not text:
            self.reason.setFocus()
            return
        self.closed.emit()
        self._answered(text)


class BarArea(QWidget):
    """Holds the page's one bar; a new one replaces the old."""

    def __init__(self, say: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.bar: Bar | None = None
        self.hide()

    def tell(self, tone: str, text: str, offer: Offer | None = None, other: Offer | None = None) -> None:
        """Show `text`; `tone` is "error", "warning" or "done". An offer is a verb and what it does."""
        self.clear()
        self.bar = Bar(self._say, tone, text, [each for each in (offer, other) if each])
        self.bar.closed.connect(self.clear)
        self._column.addWidget(self.bar)
        self.show()

    def ask(self, text: str, verb: str, answered: Callable[[str], None], *, typed: bool = False) -> None:
        """Ask before going on. `answered` gets the reason, never empty when one is to be `typed`, else an empty text."""
        self.clear()
        bar = AskingBar(self._say, text, verb, answered, typed=typed)
        bar.closed.connect(self.clear)
        self.bar = bar
        self._column.addWidget(bar)
        self.show()
        bar.start.setFocus()

    @property
    def text(self) -> str:
        """What the bar says now; empty when there is none."""
        return self.bar.label.text() if self.bar else ""

    def clear(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        self.hide()


class BusyBar(QFrame):
    """Appears when work with a title takes longer than `SHOW_AFTER`: what, how many, and Hủy."""

    def __init__(self, say: Translator, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._jobs: list[Job] = []
        self.setProperty("role", "bar")
        self.setProperty("tone", "busy")
        line = QHBoxLayout(self)
        line.setContentsMargins(TOKENS.inside, TOKENS.gap, TOKENS.inside, TOKENS.gap)
        self.label = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(TOKENS.sidebar)
        self.stop = QPushButton(say(N_("Cancel")))
        self.stop.setProperty("role", "link")
        self.stop.clicked.connect(self._cancel)
        line.addWidget(self.label, 1)
        line.addWidget(self.progress)
        line.addWidget(self.stop)
        self._timer = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._timer.timeout.connect(self._appear)
        tasks.started.connect(self._started)
        tasks.moved.connect(self._moved)
        tasks.ended.connect(self._ended)
        self.hide()

    def _started(self, job: Job) -> None:
        if job.title:
            self._jobs.append(job)
            if len(self._jobs) == 1:
                self._timer.start()

    def _moved(self, job: Job) -> None:
        if self._jobs and job is self._jobs[0]:
            self._draw(job)

    def _ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if self._jobs:
            self._draw(self._jobs[0])
        else:
            self._timer.stop()
            self.hide()

    def _appear(self) -> None:
        if self._jobs:
            self._draw(self._jobs[0])
            self.show()

    def _draw(self, job: Job) -> None:
        self.progress.setRange(0, job.total)
        self.progress.setValue(job.count)
        self.stop.setEnabled(not job.stopped.is_set())
        if job.total:
            text = self._say(N_("{title}: {count} of {total}"), title=job.title, count=job.count, total=job.total)
        else:
            text = f"{job.title}…"
        self.label.setText(f"{text} · {self._say(job.what)}" if job.what else text)

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
            self.stop.setEnabled(False)
