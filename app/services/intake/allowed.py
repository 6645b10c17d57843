"""Which registers a unit may take in: a unit above gathers no lists of citizens, and of the units below only figures and awards.

Personal data of citizens stay in the station that keeps them, for its own purposes (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15):
above, figures, awards and lists of things are enough.
"""

from collections.abc import Iterable

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.declare import STATION, RecordType
from app.intake.named_unit import unit_named
from app.services.context import Context

_GATHERED = ("hand_figure", "awardee")
"""What a unit above takes in of the units below."""
_NOT_ABOVE = N_(
    "“{register}” names citizens and is kept by the stations alone; a unit above does not gather it. "
    "Take in figures (“Biểu tổng hợp”) and awards here."
)
_OF_A_COMMUNE = N_(
    "“{register}” of {unit} is taken in there, and comes here with what that unit sends. "
    "Of units below take in figures (“Biểu tổng hợp”) and awards here."
)


def is_above(ctx: Context) -> bool:
    """Whether this book is of a unit above."""
    with ctx.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    return unit is not None and unit.values.get("kind") == "parent"


def of_citizens(declared: RecordType) -> bool:
    """Whether a register cannot be kept without what belongs to the station's stream: people and what they told."""
    return declared.life_stream == STATION or any(info.required and info.stream == STATION for info in declared.fields.values())


def require_allowed(ctx: Context, type_code: str, titles: Iterable[str] = ()) -> None:
    """What a unit above may not take in.

    Raises `UserError` "intake.not_above" for a register of citizens, "intake.of_a_commune" for a list that by its `titles` is a
    commune's own, unless it holds figures or awards: such a list would count as the unit's own work, and once more when the commune
    sends it.
    """
    if not is_above(ctx):
        return
    declared = ctx.store.registry.get(type_code)
    register = ctx.say(declared.plural)
    if of_citizens(declared):
        raise UserError("intake.not_above", _NOT_ABOVE, register=register)
    if type_code not in _GATHERED and (unit := unit_named(titles)):
        raise UserError("intake.of_a_commune", _OF_A_COMMUNE, register=register, unit=unit)
