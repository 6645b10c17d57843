"""Qt's own texts are Vietnamese wherever an officer can meet them."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.core.i18n import load
from app.ui.qt_texts import TEXTS, QtTexts, install

SHOWN = (
    "CloseButton", "QAbstractSpinBox", "QComboBox", "QCupsJobWidget", "QCupsPrinterSupport", "QDialog", "QDialogButtonBox",
    "QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QGnomeTheme", "QInputDialog", "QLineEdit", "QMessageBox",
    "QPageSetupWidget", "QPlatformTheme", "QPrintDialog", "QPrintPreviewDialog", "QPrintPropertiesDialog",
    "QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget", "QProgressDialog", "QScrollBar", "QTabBar",
    "QWidgetTextControl",
)  # fmt: skip
NEVER_SHOWN = {
    "Form", "...", "%1%", "CC", "DD", "P̸", "Cicero (CC)", "Didot (DD)", "Pica (P̸)", "About Qt",
    "Classified", "Confidential", "Secret", "Top Secret", "Unclassified",
}  # fmt: skip
"""Names inside Qt's form files, type measures nobody here uses, and secrecy banners: the program sets no secrecy label."""


@pytest.fixture
def texts(qapp: QApplication) -> Iterator[QtTexts]:
    before = QLocale()
    translator = install(qapp, load("vi"))
    yield translator
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_buttons_speak_vietnamese(texts: QtTexts, qtbot: QtBot) -> None:
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Yes
    )
    qtbot.addWidget(box)
    shown = {box.standardButton(button): button.text() for button in box.buttons()}
    assert shown[QDialogButtonBox.StandardButton.Cancel] == "Hủy"
    assert shown[QDialogButtonBox.StandardButton.Save] == "Lưu"
    assert shown[QDialogButtonBox.StandardButton.Yes] == "&Có"


def test_the_menu_of_a_text_field_speaks_vietnamese(texts: QtTexts, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    shown = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert shown[:5] == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán"]


def test_a_message_box_shows_its_details_in_vietnamese(texts: QtTexts, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setDetailedText("x")
    assert "Xem chi tiết..." in [button.text() for button in box.buttons()]


def test_days_months_and_the_first_day_of_the_week_are_vietnamese(texts: QtTexts) -> None:
    locale = QLocale()
    assert locale.dayName(1).casefold() == "thứ hai"
    assert locale.monthName(3).casefold() == "tháng 3"
    assert locale.firstDayOfWeek().value == 1


def test_a_text_that_is_not_known_stays_as_qt_has_it(texts: QtTexts) -> None:
    assert QCoreApplication.translate("QAnything", "No such text") == "No such text"


def test_every_text_of_the_dialogs_in_use_is_listed_and_translated() -> None:
    listed = set(TEXTS)
    missing = {
        text
        for context, text in _sources(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_de.qm")
        if context in SHOWN and text not in listed | NEVER_SHOWN and "Qt is a C++" not in text and "About Qt" not in text
    }
    assert not missing
    vietnamese = load("vi")
    same = {"OK", "&OK", "Alt+Left", "Alt+Right", "Alt+Up", "mm", "in", "pt"}
    assert {text for text in listed if vietnamese.in_context("Qt", text) == text} - same == {
        text for text in listed if text[0].isdigit()
    }


def _sources(path: Path) -> Iterator[tuple[str, str]]:
    """Context and English text of every message in one of Qt's compiled catalogues (qtbase/src/corelib/kernel/qtranslator.cpp)."""
    data = path.read_bytes()
    position, messages = 16, b""
    while position < len(data):
        tag, length = struct.unpack_from(">BI", data, position)
        if tag == 0x69:
            messages = data[position + 5 : position + 5 + length]
        position += 5 + length
    context = text = ""
    position = 0
    while position < len(messages):
        tag = messages[position]
        position += 1
        if tag == 1:
            yield context, text
            continue
        length = struct.unpack_from(">I", messages, position)[0]
        position += 4
        if length != 0xFFFFFFFF:
            chunk = messages[position : position + length]
            position += length
            if tag == 6:
                text = chunk.decode()
            elif tag == 7:
                context = chunk.decode()
