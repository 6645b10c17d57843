"""What the home page says, read at once: what is due, what was sent and reported, what is half typed, how much is in the books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.services import carry, drafts, due
from app.services.context import Context
from app.services.hand_figures import SHEET, sheet_of
from app.services.registers.wording import titles_of
from app.statistics.periods import Period, PeriodKind, title

_REPORTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class LastReport:
    """A report that was made: its period in words, and the day."""

    period: str
    made_on: date


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A half-typed form. `record_id` is empty for a new record; `title` names the record or its register.

    `type_code` is `SHEET` for a sheet of figures given by hand.
    """

    slot: str
    type_code: str
    record_id: str
    title: str
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """`counts` are standing records by type; `last_sent` and `last_received` ISO local times or `None`."""

    due: tuple[due.Group, ...]
    unsent: int
    conflicts: int
    enrolled: bool
    last_sent: str | None
    last_received: str | None
    reports: tuple[LastReport, ...]
    drafts: tuple[OpenDraft, ...]
    counts: Mapping[str, int]


def today(ctx: Context, books: Sequence[str]) -> Today:
    """Everything the page shows, with counts of these registers."""
    status = carry.status(ctx)
    with ctx.store.reader() as reader:
        counts = {code: reader.count(code) for code in books}
    return Today(
        due=due.everything(ctx),
        unsent=status.unsent,
        conflicts=status.conflicts,
        enrolled=status.enrolled,
        last_sent=status.last_sent,
        last_received=status.last_received,
        reports=last_reports(ctx),
        drafts=open_drafts(ctx),
        counts=counts,
    )


def last_reports(ctx: Context) -> tuple[LastReport, ...]:
    """The latest reports made, one a period."""
    with ctx.store.reader() as reader:
        records = reader.window("made_report", order=("made_on", "desc"), limit=_REPORTS_SHOWN * 4)
    latest: dict[Period, date] = {}
    for record in records:
        values = record.values
        period = Period(PeriodKind(values["kind"]), date.fromisoformat(values["from_on"]), date.fromisoformat(values["to_on"]))
        latest.setdefault(period, date.fromisoformat(values["made_on"]))
    named = ((title(period, ctx.say), day) for period, day in latest.items())
    return tuple(LastReport(words[:1].upper() + words[1:], day) for words, day in named)[:_REPORTS_SHOWN]


def open_drafts(ctx: Context) -> tuple[OpenDraft, ...]:
    """What the officer at work left half typed in registers that this program knows, the latest first."""
    found = []
    registry = ctx.store.registry
    with ctx.store.reader() as reader:
        for draft in drafts.kept(ctx):
            type_code, _, record = draft.slot.partition(":")
            if type_code == SHEET:
                name = ctx.say(registry.get("hand_figure").plural)
                found.append(OpenDraft(draft.slot, SHEET, "", f"{name}: {sheet_of(draft.slot)[0]}", draft.kept_at))
                continue
            if not registry.knows(type_code):
                continue
            record_id = "" if record.startswith("new:") else record
            name = ctx.say(registry.get(type_code).title)
            if record_id:
                name = f"{name}: {titles_of(ctx, reader, type_code, (record_id,))[record_id]}"
            found.append(OpenDraft(draft.slot, type_code, record_id, name, draft.kept_at))
    return tuple(found)
