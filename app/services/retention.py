"""Records whose time is over: what is due for deletion, and deleting it for good, which the commander confirms and nothing undoes.

By Luật 91/2025/QH15 personal data is kept no longer than its purpose needs. What remains is that so many records of a register were
deleted, on a day, by whose word; never whose records they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.core.errors import UserError
from app.core.i18n import N_
from app.data.conditions import AllOf, Between, OneOf
from app.data.reader import Reader
from app.data.views import RecordView
from app.services import attachments
from app.services.context import Context
from app.services.drafts import drop_of_record
from app.services.registers.origin import own_records
from app.services.registers.wording import shown, titles_of

TERMS: Mapping[str, tuple[str, str]] = {"reintegration": ("keep_until", "ended_on")}
"""By record type: the field that says until when a record is kept, and the one that says when its purpose ended."""

_MOST = 1000


@dataclass(frozen=True, slots=True)
class Overdue:
    """A record whose time is over. `ended` is empty while its purpose goes on: then its term is to be put off, or it is to end."""

    type_code: str
    id: str
    title: str
    keep_until: str
    ended: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class PastDeletion:
    """What was deleted before: day, register, how many, by whose word; all in words."""

    deleted_on: str
    register: str
    records: int
    confirmed_by: str


def overdue(ctx: Context) -> tuple[Overdue, ...]:
    """Everything due for deletion, what lies in the recycle bin included, the longest overdue first."""
    found: list[Overdue] = []
    with ctx.store.reader() as reader:
        for code, (term, ended) in TERMS.items():
            views = _due(ctx, reader, code)
            titles = titles_of(ctx, reader, code, [view.id for view in views])
            fields = ctx.store.registry.get(code).fields
            for view in views:
                until, over = (shown(ctx, fields[name].kind, view.values[name]) for name in (term, ended))
                found.append(Overdue(code, view.id, titles[view.id], until, over, not view.alive))
    return tuple(found)


def past_deletions(ctx: Context) -> tuple[PastDeletion, ...]:
    """What was deleted by term before, the newest first."""
    fields = ctx.store.registry.get("deletion").fields
    with ctx.store.reader() as reader:
        views = reader.window("deletion", order=("deleted_on", "desc"), limit=_MOST)
    return tuple(
        PastDeletion(
            shown(ctx, fields["deleted_on"].kind, view.values["deleted_on"]),
            shown(ctx, fields["register"].kind, view.values["register"]),
            int(view.values["records"] or 0),
            str(view.values["confirmed_by"] or ""),
        )
        for view in views
    )


def delete_for_good(ctx: Context, type_code: str, ids: Sequence[str]) -> int:
    """Remove these records, what belongs to them and their history, and write down that so many were removed. Returns how many.

    Raises `UserError` "retention.commander" for anybody but the commander, "retention.not_due" when one of them is not due or the
    purpose it is kept for still goes on; nothing is then removed.
    """
    if not ctx.user.is_commander:
        raise UserError("retention.commander", N_("Only the commander confirms that records are deleted for good."))
    declared = ctx.store.registry.get(type_code)
    ended = TERMS[type_code][1]
    with ctx.store.reader() as reader:
        due = {view.id: view for view in _due(ctx, reader, type_code)}
        if any(i not in due or (due[i].alive and not due[i].values[ended]) for i in ids):
            raise UserError("retention.not_due", N_("One of these records is still needed. Open the list again."))
        doomed = [(type_code, i) for i in ids]
        for child in declared.children:
            for alive in (True, False):
                belonging = reader.window(
                    child.type_code,
                    OneOf(child.reference, tuple(ids)),
                    order=(child.reference, "asc"),
                    alive=alive,
                    limit=_MOST,
                )
                doomed += [(child.type_code, view.id) for view in belonging]
        # What was written into a closed book late names the record in words.
        named = OneOf("record_id", tuple(record for _, record in doomed))
        late = reader.window("late_entry", named, order=("written_on", "asc"), limit=_MOST)
        doomed += [("late_entry", view.id) for view in late]
    if not ids:
        return 0
    with ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "retention") as change:
        for code, record_id in doomed:
            change.purge(code, record_id)
            attachments.purge_with(change, reader, code, record_id)
        values = {
            "deleted_on": ctx.clock.today().isoformat(),
            "register": type_code,
            "records": len(ids),
            "confirmed_by": ctx.user.name,
        }
        change.create("deletion", values)
    for _, record_id in doomed:
        drop_of_record(ctx, record_id)
    return len(ids)


def _due(ctx: Context, reader: Reader, type_code: str) -> list[RecordView]:
    term = TERMS[type_code][0]
    yesterday = ctx.clock.today() - timedelta(days=1)
    over = AllOf((own_records(ctx, reader), Between(term, None, yesterday.isoformat())))
    found = [
        view for alive in (True, False) for view in reader.window(type_code, over, order=(term, "asc"), alive=alive, limit=_MOST)
    ]
    return sorted(found, key=lambda view: str(view.values[term]))
