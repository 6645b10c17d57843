"""One day typed outside a form, by the rules of the field it goes into: pages that do one act with many records ask for it."""

from datetime import date

from app.core.errors import FieldProblem, InvalidRecord, Problem
from app.services.context import Context


def typed_day(ctx: Context, type_code: str, field: str, typed: str, *, missing: str, mend: str) -> date:
    """The day that `typed` says. Raises `InvalidRecord` beside `field` with the msgid `mend`; the msgid `missing` is for none."""
    kind = ctx.store.registry.get(type_code).fields[field].kind
    try:
        day = kind.parse(typed, ctx.clock.today())
        if not isinstance(day, date):
            raise Problem("field.required", missing)
    except Problem as problem:
        raise InvalidRecord("record.invalid", mend, [FieldProblem(field, problem)]) from problem
    return day
