"""Who serves in the groups of a commune, and what the groups did."""

from datetime import date, timedelta

from app.services.demo.pen import Pen
from app.services.demo.standing import Team

_LISTED = 3
"""Members named beside the head; the group's own number holds the others."""
_PATROLLING = ("people_security", "rapid_security", "civil_defence")


def serve(pen: Pen, teams: tuple[Team, ...], years: tuple[int, int]) -> None:
    """Members as they were entered after their group, and patrols recorded by the half-year while the group stood."""
    for team in teams:
        _members(pen, team)
        for year in years:
            _patrols(pen, team, year)


def _members(pen: Pen, team: Team) -> None:
    names = [team.head, *(pen.people.somebody() for _ in range(min(team.members - 1, _LISTED)))]
    roles = ("head", "deputy", "member", "member")
    for name, role in zip(names, roles, strict=False):
        values = {
            "team": team.record,
            "name": name,
            "role": role,
            "birth": pen.generator.randrange(1960, 1996),
            "joined_on": team.founded_on,
            "left_on": None,
        }
        pen.new(team.entered_on, "member", values, hour=19)


def _patrols(pen: Pen, team: Team, year: int) -> None:
    if team.kind not in _PATROLLING:
        return
    generator = pen.generator
    for day in (pen.day(date(year, 6, 20), date(year, 6, 30)), pen.day(date(year, 11, 28), date(year, 12, 8))):
        if team.entered_on < day and (team.ended_on is None or team.ended_on > day + timedelta(days=1)):
            values = {
                "team": team.record,
                "held_on": day,
                "kind": "patrol",
                "count": generator.randrange(6, 15),
                "participants": generator.randrange(3, max(4, team.members)),
                "notes": generator.choice(pen.world.texts["activity_notes"]) if generator.random() < 0.3 else None,
            }
            pen.new(day, "activity", values, hour=20)
