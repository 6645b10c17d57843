"""Papers of an award decision say whom it names and what they get."""

import pytest

from app.documents.official.model import Annex, Paper, Paragraph, Table
from app.services import papers, registers
from app.services.context import Context

AUTHORITY = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"


@pytest.fixture
def award(ctx: Context) -> str:
    texts = {
        "number": "12/QĐ-UBND",
        "decided_on": "5/3/2022",
        "authority": AUTHORITY,
        "place": "Túc Đán",
        "deed": "Có thành tích tốt",
    }
    grounds = "Căn cứ Luật Thi đua, khen thưởng;\nXét đề nghị của Trưởng Công an xã"
    award = registers.save(ctx, "award", None, {**texts, "signer_title": "CHỦ TỊCH", "grounds": grounds}).id
    for values in (
        {"name": "Lò Văn Mẫu", "address": "Bản Pa Te", "amount": "230.000", "achievement": "Giúp bản yên"},
        {"name": "Tổ bản Mù", "collective": "1", "amount": "450.000"},
    ):
        registers.save(ctx, "awardee", None, {"award": award, **values})
    return award


def made(ctx: Context, code: str, award: str) -> Paper:
    paper = papers.make(ctx, code, award, type_code="award").content
    assert isinstance(paper, Paper)
    return paper


def texts(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Paragraph))


def test_the_decision_names_all_and_ends_its_grounds_as_decisions_do(ctx: Context, award: str) -> None:
    paper = made(ctx, "award_decision", award)
    said = texts(paper)
    assert "Điều 1. Tặng Giấy khen cho 01 tập thể và 01 cá nhân có thành tích tốt" in said
    assert "680.000 đồng (sáu trăm tám mươi nghìn đồng)" in said
    assert "Căn cứ Luật Thi đua, khen thưởng;\nXét đề nghị của Trưởng Công an xã." in said
    assert (paper.heading.body, paper.heading.number) == ("ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", "12/QĐ-UBND")
    (annex,) = (block for block in paper.blocks if isinstance(block, Annex))
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert [row.cells[0] if row.band else row.cells[1] for row in table.rows] == [
        "I. TẬP THỂ",
        "Tổ bản Mù",
        "II. CÁ NHÂN",
        "Lò Văn Mẫu",
    ]
    assert [row.cells[3] for row in table.rows if not row.band] == ["Có thành tích tốt", "Giúp bản yên"]


def test_the_submission_is_the_police_s_and_has_no_register_numbers_yet(ctx: Context, award: str) -> None:
    paper = made(ctx, "award_submission", award)
    assert paper.addressee == "Chủ tịch Ủy ban nhân dân xã Túc Đán"
    assert "Công an xã kính trình Chủ tịch Ủy ban nhân dân xã Túc Đán" in texts(paper)
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns][-1] == "Thành tích"


def test_the_list_to_pay_from_adds_up_and_says_it_in_words(ctx: Context, award: str) -> None:
    paper = made(ctx, "award_payments", award)
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert [row.cells[3] for row in table.rows] == [450_000, 230_000, 680_000]
    assert "Bằng chữ: Sáu trăm tám mươi nghìn đồng." in texts(paper)


def test_papers_about_people_leave_with_a_purpose(ctx: Context, award: str) -> None:
    assert papers.make(ctx, "award_list", award, type_code="award").names
