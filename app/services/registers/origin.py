"""Whose record it is: at a unit above, most records were written by the stations below and are theirs to change.

A unit that others became part of goes on with their records as with its own.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.conditions import Condition
from app.data.reader import Reader
from app.services.context import Context
from app.statistics.successions import of_units, unit_codes


@dataclass(frozen=True, slots=True)
class Origin:
    """The unit that created a record. `own` when that is the unit whose book this is, or became part of it."""

    code: str
    name: str
    own: bool


def own_codes(ctx: Context, reader: Reader, on: date | None = None) -> frozenset[str]:
    """The code of this unit, and of every unit that had become part of it by that day (today), over any number of mergers."""
    return unit_codes(reader, ctx.store.unit, on or ctx.clock.today())


def own_records(ctx: Context, reader: Reader, on: date | None = None) -> Condition:
    """The condition on records that they are this unit's, those of the units that became part of it among them."""
    return of_units(own_codes(ctx, reader, on))


def origin(ctx: Context, type_code: str, record_id: str) -> Origin:
    """Who created a record; a record of which nothing has arrived counts as one's own."""
    with ctx.store.reader() as reader:
        record = reader.get(type_code, record_id)
        code = record.unit if record and record.unit else ctx.store.unit
        unit = reader.get("unit", fixed_id("unit", code))
        own = code == ctx.store.unit or code in own_codes(ctx, reader)
    name = str((unit.values.get("name") if unit else "") or code)
    return Origin(code, name, own)


def require_own(ctx: Context, type_code: str, record_id: str) -> None:
    """Raises `UserError` "record.foreign" for a record that another unit created: only that unit changes it.

    And like `require_typed`.
    """
    require_typed(ctx, type_code)
    whose = origin(ctx, type_code, record_id)
    if not whose.own:
        raise UserError("record.foreign", N_("This record belongs to {unit} and is changed there."), unit=whose.name)


def require_typed(ctx: Context, type_code: str) -> None:
    """Raises `UserError` "record.written_once" for a register that the program writes by itself and nobody else."""
    if ctx.store.registry.get(type_code).written_once:
        raise UserError("record.written_once", N_("The program alone writes this register. It can be read, not changed."))


def units(ctx: Context) -> tuple[Origin, ...]:
    """Every unit whose records are here, one's own first, the others by name."""
    with ctx.store.reader() as reader:
        records = reader.window("unit", order=("name", "asc"), limit=500)
    found = [
        Origin(str(record.values["code"]), str(record.values["name"] or ""), record.values["code"] == ctx.store.unit)
        for record in records
    ]
    return tuple(sorted(found, key=lambda unit: not unit.own))
