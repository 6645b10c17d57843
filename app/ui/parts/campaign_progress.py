"""How far a campaign is, and the way from it, or from one of its sheets, to the list that is ticked."""

from functools import partial

from PySide6.QtGui import QShowEvent

from app.core.i18n import N_
from app.core.text import number_vi
from app.services import campaigns
from app.services.campaigns import HamletLine
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words

KINDS = {
    "household": N_("Households: {signed} of {total}, {percent} %"),
    "person": N_("Individual people: {signed}"),
    "establishment": N_("Establishments: {signed} of {total}, {percent} %"),
}


class CampaignProgress(Part):
    """Of a campaign: signatures by kind of signer, and its lists."""

    above = True

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("campaign_progress")
        self.text = words("", "value", wrap=True)
        self.text.setObjectName("campaign_progress.text")
        self.text.hide()
        opened = button(
            self.say(N_("Open the lists to sign")),
            partial(self.go.emit, "campaign", self.record_id),
            sign="list-checks",
            name="campaign.open",
        )
        self.setLayout(column(self.text, row(opened, 1), gap=TOKENS.inside))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Count again: somebody may have signed since. Who signed is known to the station alone."""
        super().showEvent(event)
        if not self.desk.session.is_station:
            self.hide()
            return
        context, campaign = self.desk.context, self.record_id
        kinds = campaigns.lists_of(self.record.texts.get("signers"))
        self.read(lambda _job: {kind: campaigns.hamlets(context, campaign, kind) for kind in kinds}, self._show)

    def _show(self, found: dict[str, tuple[HamletLine, ...]]) -> None:
        parts = []
        for kind, lines in found.items():
            signed, total = sum(line.signed for line in lines), sum(line.total for line in lines)
            percent = min(100, signed * 100 // total) if total else 0
            parts.append(self.say(KINDS[kind], signed=number_vi(signed), total=number_vi(total), percent=percent))
        self.text.setText("\n".join(parts))
        self.text.show()


class SheetList(Part):
    """Of a sheet: the way to the list of its hamlet."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        place = (record.texts.get("campaign", ""), record.texts.get("hamlet", ""))
        opened = button(
            self.say(N_("Open the list")), partial(self.go.emit, "campaign", place), sign="list-checks", name="campaign.open"
        )
        self.setLayout(row(opened, 1))
