"""The collector of cycles, put off while very many objects are made at once that have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Let the collector rest for the length of a block, as for judging 20,000 rows: it would walk over all of them again and again
    and find nothing. What is freed by counting references is freed as always. Afterwards what was made counts as old, so that the
    next young collection does not begin with it.
    """
    was_working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_working:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
