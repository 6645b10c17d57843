"""The paper sheet of a hamlet: where its scan is kept, and how many had not signed, in numbers by a closed list."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.ids import fixed_id
from app.data.conditions import AllOf, Equals
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers import save
from app.services.registers.wording import shown

COUNTS = ("away", "moved", "not_reached")
"""Why somebody of the hamlet had not signed, in numbers. The fields of a `signing_sheet`."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The sheet of one hamlet in one campaign; `id` is empty while nothing is kept of it. `counts` are as typed."""

    id: str
    counts: Mapping[str, str]


def sheet(ctx: Context, campaign: str, hamlet: str) -> SheetView:
    """The sheet as it stands, perhaps with nothing on it."""
    view = _standing(ctx, campaign, hamlet)
    if view is None:
        return SheetView("", dict.fromkeys(COUNTS, ""))
    fields = ctx.store.registry.get("signing_sheet").fields
    return SheetView(view.id, {name: shown(ctx, fields[name].kind, view.values[name]) for name in COUNTS})


def begin_sheet(ctx: Context, campaign: str, hamlet: str) -> str:
    """Make sure there is a sheet to print, to count on or to attach a scan to; returns its id.

    Its id is fixed by campaign and hamlet, so that two laptops begin the same one.
    """
    standing = _standing(ctx, campaign, hamlet)
    if standing is not None:
        return standing.id
    record_id = fixed_id("signing_sheet", campaign, hamlet)
    with ctx.store.reader() as reader:
        deleted = reader.get("signing_sheet", record_id)
    with ctx.store.change(ctx.user.id, "new") as change:
        if deleted is None:
            change.create("signing_sheet", {"campaign": campaign, "hamlet": hamlet}, id=record_id)
        else:
            change.restore("signing_sheet", record_id)
    return record_id


def save_counts(ctx: Context, campaign: str, hamlet: str, texts: Mapping[str, str]) -> None:
    """Keep how many were away, had moved, were not reached, as typed; nothing is written when that is what stands.

    Raises `InvalidRecord` with a problem beside the number that cannot be read.
    """
    standing = sheet(ctx, campaign, hamlet)
    if all(texts.get(name, "") == standing.counts[name] for name in COUNTS):
        return
    save(ctx, "signing_sheet", begin_sheet(ctx, campaign, hamlet), {name: texts.get(name, "") for name in COUNTS})


def sheets_of(ctx: Context, campaign: str) -> Mapping[str, Mapping[str, int]]:
    """By hamlet, the counts of every sheet of a campaign, for its summary."""
    with ctx.store.reader() as reader:
        found = reader.window("signing_sheet", Equals("campaign", campaign), order=("campaign", "asc"), limit=5000)
    return {view.values["hamlet"]: {name: int(view.values[name] or 0) for name in COUNTS} for view in found}


def _standing(ctx: Context, campaign: str, hamlet: str) -> RecordView | None:
    where = AllOf((Equals("campaign", campaign), Equals("hamlet", hamlet)))
    with ctx.store.reader() as reader:
        found = reader.window("signing_sheet", where, order=("campaign", "asc"), limit=1)
    return found[0] if found else None
