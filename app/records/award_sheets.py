"""Sheets of certificates that were printed, and the stock of bought blanks they are printed on."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Reference, Text, YesNo
from app.data.declare import STATION, Record, RecordType, Section, field, registry

SHEET_STATES = (
    ("printed", N_("Printed, not handed over")),
    ("handed", N_("Handed over")),
    ("spoiled", N_("Spoiled")),
    ("recalled", N_("Recalled")),
)
"""Đã in, đã trao, hỏng, thu hồi."""


class AwardSheet(Record):
    """One printed sheet of one of the awarded (tờ Giấy khen đã in). A second sheet of the same awardee is a reprint (in lại).

    That a sheet was recalled travels with the awardee's name, so that whoever checks a certificate hears of it; who took it into
    their hands, why it was recalled, and numbers of blanks stay in the station.
    """

    awardee = field(Reference("awardee"), N_("Awarded"), required=True, index=True)
    printed_on = field(Date(not_future=True), N_("Printed on"), required=True, index=True)
    on_blank = field(YesNo(), N_("On a bought blank"), required=True, default=1, stream=STATION, help=N_("Taken from the stock."))
    serial = field(Text(max_length=40), N_("Serial number of the blank"), stream=STATION)
    state = field(Choice(SHEET_STATES), N_("What became of it"), required=True, default="printed", index=True)
    handed_on = field(Date(not_future=True), N_("Handed over on"), stream=STATION, group="handing")
    received_by = field(PersonName(), N_("Handed over to"), stream=STATION, group="handing", help=N_("Who signed for it."))
    recalled_on = field(Date(not_future=True), N_("Recalled on"))
    reason = field(Text(max_length=300), N_("Why spoiled or recalled"), stream=STATION)


AWARD_SHEET = registry.add(
    RecordType(
        code="award_sheet",
        record=AwardSheet,
        title=N_("Sheet of a certificate"),
        plural=N_("Sheets of certificates"),
        purpose=N_("Which sheets were printed for whom, on which blank, and whether they were handed over, spoiled or recalled."),
        columns=("printed_on", "awardee", "serial", "state", "handed_on"),
        sections=(
            Section("", ("awardee", "printed_on", "on_blank", "serial", "state")),
            Section(N_("Handing over"), ("handed_on", "received_by")),
            Section(N_("Spoiled or recalled"), ("recalled_on", "reason")),
        ),
        summary="{printed_on} · {serial}",
        search=("serial", "received_by", "reason"),
        filters=("printed_on", "state", "on_blank"),
        sort=("printed_on", "desc"),
    )
)

BLANK_ACTS = (
    ("received", N_("Came into the stock")),
    ("spoiled", N_("Spoiled")),
    ("given", N_("Given to another unit")),
)
"""Nhập kho, hỏng, chuyển đơn vị khác."""


class BlankEntry(Record):
    """Blanks that came into the stock or left it otherwise than by being printed for somebody (nhập, xuất phôi Giấy khen).

    What is used and what is left is counted from these and from the printed sheets, and never typed.
    """

    entered_on = field(Date(not_future=True), N_("Day"), required=True, stream=STATION, index=True)
    act = field(Choice(BLANK_ACTS), N_("Kind of entry"), required=True, default="received", stream=STATION, index=True)
    count = field(Integer(minimum=1, maximum=100_000), N_("Number of blanks"), required=True, stream=STATION)
    kind = field(Text(max_length=120), N_("Kind of blank"), stream=STATION, help=N_("For example its size: A4, A3."))
    serials = field(Text(max_length=120), N_("Serial numbers"), stream=STATION, help=N_("As in “000151–000250”."))
    source = field(Text(max_length=200), N_("From or to whom"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)


BLANK_ENTRY = registry.add(
    RecordType(
        code="blank_entry",
        record=BlankEntry,
        title=N_("Entry in the stock of blanks"),
        plural=N_("Stock of blanks"),
        purpose=N_("Blanks of certificates received, spoiled and given away, so that what is left can be counted."),
        columns=("entered_on", "act", "count", "kind", "serials"),
        sections=(Section("", ("entered_on", "act", "count", "kind", "serials", "source", "notes")),),
        summary="{entered_on} · {count}",
        search=("kind", "serials", "source"),
        filters=("entered_on", "act"),
        sort=("entered_on", "desc"),
    )
)
