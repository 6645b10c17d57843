"""People who are helped, people of standing, and the places that need attention."""

from datetime import date, timedelta

from app.services import retention
from app.services.demo.pen import Pen, Written


def helped(pen: Pen, years: tuple[int, int], opening: date) -> None:
    """People being helped: some since before the book, one more each year; each year one of them needs help no more."""
    generator = pen.generator
    began = [pen.day(date(years[0] - 2, 3, 1), date(years[0] - 1, 11, 30)) for _ in range(generator.randrange(3, 6))]
    people = [_somebody(pen, day, max(day, pen.day(opening, opening + timedelta(days=8)))) for day in sorted(began)]
    for place, year in enumerate(years):
        day = pen.day(date(year, 3, 1), date(year, 5, 30))
        people.append(_somebody(pen, day, day))
        ended = pen.day(date(year, 8, 1), date(year, 11, 20))
        pen.edit(ended, people[place], {"ended_on": ended, "outcome": "progress", "progress": "Đã có việc làm ổn định."})
        for person in people[place + 1 :]:
            _visit(pen, person, pen.day(date(year, 6, 5), date(year, 12, 8)))
    gone = _helped_long_ago(pen, years[0] - 6, opening)
    pen.on(date(years[1], 1, 10), lambda: retention.delete_for_good(pen.ctx, "reintegration", (gone.id,)), hour=10)
    _helped_long_ago(pen, years[0] - 5, opening)


def _helped_long_ago(pen: Pen, ended: int, opening: date) -> Written:
    """Somebody whose record is kept until its term is over and is then due for deletion."""
    hamlet_id, hamlet = pen.hamlet()
    values = {
        "name": pen.people.man(),
        "hamlet": hamlet_id,
        "began_on": date(ended - 2, 6, 12),
        "helper": hamlet.said(pen.generator.choice(pen.world.texts["helpers"])),
        "ended_on": date(ended, 9, 20),
        "outcome": "progress",
    }
    return pen.new(opening + timedelta(days=6), "reintegration", values, hour=14)


def _somebody(pen: Pen, began: date, entered: date) -> Written:
    generator = pen.generator
    hamlet_id, hamlet = pen.hamlet()
    values = {
        "name": pen.people.man(),
        "birth_year": generator.randrange(1975, 2000),
        "hamlet": hamlet_id,
        "began_on": began,
        "helper": hamlet.said(generator.choice(pen.world.texts["helpers"])),
        "needs_work": int(work := generator.random() < 0.6),
        "needs_loan": int(not work or generator.random() < 0.3),
        "needs_papers": int(generator.random() < 0.3),
    }
    return pen.new(entered, "reintegration", values, hour=14)


def _visit(pen: Pen, person: Written, day: date) -> None:
    note = pen.generator.choice(pen.world.texts["visit_notes"])
    progress = pen.generator.choice(pen.world.texts["visit_progress"])
    visitor = pen.generator.choice(pen.officers)
    values = {"person": person, "visited_on": day, "visitor": visitor, "progress": progress, "help_given": note}
    pen.new(day, "visit", values, hour=18)


def trusted(pen: Pen, years: tuple[int, int], opening: date) -> None:
    """A person of standing in every hamlet with what they did, most recognised again in time; and their number each year."""
    generator = pen.generator
    for hamlet_id, _ in pen.hamlets:
        recognised = pen.day(date(years[0] - 2, 3, 1), date(years[0] - 1, 11, 30))
        values = {
            "name": pen.people.man(),
            "birth_year": generator.randrange(1945, 1972),
            "hamlet": hamlet_id,
            "mediates": int(generator.random() < 0.8),
            "mobilises": int(generator.random() < 0.7),
            "informs": int(generator.random() < 0.5),
            "recognised_on": recognised,
            "decision": f"{generator.randrange(300, 900)}/QĐ-UBND",
        }
        person = pen.new(pen.day(opening, opening + timedelta(days=8)), "trusted_person", values, hour=13)
        if generator.random() < 0.7:
            again = pen.day(date(years[1], 4, 1), date(years[1], 9, 30))
            pen.edit(again, person, {"recognised_on": again, "decision": f"{generator.randrange(300, 900)}/QĐ-UBND"})
        for year in years:
            text = generator.choice(pen.world.texts["contributions"])
            day = pen.day(date(year, 2, 1), date(year, 12, 5))
            done = {"trusted": person, "happened_on": day, "kind": text["kind"], "note": text["note"]}
            pen.new(day, "contribution", done, hour=19)
    for year in years:
        pen.new(date(year, 1, 14), "trusted_count", {"year": year, "people": len(pen.hamlets)}, hour=8)


def areas(pen: Pen, years: tuple[int, int], opening: date) -> list[Written]:
    """Key areas, one of which ceased to be one; now and then a hot spot or a complaint by many, all settled.

    Returns the areas that still are key areas.
    """
    standing = []
    generator, texts = pen.generator, pen.world.texts
    for place, (text, (hamlet_id, hamlet)) in enumerate(
        zip(generator.sample(texts["key_areas"], 2), pen.hamlets_in_turn(2), strict=True)
    ):
        values = {
            "area": hamlet.said(text["area"]),
            "level": "hamlet",
            "hamlet": hamlet_id,
            "grade": text["grade"],
            "reason": text["reason"],
            "decided_on": pen.day(date(years[0] - 2, 3, 1), date(years[0] - 1, 11, 30)),
            "decision": f"{generator.randrange(20, 200)}/QĐ-UBND",
            "measures": text["measures"],
        }
        area = pen.new(pen.day(opening, opening + timedelta(days=8)), "key_area", values, hour=13)
        if place and generator.random() < 0.4:
            ceased = pen.day(date(years[1], 5, 1), date(years[1], 11, 20))
            pen.edit(ceased, area, {"ended_on": ceased})
        else:
            standing.append(area)
    for year in years:
        for type_code, texts_of, chance in (("hot_spot", "hot_spots", 0.45), ("mass_complaint", "mass_complaints", 0.35)):
            if generator.random() < chance:
                _arose(pen, type_code, generator.choice(texts[texts_of]), pen.day(date(year, 2, 1), date(year, 10, 30)))
    return standing


def _arose(pen: Pen, type_code: str, text: dict[str, str], day: date) -> None:
    hamlet_id, hamlet = pen.hamlet()
    values = {
        "arisen_on": day,
        "place": hamlet.said(text["place"]),
        "hamlet": hamlet_id,
        "matter": text["matter"],
        "content": text["content"],
    }
    people = {"people": pen.generator.randrange(12, 45)} if type_code == "mass_complaint" else {}
    record = pen.new(day, type_code, values | people, hour=15)
    settled = pen.day_soon_after(day, at_most=20)
    pen.edit(settled, record, {"settled_on": settled, "settled_how": "talks", "settlement": text["settlement"]})
