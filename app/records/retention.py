"""That records were deleted for good because their time was over: the fact alone, never whose they were."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

REGISTERS = (("reintegration", N_("People being helped")),)
"""Registers whose records are kept until a day."""


class Deletion(Record):
    """One deletion by term (xóa khi hết thời hạn lưu), confirmed by the commander; it cannot be undone."""

    deleted_on = field(Date(not_future=True), N_("Deleted on"), required=True, stream=STATION, index=True)
    register = field(Choice(REGISTERS), N_("Register"), required=True, stream=STATION)
    records = field(Integer(minimum=1), N_("Records deleted"), required=True, stream=STATION)
    confirmed_by = field(Text(max_length=120), N_("Confirmed by"), stream=STATION)


DELETION = registry.add(
    RecordType(
        code="deletion",
        record=Deletion,
        title=N_("Deletion by term"),
        plural=N_("Deletions by term"),
        purpose=N_("When records were deleted for good because their time was over, how many, and who confirmed it."),
        columns=("deleted_on", "register", "records", "confirmed_by"),
        sections=(Section("", ("deleted_on", "register", "records", "confirmed_by")),),
        summary="{deleted_on} · {register}",
        sort=("deleted_on", "desc"),
        totals=("records",),
        in_menu=False,
        written_once=True,
    )
)
