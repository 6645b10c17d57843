"""Enrolment in three steps, with people comparing a fingerprint in the middle: ask and accept here, finish in `finish`.

The asking laptop may belong to a unit below (then the unit is enrolled) or to this very station (then it joins, and may read what
the station keeps to itself). Which of the two follows from the unit code in the request.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import UserError
from app.core.files import require_writable
from app.core.i18n import N_
from app.keys.certificates import SHARED, STATION, Certificate
from app.keys.signing import fingerprint
from app.keys.trust import BELOW, OWN, Trust
from app.services.carry.beginning import write_unit_file
from app.services.carry.desk import book_of, first_laptop, keys_of, require_commander
from app.services.context import Context
from app.sync.enrolment import Answer, Request, read_request, write_answer, write_request

_SMALL = 1 << 16


@dataclass(frozen=True, slots=True)
class Requested:
    """A request was written. `fingerprint` is what the accepting side has to see too."""

    file: Path
    unit: str
    letter: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RequestView:
    """Who asks. `joins`: a further laptop of this station; `known`: this very laptop was accepted before.

    `replaces`: a unit of this code is enrolled with another unit key; accepting means that it began a new book.
    """

    unit: str
    name: str
    letter: str
    fingerprint: str
    joins: bool
    known: bool
    replaces: bool


@dataclass(frozen=True, slots=True)
class Accepted:
    """A certificate was written for the laptop of `request`; `letter` is what the laptop is called from now on."""

    file: Path
    request: RequestView
    letter: str


def enrol_request(ctx: Context, out: Path) -> Requested:
    """Write this laptop's request to the file or into the folder `out`."""
    device = keys_of(ctx).device
    path = _target(out, f"{device.unit}-{device.letter}-request.json")
    require_writable(path.parent, _SMALL)
    mine = [c for c in book_of(ctx).certificates() if c.subject == device.id and c.issuer == c.unit_key == device.root]
    if not mine:
        raise UserError(
            "enrol.joined",
            N_("This laptop belongs to the station already; enrolment with the unit above is asked for on laptop A."),
        )
    write_request(path, Request(mine[0]), device.key)
    return Requested(path, device.unit, device.letter, fingerprint(device.id))


def look_at_request(ctx: Context, request: Path) -> RequestView:
    """Who asks, before anything is accepted. Raises `UserError` "enrol.…"."""
    return _view(ctx, read_request(request), book_of(ctx).trust())


def enrol_accept(ctx: Context, request: Path, out: Path) -> Accepted:
    """Accept the laptop that asks, and write its certificate to the file or into the folder `out`.

    Raises `UserError`: "permission.commander"; "enrol.first_laptop" for a unit below on a laptop without the unit key;
    "enrol.self" for this laptop's own request; "enrol.…" for a file that is no request.
    """
    require_commander(ctx)
    asked = read_request(request)
    device = keys_of(ctx).device
    book = book_of(ctx)
    trust = book.trust()
    view = _view(ctx, asked, trust)
    if asked.device == device.id:
        raise UserError(
            "enrol.own_request", N_("This is the request of this very laptop. Accept it on the laptop of the other side.")
        )
    if not view.joins and device.unit_key is None:
        raise first_laptop()
    if trust.above and view.unit == trust.above.unit:
        raise UserError(
            "enrol.upside_down",
            N_("{unit} is the unit above. It accepts this unit, not the other way round."),
            unit=view.name,
        )
    path = _target(out, f"{view.unit}-{view.letter}-certificate.json")
    require_writable(path.parent, _SMALL)
    statement = replace(asked.certificate, issued=ctx.clock.today().isoformat())
    if view.joins:
        letter = _letter(trust, asked.device)
        statement = replace(statement, scope=STATION, letter=letter, name=device.name, unit_key=device.root)
        issuer = device.key
    else:
        letter = view.letter
        statement = replace(statement, scope=SHARED)
        issuer = device.unit_key or device.key
    certificate = statement.signed(issuer)
    with ctx.store.transaction():
        book.remember((asked.certificate, certificate))
        answer = _station_answer(ctx, certificate) if view.joins else _unit_answer(ctx, certificate)
        write_answer(path, answer, issuer)
    if device.unit_key is not None:
        write_unit_file(ctx.store, keys_of(ctx), ctx.folder)
    return Accepted(path, view, letter)


def _view(ctx: Context, request: Request, trust: Trust) -> RequestView:
    asked = request.certificate
    own = keys_of(ctx).device
    joins = asked.unit == own.unit
    known = trust.laptop(request.device)
    before = [] if joins else trust.laptops(BELOW, asked.unit)
    replaces = any(laptop.root != asked.unit_key and not laptop.revoked for laptop in before)
    return RequestView(
        asked.unit, asked.name, asked.letter, fingerprint(request.device), joins, known is not None, replaces
    )


def _unit_answer(ctx: Context, certificate: Certificate) -> Answer:
    book = book_of(ctx)
    trust = book.trust()
    laptops = [laptop.device for laptop in trust.laptops(OWN)]
    chain = {c.key: c for laptop in laptops for c in trust.certificates_of(laptop) if c.unit == trust.own.unit}
    own_list = trust.list_of(trust.own.key)
    return Answer(certificate, tuple(chain.values()), above=trust.own, lists=(own_list,) if own_list else ())


def _station_answer(ctx: Context, certificate: Certificate) -> Answer:
    book = book_of(ctx)
    trust = book.trust()
    lists = tuple(found for root in _roots(trust) if (found := trust.list_of(root)))
    return Answer(
        certificate, book.certificates(), above=trust.above, own=trust.own, recovery=book.recovery, lists=lists
    )


def _roots(trust: Trust) -> list[str]:
    return [trust.own.key, *([trust.above.key] if trust.above else ())]


def _letter(trust: Trust, device: str) -> str:
    known = trust.laptop(device)
    if known is not None and known.relation == OWN:
        return known.letter
    number = max((_ordinal(laptop.letter) for laptop in trust.laptops(OWN)), default=0) + 1
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _ordinal(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _target(out: Path, name: str) -> Path:
    return out / name if out.is_dir() else out
