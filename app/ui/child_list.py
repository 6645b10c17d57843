"""The records that belong to the one being read: a small list of another register, with its own first action."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_
from app.services import registers
from app.services.registers import ChildView, ListState, Overview, RegisterView
from app.ui.desk import Desk
from app.ui.table import Table
from app.ui.table_model import TableModel
from app.ui.tasks import Failed
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words

_ROWS_IN_SIGHT = 6


class ChildList(QWidget):
    """Lists children of one record. `opened` carries type and id, `add_asked` the type and what a new one starts with."""

    opened = Signal(str, str)
    add_asked = Signal(str, dict)

    def __init__(self, desk: Desk, child: ChildView, parent_id: str, failed: Failed, *, may_add: bool) -> None:
        super().__init__()
        self._child, self._parent_id = child, parent_id
        self.setObjectName(f"children.{child.type_code}")
        self.heading = words(child.title, "section", wrap=True)
        self.count = words("", "quiet")
        self.add = button(desk.say(N_("Add")), self._add, role="link", sign="plus", name=f"add.{child.type_code}")
        self.model = TableModel(desk.context, desk.tasks, failed, self)
        self.table = Table(self.model)
        self.table.setProperty("role", "framed")
        self.table.opened.connect(lambda record_id: self.opened.emit(child.type_code, record_id))
        self.table.sort_asked.connect(self._sort)
        self.table.hide()
        head = row(self.heading, self.count, self.add)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.table, gap=TOKENS.gap))
        self.add.setVisible(may_add)
        self.model.arrived.connect(self._arrived)
        context = desk.context
        desk.tasks.read(self, lambda _job: registers.describe(context, child.type_code), self._begin, failed)

    def _begin(self, view: RegisterView) -> None:
        self.table.set_columns(view.columns, view.order, without=self._child.reference_field)
        self._show(view.order)

    def _show(self, order: tuple[str, str]) -> None:
        parent = (self._child.reference_field, self._parent_id)
        self.model.show(ListState(self._child.type_code, order=order, parent=parent))

    def _sort(self, field: str, direction: str) -> None:
        self._show((field, direction))

    def _arrived(self, overview: Overview) -> None:
        self.count.setText(str(overview.count) if overview.count else "")
        self.table.setVisible(overview.count > 0)
        self.table.be_as_high_as(min(overview.count, _ROWS_IN_SIGHT))

    def _add(self) -> None:
        self.add_asked.emit(self._child.type_code, {self._child.reference_field: self._parent_id})
