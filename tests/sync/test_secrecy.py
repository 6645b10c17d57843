"""What a station writes for the unit above says nothing of persons, and no key held above opens what is the station's own."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from pyrage import x25519

from app.core.text import fold
from app.data.changeset import decode
from app.keys.age import identity_from
from app.keys.sealing import database_key, derive, seal_key
from app.sync.frames import CHANGE_SET, HEAD, FrameSplitter
from tests.sync.world import Laptop, World

HEAD_OF_HOUSEHOLD = "Sùng Thị Máy"
SIGNER = "Giàng A Phềnh"
INFORMANT_STORY = "Một người lạ chở gỗ qua bản lúc nửa đêm"
RECEIVER = "Hoàng Văn Tiếp"
CHAIR = "Lò Văn Chủ Trì"
VERIFIED = "Đã xác minh tại nhà trưởng bản"
SECRETS = (HEAD_OF_HOUSEHOLD, SIGNER, INFORMANT_STORY, RECEIVER, CHAIR, VERIFIED, "Lò Văn Tuc-A", "23:40")


@pytest.fixture
def parent(world: World) -> Laptop:
    return world.parent()


@pytest.fixture
def station(world: World, parent: Laptop) -> Laptop:
    return world.station(parent, "tuc-a")


def record_everything(station: Laptop) -> str:
    """One of everything that has something to hide; returns the id of the hamlet a tip-off names."""
    hamlet = station.create("hamlet", name="Bản Mù", households=90)
    campaign = station.create("campaign", name="Không đốt rừng", starts_on="2022-01-01", signers="household")
    house = station.create("household", head=HEAD_OF_HOUSEHOLD, hamlet=hamlet, members=5)
    values = {"campaign": campaign, "hamlet": hamlet, "household": house, "name": SIGNER, "signed_on": "2022-02-02"}
    station.create("commitment", signer_kind="household", **values)
    tip = station.create(
        "tip_off",
        received_at="2022-03-01T23:40",
        received_on="2022-03-01",
        channel="phone",
        matter="environment",
        content=INFORMANT_STORY,
        hamlet=hamlet,
        receiver=RECEIVER,
        valuable="pending",
        state="new",
    )
    station.update("tip_off", tip, state="resolved", valuable="yes", verification=VERIFIED)
    station.create("solved_case", tip_off=tip, cleared_on="2022-03-05", cases=1, violators=2, summary=VERIFIED)
    station.create("meeting", held_on="2022-03-01", form="study", topic="Học nghị quyết", attendees=9, chair=CHAIR)
    return hamlet


def keys_above(parent: Laptop) -> Iterator[bytes]:
    """Every secret of 32 bytes that the unit above has, whatever it is for."""
    assert parent.ctx.keys is not None
    device, master = parent.ctx.keys.device, parent.ctx.keys.master
    assert device.unit_key is not None
    yield device.unit_key.to_bytes()
    yield device.key.to_bytes()
    yield master
    yield database_key(master)
    yield seal_key(master)
    yield derive(master, "recovery")
    yield bytes.fromhex(parent.remembered()["replica"]["secret"])


def identities_above(parent: Laptop) -> list[str]:
    assert parent.ctx.keys is not None
    from app.keys.recovery import identity_of

    own = [parent.ctx.keys.device.identity, identity_of(parent.session.recovery_code)]
    return own + [identity_from(secret) for secret in keys_above(parent)]


def opened(package: Path, identities: list[str]) -> bytes | None:
    for identity in identities:
        try:
            return pyrage.decrypt(package.read_bytes()[HEAD:], [x25519.Identity.from_str(identity)])
        except pyrage.DecryptError:
            continue
    return None


def everything_in(plain: bytes) -> str:
    """All text of an opened package: the frames as they are, and the change-sets' payloads decompressed."""
    parts = [plain]
    splitter = FrameSplitter(lambda kind, body: parts.append(zlib.decompress(decode(body).payload)) if kind == CHANGE_SET else None)
    splitter.feed(plain)
    return b"\n".join(parts).decode("utf-8", "replace")


def assert_hidden(text: str, hamlet: str) -> None:
    for secret in SECRETS:
        assert secret not in text
        assert fold(secret) not in fold(text)
    for line in text.splitlines():
        if '"t":"tip_off"' in line or '"t":"solved_case"' in line:
            assert hamlet not in line
        assert '"t":"commitment"' not in line and '"t":"household"' not in line and '"t":"officer"' not in line


def test_nothing_a_station_writes_for_above_names_a_signer_an_informant_s_words_or_the_hamlet_of_a_tip_off(
    world: World, parent: Laptop, station: Laptop
) -> None:
    hamlet = record_everything(station)
    files = station.export("up") + station.export("station")
    second = world.join(station)
    second.take(*station.export("station"))
    files += second.export()
    identities = identities_above(parent)
    read = {file: opened(file, identities) for file in files}
    assert sorted(file.name for file, plain in read.items() if plain) == sorted(
        ["TUCDAN-A-000001-20220312.antq", "TUCDAN-B-000001-20220312.antq"]
    )
    for file, plain in read.items():
        raw = file.read_bytes().decode("latin-1")
        assert not any(secret.encode().decode("latin-1") in raw for secret in SECRETS)
        if plain is not None:
            assert_hidden(everything_in(plain), hamlet)


def test_the_unit_above_holds_no_secret_after_taking_everything_in(parent: Laptop, station: Laptop) -> None:
    hamlet = record_everything(station)
    parent.take(*station.export("up"), *station.export("station"))
    dump = parent.dump()
    text = "\n".join(repr(row) for name, rows in dump.items() if name != "journal" for row in rows)
    for secret in SECRETS:
        assert secret not in text and fold(secret) not in fold(text)
    assert dump["commitment"] == [] and dump["household"] == []
    (tip,) = dump["tip_off"]
    assert (tip["hamlet"], tip["content"], tip["receiver"], tip["received_at"]) == (None, None, None, None)
    assert (tip["received_on"], tip["valuable"], tip["state"]) == ("2022-03-01", "yes", "resolved")
    assert hamlet not in repr(tip)
    (case,) = dump["solved_case"]
    assert (case["cases"], case["violators"], case["summary"]) == (1, 2, None)


def test_files_of_the_unit_below_are_closed_to_a_sister_unit(world: World, parent: Laptop, station: Laptop) -> None:
    sister = world.station(parent, "hatluu", "HATLUU")
    record_everything(station)
    assert sister.ctx.keys is not None
    for file in station.export("up") + station.export("station"):
        assert opened(file, [sister.ctx.keys.device.identity]) is None


def test_the_recovery_sheet_opens_the_station_s_own_package_with_any_age_program(station: Laptop) -> None:
    from app.keys.recovery import identity_of

    record_everything(station)
    (file,) = station.export("station")
    plain = opened(file, [identity_of(station.session.recovery_code)])
    assert plain is not None and INFORMANT_STORY in everything_in(plain)


def test_names_of_files_say_nothing_of_persons(station: Laptop) -> None:
    record_everything(station)
    assert all(file.name.startswith("TUCDAN-A-0000") for file in station.export("up") + station.export("station"))
