"""The head of the campaign page: which campaign, which of its lists, on which day they signed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.i18n import N_, Translator
from app.services.campaigns import CampaignLine
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import column, row, words

KINDS = {
    "household": N_("Households"),
    "person": N_("Individual people"),
    "establishment": N_("Establishments, schools, clans"),
}


class CampaignHead(QWidget):
    """`chosen` carries the campaign the officer turned to, `listed` the kind of signer."""

    chosen = Signal(str)
    listed = Signal(str)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.campaigns, self.kinds = QComboBox(), QComboBox()
        for box, name in ((self.campaigns, "campaign"), (self.kinds, "list")):
            box.setObjectName(name)
            box.setMinimumWidth(TOKENS.sidebar // 2)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.campaigns.activated.connect(lambda _index: self.chosen.emit(str(self.campaigns.currentData() or "")))
        self.kinds.activated.connect(lambda _index: self.listed.emit(str(self.kinds.currentData() or "")))
        self.day = TypedField("signed_on", say(N_("Signed on")))
        self.day.setMaximumWidth(TOKENS.sidebar)
        self.day.line.setToolTip("Ctrl+G")
        self._lists = QWidget()
        self._lists.setLayout(column(words(say(N_("List")), "label"), self.kinds, gap=2))
        parts = row(column(words(say(N_("Campaign")), "label"), self.campaigns, gap=2), self._lists, self.day)
        for place, share in enumerate((3, 2, 1)):
            parts.setStretch(place, share)
        parts.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.setLayout(parts)

    def show_campaigns(self, lines: Sequence[CampaignLine]) -> None:
        """Offer these, the newest first."""
        self.campaigns.clear()
        for line in lines:
            self.campaigns.addItem(self._say(N_("{name} · from {day}"), name=line.name, day=line.starts_on), line.id)

    def turn_to(self, line: CampaignLine, kind: str) -> str:
        """Show a campaign and the kind of signer; returns the kind, the campaign's first when it does not ask that one."""
        self.campaigns.setCurrentIndex(self.campaigns.findData(line.id))
        self.kinds.clear()
        for each in line.lists:
            self.kinds.addItem(self._say(KINDS[each]), each)
        self._lists.setVisible(self.kinds.count() > 1)
        place = max(0, self.kinds.findData(kind))
        self.kinds.setCurrentIndex(place)
        return str(self.kinds.itemData(place))
