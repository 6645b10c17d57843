"""Award decisions of this unit and whom they name."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import Condition, Equals
from app.data.reader import Order, Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.origin import own_records


@dataclass(frozen=True, slots=True)
class Decision:
    """One award decision as lists show it. `awarded` counts the people and collectives it names."""

    id: str
    number: str
    decided_on: date | None
    deed: str
    awarded: int

    @property
    def file_name(self) -> str:
        """A name for the file of its certificates, without persons: "giay-khen-12-qd-ubnd-2022.pdf"."""
        plain = re.sub(r"[^a-z0-9]+", "-", fold(self.number)).strip("-") or "quyet-dinh"
        year = f"-{self.decided_on.year}" if self.decided_on else ""
        return f"giay-khen-{plain}{year}.pdf"


def decisions(ctx: Context) -> tuple[Decision, ...]:
    """This unit's award decisions, the newest first; those of other units are theirs to print."""
    with ctx.store.reader() as reader:
        return tuple(
            decision_of(reader, record) for record in every(reader, "award", own_records(ctx, reader), order=("decided_on", "desc"))
        )


def find(ctx: Context, number: str, *, year: int | None = None) -> str:
    """The id of the decision with this number as printed ("12/QĐ-UBND"); marks and capitals do not matter.

    Raises `UserError` "award.unknown", or "award.several" when several years have that number and `year` does not say which.
    """
    wanted = fold(number)
    found = [
        decision
        for decision in decisions(ctx)
        if fold(decision.number) == wanted and (year is None or (decision.decided_on and decision.decided_on.year == year))
    ]
    if not found:
        raise UserError("award.unknown", N_("There is no award decision {number} in this book."), number=number)
    if len(found) > 1:
        years = ", ".join(str(decision.decided_on.year) for decision in found if decision.decided_on)
        raise UserError(
            "award.several",
            N_("Several award decisions have the number {number}. Say which by its year: {years}."),
            number=number,
            years=years,
        )
    return found[0].id


def every(reader: Reader, type_code: str, where: Condition, *, order: Order) -> list[RecordView]:
    """Every living record of a type, however many windows that takes."""
    anchors = reader.anchors(type_code, where, order=order)
    return [record for anchor in anchors for record in reader.window(type_code, where, order=order, start=anchor)]


def awarded(reader: Reader, award_id: str) -> list[RecordView]:
    """Whom a decision names, by name."""
    return every(reader, "awardee", Equals("award", award_id), order=("name", "asc"))


def decision_of(reader: Reader, record: RecordView) -> Decision:
    """A decision's record as lists show it."""
    day = text_of(record, "decided_on")
    return Decision(
        record.id,
        text_of(record, "number"),
        date.fromisoformat(day) if day else None,
        text_of(record, "deed"),
        reader.count("awardee", Equals("award", record.id)),
    )


def text_of(record: RecordView, field: str) -> str:
    """A field as text without blanks around it; empty for none."""
    return str(record.values.get(field) or "").strip()
