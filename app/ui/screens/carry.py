"""Send and receive: three parts of one page, and above them what is missing or contradicts itself."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from app.core.i18n import N_
from app.services import carry, reports
from app.services.carry import KeysView, Status
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.screens.carry_connect import ConnectPart
from app.ui.screens.carry_parts import notice
from app.ui.screens.carry_receive import ReceivePart
from app.ui.screens.carry_send import SendPart
from app.ui.screens.tabs import Tabs
from app.ui.theme import TOKENS
from app.ui.widgets import empty_layout

_SHOWN_GAPS = 3


@dataclass(frozen=True, slots=True)
class _State:
    status: Status
    keys: KeysView
    top: bool


class CarryPage(Page):
    """Opens on what is the next step: connecting while the unit is not connected, otherwise sending."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Send and receive")))
        say = desk.say
        self.sending, self.receiving, self.connecting = SendPart(self), ReceivePart(self), ConnectPart(self)
        self.tabs = Tabs(
            "carry",
            ((say(N_("Send")), self.sending), (say(N_("Receive")), self.receiving), (say(N_("Connect")), self.connecting)),
        )
        self.tabs.chosen.connect(self._part_chosen)
        self._chosen = False
        self.warnings = QVBoxLayout()
        self.warnings.setContentsMargins(TOKENS.edge, 0, TOKENS.between, 0)
        self.body.addLayout(self.warnings)
        self.body.addWidget(self.tabs, 1)

    def focus_start(self) -> None:
        """The chips, so that Tab goes on into the part in front."""
        self.tabs.focus_chip()

    def refresh(self) -> None:
        """Ask again what is unsent, missing, connected."""
        self.read(lambda _job: self._state(), self._show, key="carry")

    def first_action(self) -> None:
        """Sending is what this page is opened for most."""
        self.tabs.show_part(0)
        self.sending.go.setFocus()

    def _state(self) -> _State:
        context = self.desk.context
        with context.store.reader() as reader:
            unit = reports.unit_facts(reader, context.store.unit)
        return _State(carry.status(context), carry.keys(context), unit.kind == "parent")

    def _show(self, state: _State) -> None:
        status = state.status
        empty_layout(self.warnings)
        for text in status.contradictions:
            self.warnings.addWidget(notice("error", text))
        for gap in status.gaps[:_SHOWN_GAPS]:
            self.warnings.addWidget(notice("warning", gap.sentence))
        if status.conflicts:
            text = self.say.plural(
                N_("One record was changed on two laptops. Open it and choose which value stands."),
                N_("{n} records were changed on two laptops. Open them and choose which values stand."),
                status.conflicts,
            )
            self.warnings.addWidget(notice("warning", text))
        self.sending.show_status(status)
        self.connecting.show_keys(state.keys, top=state.top)
        if not self._chosen:
            self.tabs.show_part(0 if state.keys.enrolled or state.top else 2)

    def _part_chosen(self, _number: int) -> None:
        self._chosen = True
