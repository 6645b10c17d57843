"""What leaves in the `shared` stream, register by register: the whole list, so that a field more is a decision and no accident."""

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.kinds import Reference
from app.data.checks import STATION_ONLY
from app.data.declare import SHARED, STATION, registry

LEAVES: dict[str, str] = {
    "activity": "team held_on kind count participants",
    "award": "number decided_on authority place signer_title signer deed grounds state",
    "awardee": "award name collective address achievement register_no amount",
    "board": "kind place hamlet number_shown installed_on removed_on condition checked_on",
    "campaign": "name starts_on ends_on signers text",
    "closed_sheet": "month number figures",
    "commitment": "",
    "dispute": "",
    "establishment": "",
    "group": "kind name hamlet members founded_on ended_on",
    "hamlet": "name households residents note",
    "hand_in": "handed_on kind pieces grams",
    "hot_spot": "arisen_on place hamlet matter settled_on",
    "household": "",
    "household_change": "",
    "key_area": "area level hamlet grade reason decided_on decision ended_on",
    "mass_complaint": "arisen_on place hamlet matter people settled_on",
    "meeting": "held_on hamlet form topic attendees audience_officials audience_workers audience_pupils audience_people"
    " organisations leaflets signatures opinions",
    "member": "",
    "model": "name matter started_on",
    "model_review": "site reviewed_on rating proposal",
    "model_site": "model place hamlet founded_on decision dropped_on drop_reason",
    "officer": "",
    "outreach": "held_on kind hamlet topic count leaflets",
    "plan": "issued_on number kind title issuer ends_on",
    "plan_task": "plan task due_on done_on",
    "reintegration": "",
    "safety": "year subject hamlet name result decision decided_on stands_from stands_until",
    "signing_sheet": "",
    "solved_case": "tip_off cleared_on cases violators",
    "tip_off": "received_on kind channel matter valuable state",
    "trusted_count": "year people stands_from stands_until",
    "trusted_person": "",
    "unit": "code name kind place parent_name police_body authority_body authority signer_title signer phone",
    "visit": "",
    "withdrawal": "",
}
"""By register, the fields the unit above may read; the rest stays in the station."""


@pytest.mark.parametrize("code", sorted({each.code for each in registry.all()} | set(LEAVES)))
def test_exactly_this_leaves_the_station(code: str) -> None:
    declared = registry.get(code)
    leaving = [name for name, info in declared.fields.items() if info.stream == SHARED]
    assert leaving == LEAVES[code].split()
    assert all(info.stream in (SHARED, STATION) for info in declared.fields.values())


def test_what_has_nothing_to_share_says_so() -> None:
    assert {code for code, fields in LEAVES.items() if not fields} == STATION_ONLY
    assert all(registry.get(code).life_stream == STATION for code in STATION_ONLY)


def test_a_trusted_person_cannot_be_linked_to_anything() -> None:
    references = {
        (declared.code, name, info.kind.type_code)
        for declared in registry.all()
        for name, info in declared.fields.items()
        if isinstance(info.kind, Reference)
    }
    assert {target for code, _, target in references if code == "trusted_person"} == {"hamlet"}
    assert not [code for code, _, target in references if target in ("trusted_person", "dispute")]


def test_a_dispute_is_not_found_by_its_parties() -> None:
    assert "parties" not in registry.get("dispute").search
