"""Operations written under an older declaration, read under today's.

A declaration that changes its meaning (a field renamed, a code split) raises `changeset.SCHEMA` by one and adds a step here. The
journal is never rewritten: the steps run whenever an operation is projected. An operation of a newer schema is taken as it is;
what this version does not know of it stays in the journal until the program is upgraded and the tables are made anew.
"""

from collections.abc import Callable, Mapping

from app.data.changeset import SCHEMA, Operation

Step = Callable[[Operation], Operation]

STEPS: Mapping[int, Step] = {}
"""From a schema to the next: the step for key 1 turns operations of schema 1 into schema 2. None may change the id."""


def upcast(operation: Operation, schema: int, steps: Mapping[int, Step] = STEPS, current: int = SCHEMA) -> Operation:
    """The operation as today's declarations read it."""
    for version in range(schema, current):
        step = steps.get(version)
        if step is not None:
            operation = step(operation)
    return operation
