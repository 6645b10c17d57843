"""Filters of a list as chips: each is a button that says what it lets through, with a menu of choices."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget, QWidgetAction

from app.core.i18n import N_, Translator
from app.core.kinds import Date, Moment, Reference
from app.core.text import short_date
from app.data.conditions import Between, UnitIs
from app.services import registers
from app.services.registers import FilterView, RegisterView
from app.statistics.periods import PeriodKind, neighbour, period_of, title
from app.ui.days_choice import DaysChoice
from app.ui.desk import Desk
from app.ui.flow import FlowLayout
from app.ui.tasks import Failed
from app.ui.theme import TOKENS
from app.ui.unit_chip import UnitChip
from app.ui.widgets import repolish

Allowed = tuple[str, ...] | Between
Choice = tuple[Allowed, str]
"""What a menu line lets through, and its words."""


class Chip(QToolButton):
    """One filter. `picked` tells that its choice changed."""

    picked = Signal()

    def __init__(self, desk: Desk, type_code: str, view: FilterView, failed: Failed) -> None:
        super().__init__()
        self._desk, self._type_code, self.filter, self._failed = desk, type_code, view, failed
        self.setObjectName(f"filter.{view.field}")
        self.setProperty("role", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._choices: list[Choice] = []
        self._chosen: list[Choice] = []
        if isinstance(view.kind, Date | Moment):
            self._offer(self._periods())
            self._offer_any_days()
        elif isinstance(view.kind, Reference):
            self._menu.aboutToShow.connect(self._load)
            self._load()
        else:
            self._offer([((code,), label) for code, label in view.options])
        self._say_chosen()

    @property
    def allowed(self) -> Allowed | None:
        """What the list is to let through; `None` for everything."""
        if not self._chosen:
            return None
        first = self._chosen[0][0]
        if isinstance(first, Between):
            return first
        return tuple(value for allowed, _ in self._chosen if not isinstance(allowed, Between) for value in allowed)

    def clear(self) -> None:
        """Let everything through; says nothing to the list."""
        self._chosen = []
        self._say_chosen()

    def pick(self, choice: Choice) -> None:
        """Add or take away a choice. Of periods only one holds at a time."""
        if choice in self._chosen:
            self._chosen.remove(choice)
        elif isinstance(choice[0], Between):
            self._chosen = [choice]
        else:
            self._chosen.append(choice)
        self._say_chosen()
        self.picked.emit()

    def _load(self) -> None:
        context, code, field = self._desk.context, self._type_code, self.filter.field

        def done(found: tuple[tuple[str, str], ...]) -> None:
            self._offer([((value,), label) for value, label in found])

        self._desk.tasks.read(self, lambda _job: registers.choices_of(context, code, field), done, self._failed, key="choices")

    def _offer(self, choices: list[Choice]) -> None:
        if choices == self._choices and choices:
            return
        self._choices = choices
        self._menu.clear()
        for choice in choices:
            line = self._menu.addAction(choice[1], partial(self.pick, choice))
            line.setCheckable(True)
            line.setChecked(choice in self._chosen)
        if not choices:
            self._menu.addAction(self._desk.say(N_("Nothing to choose yet"))).setEnabled(False)

    def _periods(self) -> list[Choice]:
        say, today = self._desk.say, self._desk.context.clock.today()
        year, calendar = period_of(PeriodKind.YEAR, today), period_of(PeriodKind.CALENDAR_YEAR, today)
        periods = [
            period_of(PeriodKind.WEEK, today),
            period_of(PeriodKind.MONTH, today),
            period_of(PeriodKind.QUARTER, today),
            year,
            neighbour(year, -1),
            calendar,
            neighbour(calendar, -1),
        ]
        return [
            (Between(self.filter.field, p.start.isoformat(), _end(p.end.isoformat(), self.filter)), title(p, say)) for p in periods
        ]

    def _offer_any_days(self) -> None:
        say, field = self._desk.say, self.filter.field
        days = DaysChoice(say, self._desk.context.clock, f"days.{field}")

        def take(first: date | None, last: date | None) -> None:
            self._menu.close()
            between = Between(field, first and first.isoformat(), last and _end(last.isoformat(), self.filter))
            self._chosen = []
            self.pick((between, _days_in_words(say, first, last)))

        days.taken.connect(take)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(days)
        self._menu.addSeparator()
        self._menu.addAction(action)

    def _say_chosen(self) -> None:
        label = self.filter.label
        if len(self._chosen) == 1:
            label = f"{label}: {self._chosen[0][1]}"
        elif self._chosen:
            label = f"{label}: {len(self._chosen)}"
        self.setText(f"{label}  ▾")
        self.setToolTip(", ".join(text for _, text in self._chosen))
        self.setMaximumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        repolish(self, "active", "true" if self._chosen else "false")
        for line, choice in zip(self._menu.actions(), self._choices, strict=False):
            line.setChecked(choice in self._chosen)


class FilterChips(QWidget):
    """All chips of a register, in as many lines as they need. `changed` tells that the list is to be read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, view: RegisterView, failed: Failed) -> None:
        super().__init__()
        self.chips = [Chip(desk, view.code, item, failed) for item in view.filters]
        line = FlowLayout(TOKENS.inside, self)
        for chip in self.chips:
            chip.picked.connect(self._changed)
            line.addWidget(chip)
        self.unit: UnitChip | None = None
        if not desk.session.is_station:
            self.unit = UnitChip(desk, failed)
            self.unit.picked.connect(self._changed)
            line.addWidget(self.unit)
        self._none = QToolButton()
        self._none.setText(desk.say(N_("No filter")))
        self._none.setObjectName("filter.none")
        self._none.clicked.connect(self._clear)
        line.addWidget(self._none)
        self._none.hide()

    @property
    def filters(self) -> Mapping[str, Allowed]:
        """What each chip lets through, for `ListState`."""
        return {chip.filter.field: chip.allowed for chip in self.chips if chip.allowed is not None}

    @property
    def unit_is(self) -> UnitIs | None:
        """The one unit whose records are let through; `None` for all."""
        return UnitIs(self.unit.code) if self.unit is not None and self.unit.code else None

    def reset(self) -> None:
        """Let everything through, without telling."""
        for chip in self.chips:
            chip.clear()
        if self.unit is not None:
            self.unit.choose("", "")
        self._none.hide()

    def _clear(self) -> None:
        self.reset()
        self.changed.emit()

    def _changed(self) -> None:
        self._none.setVisible(bool(self.filters) or self.unit_is is not None)
        self.changed.emit()


def _days_in_words(say: Translator, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        only = first or last
        assert only is not None  # never both open
        return say(N_("from {day}") if first else N_("until {day}"), day=short_date(only))
    return f"{short_date(first)} – {short_date(last)}"


def _end(day: str, view: FilterView) -> str:
    """The last moment of a day for moments, which are kept with their hour."""
    return f"{day}T23:59" if isinstance(view.kind, Moment) else day
