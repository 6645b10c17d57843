"""The command `certificates`, typed as an officer types it."""

import json
from pathlib import Path

import pypdfium2
import pytest

from app.cli import main
from app.core.clock import SystemClock
from app.core.i18n import load
from app.core.randomness import SeededRandomness
from app.keys.passwords import PasswordCost
from app.services import session
from app.services.setup import StationSetup

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "mật khẩu thử nghiệm"
NAMES = ("Lò Văn Mẫu", "Giàng A Mẫu")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station's data folder with one award decision, and its officer's password in the environment."""
    setup = StationSetup(code="TUCDAN", name="Xã Túc Đán", officer_name="Giàng A Sử", login="giang", password=PASSWORD)
    data = tmp_path / "sổ của trạm"
    opened = session.set_up(data, setup, clock=SystemClock(), randomness=SeededRandomness("cli"), cost=CHEAP, say=load("en"))
    with opened.context.store.change(opened.context.user.id, "new") as change:
        award = {"number": "12/QĐ-UBND", "decided_on": "2022-03-05", "authority": "CHỦ TỊCH", "deed": "Có thành tích"}
        award_id = change.create("award", award)
        for name in NAMES:
            change.create("awardee", {"award": award_id, "name": name})
    opened.close()
    monkeypatch.setenv("SO_ANTQ_PASSWORD", PASSWORD)
    return data


def typed(folder: Path, out: Path, *more: str, decision: str = "12/QĐ-UBND") -> list[str]:
    return ["certificates", "--data", str(folder), "--decision", decision, "--out", str(out), *more]


def first_letter(path: Path) -> tuple[float, float, int]:
    document = pypdfium2.PdfDocument(path)
    box = document[0].get_textpage().get_charbox(0)
    pages = len(document)
    document.close()
    return box[0] * 25.4 / 72, box[3] * 25.4 / 72, pages


def test_all_certificates_of_a_decision(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "giấy khen.pdf"
    assert main([*typed(folder, out), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["certificates"], answer["file"]) == (2, str(out))
    assert first_letter(out)[2] == 2


def test_text_only_moved_by_the_offset(folder: Path, tmp_path: Path) -> None:
    plain, moved = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert main(typed(folder, plain, "--mode", "blank")) == 0
    assert main(typed(folder, moved, "--mode", "blank", "--offset", "-2.5,1")) == 0
    before, after = first_letter(plain), first_letter(moved)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((-2.5, -1), abs=0.02)
    assert plain.stat().st_size < 100_000


@pytest.mark.parametrize(
    ("more", "decision", "exit_code"),
    [
        ((), "99/QĐ-UBND", 1),
        (("--offset", "nan,0"), "12/QĐ-UBND", 1),
        (("--offset", "far"), "12/QĐ-UBND", 2),
        (("--mode", "half"), "12/QĐ-UBND", 2),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], decision: str, exit_code: int
) -> None:
    out = tmp_path / "giấy khen.pdf"
    assert main(typed(folder, out, *more, decision=decision)) == exit_code
    told = capsys.readouterr()
    assert told.err.strip() and not told.out.strip()
    assert not out.exists()
