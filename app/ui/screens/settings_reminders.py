"""When the home page reminds of what: the unit's own intervals, and which reports it makes."""

from PySide6.QtWidgets import QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.services import due, registers
from app.services.registers import RecordForm, RegisterView
from app.ui.form import Form
from app.ui.page import Page
from app.ui.widgets import column


class RemindersPart(QWidget):
    """The generic form over the one record of intervals; nothing is written before the officer saves."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.form: Form | None = None
        self._record: RecordForm | None = None
        self.place = column(gap=0)
        self.setLayout(self.place)

    def refresh(self) -> None:
        """Read again; what is being typed is left alone."""
        if self.form is not None and self._record is not None and self.form.edited_texts(self._record):
            return
        context = self.page.desk.context

        def work(_job: object) -> tuple[RegisterView, RecordForm]:
            return registers.describe(context, "reminders"), due.open_intervals(context)

        self.page.read(work, lambda answer: self._show(*answer), key="reminders")

    def _show(self, view: RegisterView, record: RecordForm) -> None:
        self._record = record
        if self.form is None:
            self.form = Form(self.page.desk, view)
            self.form.save_asked.connect(lambda _another: self.save())
            self.form.cancelled.connect(self._put_back)
            self.place.addWidget(self.form)
        self.form.load(record)
        self.form.next.hide()

    def save(self) -> None:
        """Save what was typed; problems stand beside their fields."""
        form, record, context = self.form, self._record, self.page.desk.context
        if form is None or record is None:
            return
        texts = form.texts()
        self.page.write(lambda _job: due.keep_intervals(context, texts, record), self._saved, failed=self._refused)

    def _saved(self, _none: object) -> None:
        self.page.bars.tell("done", self.page.say(N_("Saved. The home page reminds by these numbers from now on.")))
        self._record = None
        self.refresh()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord) and self.form is not None:
            self.form.show_problems(problem.problems)
        else:
            self.page.explain(problem)

    def _put_back(self) -> None:
        if self.form is not None and self._record is not None:
            self.form.load(self._record)
