"""The answer of a look into one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.intake.legacy import Encoding

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in one sheet beside its values; rows and columns count from 0.

    `rows` and `columns` are how many of each the values reach over, at most: columns A to Z are told apart only where it matters.
    `fonts` holds cells whose text was set in a legacy font, `errors` what a formula came to instead of a value. `long` tells that a
    text may be longer than Excel allows. Beyond `end` bytes of `part` of the workbook there are rows without any value; 0 when that
    is not known.
    """

    rows: int = 0
    columns: int = 0
    fonts: Mapping[Place, Encoding] = field(default_factory=dict)
    errors: Mapping[Place, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    long: bool = False
    part: str = ""
    end: int = 0


def column_number(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    while number >= 0:
        letters = chr(65 + number % 26) + letters
        number = number // 26 - 1
    return letters
