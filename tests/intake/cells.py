"""Reading one cell as a column's reader does, with the day and the language that all tests of cells share."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.i18n import load
from app.core.kinds import Kind
from app.intake.cells import reader_for
from app.intake.readings import Reading
from app.intake.workbook import Value

TODAY = date(2026, 11, 24)


def read(kind: Kind, value: Value, among: Sequence[Value] = (), synonyms: Mapping[str, tuple[str, ...]] | None = None) -> Reading:
    """What a cell comes to in a column that also holds the values `among`."""
    return reader_for(kind, (value, *among), today=TODAY, say=load("en"), synonyms=synonyms or {})(value)


def code_of(reading: Reading) -> str:
    """The code of a reading's doubt, "" for none."""
    return reading.doubt.code if reading.doubt else ""
