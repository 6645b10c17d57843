"""The recycle bin of all registers: what was deleted, when and by whom, the last first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.text import fold
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.asking import NO_ANSWERS, Answers
from app.services.registers.forms import restore
from app.services.registers.history import moment, officer_names
from app.services.registers.origin import own_records
from app.services.registers.wording import reference_titles, title

_NO_DELETIONS = ("new", "edit", "import", "settle", "restore")
"""Reasons of changes that delete nothing; somebody may have edited a record without knowing that it was deleted."""
MOST = 200
"""So many are listed; what was deleted before that is found in its own register's bin."""
_NOBODY = ("", "")


@dataclass(frozen=True, slots=True)
class Thrown:
    """A deleted record. `when` is as people read it; `who` is empty for an officer of whom nothing is known here."""

    type_code: str
    id: str
    register: str
    title: str
    when: str
    who: str


def thrown(ctx: Context, search: str = "", limit: int = MOST) -> tuple[Thrown, ...]:
    """What this unit's officers deleted, the last first; with `search`, only what has these words in its title or register."""
    with ctx.store.reader() as reader:
        records = _deleted(ctx, reader, MOST)
        titles = _titles(ctx, reader, records)
        wanted = fold(search)
        found = [r for r in records if wanted in fold(f"{titles[r.id]} {ctx.say(ctx.store.registry.get(r.type).plural)}")]
        deeds = reader.last_touched([record.id for record in found], _NO_DELETIONS)
        names = officer_names(ctx, reader, {author for author, _ in deeds.values()})
    found.sort(key=lambda record: deeds.get(record.id, _NOBODY)[1], reverse=True)
    return tuple(_line(ctx, record, titles[record.id], names, *deeds.get(record.id, _NOBODY)) for record in found[:limit])


def _line(ctx: Context, record: RecordView, called: str, names: Mapping[str, str], author: str, wall: str) -> Thrown:
    register = ctx.say(ctx.store.registry.get(record.type).plural)
    return Thrown(
        record.type,
        record.id,
        register,
        called or ctx.say(N_("(without a name)")),
        moment(wall) if wall else "",
        names.get(author, ""),
    )


def _deleted(ctx: Context, reader: Reader, limit: int) -> list[RecordView]:
    found, own = [], own_records(ctx, reader)
    for declared in ctx.store.registry.all():
        found += reader.window(declared.code, own, order=("changed", "desc"), alive=False, limit=limit)
    return found


def _titles(ctx: Context, reader: Reader, records: Sequence[RecordView]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for code in {record.type for record in records}:
        declared = ctx.store.registry.get(code)
        of_type = [record for record in records if record.type == code]
        references = reference_titles(ctx, reader, declared, of_type, declared.fields)
        titles |= {record.id: title(ctx, declared, record.values, references) for record in of_type}
    return titles


def restore_many(ctx: Context, places: Sequence[tuple[str, str]], *, answers: Answers = NO_ANSWERS) -> int:
    """Take several records, each (type, id), out of the recycle bin; returns how many stand again.

    Raises `Asks` like `restore`; what was restored until then stays, and calling again goes on with the rest.
    """
    with ctx.store.reader() as reader:
        lying = [(code, i) for code, i in places if (found := reader.get(code, i)) is not None and not found.alive]
    for code, record_id in lying:
        restore(ctx, code, record_id, answers=answers)
    return len(lying)
