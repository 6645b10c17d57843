"""Two processes that write the communes' books, watched and stopped from the first one."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import Cancelled, UserError
from app.core.i18n import load
from app.core.progress import Progress
from app.services import carry
from app.services.demo import books
from app.services.demo.plan import CommunePlan
from app.services.demo.sources import World

_LOOK_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class Job:
    """One commune's book. `slips` is where papers of enrolment change hands."""

    world: World
    plan: CommunePlan
    folder: Path
    parent_file: Path
    slips: Path
    stick: Path

    @property
    def request(self) -> Path:
        return self.slips / f"{self.plan.commune.code}-request.json"

    @property
    def certificate(self) -> Path:
        return self.slips / f"{self.plan.commune.code}-certificate.json"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A `UserError` of another process: the exception itself does not survive the journey between processes."""

    code: str
    message: str
    facts: dict[str, Any]


class Crew:
    """Does jobs in `processes` processes (0: in this one), counting entries for a progress that may cancel."""

    def __init__(self, processes: int, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        context = multiprocessing.get_context("spawn")
        self._counter: Any = context.Value("i", 0)
        self._stop: Any = context.Event()
        self._pool = (
            ProcessPoolExecutor(processes, context, initializer=_begin_work, initargs=(self._counter, self._stop))
            if processes
            else None
        )
        if not processes:
            _shared.update(counter=self._counter, stop=self._stop)

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._stop.set()
            self._pool.shutdown(cancel_futures=True)

    def do(self, work: Callable[[Job], None], jobs: Iterable[Job], what: str) -> None:
        """Do one kind of work for every job; the first error ends it. `what` is the marked sentence of the progress."""
        for _ in self._done(work, list(jobs)):
            self._progress.step(min(self._counter.value, self._total), self._total, what)

    def _done(self, work: Callable[[Job], None], jobs: list[Job]) -> Iterator[None]:
        if self._pool is None:
            for job in jobs:
                work(job)
                yield
            return
        waiting: set[Future[Trouble | None]] = {self._pool.submit(_told, work, job) for job in jobs}
        while waiting:
            done, waiting = wait(waiting, timeout=_LOOK_EVERY, return_when=FIRST_COMPLETED)
            for future in done:
                trouble = future.result()
                if trouble is not None:
                    raise UserError(trouble.code, trouble.message, **trouble.facts)
            yield


_shared: dict[str, Any] = {}
"""In a working process: what it shares with the first one."""


def _begin_work(counter: Any, stop: Any) -> None:
    # Ctrl+C reaches every process of the terminal; only the first one answers it, through `stop`.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _shared.update(counter=counter, stop=stop)


def _count() -> None:
    if _shared["stop"].is_set():
        raise Cancelled
    with _shared["counter"].get_lock():
        _shared["counter"].value += 1


def _told(work: Callable[[Job], None], job: Job) -> Trouble | None:
    try:
        work(job)
    except UserError as error:
        return Trouble(error.code, error.message, error.facts)
    return None


def begin(job: Job) -> None:
    """Begin a commune's book and write its request for enrolment."""
    opened = books.begin_commune(job.world, job.plan.commune, job.folder, job.parent_file, load("vi"))
    try:
        carry.enrol_request(opened.context, job.request)
        _count()
    finally:
        opened.close()


def fill(job: Job) -> None:
    """Finish the enrolment, write two years into the book, and put its package on the stick."""
    opened, clock = books.reopen(job.folder, books.first_day(job.world), load("vi"))
    try:
        carry.enrol_finish(opened.context, job.certificate)
        books.write_commune(opened, clock, job.world, job.plan, _count)
        clock.move_to(books.last_day(job.world))
        carry.export(opened.context, job.stick, "up")
    finally:
        opened.close()
