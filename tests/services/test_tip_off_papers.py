"""What a tip-off becomes on paper: minutes, slip and receipt say what they must and never who told."""

from datetime import datetime

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.ids import fixed_id
from app.documents.official.model import Paper, Paragraph
from app.services import papers, registers
from app.services.context import Context

TELLER = "Giàng A Sử"
CONTENT = f"Tin do anh {TELLER} báo: hai người lạ chở gỗ"
TIP = {
    "received_at": "14:05 12/3/2022",
    "number": "14",
    "kind": "report",
    "channel": "phone",
    "matter": "environment",
    "content": CONTENT,
    "place": "Lán nương cuối bản",
    "receiver": "Hà Thị Lan",
    "verification": "Theo lời chị Lò Thị Bay cho biết, đúng có hai người",
    "passed_to": "Cơ quan CSĐT Công an huyện",
}
CODES = ("tip_off_reception", "tip_off_transfer", "tip_off_receipt")


@pytest.fixture
def tip(ctx: Context) -> str:
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move_to(datetime(2022, 3, 13, 12, 0))
    with ctx.store.change(ctx.user.id, "new") as change:
        unit = {"code": ctx.store.unit, "name": "Xã Túc Đán", "phone": "0216 3876 113", "kind": "station"}
        change.create("unit", unit, fixed_id("unit", ctx.store.unit))
        change.create("officer", {"name": "Hà Thị Lan", "rank": "Thiếu úy", "role": "officer", "login": "lan"})
    made = registers.save(ctx, "tip_off", None, TIP).id
    with ctx.store.change(ctx.user.id, "seal") as change:
        change.create("informant", {"code": "N-2022-007", "tip_off": made, "sealed": "AAAA"})
    return made


def paper(ctx: Context, code: str, tip: str) -> Paper:
    made = papers.make(ctx, code, tip, type_code="tip_off")
    assert isinstance(made.content, Paper)
    return made.content


def words(content: Paper) -> str:
    texts = [block.text for block in content.blocks if isinstance(block, Paragraph)]
    signed = [*content.signature.offices, content.signature.name, *(each.name for each in content.cosigners)]
    return "\n".join([content.kind, content.abstract, content.addressee, *content.recipients, *texts, *signed])


@pytest.mark.parametrize("code", CODES)
def test_no_paper_says_who_told(ctx: Context, tip: str, code: str) -> None:
    text = words(paper(ctx, code, tip))
    assert TELLER not in text and "Lò Thị Bay" not in text and "AAAA" not in text


@pytest.mark.parametrize("code", CODES)
def test_place_and_time_do_not_say_who_told_either(ctx: Context, tip: str, code: str) -> None:
    registers.save(
        ctx, "tip_off", tip, {"place": f"gần nhà, do anh {TELLER} báo", "happened": "tối qua, theo lời chị Lò Thị Bay kể"}
    )
    text = words(paper(ctx, code, tip))
    assert TELLER not in text and "Lò Thị Bay" not in text


def test_the_minutes_tell_when_how_and_what_and_leave_a_line_for_the_hand(ctx: Context, tip: str) -> None:
    text = words(paper(ctx, "tip_off_reception", tip))
    assert "Hồi 14 giờ 05 phút, ngày 12 tháng 3 năm 2022, tại Công an xã Túc Đán." in text
    assert "tin báo về tội phạm, qua điện thoại, vào sổ số 14/2022" in text and "mã số N-2022-007" in text
    assert "Họ và tên (viết tay trên bản lưu hồ sơ): …" in text and "hai người lạ chở gỗ" in text and "Lán nương cuối bản" in text
    assert "NGƯỜI TIẾP NHẬN" in text and "Thiếu úy Hà Thị Lan" in text


def test_the_slip_goes_to_the_body_with_the_code_alone(ctx: Context, tip: str) -> None:
    slip = paper(ctx, "tip_off_transfer", tip)
    assert slip.addressee == "Cơ quan CSĐT Công an huyện"
    text = words(slip)
    assert "hai người lạ chở gỗ" in text and "viện dẫn mã số N-2022-007" in text and "đúng có hai người" in text
    registers.save(ctx, "tip_off", tip, {"slip_number": "03/PC", "passed_at": "8:00 13/3/2022"})
    assert paper(ctx, "tip_off_transfer", tip).heading.number_line == "Số: 03/PC"
    registers.save(ctx, "tip_off", tip, {"slip_number": "03"})
    assert paper(ctx, "tip_off_transfer", tip).heading.number_line.startswith("Số: 03/PC-CA")


def test_the_receipt_has_number_time_receiver_telephone_and_nothing_of_the_matter(ctx: Context, tip: str) -> None:
    text = words(paper(ctx, "tip_off_receipt", tip))
    for piece in ("14/2022", "14 giờ 05 phút", "Thiếu úy Hà Thị Lan", "0216 3876 113"):
        assert piece in text
    for piece in ("gỗ", "tội phạm", "tố giác", "tin báo", "Lán nương", "CSĐT"):
        assert piece not in text


def test_papers_with_the_content_need_a_purpose_and_the_receipt_does_not(ctx: Context, tip: str) -> None:
    for code in CODES[:2]:
        with pytest.raises(UserError, match=r"disclosure\.purpose"):
            papers.printed(ctx, papers.make(ctx, code, tip, type_code="tip_off"))
    papers.printed(ctx, papers.make(ctx, CODES[2], tip, type_code="tip_off"))


def test_other_information_is_not_called_a_crime(ctx: Context, tip: str) -> None:
    registers.save(ctx, "tip_off", tip, {"kind": "other"})
    for code in CODES:
        assert "tội phạm" not in words(paper(ctx, code, tip))


@pytest.mark.parametrize("code", CODES)
def test_a_tip_off_that_is_not_here_makes_no_paper(ctx: Context, code: str) -> None:
    with pytest.raises(UserError, match=r"record\.none"):
        papers.make(ctx, code, "0" * 32, type_code="tip_off")
