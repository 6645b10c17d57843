"""The whole demonstration, typed as a command: twelve communes, and a report that prints the published figures."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from app.cli import main
from app.services.demo import books
from app.services.demo.sources import load_figures

ROOT = Path(__file__).resolve().parents[2]
_TWO_MINUTES = 2 * 120
"""Processor seconds of two cores in two minutes. The clock on the wall would also measure what else the machine does."""

pytestmark = pytest.mark.slow


def _used() -> float:
    """Processor seconds of processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _text(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_whole_demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Dữ liệu mẫu"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(tmp_path / "data")}
    begun = _used()
    done = subprocess.run(
        [sys.executable, "-m", "app", "demo", str(folder), "--json"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert _used() - begun < _TWO_MINUTES
    answer = json.loads(done.stdout)
    assert len(answer["units"]) == 13
    assert len(answer["packages"]) == 12
    assert all(Path(path).exists() for kind in answer.values() for path in kind)
    assert {Path(path).parent.parent.name for path in answer["units"]} == {"Dữ liệu mẫu"}

    before, now = load_figures(2021), load_figures(2022)
    printed = json.loads((folder / "papers" / "report.json").read_text("utf-8"))
    assert now.met_by(printed["indicators"])
    assert before.met_by(printed["previous"])

    pages = _text(folder / "papers" / "report.pdf")
    words = " ".join(" ".join(pages).split())
    for sentence in ("188 buổi", "101 nguồn tin", "68 tin có giá trị", "49 vụ việc", "51 lượt người vi phạm", "54 mô hình"):
        assert sentence in words
    certificates = _text(folder / "papers" / "certificates.pdf")
    assert len(certificates) == 18
    assert all("GIẤY KHEN" in " ".join(page.split()) for page in certificates)
    letters = set("DỮLIỆUMẪU")
    assert all(letters <= set(page) for page in (*pages, *certificates))

    monkeypatch.setenv("SO_ANTQ_PASSWORD", books.PASSWORD)
    parent = str(folder / "units" / "parent")
    for start, end in (("2021-12-15", "2022-12-14"), ("2022-01-01", "2022-12-31")):
        out = tmp_path / f"{start}.json"
        assert main(["report", "--from", start, "--to", end, "--out", str(out), "--data", parent]) == 0
        assert now.met_by(json.loads(out.read_text("utf-8"))["indicators"])
    capsys.readouterr()
    again = tmp_path / "giấy khen.pdf"
    typed = ["certificates", "--decision", "1846/QĐ-UBND", "--out", str(again), "--data", parent, "--json"]
    assert main([*typed, "--mode", "blank", "--offset", "-2,1.5"]) == 0
    assert json.loads(capsys.readouterr().out)["certificates"] == 18
    assert main(["certificates", "--decision", "9999/QĐ", "--out", str(again), "--data", parent, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "award.unknown"
    assert main(["import", *answer["packages"], "--data", parent, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 0
    for unit in (parent, answer["units"][0]):
        assert main(["verify", "--rebuild", "--data", unit, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["ok"] is True
