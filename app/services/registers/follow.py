"""What saving, deleting or restoring a record does to others, in the same transaction. The generic code walks the table below.

A follower is told what the record said before and what it says now, either of which may be nothing, and writes what follows into
the change that saves it. Deleting thereby takes back what saving did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import FieldProblem, InvalidRecord, Problem
from app.core.i18n import N_
from app.data.change import Change
from app.data.conditions import AllOf, Equals, IsEmpty
from app.data.reader import Reader

Values = Mapping[str, Any]
Follow = Callable[[Reader, Change, Values | None, Values | None], None]


@dataclass(slots=True)
class _Effect:
    """What changes of one household come to: people more or less, days to set, days to clear if they are still these."""

    people: int = 0
    first: int | None = None
    sets: dict[str, str] | None = None
    clears: dict[str, str] | None = None


def _roster(reader: Reader, change: Change, before: Values | None, after: Values | None) -> None:
    """A change in a household moves the roster: its number of people, since when it lives here, when it left.

    A household whose number of people is not known stays so. Raises `InvalidRecord` when more people are taken out of a household
    than it has.
    """
    effects: dict[str, _Effect] = {}
    for values, sign in ((before, -1), (after, 1)):
        if values is not None:
            _gather(effects, values, sign)
    households = reader.get_many("household", list(effects))
    for record_id, effect in effects.items():
        view = households.get(record_id)
        if view is None:
            continue
        wanted: dict[str, Any] = {}
        people = view.values["members"]
        if people is not None and effect.people:
            wanted["members"] = int(people) + effect.people
            if wanted["members"] < 0:
                raise _too_many(int(people))
        elif people is None and effect.first is not None:
            wanted["members"] = effect.first
        wanted |= {name: None for name, day in (effect.clears or {}).items() if view.values[name] == day}
        wanted |= effect.sets or {}
        if wanted:
            change.update("household", record_id, wanted)


def _gather(effects: dict[str, _Effect], values: Values, sign: int) -> None:
    own = effects.setdefault(str(values["household"]), _Effect())
    people = int(values.get("people") or 0)
    day = str(values["changed_on"])
    other = values.get("other")
    match values["kind"]:
        case "moved_in" | "moved_out" if people:
            own.people += sign * people * (1 if values["kind"] == "moved_in" else -1)
        case "moved_in":
            _date(own, "came_on", day, sign)
        case "moved_out":
            _date(own, "left_on", day, sign)
        case "born":
            own.people += sign * people
        case "died":
            own.people -= sign * people
        case "split":
            _date(own, "came_on", day, sign)
            own.first = people if sign > 0 else own.first
            effects.setdefault(str(other), _Effect()).people -= sign * people
        case "merged":
            _date(own, "left_on", day, sign)
            effects.setdefault(str(other), _Effect()).people += sign * people


def _date(effect: _Effect, name: str, day: str, sign: int) -> None:
    if sign > 0:
        effect.sets = {**(effect.sets or {}), name: day}
    else:
        effect.clears = {**(effect.clears or {}), name: day}


def _too_many(people: int) -> InvalidRecord:
    problem = Problem(
        "people.too_many", N_("The household has only {people} people. Mend the number here or in the roster."), people=people
    )
    return InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), [FieldProblem("people", problem)])


def _serves(values: Values | None, team: str) -> int:
    return int(values is not None and str(values.get("team")) == team and not values.get("left_on"))


def _group_members(reader: Reader, change: Change, before: Values | None, after: Values | None) -> None:
    """The number of a group moves with its list where the list is complete, and grows with it where the list outgrows it.

    Where fewer stand on the list than serve, the number was given by hand and stays as it is. A group without a head gets the one
    who is put on its list as such.
    """
    teams = dict.fromkeys(str(values["team"]) for values in (before, after) if values is not None and values.get("team"))
    groups = reader.get_many("group", list(teams))
    for team in teams:
        group, moved = groups.get(team), _serves(after, team) - _serves(before, team)
        if group is None or not group.alive:
            continue
        wanted: dict[str, Any] = {}
        if moved:
            listed = reader.count("member", AllOf((Equals("team", team), IsEmpty("left_on"))))
            given = int(group.values["members"] or 0)
            if given == listed or listed + moved > given:
                wanted["members"] = listed + moved
        if after is not None and _serves(after, team) and after.get("role") == "head" and not group.values["head"]:
            wanted["head"] = after["name"]
        if wanted:
            change.update("group", team, wanted)


FOLLOWS: Mapping[str, Follow] = {
    "member": _group_members,
    "household_change": _roster,
}
"""By record type: what its saving, deleting and restoring does to other records."""


def follow(type_code: str, reader: Reader, change: Change, before: Values | None, after: Values | None) -> None:
    """Write into `change` what follows for other records."""
    follower = FOLLOWS.get(type_code)
    if follower:
        follower(reader, change, before, after)
