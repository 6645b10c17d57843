"""Numbers in the register of awards (sổ khen thưởng)."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.data.conditions import AllOf, Between, UnitIs
from app.data.views import RecordView
from app.services.awards.decisions import awarded, every, text_of
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.origin import require_own


def number_register(ctx: Context, award_id: str) -> int:
    """Give the next numbers of the register of awards to the awarded of a decision who have none; returns how many.

    The register begins anew each year. Numbers are given when a decision is issued, by name, individuals and collectives in one
    row; numbers typed by hand stay. Raises `UserError` "award.undated" when the decision has no date to take the year from,
    "record.foreign" for a decision of another unit, "book.closed" when there are numbers to give in a year whose book is closed.
    """
    require_own(ctx, "award", award_id)
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        decided_on = text_of(award, "decided_on") if award else ""
        if not decided_on:
            raise UserError("award.undated", N_("The award decision has no date. Fill in the date of the decision first."))
        year = decided_on[:4]
        this_year = AllOf((UnitIs(ctx.store.unit), Between("decided_on", f"{year}-01-01", f"{year}-12-31")))
        of_year = every(reader, "award", this_year, order=("decided_on", "asc"))
        taken = [
            int(number)
            for decision in of_year
            for record in awarded(reader, decision.id)
            if (number := text_of(record, "register_no")).isdecimal()
        ]
        without = [record for record in awarded(reader, award_id) if not text_of(record, "register_no")]
    if without:
        require_untouched(ctx, "award", [award_id])
        with ctx.store.change(ctx.user.id, "edit") as change:
            for following, record in enumerate(without, start=max(taken, default=0) + 1):
                change.update("awardee", record.id, {"register_no": f"{following:02}"})
    return len(without)


def by_register(record: RecordView) -> tuple[bool, int, str]:
    """Numbers in their order, then other register marks, then those without; equal ones stay in the order of names."""
    number = text_of(record, "register_no")
    return (not number, int(number) if number.isdecimal() else 1 << 30, number)
