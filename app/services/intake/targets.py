"""What columns of a register's sheets can be put into: its fields, and what such sheets say beside them."""

from dataclasses import dataclass

from app.core.kinds import Kind, LastDigits
from app.intake.shapes import known_shapes
from app.records.sheets import SHAPES, common
from app.services.context import Context
from app.services.intake.allowed import is_above, of_citizens
from app.services.intake.confined import ID_NUMBER


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a column may fill. `label` is in the officer's language; a `required` one must be filled in every row."""

    name: str
    label: str
    required: bool
    kind: Kind


def registers(ctx: Context) -> tuple[tuple[str, str], ...]:
    """(type, name) of every register that sheets can be taken into here, those first that stations keep most."""
    above = is_above(ctx)
    known = (ctx.store.registry.get(shape.type_code) for shape in SHAPES)
    return tuple((t.code, ctx.say(t.plural)) for t in known if not (above and of_citizens(t)))


def targets(ctx: Context, type_code: str) -> tuple[Target, ...]:
    """What columns of a register's sheets may fill, in the order of its form, then what only sheets have."""
    declared = ctx.store.registry.get(type_code)
    shape = known_shapes(ctx.store.registry).get(type_code)
    reading = [name for section in declared.sections for name in section.fields]
    found = [
        Target(name, ctx.say(info.label), info.required and info.default is None, info.kind)
        for name, info in sorted(declared.fields.items(), key=lambda item: reading.index(item[0]) if item[0] in reading else 99)
        if not info.hidden
    ]
    own = {target.name for target in found}
    for column in shape.columns:
        if column.target not in own and column.kind is not None:
            found.append(Target(column.target, ctx.say(column.label), False, column.kind))
    if ID_NUMBER not in {target.name for target in found}:
        digits = common.id_number()
        found.append(Target(ID_NUMBER, ctx.say(digits.label), False, LastDigits()))
    return tuple(found)
