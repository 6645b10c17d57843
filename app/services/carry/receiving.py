"""Receiving packages: what one holds, in words, before anything is accepted; then taking it in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.data.receive import Received
from app.keys.certificates import Certificate
from app.keys.trust import Trust, TrustList
from app.services.carry.desk import book_of, keys_of, moment
from app.services.context import Context
from app.sync.inbox import staged
from app.sync.reader import Package, open_package
from app.sync.receiving import take_in
from app.sync.refusals import NAME, missing

_CLOCK_TOLERANCE = timedelta(days=1)

_DOUBTS = {
    "unknown_author": (
        N_("{n} change comes from a laptop that nobody vouches for here; it is left out until its certificate comes."),
        N_("{n} changes come from a laptop that nobody vouches for here; they are left out until its certificate comes."),
    ),
    "signature": (
        N_("{n} change is not signed as it should be; it is left out."),
        N_("{n} changes are not signed as they should be; they are left out."),
    ),
    "not_theirs": (
        N_("{n} change is not the sender's to make; it is left out."),
        N_("{n} changes are not the sender's to make; they are left out."),
    ),
    "revoked": (
        N_("{n} change was made on a laptop after it had been reported lost; it is left out."),
        N_("{n} changes were made on a laptop after it had been reported lost; they are left out."),
    ),
}


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many records of a register a package brings or changes."""

    type_code: str
    title: str
    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a package holds, and what taking it in would do. `lines` says all of it in the officer's language.

    `quarantined` counts change-sets that would be put aside or left out; `doubts` counts the latter by reason.
    """

    file: Path
    unit: str
    name: str
    letter: str
    audience: str
    number: int
    written: datetime
    change_sets: int
    already_had: int
    new: int
    changed: int
    conflicts: int
    waiting: int
    quarantined: int
    types: tuple[TypeCount, ...]
    doubts: tuple[tuple[str, int], ...]
    forks: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in: the error's code, and the sentence that says what it is and what to do."""

    file: Path
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What taking in several files did. Counts are of records; `quarantined` and `already_had` of change-sets."""

    packages: tuple[Preview, ...]
    refusals: tuple[Refused, ...]

    @property
    def new(self) -> int:
        return sum(each.new for each in self.packages)

    @property
    def changed(self) -> int:
        return sum(each.changed for each in self.packages)

    @property
    def conflicts(self) -> int:
        return sum(each.conflicts for each in self.packages)

    @property
    def waiting(self) -> int:
        return sum(each.waiting for each in self.packages)

    @property
    def quarantined(self) -> int:
        return sum(each.quarantined for each in self.packages)

    @property
    def already_had(self) -> int:
        return sum(each.already_had for each in self.packages)

    @property
    def refused(self) -> int:
        return len(self.refusals)


def packages_in(ctx: Context, paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to receive: those named, and of a folder named every package in it that this laptop did not write itself."""
    device = keys_of(ctx).device
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        for inside in sorted(path.glob("*.antq")):
            name = NAME.fullmatch(inside.name)
            if not name or (name.group(1), name.group(2)) != (device.unit, device.letter):
                found.append(inside)
    return tuple(found)


def preview(ctx: Context, path: Path, *, progress: Progress = SILENT) -> Preview:
    """Look into a package without taking anything in. Raises `UserError` "package.…"."""
    return _take(ctx, path, dry_run=True, progress=progress)


def import_packages(
    ctx: Context, files: Sequence[Path], *, dry_run: bool = False, progress: Progress = SILENT
) -> Imported:
    """Take packages in, each by itself and whole: one that is refused leaves the database as it was and the others stand."""
    taken: list[Preview] = []
    refusals: list[Refused] = []
    for path in files:
        try:
            taken.append(_take(ctx, path, dry_run=dry_run, progress=progress))
        except UserError as error:
            refusals.append(Refused(path, error.code, ctx.say.error(error)))
    return Imported(tuple(taken), tuple(refusals))


def _take(ctx: Context, path: Path, *, dry_run: bool, progress: Progress) -> Preview:
    if path.is_dir():
        raise missing(path)
    device, book = keys_of(ctx).device, book_of(ctx)

    def trust_with(certificates: list[Certificate], lists: list[TrustList]) -> Trust:
        return book.trust(certificates, lists)

    with staged(ctx.folder, path, progress=progress) as copy:
        package = open_package(copy, name=path.name, device=device, trust_with=trust_with, progress=progress)
    received = take_in(ctx.store, book, package, arrived=moment(ctx), dry_run=dry_run, progress=progress)
    return _described(ctx, path, package, received)


def _described(ctx: Context, path: Path, package: Package, received: Received) -> Preview:
    manifest = package.manifest
    written = datetime.fromisoformat(manifest.written)
    types = _types(ctx, received)
    return Preview(
        file=path,
        unit=package.sender.unit,
        name=package.sender.name,
        letter=package.sender.letter,
        audience=manifest.audience,
        number=manifest.number,
        written=written,
        change_sets=manifest.change_sets,
        already_had=received.already_had,
        new=received.new,
        changed=received.changed,
        conflicts=received.conflicts,
        waiting=received.waiting,
        quarantined=received.quarantined + sum(package.left_out.values()),
        types=types,
        doubts=tuple(sorted(package.left_out.items())),
        forks=len(received.forks),
        lines=tuple(_lines(ctx, package, received, types, written)),
    )


def _types(ctx: Context, received: Received) -> tuple[TypeCount, ...]:
    counts: Counter[tuple[str, str]] = Counter((touched.type, touched.what) for touched in received.records)
    return tuple(
        TypeCount(t.code, ctx.say(t.plural), counts[t.code, "new"], counts[t.code, "changed"])
        for t in ctx.store.registry.all()
        if counts[t.code, "new"] or counts[t.code, "changed"]
    )


def _lines(
    ctx: Context, package: Package, received: Received, types: Sequence[TypeCount], written: datetime
) -> Iterable[str]:
    say, sender = ctx.say, package.sender
    yield say(
        N_("Package {number} of {unit}, laptop {letter}, written at {written}."),
        number=package.manifest.number,
        unit=sender.name,
        letter=sender.letter,
        written=written,
    )
    if not package.change_sets:
        yield say(N_("It brings no records, only word of what has arrived there."))
    elif received.already_had == len(package.change_sets):
        yield say(N_("Everything in it was here already; nothing changes."))
    for each in types:
        if each.new and each.changed:
            sentence = N_("{register}: {new} new, {changed} changed.")
        else:
            sentence = N_("{register}: {new} new.") if each.new else N_("{register}: {changed} changed.")
        yield say(sentence, register=each.title, new=each.new, changed=each.changed)
    yield from _warnings(ctx, package, received, written)


def _warnings(ctx: Context, package: Package, received: Received, written: datetime) -> Iterable[str]:
    plural = ctx.say.plural
    if received.conflicts:
        yield plural(
            N_("{n} record was changed in two places; both versions are kept until somebody chooses."),
            N_("{n} records were changed in two places; both versions are kept until somebody chooses."),
            received.conflicts,
        )
    if received.waiting:
        yield plural(
            N_("{n} record came in part only and is shown when the rest arrives."),
            N_("{n} records came in part only and are shown when the rest arrives."),
            received.waiting,
        )
    if received.quarantined:
        yield plural(
            N_("{n} change cannot be read by this program and is put aside."),
            N_("{n} changes cannot be read by this program and are put aside."),
            received.quarantined,
        )
    for reason, count in sorted(package.left_out.items()):
        yield plural(*_DOUBTS[reason], count)
    if received.forks:
        yield ctx.say(
            N_(
                "Two different histories of one laptop have come: its data was copied or restored. Everything is kept; have "
                "that laptop checked."
            )
        )
    ahead = _aware(written) - ctx.clock.now()
    if ahead > _CLOCK_TOLERANCE:
        yield plural(
            N_("The clock of that laptop is {n} day ahead of this one. Set the one that is wrong."),
            N_("The clock of that laptop is {n} days ahead of this one. Set the one that is wrong."),
            ahead.days,
        )


def _aware(moment_: datetime) -> datetime:
    return moment_ if moment_.tzinfo else moment_.astimezone()
