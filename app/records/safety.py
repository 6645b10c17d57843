"""Assessments of "safe in security and order" (Thông tư 124/2021/TT-BCA): hamlets, agencies, schools."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, Reference, Text, Year
from app.data.declare import STATION, Record, RecordType, Section, field, registry

SUBJECTS = (
    ("hamlet", N_("Hamlet or residential group")),
    ("agency", N_("Agency or enterprise")),
    ("school", N_("School")),
)
RESULTS = (
    ("safe", N_("Safe")),
    ("not_safe", N_("Not safe")),
)


class Safety(Record):
    """One yearly assessment (đánh giá, công nhận đạt tiêu chuẩn "An toàn về an ninh, trật tự").

    A hamlet is judged over 1 November to 31 October; the result of a year stands from then until the next year's.
    """

    year = field(Year(), N_("Assessment year"), required=True, index=True)
    subject = field(Choice(SUBJECTS), N_("Assessed"), required=True, default="hamlet", group="subject")
    hamlet = field(Reference("hamlet"), N_("Hamlet"), group="subject", index=True)
    name = field(Text(), N_("Agency or school"), group="subject")
    result = field(Choice(RESULTS), N_("Result"), required=True, default="safe", index=True)
    decision = field(Text(max_length=60), N_("Decision number"), group="decision")
    decided_on = field(Date(not_future=True), N_("Date of decision"), group="decision")
    notes = field(LongText(), N_("Notes"), stream=STATION)
    stands_from = field(Date(), N_("Counts from"), hidden=True)
    """Worked out from the year, like `stands_until`: indicators ask what stands on a day."""
    stands_until = field(Date(), N_("Counts until"), hidden=True)


SAFETY = registry.add(
    RecordType(
        code="safety",
        record=Safety,
        title=N_("Safety assessment"),
        plural=N_("Safety assessments"),
        purpose=N_("Which hamlets, agencies and schools were recognised as safe in security and order, by assessment year."),
        columns=("year", "subject", "hamlet", "name", "result"),
        sections=(Section("", ("year", "subject", "hamlet", "name", "result", "decision", "decided_on", "notes")),),
        summary="{year} · {hamlet}{name}",
        search=("hamlet", "name", "decision"),
        filters=("subject", "hamlet", "result"),
        sort=("year", "desc"),
    )
)
