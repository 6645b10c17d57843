"""Days and moments: typed day-first in any usual way, or picked from a calendar below the field."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout

from app.core.errors import Problem
from app.core.i18n import N_
from app.services.registers import FieldView
from app.ui.editors.base import Tools
from app.ui.editors.lines import LineEditor
from app.ui.widgets import sign_button


class DateEditor(LineEditor):
    """A day. In an empty field T means today and the minus key yesterday."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        say = tools.context.say
        self.line.setPlaceholderText(self.pattern())
        self.pick = sign_button("calendar", say(N_("Calendar")), self.open_calendar)
        self.pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.addWidget(self.pick)

    def pattern(self) -> str:
        """The shape shown in an empty field."""
        return self.tools.context.say(N_("dd/mm/yyyy"))

    def key(self, event: QKeyEvent) -> bool:
        """T and minus, as long as nothing is typed: after a digit, a minus only separates day and month."""
        untouched = not self.line.text() or self.line.selectedText() == self.line.text()
        if not untouched or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.text().lower() == "t":
            self.take(self.tools.context.clock.today())
        elif event.text() == "-":
            self.take(self.tools.context.clock.today() - timedelta(days=1))
        else:
            return False
        return True

    def take(self, day: date) -> None:
        """Fill in a day as if the officer had typed it."""
        self.line.setText(self.field.kind.format(day, self.tools.context.say))
        self.edited.emit()

    def day(self) -> date:
        """The day that stands there, or today."""
        today = self.tools.context.clock.today()
        try:
            value = self.field.kind.parse(self.text(), today)
        except Problem:
            return today
        return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else today

    def open_calendar(self) -> None:
        """Show a month; a click or Enter takes the day, Esc leaves it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setLocale(QLocale(self.tools.context.say.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self.day()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def taken(chosen: QDate) -> None:
            self.take(date(chosen.year(), chosen.month(), chosen.day()))
            popup.close()
            self.line.setFocus()

        calendar.clicked.connect(taken)
        calendar.activated.connect(taken)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()


class MomentEditor(DateEditor):
    """A day with its hour. T means now."""

    def pattern(self) -> str:
        """Hour first, as in a register."""
        return self.tools.context.say(N_("hh:mm dd/mm/yyyy"))

    def take(self, day: date) -> None:
        """A day is filled in with the hour it is now."""
        now = self.tools.context.clock.now()
        moment = datetime(day.year, day.month, day.day, now.hour, now.minute)
        self.line.setText(self.field.kind.format(moment, self.tools.context.say))
        self.edited.emit()
