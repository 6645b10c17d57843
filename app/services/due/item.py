"""One thing that is due, and the view of the book that every source looks through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.data.conditions import AllOf, Condition
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.due.intervals import Intervals
from app.services.registers.wording import reference_titles, title

MOST = 500
"""Records of one kind that are looked at; a book with more of them open has other cares."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done by a day. `kind` is a source's code; `page` a record type or a page of the program.

    `record_id` is the record to open there; for a report it is the period, as the report page remembers it. `hours` are those left
    of a clock that runs by the hour, negative when it has run out.
    """

    kind: str
    title: str
    page: str
    record_id: str
    on: date
    overdue: bool
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One unchanging view of the book at one moment of local time. `begun` is the day the book was begun.

    `mine` is the condition on records that they are this unit's.
    """

    ctx: Context
    reader: Reader
    now: datetime
    intervals: Intervals
    begun: date
    mine: Condition

    @property
    def today(self) -> date:
        """The day of the moment."""
        return self.now.date()

    @property
    def horizon(self) -> date:
        """The last day of which one is reminded ahead."""
        return self.today + timedelta(days=self.intervals.ahead_days)

    def own(self, type_code: str, *where: Condition, order: tuple[str, str]) -> list[RecordView]:
        """Standing records of this unit: those of units below are for those units to look after."""
        condition = AllOf((self.mine, *where))
        return self.reader.window(type_code, condition, order=order, limit=MOST)

    def titles(self, records: Sequence[RecordView], fields: Iterable[str] = ()) -> dict[str, str]:
        """Each record in one line, by id: its declared summary, or these fields in a row."""
        if not records:
            return {}
        declared = self.ctx.store.registry.get(records[0].type)
        names = tuple(fields)
        references = reference_titles(self.ctx, self.reader, declared, records, names or declared.fields)
        if not names:
            return {record.id: title(self.ctx, declared, record.values, references) for record in records}
        return {
            record.id: " · ".join(filter(None, (references.get(str(record.values[n])) or record.values[n] for n in names)))
            for record in records
        }

    def due(self, kind: str, text: str, page: str, record_id: str, on: date) -> Due:
        """Something due by the end of a day."""
        return Due(kind, text, page, record_id, on, on < self.today)

    def soon(self, day: Any) -> date | None:
        """An ISO day as a date, if it is within what one is reminded of."""
        on = date.fromisoformat(day) if day else None
        return on if on is not None and on <= self.horizon else None
