"""What became of printed sheets, and the stock of blanks as it follows from them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.data.conditions import AllOf, Equals, OneOf, Sum
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.awards.decisions import every, text_of
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.origin import own_records, require_own

_MOST = 500


class Standing(Enum):
    """How the certificate of one of the awarded stands."""

    UNKNOWN = "unknown"
    """No sheet was written down: it may have been printed by other means."""
    PRINTED = "printed"
    HANDED = "handed"
    SPOILED = "spoiled"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Certified:
    """The standing of an awardee's certificate, by the newest sheet that is not spoiled. `reason` is known in the station only."""

    standing: Standing
    sheets: int = 0
    recalled_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stock:
    """Blanks (phôi): how many came (nhập), were printed and are good (dùng), are spoiled (hỏng), went to others, are left (còn).

    `left` is below zero where more was printed than was ever written down as received.
    """

    received: int
    used: int
    spoiled: int
    given: int

    @property
    def left(self) -> int:
        return self.received - self.used - self.spoiled - self.given


def standing_of(ctx: Context, awardee_id: str) -> Certified:
    """Whether a certificate holds: a recalled one does not, unless another sheet was printed for the same award afterwards."""
    with ctx.store.reader() as reader:
        return certified(sheets_of(reader, [awardee_id]).get(awardee_id, []))


def certified(sheets: Iterable[RecordView]) -> Certified:
    """The standing that follows from an awardee's sheets, the oldest first."""
    found = list(sheets)
    if not found:
        return Certified(Standing.UNKNOWN)
    good = [sheet for sheet in found if sheet.values["state"] != Standing.SPOILED.value]
    if not good:
        return Certified(Standing.SPOILED, len(found))
    last = good[-1]
    standing = Standing(last.values["state"] or Standing.PRINTED.value)
    day = text_of(last, "recalled_on")
    if standing is not Standing.RECALLED:
        return Certified(standing, len(found))
    return Certified(standing, len(found), date.fromisoformat(day) if day else None, text_of(last, "reason"))


def sheets_of(reader: Reader, awardees: Collection[str]) -> dict[str, list[RecordView]]:
    """The sheets of these awardees by awardee, the oldest first."""
    ids, found = list(awardees), dict[str, list[RecordView]]()
    for begin in range(0, len(ids), _MOST):
        part = tuple(ids[begin : begin + _MOST])
        for sheet in every(reader, "award_sheet", OneOf("awardee", part), order=("printed_on", "asc")):
            found.setdefault(str(sheet.values["awardee"]), []).append(sheet)
    return found


def note_printed(ctx: Context, awardees: Collection[str], *, on_blank: bool) -> str:
    """Write down that a sheet was printed today for each of these, as one batch; returns its name for undoing.

    Raises `UserError` "record.foreign", "book.closed".
    """
    _require(ctx, awardees)
    today, batch = ctx.clock.today().isoformat(), ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "new", batch=batch) as change:
        for awardee in awardees:
            change.create("award_sheet", {"awardee": awardee, "printed_on": today, "on_blank": int(on_blank), "state": "printed"})
    return batch


def hand_over(ctx: Context, awardees: Collection[str]) -> tuple[str, int]:
    """Write down that what was printed for these was handed over today; who signed for it is typed into the sheet.

    Returns the name of the batch for undoing, and how many sheets that were: those without a printed one are passed over. Raises
    like `note_printed`.
    """
    _require(ctx, awardees)
    today, batch = ctx.clock.today().isoformat(), ctx.store.new_batch()
    with ctx.store.reader() as reader:
        found = sheets_of(reader, awardees).values()
    printed = [sheet for sheets in found for sheet in sheets if sheet.values["state"] == "printed"]
    with ctx.store.change(ctx.user.id, "edit", batch=batch) as change:
        for sheet in printed:
            change.update("award_sheet", sheet.id, {"state": "handed", "handed_on": today})
    return batch, len(printed)


def undo(ctx: Context, batch: str) -> None:
    """Take `note_printed` or `hand_over` back; what was changed since stays."""
    ctx.store.undo_batch(ctx.user.id, batch)


def stock(ctx: Context) -> Stock:
    """The stock of this unit, the units that became part of it among them."""
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)

        def entered(act: str) -> int:
            return reader.aggregate("blank_entry", AllOf((own, Equals("act", act))), Sum("count"))

        blanks = AllOf((own, Equals("on_blank", 1)))
        printed = reader.count("award_sheet", blanks)
        spoiled = reader.count("award_sheet", AllOf((blanks, Equals("state", "spoiled"))))
        return Stock(entered("received"), printed - spoiled, entered("spoiled") + spoiled, entered("given"))


def _require(ctx: Context, awardees: Collection[str]) -> None:
    with ctx.store.reader() as reader:
        named = reader.get_many("awardee", list(awardees))
    awards = sorted({str(record.values["award"]) for record in named.values()})
    for award in awards:
        require_own(ctx, "award", award)
    require_untouched(ctx, "award", awards)
