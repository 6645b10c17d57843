"""The last step of enrolment: the asking laptop takes in the certificate that was written for it."""

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_
from app.keys.certificates import STATION
from app.keys.signing import fingerprint
from app.keys.trust import Trust
from app.services.carry.beginning import pin_above
from app.services.carry.desk import book_of, keys_of
from app.services.context import Context
from app.sync.enrolment import Answer, UnitFile, damaged, read_answer


@dataclass(frozen=True, slots=True)
class Finished:
    """This laptop is enrolled with (or, with `joined`, a laptop of) the unit. `fingerprint` is of that unit's key."""

    unit: str
    name: str
    joined: bool
    letter: str
    fingerprint: str


def enrol_finish(ctx: Context, certificate: Path) -> Finished:
    """Take the answer to this laptop's request in. Raises `UserError` "enrol.not_ours", "enrol.other_unit", "enrol.…"."""
    answer = read_answer(certificate)
    device = keys_of(ctx).device
    if answer.certificate.subject != device.id or answer.certificate.unit != device.unit:
        raise UserError(
            "enrol.not_ours",
            N_("{name} was written for another laptop ({unit}, laptop {letter}). Take it there."),
            name=certificate.name,
            unit=answer.certificate.name,
            letter=answer.certificate.letter,
        )
    finish = _join if answer.certificate.scope == STATION else _enrolled
    return finish(ctx, answer, certificate.name)


def _enrolled(ctx: Context, answer: Answer, name: str) -> Finished:
    book, own = book_of(ctx), keys_of(ctx).device.unit
    if answer.above is None or answer.certificate.issuer != answer.above.key:
        raise damaged(name)
    pinned = book.above
    if pinned is not None and pinned.key != answer.above.key:
        raise UserError(
            "enrol.other_unit",
            N_(
                "The certificate comes from {other}, but this book was begun under {unit} with the key {fingerprint}. Compare the "
                "fingerprints with the unit above by telephone before anything else."
            ),
            other=answer.above.name,
            unit=pinned.name,
            fingerprint=fingerprint(pinned.key),
        )
    with ctx.store.transaction():
        pin_above(book, UnitFile(answer.above, answer.certificates), own=own)
        book.remember((answer.certificate,))
        for found in answer.lists:
            book.keep_list(found)
    above = answer.above
    return Finished(above.unit, above.name, False, answer.certificate.letter, fingerprint(above.key))


def _join(ctx: Context, answer: Answer, name: str) -> Finished:
    own, certificate = answer.own, answer.certificate
    if own is None or own.unit != certificate.unit or certificate.unit_key != own.key:
        raise damaged(name)
    believed = Trust(own, answer.above, (*answer.certificates, certificate), answer.lists).laptop(certificate.subject)
    if believed is None or believed.revoked:
        raise damaged(name)
    keys = keys_of(ctx)
    with ctx.store.transaction():
        book = book_of(ctx)
        book.remember((*answer.certificates, certificate))
        if answer.above:
            book.pin_above(answer.above)
        if answer.recovery:
            book.set_recovery(answer.recovery)
        for found in answer.lists:
            book.keep_list(found)
    keys.join(letter=certificate.letter, root=own.key, name=own.name)
    if answer.recovery:
        keys.set_recovery(answer.recovery)
    return Finished(own.unit, own.name, True, certificate.letter, fingerprint(own.key))
