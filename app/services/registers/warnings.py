"""What looks wrong in a record though it may be right. A warning never blocks: the record is saved, and the sentence is shown.

A warning is a function over the book as it stands before the save, the record's id (`None`: a new record) and its dumped values;
it gives sentences in the officer's language. The generic code walks the table and never asks which type it serves.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.services.context import Context
from app.services.registers.doubts import far_back, named_twice, number_jump, number_taken, twice
from app.services.registers.doubts_awards import awarded_before
from app.services.registers.doubts_council import more_than_members, votes_apart
from app.services.registers.doubts_figures import (
    attendance_jump,
    household_size,
    more_signatures_than_households,
    parts_apart,
    signers_of_hamlet,
)
from app.services.registers.doubts_meetings import opinions_apart, second_head
from app.services.registers.doubts_teams import adjustment_jump, kind_out_of_time, members_apart, site_jump
from app.services.registers.doubts_tip_offs import says_who_told

SecondLook = Callable[[Context, str | None, Mapping[str, Any]], Iterable[str]]

WARNINGS: Mapping[str, tuple[SecondLook, ...]] = {
    "meeting": (
        attendance_jump,
        more_signatures_than_households,
        parts_apart("attendees", ("audience_officials", "audience_workers", "audience_pupils", "audience_people")),
        twice("meeting", "held_on", "hamlet", "form"),
        opinions_apart,
    ),
    "committee_member": (named_twice("committee_member", "name", same=("committee",), unless=("served_until",)), second_head),
    "outreach": (twice("outreach", "held_on", "hamlet", "kind"),),
    "hamlet": (household_size, named_twice("hamlet", "name")),
    "household": (named_twice("household", "head", same=("hamlet",), unless=("left_on",)),),
    "establishment": (named_twice("establishment", "name", same=("hamlet",), unless=("left_on",)),),
    "campaign": (named_twice("campaign", "name", same=("starts_on",)),),
    "commitment": (signers_of_hamlet, named_twice("commitment", "name", same=("campaign", "hamlet"))),
    "group": (named_twice("group", "name", same=("hamlet",), unless=("ended_on",)), kind_out_of_time, members_apart),
    "team_kind": (named_twice("team_kind", "name"),),
    "member": (named_twice("member", "name", same=("team",), unless=("left_on",)),),
    "model": (named_twice("model", "name"),),
    "model_site": (named_twice("model_site", "place", same=("model",), unless=("dropped_on",)), site_jump),
    "model_adjustment": (adjustment_jump,),
    "board": (named_twice("board", "place", same=("hamlet",), unless=("removed_on",)),),
    "tip_off": (number_taken("tip_off", "number"), number_jump("tip_off", "number"), says_who_told),
    "award": (number_taken("award", "number"),),
    "awardee": (named_twice("awardee", "name", same=("award",)), awarded_before),
    "nomination": (named_twice("nomination", "name", same=("outcome",)), awarded_before),
    "council_meeting": (more_than_members,),
    "council_vote": (votes_apart,),
    "plan": (number_taken("plan", "number", same=("kind",)),),
    "trusted_person": (named_twice("trusted_person", "name", same=("hamlet",), unless=("ended_on",)),),
    "dispute": (number_taken("dispute", "number"),),
    "person": (named_twice("person", "name", same=("hamlet",), unless=("same_as",)),),
    "reintegration": (named_twice("reintegration", "name", same=("hamlet",), unless=("ended_on",)),),
    "hand_in": (twice("hand_in", "handed_on", "hamlet", "kind", "pieces", "grams"),),
}
"""By record type. That a new record is dated far back is asked of every type."""


def warnings_of(ctx: Context, type_code: str, record_id: str | None, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Everything worth a second look in a record about to be saved, in the officer's language."""
    looks = (far_back(type_code), *WARNINGS.get(type_code, ()))
    return tuple(dict.fromkeys(sentence for look in looks for sentence in look(ctx, record_id, values)))
