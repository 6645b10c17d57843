"""What the sheets look like in which stations have kept each register until now: how columns are called, what tells rows apart.

Lives here: declarations only, one file a subject, walked by `app.intake` (to recognise a sheet) and `app.services.intake` (to take
it in, and to make templates). Does not live here: the registers themselves (`app.records`), and how cells are read (`app.intake`).
"""

from app.records.sheets import awards, commitments, disputes, figures, groups, meetings, models, reintegration, tip_offs
from app.records.sheets.shape import SheetShape

SHAPES: tuple[SheetShape, ...] = (
    disputes.DISPUTE,
    commitments.COMMITMENT,
    commitments.CAMPAIGN,
    meetings.MEETING,
    meetings.OPINION,
    meetings.OUTREACH,
    tip_offs.TIP_OFF,
    models.MODEL_SITE,
    models.MODEL,
    models.MODEL_REVIEW,
    groups.GROUP,
    groups.MEMBER,
    groups.ACTIVITY,
    reintegration.REINTEGRATION,
    reintegration.VISIT,
    awards.AWARDEE,
    awards.NOMINATION,
    figures.HAND_FIGURE,
)
"""One a register, the sheets that stations keep most first."""
