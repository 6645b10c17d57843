"""Prints the ratios at the end of a run."""

import pytest

from tests.benchmarks.ratio import taken


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line a ratio, as the README gives them."""
    if taken:
        terminalreporter.section("beside the bare libraries")
        for ratio in taken:
            figures = f"{ratio.own * 1000:10.1f} ms {ratio.bare * 1000:10.1f} ms {ratio.times:6.2f} ×   (limit {ratio.limit:g} ×)"
            terminalreporter.write_line(f"{ratio.name:<56}{figures}")
