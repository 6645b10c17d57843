"""At a unit above: whose records a list shows."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.core.i18n import N_
from app.services.registers.origin import Origin, units
from app.ui.desk import Desk
from app.ui.tasks import Failed
from app.ui.widgets import repolish


class UnitChip(QToolButton):
    """One unit or all of them. `picked` tells that the choice changed."""

    picked = Signal()

    def __init__(self, desk: Desk, failed: Failed) -> None:
        super().__init__()
        self._say = desk.say
        self.code = ""
        self.setObjectName("filter.unit")
        self.setProperty("role", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.choose("", "")
        context = desk.context
        desk.tasks.read(self, lambda _job: units(context), self._offer, failed)

    def choose(self, code: str, name: str) -> None:
        """Let one unit through, or all when `code` is empty; says nothing to the list."""
        self.code = code
        label = self._say(N_("Unit: {name}"), name=name) if code else self._say(N_("All units"))
        self.setText(f"{label}  ▾")
        repolish(self, "active", "true" if code else "false")

    def _offer(self, found: tuple[Origin, ...]) -> None:
        self.menu().addAction(self._say(N_("All units")), partial(self._pick, "", ""))
        for unit in found:
            self.menu().addAction(unit.name, partial(self._pick, unit.code, unit.name))

    def _pick(self, code: str, name: str) -> None:
        self.choose(code, name)
        self.picked.emit()
