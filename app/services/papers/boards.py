"""Notice boards to be printed, and labels for key rings with the station's numbers."""

from math import sqrt

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.reader import Reader
from app.documents.display import Sheet
from app.documents.notice_board import Notice, board, labels
from app.services.context import Context
from app.services.papers.common import unit
from app.services.registers import ListState
from app.services.registers.wording import titles_of
from app.services.sample import is_sample


def a4(ctx: Context, record_id: str) -> tuple[Sheet, ...]:
    """The board on A4. Raises `UserError` "board.no_number" when neither it nor the unit has a telephone number."""
    return (board(_notice(ctx, record_id)),)


def a3(ctx: Context, record_id: str) -> tuple[Sheet, ...]:
    """The board on A3. Raises what `a4` raises."""
    return (board(_notice(ctx, record_id), sqrt(2)),)


def key_rings(ctx: Context, _state: ListState) -> tuple[Sheet, ...]:
    """A sheet of labels with the unit's own numbers. Raises what `a4` raises."""
    with ctx.store.reader() as reader:
        numbers = _own_numbers(ctx, reader)
    return (labels(_of_unit(ctx, numbers, "")),)


def _notice(ctx: Context, record_id: str) -> Notice:
    with ctx.store.reader() as reader:
        record = reader.get("board", record_id)
        values = record.values if record else {}
        numbers = _split(values.get("number_shown")) or _own_numbers(ctx, reader)
        hamlet = str(values.get("hamlet") or "")
        where = [str(values.get("place") or ""), titles_of(ctx, reader, "hamlet", [hamlet])[hamlet] if hamlet else ""]
    return _of_unit(ctx, numbers, ", ".join(part for part in dict.fromkeys(where) if part))


def _of_unit(ctx: Context, numbers: tuple[str, ...], place: str) -> Notice:
    if not numbers:
        raise UserError(
            "board.no_number",
            N_("There is no telephone number to print. Write the station's number under Unit and officers, or the board's own."),
        )
    facts = unit(ctx)
    return Notice(facts.parent_name.upper(), facts.police_body or facts.name.upper(), numbers, place, is_sample(ctx))


def _own_numbers(ctx: Context, reader: Reader) -> tuple[str, ...]:
    record = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return _split(record.values.get("phone") if record else None)


def _split(phones: object) -> tuple[str, ...]:
    return tuple(part for part in str(phones or "").split(" / ") if part)
