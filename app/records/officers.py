"""Officers of the station. Their passwords live in `app.keys`; only names live here."""

from app.core.i18n import N_
from app.core.kinds import Choice, PersonName, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

ROLES = (
    ("commander", N_("Commander")),
    ("officer", N_("Officer")),
)


class OfficerAccount(Record):
    """An officer who works with the book (cán bộ). Known to the unit above by an opaque id only."""

    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    rank = field(Text(max_length=60), N_("Rank"), stream=STATION)
    position = field(Text(max_length=120), N_("Position"), stream=STATION)
    role = field(Choice(ROLES), N_("Role"), required=True, stream=STATION, default="officer")
    login = field(Text(max_length=40), N_("Login name"), required=True, stream=STATION)


OFFICER = registry.add(
    RecordType(
        code="officer",
        record=OfficerAccount,
        title=N_("Officer"),
        plural=N_("Officers"),
        purpose=N_("Who works with this book, so that every record shows who wrote it."),
        columns=("name", "rank", "position", "role"),
        sections=(Section("", ("name", "rank", "position", "role", "login")),),
        summary="{name}",
        search=("name",),
        sort=("name", "asc"),
        in_menu=False,
    )
)
