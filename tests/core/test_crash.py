"""A bug leaves a report, and the report no word about people."""

import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.crash import install, mark_offered, not_yet_offered, record_crash
from app.core.errors import UserError
from app.core.files import write_atomic

SECRET = "Giàng A Páo"


def bug() -> BaseException:
    secret = SECRET
    try:
        try:
            {}[secret]
        except KeyError as error:
            raise RuntimeError(f"foreign message about {secret}") from error
    except RuntimeError as error:
        return error
    raise AssertionError


def test_a_report_says_where_but_not_what(tmp_path: Path) -> None:
    path = record_crash(bug(), tmp_path, FixedClock(datetime(2026, 11, 24, 6, 30)))
    text = path.read_text("utf-8")
    assert path.name == "crash-20261124-063000.txt"
    assert "builtins.KeyError" in text and "builtins.RuntimeError" in text
    assert text.index("KeyError") < text.index("RuntimeError")
    assert "test_crash.py" in text and " bug" in text
    assert SECRET not in text and "foreign" not in text
    assert str(Path(__file__).parent) not in text and str(Path.home()) not in text




def test_frames_of_the_program_are_named_from_the_package_on(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_atomic(tmp_path / "missing" / SECRET, b"x")
    text = record_crash(caught.value, tmp_path).read_text("utf-8")
    assert "  app/core/files.py:" in text
    assert SECRET not in text


def test_two_bugs_in_one_second_leave_two_reports_and_old_ones_go(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 24, 6, 30))
    first, second = record_crash(bug(), tmp_path, clock), record_crash(bug(), tmp_path, clock)
    assert first != second and first.exists() and second.exists()
    for _ in range(25):
        clock.advance(timedelta(minutes=1))
        newest = record_crash(bug(), tmp_path, clock)
    reports = list((tmp_path / "crashes").glob("crash-*.txt"))
    assert len(reports) == 20 and newest in reports


def test_a_report_is_offered_once(tmp_path: Path) -> None:
    assert not_yet_offered(tmp_path) == ()
    mark_offered(tmp_path)
    path = record_crash(bug(), tmp_path)
    assert not_yet_offered(tmp_path) == (path,)
    mark_offered(tmp_path)
    assert not_yet_offered(tmp_path) == ()
    (tmp_path / "crashes" / "offered.txt").write_bytes(b"\xff")
    assert not_yet_offered(tmp_path) == (path,)


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = kept


def test_what_nobody_catches_is_recorded_in_every_thread(tmp_path: Path, hooks: None) -> None:
    told: list[Path] = []
    install(tmp_path, told.append)
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=lambda: {}["missing"])
    thread.start()
    thread.join()
    assert len(told) == 2 and set(not_yet_offered(tmp_path)) == set(told)
    sys.excepthook(SystemExit, SystemExit(0), None)
    assert len(told) == 2
