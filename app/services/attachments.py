"""Photographs and scans of a record: attach, look at, rename, take away, let the unit above see.

They stay in the station unless somebody chooses otherwise, one by one, and only for records the unit above sees itself.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.kinds import Contents, Text
from app.core.progress import SILENT, Progress
from app.data.change import Change
from app.data.checks import PARENTLESS
from app.data.conditions import AllOf, Equals
from app.data.declare import SHARED
from app.data.reader import Reader
from app.data.views import RecordView
from app.intake.pictures import read_pictures, smaller
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.origin import own_codes, require_own

OFFERED = frozenset(
    {
        "award",
        "board",
        "campaign",
        "committee",
        "committee_meeting",
        "dispute",
        "hand_in",
        "hot_spot",
        "key_area",
        "meeting",
        "model_site",
        "outreach",
        "plan",
        "safety",
        "signing_sheet",
    }
)
"""Registers whose records show their photographs and scans. None of them is about one person."""

MOST = 60
"""Attachments of one record: more belong into a folder, not into a book that is carried on a stick."""
_OWN, _SHARED = "attachment", "shared_attachment"


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment as it is shown. `kind` is "photo" or "scan", `size` counts bytes of all `pages`.

    `shared` tells whether the unit above sees it too, `own` whether this unit attached it; `here` is false while its pictures have
    not come to this laptop.
    """

    id: str
    title: str
    kind: str
    pages: int
    size: int
    shared: bool
    own: bool
    here: bool


def attach(ctx: Context, type_code: str, record_id: str, path: Path, progress: Progress = SILENT) -> Attached:
    """Make a file's pictures anew and keep them with the record. A file that is attached already is returned as it is.

    Raises `UserError` as `read_pictures` does, "record.none", "record.foreign", "attachment.too_many".
    """
    require_own(ctx, type_code, record_id)
    pages = read_pictures(path, progress)
    present = of(ctx, type_code, record_id)
    if len(present) >= MOST:
        sentence = N_("This record has {most} photographs and scans already. Delete some before you add more.")
        raise UserError("attachment.too_many", sentence, most=MOST)
    with ctx.store.transaction(), ctx.store.change(ctx.user.id, "new") as change:
        contents = tuple(change.keep(page) for page in pages.pictures)
        values = {
            "about_type": type_code,
            "about": record_id,
            "title": _title(ctx, path.stem) or ctx.say(N_("Photograph")),
            "kind": "scan" if pages.scan else "photo",
            "contents": Contents().dump(contents),
            "size": sum(map(len, pages.pictures)),
        }
        with ctx.store.reader() as reader:
            _standing(reader, type_code, record_id)
            again = [each for each in _about(reader, _OWN, type_code, record_id) if each.values["contents"] == values["contents"]]
        made = again[0].id if again else change.create(_OWN, values)
    return next(each for each in of(ctx, type_code, record_id) if each.id == made)


def of(ctx: Context, type_code: str, record_id: str) -> tuple[Attached, ...]:
    """What is attached to a record, the oldest first. At the unit above, what the station chose to show."""
    with ctx.store.reader() as reader:
        own = _about(reader, _OWN, type_code, record_id)
        shared = {view.id: view for view in _about(reader, _SHARED, type_code, record_id)}
        here = reader.contents_here(name for view in (*own, *shared.values()) for name in _names(view.values))
        units = own_codes(ctx, reader)
    mine = [_attached(view, units, here, shared=shared.pop(_sibling(view.id), None) is not None) for view in own]
    return (*mine, *(_attached(view, units, here, shared=True) for view in shared.values()))


def content(ctx: Context, attachment_id: str, page: int = 0) -> bytes:
    """One page as JPEG. Raises `UserError` "attachment.none", "attachment.not_here"."""
    with ctx.store.reader() as reader:
        names = _names(_found(reader, attachment_id).values)
        data = reader.content(names[page]) if page < len(names) else None
    if data is None:
        raise UserError("attachment.not_here", N_("This picture has not come to this laptop yet."))
    return data


def thumbnail(ctx: Context, attachment_id: str, side: int) -> bytes:
    """The first page, small, as JPEG. Raises as `content` does."""
    return smaller(content(ctx, attachment_id), side)


def rename(ctx: Context, attachment_id: str, title: str) -> None:
    """Give an attachment another title, for the unit above too if it sees it. An empty one changes nothing.

    Raises `UserError` "book.closed" for what stands in a closed book.
    """
    wanted = _title(ctx, title)
    _require_open(ctx, attachment_id)
    with ctx.store.transaction(), ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "edit") as change:
        view = _own(ctx, reader, attachment_id)
        if wanted and wanted != view.values["title"]:
            change.update(_OWN, view.id, {"title": wanted})
            if _is_shared(reader, view.id):
                change.update(_SHARED, _sibling(view.id), {"title": wanted})


def detach(ctx: Context, attachment_id: str) -> None:
    """Put an attachment into the recycle bin; the unit above then sees it no more. `reattach` undoes it for the station.

    Raises `UserError` "book.closed" for what stands in a closed book: a scan may still be added to it, but none goes.
    """
    _require_open(ctx, attachment_id)
    with ctx.store.transaction(), ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "delete") as change:
        view = _own(ctx, reader, attachment_id)
        change.delete(_OWN, view.id)
        if _is_shared(reader, view.id):
            change.delete(_SHARED, _sibling(view.id))


def _require_open(ctx: Context, attachment_id: str) -> None:
    with ctx.store.reader() as reader:
        view = _own(ctx, reader, attachment_id)
    require_untouched(ctx, str(view.values["about_type"]), [str(view.values["about"])])


def reattach(ctx: Context, attachment_id: str) -> None:
    """Take an attachment out of the recycle bin. Whether the unit above is to see it has to be chosen again."""
    require_own(ctx, _OWN, attachment_id)
    with ctx.store.change(ctx.user.id, "restore") as change:
        change.restore(_OWN, attachment_id)


def may_share(ctx: Context, type_code: str) -> bool:
    """Whether attachments of this register may be shown to the unit above at all: never of people, or of what people told."""
    return type_code not in PARENTLESS and ctx.store.registry.get(type_code).life_stream == SHARED


def share(ctx: Context, attachment_id: str) -> None:
    """Let the unit above see an attachment. Raises `UserError` "attachment.private" where that must never be."""
    with ctx.store.transaction(), ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "edit") as change:
        view = _own(ctx, reader, attachment_id)
        if not may_share(ctx, str(view.values["about_type"])):
            raise UserError("attachment.private", N_("Pictures of this register never leave the station."))
        before = reader.get(_SHARED, _sibling(view.id))
        if before is None:
            change.create(_SHARED, view.values, _sibling(view.id))
        elif not before.alive:
            change.restore(_SHARED, before.id)
            change.update(_SHARED, before.id, {"title": view.values["title"]})


def unshare(ctx: Context, attachment_id: str) -> None:
    """Show an attachment to the unit above no more; what was sent already is taken back with the next package."""
    with ctx.store.transaction(), ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "edit") as change:
        _own(ctx, reader, attachment_id)
        if _is_shared(reader, attachment_id):
            change.delete(_SHARED, _sibling(attachment_id))


def purge_with(change: Change, reader: Reader, type_code: str, record_id: str) -> None:
    """Within a change that removes a record for good: remove its photographs and scans too, deleted ones and contents included."""
    for code in (_OWN, _SHARED):
        for alive in (True, False):
            for view in _about(reader, code, type_code, record_id, alive=alive):
                change.purge(code, view.id)


def move_with(change: Change, reader: Reader, type_code: str, record_id: str, to: str) -> None:
    """Within a change that lets another record stand for this one: its photographs and scans go over to that one."""
    for code in (_OWN, _SHARED):
        for view in _about(reader, code, type_code, record_id):
            change.update(code, view.id, {"about": to})


def _about(reader: Reader, code: str, type_code: str, record_id: str, *, alive: bool = True) -> list[RecordView]:
    where = AllOf((Equals("about", record_id), Equals("about_type", type_code)))
    return reader.window(code, where, order=("created", "asc"), alive=alive)


def _attached(view: RecordView, units: Collection[str], here: frozenset[str], *, shared: bool) -> Attached:
    names = _names(view.values)
    return Attached(
        view.id,
        str(view.values["title"] or ""),
        str(view.values["kind"] or "photo"),
        len(names),
        int(view.values["size"] or 0),
        shared,
        view.type == _OWN and view.unit in units,
        here >= set(names),
    )


def _names(values: Mapping[str, Any]) -> tuple[str, ...]:
    return Contents().load(values["contents"]) if values["contents"] else ()


def _title(ctx: Context, text: str) -> str:
    return str(Text(max_length=200).parse(text[:200], ctx.clock.today()) or "")


def _standing(reader: Reader, type_code: str, record_id: str) -> None:
    record = reader.get(type_code, record_id)
    if record is None or not record.alive:
        raise UserError("record.none", N_("This record is not here. It may not have been received yet."))


def _found(reader: Reader, attachment_id: str) -> RecordView:
    for code in (_OWN, _SHARED):
        view = reader.get(code, attachment_id)
        if view is not None:
            return view
    raise UserError("attachment.none", N_("This picture is not here any more."))


def _own(ctx: Context, reader: Reader, attachment_id: str) -> RecordView:
    """One that this unit attached itself and that stands."""
    require_own(ctx, _OWN, attachment_id)
    view = _found(reader, attachment_id)
    if view.type != _OWN or not view.alive:
        raise UserError("attachment.none", N_("This picture is not here any more."))
    return view


def _sibling(attachment_id: str) -> str:
    """The id of what the unit above sees of it: the same on every laptop, so that choosing twice is choosing once."""
    return fixed_id(_SHARED, attachment_id)


def _is_shared(reader: Reader, attachment_id: str) -> bool:
    view = reader.get(_SHARED, _sibling(attachment_id))
    return view is not None and view.alive
