"""Send and receive: three parts of one page, and above them what is missing or contradicts itself."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout

from app.core.i18n import N_
from app.services import carry, reports
from app.services.carry import KeysView, Status
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.screens.carry_connect import ConnectPart
from app.ui.screens.carry_parts import notice
from app.ui.screens.carry_receive import ReceivePart
from app.ui.screens.carry_send import SendPart
from app.ui.theme import TOKENS
from app.ui.widgets import empty_layout, repolish, row, shortcut

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
        self.parts = QStackedWidget()
        self.tabs = QButtonGroup(self)
        chips = []
        titles = (say(N_("Send")), say(N_("Receive")), say(N_("Connect")))
        for number, (title, part) in enumerate(zip(titles, (self.sending, self.receiving, self.connecting), strict=True)):
            chip = QToolButton()
            chip.setProperty("role", "chip")
            chip.setText(title)
            chip.setToolTip(f"{title}  Alt+{number + 1}")
            chip.setCheckable(True)
            chip.setObjectName(f"carry.tab.{number}")
            self.tabs.addButton(chip, number)
            self.parts.addWidget(part)
            chips.append(chip)
            shortcut(self, f"Alt+{number + 1}", partial(self.show_part, number))
        self.tabs.idClicked.connect(self.show_part)
        self.warnings = QVBoxLayout()
        self.warnings.setContentsMargins(TOKENS.edge, 0, TOKENS.between, 0)
        line = row(*chips, 1)
        line.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(line)
        self.body.addLayout(self.warnings)
        self.body.addWidget(self.parts, 1)
        self._chosen = False
        self.show_part(0)
        self._chosen = False

    def show_part(self, number: int) -> None:
        """Bring a part to the front: 0 sending, 1 receiving, 2 connecting."""
        self._chosen = True
        self.parts.setCurrentIndex(number)
        self.tabs.button(number).setChecked(True)
        for chip in self.tabs.buttons():
            repolish(chip, "active", self.tabs.id(chip) == number)

    def refresh(self) -> None:
        """Ask again what is unsent, missing, connected."""
        self.read(lambda _job: self._state(), self._show, key="carry")

    def first_action(self) -> None:
        """Sending is what this page is opened for most."""
        self.show_part(0)
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
            self.show_part(0 if state.keys.enrolled or state.top else 2)
