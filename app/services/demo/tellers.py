"""Who gave the tip-offs of a demonstration: sealed for the commander and the officer on duty, and once opened with a reason."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from app.core.randomness import SystemRandomness
from app.keys.sealed import OwnKeys
from app.services import informants
from app.services.demo.pen import Pen, Written

_EVERY = 4
"""Of so many tip-offs one was given by somebody who asked to stay unknown."""
_DUTY = {"rank": "Trung úy", "position": "Cán bộ trực ban", "role": "officer", "login": "trucban"}
_DEVICE = "0" * 64


def keepers(pen: Pen, password: str, opening: date) -> None:
    """The commander appoints himself, and the officer on duty, who works on the station's second laptop."""
    name = pen.people.man()
    officer = pen.new(opening, "officer", {"name": name, **_DUTY}, hour=7)

    def appoint() -> None:
        # The second laptop is not part of the demonstration, so nobody ever holds the secret half of this key.
        random = SystemRandomness()
        with pen.ctx.store.change(officer.id, "offer") as change:
            recipient = OwnKeys.new(random).public.recipient
            change.create("keeper", {"officer": officer.id, "laptop": "B", "device": _DEVICE, "recipient": recipient})
        for line in informants.keepers(pen.ctx):
            if line.is_self or line.officer_id == officer.id:
                informants.appoint(pen.ctx, line.recipient, password, randomness=random)

    pen.on(opening, appoint, hour=9)


def seal(pen: Pen, tip_offs: Iterable[tuple[date, Written]], opening: date) -> None:
    """Seal who gave some of them, on the day they came in, but not before somebody was appointed to keep it."""
    for place, (day, tip_off) in enumerate(tip_offs):
        if place % _EVERY == 0:
            told = {"name": pen.people.somebody(), "contact": f"09{pen.generator.randrange(10**7, 10**8)}"}
            pen.on(max(day, opening), partial(_seal, pen, tip_off, told), hour=18)


def open_once(pen: Pen, tip_offs: Iterable[tuple[date, Written]], password: str, day: date) -> None:
    """The commander reads one identity, to tell its owner what came of it."""
    for _, tip_off in list(tip_offs)[:1]:
        pen.on(day, partial(_read, pen, tip_off, password), hour=10)


def _seal(pen: Pen, tip_off: Written, told: dict[str, str]) -> None:
    informants.seal(pen.ctx, tip_off.id, told)


def _read(pen: Pen, tip_off: Written, password: str) -> None:
    why = "Thông báo kết quả xác minh cho người cung cấp tin"
    informants.read(pen.ctx, tip_off.id, password, why, randomness=SystemRandomness())
