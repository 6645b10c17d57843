"""Summary tables (biểu tổng hợp): a row is a unit, a column an indicator, and every number a figure given by hand."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from app.core.i18n import N_
from app.core.text import number_vi
from app.intake.alike import exact
from app.intake.named_unit import unit_named
from app.intake.readings import Doubt
from app.intake.spans import Span, read_span
from app.records.figure_names import FIGURES
from app.services.intake.desk import Desk, Key
from app.services.intake.drafts import Draft, Notice, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.whose import lower_unit
from app.statistics.periods import Period, PeriodKind, between, period_of, title

_INDICATORS = dict(FIGURES)
_LONGEST_WHY = 200

_NO_PERIOD = N_(
    "The sheet does not say for which days its figures are. Write the period, for example “năm 2023” or “6 tháng đầu năm 2024”."
)
_FUTURE = N_("This period has not begun yet. Check the year.")
_NO_FIGURE = N_("This row has no figure that could be kept.")
_DIFFERS = N_("{unit} has {stands} for “{indicator}” in this period already, and this row says {value}. Mend one of the two.")
_WHY = N_("Taken from the sheet “{sheet}”")
_TAKEN_FOR = N_("The figures are taken for {period}. In reports they add to what is recorded in the registers of this book.")


class Figures(Recipe):
    """One row is every figure of one unit over one period. Figures that stand already are left; a row of such alone is not new."""

    used_up = frozenset({*_INDICATORS, "period"})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._periods: dict[tuple[str, ...], Period | None] = {}
        self._told: dict[str, Period] = {}
        self._identities: dict[int, tuple[Draft, Key]] = {}

    @cached_property
    def _standing(self) -> dict[Key, tuple[int, Key]]:
        return self.desk.kept("figures", lambda: _standing(self.desk))

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        known = frozenset({"from_on", "to_on"}) if self._period(sheet, None) else frozenset[str]()
        return known | {"indicator", "value", "why"}

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        figures = {code: int(values[code]) for code in _INDICATORS if values.get(code) is not None}
        if not figures and values.get("indicator") and values.get("value") is not None:
            figures = {values["indicator"]: int(values["value"])}
        period = self._period(draft.sheet, values)
        values["why"] = values.get("why") or self.desk.say(_WHY, sheet=draft.sheet.name)[:_LONGEST_WHY]
        if period is None:
            draft.doubt("period", Doubt("period.unknown", _NO_PERIOD))
            return
        values["from_on"], values["to_on"] = period.start.isoformat(), period.end.isoformat()
        self._told[draft.sheet.name] = period
        if period.start > self.desk.today:
            draft.doubt("period", Doubt("date.future", _FUTURE))
        if not figures:
            draft.doubt("value", Doubt("figure.none", _NO_FIGURE))
        elif values.get("unit_name"):
            values["unit_name"] = self._whole_name(draft, str(values["unit_name"]))
            self._compare(draft, values["unit_name"], figures)

    def _whole_name(self, draft: Draft, name: str) -> str:
        """A hamlet with its commune, where a unit above gathers the tables of several: each may have a Bản Mới."""
        unit = lower_unit(self.desk, draft.sheet)
        return f"{name}, {unit}" if unit and not unit_named((name,)) else name

    def _compare(self, draft: Draft, unit: str, figures: dict[str, int]) -> None:
        """What is left to be written, and what speaks against what stands; the first figure is the row's own record."""
        values = draft.values
        own: Key = (exact(unit), values["from_on"], values["to_on"], tuple(figures.items()))
        common = {name: values[name] for name in ("unit_name", "from_on", "to_on", "why", "given_by") if values.get(name)}
        written, standing = [], []
        for code, value in figures.items():
            key = (*own[:3], code)
            stands, whose = self._standing.setdefault(key, (value, own))
            if stands != value:
                facts = {"unit": unit, "stands": number_vi(stands), "value": number_vi(value)}
                label = self.desk.say(_INDICATORS.get(code, code))
                draft.doubt(code, Doubt("figure.differs", _DIFFERS, {**facts, "indicator": label}))
            elif whose is own:
                written.append({**common, "indicator": code, "value": value})
            else:
                standing.append((code, value, whose))
        first = written[0] if written else {"indicator": standing[0][0], "value": standing[0][1]} if standing else {}
        values |= {name: first.get(name) for name in ("indicator", "value")}
        draft.also += [("hand_figure", further) for further in written[1:]]
        self._identities[id(draft)] = (draft, own if written or not standing else standing[0][2])

    def _period(self, sheet: Sheet, values: dict[str, Any] | None) -> Period | None:
        """The days of the row's own columns, else those that the officer or the words above the table say."""
        if values and values.get("from_on") and values.get("to_on"):
            return between(date.fromisoformat(values["from_on"]), max(date.fromisoformat(values[n]) for n in ("from_on", "to_on")))
        given = str((values or {}).get("period") or sheet.common.get("period") or "")
        key = (given, sheet.name, *sheet.titles)
        if key not in self._periods:
            span = read_span((given,)) if given else read_span(sheet.titles) or read_span((*sheet.titles, sheet.name))
            self._periods[key] = period_said(span)
        return self._periods[key]

    def identity(self, draft: Draft) -> Key:
        return self._identities.get(id(draft), (draft, (draft.number,)))[1]

    def known(self) -> Iterable[tuple[Key, str]]:
        for (record_id,) in self.desk.rows("hand_figure", ()):
            yield ("stands", record_id), record_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return not doubted

    def nearly(self, key: Key) -> Key:
        return key

    def warnings(self) -> Iterable[Notice]:
        for sheet, period in self._told.items():
            yield Notice("figure.period", sheet, _TAKEN_FOR, {"period": title(period, self.desk.say)})


def period_said(span: Span | None) -> Period | None:
    """The days that a span has in reports: a year is the reporting year, from 15 December to 14 December."""
    if span is None:
        return None
    if span.start is not None and span.end is not None:
        return between(span.start, span.end)
    match span.unit:
        case "month":
            return period_of(PeriodKind.MONTH, date(span.year, span.first, 1))
        case "quarter":
            return period_of(PeriodKind.QUARTER, date(span.year, span.first, 1))
        case "year":
            return period_of(PeriodKind.YEAR, date(span.year, 1, 1))
        case _:
            first, last = (period_of(PeriodKind.MONTH, date(span.year, month, 1)) for month in (span.first, span.last))
            return between(first.start, last.end)


def _standing(desk: Desk) -> dict[Key, tuple[int, Key]]:
    """By unit, days and indicator: the figure that stands, and the identity of its record; rows add theirs."""
    fields = ("unit_name", "from_on", "to_on", "indicator", "value")
    return {
        (exact(unit or ""), from_on, to_on, code): (int(value or 0), ("stands", record_id))
        for record_id, unit, from_on, to_on, code, value in desk.rows("hand_figure", fields)
    }
