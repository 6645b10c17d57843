"""Which registers a unit may take in: a unit above gathers no lists of citizens, neither its own nor those of the units below.

Personal data of citizens stay in the station that keeps them, for its own purposes (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15):
above, figures, awards and lists of things are enough.
"""

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.declare import STATION, RecordType
from app.services.context import Context


def is_above(ctx: Context) -> bool:
    """Whether this book is of a unit above."""
    with ctx.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return unit is not None and unit.values.get("kind") == "parent"


def of_citizens(declared: RecordType) -> bool:
    """Whether a register cannot be kept without what belongs to the station's stream: people and what they told."""
    return declared.life_stream == STATION or any(info.required and info.stream == STATION for info in declared.fields.values())


def require_allowed(ctx: Context, type_code: str) -> None:
    """Raises `UserError` "intake.not_above" at a unit above for a register of citizens."""
    declared = ctx.store.registry.get(type_code)
    if of_citizens(declared) and is_above(ctx):
        raise UserError(
            "intake.not_above",
            N_(
                "“{register}” names citizens and is kept by the stations alone; a unit above does not gather it. "
                "Take in figures (“Biểu tổng hợp”) and awards here."
            ),
            register=ctx.say(declared.plural),
        )
