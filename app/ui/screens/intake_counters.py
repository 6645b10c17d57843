"""Four numbers that add up to the rows read. Each is a filter: a click, or Alt and its number, shows its rows."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.intake.showing import verdict_words
from app.services.intake.views import VERDICTS, Verdict
from app.ui.theme import TOKENS
from app.ui.widgets import column, repolish, row, shortcut, words

ALL = ""
"""The filter that lets every row through."""


def sum_in_words(say: Translator, counts: Mapping[Verdict, int]) -> str:
    """The four numbers and their sum in one line."""
    return say(
        N_("{new} new + {duplicate} already there + {review} to be looked at + {left_out} left out = {read} rows read"),
        read=number_vi(sum(counts.values())),
        **{verdict: number_vi(count) for verdict, count in counts.items()},
    )


class Counters(QWidget):
    """`picked` carries the verdict whose rows are to be shown, `ALL` for every row."""

    picked = Signal(str)

    def __init__(self, say: Translator, owner: QWidget) -> None:
        super().__init__()
        self._figures: dict[str, QLabel] = {}
        self._say = say
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        pieces: list[QWidget] = []
        for number, verdict in enumerate(VERDICTS):
            if pieces:
                pieces.append(words("+", "quiet"))
            pieces.append(self._counter(verdict, say(verdict_words(verdict)), f"Alt+{number + 1}"))
            shortcut(owner, f"Alt+{number + 1}", partial(self._pick, verdict))
        pieces += [words("=", "quiet"), self._counter(ALL, say(N_("Rows read")), "Alt+5")]
        shortcut(owner, "Alt+5", partial(self._pick, ALL))
        self.setLayout(row(*pieces, gap=TOKENS.gap))

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """The numbers; their sum is the rows read."""
        shown: dict[str, int] = {verdict: counts[verdict] for verdict in VERDICTS}
        shown[ALL] = sum(counts.values())
        for verdict, figure in self._figures.items():
            figure.setText(number_vi(shown[verdict]))
            name = self.buttons[verdict].property("called")
            self.buttons[verdict].setAccessibleName(f"{name}: {shown[verdict]}")

    def mark(self, verdict: str) -> None:
        """Show which rows are in sight."""
        for code, made in self.buttons.items():
            repolish(made, "active", "true" if code == verdict else "false")
            made.setChecked(code == verdict)

    def figures(self) -> dict[str, str]:
        """What the numbers say, by verdict."""
        return {verdict: figure.text() for verdict, figure in self._figures.items()}

    def _counter(self, verdict: str, called: str, keys: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "counter")
        made.setProperty("tone", verdict)
        made.setProperty("called", called)
        made.setObjectName(f"intake.count.{verdict or 'all'}")
        made.setToolTip(f"{called}  {keys}")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        figure, name = words("0", "count"), words(called, "quiet")
        for label in (figure, name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = column(figure, name, gap=0)
        inside.setContentsMargins(TOKENS.inside, TOKENS.gap, TOKENS.inside, TOKENS.gap)
        made.setLayout(inside)
        made.clicked.connect(partial(self._pick, verdict))
        self._figures[verdict] = figure
        self._group.addButton(made)
        self.buttons[verdict] = made
        return made

    def _pick(self, verdict: str, _checked: bool = False) -> None:
        self.mark(verdict)
        self.picked.emit(verdict)
