"""Figures given by hand for units that keep no book: which of them a report takes, and what they add.

A flow counts where all its days lie within the report's period; of figures of one unit and one indicator whose days overlap, the
one over more days counts, so that no day is counted twice. A stock counts as the unit's last one given for a day of the period.
What was given for days that reach beyond the period is not counted, and told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.text import fold
from app.data.conditions import AllOf, Between
from app.data.reader import Reader
from app.statistics.declaration import Indicator
from app.statistics.periods import Period

_MOST = 100_000
BY_HAND = "hand:"
"""What the code of a unit known by its name alone begins with; no unit's own code has a colon."""


@dataclass(frozen=True, slots=True)
class HandFigure:
    """One figure as it was given. `unit` is who wrote it down, `name` whom it is for, `record` the record's id."""

    record: str
    unit: str
    name: str
    indicator: str
    start: date
    end: date
    value: int

    def column(self, own_unit: str, names: Mapping[str, str]) -> str:
        """The unit it adds to: whoever sent it up, so that a station and the unit above count the same; of this book's own, the
        unit of that name (`names`: folded name to code) or a column of its own, "hand:" and the folded name."""
        if self.unit != own_unit:
            return self.unit
        return names.get(fold(self.name), BY_HAND + fold(self.name))

    @property
    def whose(self) -> tuple[str, str, str]:
        """Figures that may speak of the same thing: of one unit, written down at one unit, of one indicator."""
        return (self.unit, fold(self.name), self.indicator)


@dataclass(frozen=True, slots=True)
class Given:
    """What a report takes by hand: the `counted` figures, and those `beyond`, whose days reach out of its period."""

    counted: tuple[HandFigure, ...] = ()
    beyond: tuple[HandFigure, ...] = ()


def given_by_hand(reader: Reader, period: Period, indicators: Mapping[str, Indicator]) -> Given:
    """The figures given by hand that touch a period, settled."""
    touching = AllOf((Between("from_on", None, period.end.isoformat()), Between("to_on", period.start.isoformat(), None)))
    records = reader.window("hand_figure", touching, order=("from_on", "asc"), limit=_MOST)
    figures = [
        HandFigure(
            record.id,
            record.unit,
            str(record.values["unit_name"]),
            str(record.values["indicator"]),
            date.fromisoformat(record.values["from_on"]),
            date.fromisoformat(record.values["to_on"]),
            int(record.values["value"]),
        )
        for record in records
        if record.values["indicator"] in indicators and record.values["unit_name"] and record.values["value"] is not None
    ]
    return settle(figures, period, stocks={code for code, indicator in indicators.items() if indicator.stock})


def settle(figures: Iterable[HandFigure], period: Period, *, stocks: Iterable[str] = ()) -> Given:
    """Which of these figures a period takes. `stocks` are the indicators of which the latest counts."""
    standing = set(stocks)
    groups: dict[tuple[str, str, str], list[HandFigure]] = {}
    beyond = []
    for figure in figures:
        if figure.indicator in standing:
            inside = period.start <= figure.end <= period.end
        else:
            inside = period.start <= figure.start and figure.end <= period.end
        if inside:
            groups.setdefault(figure.whose, []).append(figure)
        elif figure.start <= period.end and figure.end >= period.start:
            beyond.append(figure)
    counted: list[HandFigure] = []
    for (_, _, indicator), alike in groups.items():
        counted += _latest(alike) if indicator in standing else _apart(alike)
    return Given(tuple(sorted(counted, key=_order)), tuple(sorted(beyond, key=_order)))


def _latest(figures: list[HandFigure]) -> list[HandFigure]:
    return [max(figures, key=lambda figure: (figure.end, figure.start, figure.record))]


def _apart(figures: list[HandFigure]) -> list[HandFigure]:
    """The widest first, and of the others what lies beside it."""
    taken: list[HandFigure] = []
    for figure in sorted(figures, key=lambda each: (each.start - each.end, each.start, each.record)):
        if all(figure.end < other.start or figure.start > other.end for other in taken):
            taken.append(figure)
    return taken


def _order(figure: HandFigure) -> tuple[str, str, date, str]:
    return (fold(figure.name), figure.indicator, figure.start, figure.record)
