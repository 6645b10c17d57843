"""What a save fills in where it was left empty and the unit's own settings are needed for it: terms, next dates.

A fill is a function over the book, what stood before and what is to stand, changed in place. It never writes over what an officer
typed: only over nothing, and over what it gave itself before.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.core.ids import fixed_id
from app.services.context import Context

Fill = Callable[[Context, Mapping[str, Any], dict[str, Any]], None]

KEEP_YEARS = 5
"""Years that a record of somebody who was helped is kept when the unit has set nothing."""
RECOGNITION_YEARS = 2
"""Years from one recognition of a person of standing to the next."""


def years_later(day: str, years: int) -> str:
    """The same day so many years on, as ISO; of 29 February the 28th where there is no other."""
    begun = date.fromisoformat(day)
    try:
        return begun.replace(year=begun.year + years).isoformat()
    except ValueError:
        return begun.replace(year=begun.year + years, day=28).isoformat()


def years_set(ctx: Context, field: str, otherwise: int) -> int:
    """A number of years from the unit's own record."""
    with ctx.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return int((unit.values.get(field) if unit else None) or otherwise)


def _counted(from_fields: tuple[str, ...], into: str, setting: str, otherwise: int) -> Fill:
    """`into` is counted in years from the first of `from_fields` that is filled in."""

    def fill(ctx: Context, before: Mapping[str, Any], whole: dict[str, Any]) -> None:
        years = years_set(ctx, setting, otherwise)

        def counted(values: Mapping[str, Any]) -> str | None:
            start = next((values[name] for name in from_fields if values.get(name)), None)
            return years_later(str(start), years) if start else None

        given = whole.get(into)
        if not given or (given == before.get(into) == counted(before)):
            whole[into] = counted(whole)

    return fill


FILLS: Mapping[str, Fill] = {
    "reintegration": _counted(("ended_on", "began_on"), "keep_until", "keep_years", KEEP_YEARS),
    "trusted_person": _counted(("recognised_on",), "review_on", "recognition_years", RECOGNITION_YEARS),
}
"""By record type; `app.services.registers.save` walks it before it checks what is missing."""
