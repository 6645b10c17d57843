"""Vietnamese text: one spelling, folding for search, order of names, numbers and dates as written on papers.

Lives here: pure functions on text, numbers and dates that know Vietnamese. Does not live here: translation
(`app.core.i18n`), reading what people type into fields (`app.core.kinds`), old eight-bit encodings
(`app.intake`).
"""

from app.core.text.dates import long_date_vi, short_date, short_moment
from app.core.text.folding import fold, nfc
from app.core.text.numbers import decimal_vi, in_words, money_vi, number_vi
from app.core.text.ordering import name_sort_key, text_sort_key

__all__ = [
    "decimal_vi",
    "fold",
    "in_words",
    "long_date_vi",
    "money_vi",
    "name_sort_key",
    "nfc",
    "number_vi",
    "short_date",
    "short_moment",
    "text_sort_key",
]
