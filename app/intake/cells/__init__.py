"""Reading the cells of a column: from raw values of a sheet to values of a field's kind, notes and doubts.

Lives here: one module a kind of value; what sheets have beyond what people type into forms. Does not live here: what typed
text means (`app.core.kinds`, whose rules hold here too), which column is which field (`app.intake.table`), what becomes of a
doubt (`app.services.intake`).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.i18n import Translator
from app.core.kinds import (
    BirthDate,
    Choice,
    Date,
    Hour,
    Integer,
    Kind,
    LastDigits,
    LongText,
    Moment,
    PersonName,
    Phone,
    Reference,
    Text,
    Year,
    YesNo,
)
from app.intake.cells.births import birth_reader, year_reader
from app.intake.cells.choices import choice_reader, mark_reader
from app.intake.cells.days import day_reader, moment_reader
from app.intake.cells.exchanged import reads_both_ways
from app.intake.cells.figures import figure_reader
from app.intake.cells.hours import hour_reader
from app.intake.cells.id_numbers import id_number, id_reader, masked, masked_cell
from app.intake.cells.names import name_reader
from app.intake.cells.phones import phone_reader
from app.intake.cells.setting import Reader, Setting
from app.intake.cells.texts import plain_reader, reference_reader, text_reader
from app.intake.workbook import Value


def reader_for(
    kind: Kind,
    column: Sequence[Value],
    *,
    today: date,
    say: Translator,
    synonyms: Mapping[str, tuple[str, ...]] | None = None,
) -> Reader:
    """What reads the cells of one column as values of `kind`. It remembers each value it has read.

    `column` are all raw values of the column's data rows: what one cell means may depend on the others. `synonyms` are other words
    for options, by code. Notes are said in the language of `say`; doubts are msgids. A value beside a doubt is what the cell comes
    to if the officer takes it as it stands.
    """
    setting = Setting(today, say, column, synonyms)
    match kind:
        case Date():
            return day_reader(kind, setting)
        case Moment():
            return moment_reader(kind, setting)
        case BirthDate():
            return birth_reader(kind, setting)
        case Year():
            return year_reader(kind, setting)
        case Integer():
            return figure_reader(kind, setting)
        case YesNo():
            return mark_reader(kind, setting)
        case Choice():
            return choice_reader(kind, setting)
        case PersonName():
            return name_reader(kind, setting)
        case Phone():
            return phone_reader(kind, setting)
        case LastDigits():
            return id_reader(kind, setting)
        case Hour():
            return hour_reader(kind, setting)
        case Text() | LongText():
            return text_reader(kind, setting)
        case Reference():
            return reference_reader(setting)
        case _:
            return plain_reader(kind, setting)


__all__ = ["Reader", "id_number", "masked", "masked_cell", "reader_for", "reads_both_ways"]
