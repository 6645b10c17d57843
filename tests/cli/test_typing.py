"""What may be typed: options anywhere, wrong usage, help, answers as words or one JSON object, bugs."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.cli import arguments, main
from app.cli.arguments import read
from app.cli.command import Environment, Result
from app.core.errors import Cancelled
from app.core.i18n import Translator


@pytest.mark.parametrize(
    "typed",
    [
        ["--data", "sổ", "--user", "giang", "--json", "close", "2022"],
        ["close", "2022", "--data", "sổ", "--user", "giang", "--json"],
        ["--json", "close", "--data=sổ", "2022", "--user=giang"],
    ],
)
def test_common_options_stand_anywhere(typed: list[str]) -> None:
    found = read(typed)
    assert (found.data, found.user, found.as_json, found.command) == (Path("sổ"), "giang", True, "close")
    assert found.arguments is not None
    assert found.arguments.period == "2022"


def test_nothing_typed_is_the_window() -> None:
    found = read(["--data", "sổ", "--lang", "en"])
    assert (found.command, found.data, found.language, found.say.language) == (None, Path("sổ"), "en", "en")
    assert read([]).language is None


@pytest.mark.parametrize(
    "typed",
    [
        ["chào"],
        ["close"],
        ["close", "2022", "2023"],
        ["close", "2022", "--nothing"],
        ["close", "2022", "--lang", "fr"],
        ["report", "--from", "2022-13-01", "--to", "2022-12-31", "--out", "x.pdf"],
        ["report", "--from", "2022-01-01", "--to"],
        ["enrol", "sideways"],
        ["--data"],
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*typed, "--json"]) == 2
    shown = capsys.readouterr()
    answer = json.loads(shown.out)
    assert (answer["ok"], answer["code"]) == (False, "usage")
    assert shown.err.strip() == answer["message"]
    assert main(typed) == 2
    assert capsys.readouterr().out == ""


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in arguments.COMMANDS)
    for name in arguments.COMMANDS:
        assert main([name, "--help"]) == 0
        assert f"so-antq {name}" in capsys.readouterr().out
    assert main(["--version"]) == 0


def test_help_is_vietnamese_unless_asked_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    main(["close", "--help"])
    vietnamese = capsys.readouterr().out
    main(["close", "--help", "--lang", "en"])
    english = capsys.readouterr().out
    assert "The data folder" not in vietnamese
    assert "Close the figures of a month" in english
    assert "Close the figures" not in vietnamese


def test_a_negative_number_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    command = SimpleNamespace(add_arguments=lambda parser, say: parser.add_argument("--offset"))
    monkeypatch.setattr(arguments, "import_module", lambda name: command)
    found = read(["certificates", "--offset", "-2.5,-1"])
    assert found.arguments == Namespace(offset="-2.5,-1")


class _Command:
    """A command that does what the test says."""

    def __init__(self, outcome: Result | BaseException) -> None:
        self.outcome = outcome

    def add_arguments(self, parser: ArgumentParser, say: Translator) -> None:
        pass

    def run(self, typed: Namespace, environment: Environment) -> Result:
        environment.progress.step(1, 2, "Working")
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome


def _run(monkeypatch: pytest.MonkeyPatch, outcome: Result | BaseException, *typed: str) -> int:
    monkeypatch.setattr(arguments, "import_module", lambda name: _Command(outcome))
    return main(["status", *typed])


def test_words_or_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    result = Result({"unit": "Xã Túc Đán"}, ("Một dòng.", "Hai dòng."), 1)
    assert _run(monkeypatch, result) == 1
    assert capsys.readouterr().out == "Một dòng.\nHai dòng.\n"
    assert _run(monkeypatch, result, "--json") == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out) == {"unit": "Xã Túc Đán"}
    assert shown.err == ""


def test_a_bug_is_3_and_names_its_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = ZeroDivisionError("Giàng A Chống")
    assert _run(monkeypatch, secret, "--data", str(tmp_path), "--json") == 3
    answer = json.loads(capsys.readouterr().out)
    (report,) = tmp_path.glob("crashes/crash-*.txt")
    assert answer["code"] == "bug"
    assert str(report) in answer["message"]
    assert "Chống" not in report.read_text("utf-8")


def test_a_bug_is_told_even_where_no_report_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert _run(monkeypatch, KeyError("x"), "--data", str(in_the_way), "--lang", "en") == 3
    assert "KeyError" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [Cancelled(), KeyboardInterrupt()])
def test_stopping_is_the_users_own_doing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stop: BaseException
) -> None:
    assert _run(monkeypatch, stop, "--json") == 1
    assert json.loads(capsys.readouterr().out)["code"] == "cancelled"
