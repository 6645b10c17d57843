"""The first five ratios: starting, saving, applying, printing, searching."""

import io
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from app.core.text import fold
from app.data.store import Store
from app.documents.certificate import Certificate, Look, lay_out
from app.documents.pdf import register_fonts, render_pdf
from tests.benchmarks.ratio import compare
from tests.data.conftest import KEY, new_store
from tests.names import names

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = 20_000
CERTIFICATES = 1_000
NAMES = 200_000
OFFICER = "0" * 32

BARE_WINDOW = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
application = QApplication([])
window = QWidget()
layout = QVBoxLayout(window)
for part in (QLineEdit(), QLineEdit(), QPushButton("OK")):
    layout.addWidget(part)
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
application.exec()
"""

OWN_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app.ui.application import run
run(Path(sys.argv[1]), ready=lambda program: QTimer.singleShot(0, lambda: os._exit(0)))
"""


def bare_database(path: Path) -> Any:
    """SQLCipher as the program opens it, and nothing of the program."""
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    for setting in ("cipher_memory_security = OFF", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "own")
    yield made
    made.close()


def test_one_save_beside_one_insert(benchmark: BenchmarkFixture, store: Store, tmp_path: Path) -> None:
    """A meeting in two streams, signed, chained, indexed and on disk, beside one row in one table on disk."""
    database = bare_database(tmp_path / "bare.db")
    database.execute("CREATE TABLE meeting (id TEXT PRIMARY KEY, held_on TEXT, form TEXT, topic TEXT, attendees INT, chair TEXT)")
    number = itertools.count()
    values = {"held_on": "2022-03-12", "form": "study", "topic": "Phòng chống cháy rừng", "attendees": 86, "chair": "Lò Văn Đức"}

    def bare() -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?)", (f"{next(number):032x}", *values.values()))
        database.execute("COMMIT")

    def own() -> None:
        with store.change(OFFICER, "new") as change:
            change.create("meeting", values)

    compare(benchmark, "one save / one insert, both with fsync", bare=bare, own=own, limit=15, rounds=200)


def test_applying_operations_beside_inserts(benchmark: BenchmarkFixture, store: Store, tmp_path: Path) -> None:
    """20,000 households that arrive from another laptop, beside 20,000 rows in one table."""
    with store.change(OFFICER, "import") as change:
        hamlet = change.create("hamlet", {"name": "Bản Mù"})
        for name in names(OPERATIONS - 1):
            change.create("household", {"head": name, "hamlet": hamlet, "members": 5, "birth": "1980"})
    with store.reader() as reader:
        arriving = list(reader.change_sets(("shared", "station"), {}))
    rows = [(f"{number:032x}", name, hamlet, 5, 1980) for number, name in enumerate(names(OPERATIONS))]
    round_ = itertools.count()
    databases: list[Any] = []
    stores: list[Store] = []

    def fresh() -> None:
        for made in (*databases, *stores):
            made.close()
        number = next(round_)
        database = bare_database(tmp_path / f"bare{number}.db")
        database.execute("CREATE TABLE household (id TEXT PRIMARY KEY, head TEXT, hamlet TEXT, members INT, birth_year INT)")
        databases[:] = [database]
        stores[:] = [new_store(tmp_path / f"other{number}", seed=f"b{number}")]

    def bare() -> None:
        databases[0].execute("BEGIN IMMEDIATE")
        databases[0].executemany("INSERT INTO household VALUES (?, ?, ?, ?, ?)", rows)
        databases[0].execute("COMMIT")

    def own() -> None:
        received = stores[0].receive(arriving)
        assert received.new == OPERATIONS

    compare(benchmark, "20,000 operations applied / 20,000 inserts", bare=bare, own=own, limit=120, rounds=3, before=fresh)
    for made in (*databases, *stores):
        made.close()


def test_certificates_beside_a_reportlab_loop(benchmark: BenchmarkFixture) -> None:
    """1,000 certificates laid out and drawn, beside the same texts at fixed places without frame, emblem or fitting."""
    register_fonts()
    texts = ("ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "TẶNG", "GIẤY KHEN")
    awarded = list(names(CERTIFICATES))

    def bare() -> None:
        canvas = Canvas(io.BytesIO(), pagesize=landscape(A4), pageCompression=1)
        for name in awarded:
            own_texts = (name, "Xã Túc Đán, huyện Trạm Tấu", "Đã có thành tích trong phong trào", "Số 12")
            for place, text in enumerate((*texts, *own_texts)):
                canvas.setFont("Tinos-Bold" if place % 2 else "Tinos-Regular", 16)
                canvas.drawCentredString(421, 520 - 45 * place, text)
            canvas.showPage()
        canvas.save()

    def own() -> None:
        sheets = (
            lay_out(
                Certificate(
                    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
                    name=name,
                    address="Xã Túc Đán, huyện Trạm Tấu",
                    achievement="Đã có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2022",
                    decision_number="12/QĐ-UBND",
                    decided_on=date(2022, 12, 20),
                    register_number=str(number),
                    place="Túc Đán",
                    signer_title="CHỦ TỊCH",
                    signer="Lò Văn Đức",
                ),
                Look(),
            ).sheet
            for number, name in enumerate(awarded, 1)
        )
        assert render_pdf(sheets, title="Giấy khen 12/QĐ-UBND", author="UBND xã Túc Đán").startswith(b"%PDF")

    compare(benchmark, "1,000 certificates / a bare ReportLab loop", bare=bare, own=own, limit=8, rounds=3)


def test_hits_while_typing_beside_bare_fts5(benchmark: BenchmarkFixture, store: Store, tmp_path: Path) -> None:
    """The first 100 of 200,000 names after each letter typed, beside the same in a table of FTS5 alone."""
    with store.change(OFFICER, "import") as change:
        hamlet = change.create("hamlet", {"name": "Bản Mù"})
        for name in names(NAMES):
            change.create("household", {"head": name, "hamlet": hamlet})
    database = bare_database(tmp_path / "bare.db")
    database.execute("CREATE VIRTUAL TABLE found USING fts5(words, prefix = '1 2 3 4 5')")
    database.execute("BEGIN")
    database.executemany("INSERT INTO found(words) VALUES (?)", ((fold(name),) for name in names(NAMES)))
    database.execute("COMMIT")
    typed = [whole[:length] for whole in ("giang a pao", "đức", "tran thi hoa") for length in range(1, len(whole) + 1)]
    typed = [text for text in typed if not text.endswith(" ")]

    def bare() -> None:
        for text in typed:
            *before, last = fold(text).split()
            query = " ".join([*(f'"{word}"' for word in before), f'"{last}"*'])
            assert database.execute("SELECT rowid, words FROM found WHERE found MATCH ? LIMIT 100", (query,)).fetchall()

    def own() -> None:
        with store.reader() as reader:
            for text in typed:
                assert len(reader.search(text, types=("household",), limit=100)) == 100

    compare(benchmark, f"{len(typed)} searches in 200,000 names / bare FTS5", bare=bare, own=own, limit=10, rounds=20)


def test_start_beside_a_bare_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """From nothing to the login window on screen, beside a window of three fields with PySide6 alone."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    (tmp_path / "keys.json").touch()  # there is a book, so the program asks who is working

    def run(code: str, *arguments: str) -> None:
        subprocess.run([sys.executable, "-c", code, *arguments], env=environment, cwd=tmp_path, check=True)

    compare(
        benchmark,
        "start to the login window / a bare PySide6 window",
        bare=lambda: run(BARE_WINDOW),
        own=lambda: run(OWN_WINDOW, str(tmp_path)),
        limit=4,
        rounds=7,
    )
