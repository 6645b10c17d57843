"""What all parts of a record share: how they ask for work, and how they speak to the record around them."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.tasks import Done, Job, Work


class FormTool(QWidget):
    """Stands above the fields of a form and fills some of them: `fill` carries texts and labels of references, by field.

    `keys` pressed anywhere in the form call `begin`.
    """

    fill = Signal(dict, dict)
    keys = ""

    def __init__(self, desk: Desk, type_code: str) -> None:
        super().__init__()
        self.desk, self.type_code = desk, type_code
        self.say = desk.say

    def begin(self) -> None:
        """Put the cursor where the tool is used."""
        self.setFocus()

    def reset(self) -> None:
        """Another record is shown: forget what was said about the one before."""


class Part(QWidget):
    """Stands between a record's fields and the records that belong to it. `own` tells whether this unit may change the record.

    `go` asks for a page of the menu by its code, with what it is to show; `child` for a record by type and id; `changed` tells that
    the record is to be read again; `written` that something was saved; `failed` carries what went wrong; `undoable` what
    was done, in words, and the work that takes it back, for when the part is there no more. One that is `above` stands over the
    fields: what is to be seen first.
    """

    above: ClassVar[bool] = False
    go = Signal(str, object)
    child = Signal(str, str)
    changed = Signal()
    written = Signal()
    failed = Signal(object)
    undoable = Signal(str, object)

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__()
        self.desk, self.record, self.own = desk, record, own
        self.say = desk.say

    @property
    def record_id(self) -> str:
        """The record's id; a part is shown for standing records only."""
        return self.record.id or ""

    def read(self, work: Work, done: Done, *, key: str = "") -> Job:
        """Ask services for something; the answer comes to `done` on this thread."""
        return self.desk.tasks.read(self, work, done, self.failed.emit, key=key)

    def write(self, work: Work, done: Done, *, title: str = "") -> Job:
        """Have services change something; what went wrong is shown by the page around."""

        def finished(result: object) -> None:
            done(result)
            self.written.emit()

        return self.desk.tasks.write(self, work, finished, self.failed.emit, title=title)
