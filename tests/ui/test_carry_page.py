"""Enrolment, sending and receiving through the pages: a station and its unit above, a stick between them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from app.ui.screens.carry import CarryPage
from tests.ui.conftest import Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SEND, RECEIVE, CONNECT = range(3)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Ổ USB"
    folder.mkdir()
    return folder


@pytest.fixture
def station(office: Office, stick: Path) -> Office:
    office.ask.target = stick
    office.go("carry")
    return office


@pytest.fixture
def above(make_office: Callable[..., Office], stick: Path) -> Office:
    office = make_office("cấp trên")
    begin_book(office, name="Công an huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    office.start()
    office.log_in()
    office.ask.target = stick
    office.go("carry")
    return office


def said(office: Office) -> str:
    """Every sentence in sight on the page."""
    assert isinstance(office.page, CarryPage)
    found = [label.text() for label in office.page.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*found, *(tick.text() for tick in office.page.findChildren(QCheckBox) if tick.isVisible())])


def part(office: Office, number: int) -> None:
    office.click(f"carry.tab.{number}")


def connect(station: Office, above: Office, stick: Path) -> None:
    part(station, CONNECT)
    station.click("connect.request")
    read_aloud = station.find(QLabel, "connect.fingerprint").text()
    part(above, CONNECT)
    above.ask.files = tuple(stick.glob("*request.json"))
    above.click("connect.look")
    assert above.find(QLabel, "connect.theirs").text() == read_aloud
    above.click("connect.accept")
    station.ask.files = tuple(stick.glob("*certificate.json"))
    station.click("connect.finish")
    assert "Connected with Công an huyện Trạm Tấu" in said(station)


def test_from_enrolment_to_the_consolidated_figures(station: Office, above: Office, stick: Path) -> None:
    assert station.find(QWidget, "connect.request"), "a station that is not connected is shown how"
    station.go("meeting")
    station.click("add", station.page)
    station.fill({"held_on": "12/3/2022", "form": "Propaganda meeting", "topic": "Phòng cháy", "attendees": "86"})
    station.click("save")
    station.go("carry")
    connect(station, above, stick)
    part(station, SEND)
    assert "to be sent" in said(station)
    station.click("carry.choose")
    assert "Free room" in said(station)
    station.click("carry.send")
    assert "safe to pull out the stick" in said(station)
    assert "everything has been sent" in said(station)
    assert station.main.unsent.text() == "Everything has been sent"
    assert "not confirmed yet" in said(station), "written is not arrived"

    part(above, RECEIVE)
    before = above.dump()
    above.click("carry.source")
    assert "Xã Túc Đán, laptop A" in said(above) and "Meetings: 1 new." in said(above)
    assert above.dump() == before, "a preview takes nothing in"
    above.click("carry.accept")
    assert "Taken in" in said(above)
    above.go("report")
    built = above.page.report  # type: ignore[attr-defined] # the report page
    assert built.values["meetings"] == 1 and built.values["attendances"] == 86
    assert [unit.name for unit in built.by_unit] == ["Xã Túc Đán"]

    above.go("carry")
    part(above, RECEIVE)
    taken = above.dump()
    above.click("carry.source")
    assert "Everything in it was here already" in said(above)
    above.find(QCheckBox, "carry.package.0").setChecked(True)
    above.click("carry.accept")
    assert above.dump() == taken, "twice changes nothing"

    part(above, SEND)
    above.click("carry.choose")
    above.click("carry.send")
    part(station, RECEIVE)
    station.click("carry.source")
    station.click("carry.accept")
    part(station, SEND)
    assert "not confirmed yet" not in said(station)
    station.click("carry.send")
    assert "nobody lacks anything" in said(station)


def test_sending_up_before_enrolment_says_how_to_connect(station: Office, stick: Path) -> None:
    part(station, SEND)
    station.click("carry.choose")
    before = station.dump()
    station.click("carry.send")
    assert "not enrolled with the unit above" in station.bar
    assert not list(stick.iterdir()) and station.dump() == before


def test_what_is_refused_is_said_on_the_page(station: Office, above: Office, stick: Path) -> None:
    connect(station, above, stick)
    part(station, SEND)
    station.click("carry.choose")
    station.click("carry.send")
    (package,) = stick.glob("*.antq")
    whole = package.read_bytes()
    part(above, RECEIVE)
    before = above.dump()
    flipped = whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:]
    for content, reason in ((b"Xin chao", "is not a package"), (whole[: len(whole) // 2], "refused"), (flipped, "refused")):
        bad = stick / "hong.antq"
        bad.write_bytes(content)
        above.ask.files = (bad,)
        above.click("carry.files")
        assert "hong.antq was refused" in said(above) and reason in said(above)
        assert not above.page.receiving.decision.isVisible()  # type: ignore[attr-defined] # the carry page
        assert above.dump() == before


def test_a_package_of_a_stranger_is_refused_with_how_to_enrol(
    station: Office, above: Office, make_office: Callable[..., Office], stick: Path
) -> None:
    connect(station, above, stick)
    part(station, SEND)
    station.click("carry.choose")
    station.click("carry.send")
    stranger = make_office("nơi khác")
    begin_book(stranger, name="Công an huyện Khác", code="KHAC", kind="parent")
    stranger.start()
    stranger.log_in()
    stranger.go("carry")
    stranger.ask.target = stick
    part(stranger, RECEIVE)
    before = stranger.dump()
    stranger.click("carry.source")
    assert "was refused" in said(stranger)
    assert stranger.dump() == before


def test_a_fingerprint_that_differs_accepts_nothing(station: Office, above: Office, stick: Path) -> None:
    part(station, CONNECT)
    station.click("connect.request")
    part(above, CONNECT)
    above.ask.files = tuple(stick.glob("*request.json"))
    above.click("connect.look")
    above.click("connect.decline")
    assert "Nothing was accepted" in said(above)
    assert not list(stick.glob("*certificate.json"))


def test_an_empty_folder_is_said_to_be_one(above: Office) -> None:
    part(above, RECEIVE)
    above.click("carry.source")
    assert "no package of another laptop" in said(above)


def test_the_cursor_stays_on_the_page_when_work_is_done(station: Office, above: Office, stick: Path) -> None:
    connect(station, above, stick)
    assert above.main.focusWidget() is above.find(QWidget, "connect.look")
    part(station, SEND)
    station.click("carry.choose")
    station.click("carry.send")
    assert station.main.focusWidget() is station.find(QWidget, "carry.send")
