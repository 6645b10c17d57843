"""Checks across fields of the registers, as typed."""

import pytest

from app.core.errors import InvalidRecord
from app.services import registers
from app.services.context import Context
from app.services.registers import ListState


def told(ctx: Context, code: str, texts: dict[str, str], record_id: str | None = None) -> dict[str, str]:
    with pytest.raises(InvalidRecord) as refused:
        registers.save(ctx, code, record_id, texts)
    return {p.field: p.problem.code for p in refused.value.problems}


PERSON = {"name": "Giàng A Sử", "began_on": "1/2/2021", "keep_until": "1/2/2026"}
DISPUTE = {"received_on": "1/2/2022", "content": "Tranh chấp bờ ruộng"}


@pytest.mark.parametrize(
    ("code", "texts", "field", "problem"),
    [
        ("outreach", {"held_on": "1/2/2022", "kind": "online", "topic": "x"}, "count", "field.needed"),
        ("outreach", {"held_on": "1/2/2022", "kind": "leaflets", "topic": "x", "count": "1"}, "leaflets", "field.needed"),
        ("dispute", {**DISPUTE, "outcome": "mediated"}, "settled_on", "field.needed"),
        ("dispute", {**DISPUTE, "settled_on": "3/2/2022"}, "outcome", "outcome.open"),
        ("dispute", {**DISPUTE, "outcome": "failed", "settled_on": "3/1/2022"}, "settled_on", "dates.order"),
        ("reintegration", {**PERSON, "ended_on": "1/2/2022"}, "outcome", "field.needed"),
        ("reintegration", {**PERSON, "outcome": "moved"}, "ended_on", "field.needed"),
        ("reintegration", {**PERSON, "keep_until": "1/1/2021"}, "keep_until", "dates.order"),
        ("hand_in", {"handed_on": "1/2/2022", "kind": "fireworks", "pieces": "2"}, "grams", "field.needed"),
        ("hand_in", {"handed_on": "1/2/2022", "kind": "military_gun"}, "pieces", "field.needed"),
        ("safety", {"year": "2021", "subject": "hamlet"}, "hamlet", "field.needed"),
        ("safety", {"year": "2021", "subject": "school"}, "name", "field.needed"),
        ("key_area", {"area": "Chợ", "level": "hamlet", "decided_on": "1/2/2022"}, "hamlet", "field.needed"),
        (
            "hot_spot",
            {"arisen_on": "1/2/2022", "place": "Chợ", "matter": "order", "settled_on": "1/1/2022"},
            "settled_on",
            "dates.order",
        ),
        (
            "hot_spot",
            {"arisen_on": "1/2/2022", "place": "Chợ", "matter": "order", "settled_how": "talks"},
            "settled_on",
            "field.needed",
        ),
        (
            "hand_figure",
            {"unit_name": "Xã A", "from_on": "1/2/2022", "to_on": "1/1/2022", "indicator": "meetings", "value": "1", "why": "x"},
            "to_on",
            "dates.order",
        ),
        (
            "tip_off",
            {"received_at": "8:00 1/2/2022", "content": "x", "passed_at": "7:59 1/2/2022", "passed_to": "CQĐT"},
            "passed_at",
            "dates.order",
        ),
        ("tip_off", {"received_at": "8:00 1/2/2022", "content": "x", "passed_at": "9:00 1/2/2022"}, "passed_to", "field.needed"),
        ("tip_off", {"received_at": "8:00 1/2/2022", "content": "x", "ministry_number": "12"}, "ministry_on", "field.needed"),
    ],
)
def test_fields_that_go_together_are_asked_for(ctx: Context, code: str, texts: dict[str, str], field: str, problem: str) -> None:
    assert told(ctx, code, texts) == {field: problem}


def test_explosives_need_no_number(ctx: Context) -> None:
    saved = registers.save(ctx, "hand_in", None, {"handed_on": "1/2/2022", "kind": "explosive"})
    assert registers.open_record(ctx, "hand_in", saved.id).texts["kind"] == "explosive"


def test_a_year_has_one_number_of_people_of_standing(ctx: Context) -> None:
    first = registers.save(ctx, "trusted_count", None, {"year": "2021", "people": "12"}).id
    assert told(ctx, "trusted_count", {"year": "2021", "people": "13"}) == {"year": "record.already_there"}
    registers.save(ctx, "trusted_count", first, {"people": "13"})
    second = registers.save(ctx, "trusted_count", None, {"year": "2020", "people": "11"}).id
    assert told(ctx, "trusted_count", {"year": "2021"}, second) == {"year": "record.already_there"}
    registers.delete(ctx, "trusted_count", first)
    registers.save(ctx, "trusted_count", None, {"year": "2021", "people": "14"})
    with ctx.store.reader() as reader:
        record = reader.get("trusted_count", second)
    assert record is not None
    assert (record.values["stands_from"], record.values["stands_until"]) == ("2020-01-01", "2021-01-01")


def test_a_hamlet_is_assessed_once_a_year(ctx: Context) -> None:
    hamlets = [registers.save(ctx, "hamlet", None, {"name": name}).id for name in ("Bản Mù", "Pa Te")]
    for hamlet in hamlets:
        saved = registers.save(ctx, "safety", None, {"year": "2021", "subject": "hamlet", "hamlet": hamlet})
    assert saved.title == "2021 · Pa Te"
    assert told(ctx, "safety", {"year": "2021", "subject": "hamlet", "hamlet": hamlets[0]}) == {"year": "record.already_there"}
    registers.save(ctx, "safety", None, {"year": "2020", "subject": "hamlet", "hamlet": hamlets[0]})
    with ctx.store.reader() as reader:
        record = reader.get("safety", saved.id)
    assert record is not None
    assert (record.values["stands_from"], record.values["stands_until"]) == ("2021-11-01", "2022-11-01")


def test_members_and_activities_are_listed_with_their_group(ctx: Context) -> None:
    team = registers.save(ctx, "group", None, {"kind": "mediation", "name": "Tổ hòa giải Pa Te", "members": "5"}).id
    registers.save(ctx, "member", None, {"team": team, "name": "Lò Văn Đức", "role": "head"})
    registers.save(ctx, "activity", None, {"team": team, "held_on": "1/2/2022", "kind": "patrol"})
    children = [(child.type_code, child.reference_field) for child in registers.describe(ctx, "group").children]
    assert children == [("member", "team"), ("activity", "team")]
    for code, field in children:
        assert registers.overview(ctx, ListState(code, parent=(field, team))).count == 1
    # The head of the list is the group's head as well.
    assert {found.type_code for found in registers.search(ctx, "van duc")} == {"member", "group"}
    assert registers.describe(ctx, "member").sections[0].fields[1].private
