"""The festival of 19 August over one year (Ngày hội Toàn dân bảo vệ an ninh Tổ quốc): which places hold it, with how many people.

Each place is a meeting of that form, so what is written here is what the register of meetings holds and reports count.
"""

from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.data.conditions import AllOf, Between, Equals, IsEmpty
from app.data.views import RecordView
from app.services import registers
from app.services.context import Context
from app.services.registers import Saved
from app.services.registers.origin import own_records

FORM = "festival"
NAME = "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc"
"""What the day is called, where the year before has no topic to go on from (QĐ 521/QĐ-TTg of 2005)."""
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Site:
    """A place: a hamlet by id and name, or the whole commune (no id). `record` is the meeting held there, empty while none is.

    `before` is how many came in the year before, over all meetings of the place.
    """

    hamlet: str
    name: str
    record: str
    held_on: date | None
    attendees: int | None
    before: int | None

    @property
    def key(self) -> str:
        """The same for one place or meeting whenever it is read."""
        return self.record or f"blank {self.hamlet}"


@dataclass(frozen=True, slots=True)
class Festival:
    """A year's places: the whole commune, then the hamlets by name. `topic` is what a new one is about."""

    year: int
    sites: tuple[Site, ...]
    topic: str

    @property
    def held(self) -> tuple[Site, ...]:
        """Places that held it: what reports count."""
        return tuple(site for site in self.sites if site.record)


def festival(ctx: Context, year: int) -> Festival:
    """Everything that is known of a year's festival."""
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)
        span = Between("held_on", f"{year - 1:04}-01-01", f"{year:04}-12-31")
        found = reader.window("meeting", AllOf((own, Equals("form", FORM), span)), order=("held_on", "asc"), limit=_MOST)
        hamlets = reader.window("hamlet", AllOf((own, IsEmpty("ended_on"))), order=("name", "asc"), limit=_MOST)
    now = [record for record in found if str(record.values["held_on"]) >= f"{year:04}"]
    before = [record for record in found if str(record.values["held_on"]) < f"{year:04}"]
    places = [("", ctx.say(N_("The whole commune"))), *((each.id, str(each.values["name"] or "")) for each in hamlets)]
    known = {place for place, _ in places}
    gone = {str(record.values["hamlet"]) for record in now} - known - {"None"}
    places += [(place, dict(registers.choices_of(ctx, "meeting", "hamlet")).get(place, "")) for place in sorted(gone)]
    sites = [site for place, name in places for site in _of_place(place, name, now, before)]
    topics = [str(record.values["topic"]) for record in (*now, *before[::-1]) if record.values["topic"]]
    return Festival(year, tuple(sites), topics[0] if topics else NAME)


def write(ctx: Context, site: Site, attendees: str, *, held_on: str, topic: str) -> Saved:
    """Write down how many came to a place: a new meeting on that day, or the number of the one that is there.

    Raises `InvalidRecord` with problems beside "attendees", "held_on" or "topic".
    """
    if site.record:
        return registers.save(ctx, "meeting", site.record, {"attendees": attendees})
    texts = {"held_on": held_on, "hamlet": site.hamlet, "form": FORM, "topic": topic, "attendees": attendees}
    return registers.save(ctx, "meeting", None, texts)


def _of_place(place: str, name: str, now: list[RecordView], before: list[RecordView]) -> list[Site]:
    last = [int(r.values["attendees"] or 0) for r in before if (r.values["hamlet"] or "") == place]
    came = sum(last) if last else None
    held = [r for r in now if (r.values["hamlet"] or "") == place]
    sites = [Site(place, name, r.id, date.fromisoformat(r.values["held_on"]), r.values["attendees"], came) for r in held]
    return sites or [Site(place, name, "", None, None, came)]
