"""Figures given by hand: which a period takes, so that no day counts twice, and what they add here and above."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.data.declare import registry
from app.data.store import Store
from app.statistics.by_hand import BY_HAND, HandFigure, given_by_hand, settle
from app.statistics.checks import check_indicators
from app.statistics.closed import newest_sheets
from app.statistics.compute import Figure, compute
from app.statistics.indicators import ALL, INDICATORS
from app.statistics.periods import Period, PeriodKind, between
from tests.statistics.conftest import MakeBook, add
from tests.statistics.test_counting import carry

YEAR = between(date(2021, 12, 15), date(2022, 12, 14))
FIRST = date(2021, 10, 1)
DAYS = st.integers(0, 500).map(lambda days: FIRST + timedelta(days=days))
FIGURES = st.lists(
    st.builds(
        lambda number, unit, code, days, length, value: HandFigure(
            f"{number:032x}", "HUYEN", unit, code, days, days + timedelta(days=length), value
        ),
        st.integers(0, 10**6),
        st.sampled_from(("Xã Làng Nhì", "xã làng nhì", "Xã Phình Hồ")),
        st.sampled_from(("meetings", "groups")),
        DAYS,
        st.integers(0, 200),
        st.integers(0, 99),
    ),
    max_size=12,
)


@given(FIGURES, st.randoms())
def test_no_day_of_a_flow_counts_twice_and_nothing_reaches_out_of_the_period(figures: list[HandFigure], order: object) -> None:
    found = settle(figures, YEAR, stocks=("groups",))
    for figure in found.counted:
        assert figure.end <= YEAR.end
        assert figure.end >= YEAR.start if figure.indicator == "groups" else figure.start >= YEAR.start
    for one in found.counted:
        alike = [other for other in found.counted if other.whose == one.whose and other is not one]
        assert not alike if one.indicator == "groups" else all(o.end < one.start or o.start > one.end for o in alike)


@given(FIGURES)
def test_what_touches_the_period_is_counted_covered_or_told(figures: list[HandFigure]) -> None:
    found = settle(figures, YEAR)
    for figure in figures:
        touches = figure.start <= YEAR.end and figure.end >= YEAR.start
        within = YEAR.start <= figure.start and figure.end <= YEAR.end
        if within:
            covering = [o for o in found.counted if o.whose == figure.whose and o.start <= figure.end and o.end >= figure.start]
            assert covering and max(o.end - o.start for o in covering) >= figure.end - figure.start
        assert (figure in found.beyond) == (touches and not within)


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(figures: list[HandFigure], shuffler: object) -> None:
    unlike = list({figure.record: figure for figure in figures}.values())
    turned = unlike[:]
    shuffler.shuffle(turned)  # type: ignore[attr-defined]  # Hypothesis hands out a random.Random as an object
    assert settle(unlike, YEAR, stocks=("groups",)) == settle(turned, YEAR, stocks=("groups",))


def _figures(store: Store, period: Period, names: dict[str, str] | None = None) -> dict[str, Figure]:
    with store.reader() as reader:
        taken = given_by_hand(reader, period, INDICATORS)
        added = [(figure.column(store.unit, names or {}), figure) for figure in taken.counted]
        return compute(reader, period, own_unit=store.unit, sheets=newest_sheets(reader), by_hand=added)


def _given(name: str, code: str, value: int, start: str, end: str) -> dict[str, object]:
    return {"unit_name": name, "indicator": code, "value": value, "from_on": start, "to_on": end, "why": "x"}


def test_a_unit_above_adds_what_its_stations_gave_to_their_own_columns(make_book: MakeBook) -> None:
    station, above = make_book("TUCDAN"), make_book("HUYEN")
    add(station, "meeting", {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80})
    add(station, "hand_figure", _given("Bản xa", "meetings", 4, "2022-01-01", "2022-03-31"))
    add(station, "hand_figure", _given("Bản xa", "disputes", 2, "2022-01-01", "2022-03-31"))
    carry(station, above, "shared")
    add(above, "hand_figure", _given("Xã Làng Nhì", "meetings", 10, "2022-01-01", "2022-12-14"))
    at_station, gathered = _figures(station, YEAR), _figures(above, YEAR)
    assert (at_station["meetings"].value, at_station["meetings"].by_hand) == (5, 4)
    assert at_station["disputes"].value == 2, "a closed indicator may be given by hand too"
    assert gathered["meetings"].by_unit == {"TUCDAN": 5, BY_HAND + "xa lang nhi": 10}
    assert (gathered["meetings"].value, gathered["meetings"].by_hand) == (15, 14)
    assert gathered["disputes"].by_unit == {"TUCDAN": 2}


def test_the_latest_of_a_stock_counts_and_a_flow_only_within_the_period(station: Store) -> None:
    add(
        station,
        "hand_figure",
        _given("Xã Làng Nhì", "groups", 7, "2022-01-01", "2022-06-14"),
        _given("Xã Làng Nhì", "groups", 9, "2022-06-15", "2022-12-14"),
        _given("Xã Làng Nhì", "meetings", 5, "2022-11-15", "2022-12-31"),
        _given("Xã Làng Nhì", "tip_offs", 3, "2022-03-01", "2022-03-31"),
        _given("Xã Làng Nhì", "tip_offs", 8, "2022-01-01", "2022-06-14"),
    )
    year = _figures(station, YEAR)
    assert {code: year[code].value for code in ("groups", "meetings", "tip_offs")} == {"groups": 9, "meetings": 0, "tip_offs": 8}
    half = _figures(station, between(date(2021, 12, 15), date(2022, 6, 14)))
    assert half["groups"].value == 7
    march = _figures(station, Period(PeriodKind.CALENDAR_MONTH, date(2022, 3, 1), date(2022, 3, 31)))
    assert march["tip_offs"].value == 3


def test_the_offered_figures_are_exactly_the_indicators() -> None:
    first, *rest = ALL
    (message,) = [found for found in check_indicators(registry, rest) if found.startswith("S06")]
    assert first.code in message and "no indicator" in message
    unknown = replace(first, code="gossip")
    assert "S06 indicator gossip: cannot be aimed at or given by hand" in check_indicators(registry, (*ALL, unknown))


def test_a_unit_known_by_that_name_keeps_one_column(station: Store) -> None:
    add(station, "hand_figure", _given("XÃ TÚC ĐÁN", "meetings", 4, "2022-01-01", "2022-03-31"))
    assert _figures(station, YEAR, {"xa tuc dan": "TUCDAN"})["meetings"].by_unit == {"TUCDAN": 4}
