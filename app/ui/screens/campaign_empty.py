"""What the campaign page shows when there is nothing to tick."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import N_, Translator
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


def nothing(say: Translator, begin: Callable[[], object]) -> QWidget:
    """No campaign yet."""
    text = say(N_("A campaign is one commitment that households sign, hamlet by hamlet."))
    return _said(text, button(say(N_("Begin a campaign")), begin, role="primary", name="begin"))


def above(say: Translator, report: Callable[[], object]) -> QWidget:
    """The unit above: who signed is known to the stations alone."""
    text = say(N_("Who signed stays at the stations. How many signed is in the report, once months are closed."))
    return _said(text, button(say(N_("See the report")), report, role="primary", name="go.report"))


def _said(text: str, act: QPushButton) -> QWidget:
    purpose = words(text, "value", wrap=True)
    purpose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    shown = QWidget()
    shown.setLayout(column(1, purpose, row(1, act, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
    return shown
