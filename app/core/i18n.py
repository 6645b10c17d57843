"""Sentences for people: marked in the code in English, shown in the officer's language.

A sentence is written once, as a whole, with named `{places}`; code never glues sentences from pieces. `N_` marks it where it is
written, a `Translator` turns it into the reader's language where it is shown.
"""

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from app.core.errors import Problem, UserError
from app.core.paths import translations
from app.core.text import short_date, short_moment

DOMAIN = "app"
LANGUAGES = ("vi", "en")
"""Languages with a complete catalogue; the first is what the program starts in."""

_THOUSANDS = {"vi": ".", "en": ","}


class Msgid(str):
    """An English sentence or word that has a translation. As a fact inside another sentence it is translated too."""

    __slots__ = ()


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for it, which its tools look for
    """Mark a sentence for translation and hand it back untranslated."""
    return Msgid(text)


class _Facts(dict[str, object]):
    """Facts of a sentence. A place without a fact stays readable: a message about an error must not become one."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


class Translator:
    """Says sentences in one language: `say(N_("{n} rows were read."), n=12)`.

    Facts are shown as people write them: dates as dd/mm/yyyy, paths as text, marked words translated. Whole numbers stand as
    they are, for a year is one too; the number `plural` counts by is grouped in thousands.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, msgid: str, /, **facts: object) -> str:
        return self._fill(self.text(msgid), facts)

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The sentence for `n` things. `{n}` in it is the number, grouped as in 1.250."""
        counted = f"{n:,}".replace(",", _THOUSANDS.get(self.language, ","))
        pattern = self._catalogue.ngettext(one, many, n)
        if pattern in (one, many):
            # The two sentences were marked one by one, so they stand in the catalogue one by one.
            pattern = self.text(pattern)
        return self._fill(pattern, {"n": counted, **facts})

    def error(self, problem: UserError | Problem) -> str:
        """What to tell the user about an error: what happened and what to do."""
        return self(problem.message, **problem.facts)

    def text(self, msgid: str) -> str:
        """The translation with its `{places}` still open; the msgid itself where there is none."""
        return self._catalogue.gettext(msgid) if msgid else ""

    def in_context(self, context: str, msgid: str) -> str:
        """The translation of a text that means something else elsewhere, such as Qt's own "Form"."""
        return self._catalogue.pgettext(context, msgid)

    def _fill(self, pattern: str, facts: Mapping[str, object]) -> str:
        if not facts:
            return pattern
        return pattern.format_map(_Facts({name: self._fact(value) for name, value in facts.items()}))

    def _fact(self, value: object) -> object:
        if isinstance(value, Msgid):
            return self.text(value)
        if isinstance(value, UserError | Problem):
            return self.error(value)
        if isinstance(value, datetime):
            return short_moment(value)
        if isinstance(value, date):
            return short_date(value)
        return value


def load(language: str, folder: Path | None = None) -> Translator:
    """The translator of "vi" or "en"; any other language, or a catalogue not yet compiled, gives the English msgids.

    `folder` holds `<language>/LC_MESSAGES/app.mo`; by default the program's own `translations`.
    """
    catalogue = gettext.translation(
        DOMAIN, localedir=folder or translations(), languages=[language], fallback=True
    )
    return Translator(language if language in LANGUAGES else "en", catalogue)
