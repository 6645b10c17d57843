"""The clocks of a tip-off: 24 or 48 hours to pass it on, seven days to check it."""

from datetime import datetime

import pytest

from app.services.due import CHECK, PASS_ON, running

REPORT = {"received_at": "2022-03-04T22:30", "kind": "report", "state": "new"}


@pytest.mark.parametrize(("remote", "passing"), [(False, datetime(2022, 3, 5, 22, 30)), (True, datetime(2022, 3, 6, 22, 30))])
def test_a_report_of_a_crime_is_passed_on_and_checked(remote: bool, passing: datetime) -> None:
    found = running(REPORT, remote=remote)
    assert [(deadline.what, deadline.by) for deadline in found] == [(PASS_ON, passing), (CHECK, datetime(2022, 3, 11, 23, 59))]


def test_other_information_is_only_checked() -> None:
    for kind in ("other", None):
        assert [deadline.what for deadline in running({**REPORT, "kind": kind})] == [CHECK]


@pytest.mark.parametrize(
    "change", [{"passed_at": "2022-03-05T08:00"}, {"state": "resolved"}, {"state": "unfounded"}, {"received_at": None}]
)
def test_no_clock_runs_once_it_is_dealt_with_or_when_the_hour_is_not_known(change: dict[str, str | None]) -> None:
    assert running({**REPORT, **change}) == ()


def test_time_runs_out_after_the_last_minute() -> None:
    (passing, checking) = running({**REPORT, "state": "checking"})
    assert passing.soon(datetime(2022, 3, 5, 12, 0)) and not passing.soon(datetime(2022, 3, 5, 9, 0))
    assert not passing.overdue(datetime(2022, 3, 5, 22, 30))
    assert passing.overdue(datetime(2022, 3, 5, 22, 31)) and not passing.soon(datetime(2022, 3, 5, 22, 31))
    assert not checking.overdue(datetime(2022, 3, 11, 23, 59)) and checking.overdue(datetime(2022, 3, 12, 0, 0))


def test_the_end_of_a_february_is_counted_by_the_calendar() -> None:
    (_, checking) = running({**REPORT, "received_at": "2024-02-28T00:00"})
    assert checking.by == datetime(2024, 3, 6, 23, 59)
