"""Make the pictures of the README from a demonstration: `pictures.py DEMO_FOLDER`, run with the environment's Python.

They show the real window, drawn without a screen, and the real papers; all names in them are invented.
"""

import os
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

import pypdfium2
import xlsxwriter
from PIL import Image
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView, QWidget

from app.core.clock import FixedClock
from app.core.i18n import load
from app.services.demo.books import LOGIN, PASSWORD
from app.ui import qt_texts
from app.ui.application import Program
from app.ui.main_window import MainWindow
from app.ui.theme import apply_theme

TARGET = Path(__file__).resolve().parent / "pictures"
SIZE = (1366, 728)
PAPER_WIDTH = 900
PATIENCE = 60.0
EVENING = datetime(2022, 12, 14, 18, 0)
"""The demonstration's last day, when the year has just been reported."""
SHEET: tuple[tuple[str | int, ...], ...] = (
    ("SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN NĂM 2022",),
    ("TT", "Ngày", "Địa điểm", "Nội dung tuyên truyền", "Số người dự", "Ghi chú"),
    (1, "12/3/2022", "Thôn Pa Te", "Phòng cháy, chữa cháy", 86, ""),
    (2, "31/4/2022", "Thôn Pa Te", "Phòng, chống ma túy", "~60", "Trời mưa"),
    (3, "tháng 5/2022", "Thôn Tống Trong", "Phòng, chống mua bán người", 40, ""),
    (4, "12/3/2022", "Thôn Pa Te", "Phòng cháy, chữa cháy.", 86, ""),
    (5, "20.6.2022", "Thôn Tống Trong", "Giao nộp vũ khí, pháo", "75 người", ""),
    ("Cộng", "", "", "", 400),
)
"""What a station's list looks like, with days that cannot be, a row that comes twice and a wrong total."""
Part = TypeVar("Part", bound=QWidget)


def main(demo: Path) -> int:
    """Write every picture anew."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    TARGET.mkdir(exist_ok=True)
    application = QApplication([])
    say = load("vi")
    apply_theme(application)
    qt_texts.install(application, say)
    with tempfile.TemporaryDirectory() as folder:
        for unit, pages in (("TUCDAN", ("home", "meeting", "campaign", "model_reviews", "intake")), ("parent", ("report",))):
            # A copy, so that looking at it leaves no trace in the demonstration.
            book = Path(folder) / unit
            shutil.copytree(demo / "units" / unit, book)
            _window(application, Program(book, say, clock=FixedClock(EVENING)), unit, pages)
    _paper(demo / "papers" / "certificates.pdf", TARGET / "certificate.png")
    _paper(demo / "papers" / "report.pdf", TARGET / "report-paper.png")
    for picture in TARGET.glob("*.png"):
        # Few colours are in them; a palette makes the files a quarter as large.
        Image.open(picture).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)
    return 0


def _window(application: QApplication, program: Program, unit: str, pages: tuple[str, ...]) -> None:
    program.start()
    login = program.window
    assert login is not None
    _wait(application, program)
    _part(login, "login.password", QLineEdit).setText(PASSWORD)
    login.name.setEditText(LOGIN)  # type: ignore[attr-defined] # the login window has its name field under this name
    _part(login, "login.go", QPushButton).click()
    began = monotonic()
    while not isinstance(program.window, MainWindow) and monotonic() - began < PATIENCE:
        application.processEvents()
    window = program.window
    assert isinstance(window, MainWindow)
    window.resize(*SIZE)
    for code in pages:
        page = window.open(code)
        _wait(application, program)
        if code == "meeting":
            page.table.setFocus()  # type: ignore[attr-defined] # the generic register page has a table
            page.table.selectRow(0)  # type: ignore[attr-defined] # the same
            _wait(application, program)
        if code == "intake":
            _look_at_a_sheet(application, program, page)
        window.grab().save(str(TARGET / f"{code}.png"))
    program.close()


def _look_at_a_sheet(application: QApplication, program: Program, page: QWidget) -> None:
    """A sheet as stations keep it, looked over: nothing of it is recorded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tuyên truyền 2022.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Tuyên truyền")
            for number, cells in enumerate(SHEET):
                sheet.write_row(number, 0, cells)
        page.look((path,))  # type: ignore[attr-defined] # the page of taking in looks at files
        _wait(application, program)
        _part(page, "intake.next", QPushButton).click()
        _wait(application, program)
    table = _part(page, "intake.rows", QTableView)
    table.setFocus()
    table.selectRow(1)
    _wait(application, program)


def _part(window: QWidget, name: str, kind: type[Part]) -> Part:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _wait(application: QApplication, program: Program) -> None:
    """Until nothing is being done in the background and everything is drawn."""
    began = monotonic()
    quiet = 0
    while quiet < 20 and monotonic() - began < PATIENCE:
        application.processEvents()
        quiet = quiet + 1 if program.tasks.idle else 0


def _paper(pdf: Path, target: Path) -> None:
    page = pypdfium2.PdfDocument(pdf)[0]
    page.render(scale=PAPER_WIDTH / page.get_width()).to_pil().save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
