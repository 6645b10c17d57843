"""What a paper with names is needed for: asked on the page, before it can leave."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.core.i18n import N_
from app.core.text import nfc
from app.services import disclosure
from app.services.context import Context
from app.services.disclosure import IN_WORDS, Purpose
from app.ui.theme import TOKENS
from app.ui.widgets import column, row, words


class PurposeChoice(QWidget):
    """`changed` tells that another purpose is chosen or worded; of half a purpose nothing is told."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.say
        self.told = words("", "value", wrap=True)
        self.told.setObjectName("purpose.told")
        self.choice = QComboBox()
        self.choice.setObjectName("purpose.choice")
        self.choice.setAccessibleName(say(N_("Needed for")))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._none = say(N_("Choose…")), say(N_("Leave names out"))
        self.choice.addItem(self._none[0], "")
        for code, label in disclosure.purposes(context):
            self.choice.addItem(label, code)
        self.details = QLineEdit()
        self.details.setObjectName("purpose.words")
        self.details.setMaxLength(300)
        self.details.setPlaceholderText(say(N_("In words, for example: meeting of Pa Te on 12/3")))
        self.details.setAccessibleName(say(N_("For what, in words")))
        self.choice.activated.connect(lambda _index: self._chosen())
        self.details.editingFinished.connect(self._worded)
        choice = row(words(say(N_("Needed for")), "label"), self.choice, self.details, 1)
        choice.setStretch(2, 4)
        whole = column(self.told, choice, gap=TOKENS.gap)
        whole.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.setLayout(whole)
        self._before: Purpose | None = None

    def begin(self) -> None:
        """Ask anew: nothing is chosen."""
        self.choice.setCurrentIndex(0)
        self.details.clear()
        self.details.hide()
        self._before = None

    def show_for(self, told: str, *, may_leave_out: bool) -> None:
        """Say what the paper names; `may_leave_out`: it can be had without."""
        self.told.setText(told)
        self.choice.setItemText(0, self._none[1] if may_leave_out else self._none[0])

    @property
    def purpose(self) -> Purpose | None:
        """What was said; `None` while it is not said wholly."""
        code, said = str(self.choice.currentData() or ""), " ".join(nfc(self.details.text()).split())
        if not code or (code == IN_WORDS and not said):
            return None
        return Purpose(code, said)

    def _chosen(self) -> None:
        self.details.setVisible(bool(self.choice.currentData()))
        if self.choice.currentData() == IN_WORDS and not self.details.text().strip():
            self.details.setFocus()
        self._tell()

    def _worded(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if self.purpose != self._before:
            self._before = self.purpose
            self.changed.emit()
