"""People met in the movement's own work: members, signers, mediators, the awarded. Nobody else has a page here.

Tip-offs, reintegration, people of standing and the parties of disputes never refer to a person: `app.data.checks` refuses it.
"""

from app.core.i18n import N_
from app.core.kinds import BirthDate, Choice, Date, IdMark, LastDigits, PersonName, Phone, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

SEXES = (
    ("male", N_("Male")),
    ("female", N_("Female")),
)
OTHERS = (
    ("person", N_("Person")),
    ("member", N_("Member of a group")),
    ("household", N_("Household")),
    ("awardee", N_("Awarded")),
    ("mediator", N_("Mediator")),
)
"""What may turn out to be, or not to be, the same person as somebody."""


class Person(Record):
    """One person (người dân) with the roles they have had. Made only when an officer ties roles together.

    `same_as` makes this an alias of another person; it can be taken back. `id_digest` is a keyed hash that only tells whether two
    scanned cards are one: see `app.services.people.cards`.
    """

    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    birth = field(
        BirthDate(), N_("Birth date"), stream=STATION, help=N_("The year alone, or month and year, where papers say no more.")
    )
    sex = field(Choice(SEXES), N_("Sex"), stream=STATION)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    address = field(Text(), N_("Address"), stream=STATION)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    id_last4 = field(
        LastDigits(), N_("Last four digits of the ID number"), stream=STATION, help=N_("To tell two people of one name apart.")
    )
    id_digest = field(IdMark(), N_("Mark of the ID number"), stream=STATION, index=True, hidden=True)
    same_as = field(Reference("person"), N_("Same person as"), stream=STATION, index=True, hidden=True)


PERSON = registry.add(
    RecordType(
        code="person",
        record=Person,
        title=N_("Person"),
        plural=N_("People and their roles"),
        purpose=N_(
            "To see in one place what somebody does for the movement: member of a group, signer, mediator, awarded. "
            "Nothing else is gathered about a person, and nothing of this leaves the station."
        ),
        columns=("name", "birth", "hamlet", "phone", "same_as"),
        sections=(Section("", ("name", "birth", "sex", "hamlet", "address", "phone", "id_last4")),),
        summary="{name}",
        search=("name", "hamlet", "address"),
        filters=("hamlet",),
        sort=("name", "asc"),
    )
)


class NotSame(Record):
    """An officer's answer that two records of one name are different people, so that the question is not asked again.

    Its id is fixed by the two, so that two laptops that answer alike write one record.
    """

    answered_on = field(Date(), N_("Answered on"), required=True, stream=STATION, index=True)
    one_type = field(Choice(OTHERS), N_("One of the two"), stream=STATION, hidden=True)
    one = field(Text(max_length=32), N_("Record of the one"), stream=STATION, index=True, hidden=True)
    other_type = field(Choice(OTHERS), N_("The other"), stream=STATION, hidden=True)
    other = field(Text(max_length=32), N_("Record of the other"), stream=STATION, index=True, hidden=True)


NOT_SAME = registry.add(
    RecordType(
        code="not_same",
        record=NotSame,
        title=N_("Different people of one name"),
        plural=N_("Different people of one name"),
        purpose=N_("Answers that two of one name are not the same person, so that they are not offered for joining again."),
        columns=("answered_on", "one_type", "other_type"),
        sections=(Section("", ("answered_on",)),),
        summary="{answered_on}",
        sort=("answered_on", "desc"),
        in_menu=False,
        written_once=True,
    )
)
