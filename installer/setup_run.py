"""The steps of `bootstrap.py`, once Python is known to be new enough."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from setup_environment import Environment
from setup_machine import check_libraries, check_platform, check_room, has_display
from setup_words import Refused, Words

ROOT = Path(__file__).resolve().parent.parent

MOST_PROCESSES = 4
"""Test processes at once; each takes up to 300 MB."""


def run(arguments: list[str]) -> int:
    """Set up and do what was asked; the exit code is that of what was done, 1 when the set-up could not go on."""
    own, rest = _split(arguments)
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Sổ ANTQ")
    parser.add_argument("command", choices=("demo", "test", "bench", "prepare"))
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    parser.add_argument("--into", type=Path, default=ROOT / "demo")
    parser.add_argument("--no-window", action="store_true", help="do not open the window after the demonstration")
    chosen = parser.parse_args(own)
    words = Words(chosen.lang)
    try:
        environment = _set_up(words, "runtime" if chosen.command == "demo" else "dev", window=chosen.command == "demo")
        if chosen.command == "demo":
            return _demo(words, environment, chosen.into.absolute(), chosen.lang, window=not chosen.no_window)
        if chosen.command == "test":
            return _pytest(environment, [*_side_by_side(os.cpu_count() or 1), *rest])
        if chosen.command == "bench":
            return _pytest(environment, ["tests/benchmarks", *rest])
        return 0
    except Refused as refused:
        print(words.text("error", text=refused), file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\n" + words.text("stopped"), file=sys.stderr, flush=True)
        return 1


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    if "--" not in arguments:
        return arguments, []
    place = arguments.index("--")
    return arguments[:place], arguments[place + 1 :]


def _set_up(words: Words, extra: str, *, window: bool) -> Environment:
    words.say("checking")
    check_platform(words)
    check_room(words, ROOT, 50)
    with tempfile.TemporaryDirectory() as folder:
        check_libraries(words, window=window and has_display(), tools=extra == "dev", log=Path(folder) / "apt.log")
    environment = Environment(ROOT, words)
    if environment.ready_for(extra):
        words.say("already")
    else:
        environment.make()
        environment.install(extra)
        words.say("ready")
    environment.compile_catalogues()
    return environment


def _demo(words: Words, environment: Environment, folder: Path, language: str, *, window: bool) -> int:
    papers = folder / "papers"
    if (papers / "report.json").exists():
        words.say("demo_there", folder=folder)
    else:
        words.say("demo")
        if _program(environment, "--lang", language, "demo", str(folder)):
            words.refuse("demo_failed")
    words.say("papers", folder=papers)
    for paper in sorted(papers.iterdir()):
        print("   ", paper)
    if not has_display():
        words.say("no_display")
        return 0
    if not window:
        return 0
    login, password = _ask_program(environment, "from app.services.demo.books import LOGIN, PASSWORD; print(LOGIN, PASSWORD)")
    words.say("opening", login=login, password=password)
    return _program(environment, "--lang", language, "--data", str(folder / "units" / "parent"))


def _program(environment: Environment, *arguments: str) -> int:
    return subprocess.run([str(environment.python), "-m", "app", *arguments], cwd=ROOT, check=False).returncode


def _ask_program(environment: Environment, code: str) -> list[str]:
    asked = subprocess.run([str(environment.python), "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return asked.stdout.split()


def _side_by_side(cores: int) -> list[str]:
    """Tests run in as many processes as there are cores, but not so many that a laptop has no memory left for them; the tests of a
    file stay together, for they share what they begin with. Files go in their order: sorted by how many tests they have, as xdist
    would, the few that take longest come last and one process waits for the other."""
    return ["-n", str(min(cores, MOST_PROCESSES)), "--dist", "loadfile", "--no-loadscope-reorder"]


def _pytest(environment: Environment, arguments: list[str]) -> int:
    settings = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    command = [str(environment.python), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode
