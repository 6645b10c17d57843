"""Certificates of a decision: previewed as real sheets, saved as one PDF, sent to the printer."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from app.core.errors import UserError
from app.documents.display import Text
from app.ui.screens.certificates import CertificatesPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("Giàng A Chu", "Lò Thị Mai", "Tổ an ninh bản Pa Te")


@pytest.fixture
def awarded(office: Office) -> Office:
    """A decision and those it names, typed in; the page of certificates in front."""
    office.go("award")
    office.click("add", office.page)
    office.fill(
        {
            "number": "12/QĐ-UBND",
            "decided_on": "18/11/2022",
            "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
            "place": "Túc Đán",
            "signer": "Hà Văn Thắng",
            "deed": "Có thành tích xuất sắc trong phong trào",
        }
    )
    office.click("save")
    for name in NAMES:
        office.click("add.awardee")
        office.fill({"name": name, "address": "Bản Pa Te"})
        office.click("save")
    office.go("certificates")
    return office


def page(office: Office) -> CertificatesPage:
    assert isinstance(office.page, CertificatesPage)
    return office.page


def words_on_sheet(office: Office) -> list[Text]:
    shown = page(office)
    assert shown.batch is not None
    return [item for item in shown.batch.sheet(shown.preview.number).items if isinstance(item, Text)]


def test_sheets_are_shown_turned_and_saved_as_one_pdf(awarded: Office, tmp_path: Path) -> None:
    awarded.click("certificates.number")
    names = awarded.find(QListWidget, "certificates.names")
    assert sorted(names.item(line).text() for line in range(names.count())) == sorted(NAMES)
    first = next(item.text for item in words_on_sheet(awarded) if item.text in NAMES)
    awarded.qtbot.keyClick(page(awarded).preview, Qt.Key.Key_PageDown)
    awarded.settle()
    assert names.currentRow() == 1
    assert next(item.text for item in words_on_sheet(awarded) if item.text in NAMES) != first
    awarded.ask.target = tmp_path
    awarded.click("certificates.save")
    pdf = pypdfium2.PdfDocument(tmp_path / "giay-khen-12-qd-ubnd-2022.pdf")
    texts = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    assert len(texts) == 3
    for name in NAMES:
        assert sum(name in text for text in texts) == 1
    assert "Vào sổ khen thưởng số: 01" in "".join(texts)
    pdf.close()


def test_only_the_ticked_are_saved(awarded: Office, tmp_path: Path) -> None:
    awarded.click("certificates.none")
    assert not page(awarded).save.isEnabled()
    names = awarded.find(QListWidget, "certificates.names")
    box = names.visualItemRect(names.item(1)).topLeft() + QPoint(10, 16)
    awarded.qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=box)
    awarded.settle()
    assert awarded.find(QLabel, "certificates.count").text() == "1 of 3 chosen"
    awarded.ask.target = tmp_path
    awarded.click("certificates.save")
    pdf = pypdfium2.PdfDocument(tmp_path / "giay-khen-12-qd-ubnd-2022.pdf")
    assert len(pdf) == 1 and names.item(1).text() in pdf[0].get_textpage().get_text_bounded()
    pdf.close()


def test_bought_sheets_take_text_only_moved_as_typed_and_remembered(awarded: Office) -> None:
    place = {item.text: (item.x, item.y) for item in words_on_sheet(awarded)}
    awarded.type("certificates.paper", "Text only, on bought sheets")
    page(awarded).paper.paper.activated.emit(1)
    awarded.settle()
    awarded.retype("offset_x", "sang phải")
    page(awarded).paper.right.left.emit()
    assert "A number from" in page(awarded).paper.right.note.text()
    awarded.retype("offset_x", "1,5")
    awarded.retype("offset_y", "-2")
    page(awarded).paper.down.left.emit()
    awarded.settle()
    sheet = page(awarded).batch
    assert sheet is not None and all(isinstance(item, Text) or type(item).__name__ == "Line" for item in sheet.sheet(0).items)
    for item in words_on_sheet(awarded):
        x, y = place[item.text]
        assert (round(item.x - x, 3), round(item.y - y, 3)) == (1.5, -2.0)
    awarded.program.lock()
    awarded.settle()
    awarded.log_in()
    awarded.go("certificates")
    assert page(awarded).paper.right.text == "1,5"


def test_the_emblem_is_drawn_pictured_or_left_out(awarded: Office, tmp_path: Path) -> None:
    def kinds() -> list[str]:
        shown = page(awarded).batch
        assert shown is not None
        return [type(item).__name__ for item in shown.sheet(0).items]

    drawn = kinds()
    paper = page(awarded).paper
    paper._none.trigger()
    awarded.settle()
    assert len(kinds()) == len(drawn) - 1
    picture = tmp_path / "quốc huy.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    awarded.ask.files = (picture,)
    paper._picture.trigger()
    awarded.settle()
    assert "Picture" in kinds()
    picture.write_bytes(b"khong phai anh")
    paper._picture.trigger()
    awarded.settle()
    assert awarded.bar and "Picture" in kinds()
    paper._drawing.trigger()
    awarded.settle()
    assert kinds() == drawn


def test_printing_goes_to_the_chosen_printer_or_says_there_is_none(awarded: Office, tmp_path: Path) -> None:
    awarded.ask.target = tmp_path / "in.pdf"
    awarded.click("certificates.print")
    assert "3 certificates went to the printer" in awarded.bar
    pdf = pypdfium2.PdfDocument(tmp_path / "in.pdf")
    width, height = pdf[0].get_size()
    assert len(pdf) == 3 and abs(width - 841.9) < 1 and abs(height - 595.3) < 1
    pdf.close()

    def none(_parent: QWidget, _title: str) -> None:
        raise UserError("printer.none", "This laptop has no printer.")

    awarded.ask.printer = none  # type: ignore[method-assign] # what the real bridge does without a printer
    awarded.click("certificates.print")
    assert awarded.bar == "This laptop has no printer."


def test_a_text_too_long_is_marked_in_the_list_and_told(awarded: Office) -> None:
    awarded.go("award")
    awarded.register.table.selectRow(0)
    awarded.settle()
    awarded.click("add.awardee")
    awarded.fill({"name": "Dài"})
    awarded.inner("achievement").setPlainText("Có thành tích xuất sắc " * 200)  # type: ignore[attr-defined] # a text area
    awarded.click("save")
    awarded.go("certificates")
    names = awarded.find(QListWidget, "certificates.names")
    marked = [names.item(line) for line in range(names.count()) if not names.item(line).icon().isNull()]
    assert [item.text() for item in marked] == ["Dài"]
    names.setCurrentItem(marked[0])
    assert "too long" in page(awarded).notice.text()


def test_without_a_decision_the_page_says_where_they_come_from(office: Office) -> None:
    office.go("certificates")
    assert "award decision" in page(office).purpose.text()
    office.click("begin")
    assert office.main.code == "award" and office.register.panel.editing


def test_a_layout_is_chosen_taken_in_from_a_file_and_remembered(awarded: Office, tmp_path: Path) -> None:
    def size() -> tuple[float, float]:
        shown = page(awarded).batch
        assert shown is not None
        return shown.sheet(0).width, shown.sheet(0).height

    def choose(text: str) -> None:
        box = page(awarded).paper.layouts
        box.setFocus()
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
        awarded.settle()

    assert size() == (297, 210)
    choose("A3, frame and emblem")
    assert size() == (420, 297)
    awarded.ask.target = tmp_path
    awarded.click("certificates.save")
    pdf = pypdfium2.PdfDocument(tmp_path / "giay-khen-12-qd-ubnd-2022.pdf")
    assert pdf[0].get_width() == pytest.approx(420 / 25.4 * 72, abs=0.1)
    pdf.close()
    wrong, own = tmp_path / "wrong.json", tmp_path / "own.json"
    wrong.write_text("{}", encoding="utf-8")
    element = '{"kind": "text", "text": "{name}", "x": 20, "y": 40, "size": 20}'
    own.write_text(
        f'{{"version": 1, "name": "Phôi của xã", "width": 250, "height": 180, "elements": [{element}]}}', encoding="utf-8"
    )
    awarded.ask.files = (wrong,)
    choose("Take in from a file…")
    assert size() == (420, 297)
    awarded.ask.files = (own,)
    choose("Take in from a file…")
    assert size() == (250, 180)
    awarded.program.lock()
    awarded.settle()
    awarded.log_in()
    awarded.go("certificates")
    assert page(awarded).paper.layouts.currentText() == "Phôi của xã"
    assert size() == (250, 180)
