"""Other disputes at the place of the one shown, so that what keeps coming back there is settled early."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import disputes
from app.services.disputes import DisputeLine
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.parts.links import GivingLink
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, row, words

_SHOWN = 6


class SamePlacePart(Part):
    """Nothing is shown where nothing else happened."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("same_place")
        self.heading = words("", "section", wrap=True)
        self.heading.setObjectName("same_place.heading")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(TOKENS.inside)
        self.all = button(
            self.say(N_("All places with several disputes")),
            partial(self.go.emit, "dispute_places", None),
            role="link",
            name="places",
        )
        self.setLayout(column(self.heading, self.lines, row(self.all, 1), gap=TOKENS.inside))
        self.hide()
        context, record_id = desk.context, self.record_id
        self.read(lambda _job: disputes.at_same_place(context, record_id), self._show, key="same_place")

    def _show(self, found: tuple[DisputeLine, ...]) -> None:
        empty_layout(self.lines)
        still_open = sum(line.open for line in found)
        say = self.say
        text = say.plural(N_("One more dispute at this place"), N_("{n} more disputes at this place"), len(found))
        if still_open:
            text = say(N_("{disputes}, {n} still being mediated"), disputes=text, n=still_open)
        self.heading.setText(text)
        for number, line in enumerate(found[:_SHOWN]):
            self.lines.addWidget(self._line(number, line))
        self.setVisible(bool(found))

    def _line(self, number: int, line: DisputeLine) -> QWidget:
        head = " · ".join(part for part in (line.received_on, line.matter, line.outcome) if part)
        opened = GivingLink(head, partial(self.child.emit, "dispute", line.id), name=f"same_place.{number}")
        whole = QWidget()
        whole.setLayout(column(row(opened, 1), words(line.content, "quiet", wrap=True), gap=0))
        return whole
