"""The declarations as shipped are sound, and each fault is told."""

import app.records  # noqa: F401 -- fills the registry
from app.core.kinds import Integer, Reference, Text
from app.data.checks import check_all
from app.data.declare import SHARED, STATION, Record, RecordType, Registry, Section, field, registry


def faults(record: type[Record], code: str = "thing", **options: object) -> set[str]:
    own = Registry()
    declared = {
        "purpose": "To test.",
        "columns": ("name",),
        "sections": (Section("", tuple(record.fields)),),
        "summary": "{name}",
    } | options
    own.add(RecordType(code=code, record=record, title="Thing", plural="Things", **declared))  # type: ignore[arg-type] # merged options
    return {message.split()[0] for message in check_all(own)}


def several(records: dict[str, type[Record]]) -> list[str]:
    own = Registry()
    for code, record in records.items():
        own.add(
            RecordType(
                code=code,
                record=record,
                title="T",
                plural="T",
                purpose="To test.",
                columns=("name",),
                sections=(Section("", tuple(record.fields)),),
                summary="{name}",
            )
        )
    return [message.split()[0] for message in check_all(own)]


def test_what_is_shipped_is_sound() -> None:
    assert check_all(registry) == []


def test_a_group_lies_in_one_stream() -> None:
    class Thing(Record):
        name = field(Text(), "Name", group="both")
        note = field(Text(), "Note", group="both", stream=STATION)

    assert faults(Thing) == {"D06"}


def test_a_reference_may_not_travel_further_than_its_target() -> None:
    class Thing(Record):
        name = field(Text(), "Name", stream=STATION)

    class Wide(Record):
        name = field(Text(), "Name")
        thing = field(Reference("thing"), "Thing", stream=SHARED)

    own = Registry()
    for code, record in (("thing", Thing), ("wide", Wide)):
        own.add(
            RecordType(
                code=code,
                record=record,
                title="T",
                plural="T",
                purpose="To test.",
                columns=("name",),
                sections=(Section("", tuple(record.fields)),),
                summary="{name}",
            )
        )
    assert [message.split()[0] for message in check_all(own)] == ["D12"]


def test_what_is_never_recorded_about_a_person_is_refused() -> None:
    class Thing(Record):
        name = field(Text(), "Name")
        religion = field(Text(), "Religion")

    assert faults(Thing) == {"D13"}


def test_free_text_of_a_tip_off_never_travels() -> None:
    class Thing(Record):
        name = field(Text(), "Name")

    assert faults(Thing, "tip_off") == {"D14"}


def test_what_has_no_skeleton_shares_nothing() -> None:
    class Thing(Record):
        name = field(Text(), "Name", stream=STATION)
        number = field(Integer(), "Number")

    assert faults(Thing, "dispute") == {"D15"}


def test_names_that_the_tables_use_for_their_own_are_refused() -> None:
    class Thing(Record):
        name = field(Text(), "Name")
        flags = field(Text(), "Flags")
        name__sort = field(Text(), "Sorted")

    assert faults(Thing) == {"D16"}


def test_names_that_are_not_declared_are_told() -> None:
    class Thing(Record):
        name = field(Text(), "Name")

    assert faults(Thing, columns=("name", "colour"), purpose="") == {"D01", "D02"}


def test_only_roles_refer_to_a_person() -> None:
    class Thing(Record):
        name = field(Text(), "Name", stream=STATION)

    class Visitor(Record):
        name = field(Text(), "Name", stream=STATION)
        guest = field(Reference("person"), "Guest", stream=STATION)

    assert several({"person": Thing, "visitor": Visitor}) == ["D17"]


def test_nothing_ties_who_helps_to_who_informed() -> None:
    class Plain(Record):
        name = field(Text(), "Name", stream=STATION)

    class Both(Record):
        name = field(Text(), "Name", stream=STATION)
        tip = field(Reference("tip_off"), "Tip-off", stream=STATION)
        trusted = field(Reference("trusted_person"), "Person", stream=STATION)

    assert several({"tip_off": Plain, "trusted_person": Plain, "link": Both}) == ["D18", "D18"]

    class OfTip(Record):
        name = field(Text(), "Name", stream=STATION)
        tip = field(Reference("tip_off"), "Tip-off", stream=STATION)
        place = field(Reference("place"), "Place", stream=STATION)

    class Trusted(Record):
        name = field(Text(), "Name", stream=STATION)
        place = field(Reference("place"), "Place", stream=STATION)

    assert several({"place": Plain, "tip_off": Plain, "trusted_person": Trusted, "slip": OfTip}) == ["D18"]
    assert several({"hamlet": Plain, "tip_off": Plain, "trusted_person": Plain}) == []
