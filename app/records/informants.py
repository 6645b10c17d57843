"""Who told: sealed values, the officers who may open them, and every opening.

Nothing here says who an informant is but ciphertext. These registers have no page and no form of their own: `services.informants`
writes them, a tip-off shows them.
"""

from app.core.i18n import N_
from app.core.kinds import Choice, LongText, Moment, Reference, Text
from app.core.kinds.sealed import SIGNED, Sealed
from app.data.declare import STATION, Record, RecordType, Section, field, registry

ACTS = (
    ("read", N_("Identity read")),
    ("compare", N_("Compared with the texts of the tip-off")),
    ("mend", N_("Written anew")),
)


class Keeper(Record):
    """An officer's key on one laptop, and the commander's signature by which it opens what is sealed (cán bộ giữ khóa)."""

    officer = field(Reference("officer"), N_("Officer"), required=True, stream=STATION)
    laptop = field(Text(max_length=20), N_("Laptop"), stream=STATION)
    device = field(Sealed(SIGNED), N_("Key of the laptop"), stream=STATION, hidden=True)
    recipient = field(Sealed(SIGNED), N_("Key of the officer"), stream=STATION, hidden=True)
    appointed_at = field(Moment(), N_("Appointed at"), stream=STATION, group="appointment", hidden=True)
    appointed_by = field(Reference("officer"), N_("Appointed by"), stream=STATION, group="appointment", hidden=True)
    statement = field(Sealed(SIGNED), N_("Appointment"), stream=STATION, group="appointment", hidden=True)
    ended_at = field(Moment(), N_("Ended at"), stream=STATION, group="ending", hidden=True)
    ended_by = field(Reference("officer"), N_("Ended by"), stream=STATION, group="ending", hidden=True)


KEEPER = registry.add(
    RecordType(
        code="keeper",
        record=Keeper,
        title=N_("Keeper of sealed identities"),
        plural=N_("Keepers of sealed identities"),
        purpose=N_("Which officers the commander appointed to open what is sealed."),
        columns=("officer", "laptop", "appointed_at", "appointed_by", "ended_at"),
        sections=(Section("", ("officer", "laptop")),),
        summary="{officer} · {laptop}",
        sort=("appointed_at", "asc"),
        in_menu=False,
        written_once=True,
    )
)


class Informant(Record):
    """The identity behind a tip-off, sealed to the keepers of that time. Sealed anew, it is a new record; the old one is purged."""

    code = field(Text(max_length=40), N_("Code"), required=True, stream=STATION)
    tip_off = field(Reference("tip_off"), N_("Tip-off"), required=True, stream=STATION, index=True)
    sealed = field(Sealed(), N_("Identity"), stream=STATION, group="seal", hidden=True)
    sealed_for = field(Sealed(), N_("Sealed for"), stream=STATION, group="seal", hidden=True)
    """Ids of the keepers, separated by spaces."""
    compared = field(Sealed(SIGNED), N_("Compared with"), stream=STATION, hidden=True)
    """Tells the texts of the tip-off that were last compared with the identity and did not name who told."""
    sealed_at = field(Moment(), N_("Sealed at"), stream=STATION, group="seal", hidden=True)


INFORMANT = registry.add(
    RecordType(
        code="informant",
        record=Informant,
        title=N_("Sealed identity"),
        plural=N_("Sealed identities"),
        purpose=N_("Who told, for appointed officers only, so that protection and an answer are possible (BLTTHS, art. 56)."),
        columns=("code", "tip_off", "sealed_at"),
        sections=(Section("", ("code", "tip_off")),),
        summary="{code}",
        sort=("code", "asc"),
        in_menu=False,
        written_once=True,
    )
)


class InformantOpening(Record):
    """One opening of a sealed identity: who, when, why. Written before anything is shown."""

    code = field(Text(max_length=40), N_("Code"), required=True, stream=STATION)
    tip_off = field(Reference("tip_off"), N_("Tip-off"), required=True, stream=STATION, index=True)
    officer = field(Reference("officer"), N_("Officer"), required=True, stream=STATION)
    opened_at = field(Moment(), N_("Opened at"), required=True, stream=STATION)
    act = field(Choice(ACTS), N_("What was done"), required=True, stream=STATION, default="read")
    reason = field(LongText(max_length=500), N_("Reason"), required=True, stream=STATION)


INFORMANT_OPENING = registry.add(
    RecordType(
        code="informant_opening",
        record=InformantOpening,
        title=N_("Opening of a sealed identity"),
        plural=N_("Openings of sealed identities"),
        purpose=N_("Who read the identity of an informant, when and why; for the commander."),
        columns=("opened_at", "officer", "code", "act", "reason"),
        sections=(Section("", ("code", "tip_off", "officer", "opened_at", "act", "reason")),),
        summary="{opened_at} · {code}",
        sort=("opened_at", "desc"),
        in_menu=False,
        written_once=True,
    )
)
