"""Writing packages for those who lack something: the unit above, the units below, the station's other laptops."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import UserError
from app.core.files import require_writable
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.progress import SILENT, Progress
from app.data.reader import Reader
from app.keys.certificates import Certificate
from app.keys.trust import OWN, Trust, TrustList
from app.services.carry.desk import book_of, keys_of, moment
from app.services.context import Context
from app.sync.audiences import Audience, audiences, held_by, holdings_for, told_of
from app.sync.book import Book, Receipt, Sent
from app.sync.manifest import STATION_AUDIENCE, UP, Manifest
from app.sync.writer import Content, Written, contents, free_number, write_package

_LEAST_ROOM = 1 << 20


@dataclass(frozen=True, slots=True)
class SentFile:
    """A package on the stick, safe to be carried away."""

    path: Path
    audience: str
    unit: str
    number: int
    change_sets: int
    records: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. No files: nobody lacks anything. `not_enrolled`: the unit above got nothing, for want of enrolment."""

    files: tuple[SentFile, ...]
    not_enrolled: bool = False

    @property
    def change_sets(self) -> int:
        return sum(file.change_sets for file in self.files)

    @property
    def records(self) -> int:
        return sum(file.records for file in self.files)

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)


def export(ctx: Context, folder: Path, audience: str | None = None, *, progress: Progress = SILENT) -> Exported:
    """Write packages into `folder`: for one kind of audience ("up", "down", "station"), or for all that lack something.

    What goes in is everything above the audience's last receipt, so a package that was lost is made up for by the next one.
    Raises `UserError`: "enrol.needed" (sending up before enrolment), "file.cannot_write", "file.no_room",
    "package.not_read_back". A failure leaves the packages finished before it.
    """
    require_writable(folder, _LEAST_ROOM)
    book = book_of(ctx)
    trust = book.trust()
    expected = above_expected(ctx, trust)
    may_send_up = book.enrolled(trust)
    if audience == UP and not may_send_up:
        raise not_enrolled(trust)
    chosen = [
        each
        for each in audiences(trust, device=keys_of(ctx).device.id, recovery=book.recovery)
        if audience in (None, each.kind) and (each.kind != UP or may_send_up)
    ]
    if audience is None:
        chosen = [each for each in chosen if each.laptops]
        if not chosen and expected and not may_send_up:
            raise not_enrolled(trust)
    files: list[SentFile] = []
    with ctx.store.reader() as reader:
        receipts = book.receipts()
        for done, each in enumerate(chosen):
            progress.step(done, len(chosen), N_("Writing packages"))
            files += _write_for(ctx, each, folder, trust, reader, receipts, forced=audience is not None)
    return Exported(tuple(files), not_enrolled=audience is None and expected and not may_send_up)


def not_enrolled(trust: Trust) -> UserError:
    """Sending up is refused, with how to enrol."""
    return UserError(
        "enrol.needed",
        N_(
            "This unit is not enrolled with the unit above yet, so nothing can be sent there. Write a request for enrolment, "
            "carry it to the unit above, have it accepted there (compare the fingerprint by telephone), and finish here with "
            "the certificate that comes back."
        ),
        unit=trust.own.name,
    )


def above_expected(ctx: Context, trust: Trust) -> bool:
    """Whether this unit has a unit above, known here or not: a station has, the topmost unit has none."""
    if trust.above is not None:
        return True
    with ctx.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", trust.own.unit))
    return unit is None or unit.values.get("kind") != "parent"


def _write_for(
    ctx: Context,
    audience: Audience,
    folder: Path,
    trust: Trust,
    reader: Reader,
    receipts: Mapping[str, Receipt],
    *,
    forced: bool,
) -> list[SentFile]:
    book, device = book_of(ctx), keys_of(ctx).device
    last = book.sent().get(audience.name)
    above = held_by(audience, receipts, reader)
    units = told_of(audience, trust)
    holdings = holdings_for(audience, trust, reader)
    lacking = reader.count_beyond(audience.streams, above, units)
    if not lacking and not (last is None and forced) and not _tells_more(holdings, last):
        return []
    certificates, lists = _credentials(audience, trust, book)
    files = []
    for content in contents(reader.change_sets(audience.streams, above, units)):
        number = free_number(folder, book.next_number(), unit=device.unit, letter=device.letter)
        series = last.series + 1 if last else 1
        manifest = Manifest(
            unit=device.unit,
            name=device.name,
            letter=device.letter,
            device=device.id,
            database=ctx.store.replica_id,
            audience=audience.kind,
            audience_unit=audience.unit,
            audience_key=audience.key,
            number=number,
            series=series,
            written=moment(ctx),
            holdings=holdings,
            change_sets=0,
            frames=0,
            digest="",
        )
        written = write_package(
            folder,
            manifest=manifest,
            key=device.key,
            recipients=audience.recipients,
            certificates=certificates,
            lists=lists,
            content=content,
        )
        last = _note(manifest, written, content, last)
        book.put_sent(audience.name, last)
        files.append(
            SentFile(written.path, audience.kind, audience.unit, number, written.change_sets, written.records, written.bytes)
        )
    return files


def _tells_more(holdings: Mapping[str, Mapping[str, tuple[int, str]]], last: Sent | None) -> bool:
    """Whether this laptop has taken something in since it last wrote: the sender waits for the receipt."""
    if last is None:
        return bool(holdings)
    known = {replica: {stream: tuple(held) for stream, held in streams.items()} for replica, streams in last.holdings.items()}
    return known != holdings


def _credentials(audience: Audience, trust: Trust, book: Book) -> tuple[list[Certificate], list[TrustList]]:
    """What the receiver needs to believe what it gets: for other units this unit's own, for the station's laptops all."""
    if audience.kind == STATION_AUDIENCE:
        roots = {trust.own.key} | ({trust.above.key} if trust.above else set()) | {laptop.root for laptop in trust.laptops("below")}
        return list(book.certificates()), [found for root in sorted(roots) if (found := trust.list_of(root))]
    own_list = trust.list_of(trust.own.key)
    laptops = {laptop.device for laptop in trust.laptops(OWN)}
    certificates = [c for c in book.certificates() if c.subject in laptops or c.issuer in laptops]
    return certificates, [own_list] if own_list else []


def _note(manifest: Manifest, written: Written, content: Content, last: Sent | None) -> Sent:
    vector = {replica: dict(streams) for replica, streams in (last.vector if last else {}).items()}
    for (replica, stream), seq in content.places.items():
        places = vector.setdefault(replica, {})
        places[stream] = max(seq, places.get(stream, 0))
    return Sent(manifest.number, manifest.series, manifest.written, written.path.name, vector, manifest.holdings)
