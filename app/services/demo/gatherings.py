"""What stays of forums and festivals beside their figures: opinions, minutes, pictures; and the steering committee."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.core.paths import resources
from app.services import attachments
from app.services.demo.happenings import Gathering
from app.services.demo.pen import Pen, Written
from app.services.demo.sources import Commune

_OPINIONS = (2, 5)
_ANSWERED_AT_ONCE = 0.6
_MEETS_IN = (4, 7, 10)
"""Months in which the committee looks back on a quarter."""


def remember(pen: Pen, commune: Commune, gatherings: Sequence[Gathering]) -> None:
    """Minutes of every forum and festival day; opinions of the forums; a picture of the first and of each festival."""
    generator, texts = pen.generator, pen.world.texts
    for place, (day, form, written) in enumerate(gatherings):
        kept = {
            "place": generator.choice(texts["meeting_places"]),
            "begun_at": "08:00" if form == "forum" else "07:30",
            "ended_at": "10:30" if form == "forum" else "11:00",
            "secretary": pen.officers[-1],
            "proceedings": texts["proceedings"][form].format(level=commune.level.lower()),
            "conclusion": texts["conclusions"][form],
        }
        pen.edit(day, written, kept, hour=18)
        if form == "forum":
            _opinions(pen, day, written)
        feast = form == "festival"
        if feast or not place:
            name, title = ("ngay-hoi.jpg", "Phần hội") if feast else ("dien-dan.jpg", "Quang cảnh diễn đàn")
            _picture(pen, day, written, name, title, shown_above=feast)


def _opinions(pen: Pen, day: date, forum: Written) -> None:
    generator = pen.generator
    for text in generator.sample(pen.world.texts["heard"], generator.randrange(*_OPINIONS)):
        said = {"meeting": forum, "matter": text["matter"], "opinion": text["opinion"]}
        answer = {"answer": text["answer"], "answered_by": pen.officers[0]}
        at_once = generator.random() < _ANSWERED_AT_ONCE
        entry = pen.new(day, "opinion", {**said, **answer, "answered_on": day} if at_once else said, hour=19)
        if not at_once and generator.random() < 0.8:
            later = pen.day_soon_after(day, at_most=25)
            pen.edit(later, entry, {**answer, "answered_on": later}, hour=20)


def _picture(pen: Pen, day: date, meeting: Written, name: str, title: str, *, shown_above: bool) -> None:
    path = resources() / "demo" / name

    def attach() -> None:
        made = attachments.attach(pen.ctx, meeting.type_code, meeting.id, path)
        attachments.rename(pen.ctx, made.id, title)
        if shown_above:
            attachments.share(pen.ctx, made.id)

    pen.on(day, attach, hour=21)


def committee(pen: Pen, commune: Commune, years: tuple[int, int], opening: date) -> None:
    """The steering committee over both years: members by their offices, a meeting each quarter, and what it asked for."""
    texts, generator = pen.world.texts["committee"], pen.generator
    level = commune.level.lower()
    founded = date(years[0] - 1, 7, 15)
    values = {
        "decision": f"{generator.randrange(80, 190)}/QĐ-UBND",
        "founded_on": founded,
        "term_from": founded,
        "term_to": date(years[0] + 4, 6, 30),
    }
    body = pen.new(opening, "committee", values, hour=11)
    names = iter(pen.people.different(len(texts["members"])))
    chair = ""
    for text in texts["members"]:
        name = pen.officers[0] if text["role"] == "standing" else next(names)
        chair = chair or name
        member = {"committee": body, "role": text["role"], "name": name, "office": text["office"].format(level=level)}
        pen.new(opening, "committee_member", {**member, "served_from": founded}, hour=12)
    for year in years:
        for month, text in zip(_MEETS_IN, texts["meetings"], strict=True):
            day = pen.day(date(year, month, 4), date(year, month, 14))
            held = {
                "committee": body,
                "held_on": day,
                "subject": text["subject"].format(year=year),
                "attendees": len(texts["members"]),
            }
            said = {
                "chair": chair,
                "secretary": pen.officers[-1],
                "matters": text["matters"].format(level=level),
                "conclusions": text["conclusions"],
            }
            when = {"place": f"Phòng họp Ủy ban nhân dân {level}", "begun_at": "14:00", "ended_at": "16:15"}
            meeting = pen.new(day, "committee_meeting", held | said | when, hour=17)
            for task in text["tasks"]:
                _task(pen, body, meeting, day, task["task"], task["who"].format(level=level))


def _task(pen: Pen, body: Written, meeting: Written, day: date, task: str, who: str) -> None:
    due = day + timedelta(days=45)
    values = {"committee": body, "meeting": meeting, "task": task, "responsible": who, "due_on": due}
    entry = pen.new(day, "committee_task", values, hour=18)
    done = pen.day(day + timedelta(days=5), due)
    if done <= date(day.year, 12, 10) and pen.generator.random() < 0.8:
        pen.edit(done, entry, {"done_on": done}, hour=19)
