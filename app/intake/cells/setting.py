"""What every reader of a column works with, and the words about a cell that all of them share."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from app.core.errors import Problem
from app.core.i18n import N_, Translator
from app.intake.readings import NOTHING, CellError, Doubt, Reading
from app.intake.words import text_of
from app.intake.workbook import Value

Reader = Callable[[Value], Reading]

_BLANK = re.compile(r"[-–—.…_*\s]*")
_ERRORS = frozenset(
    (
        *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"),
        *("#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"),
    )
)
_LONGEST_SHOWN = 80
_LONGEST_REMEMBERED = 400


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader may know: today, the officer's language, every raw value of its column, other words for options by code."""

    today: date
    say: Translator
    column: Sequence[Value] = ()
    synonyms: Mapping[str, tuple[str, ...]] | None = None


def one_line(value: Value) -> str:
    """A cell as one line of text, spaces single, letters composed."""
    if type(value) is str and value.isascii():
        return " ".join(value.split())
    return " ".join(text_of(value).split())


def figures_of(value: Value) -> str:
    """A cell of figures as one line, without the apostrophe that made it text."""
    return one_line(value).lstrip("'’` ")


def is_plain(value: Value) -> TypeGuard[str]:
    """Whether a cell is text of one line without any character that has to be mended: nearly every cell, and told apart fast."""
    return type(value) is str and value.isprintable() and unicodedata.is_normalized("NFC", value)


def shown(text: str) -> str:
    """What a sentence quotes of a cell: one line, and no more of it than one needs to know it again."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[:_LONGEST_SHOWN].rstrip() + "…"


def doubt_of(problem: Problem, *, mild: bool, offers: tuple[str, ...] = ()) -> Doubt:
    """The doubt that a kind's own objection to a typed text comes to."""
    facts = {name: shown(fact) if type(fact) is str else fact for name, fact in problem.facts.items()}
    return Doubt(problem.code, problem.message, facts, offers, mild=mild)


def remembered(read: Reader, setting: Setting, *, blanks: bool = True) -> Reader:
    """A reader that reads each value of a column once.

    Cells that say nothing, as a dash or dots do, and cells whose formula failed are settled here; with `blanks` off a dash is
    handed on to `read` as it stands.
    """
    known = _Known(read, blanks=blanks)
    if bool not in set(map(type, setting.column)):
        return known.__getitem__
    # TRUE and 1 are one key to a dictionary and two things to a reader.
    switches = {True: known.fresh(True), False: known.fresh(False)}
    return lambda value: switches[value] if isinstance(value, bool) else known[value]


class _Known(dict[Value, Reading]):
    """Readings by raw value; a hit costs no call of Python's."""

    __slots__ = ("_blanks", "_read")

    def __init__(self, read: Reader, *, blanks: bool) -> None:
        super().__init__()
        self._read = read
        self._blanks = blanks

    def __missing__(self, value: Value) -> Reading:
        reading = self.fresh(value)
        if not isinstance(value, str) or len(value) <= _LONGEST_REMEMBERED:
            self[value] = reading
        return reading

    def fresh(self, value: Value) -> Reading:
        if isinstance(value, str) and not value[:1].isalnum():
            if isinstance(value, CellError) or value in _ERRORS:
                return Reading(doubt=failed(value))
            if self._blanks and _BLANK.fullmatch(value):
                return NOTHING
        return self._read(value)


def failed(value: str) -> Doubt:
    """About a cell that shows an error in place of its value."""
    sentence = N_("The formula in this cell has failed ({text}), so its value is not known. Write the value.")
    return Doubt("cell.error", sentence, {"text": str(value)}, mild=True)
