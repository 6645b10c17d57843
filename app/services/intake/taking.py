"""Taking in what a preview showed: one transaction, one batch, undone whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.data.undo import Undone
from app.services.context import Context
from app.services.intake import memory
from app.services.intake.completing import completed
from app.services.intake.drafts import Draft, Link, Making
from app.services.intake.preview import look_over
from app.services.intake.recipe import Recipe
from app.services.intake.views import AS_FOUND, Preview

TAKING = N_("Recording the rows")
_AT_ONCE = 200
"""Rows that go into the journal together; work can be stopped between them."""
_PREFIX = "intake:batch:"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was recorded. `batch` names it for `undo`; `created` are (type, name) of what was made beside the rows."""

    batch: str
    new: int
    created: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import of this laptop: the workbook's name, when, how many rows were new, whether it was undone."""

    batch: str
    name: str
    at: datetime
    new: int
    undone: bool


def take_in(ctx: Context, preview: Preview, progress: Progress = SILENT) -> Taken:
    """Record every row that is new, with what it refers to, as one batch.

    All or nothing: stopped or failed, nothing is left. When something was recorded since the preview was made, rows are judged
    again first, so that nothing comes in twice. Raises `UserError` "intake.nothing_new".
    """
    with ctx.store.transaction():
        with ctx.store.reader() as reader:
            moved = sum(reader.change_set_counts().values()) != preview.seen
        if moved:
            preview = look_over(ctx, preview.opened, preview.wanted, preview.edits, progress)
        fresh = [row.draft for row in preview.rows if row.verdict == "new" and row.draft is not None]
        if not fresh:
            raise UserError("intake.nothing_new", N_("There is no new row to be recorded."))
        batch = ctx.store.new_batch()
        _write(ctx, preview, batch, len(fresh), progress)
        _remember(ctx, preview)
        about = {"name": preview.opened.name, "at": ctx.clock.now().isoformat(timespec="seconds"), "new": len(fresh)}
        ctx.store.local.put(_PREFIX + batch, about)
    return Taken(batch, len(fresh), preview.created)


def _write(ctx: Context, preview: Preview, batch: str, total: int, progress: Progress) -> None:
    ids: dict[Link, str] = {}
    complete = partial(completed, ctx)
    done = 0
    by_type: dict[str, list[Draft]] = {}
    types = {found.key: preview.wanted.get(found.key, AS_FOUND).type_code or found.type_code for found in preview.opened.tables}
    for row in preview.rows:
        if row.verdict == "new" and row.draft is not None:
            by_type.setdefault(types[row.key], []).append(row.draft)
    for type_code, drafts in sorted(by_type.items(), key=lambda item: not preview.recipes[item[0]].goes_first):
        recipe: Recipe = preview.recipes[type_code]
        for start in range(0, len(drafts), _AT_ONCE):
            progress.step(done, total, TAKING)
            with ctx.store.change(ctx.user.id, "intake", batch=batch) as change:
                making = Making(change, ids, complete)
                for draft in drafts[start : start + _AT_ONCE]:
                    recipe.write(making, draft)
                    done += 1
        with ctx.store.change(ctx.user.id, "intake", batch=batch) as change:
            recipe.finish(Making(change, ids, complete), drafts)
    progress.step(total, total, TAKING)


def _remember(ctx: Context, preview: Preview) -> None:
    for found in preview.opened.tables:
        wanted = preview.wanted.get(found.key)
        if wanted and wanted.taken and wanted.targets:
            memory.remember(ctx, found, wanted.targets)


def undo(ctx: Context, batch: str, progress: Progress = SILENT) -> Undone:
    """Take back a whole import. What somebody has changed since then is left and told.

    Raises `UserError` "intake.no_batch" for an import that this laptop does not know, "intake.undone" for one undone before.
    """
    with ctx.store.transaction():
        about: Mapping[str, Any] | None = ctx.store.local.get(_PREFIX + batch)
        if not about:
            raise UserError("intake.no_batch", N_("This import is not known on this laptop, so it cannot be undone here."))
        if about.get("undone"):
            raise UserError("intake.undone", N_("The import of {name} was undone already."), name=about["name"])
        undone = ctx.store.undo_batch(ctx.user.id, batch, progress=progress)
        ctx.store.local.put(_PREFIX + batch, {**about, "undone": True})
    return undone


def past(ctx: Context) -> tuple[PastImport, ...]:
    """Imports of this laptop, the newest first."""
    with ctx.store.reader() as reader:
        kept = reader.local_values(_PREFIX)
    found = [
        PastImport(
            key.removeprefix(_PREFIX), about["name"], datetime.fromisoformat(about["at"]), about["new"], bool(about.get("undone"))
        )
        for key, about in kept.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.batch), reverse=True))
