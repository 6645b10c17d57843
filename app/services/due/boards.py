"""Boards and boxes that nobody has looked at for long, and boards that show another number than the unit's."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.ids import fixed_id
from app.data.conditions import AllOf, AnyOf, Between, Equals, IsEmpty, Not, NotEmpty
from app.data.views import RecordView
from app.services.due.intervals import months_after
from app.services.due.item import Due, Look


def unchecked(look: Look) -> Iterator[Due]:
    """By the last check, or the day on which it was put up."""
    # Shorter than any such months: the exact day is worked out for the few that are left.
    since = (look.horizon - timedelta(days=28 * look.intervals.board_months)).isoformat()
    long_ago = AnyOf((Between("checked_on", None, since), AllOf((IsEmpty("checked_on"), Between("installed_on", None, since)))))
    hanging = look.own("board", IsEmpty("removed_on"), long_ago, order=("checked_on", "asc"))
    wanted = [(board, on) for board in hanging if (on := _next_check(look, board)) and on <= look.horizon]
    titles = look.titles([board for board, _ in wanted])
    for board, on in wanted:
        yield look.due("board", titles[board.id], "board", board.id, on)


def other_number(look: Look) -> Iterator[Due]:
    """Nothing where the unit's own number was never written down."""
    unit = look.reader.get("unit", fixed_id("unit", look.ctx.store.unit))
    phone = unit.values.get("phone") if unit else None
    if not phone:
        return
    wrong = look.own(
        "board",
        Equals("kind", "board"),
        IsEmpty("removed_on"),
        NotEmpty("number_shown"),
        Not(Equals("number_shown", phone)),
        order=("installed_on", "asc"),
    )
    titles = look.titles(wrong)
    for board in wrong:
        yield look.due("number", titles[board.id], "board", board.id, look.today)


def _next_check(look: Look, board: RecordView) -> date | None:
    last = board.values["checked_on"] or board.values["installed_on"]
    return months_after(date.fromisoformat(last), look.intervals.board_months) if last else None
