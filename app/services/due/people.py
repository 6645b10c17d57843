"""People who are helped: visits, and records whose time is over; people of standing: their recognition."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.data.conditions import Between, IsEmpty, OneOf
from app.services.due.item import Due, Look


def visits(look: Look) -> Iterator[Due]:
    """Everybody still helped, by the last visit or the day help began."""
    helped = look.own("reintegration", IsEmpty("ended_on"), order=("began_on", "asc"))
    if not helped:
        return
    since = look.horizon - timedelta(days=look.intervals.visit_days)
    lately = look.own("visit", Between("visited_on", (since + timedelta(days=1)).isoformat(), None), order=("visited_on", "desc"))
    seen = {visit.values["person"] for visit in lately}
    left = [person for person in helped if person.id not in seen]
    last = {person.id: str(person.values["began_on"] or "") for person in left}
    for visit in look.own("visit", OneOf("person", tuple(last)), order=("visited_on", "asc")) if left else ():
        person, day = visit.values["person"], visit.values["visited_on"]
        last[person] = max(last[person], day or "")
    wanted = [(person, date.fromisoformat(last[person.id])) for person in left if last[person.id]]
    wanted = [(person, day) for person, day in wanted if day <= since]
    titles = look.titles([person for person, _ in wanted])
    for person, day in wanted:
        yield look.due("visit", titles[person.id], "reintegration", person.id, day + timedelta(days=look.intervals.visit_days))


def to_delete(look: Look) -> Iterator[Due]:
    """Records of people who were helped, once they are no longer needed."""
    over = look.own("reintegration", Between("keep_until", None, look.today.isoformat()), order=("keep_until", "asc"))
    titles = look.titles(over)
    for person in over:
        yield look.due("keep_until", titles[person.id], "reintegration", person.id, date.fromisoformat(person.values["keep_until"]))


def recognitions(look: Look) -> Iterator[Due]:
    """People of standing whose recognition is due again."""
    span = Between("review_on", None, look.horizon.isoformat())
    people = look.own("trusted_person", IsEmpty("ended_on"), span, order=("review_on", "asc"))
    titles = look.titles(people)
    for person in people:
        yield look.due(
            "recognition", titles[person.id], "trusted_person", person.id, date.fromisoformat(person.values["review_on"])
        )
