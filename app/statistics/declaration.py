"""What an indicator is: sources, and when and how each counts."""

from dataclasses import dataclass, field

from app.data.conditions import Condition, LatestChild, Measure


@dataclass(frozen=True, slots=True)
class Source:
    """One register an indicator counts in.

    A flow is dated by `on`, or by `on` of the record that the field `parent` (field, type) points to. A stock stands from
    `since` (an empty one counts: it has always stood) until the day before `until`; without `since`, now. `review` leaves out
    records whose newest review up to the day has an excluded value; its own `until` is filled in when counting. A
    `first_time` flow counts only what had not been counted on any earlier day.
    """

    type_code: str
    measure: Measure
    on: str = ""
    parent: tuple[str, str] | None = None
    since: str = ""
    until: str = ""
    review: LatestChild | None = None
    where: tuple[Condition, ...] = ()
    parent_where: tuple[Condition, ...] = ()
    first_time: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the reports: the sum of its sources. `code` is part of the report's JSON; `label` and `unit` are msgids.

    A *flow* counts what is dated within the period, a *stock* what stands on its last day. A `closed` indicator (†) reads
    registers that send no records above: the station counts it live, the unit above takes it from closed sheets. Of a figure
    counted in something smaller than it is shown in, `per` is how many make one: grams are counted, kilograms shown.
    """

    code: str
    label: str
    unit: str
    sources: tuple[Source, ...] = field(default=())
    stock: bool = False
    closed: bool = False
    per: int = 1


@dataclass(frozen=True, slots=True)
class Rate:
    """A share computed from two indicators, never typed."""

    code: str
    label: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of indicators under one heading of the report."""

    title: str
    indicators: tuple[Indicator, ...]
