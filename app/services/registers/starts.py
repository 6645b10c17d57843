"""What a blank form starts with beyond declared defaults: the next number of the year, the officer at work, the present moment.

A start is a function over the form's dumped values, filled in place. What it offers is typed over like anything else: a number
may be left out or given by hand, and whoever else took it meanwhile is told by a warning, not by a refusal.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.data.conditions import AllOf, Between, Condition, NotEmpty, UnitIs
from app.services.context import Context

Values = dict[str, Any]
Start = Callable[[Context, Values], None]


def within_year(date_field: str, year: int) -> Condition:
    """Records dated in that calendar year."""
    return Between(date_field, f"{year:04}-01-01", f"{year:04}-12-31")


def next_number(ctx: Context, type_code: str, field: str, *among: Condition) -> int:
    """One more than the greatest number that this unit gave among those records. Numbers of deleted records are not given again."""
    where = AllOf((UnitIs(ctx.store.unit), NotEmpty(field), *among))
    with ctx.store.reader() as reader:
        found = [reader.window(type_code, where, order=(field, "desc"), alive=alive, limit=1) for alive in (True, False)]
    return max((int(record.values[field]) for records in found for record in records), default=0) + 1


def _offer(values: Values, **offered: Any) -> None:
    """Fill what a preset has not filled."""
    for name, value in offered.items():
        if values.get(name) in (None, ""):
            values[name] = value


def _tip_off(ctx: Context, values: Values) -> None:
    now = ctx.clock.now()
    _offer(
        values,
        received_at=f"{now:%Y-%m-%dT%H:%M}",
        number=next_number(ctx, "tip_off", "number", within_year("received_on", now.year)),
        receiver=ctx.user.name,
    )


STARTS: Mapping[str, Start] = {
    "tip_off": _tip_off,
}
"""By record type: what fills a new form; `app.services.registers.blank` walks it."""
