"""Messy workbooks through the program as scripts start it: `so-antq intake … --json`, counted again by another reader."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.core.clock import FixedClock
from app.core.i18n import load
from app.core.randomness import SeededRandomness
from app.keys.sealing import database_key
from app.services.session import unlock
from tests.intake.messy.catalogue import BY_CODE as MESSES
from tests.intake.messy.plan import Made, Plan
from tests.intake.messy.recount import recount
from tests.intake.messy.sheets import NINE
from tests.intake.station import TODAY
from tests.intake.test_never_kept import leaks
from tests.intake.whole_book import everything
from tests.sync.world import CHEAP

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "mật khẩu thử nghiệm"
pytestmark = pytest.mark.slow
PUT_IN = (
    "six title rows",
    "heading repeated on each page",
    "total of a count",
    "signature block",
    "empty rows between",
    "hidden rows",
)


def run(home: Path, *typed: str | Path, code: int = 0) -> Any:
    """The one JSON object the program answers with, and its log and error output in "said"."""
    environment = dict(
        os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"), PYTHONPATH=str(ROOT), SO_ANTQ_PASSWORD=PASSWORD
    )
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, typed), "--json"],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return {**json.loads(done.stdout), "said": done.stdout + done.stderr}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("Máy của trạm")
    run(home, "init", home / "sổ", "--unit", "Xã Túc Đán", "--code", "TUCDAN", "--user", "giang")
    return home


@pytest.fixture(scope="module")
def workbooks(home: Path) -> dict[str, Made]:
    made = {}
    for official in NINE:
        plan = Plan(official, random.Random(official.code))
        for code in PUT_IN:
            MESSES[code].put(plan)
        made[official.code] = plan.write(home, official.code)
    return made


def test_every_sheet_is_counted_as_another_reader_counts_it(home: Path, workbooks: dict[str, Made]) -> None:
    names = {official.code: official.type_code for official in NINE} | {"awards": "award"}
    whole = run(home, "intake", *(made.path for made in workbooks.values()), "--dry-run", "--rows", "--data", home / "sổ")
    assert not leaks(whole["said"])
    for (code, made), answer in zip(workbooks.items(), whole["files"], strict=True):
        assert answer["type"] == names[code]
        assert answer["read"] == sum(recount(made.path).values()) == len(made.rows) == len(answer["rows"])
        assert answer["new"] + answer["duplicate"] + answer["review"] + answer["left_out"] == answer["read"]
        assert answer["left_out"] == sum(row.verdicts == {"left_out"} for row in made.rows)
        assert answer["new"] == sum("new" in row.verdicts for row in made.rows)
        for reason in ("band", "total", "signature", "heading", "empty"):
            assert answer["reasons"].get(reason, 0) == sum(row.reason == reason for row in made.rows), reason


def test_all_nine_at_once_and_the_same_again(home: Path, workbooks: dict[str, Made]) -> None:
    files = [made.path for made in workbooks.values()]
    first = run(home, "intake", *files, "--rows", "--data", home / "sổ")
    assert first["totals"]["new"] == sum("new" in row.verdicts for made in workbooks.values() for row in made.rows)
    again = run(home, "intake", *files, "--rows", "--data", home / "sổ")
    assert again["totals"]["new"] == 0
    assert again["totals"]["duplicate"] == first["totals"]["new"]
    assert not leaks(first["said"] + again["said"])
    assert "INFORMANT" not in first["said"] + again["said"]
    session = unlock(
        home / "sổ", "giang", PASSWORD, clock=FixedClock(TODAY), randomness=SeededRandomness("look"), cost=CHEAP, say=load("vi")
    )
    try:
        assert session.context.keys is not None
        whole = everything(session.context, database_key(session.context.keys.master))
    finally:
        session.close()
    assert "Nguyễn" in whole
    assert not leaks(whole)
    assert "INFORMANT" not in whole
    assert "HOME1 " not in whole
