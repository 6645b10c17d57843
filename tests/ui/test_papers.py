"""From a list or a record to its paper: the preview, what it is needed for, saving, printing, and the way back; by keyboard."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton

from app.services import registers
from app.ui.pdf_preview import PdfPreview
from app.ui.screens.paper import PaperPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def households(office: Office) -> Office:
    assert office.program.session is not None
    context = office.program.session.context
    hamlet = registers.suggest(context, "hamlet", "pa te")[0].id
    for name in ("Giàng A Sử", "Lò Thị Hoa"):
        form = registers.blank(context, "household")
        registers.save(context, "household", None, {**form.texts, "head": name, "hamlet": hamlet})
    office.go("household")
    return office


def paper(office: Office) -> PaperPage:
    assert isinstance(office.page, PaperPage), type(office.page)
    return office.page


def choose(office: Office, button: str, code: str) -> None:
    """Open the printer's menu and take a line of it."""
    menu = office.find(QToolButton, button).menu()
    (action,) = (each for each in menu.actions() if each.objectName() == f"paper.{code}")
    action.trigger()
    office.settle()


def key(office: Office, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    focused = office.page.focusWidget()
    office.qtbot.keyClick(office.page if focused is None else focused, which, modifier)
    office.settle()


def words_of(path: object) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    return text


def log(office: Office) -> list[dict[str, object]]:
    assert office.program.session is not None
    with office.program.session.context.store.reader() as reader:
        return [dict(record.values) for record in reader.window("disclosure", order=("way", "asc"))]


def test_a_list_is_saved_without_names_at_once(households: Office) -> None:
    office = households
    key(office, Qt.Key.Key_P)
    assert paper(office).title.text() == "Register · Households"
    assert "Head of household" in office.find(QLabel, "purpose.told").text()
    office.ask.target = office.folder.parent
    office.click("paper.save.pdf")
    (saved,) = office.folder.parent.glob("*.pdf")
    assert "Giàng" not in words_of(saved)
    assert "hai mục" in words_of(saved)
    assert log(office) == []


def test_with_a_purpose_names_are_there_and_it_is_written_down(households: Office) -> None:
    office = households
    choose(office, "papers.register", "list")
    office.type("purpose.choice", "Another purpose, in words")
    office.settle()
    office.retype("purpose.words", "Họp thôn")
    office.press("purpose.words", Qt.Key.Key_Return)
    office.ask.target = office.folder.parent
    office.click("paper.save.pdf")
    office.click("paper.save.xlsx")
    (saved,) = office.folder.parent.glob("*.pdf")
    assert "Giàng A Sử" in words_of(saved)
    assert saved.stem.startswith("register-") or saved.stem.startswith("so-")
    assert [(line["way"], line["details"], line["rows"]) for line in log(office)] == [
        ("excel", "Họp thôn", 2),
        ("pdf", "Họp thôn", 2),
    ]
    office.go("disclosure")
    assert len(office.rows()) == 2
    assert not office.register.add.isVisible()
    assert office.find(QLabel, "panel.hint").text() == "Choose a row to read it."


def test_a_record_cannot_leave_before_its_purpose_is_said(households: Office) -> None:
    office = households
    office.register.table.selectRow(0)
    office.settle()
    choose(office, "papers.record", "record")
    assert not office.find(QPushButton, "paper.print").isEnabled()
    office.main.resize(911, 485)
    office.page.title.setText("Phiếu thông tin · Mâu thuẫn và hòa giải ở các thôn, bản")
    office.settle()
    cut = [made for made in office.page.findChildren(QPushButton) if made.isVisible() and made.width() < made.sizeHint().width()]
    assert not cut, [made.text() for made in cut]
    assert not office.find(QPushButton, "paper.save.pdf").isEnabled()
    office.type("purpose.choice", "Inspection and checks")
    office.settle()
    office.ask.target = office.folder.parent / "printed.pdf"
    key(office, Qt.Key.Key_P)
    assert "went to the printer" in office.bar
    assert [line["way"] for line in log(office)] == ["print"]
    assert pypdfium2.PdfDocument(office.ask.target).get_page_size(0)[0] == pytest.approx(595, abs=1.5)


def test_esc_leads_back_to_the_list(households: Office) -> None:
    office = households
    key(office, Qt.Key.Key_P)
    key(office, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert office.main.code == "household"


def test_pages_are_drawn_and_turned_by_keyboard(households: Office) -> None:
    office = households
    choose(office, "papers.register", "empty_sheet")
    preview = office.find(PdfPreview, "paper.pages")
    assert preview.count == 2
    assert office.find(QLabel, "paper.place").text() == "Page 1 of 2"
    key(office, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    assert office.find(QLabel, "paper.place").text() == "Page 2 of 2"
    office.settle()
    image = preview.grab().toImage()
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    assert dark > 50


def test_an_empty_form_needs_no_purpose(households: Office) -> None:
    office = households
    choose(office, "papers.register", "empty_form")
    assert office.find(QPushButton, "paper.print").isEnabled()
    assert not [combo for combo in office.page.findChildren(QComboBox, "purpose.choice") if combo.isVisible()]
    office.ask.target = office.folder.parent / "form.pdf"
    office.click("paper.save.pdf")
    assert "PHIẾU GHI CHÉP" in words_of(office.ask.target)


def test_copying_a_row_leaves_names_out_until_it_is_said_for_what(households: Office) -> None:
    office = households
    office.register.table.selectRow(0)
    office.settle()
    office.register.table.setFocus()
    key(office, Qt.Key.Key_C)
    assert "Hoa" not in QGuiApplication.clipboard().text()
    bar = office.register.bars.bar
    assert bar is not None and bar.offer is not None
    bar.offer.click()
    office.settle()
    office.type("bar.reason", "Báo cáo chỉ huy")
    office.press("bar.reason", Qt.Key.Key_Return)
    assert "Lò Thị Hoa" in QGuiApplication.clipboard().text()
    assert [(line["way"], line["details"]) for line in log(office)] == [("copy", "Báo cáo chỉ huy")]


def test_what_names_people_cannot_be_marked_and_copied_in_a_record(households: Office) -> None:
    office = households
    office.register.table.selectRow(0)
    office.settle()
    marked = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not office.find(QLabel, "head.value").textInteractionFlags() & marked
    assert office.find(QLabel, "hamlet.value").textInteractionFlags() & marked


def test_leaving_stops_the_drawing_and_forgets_the_paper(households: Office) -> None:
    office = households
    office.register.papers.open("list")
    page = paper(office)
    page.back.emit()
    office.settle()
    assert office.main.code == "household"
    assert page.made is None and page.findChild(PdfPreview).count == 0
    office.register.papers.open("list")
    office.settle()
    assert office.find(QLabel, "paper.place").text() == "Page 1 of 1"
