"""What a report says of figures given by hand: which units they are for, and which were left out because of their days."""

from collections.abc import Iterable, Mapping

from app.core.i18n import N_
from app.core.text import fold, short_date
from app.services.context import Context
from app.statistics.by_hand import Given, HandFigure

MARK = "(*)"
"""Stands behind every figure, label or unit that somebody gave by hand."""


def by_hand_notes(ctx: Context, given: Given, before: Given, names: Mapping[str, str]) -> tuple[str, ...]:
    """Sentences to stand under the figures; none where everything was counted from books.

    `before` is of the year before; `names` are the folded names of units that keep a book, with their codes.
    """
    notes = []
    if given.counted:
        sentence = N_("{mark} With figures given by hand for: {units}.")
        notes.append(ctx.say(sentence, mark=MARK, units=", ".join(_names(given.counted))))
    if before.counted:
        sentence = N_("{mark} In the year before, with figures given by hand for: {units}.")
        notes.append(ctx.say(sentence, mark=MARK, units=", ".join(_names(before.counted))))
    own = ctx.store.unit
    twice = [figure for figure in given.counted if figure.unit == own and names.get(fold(figure.name), own) != own]
    if twice:
        sentence = N_(
            "Given by hand for units that send their own figures, and added to them: {units}. Check that nothing counts twice."
        )
        notes.append(ctx.say(sentence, units=", ".join(_names(twice))))
    if given.beyond:
        sentence = N_(
            "Given by hand for days that reach beyond this period, and therefore not counted: {units}. Give them for shorter spans."
        )
        notes.append(ctx.say(sentence, units=", ".join(_spans(given.beyond))))
    return tuple(notes)


def _names(figures: Iterable[HandFigure]) -> list[str]:
    return list(dict.fromkeys(figure.name for figure in figures))


def _spans(figures: Iterable[HandFigure]) -> list[str]:
    return list(dict.fromkeys(f"{each.name} ({short_date(each.start)}–{short_date(each.end)})" for each in figures))
