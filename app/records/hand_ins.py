"""Weapons and fireworks that people handed in. Who handed them in is not recorded."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference
from app.data.declare import STATION, Record, RecordType, Section, field, registry

KINDS = (
    ("home_made_gun", N_("Home-made or hunting gun")),
    ("military_gun", N_("Military gun")),
    ("other_weapon", N_("Other weapon")),
    ("support_tool", N_("Support tool")),
    ("explosive", N_("Explosives, detonators, ammunition")),
    ("fireworks", N_("Fireworks")),
)
WEAPONS = ("home_made_gun", "military_gun", "other_weapon", "support_tool")
"""Kinds counted as weapons and support tools (vũ khí, công cụ hỗ trợ)."""


class HandIn(Record):
    """One handing-in (giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ, pháo)."""

    handed_on = field(Date(not_future=True), N_("Date handed in"), required=True, index=True)
    kind = field(Choice(KINDS), N_("What was handed in"), required=True, default="home_made_gun", index=True)
    pieces = field(Integer(minimum=1, maximum=100_000), N_("Pieces"), group="quantity")
    grams = field(
        Integer(minimum=1, maximum=100_000_000),
        N_("Weight in grams"),
        group="quantity",
        help=N_("For fireworks and explosives: 1 kg is 1.000 grams."),
    )
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION, help=N_("What became of it. Do not write here who handed it in."))


HAND_IN = registry.add(
    RecordType(
        code="hand_in",
        record=HandIn,
        title=N_("Hand-in"),
        plural=N_("Weapons and fireworks handed in"),
        purpose=N_("Weapons, support tools, explosives and fireworks that people handed in; not who did."),
        columns=("handed_on", "kind", "pieces", "grams", "hamlet"),
        sections=(Section("", ("handed_on", "kind", "pieces", "grams", "hamlet", "notes")),),
        summary="{handed_on} · {kind}",
        search=("hamlet", "notes"),
        filters=("handed_on", "kind"),
        sort=("handed_on", "desc"),
        totals=("pieces", "grams"),
    )
)
