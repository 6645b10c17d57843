"""Enrolment, export, import, status, verify and keys, typed as scripts type them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass
class Terminal:
    """Types commands and reads their JSON."""

    capsys: pytest.CaptureFixture[str]
    folder: Path
    errors: str = ""

    def __call__(self, unit: str, *typed: object, exit_code: int = 0) -> dict[str, Any]:
        assert main(["--data", str(self.folder / unit), *map(str, typed), "--json"]) == exit_code
        out = self.capsys.readouterr()
        self.errors = out.err
        answer: dict[str, Any] = json.loads(out.out)
        return answer


def begin(folder: Path, code: str, *, kind: str = "station", parent_file: Path | None = None) -> Path:
    setup = StationSetup(
        code=code,
        name=f"Xã {code}",
        kind=kind,
        parent_file=parent_file,
        officer_name="Giàng A Sử",
        login="giang",
        password=PASSWORD,
    )
    opened = session.set_up(
        folder, setup, clock=SystemClock(), randomness=SeededRandomness(str(folder)), cost=CHEAP, say=load("en")
    )
    with opened.context.store.change(opened.context.user.id, "new") as change:
        change.create("meeting", {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80})
    opened.close()
    assert opened.unit_file is not None
    return opened.unit_file


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("SO_ANTQ_PASSWORD", PASSWORD)
    above = begin(tmp_path / "parent", "TRAMTAU", kind="parent")
    begin(tmp_path / "station", "TUCDAN", parent_file=above)
    (tmp_path / "usb").mkdir()
    return Terminal(capsys, tmp_path)


def enrol(typed: Terminal, unit: str = "station", at: str = "parent") -> None:
    stick = typed.folder / "usb"
    asked = typed(unit, "enrol", "request", stick / "request.json")
    accepted = typed(at, "enrol", "accept", stick / "request.json", stick / "certificate.json")
    assert accepted["fingerprint"] == asked["fingerprint"]
    typed(unit, "enrol", "finish", stick / "certificate.json")


def test_the_whole_way_from_enrolment_to_the_unit_above(typed: Terminal) -> None:
    stick = typed.folder / "usb"
    refused = typed("station", "export", stick, exit_code=1)
    assert (refused["ok"], refused["code"]) == (False, "enrol.needed")
    assert refused["message"] in typed.errors
    assert not list(stick.iterdir())

    enrol(typed)
    before = typed("station", "status")
    assert before["unsent"] > 0 and before["last_sent"] is None and before["enrolled"]
    sent = typed("station", "export", stick)
    (file,) = sent["files"]
    assert sent["change_sets"] == before["unsent"] and sent["records"] > 0 and sent["bytes"] == Path(file).stat().st_size
    assert typed("station", "status")["unsent"] == 0

    rehearsed = typed("parent", "import", "--dry-run", file)
    taken = typed("parent", "import", file)
    counts = ("new", "changed", "conflicts", "waiting", "quarantined", "refused", "already_had")
    assert [taken[name] for name in counts] == [rehearsed[name] for name in counts]
    assert taken["new"] == sent["records"] and taken["refused"] == 0
    again = typed("parent", "import", file)
    assert [again[name] for name in counts] == [0, 0, 0, 0, 0, 0, sent["change_sets"]]

    receipt = typed("parent", "export", stick)["files"]
    typed("station", "import", *receipt)
    nothing = typed("station", "export", stick)
    assert (nothing["files"], nothing["change_sets"], nothing["records"], nothing["bytes"]) == ([], 0, 0, 0)
    state = typed("station", "status")
    assert state["last_received"] and state["gaps"] == [] and state["conflicts"] == 0
    for unit in ("station", "parent"):
        proof = typed(unit, "verify", "--rebuild")
        assert proof["ok"] and proof["problems"] == [] and proof["change_sets"] > 0


def test_of_several_files_the_refused_one_gives_exit_one_and_the_others_stand(typed: Terminal) -> None:
    enrol(typed)
    (file,) = typed("station", "export", typed.folder / "usb")["files"]
    bad = typed.folder / "usb" / "ảnh.lnk"
    bad.write_bytes(b"\x4c\x00\x00\x00\x01\x14\x02\x00")
    done = typed("parent", "import", bad, file, exit_code=1)
    assert (done["refused"], done["ok"], done["code"]) == (1, False, "package.shortcut")
    assert done["new"] > 0
    assert "ảnh.lnk" in typed.errors
    alone = typed("parent", "import", bad, exit_code=1)
    assert (alone["new"], alone["refused"], alone["code"]) == (0, 1, "package.shortcut")


def test_a_folder_stands_for_the_packages_in_it(typed: Terminal) -> None:
    enrol(typed)
    stick = typed.folder / "usb"
    typed("station", "export", stick)
    typed("station", "export", stick, "--audience", "station")
    (stick / "TUCDAN-A-000002-20221212.antq").unlink(missing_ok=True)
    for file in stick.glob("*-000002-*"):
        file.unlink()
    assert typed("parent", "import", stick)["refused"] == 0


def test_keys_are_the_same_on_both_sides(typed: Terminal) -> None:
    enrol(typed)
    below, above = typed("station", "keys"), typed("parent", "keys")
    assert below["above"]["fingerprint"] == above["fingerprint"]
    assert above["below_laptops"][0]["fingerprint"] == below["laptops"][0]["fingerprint"]
    assert below["laptops"][0]["here"] and below["enrolled"]


def test_a_second_laptop_of_the_station(typed: Terminal) -> None:
    begin(typed.folder / "second", "TUCDAN")
    enrol(typed)
    enrol(typed, "second", at="station")
    stick = typed.folder / "usb"
    assert [laptop["letter"] for laptop in typed("second", "keys")["laptops"]] == ["A", "B"]
    names = sorted(Path(file).name.rsplit("-", 1)[0] for file in typed("second", "export", stick)["files"])
    assert names == ["TUCDAN-B-000001", "TUCDAN-B-000002"]


def test_wrong_usage(typed: Terminal) -> None:
    assert typed("station", "enrol", "accept", "x", exit_code=2)["code"] == "usage"
    assert typed("station", "enrol", "finish", exit_code=2)["code"] == "usage"
    assert typed("station", "export", "x", "--audience", "sideways", exit_code=2)["code"] == "usage"
    assert typed("station", "import", exit_code=2)["code"] == "usage"


def test_in_words_the_stick_can_be_taken_out(typed: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    enrol(typed)
    data = ["--data", str(typed.folder / "station"), "--lang", "en"]
    assert main([*data, "export", str(typed.folder / "usb")]) == 0
    assert "The stick can be taken out." in capsys.readouterr().out
    assert main([*data, "status"]) == 0
    assert "0 changes have not been sent yet." in capsys.readouterr().out
    assert main([*data, "keys"]) == 0
    assert "Laptop A of Xã TUCDAN (this one):" in capsys.readouterr().out
