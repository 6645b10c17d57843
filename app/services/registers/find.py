"""Finding: suggestions while a reference is typed, and search over everything."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.text import fold, nfc
from app.data.reader import Reader
from app.services.context import Context
from app.services.registers.wording import cell, reference_titles, title


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record that may be meant: its id, its name, and what tells it from others of that name."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Found:
    """A record found by its words: the name of its register in `detail`, what tells it from others of its name in `rest`."""

    type_code: str
    id: str
    title: str
    detail: str
    rest: str = ""


def suggest(ctx: Context, type_code: str, typed: str, limit: int = 20) -> tuple[Suggestion, ...]:
    """Records whose words begin with what was typed; without anything typed, the most recent ones.

    Those that match with their marks come first.
    """
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        if fold(typed):
            ids = [hit.id for hit in reader.search(typed, types=(type_code,), limit=limit * 3)]
        else:
            ids = [r.id for r in reader.window(type_code, order=declared.sort, limit=limit)]
        pairs = _titled(ctx, reader, type_code, ids)
    ranked = sorted(pairs, key=lambda pair: not _exact(typed, pair[1]))
    return tuple(Suggestion(i, name, detail) for i, name, detail in ranked[:limit])


def search(ctx: Context, typed: str, limit: int = 100, types: Sequence[str] = ()) -> tuple[Found, ...]:
    """Everything that matches, in every register; matches with their marks first. "giang a" finds "Giàng A …"."""
    found: list[Found] = []
    with ctx.store.reader() as reader:
        by_type: dict[str, list[str]] = {}
        for hit in reader.search(typed, types=types, limit=limit):
            by_type.setdefault(hit.type, []).append(hit.id)
        for code, ids in by_type.items():
            plural = ctx.say(ctx.store.registry.get(code).plural)
            found += [Found(code, i, name, plural, rest) for i, name, rest in _titled(ctx, reader, code, ids)]
    return tuple(sorted(found, key=lambda item: not _exact(typed, item.title)))


def _titled(ctx: Context, reader: Reader, type_code: str, ids: Sequence[str]) -> list[tuple[str, str, str]]:
    declared = ctx.store.registry.get(type_code)
    views = reader.get_many(type_code, ids)
    records = [views[i] for i in ids if i in views]
    references = reference_titles(ctx, reader, declared, records, declared.fields)
    telling = tuple(n for n in declared.columns if not declared.fields[n].kind.numeric)
    titled = []
    for record in records:
        name = title(ctx, declared, record.values, references)
        rest = (cell(ctx, declared, n, record.values[n], references) for n in telling)
        titled.append((record.id, name, " · ".join(part for part in rest if part and part not in name)))
    return titled


def _exact(typed: str, text: str) -> bool:
    return nfc(typed).strip().lower() in nfc(text).lower()
