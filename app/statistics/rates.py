"""Shares that the reports give beside the figures they are made of."""

from app.core.i18n import N_
from app.statistics.declaration import Rate

RATES = (
    Rate("valuable", N_("Share of valuable tip-offs"), "tip_offs_valuable", "tip_offs"),
    Rate("resolved", N_("Share of tip-offs resolved"), "tip_offs_resolved", "tip_offs"),
    Rate("mediated", N_("Share of disputes mediated"), "disputes_mediated", "disputes"),
    Rate("committed", N_("Households that signed, of all households"), "households_committed", "households"),
    Rate("safe", N_("Share of safe hamlets"), "hamlets_safe", "hamlets"),
)
"""Shares over what was received in the period."""
