"""Doubts about the awards council: numbers of votes and of members that do not go together."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.core.i18n import N_
from app.services.context import Context

_VOTES = ("votes_for", "votes_against", "votes_other")


def votes_apart(ctx: Context, _record_id: str | None, values: Mapping[str, Any]) -> Iterator[str]:
    """Votes that together are not as many as those present."""
    with ctx.store.reader() as reader:
        meeting = reader.get("council_meeting", str(values.get("meeting") or ""))
    if meeting is None or not meeting.values["present"]:
        return
    given, present = sum(int(values.get(name) or 0) for name in _VOTES), int(meeting.values["present"])
    if given != present:
        yield ctx.say(N_("There are {given} votes, and {present} were present."), given=given, present=present)


def more_than_members(ctx: Context, _record_id: str | None, values: Mapping[str, Any]) -> Iterator[str]:
    """More present than the council has members."""
    present, members = int(values.get("present") or 0), int(values.get("members") or 0)
    if members and present > members:
        yield ctx.say(N_("{present} were present, but the council has {members} members."), present=present, members=members)
