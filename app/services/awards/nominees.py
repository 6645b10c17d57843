"""From nominations to a decision: who still waits, and making the awarded of those who are chosen."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import AllOf, Equals
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.awards.council import Vote, last_votes
from app.services.awards.decisions import awarded, every, text_of
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.doubts_awards import awarded_before
from app.services.registers.forms import not_here
from app.services.registers.origin import own_records, require_own


@dataclass(frozen=True, slots=True)
class Waiting:
    """A nomination that waits for a decision.

    `earlier` are sentences about earlier awards of the same name, in the officer's language. `named` tells that the decision names
    somebody of that name already, `vote` how the council voted last. Whoever is not named and was voted for, or not voted on, is
    `offered`; the others can be taken all the same.
    """

    id: str
    name: str
    address: str
    deed: str
    proposed_on: date | None
    collective: bool
    earlier: tuple[str, ...]
    named: bool
    offered: bool
    vote: Vote | None


def waiting(ctx: Context, award_id: str) -> tuple[Waiting, ...]:
    """This unit's nominations that wait, the oldest first. Nobody is offered twice to one decision."""
    with ctx.store.reader() as reader:
        names = {fold(text_of(record, "name")) for record in awarded(reader, award_id)}
        found = _waiting(ctx, reader)
        votes = last_votes(ctx, reader, [record.id for record in found])
    return tuple(
        Waiting(
            record.id,
            text_of(record, "name"),
            text_of(record, "address"),
            text_of(record, "deed"),
            _day(record),
            record.values["nominee"] == "collective",
            tuple(awarded_before(ctx, None, {"name": record.values["name"], "award": award_id})),
            (named := fold(text_of(record, "name")) in names),
            _offered(named, votes.get(record.id)),
            votes.get(record.id),
        )
        for record in found
    )


def take(ctx: Context, award_id: str, nominations: Collection[str]) -> str:
    """Make these nominees the awarded of a decision, as one batch; returns its name for undoing.

    Their nominations were awarded on the day of the decision. Whoever no longer waits is passed over: another officer was faster.
    Raises `UserError` "award.issued" for a decision that was issued, "award.undated" for one without a date, "award.ahead" for a
    date that has not come, "record.foreign", "book.closed", "record.none".
    """
    require_own(ctx, "award", award_id)
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        chosen = [record for record in _waiting(ctx, reader) if record.id in nominations]
    if award is None or not award.alive:
        raise not_here()
    if award.values["state"] == "issued":
        raise UserError("award.issued", N_("This decision was issued. Nobody can be added to it any more."))
    decided_on = text_of(award, "decided_on")
    if not decided_on:
        raise UserError("award.undated", N_("The award decision has no date. Fill in the date of the decision first."))
    if date.fromisoformat(decided_on) > ctx.clock.today():
        raise UserError(
            "award.ahead",
            N_("The date of the decision, {day}, has not come yet. Mend it, or take the nominees on that day."),
            day=date.fromisoformat(decided_on),
        )
    require_untouched(ctx, "award", [award_id])
    require_untouched(ctx, "nomination", [record.id for record in chosen])
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "edit", batch=batch) as change:
        for record in chosen:
            change.create("awardee", {"award": award_id, **_awardee(record)})
            change.update("nomination", record.id, {"outcome": "awarded", "decided_on": decided_on, "award": award_id})
    return batch


def undo(ctx: Context, batch: str) -> None:
    """Take `take` back: the awardees go, their nominations wait again. What was changed since stays."""
    ctx.store.undo_batch(ctx.user.id, batch)


def _offered(named: bool, vote: Vote | None) -> bool:
    return not named and (vote is None or vote.passed)


def _awardee(record: RecordView) -> dict[str, object]:
    return {
        "name": record.values["name"],
        "collective": int(record.values["nominee"] == "collective"),
        "address": record.values["address"],
        "achievement": record.values["deed"],
    }


def _waiting(ctx: Context, reader: Reader) -> list[RecordView]:
    where = AllOf((own_records(ctx, reader), Equals("outcome", "pending")))
    return every(reader, "nomination", where, order=("proposed_on", "asc"))


def _day(record: RecordView) -> date | None:
    said = text_of(record, "proposed_on")
    return date.fromisoformat(said) if said else None
