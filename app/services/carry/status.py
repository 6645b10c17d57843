"""What has not been sent, what came last, what is missing, what contradicts itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.core.i18n import N_
from app.data.declare import COMMON, SHARED, STATION, STREAMS
from app.data.journal import Place
from app.data.reader import Reader
from app.keys.trust import Standing, Trust
from app.services.carry.desk import book_of, keys_of
from app.services.carry.sending import above_expected
from app.services.context import Context
from app.sync.audiences import Audience, audiences, contradictions, held_by, told_of
from app.sync.book import Receipt, Sent
from app.sync.manifest import DOWN, STATION_AUDIENCE, UP
from app.sync.manifest import STREAMS as SENT_STREAMS


@dataclass(frozen=True, slots=True)
class AudienceStatus:
    """One audience: `unsent` change-sets are in no package yet, `unconfirmed` in none whose receipt has come back.

    `last_sent` and `last_receipt` are ISO local times, empty when there was none.
    """

    kind: str
    unit: str
    name: str
    unsent: int
    unconfirmed: int
    last_sent: str
    last_number: int
    last_receipt: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Change-sets that somebody wrote and that have not come: the numbers `first` to `last` of one laptop's stream."""

    unit: str
    name: str
    letter: str
    stream: str
    first: int
    last: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Status:
    """`last_sent` and `last_received` are ISO local times or `None`; `conflicts` counts records that wait for a choice.

    `contradictions` says in words where a receipt speaks of another history than ours.
    """

    unsent: int
    last_sent: str | None
    last_received: str | None
    gaps: tuple[Gap, ...]
    conflicts: int
    waiting: int
    enrolled: bool
    above: str
    audiences: tuple[AudienceStatus, ...]
    contradictions: tuple[str, ...]


def status(ctx: Context) -> Status:
    """The state of carrying, from receipts and not from flags."""
    book = book_of(ctx)
    trust, receipts, sent = book.trust(), book.receipts(), book.sent()
    device = keys_of(ctx).device.id
    everyone = audiences(trust, device=device, recovery=book.recovery)
    with ctx.store.reader() as reader:
        told = tuple(
            _audience(each, trust, receipts, sent.get(each.name), reader)
            for each in everyone
            if each.laptops or each.name in sent
        )
        return Status(
            unsent=_unsent(ctx, trust, everyone, receipts, sent, reader),
            last_sent=max((each.last_sent for each in told if each.last_sent), default=None),
            last_received=max((receipt.arrived for receipt in receipts.values()), default=None),
            gaps=tuple(_gaps(ctx, trust, receipts, reader)),
            conflicts=len(reader.conflicts()),
            waiting=reader.waiting(),
            enrolled=book.enrolled(trust),
            above=trust.above.name if trust.above else "",
            audiences=told,
            contradictions=tuple(_contradictions(ctx, trust, receipts, reader)),
        )


def unsent(ctx: Context) -> int:
    """How many change-sets of this unit are in no package yet that somebody waits for; cheap enough to be always shown."""
    book = book_of(ctx)
    trust = book.trust()
    everyone = audiences(trust, device=keys_of(ctx).device.id, recovery=book.recovery)
    with ctx.store.reader() as reader:
        return _unsent(ctx, trust, everyone, book.receipts(), book.sent(), reader)


def _unsent(
    ctx: Context,
    trust: Trust,
    everyone: Iterable[Audience],
    receipts: Mapping[str, Receipt],
    sent: Mapping[str, Sent],
    reader: Reader,
) -> int:
    """Counted once however many wait for it: of each stream, what the audience that lacks most of it lacks."""
    waiting = dict.fromkeys(STREAMS, 0)
    for audience in everyone:
        if not audience.laptops:
            continue
        known = _known(audience, receipts, sent.get(audience.name), reader)
        for stream in audience.streams:
            waiting[stream] = max(waiting[stream], reader.count_beyond((stream,), known, told_of(audience, trust)))
    if not any(audience.kind == UP and audience.laptops for audience in everyone) and above_expected(ctx, trust):
        waiting[SHARED] = reader.count_beyond((SHARED,), {}, (trust.own.unit,))
    return sum(waiting.values())


def _audience(
    audience: Audience, trust: Trust, receipts: Mapping[str, Receipt], sent: Sent | None, reader: Reader
) -> AudienceStatus:
    held = held_by(audience, receipts, reader)
    units = told_of(audience, trust)
    known = _known(audience, receipts, sent, reader)
    names = [laptop.name for laptop in audience.laptops]
    return AudienceStatus(
        audience.kind,
        audience.unit,
        names[0] if names else audience.unit,
        reader.count_beyond(audience.streams, known, units),
        reader.count_beyond(audience.streams, held, units),
        sent.written if sent else "",
        sent.number if sent else 0,
        max((receipts[laptop.device].written for laptop in audience.laptops if laptop.device in receipts), default=""),
    )


def _known(audience: Audience, receipts: Mapping[str, Receipt], sent: Sent | None, reader: Reader) -> dict[Place, int]:
    """Up to which number each chain is held by the audience or lies in a package for it."""
    known = held_by(audience, receipts, reader)
    for replica, streams in (sent.vector if sent else {}).items():
        for stream, seq in streams.items():
            known[replica, stream] = max(seq, known.get((replica, stream), 0))
    return known


def _gaps(ctx: Context, trust: Trust, receipts: Mapping[str, Receipt], reader: Reader) -> Iterable[Gap]:
    """Holes in what is held, and ends that others say they hold."""
    missing = {(replica, stream, first): last for replica, stream, first, last in reader.gaps()}
    for receipt in receipts.values():
        sender = trust.laptop(receipt.device)
        for replica, streams in receipt.holdings.items():
            for stream, (seq, _) in streams.items():
                last = reader.tip(replica, stream)[0]
                if sender and seq > last and stream in _due(sender.relation):
                    missing[replica, stream, last + 1] = max(seq, missing.get((replica, stream, last + 1), 0))
    for (replica, stream, first), last in sorted(missing.items()):
        author = trust.database(replica)
        yield _gap(ctx, author, stream, first, last)


def _due(relation: str) -> tuple[str, ...]:
    return {"own": SENT_STREAMS[STATION_AUDIENCE], "below": SENT_STREAMS[UP], "above": SENT_STREAMS[DOWN]}[relation]


def _gap(ctx: Context, author: Standing | None, stream: str, first: int, last: int) -> Gap:
    names = {
        COMMON: N_("what comes from above"),
        SHARED: N_("what the unit above sees"),
        STATION: N_("what stays in the station"),
    }
    sentence = ctx.say.plural(
        N_("Of laptop {letter} of {unit}, one change is missing (number {first} of {stream}). Ask for a new package from there."),
        N_(
            "Of laptop {letter} of {unit}, {n} changes are missing (numbers {first} to {last} of {stream}). Ask for a new package "
            "from there."
        ),
        last - first + 1,
        letter=author.letter if author else "?",
        unit=author.name if author else "?",
        first=first,
        last=last,
        stream=names.get(stream, stream),
    )
    if author is None:
        return Gap("", "", "", stream, first, last, sentence)
    return Gap(author.unit, author.name, author.letter, stream, first, last, sentence)


def _contradictions(ctx: Context, trust: Trust, receipts: Mapping[str, Receipt], reader: Reader) -> Iterable[str]:
    for device, replica, _, seq in contradictions(receipts, reader):
        teller, author = trust.laptop(device), trust.database(replica)
        yield ctx.say(
            N_(
                "Laptop {letter} of {unit} holds another history of laptop {author} than this one, at number {seq}. One of the two "
                "databases was copied, restored or altered: do not delete anything, and have both checked."
            ),
            letter=teller.letter if teller else "?",
            unit=teller.name if teller else "?",
            author=author.letter if author else "?",
            seq=seq,
        )
