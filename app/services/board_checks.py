"""Looking after notice boards and tip boxes: one was looked at today, or several on a round."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.ids import fixed_id
from app.data.conditions import AllOf, IsEmpty
from app.data.reader import Reader
from app.data.undo import Undone
from app.data.views import RecordView
from app.services import registers
from app.services.context import Context
from app.services.registers import Saved
from app.services.registers.origin import own_records
from app.services.registers.wording import shown, titles_of

_MOST = 5000


@dataclass(frozen=True, slots=True)
class Hanging:
    """A board or box that hangs, as people read it. `wrong_number`: it shows another number than the unit's."""

    id: str
    place: str
    hamlet: str
    kind: str
    number: str
    condition: str
    checked_on: str
    wrong_number: bool


@dataclass(frozen=True, slots=True)
class Round:
    """What a round recorded; `batch` names it for `undo_round`."""

    batch: str
    count: int


def hanging(ctx: Context) -> tuple[Hanging, ...]:
    """Every board and box of this unit that hangs: those never looked at first, then by how long ago they were."""
    fields = ctx.store.registry.get("board").fields
    with ctx.store.reader() as reader:
        where = AllOf((own_records(ctx, reader), IsEmpty("removed_on")))
        found = reader.window("board", where, order=("place", "asc"), limit=_MOST)
        own = _own_number(ctx, reader)
        hamlets = titles_of(ctx, reader, "hamlet", [str(view.values["hamlet"]) for view in found if view.values["hamlet"]])
    lines = []
    for view in sorted(found, key=lambda each: str(each.values["checked_on"] or "")):
        text = {name: shown(ctx, fields[name].kind, view.values[name]) for name in fields if name != "hamlet"}
        lines.append(
            Hanging(
                id=view.id,
                place=text["place"],
                hamlet=hamlets.get(str(view.values["hamlet"]), ""),
                kind=text["kind"],
                number=text["number_shown"],
                condition=text["condition"],
                checked_on=text["checked_on"],
                wrong_number=_shows_other(view, own),
            )
        )
    return tuple(lines)


def check_all_today(ctx: Context, boards: Sequence[str], condition: str) -> Round:
    """Record that these were looked at today and are all in that condition, a code of `app.records.boards.CONDITIONS`."""
    batch, today = ctx.store.new_batch(), ctx.clock.today().isoformat()
    with ctx.store.change(ctx.user.id, "check", batch=batch) as change:
        for board in boards:
            change.update("board", board, {"checked_on": today, "condition": condition})
    return Round(batch, len(boards))


def undo_round(ctx: Context, batch: str) -> Undone:
    """Take back what `check_all_today` recorded."""
    return ctx.store.undo_batch(ctx.user.id, batch)


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
    if record is None or record.values["removed_on"] or not _shows_other(record, own):
        return None
    return str(record.values["number_shown"]), own


def _shows_other(board: RecordView, own: str) -> bool:
    number = str(board.values["number_shown"] or "")
    return board.values["kind"] == "board" and bool(number and own) and _digits(number) != _digits(own)


def _own_number(ctx: Context, reader: Reader) -> str:
    unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return str((unit.values.get("phone") if unit else None) or "")


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign == "/")
