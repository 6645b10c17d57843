"""The sheets of one decision: blanks bought, printed, one spoiled and printed again, all handed over at a ceremony."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from app.services.demo.pen import Pen, Written

_BOUGHT = 50


def printed(pen: Pen, day: date, awarded: Sequence[Written], number: str) -> None:
    """The blanks came two weeks before, the sheets are printed on the day of the decision and handed over three days later."""
    scribe = pen.beside(random.Random(f"{number} sheets"), pen.people)
    blanks = {
        "entered_on": day - timedelta(days=14),
        "act": "received",
        "count": _BOUGHT,
        "kind": "A3, khung rồng",
        "serials": f"000001–{_BOUGHT:06}",
        "source": "Xưởng in Trường Sơn",
    }
    scribe.new(day - timedelta(days=14), "blank_entry", blanks, hour=9)
    handed = day + timedelta(days=3)
    serials = iter(range(1, _BOUGHT + 1))
    for place, awardee in enumerate(awarded):
        if place == 0:
            reason = {"state": "spoiled", "reason": "Kẹt giấy, rách mép"}
            scribe.new(day, "award_sheet", _sheet(awardee, day, next(serials)) | reason, hour=13)
        sheet = scribe.new(day, "award_sheet", _sheet(awardee, day, next(serials)), hour=14)
        scribe.edit(handed, sheet, {"state": "handed", "handed_on": handed}, hour=10)


def _sheet(awardee: Written, day: date, serial: int) -> dict[str, object]:
    return {"awardee": awardee, "printed_on": day, "on_blank": 1, "serial": f"{serial:06}", "state": "printed"}
