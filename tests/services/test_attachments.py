"""Photographs and scans of a record: what is kept of them, who sees them, and that nothing a file told of itself is anywhere."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import InvalidRecord, UserError
from app.services import attachments, registers, retention
from app.services.attachments import Attached
from app.services.context import Context
from tests.data.conftest import new_store
from tests.intake.files import COMMENT, OWNER, SECRETS, photograph, scan, scene
from tests.services.conftest import OFFICER

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")

Attach = Callable[..., Attached]


@pytest.fixture
def meeting(ctx: Context) -> str:
    return registers.save(ctx, "meeting", None, {"held_on": "5/3/2022", "topic": "Phòng cháy", "attendees": "9"}).id


@pytest.fixture
def attach(ctx: Context, tmp_path: Path, meeting: str) -> Attach:
    def attaching(data: bytes, name: str = "Toàn cảnh.jpg", code: str = "meeting", record: str = "") -> Attached:
        path = tmp_path / name
        path.write_bytes(data)
        return attachments.attach(ctx, code, record or meeting, path)

    return attaching


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        act()
    return refused.value.code


def titles(ctx: Context, meeting: str) -> list[tuple[str, str, int, bool]]:
    return [(each.title, each.kind, each.pages, each.shared) for each in attachments.of(ctx, "meeting", meeting)]


def test_a_photograph_and_a_scan_are_kept_with_their_record(ctx: Context, meeting: str, attach: Attach) -> None:
    photo, paper = attach(photograph()), attach(scan(3), "Quyết định.pdf")
    assert titles(ctx, meeting) == [("Toàn cảnh", "photo", 1, False), ("Quyết định", "scan", 3, False)]
    assert attachments.content(ctx, photo.id).startswith(b"\xff\xd8")
    pages = [attachments.content(ctx, paper.id, page) for page in range(3)]
    assert len(set(pages)) == 3 and paper.size == sum(map(len, pages))
    assert code_of(lambda: attachments.content(ctx, paper.id, 3)) == "attachment.not_here"
    assert len(attachments.thumbnail(ctx, photo.id, 96)) < len(attachments.content(ctx, photo.id))
    assert ctx.store.verify(against_journal=True).findings == ()


def test_nothing_a_file_told_of_itself_is_anywhere_in_the_book(ctx: Context, meeting: str, attach: Attach) -> None:
    attach(photograph()), attach(scan(2), "a.pdf")
    secrets = {secret for secret in (*SECRETS, OWNER.encode(), COMMENT.encode()) if secret != b"Exif"}
    for file in ctx.folder.rglob("*"):
        assert not file.is_file() or not [secret for secret in secrets if secret in file.read_bytes()], file
    plain = everything_in(ctx)
    assert "Toàn cảnh".encode() in plain
    assert attachments.content(ctx, attachments.of(ctx, "meeting", meeting)[0].id) in plain
    assert not [secret for secret in secrets if secret in plain]


def everything_in(ctx: Context) -> bytes:
    """Every value of every table of the decrypted database, change-sets unpacked."""
    found = []
    with ctx.store.transaction() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in tables:
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                for value in row:
                    data = value if isinstance(value, bytes) else str(value).encode()
                    found.append(zlib.decompress(data) if data.startswith(b"\x78\x9c") else data)
    return b"\n".join(found)


def test_the_same_file_is_attached_once(ctx: Context, meeting: str, attach: Attach) -> None:
    first = attach(photograph())
    assert attach(photograph(), "Ảnh khác.jpg").id == first.id
    assert len(attachments.of(ctx, "meeting", meeting)) == 1


def test_what_is_no_picture_changes_nothing(ctx: Context, meeting: str, attach: Attach) -> None:
    assert code_of(lambda: attach(b"MZ" + b"\0" * 99)) == "picture.wrong_type"
    assert attachments.of(ctx, "meeting", meeting) == ()


def test_an_attachment_is_renamed_taken_away_and_brought_back(ctx: Context, meeting: str, attach: Attach) -> None:
    made = attach(photograph())
    attachments.rename(ctx, made.id, "  Quang cảnh   buổi họp ")
    assert titles(ctx, meeting) == [("Quang cảnh buổi họp", "photo", 1, False)]
    attachments.rename(ctx, made.id, "   ")
    attachments.detach(ctx, made.id)
    assert attachments.of(ctx, "meeting", meeting) == ()
    assert code_of(lambda: attachments.detach(ctx, made.id)) == "attachment.none"
    attachments.reattach(ctx, made.id)
    assert titles(ctx, meeting) == [("Quang cảnh buổi họp", "photo", 1, False)]
    assert attachments.content(ctx, made.id)


def test_the_unit_above_sees_what_was_chosen_and_nothing_else(ctx: Context, meeting: str, attach: Attach) -> None:
    kept, shown = attach(photograph()), attach(scan(1), "Kế hoạch.pdf")
    attachments.share(ctx, shown.id)
    attachments.share(ctx, shown.id)
    assert titles(ctx, meeting) == [("Toàn cảnh", "photo", 1, False), ("Kế hoạch", "scan", 1, True)]
    attachments.rename(ctx, shown.id, "Kế hoạch số 5")
    assert seen_above(ctx) == ["Kế hoạch số 5"]
    attachments.unshare(ctx, shown.id)
    attachments.unshare(ctx, kept.id)
    assert seen_above(ctx) == []
    attachments.rename(ctx, shown.id, "Kế hoạch số 6")
    attachments.share(ctx, shown.id)
    assert seen_above(ctx) == ["Kế hoạch số 6"]
    attachments.detach(ctx, shown.id)
    attachments.reattach(ctx, shown.id)
    assert seen_above(ctx) == []


def seen_above(ctx: Context) -> list[str]:
    with ctx.store.reader() as reader:
        return [str(view.values["title"]) for view in reader.window("shared_attachment", order=("title", "asc"))]


def test_at_the_unit_above_the_picture_itself_is_still_to_come(ctx: Context, meeting: str, attach: Attach, tmp_path: Path) -> None:
    attachments.share(ctx, attach(photograph()).id)
    above = new_store(tmp_path / "above", unit="TRAMTAU", seed="above")
    with ctx.store.reader() as reader:
        above.receive(list(reader.change_sets(("shared",), {})))
    there = replace(ctx, store=above)
    (seen,) = attachments.of(there, "meeting", meeting)
    assert (seen.title, seen.shared, seen.own, seen.here) == ("Toàn cảnh", True, False, False)
    assert code_of(lambda: attachments.content(there, seen.id)) == "attachment.not_here"
    assert code_of(lambda: attachments.rename(there, seen.id, "x")) == "attachment.none"
    assert above.verify().contents_missing == 1
    above.close()


def test_pictures_about_people_never_leave_the_station(ctx: Context, attach: Attach) -> None:
    tip = registers.save(ctx, "tip_off", None, {"received_at": "8:00 1/2/2022", "content": "x"}).id
    made = attach(photograph(), code="tip_off", record=tip)
    assert not attachments.may_share(ctx, "tip_off") and not attachments.may_share(ctx, "dispute")
    assert attachments.may_share(ctx, "meeting")
    assert code_of(lambda: attachments.share(ctx, made.id)) == "attachment.private"


def test_a_record_that_is_gone_takes_no_picture(ctx: Context, meeting: str, attach: Attach) -> None:
    registers.delete(ctx, "meeting", meeting)
    assert code_of(lambda: attach(photograph())) == "record.none"


def test_a_record_holds_only_so_many(ctx: Context, meeting: str, attach: Attach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST", 1)
    attach(photograph())
    assert code_of(lambda: attach(photograph(scene(90, 50)))) == "attachment.too_many"


def test_a_record_removed_for_good_takes_its_pictures_along(ctx: Context, meeting: str, attach: Attach) -> None:
    first, second = attach(photograph()), attach(scan(1), "b.pdf")
    attachments.share(ctx, first.id)
    attachments.detach(ctx, second.id)
    with ctx.store.reader() as reader, ctx.store.change(OFFICER.id, "purge") as change:
        change.purge("meeting", meeting)
        attachments.purge_with(change, reader, "meeting", meeting)
    with ctx.store.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM content").scalar_one() == 0
    assert code_of(lambda: attachments.content(ctx, first.id)) == "attachment.none"
    assert ctx.store.verify(against_journal=True).findings == ()


def test_an_attachment_is_begun_at_the_record_it_belongs_to(ctx: Context) -> None:
    with pytest.raises(InvalidRecord) as refused:
        registers.save(ctx, "attachment", None, {"title": "Ảnh"})
    assert [problem.problem.code for problem in refused.value.problems] == ["attachment.no_file"]


def test_what_is_deleted_by_its_term_takes_its_pictures_along(ctx: Context, attach: Attach) -> None:
    texts = {"name": "Mùa A Chu", "began_on": "1/2/2015", "ended_on": "1/2/2016", "outcome": "progress", "keep_until": "1/1/2020"}
    person = registers.save(ctx, "reintegration", None, texts).id
    attach(photograph(), code="reintegration", record=person)
    assert retention.delete_for_good(ctx, "reintegration", [person]) == 1
    with ctx.store.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM content").scalar_one() == 0


def test_pictures_go_over_to_the_record_that_stands_for_another(ctx: Context, meeting: str, attach: Attach) -> None:
    attachments.share(ctx, attach(photograph()).id)
    other = registers.save(ctx, "meeting", None, {"held_on": "6/3/2022", "topic": "Giao thông", "attendees": "9"}).id
    with ctx.store.reader() as reader, ctx.store.change(OFFICER.id, "join") as change:
        attachments.move_with(change, reader, "meeting", meeting, other)
    assert attachments.of(ctx, "meeting", meeting) == ()
    assert titles(ctx, other) == [("Toàn cảnh", "photo", 1, True)]


def test_a_scan_still_comes_to_a_closed_book_but_none_goes(ctx: Context, meeting: str, attach: Attach) -> None:
    kept = attach(photograph())
    with ctx.store.reader() as reader:
        view = reader.get("meeting", meeting)
    assert view is not None
    registers.save(ctx, "closed_book", None, {"year": str(view.values["held_on"])[:4], "book": "all", "closed_on": "1/1/2022"})
    for act in (lambda: attachments.detach(ctx, kept.id), lambda: attachments.rename(ctx, kept.id, "Khác")):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "book.closed"
    attach(scan(1), "Biên bản.pdf")
    assert titles(ctx, meeting)[0][0] == kept.title
    assert len(titles(ctx, meeting)) == 2
