"""Any two days, typed: the last line of a date filter's menu."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.clock import Clock
from app.core.errors import Problem
from app.core.i18n import N_, Translator
from app.core.kinds import Date
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, row, words

_DAY = Date()


class DaysChoice(QWidget):
    """`taken` carries first and last day, either `None` where that side is left open; never both."""

    taken = Signal(object, object)

    def __init__(self, say: Translator, clock: Clock, name: str) -> None:
        super().__init__()
        self._say, self._clock = say, clock
        self.first = TypedField(f"{name}.first", say(N_("From")))
        self.last = TypedField(f"{name}.last", say(N_("To")))
        for field in (self.first, self.last):
            field.line.setPlaceholderText(say(N_("dd/mm/yyyy")))
            field.entered.connect(self._take)
        self.take = button(say(N_("Show these days")), self._take, role="primary", name=f"{name}.take")
        head = words(say(N_("Other days")), "section")
        self.setLayout(column(head, row(self.first, self.last), row(1, self.take), edge=TOKENS.inside))

    def _take(self) -> None:
        first, last = self._read(self.first), self._read(self.last)
        if self.first.wrong or self.last.wrong:
            return
        if first is None and last is None:
            self.first.tell(self._say(N_("Write at least one of the two days.")))
        elif first and last and last < first:
            self.last.tell(self._say(N_("The end lies before the beginning. Mend one of the two dates.")))
        else:
            self.taken.emit(first, last)

    def _read(self, field: TypedField) -> date | None:
        field.tell("")
        try:
            day: date | None = _DAY.parse(field.text, self._clock.today())
        except Problem as problem:
            field.tell(self._say(problem.message, **problem.facts))
            return None
        return day
