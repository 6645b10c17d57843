"""Looking after notice boards and tip boxes: one was looked at today."""

from app.core.ids import fixed_id
from app.data.reader import Reader
from app.services import registers
from app.services.context import Context
from app.services.registers import Saved


def check_today(ctx: Context, board_id: str, condition: str) -> Saved:
    """Record that a board or box was looked at today and in which condition it is, a code of `app.records.boards.CONDITIONS`.

    Raises what `registers.save` raises.
    """
    return registers.save(ctx, "board", board_id, {"checked_on": ctx.clock.today().isoformat(), "condition": condition})


def other_number(ctx: Context, board_id: str) -> tuple[str, str] | None:
    """The number that a standing notice board shows and the unit's own, where they differ; else `None`."""
    with ctx.store.reader() as reader:
        record = reader.get("board", board_id)
        own = _own_number(ctx, reader)
    if record is None or record.values["kind"] != "board" or record.values["removed_on"]:
        return None
    shown = str(record.values["number_shown"] or "")
    return (shown, own) if shown and own and _digits(shown) != _digits(own) else None


def _own_number(ctx: Context, reader: Reader) -> str:
    unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return str((unit.values.get("phone") if unit else None) or "")


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign == "/")
