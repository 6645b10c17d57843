"""A meeting of the awards council before the chairman decides: it votes on whoever waits, one of them not unanimously."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app.data.conditions import Equals
from app.services import registers
from app.services.awards import council
from app.services.demo.pen import Pen, Written

_MEMBERS, _PRESENT = 9, 8
_DEED = "Có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc"


def meets(pen: Pen, day: date, award: Written, number: str, named: Sequence[Mapping[str, Any]]) -> tuple[Written, ...]:
    """Those who will be awarded were nominated ten days before; returns their nominations.

    The council meets in the morning on which the decision is drafted; votes are written down in the afternoon.
    """
    scribe = pen.beside(random.Random(f"{number} council"), pen.people)
    nominated = tuple(_nominate(scribe, day - timedelta(days=10), values) for values in named)
    meeting = scribe.new(
        day,
        "council_meeting",
        {
            "award": award,
            "held_on": day,
            "number": "03/BB-HĐTĐKT",
            "members": _MEMBERS,
            "present": _PRESENT,
            "chair": "Chủ tịch Hội đồng",
            "secretary": "Công chức Văn phòng – Thống kê",
            "place": "Phòng họp Ủy ban nhân dân",
            "begun_at": "8h",
            "ended_at": "9h30",
            "conclusions": "Thống nhất trình Chủ tịch Ủy ban nhân dân xem xét, quyết định.",
        },
        hour=10,
    )
    scribe.on(day, lambda: _vote(scribe, meeting), hour=14)
    return nominated


def decided(pen: Pen, day: date, award: Written, nominated: Sequence[Written]) -> None:
    """Once the decision is issued their nominations wait no longer."""
    scribe = pen.beside(random.Random(f"{day} decided"), pen.people)
    for nomination in nominated:
        scribe.edit(day, nomination, {"outcome": "awarded", "decided_on": day, "award": award}, hour=11)


def _nominate(scribe: Pen, day: date, values: Mapping[str, Any]) -> Written:
    texts = {
        "proposed_on": day,
        "kind": "regular",
        "nominee": "collective" if values["collective"] else "person",
        "name": values["name"],
        "address": values["address"],
        "deed": values["achievement"] or _DEED,
        "outcome": "pending",
    }
    return scribe.new(day, "nomination", texts, hour=9)


def _vote(scribe: Pen, meeting: Written) -> None:
    ctx = scribe.ctx
    council.put_to_vote(ctx, meeting.id)
    with ctx.store.reader() as reader:
        votes = reader.window("council_vote", Equals("meeting", meeting.id), order=("votes_for", "desc"))
    for vote in votes[:1]:
        registers.save(ctx, "council_vote", vote.id, {"votes_for": str(_PRESENT - 1), "votes_against": "1"})
