"""A certificate is checked in the real window: by what a scanner types, and by a picture."""

import io
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.services import registers
from app.services.awards.sheet_code import codes_of
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def code(office: Office) -> str:
    assert office.program.session is not None
    ctx = office.program.session.context
    texts = {
        "number": "12/QĐ-UBND",
        "decided_on": "5/3/2022",
        "place": "Túc Đán",
        "deed": "Có thành tích",
        "signer_title": "CHỦ TỊCH",
    }
    award = registers.save(ctx, "award", None, {**texts, "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"}).id
    registers.save(ctx, "awardee", None, {"award": award, "name": "Lò Văn Mẫu"})
    registers.save(ctx, "award", award, {"state": "issued"})
    (code,) = codes_of(ctx, award).values()
    office.go("award")
    office.click("page.sheet_check")
    return code


def said(office: Office, name: str) -> str:
    return office.find(QLabel, f"sheet_check.{name}").text()


def scan(office: Office, text: str) -> None:
    line = office.find(QLineEdit, "sheet_check.line")
    line.setText(text)
    office.qtbot.keyClick(line, Qt.Key.Key_Return)
    office.settle()


def test_a_scanner_tells_genuine_from_altered(office: Office, code: str) -> None:
    assert office.find(QLineEdit, "sheet_check.line").hasFocus()
    scan(office, code)
    assert said(office, "verdict") == "Genuine"
    assert "Name: Lò Văn Mẫu\nDecision: 12/QĐ-UBND\nOf 05/03/2022" in said(office, "facts")
    scan(office, code.replace("Lò Văn Mẫu", "Lò Văn Khác"))
    assert said(office, "verdict") == "Altered"
    assert office.find(QLineEdit, "sheet_check.line").text() == ""


def test_a_picture_is_read_and_one_without_a_code_is_refused_in_words(office: Office, code: str, tmp_path: Path) -> None:
    picture = io.BytesIO()
    segno.make(code, error="m").save(picture, kind="png", scale=4, border=4)
    path = tmp_path / "anh.png"
    path.write_bytes(picture.getvalue())
    office.ask.files = (path,)
    office.click("sheet_check.picture")
    assert said(office, "verdict") == "Genuine"
    scan(office, "https://example.org")
    assert "not the code of a certificate" in office.bar
