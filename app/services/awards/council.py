"""Votes of the council for emulation and awards: put to the vote, counted against the majority that the unit asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.ids import fixed_id
from app.data.conditions import AllOf, Equals, OneOf
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.awards.decisions import every, text_of
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.forms import not_here
from app.services.registers.origin import own_records, require_own


@dataclass(frozen=True, slots=True)
class Vote:
    """How the council voted on one nominee. `passed` tells whether that is the majority the unit asks for."""

    id: str
    nomination: str
    name: str
    address: str
    deed: str
    collective: bool
    votes_for: int
    votes_against: int
    votes_other: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Voting:
    """The votes of a meeting by name; `unvoted` counts nominations that wait and on which it has not voted."""

    votes: tuple[Vote, ...]
    unvoted: int


def majority_of(reader: Reader, unit_code: str) -> str:
    """The code of the majority the unit asks for: more than half of those present where nothing is chosen."""
    unit = reader.get("unit", fixed_id("unit", unit_code))
    return (text_of(unit, "council_majority") if unit else "") or "half_present"


def passes(votes_for: int, present: int, members: int, majority: str) -> bool:
    """Whether so many votes are the majority: more than half, or at least two thirds, of those present or of all members."""
    share, _, of = majority.partition("_")
    whole = members if of == "members" else present
    return votes_for * 3 >= whole * 2 if share == "thirds" else votes_for * 2 > whole


def voting(ctx: Context, meeting_id: str) -> Voting:
    """What a meeting voted. Raises `UserError` "record.none"."""
    with ctx.store.reader() as reader:
        meeting = reader.get("council_meeting", meeting_id)
        if meeting is None:
            raise not_here()
        votes = votes_of(ctx, reader, meeting)
        return Voting(votes, len(_unvoted(ctx, reader, meeting_id)))


def votes_of(ctx: Context, reader: Reader, meeting: RecordView) -> tuple[Vote, ...]:
    """The votes of a meeting, collectives first, each by name."""
    found = every(reader, "council_vote", Equals("meeting", meeting.id), order=("votes_for", "desc"))
    nominees = reader.get_many("nomination", [str(vote.values["nomination"]) for vote in found])
    majority, values = majority_of(reader, ctx.store.unit), meeting.values
    made = [
        _vote(vote, nominees[str(vote.values["nomination"])], values, majority)
        for vote in found
        if str(vote.values["nomination"]) in nominees
    ]
    return tuple(sorted(made, key=lambda vote: (not vote.collective, vote.name)))


def put_to_vote(ctx: Context, meeting_id: str) -> str:
    """Every nomination that waits is voted on with all present in favour, as one batch to be corrected where it was otherwise.

    Returns the name of the batch for undoing. Raises `UserError` "record.none", "record.foreign", "book.closed".
    """
    require_own(ctx, "council_meeting", meeting_id)
    require_untouched(ctx, "council_meeting", [meeting_id])
    with ctx.store.reader() as reader:
        meeting = reader.get("council_meeting", meeting_id)
        waiting = _unvoted(ctx, reader, meeting_id)
    if meeting is None:
        raise not_here()
    counted = {"votes_for": meeting.values["present"], "votes_against": 0, "votes_other": 0}
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "new", batch=batch) as change:
        for nomination in waiting:
            change.create("council_vote", {"meeting": meeting_id, "nomination": nomination.id, **counted})
    return batch


def undo(ctx: Context, batch: str) -> None:
    """Take `put_to_vote` back; votes that were corrected since stay."""
    ctx.store.undo_batch(ctx.user.id, batch)


def last_votes(ctx: Context, reader: Reader, nominations: list[str]) -> dict[str, Vote]:
    """Of these nominations those that were voted on, each by the newest meeting that did."""
    if not nominations:
        return {}
    found = every(reader, "council_vote", OneOf("nomination", tuple(nominations)), order=("votes_for", "desc"))
    meetings = reader.get_many("council_meeting", [str(vote.values["meeting"]) for vote in found])
    nominees = reader.get_many("nomination", nominations)
    majority = majority_of(reader, ctx.store.unit)
    standing = [vote for vote in found if (held := meetings.get(str(vote.values["meeting"]))) and held.alive]
    newest = sorted(standing, key=lambda vote: str(meetings[str(vote.values["meeting"])].values["held_on"]))
    return {
        nomination: _vote(vote, nominees[nomination], meetings[str(vote.values["meeting"])].values, majority)
        for vote in newest
        if (nomination := str(vote.values["nomination"])) in nominees
    }


def _unvoted(ctx: Context, reader: Reader, meeting_id: str) -> list[RecordView]:
    where = AllOf((own_records(ctx, reader), Equals("outcome", "pending")))
    found = every(reader, "council_vote", Equals("meeting", meeting_id), order=("votes_for", "desc"))
    voted = {str(vote.values["nomination"]) for vote in found}
    return [each for each in every(reader, "nomination", where, order=("proposed_on", "asc")) if each.id not in voted]


def _vote(vote: RecordView, nominee: RecordView, meeting: Mapping[str, Any], majority: str) -> Vote:
    in_favour, against, other = (int(vote.values[name] or 0) for name in ("votes_for", "votes_against", "votes_other"))
    present, members = int(meeting["present"] or 0), int(meeting["members"] or 0)
    return Vote(
        vote.id,
        nominee.id,
        text_of(nominee, "name"),
        text_of(nominee, "address"),
        text_of(nominee, "deed"),
        nominee.values["nominee"] == "collective",
        in_favour,
        against,
        other,
        passes(in_favour, present, members, majority),
    )
