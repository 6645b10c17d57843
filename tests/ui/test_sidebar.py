"""The sidebar: groups that are closed stay closed, and no page is out of reach for it."""

import pytest
from PySide6.QtWidgets import QToolButton

from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _line(office: Office, code: str) -> QToolButton:
    return office.main.sidebar.buttons[code]


def test_a_closed_group_is_closed_after_the_next_start_too(office: Office) -> None:
    assert _line(office, "board").isVisible()
    office.click("group.BOOKS", office.main.sidebar)
    assert not _line(office, "board").isVisible() and _line(office, "report").isVisible()
    office.program.close()
    office.program = office.new_program()
    office.start()
    office.log_in()
    assert not _line(office, "board").isVisible()
    office.click("group.BOOKS", office.main.sidebar)
    assert _line(office, "board").isVisible()


def test_a_page_opened_from_elsewhere_opens_its_group(office: Office) -> None:
    office.click("group.BOOKS", office.main.sidebar)
    office.main.open("board")
    assert _line(office, "board").isVisible() and _line(office, "board").isChecked()


def test_groups_open_and_close_when_only_signs_are_shown(office: Office) -> None:
    office.window.resize(911, 485)
    office.settle()
    office.click("group.BOOKS", office.main.sidebar)
    assert not _line(office, "board").isVisible()
    office.click("group.BOOKS", office.main.sidebar)
    assert _line(office, "board").isVisible()
