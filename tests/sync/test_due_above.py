"""What the home page of a unit above asks for: packages of units that never sent or have not sent for long."""

from datetime import timedelta

from app.core.clock import FixedClock
from app.services import due
from app.services.context import Context
from tests.sync.test_carrying import meeting
from tests.sync.world import World


def asked(ctx: Context) -> list[tuple[str, bool]]:
    return [(item.title, item.overdue) for group in due.everything(ctx) if group.kind == "package" for item in group.items]


def test_a_unit_is_asked_until_it_sends_and_again_after_long(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    assert asked(station.ctx) == []
    assert [title for title, _ in asked(parent.ctx)] == ["Xã Túc Đán has not sent anything yet"]
    station.create("meeting", **meeting())
    parent.take(*station.export("up"))
    assert asked(parent.ctx) == []
    clock = parent.ctx.clock
    assert isinstance(clock, FixedClock)
    sent = clock.today()
    clock.advance(timedelta(days=40))
    assert asked(parent.ctx) == [(f"Xã Túc Đán: last package of {sent:%d/%m/%Y}", True)]
