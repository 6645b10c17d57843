"""Files that are not taken in: each says what it is and what to do, and the database stays exactly as it was."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyrage import x25519

from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.randomness import SeededRandomness
from app.keys.age import new_identity, recipient_of
from app.keys.signing import SigningKey
from app.services import carry
from app.sync.book import Book
from app.sync.frames import CHANGE_SET, END, HEAD, MANIFEST, SIGNATURE, FrameSplitter, frame, head
from app.sync.manifest import Manifest
from tests.sync.world import Laptop, World

State = tuple[dict[str, Any], dict[str, Any]]


def state_of(laptop: Laptop) -> State:
    return laptop.dump(), laptop.remembered()


@pytest.fixture
def parent(world: World) -> Laptop:
    return world.parent()


@pytest.fixture
def station(world: World, parent: Laptop) -> Laptop:
    laptop = world.station(parent)
    laptop.create("meeting", held_on="2022-03-01", form="propaganda", topic="Phòng chống ma túy", attendees=80)
    return laptop


@pytest.fixture
def package(station: Laptop) -> Path:
    (file,) = station.export("up")
    return file


def refused(laptop: Laptop, path: Path) -> carry.Refused:
    """Preview and import are both refused, in the same words, and change nothing."""
    before = state_of(laptop)
    with pytest.raises(UserError) as error:
        carry.preview(laptop.ctx, path)
    done = laptop.take(path)
    assert state_of(laptop) == before
    assert not list((laptop.folder / "inbox").glob("*")) if (laptop.folder / "inbox").exists() else True
    (refusal,) = done.refusals
    assert refusal.code == error.value.code
    assert "{" not in refusal.message
    return refusal


def zipped() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.txt", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("ảnh.antq", b"", "package.empty"),
        ("TUCDAN-A-000001-20220312.antq.part", b"ANTQ\r\n\x1a\n", "package.unfinished"),
        ("TUCDAN-A-000001-20220312.antq.lnk", b"\x4c\x00\x00\x00\x01\x14\x02\x00" + bytes(60), "package.shortcut"),
        ("TUCDAN-A-000001-20220312.antq", b"\x4c\x00\x00\x00\x01\x14\x02\x00" + bytes(60), "package.shortcut"),
        ("TUCDAN-A-000001-20220312.exe", b"MZ\x90\x00", "package.program"),
        ("TUCDAN-A-000001-20220312.antq", b"MZ\x90\x00", "package.program"),
        ("gửi huyện.vbs", b"CreateObject", "package.program"),
        ("gửi huyện.zip", zipped(), "package.archive"),
        ("gửi huyện.rar", b"Rar!\x1a\x07\x00", "package.archive"),
        ("báo cáo.xlsx", zipped(), "package.document"),
        ("báo cáo.docx", zipped(), "package.document"),
        ("thư.antq", "Kính gửi".encode(), "package.not_package"),
        ("x.antq", bytes(5000), "package.not_package"),
        ("x.antq", b"ANTQ", "package.truncated"),
        ("x.antq", head(100), "package.truncated"),
        ("x.antq", head(3) + b"abcd", "package.altered"),
        ("x.antq", head(30) + b"age-encryption.org/v1\n" + bytes(8), "package.altered"),
        ("x.antq", b"ANTQ\r\n\x1a\n\x00\x02" + bytes(8), "package.newer"),
    ],
)
def test_what_is_no_package_is_named(parent: Laptop, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refusal = refused(parent, path)
    assert refusal.code == code
    assert name in refusal.message


def test_a_file_that_is_gone_and_a_folder(parent: Laptop, tmp_path: Path) -> None:
    assert refused(parent, tmp_path / "không có.antq").code == "package.missing"
    assert refused(parent, tmp_path).code == "package.missing"


def test_a_file_ten_times_larger_than_any_package_is_refused_unread(parent: Laptop, tmp_path: Path) -> None:
    path = tmp_path / "lớn.antq"
    with path.open("wb") as file:
        file.write(head(10 << 30))
        file.truncate(10 << 30)
    assert refused(parent, path).code == "package.too_large"


def test_cut_short_anywhere(parent: Laptop, package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    for length in sorted({1, 7, 8, 9, 17, HEAD, HEAD + 1, 60, 200, len(whole) // 2, len(whole) - 16, len(whole) - 1}):
        path = tmp_path / package.name
        path.write_bytes(whole[:length])
        assert refused(parent, path).code == "package.truncated", length


def test_one_byte_more(parent: Laptop, package: Path, tmp_path: Path) -> None:
    path = tmp_path / package.name
    path.write_bytes(package.read_bytes() + b"\x00")
    assert refused(parent, path).code == "package.altered"


def test_a_flipped_byte_at_every_part(parent: Laptop, package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    path = tmp_path / package.name
    before = state_of(parent)
    places = {*range(0, HEAD + 260, 3), *range(HEAD + 260, len(whole), max(1, len(whole) // 60)), len(whole) - 1}
    seen = set()
    for place in sorted(places):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x40]) + whole[place + 1 :])
        done = parent.take(path)
        assert done.refused == 1, place
        seen.add(done.refusals[0].code)
    assert state_of(parent) == before
    assert seen <= {
        "package.not_package",
        "package.newer",
        "package.altered",
        "package.truncated",
        "package.other_audience",
        "package.too_large",
    }
    assert parent.take(package).refused == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.binary(max_size=300), keep=st.integers(0, 2000))
def test_any_nonsense_after_a_true_start(parent: Laptop, package: Path, tmp_path: Path, tail: bytes, keep: int) -> None:
    path = tmp_path / package.name
    content = package.read_bytes()[:keep] + tail
    if content == package.read_bytes():
        return
    path.write_bytes(content)
    before = state_of(parent)
    assert parent.take(path).refused == 1
    assert state_of(parent) == before


def test_a_package_for_another_unit(world: World, parent: Laptop, package: Path, station: Laptop) -> None:
    other = world.station(parent, "hatluu", "HATLUU")
    refusal = refused(other, package)
    assert refusal.code == "package.other_audience"
    assert "enrol" in refusal.message
    own = refused(station, package)
    assert own.code == "package.own"
    assert "Carry it there" in own.message


def test_an_unknown_sender_is_refused_with_how_to_enrol(
    world: World, parent: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = world.begin("la", code="XALA", unit="Xã Lạ", parent_file=parent.session.unit_file)
    monkeypatch.setattr(Book, "enrolled", lambda self, trust: True)
    (file,) = stranger.export("up")
    refusal = refused(parent, file)
    assert refusal.code == "package.unknown_sender"
    assert "Enrol it first" in refusal.message
    assert carry.keys(stranger.ctx).laptops[0].fingerprint in refusal.message


def test_a_unit_above_that_forgot_an_enrolment_knows_its_own_signature(parent: Laptop, package: Path) -> None:
    for key in parent.remembered():
        if key.startswith("certificate:") and parent.store.local.get(key).get("unit") == "TUCDAN":
            parent.store.local.put(key, None)
    assert parent.take(package).refused == 0


class Repacked:
    """Opens a package with its receiver's identity and packs it anew after a change, as somebody in the middle might."""

    def __init__(self, package: Path, receiver: Laptop) -> None:
        assert receiver.ctx.keys is not None
        self.device = receiver.ctx.keys.device
        self.frames: list[tuple[bytes, bytes]] = []
        plain = pyrage.decrypt(package.read_bytes()[HEAD:], [x25519.Identity.from_str(self.device.identity)])
        splitter = FrameSplitter(lambda kind, body: self.frames.append((kind, body)))
        splitter.feed(plain)
        splitter.finish()

    def write(self, path: Path, recipient: str | None = None) -> Path:
        plain = b"".join(frame(kind, body) for kind, body in self.frames)
        sealed = pyrage.encrypt(plain, [x25519.Recipient.from_str(recipient or self.device.recipient)])
        write_atomic(path, head(len(sealed)) + sealed)
        return path

    def sign_again(self, key: SigningKey, change: Callable[[Manifest], Manifest] = lambda m: m) -> None:
        """A new manifest that fits the frames as they are now, signed by `key`."""
        import hashlib

        manifest = Manifest.decode(next(body for kind, body in self.frames if kind == MANIFEST))
        rest = [(kind, body) for kind, body in self.frames if kind not in (MANIFEST, SIGNATURE, END)]
        digest = hashlib.sha256(b"".join(frame(kind, body) for kind, body in rest)).hexdigest()
        sets = sum(kind == CHANGE_SET for kind, _ in rest)
        fitted = change(replace(manifest, frames=len(rest), digest=digest, change_sets=sets))
        self.frames = [(MANIFEST, fitted.encode()), (SIGNATURE, fitted.sign(key)), *rest, (END, b"")]


def key_of(laptop: Laptop) -> SigningKey:
    assert laptop.ctx.keys is not None
    return laptop.ctx.keys.device.key


def test_repacked_unchanged_is_the_same_package(parent: Laptop, package: Path, tmp_path: Path) -> None:
    assert parent.take(Repacked(package, parent).write(tmp_path / "x.antq")).refused == 0


@pytest.mark.parametrize("place", range(6))
def test_any_frame_changed_taken_away_or_doubled(parent: Laptop, package: Path, tmp_path: Path, place: int) -> None:
    count = len(Repacked(package, parent).frames)
    spot = place * (count - 1) // 5
    for act in ("flip", "drop", "double"):
        middle = Repacked(package, parent)
        kind, body = middle.frames[spot]
        if act == "flip":
            middle.frames[spot] = (kind, body[:-1] + bytes([body[-1] ^ 1]) if body else b"x")
        elif act == "drop":
            del middle.frames[spot]
        else:
            middle.frames.insert(spot, (kind, body))
        refusal = refused(parent, middle.write(tmp_path / "x.antq"))
        assert refusal.code in ("package.altered", "certificate.bad"), (act, kind)


def test_a_package_wrapped_anew_for_somebody_else(world: World, parent: Laptop, package: Path, tmp_path: Path) -> None:
    other = world.parent("other", "VANCHAN")
    assert other.ctx.keys is not None
    middle = Repacked(package, parent)
    refusal = refused(other, middle.write(tmp_path / "x.antq", other.ctx.keys.device.recipient))
    assert refusal.code == "package.unknown_sender"


def test_a_known_sender_s_package_for_another_audience_wrapped_for_us(
    world: World, parent: Laptop, station: Laptop, tmp_path: Path
) -> None:
    (own,) = station.export("station")
    middle = Repacked(own, station)
    assert parent.ctx.keys is not None
    refusal = refused(parent, middle.write(tmp_path / "x.antq", parent.ctx.keys.device.recipient))
    assert refusal.code == "package.wrong_audience"


def test_a_manifest_signed_by_another_laptop(parent: Laptop, package: Path, tmp_path: Path) -> None:
    middle = Repacked(package, parent)
    stranger = SigningKey.generate(SeededRandomness("x"))
    middle.sign_again(stranger)
    assert refused(parent, middle.write(tmp_path / "x.antq")).code == "package.altered"
    middle.sign_again(stranger, lambda m: replace(m, device=stranger.public))
    assert refused(parent, middle.write(tmp_path / "x.antq")).code == "package.unknown_sender"


def test_frames_of_kinds_to_come(parent: Laptop, station: Laptop, package: Path, tmp_path: Path) -> None:
    middle = Repacked(package, parent)
    middle.frames.insert(-1, (b"X", b"must be understood"))
    middle.sign_again(key_of(station))
    assert refused(parent, middle.write(tmp_path / "x.antq")).code == "package.newer"
    middle = Repacked(package, parent)
    middle.frames.insert(-1, (b"a", b"an attachment"))
    middle.sign_again(key_of(station))
    assert parent.take(middle.write(tmp_path / "x.antq")).refused == 0


def test_a_sender_cannot_write_in_another_unit_s_name(
    world: World, parent: Laptop, station: Laptop, package: Path, tmp_path: Path
) -> None:
    other = world.station(parent, "hatluu", "HATLUU")
    other.create("meeting", held_on="2022-03-01", form="study", topic="Khác", attendees=1)
    (foreign,) = other.export("up")
    stolen = [item for item in Repacked(foreign, parent).frames if item[0] == CHANGE_SET]
    parent.take(foreign)
    middle = Repacked(package, parent)
    middle.frames[-1:-1] = stolen
    middle.sign_again(key_of(station))
    before = parent.dump()
    seen = carry.preview(parent.ctx, middle.write(tmp_path / "x.antq"))
    assert dict(seen.doubts) == {"not_theirs": len(stolen)}
    assert parent.dump() == before


def test_a_change_set_with_a_false_signature_is_left_out_and_the_rest_stands(
    parent: Laptop, station: Laptop, tmp_path: Path
) -> None:
    record = station.create("meeting", held_on="2022-03-02", form="study", topic="Hai", attendees=2)
    (package,) = station.export("up")
    middle = Repacked(package, parent)
    spot = max(n for n, (kind, _) in enumerate(middle.frames) if kind == CHANGE_SET)
    kind, body = middle.frames[spot]
    size = int.from_bytes(body[:4], "big")
    middle.frames[spot] = (kind, body[: 4 + size] + bytes(64) + body[68 + size :])
    middle.sign_again(key_of(station))
    done = parent.take(middle.write(tmp_path / "x.antq"))
    assert (done.refused, done.quarantined) == (0, 1)
    assert dict(done.packages[0].doubts) == {"signature": 1}
    assert parent.get("meeting", record) is None and done.new > 0
    parent.take(package)
    assert parent.get("meeting", record).alive


def test_the_identity_of_nobody_here(package: Path, tmp_path: Path) -> None:
    stranger = new_identity(SeededRandomness("stranger"))
    assert recipient_of(stranger).startswith("age1")
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(package.read_bytes()[HEAD:], [x25519.Identity.from_str(stranger)])
