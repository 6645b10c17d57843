"""Counting records into figures, and closed sheets into the unit above's."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.kinds import Figures
from app.data.conditions import Count, Equals, Sum
from app.data.declare import registry
from app.data.store import Store
from app.statistics.checks import check_indicators
from app.statistics.closed import CLOSED, halves, missing_months, months_of, newest_sheets, splits_halves
from app.statistics.compute import compute
from app.statistics.declaration import Indicator, Source
from app.statistics.indicators import ALL, CHAPTERS, INDICATORS
from app.statistics.periods import Period, PeriodKind, between, period_of
from tests.statistics.conftest import MakeBook, add

YEAR = period_of(PeriodKind.YEAR, date(2022, 3, 1))


def figures(store: Store, period: Period = YEAR) -> dict[str, int]:
    with store.reader() as reader:
        found = compute(reader, period, own_unit=store.unit, sheets=newest_sheets(reader))
    return {code: figure.value for code, figure in found.items() if figure.value}


def by_unit(store: Store, code: str, period: Period = YEAR) -> dict[str, int]:
    with store.reader() as reader:
        return dict(compute(reader, period, own_unit=store.unit, sheets=newest_sheets(reader))[code].by_unit)


def carry(source: Store, target: Store, *streams: str) -> None:
    with source.reader() as reader:
        sets = list(reader.change_sets(streams, {}))
    target.receive(sets)


def test_the_declared_indicators_are_sound() -> None:
    assert check_indicators(registry) == []
    assert len(INDICATORS) == len(ALL)
    assert all(chapter.title and chapter.indicators for chapter in CHAPTERS)


@pytest.mark.parametrize(
    ("indicator", "message"),
    [
        (Indicator("x", "", "", (Source("tip_off", Count(), on="received_at"),)), "S03 indicator x: reads tip_off.received_at"),
        (Indicator("x", "", "", (Source("commitment", Count(), on="signed_on"),)), "S03 indicator x: reads commitment.*"),
        (
            Indicator("x", "", "", (Source("board", Count(), since="hung_on"),), stock=True),
            "S02 indicator x: board has no field hung_on",
        ),
        (Indicator("x", "", "", (Source("patrol", Count(), on="day"),)), "S02 indicator x: there is no record type patrol"),
        (Indicator("x", "", "", (Source("meeting", Sum("topic"), on="held_on"),)), "S04 indicator x: sums meeting.topic"),
        (Indicator("x", "", "", (Source("meeting", Count()),)), "S04 indicator x: a flow needs"),
        (
            Indicator("x", "", "", (Source("meeting", Count(), on="held_on", where=(Equals("chair", "a"),)),)),
            "S03 indicator x: reads meeting.chair",
        ),
    ],
)
def test_an_indicator_that_cannot_count_alike_everywhere_is_refused(indicator: Indicator, message: str) -> None:
    assert any(found.startswith(message) for found in check_indicators(registry, (*ALL, indicator)))


def test_meetings_count_by_form_and_day(station: Store) -> None:
    meeting = {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80, "audience_people": 60, "leaflets": 5}
    add(
        station,
        "meeting",
        meeting,
        {**meeting, "form": "propaganda", "held_on": "2021-12-15"},
        {**meeting, "held_on": "2021-12-14"},
        {**meeting, "held_on": "2022-12-15"},
        {**meeting, "form": "forum", "opinions": 7},
        {**meeting, "form": "festival"},
        {**meeting, "form": "other", "signatures": 12},
    )
    assert figures(station) == {
        "meetings": 2,
        "attendances": 160,
        "audience_people": 120,
        "leaflets": 25,
        "forums": 1,
        "forum_opinions": 7,
        "festival_sites": 1,
        "commitments_signed": 12,
    }


def test_a_deleted_record_no_longer_counts(station: Store) -> None:
    (one, _) = add(station, "meeting", *[{"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80}] * 2)
    with station.change("tester", "delete") as change:
        change.delete("meeting", one)
    assert figures(station) == {"meetings": 1, "attendances": 80}


def test_tip_offs_count_where_received_and_cases_where_cleared(station: Store) -> None:
    day = {"received_on": "2022-05-01", "received_at": "2022-05-01T08:00", "valuable": "pending", "state": "new"}
    ids = add(
        station,
        "tip_off",
        day,
        {**day, "valuable": "yes", "state": "resolved"},
        {**day, "valuable": "no", "state": "unfounded"},
        {**day, "received_on": "2021-11-30", "valuable": "yes", "state": "resolved"},
    )
    add(
        station,
        "solved_case",
        {"tip_off": ids[3], "cleared_on": "2022-01-05", "cases": 2, "violators": 3},
        {"tip_off": ids[1], "cleared_on": "2022-12-16", "cases": 1, "violators": 1},
    )
    expected = {"tip_offs": 3, "tip_offs_valuable": 1, "tip_offs_resolved": 2, "cases_resolved": 2, "violators": 3}
    assert figures(station) == expected


def test_model_sites_stand_until_dropped_and_count_unless_rated_ineffective(station: Store) -> None:
    models = add(station, "model", {"name": "a"}, {"name": "b"})
    site = {"model": models[0], "place": "x", "founded_on": "2019-01-01"}
    ids = add(
        station,
        "model_site",
        site,
        {**site, "founded_on": "2022-02-02"},
        {**site, "founded_on": "2023-02-02"},
        {**site, "dropped_on": "2022-12-14"},
        {**site, "dropped_on": "2022-12-15", "model": models[1]},
        site,
    )
    review = {"site": ids[0], "reviewed_on": "2022-06-01", "rating": "ineffective"}
    add(
        station,
        "model_review",
        {**review, "site": ids[5]},
        {**review, "reviewed_on": "2022-05-01"},
        {**review, "reviewed_on": "2022-06-02", "rating": "fair"},
        {**review, "reviewed_on": "2023-01-01"},
    )
    expected = {"model_types": 2, "model_sites": 3, "model_sites_new": 1, "model_sites_dropped": 1, "models_reviewed": 2}
    assert figures(station) == expected


def test_boards_groups_and_hamlets_are_what_stands_on_the_last_day(station: Store) -> None:
    add(station, "hamlet", {"name": "a", "households": 90}, {"name": "b", "households": 110}, {"name": "c"})
    add(
        station,
        "board",
        {"kind": "board", "installed_on": "2020-01-01"},
        {"kind": "box", "installed_on": "2022-12-14"},
        {"kind": "board", "installed_on": "2022-12-15"},
        {"kind": "board", "installed_on": "2020-01-01", "removed_on": "2022-01-01"},
    )
    add(
        station,
        "group",
        {"kind": "mediation", "members": 5},
        {"kind": "mediation", "members": 6, "founded_on": "2022-01-01"},
        {"kind": "other", "members": 7, "founded_on": "2022-01-01", "ended_on": "2022-02-01"},
        {"kind": "civil_defence", "members": 8, "founded_on": "2023-01-01"},
    )
    expected = {
        "hamlets": 3,
        "households": 200,
        "notice_boards": 1,
        "tip_boxes": 1,
        "groups": 2,
        "mediation_teams": 2,
        "group_members": 11,
    }
    assert figures(station) == expected


def test_awards_count_by_the_day_of_an_issued_decision(station: Store) -> None:
    issued, draft, later = add(
        station,
        "award",
        {"number": "1", "decided_on": "2022-08-19", "state": "issued"},
        {"number": "2", "decided_on": "2022-08-19", "state": "draft"},
        {"number": "3", "decided_on": "2023-08-19", "state": "issued"},
    )
    for award in (issued, draft, later):
        add(
            station,
            "awardee",
            {"award": award, "name": "a", "collective": 0, "amount": 700_000},
            {"award": award, "name": "b", "collective": 1},
        )
    assert figures(station) == {"awards_collective": 1, "awards_individual": 1, "award_money": 700_000}


def test_a_household_counts_once_a_campaign(station: Store) -> None:
    first, second = add(station, "campaign", {"name": "a", "starts_on": "2022-01-01"}, {"name": "b", "starts_on": "2022-06-01"})
    (house,) = add(station, "household", {"head": "a"})
    signed = {"campaign": first, "signed_on": "2022-01-10", "signer_kind": "household", "household": house, "name": "a"}
    add(
        station,
        "commitment",
        signed,
        {**signed, "signed_on": "2022-03-10"},
        {**signed, "campaign": second, "signed_on": "2022-06-10"},
        {**signed, "household": None, "name": "b"},
        {**signed, "household": None, "name": "b"},
        {**signed, "signer_kind": "person"},
        {**signed, "signer_kind": "establishment"},
    )
    expected = {"commitments_signed": 7, "households_committed": 3, "establishments_committed": 1}
    assert figures(station) == expected
    assert figures(station, between(date(2022, 2, 1), date(2022, 5, 31))) == {"commitments_signed": 1}


def close(store: Store, months: tuple[str, ...], number: int = 1) -> None:
    """Closed sheets as the closing service makes them."""
    for month in months:
        with store.reader() as reader:
            counted = [compute(reader, half, own_unit=store.unit, sheets={}, indicators=CLOSED) for half in halves(month)]
        pairs = {i.code: (counted[0][i.code].value, counted[1][i.code].value) for i in CLOSED}
        add(store, "closed_sheet", {"month": month, "number": number, "figures": Figures().dump(pairs)})


def test_the_unit_above_counts_what_its_stations_count(make_book: MakeBook) -> None:
    above = make_book("HUYEN")
    for unit, number in (("TUCDAN", 3), ("PAHU", 2)):
        book = make_book(unit)
        meeting = {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80, "signatures": 4}
        add(book, "meeting", *[meeting] * number)
        (campaign,) = add(book, "campaign", {"name": "a", "starts_on": "2022-01-01"})
        signed = {"campaign": campaign, "signer_kind": "person", "name": "a"}
        add(book, "commitment", {**signed, "signed_on": "2021-12-15"}, {**signed, "signed_on": "2022-12-14"})
        close(book, months_of(YEAR))
        carry(book, above, "shared")
        assert by_unit(above, "commitments_signed")[unit] == by_unit(book, "commitments_signed")[unit] == 4 * number + 2
    add(above, "meeting", {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 1, "signatures": 100})
    assert by_unit(above, "meetings") == {"HUYEN": 1, "PAHU": 2, "TUCDAN": 3}
    assert by_unit(above, "commitments_signed") == {"HUYEN": 100, "PAHU": 10, "TUCDAN": 14}


def test_a_later_sheet_amends_the_month_and_an_unclosed_month_is_named(make_book: MakeBook) -> None:
    above, book = make_book("HUYEN"), make_book("PAHU")
    add(book, "meeting", {"held_on": "2022-03-12", "form": "study", "topic": "x", "signatures": 4})
    close(book, ("2022-03",))
    add(book, "meeting", {"held_on": "2022-03-20", "form": "study", "topic": "x", "signatures": 3})
    close(book, ("2022-03",), number=2)
    carry(book, above, "shared")
    march = between(date(2022, 3, 1), date(2022, 4, 30))
    assert by_unit(above, "commitments_signed", march) == {"PAHU": 7}
    assert by_unit(above, "commitments_signed", between(date(2022, 3, 15), date(2022, 4, 14))) == {"PAHU": 3}
    with above.reader() as reader:
        sheets = newest_sheets(reader)
    assert missing_months(sheets, ("PAHU",), march, date(2022, 5, 1)) == {"PAHU": ("2022-04",)}
    assert missing_months(sheets, ("PAHU",), march, date(2022, 4, 30)) == {}


def test_halves_of_a_month() -> None:
    first, second = halves("2024-02")
    assert (first.start, first.end, second.start, second.end) == (
        date(2024, 2, 1),
        date(2024, 2, 14),
        date(2024, 2, 15),
        date(2024, 2, 29),
    )
    assert months_of(YEAR)[0] == "2021-12"
    assert months_of(YEAR)[-1] == "2022-12"
    assert not splits_halves(YEAR)
    assert splits_halves(Period(PeriodKind.DATES, date(2022, 3, 2), date(2022, 3, 14)))


FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNATURES = st.lists(st.tuples(st.integers(0, 729), st.integers(0, 2), st.integers(0, 3)), max_size=12)


@FEW
@given(signatures=SIGNATURES, cuts=st.lists(st.integers(0, 729), min_size=1, max_size=4))
def test_the_parts_of_a_period_add_up_to_it(station: Store, signatures: list[tuple[int, int, int]], cuts: list[int]) -> None:
    begin = date(2021, 1, 1)
    add(
        station,
        "commitment",
        *(
            {
                "campaign": f"{campaign:032x}",
                "household": f"{house:032x}",
                "signer_kind": "household",
                "name": "a",
                "signed_on": (begin + timedelta(days=day)).isoformat(),
            }
            for day, campaign, house in signatures
        ),
    )
    whole = Period(PeriodKind.DATES, begin, begin + timedelta(days=729))
    edges = [0, *sorted(set(cuts) - {0}), 730]
    parts = [replace(whole, start=begin + timedelta(days=a), end=begin + timedelta(days=b - 1)) for a, b in pairwise(edges)]
    for code in ("commitments_signed", "households_committed"):
        assert sum(figures(station, part).get(code, 0) for part in parts) == figures(station, whole).get(code, 0)


def test_every_code_of_the_report_is_declared() -> None:
    published = Path(__file__).with_name("codes.json")
    assert list(json.loads(published.read_text(encoding="utf-8"))) == sorted(INDICATORS)
