"""What a commune told its people without a meeting, planned, took in and was recognised for."""

from datetime import date, timedelta

from app.services.demo.distribution import day_in, days
from app.services.demo.pen import Pen, Written
from app.services.demo.sources import Commune

_TIMES = {"loudspeaker": (5, 2, 7), "leaflets": (2, 1, 2), "online": (4, 1, 4), "press": (1, 1, 2)}
"""Kind → entries a year, and least and below most rounds or items of one."""
_HANDED_IN = ("home_made_gun", "home_made_gun", "fireworks", "support_tool")


def reach_out(pen: Pen, year: int) -> None:
    """Loudspeaker rounds, leaflets, posts and items in the press."""
    generator = pen.generator
    for kind, (times, least, most) in _TIMES.items():
        for day in days(generator, year, times):
            sheets = generator.randrange(3, 13) * 10 if kind == "leaflets" else None
            values = {
                "held_on": day,
                "kind": kind,
                "hamlet": pen.hamlet()[0] if kind in ("loudspeaker", "leaflets") else None,
                "topic": generator.choice(pen.world.texts["outreach"][kind]),
                "count": None if kind == "leaflets" else generator.randrange(least, most),
                "leaflets": sheets,
            }
            pen.new(day, "outreach", values, hour=15)


def plans(pen: Pen, commune: Commune, year: int) -> tuple[date, Written]:
    """The year's plans and advisory papers, each with its tasks; what is due late in the year is still open.

    Returns the programme of the year, which runs until its end, and the day of its issue.
    """
    programmes = []
    generator = pen.generator
    number = generator.randrange(3, 9)
    endings = {"resolution": "NQ/ĐU", "plan": "KH-UBND", "programme": "CTr-BCĐ", "letter": "TTr-CAX"}
    for text in pen.world.texts["plans"]:
        day = day_in(generator, year, text["month"]) if text["month"] > 1 else pen.day(date(year, 1, 5), date(year, 1, 12))
        number += generator.randrange(2, 11)
        programme = text["kind"] == "programme"
        values = {
            "issued_on": day,
            "number": f"{number}/{endings[text['kind']]}",
            "kind": text["kind"],
            "title": text["title"].format(year=year),
            "issuer": f"{text['issuer']} {commune.name[0].lower()}{commune.name[1:]}",
            "ends_on": _on(year, "12-31") if programme else max((_on(year, task["due"]) for task in text["tasks"]), default=None),
        }
        paper = pen.new(day, "plan", values, hour=9)
        if programme:
            programmes.append((day, paper))
        for task in text["tasks"]:
            due = _on(year, task["due"])
            done = {"plan": paper, "task": task["task"], "due_on": due, "responsible": generator.choice(pen.officers)}
            entry = pen.new(day, "plan_task", done, hour=10)
            if generator.random() < 0.85:
                finished = pen.day(day + timedelta(days=1), due)
                pen.edit(finished, entry, {"done_on": finished})
    return programmes[0]


def _on(year: int, day: str) -> date:
    """A day of that year from its month and day, "06-30"."""
    return date.fromisoformat(f"{year}-{day}")


def hand_ins(pen: Pen, year: int) -> None:
    """Guns, fireworks and tools that people handed in, mostly before Tết."""
    generator = pen.generator
    for kind in _HANDED_IN:
        day = pen.day(date(year, 1, 6), date(year, 2, 5)) if generator.random() < 0.6 else day_in(generator, year, 10)
        hamlet_id, _ = pen.hamlet()
        values = {
            "handed_on": day,
            "kind": kind,
            "pieces": None if kind == "fireworks" else generator.randrange(1, 4),
            "grams": generator.randrange(20, 61) * 100 if kind == "fireworks" else None,
            "hamlet": hamlet_id,
            "notes": generator.choice(pen.world.texts["hand_in_notes"]),
        }
        pen.new(day, "hand_in", values, hour=14)


def safety(pen: Pen, commune: Commune, year: int) -> None:
    """The assessments of November: every hamlet, and the schools."""
    generator = pen.generator
    day = pen.day(date(year, 11, 14), date(year, 12, 5))
    decided = {"year": year, "decision": f"{generator.randrange(120, 240)}/QĐ-UBND", "decided_on": day}
    for hamlet_id, _ in pen.hamlets:
        result = "safe" if generator.random() < 0.85 else "not_safe"
        pen.new(day, "safety", {**decided, "subject": "hamlet", "hamlet": hamlet_id, "result": result}, hour=10)
    for school in pen.world.texts["schools"]:
        name = school.format(commune=commune.place)
        pen.new(day, "safety", {**decided, "subject": "school", "name": name, "result": "safe"}, hour=11)
