"""Operations written under an older declaration, read under today's.

A declaration that changes its meaning (a field renamed, a code split) raises `changeset.SCHEMA` by one and adds a step here. The
journal is never rewritten: the steps run whenever an operation is projected. An operation of a newer schema is taken as it is;
what this version does not know of it stays in the journal until the program is upgraded and the tables are made anew.
"""

from collections.abc import Callable, Mapping

from app.data.changeset import SCHEMA, Operation

Step = Callable[[Operation], Operation]


def _birth_dates(operation: Operation) -> Operation:
    """Households and members had a year of birth; it is now a birth date of which only the year is known."""
    if operation.get("t") not in ("household", "member"):
        return operation
    if operation.get("g") == "birth_year":
        return {**operation, "g": "birth", "v": _born(operation["v"])}
    groups = operation.get("g")
    if isinstance(groups, dict) and "birth_year" in groups:
        kept = {name: values for name, values in groups.items() if name != "birth_year"}
        return {**operation, "g": {**kept, "birth": _born(groups["birth_year"])}}
    return operation


def _born(values: Mapping[str, object]) -> dict[str, object]:
    return {"birth": f"{year:04}"} if isinstance(year := values.get("birth_year"), int) else {}


STEPS: Mapping[int, Step] = {1: _birth_dates}
"""From a schema to the next: the step for key 1 turns operations of schema 1 into schema 2. None may change the id."""


def upcast(operation: Operation, schema: int, steps: Mapping[int, Step] = STEPS, current: int = SCHEMA) -> Operation:
    """The operation as today's declarations read it."""
    for version in range(schema, current):
        step = steps.get(version)
        if step is not None:
            operation = step(operation)
    return operation
