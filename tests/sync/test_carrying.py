"""Enrol, send, receive: what arrives, what is said of it, and that doing it again changes nothing."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Cancelled, UserError
from app.services import carry
from tests.sync.world import Laptop, World, enrol


def meeting(**values: Any) -> dict[str, Any]:
    usual = {"held_on": "2022-03-01", "form": "propaganda", "topic": "Phòng chống ma túy", "attendees": 80}
    return {**usual, "chair": "Giàng A Chú", **values}


def refusal(laptop: Laptop, path: Path) -> str:
    done = laptop.take(path)
    assert (done.refused == 1 and done.refusals[0].message.startswith(path.name)) or done.refusals[0].message
    return done.refusals[0].code


def test_a_station_s_shared_records_reach_the_unit_above_and_twice_changes_nothing(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    record = station.create("meeting", **meeting())
    (file,) = station.export("up")
    assert file.name == "TUCDAN-A-000001-20220312.antq"

    before = parent.dump()
    seen = carry.preview(parent.ctx, file)
    assert (seen.unit, seen.name, seen.letter, seen.number) == ("TUCDAN", "Xã Túc Đán", "A", 1)
    assert "Meetings: 1 new." in seen.lines
    assert parent.dump() == before

    done = parent.take(file)
    assert (done.refused, done.new) == (0, seen.new)
    view = parent.get("meeting", record)
    assert view.unit == "TUCDAN" and view.values["attendees"] == 80
    assert view.values["chair"] is None

    before = parent.dump()
    again = parent.take(file)
    assert (again.new, again.changed, again.refused, again.already_had) == (0, 0, 0, seen.change_sets)
    assert "Everything in it was here already; nothing changes." in again.packages[0].lines
    assert parent.dump() == before


def test_sending_up_before_enrolment_is_refused_with_how_to_enrol(world: World) -> None:
    station = world.begin("a", code="TUCDAN", unit="Xã Túc Đán", parent_file=world.parent().session.unit_file)
    for audience in ("up", None):
        with pytest.raises(UserError, match=r"enrol\.needed") as refused:
            station.export(audience)
        assert "request for enrolment" in station.ctx.say.error(refused.value)
    assert not list(station.stick.iterdir())
    assert carry.unsent(station.ctx) > 0


def test_a_receipt_from_above_ends_resending_and_only_the_new_goes_up(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    station.create("meeting", **meeting())
    first = carry.export(station.ctx, station.stick, "up")
    assert carry.unsent(station.ctx) == 0
    again = carry.export(station.ctx, station.stick)
    assert again.change_sets == first.change_sets, "nobody has confirmed the first one"
    assert {file.path.name for file in again.files}.isdisjoint({file.path.name for file in first.files})

    parent.take(first.files[0].path)
    (receipt,) = parent.export()
    assert station.take(receipt).refused == 0
    assert not carry.export(station.ctx, station.stick).files
    assert not carry.export(parent.ctx, parent.stick).files
    station.create("meeting", **meeting(topic="Tuyên truyền"))
    assert carry.unsent(station.ctx) == 1
    third = carry.export(station.ctx, station.stick)
    assert [file.change_sets for file in third.files] == [1]
    up = next(each for each in carry.status(station.ctx).audiences if each.kind == "up")
    assert (up.unsent, up.unconfirmed, up.last_number) == (0, 1, 3)


def test_what_a_restored_unit_above_lacks_is_named_and_sent_again(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    parent.take(*station.export("up"))
    parent.close()
    shutil.copytree(parent.folder, world.folder / "backup")
    world.unlock(parent)
    first = station.create("meeting", **meeting(topic="một"))
    parent.take(*station.export("up"))
    station.take(*parent.export("down"))
    second = station.create("meeting", **meeting(topic="hai"))
    (file,) = station.export("up")

    parent.close()
    shutil.rmtree(parent.folder)
    shutil.copytree(world.folder / "backup", parent.folder)
    world.unlock(parent)
    parent.take(file)
    assert parent.get("meeting", second).alive and parent.get("meeting", first) is None
    (gap,) = carry.status(parent.ctx).gaps
    assert (gap.unit, gap.letter, gap.stream, gap.first, gap.last) == ("TUCDAN", "A", "shared", 2, 2)
    assert gap.sentence == (
        "Of laptop A of Xã Túc Đán, one change is missing (number 2 of what the unit above sees). "
        "Ask for a new package from there."
    )
    station.take(*parent.export("down"))
    parent.take(*station.export("up"))
    assert parent.get("meeting", first).alive
    assert not carry.status(parent.ctx).gaps


def test_a_further_laptop_joins_its_station_and_its_work_counts_above(world: World) -> None:
    parent = world.parent()
    a = world.station(parent)
    household = a.create("household", head="Sùng Thị Máy", members=5)
    b = world.join(a)
    assert b.ctx.keys is not None and b.ctx.keys.device.letter == "B"
    assert b.ctx.keys.device.unit_key is None
    b.take(*a.export("station"))
    assert b.get("household", household).values["head"] == "Sùng Thị Máy"

    record = b.create("meeting", **meeting(topic="Họp bản"))
    files = b.export()
    assert sorted(file.name for file in files) == ["TUCDAN-B-000001-20220312.antq", "TUCDAN-B-000002-20220312.antq"]
    done = parent.take(*files)
    assert (done.refused, done.refusals[0].code) == (1, "package.other_audience")
    assert parent.get("meeting", record).values["topic"] == "Họp bản"
    a.take(*files)
    assert a.get("meeting", record).values["topic"] == "Họp bản"
    view = carry.keys(parent.ctx)
    assert [laptop.letter for laptop in view.below_laptops] == ["A", "B"]


def test_the_recovery_sheet_of_the_first_laptop_opens_every_laptop_of_the_station(world: World) -> None:
    from app.keys.vault import Vault

    a = world.station(None)
    b = world.join(a)
    code = a.session.recovery_code
    for laptop in (a, b):
        assert laptop.ctx.keys is not None
        assert Vault.open(laptop.folder).recover(code) == laptop.ctx.keys.master
    with pytest.raises(UserError, match=r"recovery\.other"):
        Vault.open(b.folder).recover(b.session.recovery_code)


def test_a_third_laptop_s_work_travels_through_the_second(world: World) -> None:
    a = world.station(None)
    b = world.join(a, "b")
    c = world.join(a, "c")
    assert c.ctx.keys is not None and c.ctx.keys.device.letter == "C"
    record = c.create("meeting", **meeting())
    b.take(*c.export("station"))
    a.take(*b.export("station"))
    assert a.get("meeting", record).values["chair"] == "Giàng A Chú"


def test_two_officers_editing_one_field_apart_keep_both_values(world: World) -> None:
    a = world.station(None)
    record = a.create("meeting", **meeting(attendees=80))
    b = world.join(a)
    b.take(*a.export("station"))
    a.update("meeting", record, attendees=81)
    b.update("meeting", record, attendees=82)
    done = a.take(*b.export("station"))
    b.take(*a.export("station"))
    assert done.conflicts >= 1
    for laptop in (a, b):
        assert laptop.get("meeting", record).conflicted == {"attendance"}
        with laptop.store.reader() as reader:
            rivals = reader.competing("meeting", record, "attendance")
        assert {rival.values["attendees"] for rival in rivals} == {81, 82}
    assert a.get("meeting", record).values == b.get("meeting", record).values
    assert carry.status(a.ctx).conflicts >= 1


def test_a_record_deleted_apart_from_an_edit_stands_or_falls_alike_at_station_and_above(world: World) -> None:
    parent = world.parent()
    a = world.station(parent)
    record = a.create("meeting", **meeting())
    b = world.join(a)
    b.take(*a.export("station"))
    a.delete("meeting", record)
    b.update("meeting", record, chair="Người khác", attendees=90)
    packages = [*a.export(), *b.export()]
    for laptop in (a, b, parent):
        laptop.take(*packages)
    found = [laptop.get("meeting", record) for laptop in (a, b, parent)]
    assert len({view.alive for view in found}) == 1
    assert len({view.flags for view in found}) == 1


def test_a_lost_laptop_is_believed_no_longer_but_those_it_vouched_for_are(world: World) -> None:
    parent = world.parent()
    a = world.station(parent)
    b = world.join(a, "b")
    c = world.join(b, "c")
    parent.take(*a.export("up"), *b.export("up"), *c.export("up"))
    for laptop in (b, c):
        a.take(*laptop.export("station"))
    kept = b.create("meeting", **meeting(topic="trước khi mất"))
    before = b.export("up")
    parent.take(*before)
    a.take(*b.export("station"))
    assert b.ctx.keys is not None
    carry.revoke(a.ctx, b.ctx.keys.device.id)

    stolen = b.create("meeting", **meeting(topic="sau khi mất"))
    late = b.export("up")
    parent.take(*a.export("up"))
    done = parent.take(*late)
    assert done.refusals[0].code == "package.revoked"
    assert parent.get("meeting", kept) is not None and parent.get("meeting", stolen) is None
    a.take(*b.export("station"))
    assert a.get("meeting", stolen) is None
    assert parent.take(*c.export("up")).refused == 0
    assert [laptop.revoked for laptop in carry.keys(a.ctx).laptops] == [False, True, False]


def test_only_a_commander_accepts(world: World) -> None:
    from dataclasses import replace

    parent = world.parent()
    station = world.begin("a", code="TUCDAN", unit="Xã Túc Đán")
    request = carry.enrol_request(station.ctx, station.folder).file
    plain = replace(parent.ctx, user=replace(parent.ctx.user, role="officer"))
    with pytest.raises(UserError, match=r"permission\.commander"):
        carry.enrol_accept(plain, request, station.folder)


def test_enrolment_files_refused(world: World) -> None:
    parent, other = world.parent(), world.parent("other", "VANCHAN")
    a = world.begin("a", code="TUCDAN", unit="Xã Túc Đán", parent_file=parent.session.unit_file)
    b = world.begin("c", code="HATLUU", unit="Xã Hát Lừu", parent_file=parent.session.unit_file)
    request = carry.enrol_request(a.ctx, a.folder).file
    certificate = carry.enrol_accept(parent.ctx, request, a.folder).file

    def code_of(act: Any, *args: Any) -> str:
        before = [laptop.remembered() for laptop in (a, b, parent, other)]
        with pytest.raises(UserError) as refused:
            act(*args)
        assert [laptop.remembered() for laptop in (a, b, parent, other)] == before
        return refused.value.code

    assert code_of(carry.enrol_finish, b.ctx, certificate) == "enrol.not_ours"
    assert code_of(carry.enrol_finish, a.ctx, request) == "enrol.other_file"
    assert code_of(carry.enrol_accept, parent.ctx, certificate, a.folder) == "enrol.other_file"
    assert code_of(carry.enrol_accept, a.ctx, request, a.folder) == "enrol.own_request"
    assert code_of(carry.enrol_finish, a.ctx, a.folder / "không có") == "enrol.missing"
    text = certificate.read_text("utf-8")
    certificate.write_text(text.replace("Túc Đán", "Túc Dán"), "utf-8")
    assert code_of(carry.enrol_finish, a.ctx, certificate) == "enrol.damaged"
    foreign = carry.enrol_accept(other.ctx, request, other.folder).file
    assert code_of(carry.enrol_finish, a.ctx, foreign) == "enrol.other_unit"
    own_request = carry.enrol_request(parent.ctx, parent.folder).file
    assert code_of(carry.enrol_accept, a.ctx, own_request, a.folder) == "enrol.upside_down"


def test_enrolling_twice_is_harmless_and_a_new_book_under_an_old_code_is_pointed_out(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    enrol(station, parent)
    request = carry.enrol_request(station.ctx, station.folder).file
    view = carry.look_at_request(parent.ctx, request)
    assert view.known and not view.replaces
    anew = world.begin("anew", code="TUCDAN", unit="Xã Túc Đán", parent_file=parent.session.unit_file)
    view = carry.look_at_request(parent.ctx, carry.enrol_request(anew.ctx, anew.folder).file)
    assert not view.known and view.replaces


def test_cancelling_leaves_nothing(world: World) -> None:
    class Stop:
        def step(self, done: int, total: int, what: str) -> None:
            raise Cancelled

    parent = world.parent()
    station = world.station(parent)
    station.create("meeting", **meeting())
    (file,) = station.export("up")
    before, kept = parent.dump(), parent.remembered()
    with pytest.raises(Cancelled):
        carry.import_packages(parent.ctx, [file], progress=Stop())
    assert (parent.dump(), parent.remembered()) == (before, kept)
    assert not list((parent.folder / "inbox").iterdir())


def test_a_stick_without_room_or_that_cannot_be_written_is_told_before_anything_is_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = world.parent()
    station = world.station(parent)
    blocked = station.folder / "tệp"
    blocked.write_text("", "utf-8")
    kept = station.remembered()
    with pytest.raises(UserError, match=r"file\.cannot_write"):
        carry.export(station.ctx, blocked / "stick")
    monkeypatch.setattr("app.core.files.free_space", lambda folder: 0)
    with pytest.raises(UserError, match=r"file\.no_room"):
        carry.export(station.ctx, station.stick)
    assert not list(station.stick.iterdir())
    assert station.remembered() == kept


def test_a_stick_that_reads_back_other_bytes_leaves_no_package(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    station = world.station(world.parent())
    real = Path.open

    def failing(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if mode == "rb" and self.name.endswith(".antq.part"):
            return real(self.parent.parent / "other", "rb")
        return real(self, mode, *args, **kwargs)

    (world.folder / "other").write_bytes(b"something else")
    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(UserError, match=r"package\.not_read_back"):
        station.export("up")
    assert not list(station.stick.iterdir())


def test_the_clock_of_a_laptop_far_ahead_is_pointed_out(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    station.ctx.clock.advance(timedelta(days=1000))
    station.create("meeting", **meeting(held_on="2022-03-01"))
    (file,) = station.export("up")
    assert any("1,000 days ahead" in line for line in carry.preview(parent.ctx, file).lines)


def test_a_restored_laptop_gets_its_own_lost_work_back_from_its_own_package(world: World) -> None:
    a = world.station(None)
    record = a.create("meeting", **meeting())
    (file,) = a.export("station")
    assert a.take(file).already_had > 0
    assert datetime.fromisoformat(carry.status(a.ctx).last_sent or "")
    assert a.get("meeting", record).alive
