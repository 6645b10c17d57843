"""The unit's own data: how papers and packages name it. The code is fixed when the book is begun, because packages carry it."""

from PySide6.QtWidgets import QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.services import registers
from app.services.registers import RecordForm, RegisterView, Saved
from app.services.setup import signed_by_police
from app.ui.form import Form
from app.ui.page import Page
from app.ui.widgets import column

_FIXED = ("code", "kind")


class UnitPart(QWidget):
    """The generic form over the one record of this unit."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.form: Form | None = None
        self._record: RecordForm | None = None
        self.place = column(gap=0)
        self.setLayout(self.place)

    def refresh(self) -> None:
        """Read the record again; what is being typed is left alone."""
        if self.form is not None and self._changed():
            return
        context = self.page.desk.context
        record_id = fixed_id("unit", context.store.unit)

        def work(_job: object) -> tuple[RegisterView, RecordForm]:
            return registers.describe(context, "unit"), registers.open_record(context, "unit", record_id)

        self.page.read(work, lambda answer: self._show(*answer), key="unit")

    def _show(self, view: RegisterView, record: RecordForm) -> None:
        self._record = record
        if self.form is None:
            self.form = Form(self.page.desk, view)
            self.form.save_asked.connect(lambda _another: self.save())
            self.form.cancelled.connect(self._put_back)
            self.place.addWidget(self.form)
        self.form.load(record)
        for name in _FIXED:
            self.form.boxes[name].editor.setEnabled(False)

    def save(self) -> None:
        """Save what was typed; problems stand beside their fields."""
        form, record, context = self.form, self._record, self.page.desk.context
        if form is None or record is None:
            return
        texts = {name: text for name, text in form.texts().items() if name not in _FIXED}
        self.page.write(
            lambda _job: registers.save(context, "unit", record.id, texts, record.seen), self._saved, failed=self._refused
        )

    def _saved(self, _saved: Saved) -> None:
        say = self.page.say
        assert self.form is not None
        if signed_by_police(self.form.boxes["authority"].editor.text()):
            text = say(N_("Saved. But by law the People's Committee signs certificates of merit; the police propose them."))
            self.page.bars.tell("warning", text)
        else:
            self.page.bars.tell("done", say(N_("Saved. New papers name the unit like this.")))
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

    def _changed(self) -> bool:
        if self.form is None or self._record is None:
            return False
        return any(text != self._record.texts.get(name, "") for name, text in self.form.texts().items())
