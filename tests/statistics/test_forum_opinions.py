"""Opinions at forums are counted once: by the number given with the forum, or by what was recorded of them."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.store import Store
from app.statistics.closed import newest_sheets
from app.statistics.compute import compute
from app.statistics.periods import PeriodKind, period_of
from tests.statistics.conftest import MakeBook, add

YEAR = period_of(PeriodKind.YEAR, date(2022, 3, 1))
MEETINGS = st.lists(
    st.tuples(
        st.sampled_from(["forum", "study", "festival"]),
        st.sampled_from(["2022-05-05", "2021-05-05"]),
        st.none() | st.integers(0, 40),
        st.integers(0, 4),
        st.booleans(),
    ),
    max_size=6,
)


def opinions(store: Store) -> int:
    with store.reader() as reader:
        return compute(reader, YEAR, own_unit=store.unit, sheets=newest_sheets(reader))["forum_opinions"].value


def record(store: Store, form: str, day: str, number: int | None, rows: int, standing: bool) -> int:
    """One meeting with its opinions; returns what it adds to the figure."""
    (meeting,) = add(store, "meeting", {"form": form, "held_on": day, "topic": "x", "attendees": 1, "opinions": number})
    made = add(store, "opinion", *({"meeting": meeting, "matter": "crime", "opinion": "Có xe lạ"} for _ in range(rows)))
    with store.change("tester", "delete") as change:
        if not standing:
            change.delete("meeting", meeting)
        elif made:
            change.delete("opinion", made[0])
    counted = standing and form == "forum" and day.startswith("2022")
    return (number if number is not None else max(0, rows - 1)) if counted else 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MEETINGS)
def test_each_forum_counts_its_number_or_else_its_rows(
    station: Store, meetings: list[tuple[str, str, int | None, int, bool]]
) -> None:
    before = opinions(station)
    expected = sum(record(station, *meeting) for meeting in meetings)
    assert opinions(station) - before == expected


def test_station_and_unit_above_count_the_same(make_book: MakeBook, station: Store) -> None:
    expected = record(station, "forum", "2022-06-01", None, 4, True) + record(station, "forum", "2022-07-01", 9, 3, True)
    above = make_book("TRAMTAU")
    with station.reader() as reader:
        above.receive(list(reader.change_sets(("shared",), {})))
    assert opinions(above) == opinions(station) == expected == 12
    with above.reader() as reader:
        assert all(view.values["opinion"] is None for view in reader.window("opinion", order=("matter", "asc")))
