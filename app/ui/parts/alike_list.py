"""Records that may be the same person, each with what speaks for it and the two answers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_, Translator
from app.services.people import Candidate
from app.ui.parts.links import GivingLink
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, row, rule, words

SHOWN = 5
"""Candidates in sight; the next come up as these are answered."""


class AlikeList(QWidget):
    """`same` and `different` carry type and id of the record that was answered about, `opened` of one to be read first."""

    same = Signal(str, str)
    different = Signal(str, str)
    opened = Signal(str, str)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.setObjectName("alike")
        self._say = say
        self.heading = words(say(N_("May be the same person")), "label")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(TOKENS.inside)
        self.more = words("", "quiet")
        self.setLayout(column(self.heading, self.lines, self.more, gap=TOKENS.gap))
        self.hide()

    def show_candidates(self, found: Sequence[Candidate], *, own: bool) -> None:
        """Show these instead of the ones before."""
        empty_layout(self.lines)
        for number, candidate in enumerate(found[:SHOWN]):
            if number:
                self.lines.addWidget(rule())
            self.lines.addWidget(self._line(number, candidate, own))
        left = len(found) - SHOWN
        self.more.setVisible(left > 0)
        self.more.setText(
            self._say.plural(N_("One more may be the same person."), N_("{n} more may be the same person."), max(left, 0))
        )
        self.setVisible(bool(found))

    def _line(self, number: int, candidate: Candidate, own: bool) -> QWidget:
        say, place = self._say, (candidate.type_code, candidate.id)
        name = GivingLink(candidate.name, partial(self.opened.emit, *place), name=f"alike.{number}")
        detail = words(" · ".join(part for part in (candidate.what, candidate.detail) if part), "quiet", wrap=True)
        parts: list[QWidget] = [detail]
        if candidate.agrees:
            parts.append(words(", ".join(candidate.agrees), "help", wrap=True))
        same = button(say(N_("Same person")), partial(self.same.emit, *place), name=f"same.{number}")
        other = button(say(N_("Not the same")), partial(self.different.emit, *place), name=f"different.{number}")
        same.setVisible(own)
        other.setVisible(own)
        line = QWidget()
        line.setLayout(column(row(name, 1), *parts, row(same, other, 1), gap=2))
        return line
