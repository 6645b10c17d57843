"""The environment beside the project: made once, found under any path, and honest about what went wrong."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import setup_environment
import setup_run
from setup_environment import Environment
from setup_words import Refused, Words

PROJECT = """
[project]
dependencies = ["one==1"]
[project.optional-dependencies]
dev = ["two==2"]
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project in a folder with spaces and Vietnamese letters, the way a police officer names one."""
    root = tmp_path / "Công an xã Túc Đán" / "sổ antq"
    (root / "installer").mkdir(parents=True)
    (root / "installer" / "constraints.txt").write_text("three==3\n")
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "app").mkdir()
    (root / "app" / "__init__.py").write_text("")
    (root / "app" / "__main__.py").write_text("import sys; print('ran', *sys.argv[1:])")
    return root


@pytest.fixture
def environment(checkout: Path) -> Environment:
    environment = Environment(checkout, Words("en"))
    venv.create(environment.folder, with_pip=False, symlinks=os.name != "nt")
    return environment


def test_the_program_is_found_under_a_vietnamese_path_in_any_code_page(environment: Environment, tmp_path: Path) -> None:
    environment._let_find()
    command = environment.python.parent / ("so-antq.cmd" if os.name == "nt" else "so-antq")
    for settings in ({}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"}):
        ran = subprocess.run([str(command), "a b"], env=os.environ | settings, cwd=tmp_path, capture_output=True, check=True)
        assert ran.stdout.decode().strip() == "ran a b"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for pip is a shell script")
class TestInstalling:
    @pytest.fixture
    def pip(self, environment: Environment) -> Path:
        """What stands in for the environment's Python; a test fills it."""
        environment.python.unlink()
        environment.python.write_text("#!/bin/sh\necho \"$@\" > \"$0.asked\"\necho 'Collecting one==1'\nexit 0\n")
        environment.python.chmod(0o755)
        return environment.python

    def test_pins_are_installed_once_and_again_when_one_changes(
        self, environment: Environment, pip: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert not environment.ready_for("runtime")
        environment.install("runtime")
        asked = Path(f"{pip}.asked").read_text()
        assert "one==1" in asked and "two==2" not in asked and "constraints.txt" in asked
        assert "1. one==1" in capsys.readouterr().out
        assert environment.ready_for("runtime") and not environment.ready_for("dev")
        environment.install("dev")
        assert "two==2" in Path(f"{pip}.asked").read_text()
        assert environment.ready_for("runtime") and environment.ready_for("dev")
        (environment.root / "pyproject.toml").write_text(PROJECT.replace("one==1", "one==1.1"))
        assert not environment.ready_for("runtime") and not environment.ready_for("dev")

    def test_an_environment_that_was_moved_is_made_anew(self, environment: Environment, pip: Path) -> None:
        environment.install("runtime")
        moved = environment.root.parent / "chỗ khác"
        environment.root.rename(moved)
        assert not Environment(moved, Words("en")).ready_for("runtime")

    @pytest.mark.parametrize(
        ("output", "said"),
        [
            ("NewConnectionError: Temporary failure in name resolution", "there is no network"),
            ("ERROR: [Errno 28] No space left on device", "not enough room"),
            ("ERROR: [Errno 13] Permission denied: 'x'", "cannot be written to"),
            ("ERROR: something else", "something else"),
        ],
    )
    def test_what_went_wrong_is_told(self, environment: Environment, pip: Path, output: str, said: str) -> None:
        pip.write_text(f'#!/bin/sh\necho "{output}"\nexit 1\n')
        with pytest.raises(Refused, match=said):
            environment.install("runtime")
        assert not environment.ready_for("runtime")
        assert output in environment.log.read_text("utf-8")


def test_a_half_made_environment_is_replaced(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = Environment(checkout, Words("en"))
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("")
    made: list[list[str]] = []
    monkeypatch.setattr(environment, "_run", lambda command, **_: made.append(command))
    environment.make()
    assert made == [[sys.executable, "-m", "venv", str(environment.folder)]]
    assert not environment.python.exists()


class TestRunning:
    @pytest.fixture
    def asked(self, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """The commands the program was asked, once everything is set up; `demo` leaves its papers."""
        asked: list[list[str]] = []

        def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
            asked.append([str(part) for part in command[1:]])
            if "demo" in command:
                papers = Path(command[-1]) / "papers"
                papers.mkdir(parents=True)
                (papers / "report.json").write_text("{}")
            return subprocess.CompletedProcess(command, 0, stdout="chihuy MatKhau")

        monkeypatch.setattr(setup_run, "ROOT", checkout)
        monkeypatch.setattr(setup_run, "_set_up", lambda words, extra, window: Environment(checkout, words))
        monkeypatch.setattr(setup_run.subprocess, "run", run)
        return asked

    def test_demo_is_built_once_and_tells_where_the_papers_are(
        self, asked: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(setup_run, "has_display", lambda: False)
        assert setup_run.run(["demo", "--into", str(tmp_path / "thử")]) == 0
        assert asked == [["-m", "app", "--lang", "vi", "demo", str(tmp_path / "thử")]]
        told = capsys.readouterr().out
        assert str(tmp_path / "thử" / "papers" / "report.json") in told and "không mở cửa sổ" in told
        monkeypatch.setattr(setup_run, "has_display", lambda: True)
        assert setup_run.run(["demo", "--into", str(tmp_path / "thử")]) == 0
        assert "chihuy" in capsys.readouterr().out
        assert asked[2:] == [["-m", "app", "--lang", "vi", "--data", str(tmp_path / "thử" / "units" / "parent")]]

    @pytest.mark.parametrize(("cores", "processes"), [(1, "1"), (2, "2"), (16, "4")])
    def test_tests_use_the_cores_and_measurements_none_but_one(
        self, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, cores: int, processes: str
    ) -> None:
        monkeypatch.setattr(setup_run.os, "cpu_count", lambda: cores)
        assert setup_run.run(["test", "--", "-k", "giấy khen"]) == 0
        assert setup_run.run(["bench"]) == 0
        side_by_side = ["-n", processes, "--dist", "loadfile", "--no-loadscope-reorder"]
        assert asked == [["-m", "pytest", *side_by_side, "-k", "giấy khen"], ["-m", "pytest", "tests/benchmarks"]]

    def test_a_refusal_is_one_sentence_and_no_success(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(setup_run, "check_platform", lambda words: words.refuse("musl"))
        assert setup_run.run(["--lang", "en", "test"]) == 1
        assert capsys.readouterr().err.startswith("NOT DONE: This Linux does not use glibc")


def test_every_sentence_stands_in_both_languages() -> None:
    from setup_words import _WORDS

    for vietnamese, english in _WORDS.values():
        assert vietnamese and english
        assert setup_environment.re.findall(r"\{\w+\}", vietnamese) == setup_environment.re.findall(r"\{\w+\}", english)
