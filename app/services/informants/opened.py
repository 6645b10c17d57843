"""Every opening of a sealed identity, in words, for the commander."""

from dataclasses import dataclass

from app.data.conditions import AllOf, Equals, UnitIs
from app.services.context import Context
from app.services.registers.history import officer_names
from app.services.registers.wording import shown


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening, in words."""

    when: str
    who: str
    code: str
    act: str
    reason: str


def openings(ctx: Context, tip_off_id: str | None = None) -> tuple[Opening, ...]:
    """Who opened what and why, the newest first; of one tip-off, or the last hundred of all. Empty for all but the commander."""
    if not ctx.user.is_commander:
        return ()
    where = AllOf((UnitIs(ctx.store.unit), *((Equals("tip_off", tip_off_id),) if tip_off_id else ())))
    declared = ctx.store.registry.get("informant_opening")
    with ctx.store.reader() as reader:
        records = reader.window("informant_opening", where, order=declared.sort, limit=100)
        names = officer_names(ctx, reader, {str(record.values["officer"]) for record in records})
    return tuple(
        Opening(
            shown(ctx, declared.fields["opened_at"].kind, record.values["opened_at"]),
            names.get(str(record.values["officer"]), ""),
            str(record.values["code"] or ""),
            shown(ctx, declared.fields["act"].kind, record.values["act"]),
            str(record.values["reason"] or ""),
        )
        for record in records
    )
