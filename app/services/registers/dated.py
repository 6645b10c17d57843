"""By which day a record is dated: the day its figure counts on, its book closes by, and its list is sorted by."""

from collections.abc import Mapping
from typing import Any

from app.core.kinds import Date, Moment, Year
from app.data.declare import RecordType

_DAY_FIELDS: Mapping[str, str] = {
    "tip_off": "received_on",
    "group": "founded_on",
    "member": "joined_on",
    "model_site": "founded_on",
    "trusted_person": "recognised_on",
    "board": "installed_on",
    "plan_task": "due_on",
    "committee_member": "served_from",
}
"""Types whose list does not open sorted by the day they are dated by."""

_STANDING = frozenset(
    {
        "group",
        "member",
        "model_site",
        "trusted_person",
        "board",
        "reintegration",
        "key_area",
        "committee",
        "committee_member",
        "award_sheet",
    }
)
"""What stands over the years: it is dated by its beginning, and goes on being edited long after that year's book is closed."""

UNDATED = frozenset(
    {
        "unit",
        "officer",
        "closed_sheet",
        "closed_book",
        "late_entry",
        "made_report",
        "attachment",
        "shared_attachment",
        "deletion",
        "not_same",
        "follow_up",
    }
)
"""Records about the book itself, which no year's closing concerns."""


def day_field(declared: RecordType) -> str:
    """The field that dates records of a type; empty for types that have none."""
    if declared.code in UNDATED:
        return ""
    name = _DAY_FIELDS.get(declared.code) or declared.sort[0]
    info = declared.fields.get(name)
    return name if info is not None and isinstance(info.kind, Date | Moment | Year) else ""


def stands_over_years(type_code: str) -> bool:
    """Whether records of a type begin once and go on: they are dated by their beginning only."""
    return type_code in _STANDING


def year_of(declared: RecordType, values: Mapping[str, Any]) -> int | None:
    """The calendar year a record with these dumped values is dated in; `None` when it has no day."""
    name = day_field(declared)
    dumped = values.get(name) if name else None
    if dumped in (None, ""):
        return None
    return int(dumped) if isinstance(dumped, int) else int(str(dumped)[:4])
