"""Tip-offs whose clocks run: to be passed on within a day or two, to be checked within seven days."""

from collections.abc import Iterator

from app.core.ids import fixed_id
from app.data.conditions import IsEmpty, OneOf
from app.services.due.clocks import CHECK, PASS_ON, running
from app.services.due.item import Due, Look


def to_pass_on(look: Look) -> Iterator[Due]:
    """Denunciations, reports and petitions that have not gone to the body that deals with them."""
    return _running(look, PASS_ON, "pass_on")


def to_check(look: Look) -> Iterator[Due]:
    """Tip-offs of which nobody has said yet what came of them."""
    return _running(look, CHECK, "check")


def _running(look: Look, what: str, kind: str) -> Iterator[Due]:
    unit = look.reader.get("unit", fixed_id("unit", look.ctx.store.unit))
    remote = bool(unit and unit.values.get("remote"))
    # Among the open ones, however old; a passing-on that was written down ends both clocks.
    open_ = look.own("tip_off", OneOf("state", ("new", "checking")), IsEmpty("passed_at"), order=("received_on", "asc"))
    titles = look.titles(open_)
    for tip in open_:
        for deadline in running(tip.values, remote=remote):
            if deadline.what == what and deadline.by.date() <= look.horizon:
                hours = int((deadline.by - look.now).total_seconds() // 3600)
                late = deadline.overdue(look.now)
                yield Due(kind, titles[tip.id], "tip_off", tip.id, deadline.by.date(), late, hours if what == PASS_ON else None)
