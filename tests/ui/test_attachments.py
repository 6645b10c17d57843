"""Pictures of a record: added from files or dropped, opened large, renamed, shown above, deleted and brought back; by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from app.services import attachments, registers
from app.services.context import Context
from app.ui.parts.attachments import AttachmentsPart
from app.ui.parts.table import ATTACHMENTS, PARTS
from app.ui.screens.pictures import PicturesPage
from tests.data.conftest import new_store
from tests.intake.files import noise, photograph, saved, scan
from tests.ui.conftest import Office, begin_book

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.filterwarnings("ignore::UserWarning")]


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def meeting(office: Office) -> str:
    made = registers.save(context(office), "meeting", None, {"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "9"}).id
    office.go("meeting")
    office.register.table.selectRow(0)
    office.settle()
    return made


@pytest.fixture
def part(office: Office, meeting: str) -> AttachmentsPart:
    return shown_part(office)


def shown_part(office: Office) -> AttachmentsPart:
    return office.find(AttachmentsPart, "attachments")


def files(folder: Path, **contents: bytes) -> tuple[Path, ...]:
    made = []
    for name, data in contents.items():
        path = folder / name.replace("_", " ").replace(" dot ", ".")
        path.write_bytes(data)
        made.append(path)
    return tuple(made)


def captions(part: AttachmentsPart) -> list[str]:
    return [part.model.item(number).text() for number in range(part.model.rowCount())]


def add(office: Office, *paths: Path) -> None:
    office.ask.files = paths
    office.click("attach.add")


def test_files_are_added_and_what_is_no_picture_is_told(office: Office, part: AttachmentsPart, tmp_path: Path) -> None:
    photo, paper, wrong, empty = files(
        tmp_path, Ảnh_dot_jpg=photograph(), Biên_bản_dot_pdf=scan(3), virus_dot_jpg=b"MZ\0", trống_dot_jpg=b""
    )
    add(office, photo, wrong, paper, empty)
    assert captions(part) == ["Ảnh", "Biên bản (3)"]
    assert "virus.jpg is neither a picture" in part.bars.text and "One more file was not taken" in part.bars.text
    assert not part.model.item(0).icon().isNull()
    add(office, photo)
    assert captions(part) == ["Ảnh", "Biên bản (3)"] and "attached already" in part.bars.text
    add(office)
    assert len(attachments.of(context(office), "meeting", part.record_id)) == 2


def test_every_register_that_may_have_pictures_shows_them() -> None:
    assert {code for code, parts in PARTS.items() if ATTACHMENTS in parts} == attachments.OFFERED


def test_files_are_dropped_on_the_record(office: Office, part: AttachmentsPart, tmp_path: Path) -> None:
    paths = files(tmp_path, a_dot_png=saved(noise(60, 40), "PNG"), b_dot_png=saved(noise(50, 40), "PNG"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    part.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key))
    office.settle()
    assert captions(part) == ["a", "b"]


def test_a_picture_is_deleted_by_key_and_brought_back(office: Office, part: AttachmentsPart, tmp_path: Path) -> None:
    add(office, *files(tmp_path, a_dot_jpg=photograph(), b_dot_pdf=scan(1)))
    part.strip.setFocus()
    office.press("attach.strip", Qt.Key.Key_Right)
    office.press("attach.strip", Qt.Key.Key_Delete)
    assert captions(part) == ["a"] and "“b” was deleted" in part.bars.text
    assert part.bars.bar is not None and part.bars.bar.offer is not None
    office.qtbot.mouseClick(part.bars.bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert captions(part) == ["a", "b"]


def where(office: Office) -> str:
    return office.find(QLabel, "pictures.where").text()


@pytest.fixture
def pictures(office: Office, part: AttachmentsPart, tmp_path: Path) -> PicturesPage:
    add(office, *files(tmp_path, Ảnh_dot_jpg=photograph(), Biên_bản_dot_pdf=scan(2)))
    part.strip.setFocus()
    office.press("attach.strip", Qt.Key.Key_Return)
    assert isinstance(office.page, PicturesPage)
    return office.page


def press(office: Office, *keys: Qt.Key) -> None:
    for key in keys:
        office.qtbot.keyClick(office.page, key)
        office.settle()


def test_pages_are_walked_through_by_keys_and_esc_goes_back(office: Office, pictures: PicturesPage) -> None:
    assert where(office) == "Ảnh · 1 of 2"
    assert (pictures.view.image.width(), pictures.view.image.height()) == (640, 480)
    press(office, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert where(office) == "Biên bản · 2 of 2 · page 2 of 2"
    assert pictures.view.image.height() > pictures.view.image.width()
    press(office, Qt.Key.Key_Right)
    assert where(office) == "Biên bản · 2 of 2 · page 2 of 2"
    press(office, Qt.Key.Key_Z)
    assert pictures.view.minimumHeight() == pictures.view.image.height()
    press(office, Qt.Key.Key_Z, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert where(office) == "Ảnh · 1 of 2"
    press(office, Qt.Key.Key_Escape)
    assert office.main.code == "meeting"
    assert captions(shown_part(office)) == ["Ảnh", "Biên bản (2)"]


def test_a_picture_is_renamed_and_shown_to_the_unit_above(office: Office, pictures: PicturesPage, meeting: str) -> None:
    office.retype("pictures.title", "Quang cảnh buổi họp")
    office.press("pictures.title", Qt.Key.Key_Return)
    office.click("pictures.share")
    assert where(office) == "Quang cảnh buổi họp · 1 of 2 · chosen for the unit above"
    office.click("pictures.back")
    assert captions(shown_part(office)) == ["↑ Quang cảnh buổi họp", "Biên bản (2)"]
    assert [each.shared for each in attachments.of(context(office), "meeting", meeting)] == [True, False]


def test_a_picture_is_deleted_where_it_is_seen(office: Office, pictures: PicturesPage) -> None:
    press(office, Qt.Key.Key_Delete)
    assert where(office) == "Biên bản · 1 of 1 · page 1 of 2"
    press(office, Qt.Key.Key_Delete)
    assert where(office) == "Nothing is attached here any more."
    bar = pictures.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert where(office).startswith("Biên bản · 1 of 1")


def test_a_unit_above_sees_what_was_shown_to_it_and_changes_nothing(make_office: Callable[..., Office], tmp_path: Path) -> None:
    """What a station shows arrives as records; the pictures themselves follow later."""
    station, above = new_store(tmp_path / "trạm"), make_office("cấp trên")
    with station.change("0" * 31 + "1", "new") as change:
        meeting = change.create("meeting", {"held_on": "2022-03-12", "form": "study", "topic": "Giao thông", "attendees": 9})
        values = {
            "about_type": "meeting",
            "about": meeting,
            "title": "Toàn cảnh",
            "kind": "photo",
            "contents": "ab" * 32,
            "size": 9,
        }
        change.create("shared_attachment", values)
    begin_book(above, name="Huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    above.start()
    above.log_in()
    with station.reader() as reader:
        context(above).store.receive(list(reader.change_sets(("shared",), {})))
    station.close()
    above.go("meeting")
    above.register.table.selectRow(0)
    above.settle()
    part = shown_part(above)
    assert captions(part) == ["Toàn cảnh"] and not part.acceptDrops() and part.add.isHidden()
    part.strip.setFocus()
    above.press("attach.strip", Qt.Key.Key_Delete)
    assert captions(part) == ["Toàn cảnh"]
    above.press("attach.strip", Qt.Key.Key_Return)
    assert isinstance(above.page, PicturesPage)
    assert above.page.delete.isHidden() and above.page.above.isHidden() and above.page.name.isHidden()
    assert "has not come to this laptop yet" in above.bar
