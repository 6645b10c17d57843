"""Joining another station's book to this one: its journal is proved and taken in, its records are gone on with as one's own.

Identity of a change-set is its hash, so joining twice, after a stop, or two books in either order comes to the same union.
Nothing that either book holds is changed: papers and records made before keep the old unit's name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.progress import SILENT, Progress
from app.core.randomness import Randomness
from app.data.changeset import ChangeSet
from app.data.conditions import AllOf, Equals, UnitIs
from app.data.declare import STREAMS
from app.data.integrity import Proof
from app.data.store import Store
from app.services import carry
from app.services.carry.desk import book_of
from app.services.context import Context
from app.services.merger.opening import Entrance, opened
from app.services.registers.typed_day import typed_day

_SLICE = 500
_PROVING = N_("Proving the other book")
_JOINING = N_("Taking the other book in")


@dataclass(frozen=True, slots=True)
class Look:
    """What the other book is: its unit, how many records and change-sets it has, how many of these are here already.

    `unsent` is how many of its changes its unit above has not got: they are to be sent from there, before it is put away.
    `sealed` is how many identities of informants it holds: only its own keepers, on its own laptop, can ever open them.
    """

    code: str
    name: str
    records: int
    change_sets: int
    already_had: int
    unsent: int
    sealed: int


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining did. Counts are of records but `change_sets`, `already_had` and `put_aside` (what was left out too)."""

    code: str
    name: str
    new: int
    changed: int
    change_sets: int
    already_had: int
    put_aside: int
    conflicts: int


def look(ctx: Context, entrance: Entrance, *, randomness: Randomness, progress: Progress = SILENT) -> Look:
    """Prove the other book and say what is in it; nothing is taken in.

    Raises `UserError` of `opening.opened`, "permission.commander", and "merger.damaged" when the book does not stand proof.
    """
    require_commander(ctx)
    with opened(ctx, entrance, randomness=randomness, progress=progress) as other:
        code, name = _unit_of(other)
        proof = _proved(other, name, progress)
        with other.store.reader() as theirs, ctx.store.reader() as ours:
            had = sum(change.hash in ours.hashes_at(*change.place) for change in theirs.change_sets(STREAMS, {}))
            sealed = theirs.count("informant")
        return Look(code, name, proof.records, proof.change_sets, had, carry.unsent(other), sealed)


def join(ctx: Context, entrance: Entrance, since: str, *, randomness: Randomness, progress: Progress = SILENT) -> Joined:
    """Take the other book in, and write down that its unit became part of this one on the day typed in `since`.

    May be stopped (`Cancelled`) and begun again: what was taken in stays. Raises as `look` does, and `InvalidRecord` for a day that
    cannot be read.
    """
    require_commander(ctx)
    day = _day(ctx, since)
    with opened(ctx, entrance, randomness=randomness, progress=progress) as other:
        code, name = _unit_of(other)
        total = _proved(other, name, progress).change_sets
        _write_succession(ctx, code, name, day)
        _take_contents(ctx.store, other.store)
        new = changed = taken = had = aside = conflicts = 0
        with other.store.reader() as theirs:
            doubtful = _doubts(ctx)
            for chunk in _slices(theirs.change_sets(STREAMS, {})):
                progress.step(taken + had + aside, total, _JOINING)
                believed = [change for change in chunk if not doubtful(change)]
                aside += len(chunk) - len(believed)
                received = ctx.store.receive(believed)
                new, changed, conflicts = new + received.new, changed + received.changed, conflicts + received.conflicts
                taken, had = taken + received.change_sets, had + received.already_had
                aside += received.quarantined
        return Joined(code, name, new, changed, taken, had, aside, conflicts)


def predecessors(ctx: Context) -> tuple[tuple[str, str, date], ...]:
    """(code, name, since) of every unit that became part of this one, the latest first."""
    with ctx.store.reader() as reader:
        where = AllOf((UnitIs(ctx.store.unit), Equals("new_code", ctx.store.unit)))
        found = reader.window("unit_succession", where, order=("from_on", "desc"))
    return tuple((str(r.values["old_code"]), str(r.values["old_name"]), date.fromisoformat(r.values["from_on"])) for r in found)


def _write_succession(ctx: Context, code: str, name: str, day: date) -> None:
    """Its id is fixed by both codes, so that writing it twice says it once."""
    record_id = fixed_id("unit_succession", f"{code}:{ctx.store.unit}")
    own = fixed_id("unit", ctx.store.unit)
    with ctx.store.reader() as reader:
        standing, unit = reader.get("unit_succession", record_id), reader.get("unit", own)
    values = {
        "old_code": code,
        "old_name": name,
        "new_code": ctx.store.unit,
        "new_name": str((unit.values.get("name") if unit else None) or ctx.store.unit),
        "from_on": day.isoformat(),
    }
    with ctx.store.change(ctx.user.id, "merger") as change:
        if standing is None:
            change.create("unit_succession", values, record_id)
        else:
            if not standing.alive:
                change.restore("unit_succession", record_id)
            if standing.values["from_on"] != values["from_on"]:
                change.update("unit_succession", record_id, {"from_on": values["from_on"]})


def _doubts(ctx: Context) -> Callable[[ChangeSet], bool]:
    """Tells what another book cannot bring: changes in the name of this unit, or of one that this unit knows the laptops of, by a
    database that nobody here vouches for. Proof of a book shows only that each database signed what it wrote."""
    trust = book_of(ctx).trust()
    known = {trust.own.unit, *({trust.above.unit} if trust.above else ()), *trust.units_below()}

    def doubtful(change: ChangeSet) -> bool:
        header = change.header
        if header.unit not in known:
            return False
        with ctx.store.reader() as reader:
            if change.hash in reader.hashes_at(*change.place):
                return False
        author = trust.database(header.replica)
        if author is None or author.unit != header.unit:
            return True
        last = trust.last_believed(author, header.replica, header.stream)
        return last is not None and header.seq > last

    return doubtful


def _take_contents(ours: Store, theirs: Store) -> None:
    """Pictures and scans lie beside the journal; they are named by their hash and proved by it."""
    with theirs.reader() as reader:
        for name in reader.content_names():
            data = reader.content(name)
            if data is not None:
                ours.keep_content(data)


def _slices(changes: Iterator[ChangeSet]) -> Iterator[list[ChangeSet]]:
    while chunk := list(islice(changes, _SLICE)):
        yield chunk


def _proved(other: Context, name: str, progress: Progress) -> Proof:
    progress.step(0, 0, _PROVING)
    proof = other.store.verify(progress=progress)
    if proof.findings:
        raise UserError(
            "merger.damaged",
            N_("The book of {unit} does not stand proof ({count} faults). Have it put right there, or restore its backup first."),
            unit=name,
            count=len(proof.findings),
        )
    return proof


def _unit_of(other: Context) -> tuple[str, str]:
    code = other.store.unit
    with other.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", code))
    if unit is not None and unit.values.get("kind") == "parent":
        raise UserError("merger.above", N_("This is the book of a unit above. Only books of stations are joined."))
    return code, str((unit.values.get("name") if unit else None) or code)


def require_commander(ctx: Context) -> None:
    """Raises `UserError` "permission.commander" for anybody else."""
    if not ctx.user.is_commander:
        raise UserError("permission.commander", N_("Only the commander joins another book to this one. Ask the commander."))


def _day(ctx: Context, typed: str) -> date:
    missing, mend = N_("Say since when the units are one."), N_("The day of the merger is to be mended.")
    return typed_day(ctx, "unit_succession", "from_on", typed, missing=missing, mend=mend)
