"""A workbook that is being mended: the officer's choices and corrections, kept so that a power cut does not take them.

They stand in the encrypted database of this laptop, by officer and by what the file holds, and are never sent. Kept is what the
officer chose and typed, by the numbers of rows and columns: no other cell, nothing that says who told something, nothing of a
column that may not be kept. What was left lying for a month is dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any

from app.records.sheets.shape import INFORMANT, NEVER
from app.services.context import Context
from app.services.intake.targets import targets
from app.services.intake.views import AS_FOUND, KEPT_AS_NOTE, PASSED, Edit, Opened, RowKey, Wanted

_PREFIX = "intake:unfinished"
_LONGEST = timedelta(days=30)
_NO_FIELD = (KEPT_AS_NOTE, PASSED)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was chosen and corrected in a workbook. `types` are the registers its tables were read as, by key of the table."""

    wanted: Mapping[str, Wanted]
    edits: Mapping[RowKey, Edit]
    types: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many places were mended: rows, columns, and texts for a whole table."""
        return len(self.edits) + sum(max(1, len(one.targets) + len(one.common)) for one in self.wanted.values())


def digest_of(path: Path) -> str:
    """What names a file by its bytes, wherever it lies and whatever it is called. Raises `OSError`."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def keep(ctx: Context, digest: str, opened: Opened, wanted: Mapping[str, Wanted], edits: Mapping[RowKey, Edit]) -> None:
    """Keep this over what was kept of the file before; nothing is kept when nothing was chosen or corrected."""
    _drop_old(ctx)
    types = {found.key: wanted.get(found.key, AS_FOUND).type_code or found.type_code for found in opened.tables}
    never = {(found.key, column.place) for found in opened.tables for column in found.columns if column.target == NEVER}
    tables = {
        key: {
            "taken": one.taken,
            "type": one.type_code,
            "targets": [[place, target] for place, target in one.targets.items() if (key, place) not in never],
            "common": _open_texts(one.common),
            "encoding": one.encoding,
        }
        for key, one in wanted.items()
        if one != AS_FOUND
    }
    rows = [[*key, _open_texts(edit.texts), edit.as_it_is, edit.left_out, edit.as_row] for key, edit in edits.items()]
    content = {"at": ctx.clock.now().isoformat(timespec="seconds"), "types": types, "tables": tables, "rows": rows}
    ctx.store.local.put(_key(ctx, digest), content if tables or rows else None)


def find(ctx: Context, digest: str) -> Unfinished | None:
    """What the officer at work left of the file with these bytes, if anything."""
    content: Any = ctx.store.local.get(_key(ctx, digest))
    if not content:
        return None
    wanted = {
        key: Wanted(one["taken"], one["type"], {place: target for place, target in one["targets"]}, one["common"], one["encoding"])
        for key, one in content["tables"].items()
    }
    edits = {(key, number): Edit(texts, *flags) for key, number, texts, *flags in content["rows"]}
    return Unfinished(wanted, edits, content["types"])


def fitting(ctx: Context, kept: Unfinished, opened: Opened) -> Unfinished:
    """As much of it as has a place in the workbook as it is read now: tables of the same register, fields that there still are."""
    read_as = {found.key: kept.wanted.get(found.key, AS_FOUND).type_code or found.type_code for found in opened.tables}
    fields = {
        key: {target.name for target in targets(ctx, type_code)}
        for key, type_code in read_as.items()
        if kept.types.get(key) == type_code
    }
    wanted = {key: _wanted(one, fields[key]) for key, one in kept.wanted.items() if key in fields}
    edits = {key: replace(one, texts=_known(one.texts, fields[key[0]])) for key, one in kept.edits.items() if key[0] in fields}
    return Unfinished(wanted, {key: one for key, one in edits.items() if one != Edit()}, {key: read_as[key] for key in fields})


def drop(ctx: Context, digest: str) -> None:
    """Forget it: the rows were recorded, or the officer gave it up."""
    if ctx.store.local.get(_key(ctx, digest)):
        ctx.store.local.put(_key(ctx, digest), None)


def _wanted(one: Wanted, fields: set[str]) -> Wanted:
    columns = {place: target for place, target in one.targets.items() if target in fields or target in _NO_FIELD}
    return replace(one, targets=columns, common=_known(one.common, fields))


def _known(texts: Mapping[str, str], fields: set[str]) -> dict[str, str]:
    return {target: text for target, text in texts.items() if target in fields}


def _open_texts(texts: Mapping[str, str]) -> dict[str, str]:
    return {target: text for target, text in texts.items() if not target.startswith(INFORMANT)}


def _drop_old(ctx: Context) -> None:
    with ctx.store.reader() as reader:
        kept = reader.local_values(f"{_PREFIX}:")
    oldest = ctx.clock.now() - _LONGEST
    for key, content in kept.items():
        if datetime.fromisoformat(content["at"]) < oldest:
            ctx.store.local.put(key, None)


def _key(ctx: Context, digest: str) -> str:
    return f"{_PREFIX}:{ctx.user.id}:{digest}"
