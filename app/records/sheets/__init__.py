"""What the sheets look like in which stations have kept each register until now: how columns are called, what tells rows apart.

Lives here: declarations only, one file a subject, walked by `app.intake` (to recognise a sheet) and `app.services.intake` (to take
it in, and to make templates). Does not live here: the registers themselves (`app.records`), and how cells are read (`app.intake`).
"""

from collections.abc import Mapping

from app.records.sheets import (
    awards,
    commitments,
    committees,
    disputes,
    figures,
    groups,
    hand_ins,
    meetings,
    models,
    places,
    plans,
    reintegration,
    roster,
    tip_offs,
    trusted_people,
)
from app.records.sheets.shape import SheetShape

SHAPES: tuple[SheetShape, ...] = (
    disputes.DISPUTE,
    commitments.COMMITMENT,
    meetings.MEETING,
    tip_offs.TIP_OFF,
    models.MODEL_SITE,
    groups.MEMBER,
    reintegration.REINTEGRATION,
    awards.AWARDEE,
    figures.HAND_FIGURE,
    roster.HOUSEHOLD,
    roster.ESTABLISHMENT,
    groups.GROUP,
    groups.ACTIVITY,
    meetings.OUTREACH,
    meetings.OPINION,
    commitments.CAMPAIGN,
    models.MODEL,
    models.MODEL_REVIEW,
    places.HAMLET,
    places.BOARD,
    places.SAFETY,
    places.KEY_AREA,
    places.HOT_SPOT,
    places.MASS_COMPLAINT,
    trusted_people.TRUSTED_PERSON,
    hand_ins.HAND_IN,
    awards.NOMINATION,
    plans.PLAN,
    plans.PLAN_TASK,
    reintegration.VISIT,
    committees.COMMITTEE_MEMBER,
    committees.COMMITTEE_MEETING,
    committees.COMMITTEE_TASK,
)
"""One a register, the sheets that stations keep most first."""

NOT_TAKEN_IN: Mapping[str, str] = {
    "person": "somebody becomes a person of the book by a role alone, tied by an officer",
    "award": "decisions come in with the awarded",
    "solved_case": "belongs to one tip-off, which no sheet can name",
    "committee": "one record a term",
    "trusted_count": "one figure a year",
    "plan_target": "a handful a plan, chosen from the indicators",
    "award_sheet": "noted where certificates are printed, handed over and recalled",
    "blank_entry": "a few receipts of blanks a year, counted down from there",
    "council_meeting": "a few a year, each with the votes that belong to it",
    "council_vote": "belongs to one meeting of the council, whose minutes list it",
    "model_adjustment": "a correction, made with its reason where the ledger is read",
}
"""Registers of the menu that no sheet is taken into, and why."""

LISTED_NOWHERE = (
    "Đảng viên",
    "Tín đồ",
    "Chức sắc",
    "Đối tượng",
    "Người vi phạm",
    "Người phạm tội",
    "Người nghiện",
    "Người sử dụng ma túy",
    "Tiền án",
    "Truy nã",
    "Bị can",
    "Quản chế",
)
"""Words of titles over people whom no register lists: such a sheet is recognised only if its title names a register as well."""
