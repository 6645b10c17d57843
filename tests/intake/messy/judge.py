"""Compares what the program made of a workbook with what the generator says has to become of it, row by row."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.services.intake.drafts import Link
from app.services.intake.views import Judged, Preview
from tests.intake.messy.plan import Expected, Made
from tests.intake.messy.recount import plain


def differences(made: Made, preview: Preview, *, loose: bool = False) -> list[str]:
    """Every disagreement, in words. `loose` forgives case, which a sheet in capitals of an old font does not tell."""
    found: list[str] = []
    judged = {(row.sheet, row.number): row for row in preview.rows}
    if len(judged) != len(preview.rows):
        found.append("a row was judged twice")
    expected = {(row.sheet, row.number): row for row in made.rows}
    found += [
        f"{sheet}!{number} was not read: {expected[sheet, number].shown}" for sheet, number in expected.keys() - judged.keys()
    ]
    found += [f"{sheet}!{number} was read, which is below or above the table" for sheet, number in judged.keys() - expected.keys()]
    for key in sorted(expected.keys() & judged.keys()):
        found += _row(expected[key], judged[key], loose=loose)
    counted = {verdict: preview.count(verdict) for verdict in ("new", "duplicate", "review", "left_out")}
    if sum(counted.values()) != len(made.rows):
        found.append(f"{counted} do not add up to {len(made.rows)} rows")
    return found


def _row(expected: Expected, judged: Judged, *, loose: bool) -> Iterable[str]:
    where = f"{expected.sheet}!{expected.number} [{expected.shown}]"
    if judged.verdict not in expected.verdicts:
        yield f"{where}: {judged.verdict} ({judged.reason}, {judged.target}), expected {' or '.join(sorted(expected.verdicts))}"
        return
    if expected.reason and judged.verdict != "new" and judged.reason != expected.reason:
        yield f"{where}: {judged.verdict} because of {judged.reason}, expected {expected.reason}"
    said = everything_of(judged)
    for word in expected.absent:
        if word in said:
            yield f"{where}: {word} was kept"
    if judged.verdict != "new":
        return
    for target, value in expected.values.items():
        got = judged.values.get(target)
        if not _same(got, value, loose=loose):
            yield f"{where}: {target} is {got!r}, expected {value!r}"
    for word in expected.words:
        if not holds(said, word):
            yield f"{where}: {word!r} is not in {said!r}"


def everything_of(judged: Judged) -> str:
    """All that a row says, with what it refers to and what is made beside it, as one text; nothing of rows left out."""
    draft = judged.draft
    return "" if draft is None else "\n".join([*_said(draft.values), *draft.notes, *_said([values for _, values in draft.also])])


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, Link):
        yield value.name
        yield from _said(value.values)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _said(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _said(one)
    elif value is not None:
        yield str(value)


def holds(said: str, word: str) -> bool:
    """Whether words are found in a text, whatever their white space and case; digits also with other signs between them."""
    whole, wanted = plain(said), plain(word)
    if wanted in whole:
        return True
    digits = "".join(letter for letter in wanted if letter.isdigit())
    return len(digits) >= 6 and digits in "".join(letter for letter in whole if letter.isdigit())


def _same(got: Any, value: Any, *, loose: bool) -> bool:
    if isinstance(value, str) and isinstance(got, str):
        got, value = " ".join(got.split()), " ".join(value.split())
        return got.casefold() == value.casefold() if loose else got.strip(".") == value.strip(".")
    return bool(got == value) and isinstance(got, bool) == isinstance(value, bool)
