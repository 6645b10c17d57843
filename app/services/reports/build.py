"""Building a report: figures, comparison, doubts and words, over one unchanging view of the book."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, groupby

from app.core.i18n import N_
from app.core.text import fold, number_vi
from app.data.conditions import AllOf, AnyOf, Between, IsEmpty
from app.data.reader import Reader
from app.services.context import Context
from app.services.reports.by_hand import by_hand_notes
from app.services.reports.unit_facts import UnitFacts, other_units, unit_facts
from app.statistics.by_hand import BY_HAND, Given, HandFigure, given_by_hand
from app.statistics.closed import Sheets, missing_months, newest_sheets, splits_halves
from app.statistics.comparison import Doubt, change, difference_text, doubts, percent_text, share_text
from app.statistics.compute import Figure, compute
from app.statistics.indicators import CHAPTERS, INDICATORS
from app.statistics.periods import Period, title, year_before
from app.statistics.rates import RATES
from app.statistics.sentences import Writer
from app.statistics.successions import merged_since


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One indicator: its figure, that of the year before, and what looks wrong about it (sentences).

    `by_hand` is how much of `value` was given by hand, `previous_by_hand` of `previous`; both may be 0 for a figure of 0.
    """

    code: str
    chapter: str
    label: str
    unit: str
    value: int
    previous: int
    difference: int
    percent: Decimal | None
    warnings: tuple[str, ...]
    by_hand: int = 0
    previous_by_hand: int = 0
    marked: bool = False
    """Something in either figure was given by hand."""

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """Figure, year before, difference and percent as a table shows them."""
        shown = (number_vi(self.value), number_vi(self.previous))
        return (*shown, difference_text(self.difference), percent_text(self.percent))


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share computed from two indicators, in this period and the year before: "92,8 %"."""

    label: str
    value: str
    previous: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one unit adds to each indicator; those it adds nothing to are left out.

    A unit without a book of its own, `by_hand`, has the code "hand:" and its folded name.
    """

    code: str
    name: str
    values: Mapping[str, int]
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report of one unit over one period, in the language it was built in.

    `paragraphs` are the generated closing sentences. `by_unit` is empty for a unit that has none below it. `notes` say what the
    figures may lack.
    """

    unit: UnitFacts
    period: Period
    previous_period: Period
    title: str
    rows: tuple[ReportRow, ...]
    shares: tuple[ShareRow, ...]
    paragraphs: tuple[tuple[str, ...], ...]
    by_unit: tuple[UnitRow, ...]
    notes: tuple[str, ...]
    made_on: date
    given: Given
    """What was given by hand for this period."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The generated closing sentences, one a subject."""
        return tuple(chain(*self.paragraphs))

    @property
    def paragraph(self) -> str:
        """The closing sentences as one paragraph."""
        return " ".join(self.sentences)

    @property
    def values(self) -> dict[str, int]:
        """Every figure by its code, zeros included."""
        return {row.code: row.value for row in self.rows}

    @property
    def previous(self) -> dict[str, int]:
        """Every figure of the year before by its code, zeros included."""
        return {row.code: row.previous for row in self.rows}


def build(ctx: Context, period: Period) -> Report:
    """The report of a period. Reads only; counts what stands at this moment."""
    before = year_before(period)
    with ctx.store.reader() as reader:
        own = unit_facts(reader, ctx.store.unit)
        below = other_units(reader, ctx.store.unit)
        sheets = newest_sheets(reader)
        given, given_before = (given_by_hand(reader, each, INDICATORS) for each in (period, before))
        names = {fold(unit.name): unit.code for unit in (*below, own)}
        figures = compute(reader, period, own_unit=own.code, sheets=sheets, by_hand=_columns(given, own, names))
        values = {code: figure.value for code, figure in figures.items()}
        previous_figures = compute(reader, before, own_unit=own.code, sheets=sheets, by_hand=_columns(given_before, own, names))
        previous = {code: figure.value for code, figure in previous_figures.items()}
        merged = merged_since(reader)
        found = doubts(values, previous, campaigns=_campaigns(reader, period))
    name = title(period, ctx.say)
    return Report(
        unit=own,
        period=period,
        previous_period=before,
        title=name,
        rows=tuple(_rows(ctx, figures, previous_figures, found, {f.indicator for f in (*given.counted, *given_before.counted)})),
        shares=_shares(ctx, values, previous),
        paragraphs=Writer(ctx.say, values, previous).paragraphs(name),
        by_unit=_by_unit(figures, own, below, given),
        notes=(*_notes(ctx, sheets, below, period, merged), *by_hand_notes(ctx, given, given_before, names)),
        made_on=ctx.clock.today(),
        given=given,
    )


def _columns(given: Given, own: UnitFacts, names: Mapping[str, str]) -> list[tuple[str, HandFigure]]:
    return [(figure.column(own.code, names), figure) for figure in given.counted]


def _rows(
    ctx: Context, figures: Mapping[str, Figure], previous: Mapping[str, Figure], found: tuple[Doubt, ...], marked: set[str]
) -> Iterator[ReportRow]:
    for chapter in CHAPTERS:
        for indicator in chapter.indicators:
            code = indicator.code
            now, before = figures[code], previous[code]
            moved = change(now.value, before.value)
            yield ReportRow(
                code=code,
                chapter=ctx.say(chapter.title),
                label=ctx.say(indicator.label),
                unit=ctx.say(indicator.unit),
                value=now.value,
                previous=before.value,
                difference=moved.difference,
                percent=moved.percent,
                warnings=tuple(ctx.say(doubt.message, **doubt.facts) for doubt in found if doubt.code == code),
                by_hand=now.by_hand,
                previous_by_hand=before.by_hand,
                marked=code in marked,
            )


def _shares(ctx: Context, values: Mapping[str, int], previous: Mapping[str, int]) -> tuple[ShareRow, ...]:
    return tuple(
        ShareRow(
            ctx.say(rate.label),
            share_text(values[rate.part], values[rate.whole]),
            share_text(previous[rate.part], previous[rate.whole]),
        )
        for rate in RATES
        if INDICATORS[rate.part].sources and values[rate.whole]
    )


def _by_unit(figures: Mapping[str, Figure], own: UnitFacts, below: tuple[UnitFacts, ...], given: Given) -> tuple[UnitRow, ...]:
    """Nothing for a station that only counts its own book."""
    names = {unit.code: unit.name for unit in below} | {own.code: own.name}
    names |= {BY_HAND + fold(figure.name): figure.name for figure in given.counted if figure.unit == own.code}
    counted = {unit for figure in figures.values() for unit in figure.by_unit}
    codes = [unit.code for unit in below] + sorted(counted - {unit.code for unit in below})
    if not below and not any(code.startswith(BY_HAND) for code in codes):
        return ()
    rows = []
    for code in codes:
        values = {indicator: figure.by_unit[code] for indicator, figure in figures.items() if code in figure.by_unit}
        rows.append(UnitRow(code, names.get(code, code), values, code.startswith(BY_HAND)))
    return tuple(rows)


def _notes(
    ctx: Context, sheets: Sheets, below: tuple[UnitFacts, ...], period: Period, merged: Mapping[str, date]
) -> tuple[str, ...]:
    if not below:
        return ()
    notes = []
    names = {unit.code: unit.name for unit in below}
    alike: dict[str, list[str]] = {}
    for unit, months in missing_months(sheets, tuple(names), period, ctx.clock.today(), merged).items():
        alike.setdefault(", ".join(_runs(months)), []).append(names[unit])
    for shown, units in alike.items():
        notes.append(
            ctx.say(
                N_("Not closed yet for {months}: {units}. Commitments of that time are not counted."),
                months=shown,
                units=", ".join(units),
            )
        )
    if splits_halves(period):
        notes.append(
            ctx.say(
                N_(
                    "Closed figures are kept by half months (days 1 to 14, day 15 to the end). Those cut by the edges of this "
                    "period are counted where they end."
                )
            )
        )
    return tuple(notes)


def _runs(months: tuple[str, ...]) -> Iterator[str]:
    """Months in words, those in a row as from–to: "01/2022–11/2022"."""
    counted = [(int(month[:4]) * 12 + int(month[5:]), f"{month[5:]}/{month[:4]}") for month in months]
    for _, run in groupby(enumerate(counted), key=lambda pair: pair[1][0] - pair[0]):
        shown = [text for _, (_, text) in run]
        yield shown[0] if len(shown) == 1 else f"{shown[0]}–{shown[-1]}"


def _campaigns(reader: Reader, period: Period) -> int:
    start, end = period.start.isoformat(), period.end.isoformat()
    ran = AllOf((Between("starts_on", None, end), AnyOf((IsEmpty("ends_on"), Between("ends_on", start, None)))))
    return reader.count("campaign", ran)
