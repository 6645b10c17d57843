"""Choosing a report's period: its kind, one step back or on, a day from the calendar, or any two dates."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QFrame, QVBoxLayout, QWidget

from app.core.errors import Problem, UserError
from app.core.i18n import N_
from app.core.kinds import Date
from app.services.registers import FieldView
from app.statistics.periods import KIND_NAMES, Period, PeriodKind, between, neighbour, period_of, title
from app.ui.desk import Desk
from app.ui.form import FieldBox
from app.ui.theme import TOKENS
from app.ui.widgets import button, row, sign_button, words


class PeriodChooser(QWidget):
    """Shows one period. `changed` carries the new `Period` when the officer chose another, never when a page set it."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.period = period_of(PeriodKind.YEAR, desk.context.clock.today())
        self.kind = QComboBox()
        self.kind.setObjectName("period.kind")
        self.kind.setMaximumWidth(TOKENS.sidebar + TOKENS.row)
        self.kind.setAccessibleName(say(N_("Kind of period")))
        for kind, name in KIND_NAMES:
            self.kind.addItem(say(name), kind.value)
        self.kind.activated.connect(lambda _place: self._kind_chosen())
        self.back = sign_button("chevron-left", say(N_("Period before  Alt+Left")), lambda: self.step(-1), name="period.back")
        self.on = sign_button("chevron-right", say(N_("Next period  Alt+Right")), lambda: self.step(1), name="period.on")
        self.calendar = sign_button("calendar", say(N_("The period of a day")), self._pick_day, name="period.day")
        self.name = words("", "section")
        self.name.setObjectName("period.name")
        self._from = FieldBox(desk, _day_field("period.from", say(N_("From"))))
        self._to = FieldBox(desk, _day_field("period.to", say(N_("To"))))
        self._show = button(say(N_("Show")), self._dates_chosen, name="period.show")
        for box in (self._from, self._to):
            box.setMaximumWidth(TOKENS.sidebar)
        self._dates = QWidget()
        dates = row(self._from, self._to, self._show)
        dates.setAlignment(self._show, Qt.AlignmentFlag.AlignBottom)
        self._dates.setLayout(dates)
        self.setLayout(row(self.kind, self.back, self.on, self.calendar, self._dates, self.name, 1))
        self.set(self.period)

    def set(self, period: Period) -> None:
        """Show a period without telling anybody."""
        self.period = period
        self.kind.setCurrentIndex(self.kind.findData(period.kind.value))
        free = period.kind is PeriodKind.DATES
        self._dates.setVisible(free)
        self.calendar.setVisible(not free)
        self.name.setVisible(not free)
        words_ = title(period, self._desk.say)
        self.name.setText(words_[:1].upper() + words_[1:])
        if free:
            for box, day in ((self._from, period.start), (self._to, period.end)):
                box.editor.set_text(Date().format(day, self._desk.say))
                box.tell(None)

    def step(self, by: int) -> None:
        """Go to the period so many later, or earlier."""
        self._choose(neighbour(self.period, by))

    def _choose(self, period: Period) -> None:
        self.set(period)
        self.changed.emit(period)

    def _kind_chosen(self) -> None:
        kind = PeriodKind(self.kind.currentData())
        if kind is self.period.kind:
            return
        if kind is PeriodKind.DATES:
            self._choose(Period(kind, self.period.start, self.period.end))
            self._from.editor.focus()
            return
        # The part of the period that is over or running: a year's last days may lie in the future.
        self._choose(period_of(kind, max(self.period.start, min(self.period.end, self._desk.context.clock.today()))))

    def _dates_chosen(self) -> None:
        days = []
        for box in (self._from, self._to):
            box.check()
            if box.problem is None and not box.editor.text():
                box.tell(Problem("field.required", N_("This field must be filled in.")))
            if box.problem is not None:
                box.editor.focus()
                return
            days.append(Date().parse(box.editor.text(), self._desk.context.clock.today()))
        start, end = days
        assert start is not None and end is not None
        try:
            between(start, end)
        except UserError as problem:
            self._to.tell(Problem(problem.code, problem.message, **problem.facts))
            self._to.editor.focus()
            return
        self._choose(Period(PeriodKind.DATES, start, end))

    def _pick_day(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setObjectName("period.calendar")
        calendar.setLocale(QLocale(self._desk.say.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = min(self.period.end, max(self.period.start, self._desk.context.clock.today()))
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def taken(day: QDate) -> None:
            popup.close()
            self._choose(period_of(self.period.kind, date(day.year(), day.month(), day.day())))

        calendar.clicked.connect(taken)
        calendar.activated.connect(taken)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        popup.move(self.calendar.mapToGlobal(QPoint(0, self.calendar.height())))
        popup.show()
        calendar.setFocus()


def remembered(period: Period, today: date) -> str:
    """How a choice is kept: a running period by its kind alone, so that next month shows next month."""
    if period.kind is not PeriodKind.DATES and period_of(period.kind, today) == period:
        return period.kind.value
    return f"{period.kind.value}:{period.start.isoformat()}:{period.end.isoformat()}"


def recalled(choice: str, today: date) -> Period:
    """The period of a kept choice; the running year where it cannot be read."""
    kind, _, days = choice.partition(":")
    try:
        if not days:
            return period_of(PeriodKind(kind), today)
        start, end = (date.fromisoformat(day) for day in days.split(":"))
        return Period(PeriodKind(kind), start, max(start, end))
    except ValueError:
        return period_of(PeriodKind.YEAR, today)


def _day_field(name: str, label: str) -> FieldView:
    return FieldView(name=name, label=label, kind=Date(), required=False, help="", private=False, read_only=False)
