"""Closing months by keyboard: open ones at a key, amended ones with their reason; above, what has come."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.core.ids import fixed_id
from app.services import registers
from app.services.closed_months import MOVED
from app.ui.screens.closing import ClosingPage
from tests.data.conftest import new_store
from tests.ui.conftest import Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def dispute(office: Office, day: str) -> None:
    assert office.program.session is not None
    values = {"received_on": day, "matter": "land", "content": "x", "outcome": "pending"}
    registers.save(office.program.session.context, "dispute", None, values)


def page(office: Office) -> ClosingPage:
    assert isinstance(office.page, ClosingPage)
    return office.page


def lines(office: Office) -> list[tuple[str, ...]]:
    return [line.texts for line in page(office).table.grid.lines]


def figures(office: Office) -> dict[str, tuple[str, str]]:
    return {line.texts[0]: (line.texts[1], line.texts[2]) for line in page(office).frozen.grid.lines}


@pytest.fixture
def closing(office: Office) -> Office:
    """Two disputes of October, at the page of the year."""
    dispute(office, "3/10/2022")
    dispute(office, "20/10/2022")
    office.main.open("closing", "2022-10")
    office.settle()
    return office


def close(office: Office) -> None:
    office.qtbot.keyClick(page(office).table, Qt.Key.Key_Return)
    office.settle()


def test_an_open_month_is_closed_by_one_key_and_its_figures_are_seen(closing: Office) -> None:
    assert lines(closing)[9][:3] == ("10/2022", "Not closed yet", "")
    assert lines(closing)[10][1] == "Not over yet"
    assert lines(closing)[11][1] == "Has not begun"
    assert figures(closing)["Disputes received"] == ("", "2")
    close(closing)
    assert lines(closing)[9] == ("10/2022", "Closed", "1", "09:30 20/11/2022 · Vũ Đức Hạnh")
    page(closing).table.setCurrentIndex(page(closing).table.grid.index(9, 0))
    assert figures(closing)["Disputes received"] == ("2", "2")
    assert "10/2022" in closing.bar


def test_what_moved_is_amended_with_a_reason_only(closing: Office) -> None:
    close(closing)
    dispute(closing, "21/10/2022")
    closing.main.open("closing", "2022-10")
    closing.settle()
    assert lines(closing)[9][:3] == ("10/2022", "Closed, figures have moved", "1")
    assert figures(closing)["Disputes received"] == ("2", "3")
    close(closing)
    line = page(closing).reason.line
    assert line.hasFocus()
    closing.press("closing.reason", Qt.Key.Key_Return)
    assert page(closing).reason.wrong
    closing.type("closing.reason", "Bản Mù báo muộn")
    closing.press("closing.reason", Qt.Key.Key_Return)
    assert lines(closing)[9][:3] == ("10/2022", "Closed", "2")
    closing.main.open("closing", "2022-10")
    closing.settle()
    assert "Bản Mù báo muộn" in page(closing).table.grid.lines[9].tip
    assert not page(closing).reason.isVisible()


def test_all_open_months_at_once_and_what_moved_stays(closing: Office) -> None:
    close(closing)
    dispute(closing, "21/10/2022")
    closing.click("closing.all")
    states = [line[1] for line in lines(closing)]
    assert states == ["Closed"] * 9 + ["Closed, figures have moved", "Not over yet", "Has not begun"]
    assert page(closing)._months[9].state == MOVED
    closing.click("closing.all")
    assert closing.bar == "No month is open."
    closing.click("closing.back")
    assert lines(closing)[0][:2] == ("01/2021", "Not closed yet")


def test_the_unit_above_sees_which_sheets_have_come(make_office: Callable[..., Office]) -> None:
    above = make_office("cấp trên")
    begin_book(above, name="Huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    above.start()
    above.log_in()
    below = new_store(above.folder.parent / "below", unit="LANGNHI")
    with below.change("x", "new") as change:
        change.create("unit", {"code": "LANGNHI", "name": "Xã Làng Nhì"}, fixed_id("unit", "LANGNHI"))
        for number in (1, 2):
            change.create("closed_sheet", {"month": "2022-08", "number": number, "figures": "{}"})
    assert above.program.session is not None
    with below.reader() as reader:
        above.program.session.context.store.receive(list(reader.change_sets(("shared",), {})))
    below.close()
    above.main.open("closing")
    above.settle()
    assert lines(above) == [("Xã Làng Nhì", "–", "–", "–", "–", "–", "–", "–", "2", "–", "–", "", "")]
