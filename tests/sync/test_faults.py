"""Whatever breaks in the middle of carrying leaves the book and the stick as they were, and the next try goes through."""

from pathlib import Path
from typing import Any

import pytest

from app.data.store import Store
from app.sync.book import Book
from tests.sync.world import Laptop, World


class BrokenError(RuntimeError):
    """The laptop stopped here."""


def stop(*args: Any, **kwargs: Any) -> None:
    raise BrokenError


@pytest.fixture
def parent(world: World) -> Laptop:
    return world.parent()


@pytest.fixture
def station(world: World, parent: Laptop) -> Laptop:
    laptop = world.station(parent)
    laptop.create("meeting", held_on="2022-03-01", form="propaganda", topic="Phòng chống ma túy", attendees=80)
    return laptop


@pytest.mark.parametrize(
    "place",
    [
        (Store, "receive"),
        (Book, "trust"),
        (Book, "remember"),
        (Book, "put_receipt"),
        ("app.sync.inbox", "check_start"),
        ("app.services.carry.receiving", "open_package"),
        ("app.sync.reader", "verify"),
        ("app.data.journal", "add"),
        ("app.data.projection.Projector", "flush"),
    ],
    ids=lambda place: str(place[1]),
)
def test_receiving_that_breaks_anywhere_changes_nothing_and_works_the_next_time(
    parent: Laptop, station: Laptop, monkeypatch: pytest.MonkeyPatch, place: tuple[Any, str]
) -> None:
    (file,) = station.export("up")
    before = parent.dump(), parent.remembered()
    with monkeypatch.context() as patch:
        if isinstance(place[0], str):
            patch.setattr(f"{place[0]}.{place[1]}", stop)
        else:
            patch.setattr(*place, stop)
        with pytest.raises(BrokenError):
            parent.take(file)
    assert (parent.dump(), parent.remembered()) == before
    assert not list((parent.folder / "inbox").glob("*"))
    assert parent.take(file).new > 0


@pytest.mark.parametrize(
    "name", ["os.fsync", "app.sync.writer.require_writable", "app.sync.writer._read_back", "pathlib.Path.replace"]
)
def test_writing_that_breaks_anywhere_leaves_no_package_and_works_the_next_time(
    station: Laptop, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = station.dump(), station.remembered()
    with monkeypatch.context() as patch:
        patch.setattr(name, stop)
        with pytest.raises(BrokenError):
            station.export("up")
    assert not list(station.stick.iterdir())
    assert (station.dump(), station.remembered()) == before
    assert len(station.export("up")) == 1


def test_a_package_written_but_not_noted_is_written_again_beside_it(
    parent: Laptop, station: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Book, "put_sent", stop)
        with pytest.raises(BrokenError):
            station.export("up")
    (first,) = station.stick.iterdir()
    (second,) = station.export("up")
    assert first != second
    assert parent.take(first, second).already_had > 0


def test_a_laptop_that_stops_while_joining_can_finish_again(world: World, station: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services import carry

    second = world.begin("b", code="TUCDAN", unit="Xã Túc Đán")
    request = carry.enrol_request(second.ctx, second.folder).file
    answer: Path = carry.enrol_accept(station.ctx, request, second.folder).file
    with monkeypatch.context() as patch:
        patch.setattr("app.keys.keyring.save_device", stop)
        with pytest.raises(BrokenError):
            carry.enrol_finish(second.ctx, answer)
    assert carry.enrol_finish(second.ctx, answer).letter == "B"
    second.take(*station.export("station"))
    assert station.take(*second.export("station")).refused == 0
