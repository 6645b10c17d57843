"""Who told: identities sealed to officers whom the commander appointed, and opened by them alone, each time with a reason.

Lives here: appointing keepers, sealing, opening and sealing anew. An identity is in hand only
between the form and the ciphertext, and for the minute it is shown; it is never put into a log, a draft, a paper or a file.

Does not live here: the cryptography (`app.keys.sealed`, `app.keys.appointments`), noticing when a text says who told
(`app.services.who_told`), and the tip-off itself.
"""

from app.services.informants.identity import (
    FIELDS,
    Identity,
    InformantView,
    compare,
    mend,
    read,
    seal,
    view,
)
from app.services.informants.keepers import KeeperLine, appoint, end, keepers, offer
from app.services.informants.opened import Opening, openings
from app.services.informants.reseal import Waiting, reseal, waiting

__all__ = [
    "FIELDS",
    "Identity",
    "InformantView",
    "KeeperLine",
    "Opening",
    "Waiting",
    "appoint",
    "compare",
    "end",
    "keepers",
    "mend",
    "offer",
    "openings",
    "read",
    "reseal",
    "seal",
    "view",
    "waiting",
]
