"""Work away from the screen's thread: one writer, one reader, one for long reading aside; results come back to the screen.

A page asks with `read` or `write`, names itself as the owner and is called back on its own thread. The callback of an owner that
has been deleted is dropped, and so is the answer to a question that a newer one with the same key has replaced. `close` waits
for what is being written, drops what is only being read, and delivers nothing more.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.core.errors import Cancelled

PROGRESS_EVERY = 0.1
"""Seconds between two reports of progress that reach the screen."""

_INTERRUPT_EVERY = 0.05
"""Seconds between two attempts to stop a query when closing: the first may fall between two queries."""

Work = Callable[["Job"], Any]
"""What is done in the background; it is handed its job, which is also the progress it reports to."""
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


@dataclass(eq=False)
class Job:
    """One piece of work. Also a `Progress`: `step` reports how far it is and raises `Cancelled` once `cancel` was called."""

    owner: QObject
    work: Work
    done: Done
    failed: Failed
    title: str = ""
    key: str = ""
    reading: bool = True
    report: Callable[["Job"], None] = lambda job: None
    count: int = 0
    total: int = 0
    what: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)
    reported: float = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.stopped.set()

    def step(self, done: int, total: int, what: str) -> None:
        """Tell how far the work is; called by the work itself, in its own thread."""
        if self.stopped.is_set():
            raise Cancelled
        self.count, self.total, self.what = done, total, what
        now = monotonic()
        if now - self.reported >= PROGRESS_EVERY or done >= total:
            self.reported = now
            self.report(self)


class Runner(Protocol):
    """What pages ask work of; `Tasks` in the program, `InlineTasks` where a test wants every answer at once."""

    def read(
        self, owner: QObject, work: Work, done: Done, failed: Failed, *, key: str = "", title: str = "", aside: bool = False
    ) -> Job: ...

    def write(self, owner: QObject, work: Work, done: Done, failed: Failed, *, title: str = "") -> Job: ...


class _Lane(threading.Thread):
    """One background thread with its queue."""

    def __init__(self, name: str, finish: Callable[[Job, Any, Exception | None], None]) -> None:
        super().__init__(name=name, daemon=True)
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._finish = finish

    def run(self) -> None:
        while (job := self.jobs.get()) is not None:
            result, error = None, None
            try:
                if job.stopped.is_set():
                    raise Cancelled
                result = job.work(job)
            except Exception as problem:
                error = problem
            self._finish(job, result, error)


class Tasks(QObject):
    """The background threads. `started`, `moved` and `ended` carry a `Job`, on the screen's thread, for the busy bar."""

    started = Signal(object)
    moved = Signal(object)
    ended = Signal(object)
    _arrived = Signal(object, object, object)
    _progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self.interrupt: Callable[[], object] = lambda: None
        """Stops the query that is being read; whoever opens a store sets it. Called when everything is closed, after the last
        write: a write may be reading too, and is not to be stopped."""
        self._open: dict[Job, None] = {}
        self._lanes = {name: _Lane(name, self._arrived.emit) for name in ("reader", "writer", "aside")}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        for lane in self._lanes.values():
            lane.start()

    def read(
        self, owner: QObject, work: Work, done: Done, failed: Failed, *, key: str = "", title: str = "", aside: bool = False
    ) -> Job:
        """Run `work` in the reader thread. An unanswered question of the same owner and key is forgotten.

        What takes long and is waited for by nobody, such as drawing a register of thousands of rows, is done `aside`.
        """
        if key:
            for job in [job for job in self._open if job.owner is owner and job.key == key]:
                self.forget(job)
        return self._begin("aside" if aside else "reader", Job(owner, work, done, failed, title, key, True, self._progressed.emit))

    def write(self, owner: QObject, work: Work, done: Done, failed: Failed, *, title: str = "") -> Job:
        """Run `work` in the writer thread, after everything asked of it before."""
        return self._begin("writer", Job(owner, work, done, failed, title, "", False, self._progressed.emit))

    @property
    def idle(self) -> bool:
        """Nothing is being done and no answer is under way."""
        return not self._open

    def forget(self, job: Job) -> None:
        """Stop a job whose answer nobody wants any more."""
        job.cancel()
        if job in self._open:
            del self._open[job]
            self.ended.emit(job)

    def close(self) -> None:
        """End the threads: writing is finished, reading is cancelled, and no callback runs any more."""
        if self._closed:
            return
        self._closed = True
        for lane in self._lanes.values():
            lane.jobs.put(None)
        for job in list(self._open):
            if job.reading:
                job.cancel()
        self._lanes["writer"].join()
        for lane in (self._lanes["reader"], self._lanes["aside"]):
            while lane.is_alive():
                self.interrupt()
                lane.join(_INTERRUPT_EVERY)
        self._open.clear()

    def _begin(self, lane: str, job: Job) -> Job:
        if self._closed:
            job.cancel()
            return job
        self._open[job] = None
        self.started.emit(job)
        self._lanes[lane].jobs.put(job)
        return job

    def _deliver(self, job: Job, result: Any, error: Exception | None) -> None:
        if job not in self._open:
            return
        del self._open[job]
        self.ended.emit(job)
        if not self._closed:
            hand_over(job, result, error)


class InlineTasks:
    """Does everything at once on the caller's thread; for tests of one page."""

    def read(
        self, owner: QObject, work: Work, done: Done, failed: Failed, *, key: str = "", title: str = "", aside: bool = False
    ) -> Job:
        """Run `work` and answer before returning."""
        return self.write(owner, work, done, failed, title=title)

    def write(self, owner: QObject, work: Work, done: Done, failed: Failed, *, title: str = "") -> Job:
        """Run `work` and answer before returning."""
        job = Job(owner, work, done, failed, title)
        result, error = None, None
        try:
            result = work(job)
        except Exception as problem:
            error = problem
        hand_over(job, result, error)
        return job


def hand_over(job: Job, result: Any, error: Exception | None) -> None:
    """Call the owner back, if it is still there. A cancelled job's owner hears it as a failure with `Cancelled`."""
    if not isValid(job.owner):
        return
    if error is None:
        job.done(result)
    else:
        job.failed(error)
