"""What stands in front in the record pane: a record being read, a form, or a hint where there is neither."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.i18n import N_
from app.services.registers import RegisterView
from app.ui.desk import Desk
from app.ui.form import Form
from app.ui.record_view import RecordView
from app.ui.theme import TOKENS
from app.ui.widgets import column, words

_HINT = N_("Choose a row to read it. Enter or F2 edits it, Ctrl+N adds a new one.")
_READ_ONLY_HINT = N_("Choose a row to read it.")


class PanelFront(QStackedWidget):
    """Keeps forms by register; a record that is read is made anew each time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: RecordView | None = None
        self.form: Form | None = None
        self._forms: dict[str, Form] = {}
        self._nothing = QWidget()
        self._hint = words(desk.say(_HINT), "quiet", wrap=True)
        self._hint.setObjectName("panel.hint")
        self._nothing.setLayout(column(self._hint, 1, edge=TOKENS.between))
        self.addWidget(self._nothing)

    def guide(self, *, rows: bool, read_only: bool) -> None:
        """What can be done with the list beside the pane: nothing is said of rows where there are none."""
        self._hint.setText(self._desk.say(_READ_ONLY_HINT if read_only else _HINT))
        self._hint.setVisible(rows)

    def put(self, view: RecordView | None = None, form: Form | None = None) -> None:
        """Bring a record or a form to the front, or the hint."""
        old, self.view, self.form = self.view, view, form
        if view is not None:
            self.addWidget(view)
        self.setCurrentWidget(view or form or self._nothing)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def form_of(self, view: RegisterView) -> tuple[Form, bool]:
        """The form of a register, and whether it was made just now."""
        new = view.code not in self._forms
        if new:
            self._forms[view.code] = Form(self._desk, view)
            self.addWidget(self._forms[view.code])
        return self._forms[view.code], new
