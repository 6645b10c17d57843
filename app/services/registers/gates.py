"""What is asked before a record is saved: the officer answers once, and the record is saved as it was typed.

A gate is a function over what stood before and what is to stand; it raises `Asks` unless the answer is among the `agreed`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.core.i18n import N_
from app.core.text import fold
from app.services.registers.asking import Answers, Asks

Values = Mapping[str, Any]
Gate = Callable[[Values, Values, Answers], None]

_OF_INFORMING = (
    "bao tin",
    "cung cap nguon tin",
    "cung cap thong tin",
    "cung cap tin",
    "don to cao",
    "mat bao",
    "nguon tin",
    "phat giac",
    "tin bao",
    "tin to giac",
    "to cao",
    "to giac",
    "trinh bao",
)
"""Words, without marks, that tell everybody who reads a certificate that its holder gave information."""

INFORMANT = "informant.guessed"


def may_reveal_informant(*fields: str) -> Gate:
    """Asks about texts that hang on walls and stand in lists, when they speak of a tip-off."""

    def gate(before: Values, whole: Values, answers: Answers) -> None:
        if INFORMANT in answers.agreed:
            return
        changed = [str(whole.get(name) or "") for name in fields if whole.get(name) != before.get(name)]
        found = next((word for text in changed for word in _OF_INFORMING if f" {word} " in f" {_bare(text)} "), None)
        if found is not None:
            raise Asks(
                INFORMANT,
                N_("This text speaks of giving information: people could guess who informed. Mend it, or save it as it is."),
            )

    return gate


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


GATES: Mapping[str, tuple[Gate, ...]] = {
    "nomination": (may_reveal_informant("deed", "proposer"),),
    "award": (may_reveal_informant("deed"),),
    "awardee": (may_reveal_informant("achievement"),),
    "contribution": (may_reveal_informant("note"),),
}
"""By record type."""


def pass_gates(type_code: str, before: Values, whole: Values, answers: Answers) -> None:
    """Raises `Asks` when something is to be answered before the record is saved."""
    for gate in GATES.get(type_code, ()):
        gate(before, whole, answers)
