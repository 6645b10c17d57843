"""Everything a data folder holds, as text: what a search for words that must not be there looks through."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.data.declare import STREAMS
from app.data.engine import FILE_NAME
from app.services.context import Context
from tests.data.conftest import KEY


def standing(ctx: Context) -> dict[str, list[tuple[Any, ...]]]:
    """Every standing record with all its values, by type: what the book says, without how it came to say it."""
    with ctx.store.reader() as reader:
        return {kind.code: sorted(reader.columns(kind.code, tuple(kind.fields)), key=str) for kind in ctx.store.registry.all()}


def everything(ctx: Context, key: bytes = KEY) -> str:
    """Every table of the opened database, every operation of its journal unpacked, and the bytes of every file of the folder."""
    with ctx.store.reader() as reader:
        parts = [repr(reader.dump())]
        parts += [repr(sealed.operation) for change in reader.change_sets(STREAMS, {}) for sealed in change.operations()]
        parts += [f"{name}: {reader.local(name)!r}" for name in reader.local_keys("")]
    parts += _tables(ctx.folder / FILE_NAME, key)
    parts += [file.read_bytes().decode("utf-8", "replace") for file in ctx.folder.rglob("*") if file.is_file()]
    return "\n".join(parts)


def _tables(path: Path, key: bytes) -> Iterator[str]:
    database = sqlite.connect(path)
    database.text_factory = lambda content: content.decode("utf-8", "replace")
    database.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        for row in database.execute(f'SELECT * FROM "{name}"'):
            yield "\t".join(_text(value) for value in row)
    database.close()


def _text(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    try:
        return zlib.decompress(value).decode("utf-8", "replace")
    except zlib.error:
        return value.decode("utf-8", "replace")
