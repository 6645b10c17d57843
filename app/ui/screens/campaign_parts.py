"""Pieces of the campaign page: the line that adds to a list, and the numbers of those who had not signed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.i18n import N_, Translator
from app.services.campaigns import COUNTS
from app.ui.theme import TOKENS
from app.ui.widgets import repolish, row, words


class RosterLine(QLineEdit):
    """Adds to a list: a name and Enter, or several rows pasted from a sheet.

    Rows stay apart as semicolons and their cells as strokes, which can be typed as well: "Giàng A Sử | 1980 | Xóm trên; …".
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """What is pasted keeps its rows and cells."""
        text = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and ("\n" in text.strip() or "\t" in text.strip()):
            lines = [" | ".join(cell.strip() for cell in line.split("\t")) for line in text.splitlines() if line.strip()]
            self.insert("; ".join(lines))
        else:
            super().keyPressEvent(event)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of each row typed or pasted."""
        lines = (line for line in self.text().split(";") if line.strip())
        return tuple(tuple(cell.strip() for cell in line.split("|") if cell.strip()) for line in lines)


class CountFields(QWidget):
    """How many were away, had moved, were not reached: three small numbers. `edited` tells that one was typed into."""

    edited = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        labels = {"away": say(N_("Away")), "moved": say(N_("Moved")), "not_reached": say(N_("Not reached"))}
        self.lines = {name: QLineEdit() for name in COUNTS}
        self._standing: Mapping[str, str] = dict.fromkeys(COUNTS, "")
        pieces: list[QWidget] = []
        for name, line in self.lines.items():
            line.setObjectName(f"count.{name}")
            line.setAccessibleName(labels[name])
            line.setValidator(QIntValidator(0, 9999, line))
            line.setFixedWidth(TOKENS.row + TOKENS.inside * 2)
            line.textEdited.connect(lambda _text: self.edited.emit())
            pieces += [words(labels[name], "quiet"), line]
        self.setLayout(row(*pieces))

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show what stands on the sheet."""
        self._standing = dict(counts)
        for name, line in self.lines.items():
            line.setText(counts[name])
            repolish(line, "wrong", False)

    @property
    def texts(self) -> dict[str, str]:
        """What is typed."""
        return {name: line.text().strip() for name, line in self.lines.items()}

    @property
    def changed(self) -> bool:
        """Whether it differs from what stands."""
        return self.texts != dict(self._standing)

    @property
    def total(self) -> int:
        """All three together."""
        return sum(int(text) for text in self.texts.values() if text.isdigit())
