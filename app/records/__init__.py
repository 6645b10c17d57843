"""What a station records: one file a subject, declarations only.

Importing this package fills `app.data.declare.registry`. Lives here: fields, labels, sections, search, filters of every record
type. Does not live here: how they are stored (`app.data`), counted (`app.statistics`), printed (`app.documents`) or who may
change them (`app.services`).
"""

from app.records import (
    areas,
    awards,
    boards,
    closing,
    commitments,
    disputes,
    establishments,
    groups,
    hand_figures,
    hand_ins,
    households,
    informants,
    made_reports,
    meetings,
    models,
    officers,
    outreach,
    people,
    plans,
    reintegration,
    reminders,
    retention,
    safety,
    tip_offs,
    trusted_people,
    units,
)

__all__ = [
    "areas",
    "awards",
    "boards",
    "closing",
    "commitments",
    "disputes",
    "establishments",
    "groups",
    "hand_figures",
    "hand_ins",
    "households",
    "informants",
    "made_reports",
    "meetings",
    "models",
    "officers",
    "outreach",
    "people",
    "plans",
    "reintegration",
    "reminders",
    "retention",
    "safety",
    "tip_offs",
    "trusted_people",
    "units",
]
