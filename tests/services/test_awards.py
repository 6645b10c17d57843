"""Award decisions as papers, over a real book."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from app.core.errors import Cancelled, UserError
from app.documents.certificate import Look, Mode
from app.services import awards, emblem, sample
from app.services.context import Context

AWARD = {
    "number": "12/QĐ-UBND",
    "decided_on": "2022-03-05",
    "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
    "place": "Túc Đán",
    "signer_title": "CHỦ TỊCH",
    "signer": "Hoàng Thị Mẫu",
    "deed": "Có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc",
}


def add(ctx: Context, type_code: str, *records: Mapping[str, Any]) -> list[str]:
    with ctx.store.change(ctx.user.id, "new") as change:
        return [change.create(type_code, values) for values in records]


@pytest.fixture
def award(ctx: Context) -> str:
    """A decision about three of the awarded, one with a number given by hand and a text of his own."""
    (award_id,) = add(ctx, "award", AWARD)
    add(
        ctx,
        "awardee",
        {"award": award_id, "name": "Lò Văn Mẫu", "address": "Bản Pa Te"},
        {"award": award_id, "name": "Giàng A Mẫu", "register_no": "07", "achievement": "Bắt quả tang kẻ trộm trâu"},
        {"award": award_id, "name": "Tổ hòa giải bản Mù", "collective": 1},
    )
    return award_id


def read(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return texts


def test_decisions_are_listed_with_how_many_they_award(ctx: Context, award: str) -> None:
    add(ctx, "award", {**AWARD, "number": "15/QĐ-UBND", "decided_on": "2022-06-01"})
    listed = awards.decisions(ctx)
    assert [(one.number, one.awarded) for one in listed] == [("15/QĐ-UBND", 0), ("12/QĐ-UBND", 3)]
    assert listed[1].file_name == "giay-khen-12-qd-ubnd-2022.pdf"


@pytest.mark.parametrize("typed", ["12/QĐ-UBND", " 12/qd-ubnd"])
def test_a_decision_is_found_by_its_number(ctx: Context, award: str, typed: str) -> None:
    assert awards.find(ctx, typed) == award


def test_an_unknown_and_an_ambiguous_number_are_told(ctx: Context, award: str) -> None:
    with pytest.raises(UserError) as unknown:
        awards.find(ctx, "99/QĐ-UBND")
    assert unknown.value.code == "award.unknown"
    (older,) = add(ctx, "award", {**AWARD, "decided_on": "2021-03-05"})
    with pytest.raises(UserError) as several:
        awards.find(ctx, "12/QĐ-UBND")
    assert several.value.code == "award.several" and "2021" in str(several.value.facts["years"])
    assert awards.find(ctx, "12/QĐ-UBND", year=2021) == older


def test_all_certificates_in_one_file_by_register_number_then_name(ctx: Context, award: str, tmp_path: Path) -> None:
    saved = awards.save_certificates(ctx, award, tmp_path / "giay-khen.pdf")
    assert (saved.sheets, saved.told, saved.left_out) == (3, (), ())
    pages = read(saved.path)
    assert ["Giàng A Mẫu" in pages[0], "Lò Văn Mẫu" in pages[1], "Tổ hòa giải bản Mù" in pages[2]] == [True] * 3
    assert "Bắt quả tang kẻ trộm trâu" in pages[0] and "Có thành tích trong phong trào" in pages[1]
    assert all("12/QĐ-UBND ngày 05 tháng 3 năm 2022" in page for page in pages)
    assert "DỮ LIỆU MẪU" not in pages[0]


def test_one_without_a_name_does_not_hold_up_the_others(ctx: Context, award: str, tmp_path: Path) -> None:
    add(ctx, "awardee", {"award": award, "name": ""}, {"award": award, "name": "Tổ an ninh xung kích " * 40})
    saved = awards.save_certificates(ctx, award, tmp_path / "giay-khen.pdf")
    assert saved.sheets == 4 == len(read(saved.path))
    assert [one.sentence for one in saved.left_out] == ["One of the awarded has no name."]
    assert len(saved.told) == 1 and saved.told[0].name.startswith("Tổ an ninh xung kích")


def test_demonstrations_say_so_on_bought_sheets_too(ctx: Context, award: str, tmp_path: Path) -> None:
    sample.mark_as_sample(ctx.store)
    for mode in Mode:
        saved = awards.save_certificates(ctx, award, tmp_path / f"{mode.value}.pdf", Look(mode=mode))
        assert all("DỮ LIỆU MẪU" in page for page in read(saved.path))


def test_a_decision_about_nobody_and_a_deleted_one_are_told(ctx: Context, award: str) -> None:
    (empty,) = add(ctx, "award", {**AWARD, "number": "13/QĐ-UBND"})
    with pytest.raises(UserError) as nobody:
        awards.certificates(ctx, empty)
    assert nobody.value.code == "award.nobody"
    with ctx.store.change(ctx.user.id, "delete") as change:
        change.delete("award", award)
    with pytest.raises(UserError) as gone:
        awards.certificates(ctx, award)
    assert gone.value.code == "award.gone"


def test_nothing_is_left_when_it_cannot_be_written_or_is_cancelled(ctx: Context, award: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as ending:
        awards.save_certificates(ctx, award, tmp_path / "giay-khen.docx")
    assert ending.value.code == "certificates.ending"

    class Stop:
        def step(self, done: int, total: int, what: str) -> None:
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        awards.save_certificates(ctx, award, tmp_path / "giay-khen.pdf", progress=Stop())
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as folder:
        awards.save_certificates(ctx, award, tmp_path / "file" / "giay-khen.pdf")
    assert folder.value.code == "file.cannot_write"
    assert not list(tmp_path.glob("*.pdf*"))


def test_register_numbers_go_on_within_the_year(ctx: Context, award: str) -> None:
    (other, last_year) = add(
        ctx, "award", {**AWARD, "number": "15/QĐ-UBND", "decided_on": "2022-09-01"}, {**AWARD, "decided_on": "2021-09-01"}
    )
    add(ctx, "awardee", {"award": last_year, "name": "Lò Thị Mẫu", "register_no": "90"}, {"award": other, "name": "Cứ A Mẫu"})
    assert awards.number_register(ctx, award) == 2
    assert [text.register_number for text in awards.certificates(ctx, award).texts] == ["07", "08", "09"]
    assert awards.number_register(ctx, award) == 0
    assert awards.number_register(ctx, other) == 1
    assert awards.certificates(ctx, other).texts[0].register_number == "10"


def test_the_preview_shows_what_is_saved(ctx: Context, award: str) -> None:
    batch = awards.certificates(ctx, award, awards.look_for("blank", 1.5, -2.0))
    assert batch.count == 3 and batch.title == "Giấy khen, Quyết định số 12/QĐ-UBND"
    assert batch.look == Look(mode=Mode.BLANK, offset_x=1.5, offset_y=-2.0)
    assert batch.names[0] in {text.text for text in batch.sheet(0).texts()}


@pytest.mark.parametrize("offset", [float("nan"), float("inf"), -51.0])
def test_offsets_that_lose_the_text_are_told(offset: float) -> None:
    with pytest.raises(UserError) as far:
        awards.look_for("blank", 0.0, offset)
    assert far.value.code == "certificates.offset"


def test_the_station_chooses_its_emblem(ctx: Context, award: str, tmp_path: Path) -> None:
    def look() -> Look:
        return awards.certificates(ctx, award).look

    assert look() == Look()
    picture = tmp_path / "quoc-huy.png"
    Image.new("RGB", (60, 60), "red").save(picture)
    emblem.use_picture(ctx, picture)
    assert look() == Look(emblem_picture=picture.read_bytes())
    saved = awards.save_certificates(ctx, award, tmp_path / "giay-khen.pdf")
    assert b"/Subtype /Image" in saved.path.read_bytes()
    emblem.show_emblem(ctx, False)
    assert not look().with_emblem
    emblem.use_drawing(ctx)
    assert look() == Look()


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken", b"x" * 3_100_000])
def test_what_is_no_picture_is_refused_and_nothing_changes(ctx: Context, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        emblem.use_picture(ctx, path)
    assert refused.value.code in ("picture.unreadable", "picture.too_large")
    with pytest.raises(UserError):
        emblem.use_picture(ctx, tmp_path / "missing")
    assert emblem.emblem_choice(ctx) == emblem.EmblemChoice()


def test_that_certificates_left_is_written_down(ctx: Context, award: str, tmp_path: Path) -> None:
    awards.save_certificates(ctx, award, tmp_path / "giay-khen.pdf")
    with ctx.store.reader() as reader:
        (kept,) = reader.window("disclosure", order=("left_at", "asc"))
    assert (kept.values["purpose"], kept.values["way"], kept.values["rows"]) == ("award", "pdf", 3)
