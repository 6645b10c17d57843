"""Whose sheet it is, where a unit above takes in the lists of the units below: two communes may have a hamlet of one name, or a
decision of one number.
"""

from app.intake.named_unit import unit_named
from app.services.intake.allowed import is_above
from app.services.intake.desk import Desk
from app.services.intake.drafts import Sheet


def lower_unit(desk: Desk, sheet: Sheet) -> str:
    """The commune that the titles of a sheet name, or its own name; empty at a station, whose sheets are all its own."""
    if not desk.kept("above", lambda: is_above(desk.ctx)):
        return ""
    return desk.kept(f"whose {sheet.name} {sheet.titles}", lambda: unit_named((*sheet.titles, sheet.name)))
