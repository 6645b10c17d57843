"""Meetings, tip-offs and what came of them, over one year of a commune."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from app.services.demo.distribution import days, split, uneven
from app.services.demo.pen import Pen, Written
from app.services.demo.plan import YearPlan
from app.services.demo.sources import Commune, Hamlet

Texts = Mapping[str, Any]

_CHANNELS = {"direct": 38, "phone": 30, "meeting": 14, "box": 6, "letter": 4, "message": 8}
_KINDS = {"other": 72, "report": 18, "denunciation": 10}
_SCHOOL = 0.18
_FESTIVAL = (8, 19)


Gathering = tuple[date, str, Written]
"""A forum or festival: its day, its form, its record."""


def meetings(pen: Pen, commune: Commune, plan: YearPlan) -> list[Gathering]:
    """Study and propaganda meetings, forums, and the festival of 19 August; returns the forums and the festival."""
    generator = pen.generator
    dates = days(generator, plan.year, plan.meetings)
    places = [pen.hamlet() for _ in dates]
    sizes = uneven(generator, [hamlet.households**0.5 for _, hamlet in places], 0.45)
    for day, (hamlet_id, hamlet), attendees in zip(dates, places, split(plan.attendances, sizes), strict=True):
        _meeting(pen, commune, day, hamlet_id, hamlet, attendees)
    gathered: list[Gathering] = []
    for day in days(generator, plan.year, plan.forums):
        forum = _gathering(pen, day, "forum", pen.world.texts["forum_topic"], (35, 90), opinions=generator.randrange(4, 17))
        gathered.append((day, "forum", forum))
    feast = date(plan.year, *_FESTIVAL)
    held = _gathering(pen, feast, "festival", pen.world.texts["festival_topic"], (120, 320), opinions=None)
    return [*gathered, (feast, "festival", held)]


def _meeting(pen: Pen, commune: Commune, day: date, hamlet_id: str, hamlet: Hamlet, attendees: int) -> None:
    generator, texts = pen.generator, pen.world.texts
    at_school = generator.random() < _SCHOOL and day.month not in (6, 7, 8)
    weights = [1.0, 0.0, 9.0, 1.0] if at_school else [1.0, 0.4, 0.0, 12.0]
    officials, workers, pupils, villagers = split(attendees, uneven(generator, weights))
    subject = pen.subject(texts["meetings"], day)
    if at_school:
        school = generator.choice(texts["schools"]).format(commune=commune.place)
        subject = {"form": "propaganda", "topic": f"{texts['school_topic']} – {school}"}
    values = {
        "held_on": day,
        "hamlet": hamlet_id,
        "form": subject["form"],
        "topic": subject["topic"],
        "attendees": attendees,
        "audience_officials": officials,
        "audience_workers": workers,
        "audience_pupils": pupils,
        "audience_people": villagers,
        "organisations": generator.choice(texts["organisations"]),
        "leaflets": generator.randrange(2, 12) * 10 if generator.random() < 0.4 else None,
        "signatures": pupils if at_school and generator.random() < 0.5 else None,
        "chair": pen.officers[0],
        "presenters": generator.choice(pen.officers),
        "notes": generator.choice(texts["notes"]) if generator.random() < 0.25 else None,
    }
    pen.new(day, "meeting", values, hour=generator.choice((11, 16, 17)))


def _gathering(pen: Pen, day: date, form: str, topic: str, size: tuple[int, int], *, opinions: int | None) -> Written:
    values = {
        "held_on": day,
        "hamlet": pen.hamlet()[0] if form == "forum" else None,
        "form": form,
        "topic": topic,
        "attendees": pen.generator.randrange(*size),
        "opinions": opinions,
        "chair": pen.officers[0],
    }
    return pen.new(day, "meeting", values)


def tip_offs(pen: Pen, aside: Pen, plan: YearPlan) -> list[tuple[date, Written]]:
    """Tip-offs as they came in, then as they were checked, then the cases they cleared; `aside` writes what was passed on.

    Returns each with its day.
    """
    generator = pen.generator
    dates = days(generator, plan.year, plan.tip_offs)
    # What comes in the last days of the year cannot have been valued and cleared all at once.
    valuable = set(generator.sample(range(plan.tip_offs), plan.valuable))
    cleared = dict(zip(generator.sample(sorted(valuable), len(plan.violators)), plan.violators, strict=True))
    written = []
    for place, day in enumerate(dates):
        kind = aside.generator.choices(list(_KINDS), list(_KINDS.values()))[0]
        tip_off = _tip_off(pen, day, place + 1, kind, valuable=place in valuable, violators=cleared.get(place))
        if kind != "other":
            _pass_on(aside, day, tip_off)
        written.append((day, tip_off))
    return written


def _tip_off(pen: Pen, day: date, number: int, kind: str, *, valuable: bool, violators: int | None) -> Written:
    generator, texts = pen.generator, pen.world.texts
    subject = pen.subject(texts["tip_offs"], day)
    hamlet_id, hamlet = pen.hamlet()
    received = {
        "received_at": datetime.combine(day, time(generator.randrange(6, 16), generator.randrange(60))),
        "number": number,
        "kind": kind,
        "channel": generator.choices(list(_CHANNELS), list(_CHANNELS.values()))[0],
        "matter": subject["matter"],
        "content": hamlet.said(subject["content"]),
        "hamlet": hamlet_id,
        "receiver": generator.choice(pen.officers),
    }
    tip_off = pen.new(day, "tip_off", received)
    checked = pen.day_soon_after(day, at_most=20)
    outcome = _outcome(pen, subject["verification"], valuable=valuable, cleared=violators is not None, late=checked == day)
    if outcome:
        pen.edit(checked, tip_off, outcome | _dealt_with(texts, outcome["state"], kind, subject["matter"], checked))
    if violators is not None:
        case = {"tip_off": tip_off, "cleared_on": checked, "cases": 1, "violators": violators, "summary": subject["case"]}
        pen.new(checked, "solved_case", case, hour=18)
    return tip_off


def _pass_on(pen: Pen, day: date, tip_off: Written) -> None:
    """On the day it came in, within the hours the law gives."""
    generator = pen.generator
    passed = {
        "passed_to": generator.choice(pen.world.texts["bodies"]),
        "slip_number": f"{generator.randrange(1, 60):02}/PC",
        "passed_at": datetime.combine(day, time(16, generator.randrange(60))),
        "ministry_number": f"{day.year % 100}{generator.randrange(10_000, 99_999)}",
        "ministry_on": day,
    }
    pen.edit(day, tip_off, passed, hour=17)


def _dealt_with(texts: Texts, state: str, kind: str, matter: str, checked: date) -> dict[str, Any]:
    """What was done with it, as the state it is in says; told to whoever gave it once it was resolved."""
    passed = kind != "other"
    opinion = texts["opinions"]["passed" if passed else "checked"]
    if state != "resolved":
        return {"outcome": state, "opinion": opinion}
    done = "investigation" if passed else "mediated" if matter == "dispute" else "sanction"
    return {"outcome": done, "opinion": opinion, "answered_on": checked}


def _outcome(pen: Pen, verification: str, *, valuable: bool, cleared: bool, late: bool) -> dict[str, str]:
    chance = pen.generator.random()
    if cleared:
        return {"valuable": "yes", "state": "resolved", "verification": verification}
    if valuable:
        state = "resolved" if chance < 0.8 else "checking"
        return {"valuable": "yes", "state": state, "verification": pen.generator.choice(pen.world.texts["resolved_only"])}
    if late or chance > 0.9:
        return {"state": "checking"}
    if chance < 0.4:
        return {"valuable": "no", "state": "unfounded", "verification": pen.generator.choice(pen.world.texts["unfounded"])}
    return {"valuable": "no", "state": "resolved", "verification": pen.generator.choice(pen.world.texts["resolved_only"])}
