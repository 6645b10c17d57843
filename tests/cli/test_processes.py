"""The program as it is started: `python -m app …`, with nothing but its arguments, its variables and no terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.core.randomness import SeededRandomness
from app.keys.passwords import PasswordCost
from app.keys.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "mật khẩu thử nghiệm"


class Shell:
    """Starts the program in a home folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def start(self, *typed: str | Path, password: str | None = PASSWORD, **variables: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            **{name: value for name, value in os.environ.items() if name != "SO_ANTQ_PASSWORD"},
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "PYTHONPATH": str(ROOT),
            **({"SO_ANTQ_PASSWORD": password} if password is not None else {}),
            **variables,
        }
        command = [sys.executable, "-m", "app", *map(str, typed)]
        return subprocess.run(
            command, cwd=self.home, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
        )

    def json(self, *typed: str | Path, code: int = 0, password: str | None = PASSWORD) -> Any:
        """The one JSON object a command answers with; also checks the exit code."""
        done = self.start(*typed, "--json", password=password)
        assert done.returncode == code, done.stdout + done.stderr
        if code == 0:
            assert done.stderr == ""
        return json.loads(done.stdout)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    home = tmp_path / "Máy của trạm"
    home.mkdir()
    return Shell(home)


def test_a_book_begins_once_and_only_under_a_proper_code(shell: Shell) -> None:
    book = shell.home / "sổ"
    begun = shell.json("init", book, "--unit", "Xã Túc Đán", "--code", "TUCDAN")
    assert (begun["unit"], begun["code"]) == ("Xã Túc Đán", "TUCDAN")
    assert len(begun["replica"]) == 64
    assert Path(begun["parent_file"]).exists()
    assert shell.json("init", book, "--unit", "Xã Túc Đán", "--code", "TUCDAN", code=1)["code"] == "data.exists"
    assert shell.json("init", "mới", "--unit", "Xã Túc Đán", "--code", "Túc Đán", code=1)["code"] == "setup.code"
    wrong = shell.json("init", "mới", "--unit", "Xã X", "--code", "X1", "--parent", book / "keys.json", code=1)
    assert wrong["code"].startswith("enrol.")
    assert not (shell.home / "mới" / "keys.json").exists()


def test_without_a_terminal_nothing_is_asked(shell: Shell) -> None:
    book = shell.home / "sổ"
    refused = shell.json("init", book, "--unit", "Xã Túc Đán", "--code", "TUCDAN", code=1, password=None)
    assert refused["code"] == "password.needed"
    assert "SO_ANTQ_PASSWORD" in refused["message"]
    assert not book.exists()
    shell.json("init", book, "--unit", "Xã Túc Đán", "--code", "TUCDAN")
    assert shell.json("status", "--data", book, code=1, password=None)["code"] == "password.needed"
    assert shell.json("status", "--data", book, code=1, password="sai")["code"] == "login.wrong"
    assert shell.json("status", "--data", shell.home / "không có", code=1)["code"] == "data.none"
    assert "unsent" in shell.json("--data", book, "status")


def test_sentences_are_vietnamese_and_utf_8_whatever_the_terminal_says(shell: Shell) -> None:
    terminals = [{"PYTHONIOENCODING": "ascii"}]
    if str(ROOT).isascii():
        # Told to know ASCII only, Python does not find a program whose path has other letters.
        terminals.append({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    for variables in terminals:
        done = shell.start("status", "--data", "không có", **variables)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "thư mục" in done.stderr.lower()
    english = shell.start("--lang", "en", "status", "--data", "không có")
    assert "folder" in english.stderr


def test_from_enrolment_to_what_the_unit_above_reads(shell: Shell) -> None:
    above, station, stick = shell.home / "trên", shell.home / "trạm", shell.home / "USB"
    stick.mkdir()
    parent_file = shell.json("init", above, "--unit", "Huyện Trạm Tấu", "--code", "HTRAMTAU", "--kind", "parent")["parent_file"]
    shell.json("init", station, "--unit", "Xã Túc Đán", "--code", "TUCDAN", "--parent", parent_file)
    refused = shell.json("export", stick, "--audience", "up", "--data", station, code=1)
    assert refused["code"] == "enrol.needed"
    asked = shell.json("enrol", "request", stick / "request.json", "--data", station)
    accepted = shell.json("enrol", "accept", stick / "request.json", stick / "certificate.json", "--data", above)
    assert accepted["fingerprint"] == asked["fingerprint"]
    shell.json("enrol", "finish", stick / "certificate.json", "--data", station)
    shell.json("close", "2025", "--data", station)
    sent = shell.json("export", stick, "--data", station)
    assert len(sent["files"]) == 1
    package = next(stick.glob("TUCDAN-A-000001-*.antq"))
    assert shell.json("import", package, "--dry-run", "--data", above)["new"] > 12
    first = shell.json("import", package, "--data", above)
    again = shell.json("import", package, "--data", above)
    assert first["new"] > 12
    assert (again["new"], again["changed"], again["refused"]) == (0, 0, first["refused"])
    assert again["already_had"] > 0
    out = shell.home / "x.json"
    shell.json("report", "--from", "2025-01-01", "--to", "2025-12-31", "--out", out, "--data", above)
    assert json.loads(out.read_text("utf-8"))["unit"] == "Huyện Trạm Tấu"
    assert shell.json("verify", "--rebuild", "--data", above)["ok"] is True
    broken = stick / "hỏng.antq"
    broken.write_bytes(package.read_bytes()[:-100])
    mixed = shell.json("import", broken, package, "--data", above, code=1)
    assert mixed["already_had"] > 0


def test_of_several_officers_one_says_who_they_are(shell: Shell) -> None:
    book = shell.home / "sổ"
    shell.json("init", book, "--unit", "Xã Túc Đán", "--code", "TUCDAN", "--user", "giang")
    cheap = PasswordCost(rounds=1, memory_kib=8, lanes=1)
    Vault.open(book).add_officer(
        bytes(32), officer_id="0" * 32, login="sung", password="khác", cost=cheap, randomness=SeededRandomness("second")
    )
    refused = shell.json("status", "--data", book, code=1)
    assert refused["code"] == "login.which"
    assert "giang, sung" in refused["message"]
    assert "unsent" in shell.json("status", "--user", "giang", "--data", book)
