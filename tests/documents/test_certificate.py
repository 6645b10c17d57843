"""Giấy khen: order, colours, room for signature and seal, bought sheets, texts of any length."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.certificate import Certificate, Look, Mode, Part, lay_out
from app.documents.display import Group, Line, Picture, Sheet, Text, Use
from app.documents.frame import INSIDE
from app.documents.pdf import render_pdf

from .reading import Page, read_pdf

WIDTH, HEIGHT = 297.0, 210.0
SIGNATURE_SPACE = 35.0
CERTIFICATE = Certificate(
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
    name="Ông Lò Văn Mẫu",
    address="Bản Pa Te, xã Túc Đán",
    achievement="Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2022",
    decision_number="12/QĐ-UBND",
    decided_on=date(2022, 3, 5),
    register_number="07",
    place="Túc Đán",
    signer_title="CHỦ TỊCH",
    signer="Hoàng Thị Mẫu",
)
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
    "TẶNG",
    "GIẤY KHEN",
    "Ông Lò Văn Mẫu",
    "Bản Pa Te, xã Túc Đán",
    "Đã có thành tích xuất sắc",
    "Túc Đán, ngày 05 tháng 3 năm 2022",
    "Hoàng Thị Mẫu",
)


def page_of(certificate: Certificate, look: Look | None = None) -> Page:
    sheet = lay_out(certificate, look or Look()).sheet
    return read_pdf(render_pdf([sheet], title="Giấy khen", author="Công an xã")).pages[0]


def text_of(sheet: Sheet, text: str) -> Text:
    return next(item for item in sheet.texts() if item.text == text)


def test_a4_lying_with_every_line_in_order() -> None:
    page = page_of(CERTIFICATE)
    assert (page.width, page.height) == pytest.approx((297, 210), abs=0.01)
    downs = [page.line(line)[0].y for line in LINES]
    assert downs == sorted(downs)
    assert "Quyết định số: 12/QĐ-UBND ngày 05 tháng 3 năm 2022" in page.text
    assert "Vào sổ khen thưởng số: 07" in page.text


def test_colours() -> None:
    sheet = lay_out(CERTIFICATE, Look()).sheet
    colours = {item.text: item.colour for item in sheet.texts()}
    assert colours["GIẤY KHEN"] == colours[CERTIFICATE.authority] == "#C8102E"
    others = {colour for text, colour in colours.items() if text not in ("GIẤY KHEN", CERTIFICATE.authority)}
    assert others == {"#000000"}


@pytest.mark.parametrize(
    "title",
    [
        "CHỦ TỊCH",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "PHÓ CHỦ TỊCH THƯỜNG TRỰC PHỤ TRÁCH KHỐI VĂN HÓA, XÃ HỘI VÀ AN NINH, TRẬT TỰ",
    ],
)
def test_room_for_signature_and_seal(title: str) -> None:
    page = page_of(replace(CERTIFICATE, signer_title=title))
    dated = page.line("Túc Đán, ngày 05 tháng 3 năm 2022")[-1].bottom
    named = min(letter.top for letter in page.line(CERTIFICATE.signer))
    right = [letter for letter in page.letters if letter.x > 160 and dated + 1 < letter.top and letter.bottom < named]
    assert "".join(letter.letter for letter in right) == title.replace(" ", "")
    assert named - max(letter.bottom for letter in right) >= SIGNATURE_SPACE
    assert max(letter.bottom for letter in page.letters) < HEIGHT - INSIDE


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    sheet = lay_out(CERTIFICATE, Look()).sheet
    rule = next(item for item in sheet.items if isinstance(item, Line))
    motto = text_of(sheet, "Độc lập - Tự do - Hạnh phúc")
    assert rule.x2 - rule.x1 == pytest.approx(motto.width, abs=0.1)
    assert 0 < rule.y1 - motto.y < 4


def groups(sheet: Sheet) -> list[Group]:
    return [item.group for item in sheet.items if isinstance(item, Use)]


def test_frame_and_emblem_can_be_left_out_or_replaced() -> None:
    assert len(groups(lay_out(CERTIFICATE, Look()).sheet)) == 2
    assert len(groups(lay_out(CERTIFICATE, Look(with_emblem=False)).sheet)) == 1
    assert not groups(lay_out(CERTIFICATE, Look(with_emblem=False, with_frame=False)).sheet)
    own = lay_out(CERTIFICATE, Look(emblem_picture=b"png")).sheet
    assert [item.data for item in own.items if isinstance(item, Picture)] == [b"png"]


def test_a_bought_sheet_gets_text_only_moved_by_the_offset() -> None:
    full = lay_out(CERTIFICATE, Look()).sheet
    blank = lay_out(CERTIFICATE, Look(mode=Mode.BLANK, offset_x=1.5, offset_y=-2.0)).sheet
    assert not groups(blank)
    for before, after in zip(full.texts(), blank.texts(), strict=True):
        assert (after.text, after.x, after.y) == (before.text, before.x + 1.5, before.y - 2.0)


def test_what_the_bought_sheet_carries_is_left_out() -> None:
    look = Look(mode=Mode.BLANK, already_there=frozenset(Part))
    texts = [item.text for item in lay_out(CERTIFICATE, look).sheet.texts()]
    assert not {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TẶNG", "GIẤY KHEN"} & set(texts)
    assert CERTIFICATE.name in texts


@pytest.mark.parametrize("mode", Mode)
def test_sample_data_say_so(mode: Mode) -> None:
    assert "DỮ LIỆU MẪU" in [item.text for item in lay_out(CERTIFICATE, Look(mode=mode, sample=True)).sheet.texts()]
    assert "DỮ LIỆU MẪU" not in [item.text for item in lay_out(CERTIFICATE, Look(mode=mode)).sheet.texts()]


def test_missing_numbers_leave_dots_to_write_on() -> None:
    empty = replace(CERTIFICATE, decision_number="", decided_on=None, register_number="", place="")
    texts = " ".join(item.text for item in lay_out(empty, Look()).sheet.texts())
    assert "Quyết định số: ………… ngày …… tháng …… năm ………" in texts
    assert "Vào sổ khen thưởng số: …………" in texts


def test_usual_texts_need_no_notice_and_too_long_ones_are_told() -> None:
    assert not lay_out(CERTIFICATE, Look()).notices
    notices = lay_out(replace(CERTIFICATE, name="Tổ an ninh xung kích " * 40), Look()).notices
    assert [notice.code for notice in notices] == ["certificate.cut"]
    strange = lay_out(replace(CERTIFICATE, name="Lò Văn 漢"), Look()).notices
    assert [(notice.code, dict(notice.facts)) for notice in strange] == [("certificate.letters", {"letters": "漢"})]


TEXTS = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=3000) | st.text(
    alphabet="Giàng A Sử ỹ", min_size=1, max_size=3000
)


BARE = Look(with_frame=False, with_emblem=False)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_text_runs_off_or_into_another(authority: str, name: str, achievement: str, signer: str) -> None:
    certificate = replace(CERTIFICATE, authority=authority, name=name, address=name, achievement=achievement, signer=signer)
    sheet = lay_out(certificate, BARE).sheet
    for item in sheet.texts():
        assert item.left >= INSIDE and item.left + item.width <= WIDTH - INSIDE
        assert INSIDE < item.y < HEIGHT - INSIDE
    middle = [item for item in sheet.texts() if item.x == WIDTH / 2]
    for above, below in pairwise(middle):
        assert below.y - above.y >= below.size * 0.35 * 0.9
    dated = next(item for item in sheet.texts() if item.text.startswith("Túc Đán, ngày"))
    assert middle[-1].y < dated.y - 3
    assert render_pdf([sheet], title="Giấy khen", author="a").startswith(b"%PDF")


def test_a_thousand_certificates_are_a_small_file() -> None:
    sheets = (lay_out(replace(CERTIFICATE, register_number=str(n)), Look(sample=True)).sheet for n in range(1000))
    assert len(render_pdf(sheets, title="Giấy khen", author="a")) < 1_500_000
