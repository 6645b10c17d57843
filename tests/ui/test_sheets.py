"""The same sheet on screen and in the PDF: every line of text at the same place to a tenth of a millimetre."""

from datetime import date

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from app.documents.certificate import Certificate, Look, lay_out
from app.documents.display import Anchor, Sheet, Text
from app.documents.fonts import Face
from app.documents.pdf import render_pdf
from app.ui.sheet_player import paint_sheet, print_sheets, text_path
from app.ui.sheets import SheetPreview

DOTS = 20
"""Dots a millimetre: one dot is half the tolerance."""

LINES = (
    Text(20, 30, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face.BOLD, 13),
    Text(105, 50, "Độc lập - Tự do - Hạnh phúc", Face.BOLD, 14, anchor=Anchor.MIDDLE),
    Text(190, 70, "Túc Đán, ngày 05 tháng 3 năm 2022", Face.ITALIC, 14, anchor=Anchor.RIGHT),
    Text(105, 100, "GIẤY KHEN", Face.BOLD, 43, "#C8102E", Anchor.MIDDLE, 0.9),
    Text(20, 120, "Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc, Wf AV To", Face.REGULAR, 13),
    Text(20, 130, "Nơi nhận: ặẵẳằắ ộỗổồố ựữửừứ ỵỹỷỳý", Face.BOLD_ITALIC, 12),
)


def painted(sheet: Sheet) -> Image.Image:
    image = QImage(round(sheet.width * DOTS), round(sheet.height * DOTS), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(DOTS, DOTS)
    paint_sheet(painter, sheet)
    painter.end()
    return Image.frombytes("L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine())


def printed(sheet: Sheet) -> Image.Image:
    document = pypdfium2.PdfDocument(render_pdf([sheet], title="t", author="a"))
    page = document[0]
    bitmap = page.render(scale=DOTS * 25.4 / 72, grayscale=True)
    image = bitmap.to_pil().convert("L")
    document.close()
    return image


def ink(image: Image.Image, item: Text) -> tuple[float, ...]:
    """The edges of a line's ink in mm, found by looking."""
    left, width = item.left, item.width
    box = (left - 4, item.y - item.size * 0.42, left + width + 4, item.y + item.size * 0.14)
    dots = tuple(round(edge * DOTS) for edge in box)
    found = image.crop(dots).point(lambda value: 255 if value < 128 else 0).getbbox()
    assert found is not None
    return tuple((edge + start) / DOTS for edge, start in zip(found, (dots[0], dots[1], dots[0], dots[1]), strict=True))


def test_ink_of_every_line_is_at_the_same_place(qapp: object) -> None:
    sheet = Sheet(210, 140, LINES)
    screen, paper = painted(sheet), printed(sheet)
    for item in LINES:
        assert ink(screen, item) == pytest.approx(ink(paper, item), abs=0.1), item.text


def test_letters_advance_by_the_measures(qapp: object) -> None:
    for item in LINES:
        box = text_path(item).boundingRect()
        assert -item.anchor.value * item.width - 1 < box.left()
        assert box.right() < (1 - item.anchor.value) * item.width + 1


def certificate(n: int) -> Sheet:
    text = Certificate(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", f"Lò Văn Mẫu {n}", "Bản Pa Te", "Có thành tích", "12/QĐ-UBND",
        date(2022, 3, 5), str(n), "Túc Đán", "CHỦ TỊCH", "Hoàng Thị Mẫu",
    )  # fmt: skip
    return lay_out(text, Look(sample=True)).sheet


def test_whole_certificate_looks_the_same(qapp: object) -> None:
    """Coarsely, dot by dot: frame, emblem, mark and text of both players cover each other."""
    sheet = certificate(1)
    small = (297, 210)
    screen = painted(sheet).resize(small, Image.Resampling.BOX)
    paper = printed(sheet).resize(small, Image.Resampling.BOX)
    apart = [abs(a - b) for a, b in zip(screen.tobytes(), paper.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 3
    assert sum(difference > 40 for difference in apart) < len(apart) * 0.002


def test_printing_puts_each_sheet_on_a_page_of_true_size(qapp: object) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    assert print_sheets(writer, (certificate(n) for n in range(3))) == 3
    buffer.close()
    document = pypdfium2.PdfDocument(data.data())
    sizes = [document[n].get_size() for n in range(len(document))]
    seen = document[0].render(scale=4 * 25.4 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    assert sizes == [pytest.approx((297 * 72 / 25.4, 210 * 72 / 25.4), abs=1)] * 3
    expected = painted(certificate(0)).resize(seen.size, Image.Resampling.BOX)
    apart = [abs(a - b) for a, b in zip(seen.tobytes(), expected.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 4


def test_a_standing_sheet_after_a_lying_one(qapp: object) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QSizeF(50, 50), QPageSize.Unit.Millimeter), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    print_sheets(writer, (Sheet(297, 210, LINES), Sheet(210, 297, LINES)))
    buffer.close()
    document = pypdfium2.PdfDocument(data.data())
    sizes = [document[n].get_size() for n in range(len(document))]
    document.close()
    assert [width > height for width, height in sizes] == [True, False]


@pytest.fixture
def preview(qtbot: QtBot) -> SheetPreview:
    widget = SheetPreview()
    widget.resize(900, 470)
    qtbot.addWidget(widget)
    widget.show_sheets(3, certificate)
    widget.show()
    return widget


def test_preview_shows_the_whole_sheet_and_turns_by_keys(qtbot: QtBot, preview: SheetPreview) -> None:
    numbers: list[int] = []
    preview.shown.connect(numbers.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        qtbot.keyClick(preview, key)
    assert numbers == [1, 2, 1, 0]
    assert preview.verticalScrollBar().maximum() == 0
    picture = preview.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2 + 200 // 2).isValid()
    red = QColor("#C8102E")
    seen = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert red.name() in seen


def test_preview_enlarges_and_scrolls(qtbot: QtBot, preview: SheetPreview) -> None:
    for _ in range(4):
        qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.horizontalScrollBar().maximum() > 0 and preview.verticalScrollBar().maximum() > 0
    assert not preview.grab().isNull()
    qtbot.keyClick(preview, Qt.Key.Key_Minus)
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.verticalScrollBar().maximum() == 0


def test_preview_makes_only_the_sheets_that_are_turned_to(qtbot: QtBot) -> None:
    made: list[int] = []

    def sheet_at(number: int) -> Sheet:
        made.append(number)
        return certificate(number)

    widget = SheetPreview()
    qtbot.addWidget(widget)
    widget.show_sheets(1000, sheet_at)
    widget.show()
    widget.go_to(998)
    assert widget.number == 998 and set(made) <= {0, 998}


def test_preview_without_sheets_is_empty(qtbot: QtBot) -> None:
    widget = SheetPreview()
    qtbot.addWidget(widget)
    widget.show_sheets(0, certificate)
    widget.show()
    assert not widget.grab().isNull() and widget.count == 0
