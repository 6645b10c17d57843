"""Working processes: what goes wrong in one of them is told as if it had happened here."""

from pathlib import Path

import pytest

from app.core.errors import UserError
from app.core.progress import SILENT
from app.services.demo.crew import Crew, Job, begin
from app.services.demo.plan import plan
from app.services.demo.sources import World


@pytest.mark.parametrize("processes", [0, 1])
def test_an_error_of_a_job_reaches_the_one_who_waits(tmp_path: Path, small_world: World, processes: int) -> None:
    no_such_file = tmp_path / "không có.json"
    job = Job(small_world, plan(small_world)[0], tmp_path / "sổ", no_such_file, tmp_path, tmp_path)
    with Crew(processes, SILENT, 1) as crew, pytest.raises(UserError) as told:
        crew.do(begin, [job], "Working")
    assert told.value.code.startswith("enrol.")
    assert told.value.message
    assert not (tmp_path / "sổ" / "so-antq.db").exists()
