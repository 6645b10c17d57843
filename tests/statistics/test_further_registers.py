"""Figures of outreach, patrols, disputes, people being helped, hand-ins, plans, safety, areas."""

from datetime import date

import pytest

from app.data.store import Store
from app.statistics.closed import months_of
from app.statistics.periods import between
from tests.statistics.conftest import MakeBook, add
from tests.statistics.test_counting import YEAR, by_unit, carry, close, figures

DAY = "2022-05-05"


def test_outreach_counts_by_kind_and_its_leaflets_add_to_those_of_meetings(station: Store) -> None:
    add(station, "meeting", {"held_on": DAY, "form": "other", "topic": "x", "leaflets": 5})
    add(
        station,
        "outreach",
        {"held_on": DAY, "kind": "loudspeaker", "topic": "x", "count": 3, "leaflets": 10},
        {"held_on": DAY, "kind": "online", "topic": "x", "count": 4},
        {"held_on": "2022-12-14", "kind": "press", "topic": "x", "count": 1},
        {"held_on": "2022-12-15", "kind": "press", "topic": "x", "count": 1},
        {"held_on": DAY, "kind": "leaflets", "topic": "x", "count": 9, "leaflets": 200},
    )
    assert figures(station) == {"leaflets": 215, "loudspeaker_rounds": 3, "online_posts": 5}


def test_only_patrols_count_as_patrols(station: Store) -> None:
    add(
        station,
        "activity",
        {"held_on": DAY, "kind": "patrol", "count": 8},
        {"held_on": DAY, "kind": "guard", "count": 2},
        {"held_on": "2021-12-14", "kind": "patrol", "count": 1},
    )
    assert figures(station) == {"patrols": 8}


def test_members_that_are_listed_leave_the_number_of_members_as_it_was_given(station: Store) -> None:
    (team,) = add(station, "group", {"kind": "mediation", "members": 5})
    add(station, "member", {"team": team, "name": "a", "role": "head"})
    assert figures(station)["group_members"] == 5


def test_disputes_count_when_received_and_when_mediated(station: Store) -> None:
    add(
        station,
        "dispute",
        {"received_on": DAY, "content": "x", "outcome": "pending"},
        {"received_on": DAY, "content": "x", "outcome": "mediated", "settled_on": "2022-05-09"},
        {"received_on": DAY, "content": "x", "outcome": "failed", "settled_on": "2022-05-09"},
        {"received_on": "2021-11-01", "content": "x", "outcome": "mediated", "settled_on": "2022-01-09"},
    )
    assert figures(station) == {"disputes": 3, "disputes_mediated": 2}


def test_people_are_helped_until_the_day_help_ends(station: Store) -> None:
    person = {"name": "a", "began_on": "2021-02-01", "keep_until": "2026-01-01"}
    add(
        station,
        "reintegration",
        person,
        {**person, "ended_on": "2022-12-14", "outcome": "progress"},
        {**person, "ended_on": "2022-12-15", "outcome": "progress"},
        {**person, "ended_on": DAY, "outcome": "moved"},
        {**person, "began_on": "2022-12-15"},
    )
    assert figures(station) == {"people_in_reintegration": 2, "people_reintegrated": 1}


def test_hand_ins_count_in_pieces_and_fireworks_in_kilograms(station: Store) -> None:
    add(
        station,
        "hand_in",
        {"handed_on": DAY, "kind": "home_made_gun", "pieces": 3},
        {"handed_on": DAY, "kind": "support_tool", "pieces": 2},
        {"handed_on": DAY, "kind": "explosive", "pieces": 40, "grams": 900},
        {"handed_on": DAY, "kind": "fireworks", "grams": 1_400},
        {"handed_on": DAY, "kind": "fireworks", "grams": 1_100},
    )
    assert figures(station) == {"weapons_handed_in": 5, "fireworks_handed_in_kg": 3}


def test_plans_hot_spots_and_complaints_count_by_their_day(station: Store) -> None:
    add(station, "plan", {"issued_on": DAY, "title": "x"}, {"issued_on": "2022-12-15", "title": "x"})
    add(station, "hot_spot", {"arisen_on": DAY, "place": "x"}, {"arisen_on": "2021-01-01", "place": "x", "settled_on": DAY})
    add(station, "mass_complaint", {"arisen_on": DAY, "place": "x", "people": 30})
    assert figures(station) == {"plans_issued": 1, "hot_spots": 1, "mass_complaints": 1}


def test_key_areas_stand_until_they_cease(station: Store) -> None:
    add(
        station,
        "key_area",
        {"area": "a", "decided_on": "2020-01-01"},
        {"area": "b", "decided_on": "2020-01-01", "ended_on": DAY},
        {"area": "c", "decided_on": "2022-12-15"},
    )
    assert figures(station) == {"key_areas": 1}


def test_a_number_of_people_of_standing_holds_for_its_year(station: Store) -> None:
    year = {"stands_from": "2022-01-01", "stands_until": "2023-01-01"}
    add(
        station,
        "trusted_count",
        {"year": 2022, "people": 14, **year},
        {"year": 2021, "people": 12, "stands_from": "2021-01-01", "stands_until": "2022-01-01"},
    )
    assert figures(station) == {"trusted_people": 14}
    assert figures(station, between(date(2022, 1, 1), date(2022, 12, 31))) == {"trusted_people": 14}
    assert figures(station, between(date(2020, 12, 15), date(2021, 12, 14))) == {"trusted_people": 12}


def test_a_hamlet_is_safe_from_its_assessment_until_the_next(station: Store) -> None:
    hamlets = add(station, "hamlet", {"name": "a"}, {"name": "b"}, {"name": "c"})
    now = {"year": 2022, "subject": "hamlet", "result": "safe", "stands_from": "2022-11-01", "stands_until": "2023-11-01"}
    before = {**now, "year": 2021, "stands_from": "2021-11-01", "stands_until": "2022-11-01"}
    add(
        station,
        "safety",
        {**now, "hamlet": hamlets[0]},
        {**now, "hamlet": hamlets[0]},
        {**now, "hamlet": hamlets[1], "result": "not_safe"},
        {**now, "subject": "school", "name": "x"},
        *({**before, "hamlet": hamlet} for hamlet in hamlets),
    )
    assert figures(station) == {"hamlets": 3, "hamlets_safe": 1}
    assert figures(station, between(date(2022, 1, 1), date(2022, 6, 30)))["hamlets_safe"] == 3


@pytest.mark.parametrize("code", ["disputes", "disputes_mediated", "people_in_reintegration", "people_reintegrated"])
def test_the_unit_above_has_them_from_closed_sheets_alone(make_book: MakeBook, code: str) -> None:
    above = make_book("HUYEN")
    for unit, number in (("TUCDAN", 3), ("PAHU", 2)):
        book = make_book(unit)
        add(book, "dispute", *[{"received_on": DAY, "content": "x", "outcome": "mediated", "settled_on": DAY}] * number)
        person = {"name": "a", "began_on": "2021-02-01", "keep_until": "2026-01-01"}
        add(book, "reintegration", *[person] * number, *[{**person, "ended_on": DAY, "outcome": "progress"}] * number)
        close(book, months_of(YEAR))
        carry(book, above, "shared")
        assert by_unit(book, code) == {unit: number}
    assert by_unit(above, code) == {"PAHU": 2, "TUCDAN": 3}
    with above.reader() as reader:
        assert reader.count("dispute", None) == reader.count("reintegration", None) == 0


def test_kilograms_add_up_above_to_what_the_stations_report(make_book: MakeBook) -> None:
    above = make_book("HUYEN")
    for unit in ("TUCDAN", "PAHU"):
        book = make_book(unit)
        add(book, "hand_in", {"handed_on": DAY, "kind": "fireworks", "grams": 1_500})
        carry(book, above, "shared")
    assert by_unit(above, "fireworks_handed_in_kg") == {"PAHU": 2, "TUCDAN": 2}
    assert figures(above) == {"fireworks_handed_in_kg": 4}
