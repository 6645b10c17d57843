"""Closing the books of a year, and what is written into them afterwards."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, Text, Year
from app.data.declare import STATION, Record, RecordType, Section, field, registry

ALL_BOOKS = "all"

BOOKS = (
    (ALL_BOOKS, N_("All books")),
    ("meeting", N_("Meetings")),
    ("outreach", N_("Outreach")),
    ("campaign", N_("Commitment campaigns")),
    ("tip_off", N_("Tip-offs")),
    ("model", N_("Prevention models")),
    ("group", N_("Self-managed groups")),
    ("board", N_("Boards and boxes")),
    ("award", N_("Award decisions")),
    ("nomination", N_("Award nominations")),
    ("dispute", N_("Disputes")),
    ("reintegration", N_("People being helped")),
    ("trusted_person", N_("People of standing")),
    ("key_area", N_("Key areas")),
    ("hot_spot", N_("Hot spots")),
    ("mass_complaint", N_("Complaints by many")),
    ("hand_in", N_("Weapons handed in")),
    ("safety", N_("Safety assessments")),
    ("plan", N_("Plans and advisory papers")),
)
"""The books a station keeps by the year, by the record type they hold; what belongs to a record stands in that record's book."""

ACTS = (
    ("new", N_("Recorded")),
    ("edit", N_("Changed")),
    ("delete", N_("Deleted")),
    ("restore", N_("Restored")),
)


class ClosedBook(Record):
    """A book closed for a year (khóa sổ): numbered, counted, printed and signed.

    From then on whatever is dated in that year needs the commander and a reason. `rows` is how many entries the book had on that
    day.
    """

    year = field(Year(), N_("Year"), required=True, index=True, group="book")
    book = field(Choice(BOOKS), N_("Book"), required=True, default=ALL_BOOKS, group="book")
    number = field(Integer(minimum=1, maximum=100_000), N_("Number of the closing"), group="closing")
    closed_on = field(Date(not_future=True), N_("Closed on"), required=True, group="closing", index=True)
    rows = field(Integer(minimum=0), N_("Entries"), group="closing")


CLOSED_BOOK = registry.add(
    RecordType(
        code="closed_book",
        record=ClosedBook,
        title=N_("Closed book"),
        plural=N_("Closed books"),
        purpose=N_("Which book of which year was closed, when, and with how many entries."),
        columns=("year", "book", "number", "closed_on", "rows"),
        sections=(Section("", ("year", "book", "number", "closed_on", "rows")),),
        summary="{year} · {book}",
        filters=("book", "closed_on"),
        sort=("year", "desc"),
        in_menu=False,
    )
)


class LateEntry(Record):
    """Something written into a book after it was closed (ghi sau khi khóa sổ): which record, what was done, and why."""

    year = field(Year(), N_("Year"), required=True, stream=STATION, group="entry", index=True)
    book = field(Choice(BOOKS), N_("Book"), required=True, stream=STATION, group="entry")
    register = field(Text(max_length=60), N_("Kind of record"), required=True, stream=STATION, group="entry")
    record = field(Text(max_length=300), N_("Record"), required=True, stream=STATION, group="entry")
    record_id = field(Text(max_length=32), N_("Mark of the record"), stream=STATION, group="entry", hidden=True)
    act = field(Choice(ACTS), N_("What was done"), required=True, stream=STATION, group="entry")
    reason = field(Text(max_length=300), N_("Reason"), required=True, stream=STATION, group="entry")
    written_on = field(Date(), N_("Written on"), required=True, stream=STATION, group="entry", index=True)


LATE_ENTRY = registry.add(
    RecordType(
        code="late_entry",
        record=LateEntry,
        title=N_("Late entry"),
        plural=N_("Late entries"),
        purpose=N_("What was written into a closed book afterwards, by whose reason, so that the signed book can be compared."),
        columns=("written_on", "year", "register", "record", "act", "reason"),
        sections=(Section("", ("written_on", "year", "book", "register", "record", "act", "reason")),),
        summary="{written_on} · {record}",
        search=("record", "reason"),
        filters=("written_on", "book", "act"),
        sort=("written_on", "desc"),
        in_menu=False,
        written_once=True,
    )
)
