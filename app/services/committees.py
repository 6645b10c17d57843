"""The steering committee at a glance: who serves on it, in the order of their roles, and what it asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.data.conditions import AllOf, Equals, IsEmpty
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.committees import ROLES
from app.services import registers
from app.services.context import Context

_MOST = 500
_ORDER = {code: place for place, (code, _) in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Serving:
    """Somebody who serves now: name, office held, role in words."""

    id: str
    name: str
    office: str
    role: str


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A task of the committee. `own` tells whether this unit may say that it is done."""

    id: str
    task: str
    who: str
    due_on: date | None
    done_on: date | None
    own: bool


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """Members, the head first; tasks, those open first, by their day."""

    members: tuple[Serving, ...]
    tasks: tuple[AskedFor, ...]


def at_a_glance(ctx: Context, committee_id: str) -> AtAGlance:
    """The committee as it stands today."""
    with ctx.store.reader() as reader:
        members = serving(reader, committee_id)
        asked = reader.window("committee_task", Equals("committee", committee_id), order=("due_on", "asc"), limit=_MOST)
    roles = dict(ROLES)
    return AtAGlance(
        tuple(
            Serving(each.id, _text(each, "name"), _text(each, "office"), ctx.say(roles.get(_text(each, "role"), "")))
            for each in members
        ),
        tuple(sorted((_asked(ctx, each) for each in asked), key=lambda task: task.done_on is not None)),
    )


def serving(reader: Reader, committee_id: str) -> list[RecordView]:
    """Who serves on a committee and has not left: by role, then by name."""
    where = AllOf((Equals("committee", committee_id), IsEmpty("served_until")))
    found = reader.window("committee_member", where, order=("name", "asc"), limit=_MOST)
    return sorted(found, key=lambda each: _ORDER.get(_text(each, "role"), len(_ORDER)))


def head_of(members: Iterable[RecordView]) -> str:
    """The name of the head; empty where there is none, or more than one."""
    names = [_text(each, "name") for each in members if each.values["role"] == "head"]
    return names[0] if len(names) == 1 else ""


def toggle_done(ctx: Context, task: AskedFor) -> None:
    """A task that is open was done today; one that is done is open again."""
    done = "" if task.done_on else f"{ctx.clock.today():%d/%m/%Y}"
    registers.save(ctx, "committee_task", task.id, {"done_on": done})


def _asked(ctx: Context, task: RecordView) -> AskedFor:
    return AskedFor(
        task.id,
        _text(task, "task"),
        _text(task, "responsible"),
        _day(task.values["due_on"]),
        _day(task.values["done_on"]),
        task.unit == ctx.store.unit,
    )


def _text(record: RecordView, field: str) -> str:
    return str(record.values[field] or "")


def _day(dumped: str | None) -> date | None:
    return date.fromisoformat(dumped) if dumped else None
