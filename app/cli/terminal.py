"""Answers on the terminal: sentences or JSON on standard output, trouble and progress on standard error."""

import contextlib
import io
import json
import sys
import time
from typing import Any, TextIO

from app.cli.arguments import Typed, WrongUsage
from app.cli.command import Environment, Result
from app.core import crash
from app.core.errors import Cancelled, InvalidRecord, UserError
from app.core.i18n import N_, Translator
from app.core.progress import SILENT, Progress

_BETWEEN = 0.1
"""Seconds between two lines of progress."""


def utf8_streams() -> None:
    """Vietnamese on standard output and error whatever the console's code page, also when they go into a file on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def answer(typed: Typed) -> int:
    """Do what was typed and print the outcome; returns the exit code."""
    if typed.help:
        print(typed.help)
        return 0
    if typed.module is None or typed.arguments is None:
        return _failed(typed, "usage", typed.wrong, 2)
    progress = _Line(typed.say, sys.stderr) if sys.stderr.isatty() else None
    shown: Progress = progress or SILENT
    environment = Environment(data=typed.data, user=typed.user, say=typed.say, progress=shown)
    try:
        with progress or contextlib.nullcontext():
            result = typed.module.run(typed.arguments, environment)
    except WrongUsage as wrong:
        return _failed(typed, "usage", wrong.sentence, 2)
    except UserError as problem:
        return _failed(typed, problem.code, in_words(problem, typed.say), 1)
    except (Cancelled, KeyboardInterrupt):
        return _failed(typed, "cancelled", typed.say(N_("Stopped. Nothing was left half done.")), 1)
    except Exception as problem:  # whatever was not foreseen is a bug, and is told as one
        return _failed(typed, "bug", _crashed(problem, environment), 3)
    _show(typed, result)
    return result.exit_code


def in_words(problem: UserError, say: Translator) -> str:
    """What to tell about an error; of a refused record also each field's own sentence."""
    sentence = say.error(problem)
    if isinstance(problem, InvalidRecord):
        return " ".join([sentence, *(f"{found.field}: {say.error(found.problem)}" for found in problem.problems)])
    return sentence


def _show(typed: Typed, result: Result) -> None:
    if typed.as_json:
        _print_json(result.content)
    else:
        for line in result.lines:
            print(line)
    for line in result.errors:
        print(line, file=sys.stderr)


def _failed(typed: Typed, code: str, message: str, exit_code: int) -> int:
    if typed.as_json:
        _print_json({"ok": False, "code": code, "message": message})
    print(message, file=sys.stderr)
    return exit_code


def _print_json(content: Any) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=2))


def _crashed(problem: Exception, environment: Environment) -> str:
    """Record the bug and say where. If even that fails, the kind of error is all that can be told."""
    say = environment.say
    try:
        path = crash.record_crash(problem, environment.folder)
    except Exception:  # the disk may be the very thing that is broken
        return say(N_("The program made a mistake ({kind}), and no report of it could be written."), kind=type(problem).__name__)
    return say(N_("The program made a mistake. A report without any personal data is in {path}."), path=path)


class _Line:
    """One line on the terminal that says how far the work is, and is gone when the work is done."""

    def __init__(self, say: Translator, stream: TextIO) -> None:
        self._say = say
        self._stream = stream
        self._last = 0.0
        self._width = 0

    def step(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if now - self._last < _BETWEEN:
            return
        self._last = now
        self._write(f"{self._say(what)} {done * 100 // total} %" if total else self._say(what))

    def __enter__(self) -> "_Line":
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._write("")

    def _write(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width) + ("\r" if not text else ""))
        self._stream.flush()
        self._width = len(text)
