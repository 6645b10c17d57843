"""Background work: answers come to the screen's thread, in order, and only to those who are still there."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Cancelled
from app.core.i18n import load
from app.ui.bars import BusyBar
from app.ui.tasks import InlineTasks, Job, Tasks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    made = Tasks()
    qtbot.addWidget(QWidget(), before_close_func=lambda _widget: made.close())
    return made


def test_the_answer_comes_on_the_asking_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner: QObject = QObject()
    seen: list[object] = []
    here = QThread.currentThread()
    tasks.read(owner, lambda job: threading.current_thread().name, lambda name: seen.append((name, QThread.currentThread())), print)
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == [("reader", here)]


def test_writes_keep_their_order_and_errors_reach_the_owner(qtbot: QtBot, tasks: Tasks) -> None:
    owner: QObject = QObject()
    seen: list[object] = []
    for number in range(20):
        tasks.write(owner, lambda job, number=number: number, seen.append, seen.append)

    def wrong(job: Job) -> None:
        raise ValueError("wrong")

    tasks.write(owner, wrong, seen.append, seen.append)
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen[:20] == list(range(20))
    assert isinstance(seen[20], ValueError)


def test_a_newer_question_replaces_the_older(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate = QObject(), threading.Event()
    seen: list[object] = []
    tasks.read(owner, lambda job: gate.wait(10), lambda _: seen.append("first"), seen.append, key="list")
    tasks.read(owner, lambda job: "second", seen.append, seen.append, key="list")
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == ["second"]


def test_the_answer_to_a_deleted_window_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate = QWidget(), threading.Event()
    seen: list[object] = []
    tasks.read(owner, lambda job: gate.wait(10), seen.append, seen.append)
    with qtbot.waitSignal(owner.destroyed, timeout=5000):
        owner.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == []


def test_closing_finishes_what_is_being_written(qtbot: QtBot, tasks: Tasks) -> None:
    owner, done = QObject(), threading.Event()
    seen: list[object] = []
    for _ in range(5):
        tasks.write(owner, lambda job: done.set(), seen.append, seen.append)
    tasks.close()
    assert done.is_set()
    assert seen == []
    tasks.write(owner, lambda job: 1, seen.append, seen.append)
    assert tasks.idle


def test_closing_does_not_wait_for_a_long_query(qtbot: QtBot, tasks: Tasks) -> None:
    owner, begun, stopped = QObject(), threading.Event(), threading.Event()
    tasks.interrupt = stopped.set
    seen: list[object] = []

    def query(job: Job) -> bool:
        begun.set()
        return stopped.wait(60)

    tasks.read(owner, query, seen.append, seen.append)
    assert begun.wait(10)
    tasks.close()
    assert stopped.is_set()
    assert seen == []


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, tasks: Tasks) -> None:
    bar = BusyBar(load("en"), tasks)
    qtbot.addWidget(bar)
    owner, gate = QObject(), threading.Event()
    seen: list[object] = []

    def work(job: Job) -> None:
        for number in range(1000):
            job.step(number, 1000, "")
            if number == 3:
                gate.wait(10)

    tasks.read(owner, work, seen.append, seen.append, title="Counting")
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=5000)
    assert bar.label.text().startswith("Counting")
    bar.stop.click()
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert isinstance(seen[0], Cancelled)
    assert bar.isHidden()


def test_inline_work_answers_before_it_returns() -> None:
    seen: list[object] = []
    owner = QObject()
    InlineTasks().read(owner, lambda job: 7, seen.append, seen.append)
    assert seen == [7]
