"""What saving a record by hand works out of what was typed, for records that a batch makes: defaults, derived values, terms."""

from collections.abc import Mapping
from typing import Any

from app.services.context import Context
from app.services.registers.fills import FILLS
from app.services.registers.hooks import DERIVED


def completed(ctx: Context, type_code: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The dumped values of a new record as `registers.save` would have completed them."""
    declared = ctx.store.registry.get(type_code)
    defaults = {name: info.default for name, info in declared.fields.items() if info.default is not None}
    whole = defaults | {name: value for name, value in values.items() if value not in (None, "")}
    if derive := DERIVED.get(type_code):
        derive(whole)
    if fill := FILLS.get(type_code):
        fill(ctx, {}, whole)
    return whole
