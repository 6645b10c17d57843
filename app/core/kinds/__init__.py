"""Field kinds: how one value is typed, checked, shown, kept and sorted.

Lives here: one small class a kind of value, over plain text and dates. Does not live here: which fields
exist (`app.records`), whether a field is required (`app.services`), the editors people type into
(`app.ui`).
"""

from app.core.kinds.base import Kind, Say
from app.core.kinds.births import Birth, BirthDate, birth_year
from app.core.kinds.choices import Choice, Reference, YesNo
from app.core.kinds.contents import Contents
from app.core.kinds.dates import Date, Moment
from app.core.kinds.figures import Figures
from app.core.kinds.hours import Hour
from app.core.kinds.id_numbers import IdMark, LastDigits
from app.core.kinds.numbers import Integer, Money, Year
from app.core.kinds.sealed import Sealed
from app.core.kinds.words import LongText, PersonName, Phone, Text

__all__ = [
    "Birth",
    "BirthDate",
    "Choice",
    "Contents",
    "Date",
    "Figures",
    "Hour",
    "IdMark",
    "Integer",
    "Kind",
    "LastDigits",
    "LongText",
    "Moment",
    "Money",
    "PersonName",
    "Phone",
    "Reference",
    "Say",
    "Sealed",
    "Text",
    "Year",
    "YesNo",
    "birth_year",
]
