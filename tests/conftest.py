"""What every test stands on: no screen, no hidden log lines, the same examples on every machine."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogues import compile_all
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "ci", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", parent=settings.get_profile("ci"), max_examples=1_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_configure() -> None:
    """Tests read the program's sentences as an officer does, so the catalogues are compiled before any of them is loaded."""
    compile_all(ROOT / "translations")


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning nobody expected fails the test that caused it; a test that expects one takes it from `caplog` and clears it."""
    yield
    unexpected = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not unexpected, "\n".join(record.getMessage() for record in unexpected)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Seconds by folder of tests, so that a run that grew slow shows where."""
    seconds: dict[str, float] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                folder = "/".join(report.nodeid.split("/")[:2])
                seconds[folder] = seconds.get(folder, 0.0) + report.duration
    if seconds:
        terminalreporter.section("seconds by folder")
        for folder, spent in sorted(seconds.items()):
            terminalreporter.write_line(f"{folder}: {spent:.1f} s")
