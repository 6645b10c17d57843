"""Papers of models say what the ledger and the reviews say."""

import pytest

from app.core.errors import UserError
from app.core.progress import SILENT
from app.documents.books.model import Book
from app.documents.official.model import Paper, Table
from app.services import papers, registers
from app.services.context import Context
from app.services.registers import ListState


@pytest.fixture
def site(ctx: Context) -> str:
    model = registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id
    texts = {"model": model, "place": "Bản Pa Te", "founded_on": "5/3/2020", "decision": "12/QĐ-UBND", "decided_on": "1/3/2020"}
    other = {
        "model": model,
        "place": "Xóm chợ",
        "founded_on": "1/2/2020",
        "dropped_on": "8/8/2021",
        "drop_reason": "Không còn",
    }
    registers.save(ctx, "model_site", None, other)
    return registers.save(ctx, "model_site", None, {**texts, "head": "Giàng A Sử", "members": "14"}).id


def tables(paper: object) -> list[Table]:
    assert isinstance(paper, Paper)
    return [block for block in paper.blocks if isinstance(block, Table)]


def test_the_ledger_of_a_year_has_its_models_their_sum_and_the_reasons(ctx: Context, site: str) -> None:
    made = papers.make(ctx, "model_ledger", "2021", type_code="model")
    models, reasons, years = tables(made.content)
    assert models.rows[-1].cells[2:] == (2, "", "", "", 1, "", 1, "", 1)
    assert reasons.rows[0].cells[1:] == ("08/08/2021", "Tiếng kẻng an ninh, Xóm chợ", "−1", "Không còn")
    assert [row.cells[0] for row in years.rows] == ["2021", "2020"]
    assert not made.names


def test_a_year_without_reasons_says_so(ctx: Context, site: str) -> None:
    made = papers.make(ctx, "model_ledger", "2020", type_code="model")
    assert len(tables(made.content)) == 2


def test_the_review_of_a_year_has_a_line_a_site(ctx: Context, site: str) -> None:
    registers.save(ctx, "model_review", None, {"site": site, "reviewed_on": "1/2/2022", "rating": "fair", "proposal": "multiply"})
    book = papers.make(ctx, "model_reviews", ListState("model")).content
    assert isinstance(book, Book)
    (row,) = book.rows(SILENT)
    assert row.cells == (
        1,
        "Tiếng kẻng an ninh",
        "Bản Pa Te",
        "12/QĐ-UBND ngày 01/03/2020",
        "05/03/2020",
        14,
        "",
        "Khá",
        "Nhân rộng",
    )


def test_the_sheet_of_a_site_names_its_head_and_leaves_with_a_purpose_only(ctx: Context, site: str) -> None:
    made = papers.make(ctx, "review_sheet", site, type_code="model_site")
    assert made.names
    known = {row.cells[0]: row.cells[1] for row in tables(made.content)[0].rows}
    assert known["Người phụ trách"] == "Giàng A Sử"
    assert known["Kết quả rà soát năm trước"] == "Chưa rà soát"
    with pytest.raises(UserError):
        papers.make(ctx, "review_sheet", "0" * 32, type_code="model_site")
