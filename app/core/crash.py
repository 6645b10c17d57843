"""The crash log: what a bug leaves behind, without a word about people.

A report holds the kind of each error and where in the program it passed. It holds no values of variables and no message, for
the message of a foreign library quotes what it was working on, and no path outside the program, for that may name the account.
"""

import contextlib
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import app
from app.core.clock import Clock, SystemClock
from app.core.files import write_atomic

_FOLDER = "crashes"
_KEPT = 20
_OFFERED = "offered.txt"


def record_crash(problem: BaseException, folder: Path, clock: Clock | None = None) -> Path:
    """Write a report on a bug under the data folder and return its path. Raises `UserError` if it cannot be written."""
    now = (clock or SystemClock()).now()
    reports = folder / _FOLDER
    reports.mkdir(parents=True, exist_ok=True)
    stem = now.strftime("crash-%Y%m%d-%H%M%S")
    path = reports / f"{stem}.txt"
    number = 1
    while path.exists():
        number += 1
        path = reports / f"{stem}-{number}.txt"
    head = [
        f"Sổ ANTQ {app.__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}",
        now.isoformat(timespec="seconds"),
        "",
    ]
    write_atomic(path, "\n".join([*head, *_describe(problem)]).encode() + b"\n")
    for old in sorted(reports.glob("crash-*.txt"))[:-_KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def not_yet_offered(folder: Path) -> tuple[Path, ...]:
    """Reports the officer has not been told of, oldest first."""
    reports = folder / _FOLDER
    offered = _offered(reports)
    return tuple(path for path in sorted(reports.glob("crash-*.txt")) if path.name not in offered)


def mark_offered(folder: Path) -> None:
    """The officer has been told of every report that is there now. Raises `UserError` if the folder cannot be written."""
    reports = folder / _FOLDER
    if reports.is_dir():
        names = sorted(path.name for path in reports.glob("crash-*.txt"))
        write_atomic(reports / _OFFERED, "".join(f"{name}\n" for name in names).encode())


def install(folder: Path, tell: Callable[[Path], None] | None = None) -> None:
    """From now on, what no code catches is recorded under `folder`, in every thread; `tell` hears the report's path."""

    def caught(problem: BaseException | None) -> None:
        if problem is None or isinstance(problem, KeyboardInterrupt | SystemExit):
            return
        with contextlib.suppress(Exception):
            path = record_crash(problem, folder)
            if tell is not None:
                tell(path)

    def in_main(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if isinstance(problem, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
        caught(problem)

    sys.excepthook = in_main
    threading.excepthook = lambda details: caught(details.exc_value)
    sys.unraisablehook = lambda details: caught(details.exc_value)


def _offered(reports: Path) -> frozenset[str]:
    try:
        return frozenset((reports / _OFFERED).read_text("utf-8").split())
    except (OSError, UnicodeError):
        return frozenset()


def _describe(problem: BaseException) -> list[str]:
    """The chain of errors, the first cause first."""
    chain: list[BaseException] = []
    current: BaseException | None = problem
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    lines: list[str] = []
    for error in reversed(chain):
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        for frame in traceback.extract_tb(error.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
    return lines


def _place(filename: str) -> str:
    """A source file named from the package on; folders above it may carry the name of a person."""
    parts = Path(filename).parts
    for anchor in ("site-packages", "app"):
        if anchor in parts:
            start = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[start + (anchor == "site-packages") :])
    return parts[-1] if parts else filename
