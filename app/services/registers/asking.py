"""What a save may ask before it goes on: a reason to be typed, or a yes to something the officer should know."""

from dataclasses import dataclass

from app.core.errors import UserError
from app.core.i18n import N_


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer has answered so far: the `reason` typed, and the codes of what was `agreed` to."""

    reason: str = ""
    agreed: frozenset[str] = frozenset()


NO_ANSWERS = Answers()


class Asks(UserError):  # noqa: N818 -- a question, not a failure
    """Nothing was done yet: the officer is to answer first. `typed`: with a reason in words, not only with a yes.

    Whoever catches it calls again with `Answers` that hold the reason, or this error's code among the `agreed`.
    """

    def __init__(self, code: str, message: str, /, *, typed: bool = False, **facts: object) -> None:
        super().__init__(code, message, **facts)
        self.typed = typed


SAVE_ALL_THE_SAME = N_("Save all the same")
"""The verb of the button that answers yes."""
