"""Texts, and names of other records: composed letters, no strange spaces, numbers and dates as one reads them."""

from app.core.errors import Problem
from app.core.kinds import Kind, LongText, Text
from app.intake.cells.setting import Reader, Setting, doubt_of, is_plain, one_line, remembered
from app.intake.readings import NOTHING, Reading
from app.intake.words import text_of
from app.intake.workbook import Value


def text_reader(kind: Text | LongText, setting: Setting) -> Reader:
    """Text as it stands in the cell; one that begins with "=" is text like any other. One too long is a doubt that is not mild."""
    lines = isinstance(kind, LongText)
    longest = kind.max_length

    def read(value: Value) -> Reading:
        if is_plain(value) and len(value) <= longest:
            text = value.strip() if lines else " ".join(value.split())
            return Reading(text) if text else NOTHING
        try:
            return Reading(kind.parse(text_of(value), setting.today))
        except Problem as problem:
            return Reading(doubt=doubt_of(problem, mild=False))

    return remembered(read, setting)


def reference_reader(setting: Setting) -> Reader:
    """What a cell calls another record; who takes the row in finds the record."""
    return remembered(lambda value: Reading(one_line(value) or None), setting)


def plain_reader(kind: Kind, setting: Setting) -> Reader:
    """Any other kind, as if its text had been typed."""

    def read(value: Value) -> Reading:
        try:
            parsed = kind.parse(one_line(value), setting.today)
        except Problem as problem:
            return Reading(doubt=doubt_of(problem, mild=True))
        return NOTHING if parsed is None else Reading(kind.dump(parsed))

    return remembered(read, setting)
