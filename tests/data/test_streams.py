"""What leaves in the `shared` stream, register by register: the whole list, so that a field more is a decision and no accident."""

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.kinds import Reference
from app.data.checks import STATION_ONLY
from app.data.declare import SHARED, STATION, registry

LEAVES: dict[str, str] = {
    "activity": "team held_on kind count participants",
    "attachment": "",
    "award": "number decided_on authority place signer_title signer deed grounds state",
    "award_sheet": "awardee printed_on state recalled_on",
    "awardee": "award name collective address achievement register_no amount",
    "blank_entry": "",
    "board": "kind place hamlet number_shown installed_on removed_on condition checked_on",
    "campaign": "name starts_on ends_on signers text",
    "contribution": "",
    "deletion": "",
    "disclosure": "",
    "closed_book": "year book number closed_on rows",
    "closed_sheet": "month number figures reason",
    "commitment": "",
    "committee": "name decision founded_on term_from term_to ended_on",
    "committee_meeting": "committee held_on attendees",
    "committee_member": "",
    "committee_task": "committee meeting due_on done_on",
    "council_meeting": "",
    "council_vote": "",
    "dispute": "",
    "establishment": "",
    "follow_up": "",
    "group": "kind local_kind name hamlet members decision founded_on ended_on ended_decision",
    "team_kind": "name valid_from valid_until basis",
    "hamlet": "name households residents founded_on ended_on successor note",
    "hand_figure": "unit_name from_on to_on indicator value why",
    "hand_in": "handed_on kind pieces grams",
    "hot_spot": "arisen_on place hamlet matter settled_on settled_how",
    "household": "",
    "household_change": "",
    "informant": "",
    "informant_opening": "",
    "keeper": "",
    "key_area": "area level hamlet grade reason further_reason decided_on decision ended_on",
    "late_entry": "",
    "made_report": "",
    "mass_complaint": "arisen_on place hamlet matter people settled_on settled_how",
    "mediator": "",
    "meeting": "held_on hamlet form topic attendees audience_officials audience_workers audience_pupils audience_people"
    " organisations leaflets signatures opinions",
    "member": "",
    "member_rating": "",
    "model": "name matter started_on",
    "model_review": "site reviewed_on rating proposal",
    "model_adjustment": "model adjusted_on difference reason",
    "model_site": "model place hamlet origin members commitments founded_on decision decided_on dropped_on drop_reason",
    "nomination": "proposed_on kind nominee name address deed proposer outcome decided_on award",
    "not_same": "",
    "officer": "",
    "opinion": "meeting matter answered_on",
    "outreach": "held_on kind hamlet topic count leaflets",
    "person": "",
    "plan": "issued_on number kind title issuer ends_on",
    "plan_target": "plan indicator wanted",
    "plan_task": "plan task due_on done_on",
    "reintegration": "",
    "reminders": "",
    "safety": "year subject hamlet name result decision decided_on stands_from stands_until",
    "signing_sheet": "",
    "shared_attachment": "about_type about title kind contents size",
    "solved_case": "tip_off cleared_on cases violators",
    "team_rating": "",
    "tip_off": "received_on kind channel matter valuable state",
    "trusted_count": "year people stands_from stands_until",
    "trusted_person": "",
    "unit": "code name kind place parent_name police_body authority_body authority signer_title signer phone",
    "unit_succession": "old_code old_name new_code new_name from_on",
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
    assert {code for code, _, target in references if target == "trusted_person"} == {"contribution"}
    assert {code for code, _, target in references if target == "dispute"} == {"mediator", "follow_up"}


def test_only_four_roles_lead_to_a_person() -> None:
    """Tip-offs, reintegration, people of standing and the parties of disputes never resolve to the person page, by any way."""
    roles = {"member", "household", "awardee", "mediator"}
    direct = {code for code, target in _arrows() if target == "person"}
    assert direct == roles | {"person"}
    for code in ("tip_off", "reintegration", "visit", "trusted_person", "contribution", "dispute", "follow_up"):
        assert "person" not in _reach(code), code
    assert {code for code, target in _arrows() if target in ("reintegration", "trusted_person")} == {"visit", "contribution"}


def test_a_tip_off_and_a_trusted_person_have_only_places_and_officers_in_common() -> None:
    towards = {goal: {each.code for each in registry.all() if goal in _reach(each.code)} for goal in ("tip_off", "trusted_person")}
    seen = {goal: set().union(*map(_reach, codes)) for goal, codes in towards.items()}
    assert seen["tip_off"] & seen["trusted_person"] <= {"hamlet", "unit", "officer"}


def _arrows() -> set[tuple[str, str]]:
    kinds = ((each.code, info.kind) for each in registry.all() for info in each.fields.values())
    return {(code, kind.type_code) for code, kind in kinds if isinstance(kind, Reference)}


def _reach(code: str) -> set[str]:
    found, waiting = set(), {code}
    while waiting:
        found |= waiting
        waiting = {target for source, target in _arrows() if source in found} - found
    return found


def test_a_dispute_is_not_found_by_its_parties() -> None:
    assert "parties" not in registry.get("dispute").search


def test_nothing_leads_to_an_informant_and_an_informant_leads_to_nobody() -> None:
    for declared in registry.all():
        targets = {info.kind.type_code for info in declared.fields.values() if isinstance(info.kind, Reference)}
        assert "informant" not in targets
        if declared.code == "informant":
            assert targets == {"tip_off"} and not declared.search and not declared.in_menu
