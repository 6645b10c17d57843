"""Key areas whose measures nobody has looked over for long; hot spots and complaints that are not settled."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.data.conditions import IsEmpty
from app.data.views import RecordView
from app.services.due.intervals import months_after
from app.services.due.item import Due, Look


def old_measures(look: Look) -> Iterator[Due]:
    """By the day the measures run until, or so many months after they were set or the area was decided on."""
    areas = look.own("key_area", IsEmpty("ended_on"), order=("decided_on", "asc"))
    wanted = [(area, on) for area in areas if (on := _looked_over_by(look, area)) and on <= look.horizon]
    titles = look.titles([area for area, _ in wanted])
    for area, on in wanted:
        yield look.due("key_area", titles[area.id], "key_area", area.id, on)


def _looked_over_by(look: Look, area: RecordView) -> date | None:
    until, since = area.values["measures_until"], area.values["measures_on"] or area.values["decided_on"]
    if until:
        return date.fromisoformat(until)
    return months_after(date.fromisoformat(since), look.intervals.area_months) if since else None


def unsettled(look: Look) -> Iterator[Due]:
    """Places where something arose that is not settled, so many days later."""
    for type_code in ("hot_spot", "mass_complaint"):
        open_ = look.own(type_code, IsEmpty("settled_on"), order=("arisen_on", "asc"))
        titles = look.titles(open_)
        for place in open_:
            if arisen := place.values["arisen_on"]:
                on = date.fromisoformat(arisen) + timedelta(days=look.intervals.hot_spot_days)
                if on <= look.horizon:
                    yield look.due("hot_spot", titles[place.id], type_code, place.id, on)
