"""A tip-off's clocks in words: how long there still is to pass it on and to check it, and how long it took."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.text import short_date, short_moment
from app.data.conditions import AllOf, NotEmpty, UnitIs
from app.data.reader import Reader
from app.services import registers
from app.services.context import Context
from app.services.due.clocks import CHECK, OF_CRIME, PASS_ON, Deadline, hours_to_pass_on, running
from app.services.registers import Saved

QUIET, SOON, OVER = "quiet", "soon", "over"
_INVESTIGATION_DAYS = 20
"""Of the investigating body, from the day it was received (BLTTHS 2015, art. 147); may be prolonged. For information only."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One sentence about one clock. `tone` is "quiet", "soon" (less than half a day is left) or "over"."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Clocks:
    """What a tip-off shows of its clocks. `to_pass_on`: it is of a crime and was not passed on yet.

    `at_once`: nothing has been done yet, so the rule for grave cases is worth a reminder. `body` is the one last passed on to.
    """

    lines: tuple[Clock, ...]
    to_pass_on: bool
    at_once: bool
    body: str


def clocks(ctx: Context, tip_off_id: str) -> Clocks:
    """The clocks of a tip-off at this moment; none for one whose hour of reception is not known here."""
    with ctx.store.reader() as reader:
        record = reader.get("tip_off", tip_off_id)
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
        body = _last_body(ctx, reader)
    if record is None or not record.values["received_at"]:
        return Clocks((), False, False, "")
    remote = bool(unit and unit.values.get("remote"))
    now = ctx.clock.now().replace(tzinfo=None)
    deadlines = running(record.values, remote=remote)
    lines = [Clock(_sentence(ctx, deadline, now), _tone(deadline, now)) for deadline in deadlines]
    lines += _passed(ctx, record.values, hours_to_pass_on(remote=remote))
    waits = any(deadline.what == PASS_ON for deadline in deadlines)
    return Clocks(tuple(lines), waits, waits and record.values["state"] == "new", body)


def pass_on(ctx: Context, tip_off_id: str, body: str, slip_number: str, seen: registers.RecordForm) -> Saved:
    """Write down that it was passed on to `body` at this moment, and that this is what came of it here.

    Raises what `registers.save` raises.
    """
    if not body.strip():
        raise UserError("tip_off.no_body", N_("Write to which body it was passed."))
    texts = {
        "passed_to": body,
        "slip_number": slip_number,
        "passed_at": short_moment(ctx.clock.now().replace(tzinfo=None)),
        "outcome": "investigation",
    }
    return registers.save(ctx, "tip_off", tip_off_id, texts, seen.seen)


def _tone(deadline: Deadline, now: datetime) -> str:
    if deadline.overdue(now):
        return OVER
    return SOON if deadline.soon(now) else QUIET


def _sentence(ctx: Context, deadline: Deadline, now: datetime) -> str:
    by = short_moment(deadline.by)
    if deadline.what == PASS_ON:
        if deadline.overdue(now):
            return ctx.say(N_("It was to be passed on by {by}. Pass it on now and write down when."), by=by)
        return ctx.say(N_("{left} left to pass it on, until {by}."), left=_span(ctx, deadline.by - now), by=by)
    assert deadline.what == CHECK
    day = short_date(deadline.by.date())
    days = (deadline.by.date() - now.date()).days
    if deadline.overdue(now):
        return ctx.say(N_("The preliminary check was to be finished by {day}. Write down what came of it."), day=day)
    if days == 0:
        return ctx.say(N_("The preliminary check is to be finished today."))
    one, many = (
        N_("One day left for the preliminary check, until {day}."),
        N_("{n} days left for the preliminary check, until {day}."),
    )
    return ctx.say.plural(one, many, days, day=day)


def _passed(ctx: Context, values: Mapping[str, Any], limit: int) -> list[Clock]:
    """What is told of one that was passed on."""
    if not values["passed_at"]:
        return []
    received, passed = datetime.fromisoformat(values["received_at"]), datetime.fromisoformat(values["passed_at"])
    lines = []
    if values["kind"] in OF_CRIME:
        took = _span(ctx, passed - received)
        if passed - received <= timedelta(hours=limit):
            lines.append(Clock(ctx.say(N_("Passed on {took} after it was received."), took=took), QUIET))
        else:
            late = N_("Passed on {took} after it was received; the law gives {limit} hours.")
            lines.append(Clock(ctx.say(late, took=took, limit=limit), QUIET))
    if values["outcome"] == "investigation":
        until = short_date(passed.date() + timedelta(days=_INVESTIGATION_DAYS))
        about = N_("The investigating body has 20 days, until {day}, and may be given more (BLTTHS, art. 147).")
        lines.append(Clock(ctx.say(about, day=until), QUIET))
    return lines


def _span(ctx: Context, span: timedelta) -> str:
    """ "3 h 20 min", "2 h", "45 min"."""
    hours, minutes = divmod(max(0, int(span.total_seconds() // 60)), 60)
    if hours and minutes:
        return ctx.say(N_("{hours} h {minutes} min"), hours=hours, minutes=minutes)
    return ctx.say(N_("{hours} h"), hours=hours) if hours else ctx.say(N_("{minutes} min"), minutes=minutes)


def _last_body(ctx: Context, reader: Reader) -> str:
    where = AllOf((UnitIs(ctx.store.unit), NotEmpty("passed_to")))
    found = reader.window("tip_off", where, order=("passed_at", "desc"), limit=1)
    return str(found[0].values["passed_to"]) if found else ""
