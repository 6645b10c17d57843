"""What the three parts of carrying share: how a part is laid out, how sizes and moments are told, fingerprints to read aloud."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout, QWidget

from app.core.i18n import N_, Translator
from app.core.text import decimal_vi, short_moment
from app.ui.icons import picture
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.widgets import column, framed, row, scrolled, words

_SIGNS = {
    "error": ("circle-alert", TOKENS.error),
    "warning": ("triangle-alert", TOKENS.warning),
    "done": ("circle-check", TOKENS.accent),
}


class Part(QWidget):
    """One of the parts of the carry page; its work and its errors belong to the page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.desk = page.desk
        self.say = page.say
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.between)
        self.inside.setSpacing(TOKENS.between)
        place = QWidget()
        place.setLayout(column(self.inside, 1, gap=0))
        self.whole = column(scrolled(place, role="ground"), gap=0)
        self.setLayout(self.whole)

    def card(self, *items: QWidget | QLayout) -> QFrame:
        """A white card with these pieces under each other, put at the end of the part."""
        frame = framed("card", column(*items, edge=TOKENS.between))
        self.inside.addWidget(frame)
        return frame


def notice(tone: str, text: str) -> QFrame:
    """A sentence that stays on the page, with the sign of its tone: "error", "warning" or "done"."""
    sign = words("")
    sign.setPixmap(picture(*_SIGNS[tone], TOKENS.icon))
    line = row(sign, words(text, "value", wrap=True, select=True), edge=TOKENS.inside)
    line.setStretch(1, 1)
    frame = framed("bar", line)
    frame.setProperty("tone", tone)
    frame.setAccessibleName(text)
    return frame


def fingerprint_label(fingerprint: str, name: str) -> QLabel:
    """A fingerprint in its groups, large enough to be read over the telephone."""
    label = words(fingerprint.replace(" ", "   "), "figure", wrap=True, select=True)
    label.setObjectName(name)
    label.setAccessibleName(fingerprint)
    return label


def room(count: int, say: Translator) -> str:
    """Bytes as people name them: "14,2 GB"."""
    for size, msgid in ((1 << 30, N_("{number} GB")), (1 << 20, N_("{number} MB")), (1 << 10, N_("{number} KB"))):
        if count >= size:
            return say(msgid, number=decimal_vi(Decimal(count) / size))
    return say(N_("{number} bytes"), number=count)


def moment_text(iso: str) -> str:
    """An ISO moment as it is written: "10:42 12/03/2022"."""
    return short_moment(datetime.fromisoformat(iso))
