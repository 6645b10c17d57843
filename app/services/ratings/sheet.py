"""The sheet of a year: every security and order team with those who serve in it, the level of each, read and saved as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.data.conditions import AllOf, AnyOf, Between, Equals, IsEmpty, OneOf
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.ratings.rules import Rated, window
from app.services.registers.origin import own_records

_MOST = 5000
"""Teams and members of a commune are hundreds at most; they are read whole."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the team or member, the role beside the name, and the id of the record that holds the level, or empty."""

    rated: Rated
    detail: str
    record: str

    @property
    def is_team(self) -> bool:
        return not self.rated.team


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """A year's teams by name, each followed by its members by given name, the head first."""

    year: int
    lines: tuple[Line, ...]


def sheet_of(ctx: Context, year: int) -> RatingSheet:
    """Teams and members of this unit that served at any time within the window of that year, with their levels."""
    days = window(year)
    standing = (
        AnyOf((IsEmpty("founded_on"), Between("founded_on", None, days.end.isoformat()))),
        AnyOf((IsEmpty("ended_on"), Between("ended_on", days.start.isoformat(), None))),
    )
    serving = (
        AnyOf((IsEmpty("joined_on"), Between("joined_on", None, days.end.isoformat()))),
        AnyOf((IsEmpty("left_on"), Between("left_on", days.start.isoformat(), None))),
    )
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)
        teams = reader.window(
            "group", AllOf((own, Equals("kind", "security_order"), *standing)), order=("name", "asc"), limit=_MOST
        )
        ids = tuple(team.id for team in teams)
        members = (
            reader.window("member", AllOf((own, OneOf("team", ids), *serving)), order=("name", "asc"), limit=_MOST) if ids else ()
        )
        of_teams, of_members = (
            _levels(reader, code, name, year) for code, name in (("team_rating", "team"), ("member_rating", "member"))
        )
    lines: list[Line] = []
    for team in teams:
        lines.append(_line(team, of_teams.get(team.id), "founded_on", "ended_on", ""))
        inside = [member for member in members if member.values["team"] == team.id]
        inside.sort(key=lambda member: member.values["role"] != "head")
        lines += (_line(member, of_members.get(member.id), "joined_on", "left_on", _role(ctx, member)) for member in inside)
    return RatingSheet(year, tuple(lines))


def save(ctx: Context, sheet: RatingSheet, rated: Sequence[Rated]) -> int:
    """Record the levels of `rated` where they differ from the sheet; one without a level is taken off. Returns how many changed.

    One transaction. What breaks the rules is saved too: a proposal is the officer's, and `judge` tells what is wrong with it.
    """
    changed = 0
    before: Mapping[str, Line] = {line.rated.id: line for line in sheet.lines}
    with ctx.store.change(ctx.user.id, "ratings") as change:
        for now in rated:
            line = before[now.id]
            if (now.level, now.complaint) == (line.rated.level, line.rated.complaint):
                continue
            code, name = ("member_rating", "member") if now.team else ("team_rating", "team")
            values = {"level": now.level or None, "complaint": int(now.complaint)}
            if not line.record:
                change.create(code, {name: now.id, "year": sheet.year, **values})
            elif not now.level and not now.complaint:
                change.delete(code, line.record)
            else:
                change.update(code, line.record, values)
            changed += 1
    return changed


def _levels(reader: Reader, code: str, name: str, year: int) -> Mapping[str, RecordView]:
    return {str(view.values[name]): view for view in reader.window(code, Equals("year", year), order=("year", "asc"), limit=_MOST)}


def _line(view: RecordView, level: RecordView | None, since: str, until: str, detail: str) -> Line:
    values = view.values
    rated = Rated(
        view.id,
        str(values["name"] or ""),
        str(values.get("team") or ""),
        values.get("role") == "head",
        _date(values[since]),
        _date(values[until]),
        str(level.values["level"] or "") if level else "",
        bool(level and level.values["complaint"]),
    )
    return Line(rated, detail, level.id if level else "")


def _role(ctx: Context, member: RecordView) -> str:
    kind = ctx.store.registry.get("member").fields["role"].kind
    return kind.format(member.values["role"], ctx.say) if member.values["role"] else ""


def _date(dumped: object) -> date | None:
    return date.fromisoformat(str(dumped)) if dumped else None
