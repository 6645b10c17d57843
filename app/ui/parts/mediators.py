"""The mediation team of the hamlet, one button a member: who mediated is added without typing."""

from functools import partial

from PySide6.QtWidgets import QGridLayout

from app.core.i18n import N_
from app.services import mediators
from app.services.mediators import AtHand
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, words

_A_ROW = 2
_SHOWN = 8


class MediatorsPart(Part):
    """Nothing is shown where the hamlet has no team, or all of it mediated."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("mediators")
        self.heading = words(self.say(N_("From the mediation team")), "label")
        self.buttons = QGridLayout()
        self.buttons.setSpacing(TOKENS.inside)
        self.setLayout(column(self.heading, self.buttons, gap=TOKENS.gap))
        self.hide()
        if own:
            context, record_id = desk.context, self.record_id
            self.read(lambda _job: mediators.at_hand(context, record_id), self._show, key="mediators")

    def _show(self, found: tuple[AtHand, ...]) -> None:
        empty_layout(self.buttons)
        for number, one in enumerate(found[:_SHOWN]):
            made = button(one.name, partial(self._add, one), sign="plus", name=f"mediators.{number}")
            made.setToolTip(self.say(N_("Adds {name} as mediator"), name=f"{one.name} · {one.team}"))
            self.buttons.addWidget(made, number // _A_ROW, number % _A_ROW)
        self.setVisible(bool(found))

    def _add(self, one: AtHand) -> None:
        context, record_id = self.desk.context, self.record_id
        self.write(lambda _job: mediators.add(context, record_id, one), lambda _id: self.changed.emit())
