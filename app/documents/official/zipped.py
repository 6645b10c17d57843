"""Office files are zip archives; the archive itself must not tell hours, and some parts must go."""

import io
import re
import zipfile
from collections.abc import Iterable

_NO_HOUR = (1980, 1, 1, 0, 0, 0)


def rezipped(archive: bytes, *, without: Iterable[str] = ()) -> bytes:
    """The same archive with no hours in it and without some parts and the references to them; equal input gives equal bytes."""
    left_out = set(without)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name in left_out:
                continue
            content = source.read(name)
            if name.endswith(".rels") or name == "[Content_Types].xml":
                content = _without_references(content, left_out)
            entry = zipfile.ZipInfo(name, _NO_HOUR)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()


def _without_references(relations: bytes, left_out: Iterable[str]) -> bytes:
    for name in left_out:
        part = re.escape(name.encode())
        relations = re.sub(rb'<Relationship [^>]*Target="/?' + part + rb'"[^>]*/>', b"", relations)
        relations = re.sub(rb'<Override [^>]*PartName="/' + part + rb'"[^>]*/>', b"", relations)
    return relations
