"""The README says what these tests measure."""

from importlib import import_module
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[3] / "README.md"
JOBS = {
    "A meeting": "test_meeting",
    "A hamlet's campaign": "test_campaign",
    "A tip-off": "test_tip_off",
    "A new group member": "test_member",
    "A review of ten model sites": "test_model_review",
    "An award nomination": "test_nomination",
}


@pytest.mark.parametrize(("job", "module"), JOBS.items())
def test_the_readme_says_what_was_counted(job: str, module: str) -> None:
    counted = import_module(f"tests.ui.keystrokes.{module}")
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith(f"| {job}")]
    assert len(rows) == 1
    program, spreadsheet = (int(cell) for cell in rows[0].split("|")[2:4])
    assert (program, spreadsheet) == (counted.PRESSED, counted.in_a_spreadsheet())
