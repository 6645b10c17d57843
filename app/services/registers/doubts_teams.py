"""Doubts about models and groups: a number of sites that jumps, lists and numbers of members apart, kinds out of time."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.core.i18n import N_
from app.core.text import number_vi, short_date
from app.data.conditions import AllOf, AnyOf, Between, Condition, Equals, IsEmpty, Not, Sum
from app.services.context import Context

Values = Mapping[str, Any]

_FEWEST = 4
"""Below so many sites every one more or less is a leap, and says nothing."""
_TEAMS_SINCE = "2024-07-01"
"""Tổ bảo vệ an ninh, trật tự are there since Luật 30/2023/QH15 is in force."""


def site_jump(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """With this site as it is saved, the year closes with half as many sites more or fewer than the year before."""
    year = ctx.clock.today().year
    closed = [_closing(ctx, last, site=record_id) + _stands(values, last) for last in _last_days(year)]
    yield from _jump(ctx, year, *closed)


def adjustment_jump(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """With this correction, the year closes with half as many sites more or fewer than the year before."""
    year, day = ctx.clock.today().year, str(values.get("adjusted_on") or "")
    difference = int(values.get("difference") or 0)
    closed = [_closing(ctx, last, adjustment=record_id) + (difference if day <= last else 0) for last in _last_days(year)]
    yield from _jump(ctx, year, *closed)


def members_apart(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """Fewer members in the number than stand on the list, or members still serving in a group that ended."""
    if record_id is None:
        return
    with ctx.store.reader() as reader:
        listed = reader.count("member", AllOf((Equals("team", record_id), IsEmpty("left_on"))))
    given = int(values.get("members") or 0)
    if values.get("ended_on") and listed:
        one = N_("One member still stands on the list as serving. Write when they left.")
        yield ctx.say.plural(one, N_("{n} members still stand on the list as serving. Write when they left."), listed)
    elif listed > given:
        yield ctx.say(
            N_("The list has {listed} members, the number says {given}."), listed=number_vi(listed), given=number_vi(given)
        )


def kind_out_of_time(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """A group founded before its kind was there, or after it had ended."""
    founded = str(values.get("founded_on") or "")
    if not founded:
        return
    since, until = (_TEAMS_SINCE, "") if values.get("kind") == "security_order" else _validity(ctx, values)
    if since and founded < since:
        day = short_date(date.fromisoformat(since))
        yield ctx.say(N_("Groups of this kind are there from {day}; this one was founded before."), day=day)
    if until and founded > until:
        day = short_date(date.fromisoformat(until))
        yield ctx.say(N_("Groups of this kind were founded until {day}; this one was founded later."), day=day)


def _validity(ctx: Context, values: Values) -> tuple[str, str]:
    chosen = str(values.get("local_kind") or "")
    with ctx.store.reader() as reader:
        kind = reader.get("team_kind", chosen) if chosen else None
    return (str(kind.values["valid_from"] or ""), str(kind.values["valid_until"] or "")) if kind else ("", "")


def _last_days(year: int) -> tuple[str, str]:
    return f"{year - 1:04}-12-31", f"{year:04}-12-31"


def _stands(values: Values, day: str) -> bool:
    dropped = str(values.get("dropped_on") or "")
    return str(values.get("founded_on") or "") <= day and not (dropped and dropped <= day)


def _closing(ctx: Context, day: str, *, site: str | None = None, adjustment: str | None = None) -> int:
    """Sites on a day with corrections up to it, leaving out one record that is about to be saved."""
    founded = AnyOf((IsEmpty("founded_on"), Between("founded_on", None, day)))
    standing = AllOf((founded, Not(Between("dropped_on", None, day)), *_without(site)))
    corrected = AllOf((Between("adjusted_on", None, day), *_without(adjustment)))
    with ctx.store.reader() as reader:
        return reader.count("model_site", standing) + reader.aggregate("model_adjustment", corrected, Sum("difference"))


def _without(record_id: str | None) -> tuple[Condition, ...]:
    return (Not(Equals("id", record_id)),) if record_id else ()


def _jump(ctx: Context, year: int, before: int, now: int) -> Iterator[str]:
    if before >= _FEWEST and (2 * now > 3 * before or 2 * now < before):
        yield ctx.say(
            N_("{now} sites at the end of {year}, {before} a year before. Check whether some were counted twice or left out."),
            now=number_vi(now),
            year=str(year),
            before=number_vi(before),
        )
