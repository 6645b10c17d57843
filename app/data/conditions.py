"""Conditions on records as plain values: what filters, indicators and rows behind a figure are written in.

Values are *dumped* values (ISO dates, 0/1, codes, ids). `queries` turns a condition into SQL; nothing else does.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Equals:
    """The field has exactly this value."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field has one of these values."""

    field: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """`low` ≤ field ≤ `high`, both ends included; `None` leaves that end open. An empty field never matches."""

    field: str
    low: Any = None
    high: Any = None


@dataclass(frozen=True, slots=True)
class IsEmpty:
    """The field holds nothing."""

    field: str


@dataclass(frozen=True, slots=True)
class NotEmpty:
    """The field holds something."""

    field: str


@dataclass(frozen=True, slots=True)
class UnitIs:
    """The record was created by the unit of this code."""

    code: str


@dataclass(frozen=True, slots=True)
class LatestChild:
    """The newest standing child dated up to `until` (an ISO date) has none of the `excluded` values, or there is no child.

    `type_code` is the child's type and `reference` its field that points here; `date_field` dates it. Of two children on one day
    the one recorded later counts.
    """

    type_code: str
    reference: str
    date_field: str
    until: str
    value_field: str
    excluded: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ParentMatches:
    """The record that `reference` (of type `type_code`) points to stands and fulfils `condition`."""

    reference: str
    type_code: str
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of the conditions holds; none at all holds too."""

    conditions: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions holds; none at all does not."""

    conditions: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: "Condition"


Condition = Equals | OneOf | Between | IsEmpty | NotEmpty | UnitIs | LatestChild | ParentMatches | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Count:
    """How many records."""


@dataclass(frozen=True, slots=True)
class CountDistinct:
    """How many different combinations of these fields; records where all of them are empty do not count."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a number field; 0 over nothing."""

    field: str


Measure = Count | CountDistinct | Sum
