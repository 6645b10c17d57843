"""The commands `report` and `close`, typed as an officer types them."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.core.clock import SystemClock
from app.core.i18n import load
from app.core.randomness import SeededRandomness
from app.keys.passwords import PasswordCost
from app.services import session
from app.services.setup import HamletSetup, StationSetup
from app.statistics.indicators import INDICATORS

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "mật khẩu thử nghiệm"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station's data folder, and its officer's password in the environment."""
    setup = StationSetup(
        code="TUCDAN",
        name="Xã Túc Đán",
        hamlets=(HamletSetup("Bản Mù", 90),),
        officer_name="Giàng A Sử",
        login="giang",
        password=PASSWORD,
    )
    data = tmp_path / "sổ của trạm"
    opened = session.set_up(data, setup, clock=SystemClock(), randomness=SeededRandomness("cli"), cost=CHEAP, say=load("en"))
    with opened.context.store.change(opened.context.user.id, "new") as change:
        meeting = {"form": "study", "topic": "x", "attendees": 80, "signatures": 5}
        change.create("meeting", {**meeting, "held_on": "2022-03-12"})
        change.create("meeting", {**meeting, "held_on": "2021-03-12"})
    opened.close()
    monkeypatch.setenv("SO_ANTQ_PASSWORD", PASSWORD)
    return data


def test_report_writes_the_figures_and_answers_with_them(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "x.json"
    typed = ["report", "--data", str(folder), "--from", "2021-12-15", "--to", "2022-12-14", "--out", str(out), "--json"]
    assert main(typed) == 0
    answer = json.loads(capsys.readouterr().out)
    written = json.loads(out.read_text(encoding="utf-8"))
    assert answer == {**written, "file": str(out)}
    assert list(written["indicators"]) == list(INDICATORS)
    assert (written["unit"], written["indicators"]["meetings"], written["previous"]["meetings"]) == ("Xã Túc Đán", 1, 1)


def test_report_says_where_the_paper_is(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "báo cáo.pdf"
    typed = ["--lang", "en", "report", "--data", str(folder), "--from", "2022-01-01", "--to", "2022-12-31", "--out", str(out)]
    assert main(typed) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "the calendar year 2022" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("days", "name", "code", "exit_code"),
    [
        (("2022-12-14", "2021-12-15"), "x.json", "period.order", 1),
        (("2021-12-15", "2022-12-14"), "x.odt", "report.ending", 1),
        (("15/12/2021", "2022-12-14"), "x.json", "usage", 2),
        (("2021-12-15", "2022-12-14"), "no such folder/x.json", "file.cannot_write", 1),
    ],
)
def test_what_cannot_be_reported_is_told_and_nothing_is_written(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    days: tuple[str, str],
    name: str,
    code: str,
    exit_code: int,
) -> None:
    out = tmp_path / name
    typed = ["report", "--data", str(folder), "--from", days[0], "--to", days[1], "--out", str(out), "--json"]
    assert main(typed) == exit_code
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["code"]) == (False, code)
    assert answer["message"]
    assert not out.exists()


def test_close_closes_a_month_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["close", "2022-03", "--data", str(folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["period"] == "2022-03"
    assert [(s["month"], s["number"], s["figures"]["commitments_signed"]) for s in answer["sheets"]] == [("2022-03", 1, 5)]
    assert main(["close", "2022-03", "--data", str(folder), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["sheets"], again["unchanged"]) == ([], ["2022-03"])


def test_close_closes_every_month_of_a_year(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "close", "2022", "--data", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 12


def test_close_refuses_what_is_no_month(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["close", "tháng 3", "--data", str(folder), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "close.period"
