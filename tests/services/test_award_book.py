"""The register of awards: every awardee of issued decisions, with the sheet that hangs on the wall."""

import pytest

from app.documents.books.model import Book
from app.services import papers, registers
from app.services.awards import book
from app.services.context import Context
from tests.services.test_award_nominees import decide
from tests.services.test_award_sheets import sheet


@pytest.fixture
def people(ctx: Context) -> list[str]:
    award = decide(ctx, signer="Lò Văn Ký")
    found = []
    for name, number, amount in (("Lò Văn Mẫu", "02", "230.000"), ("Tổ bản Mù", "01", "450.000")):
        texts = {"award": award, "name": name, "register_no": number, "amount": amount, "collective": str(int(number == "01"))}
        found.append(registers.save(ctx, "awardee", None, texts).id)
    registers.save(ctx, "award", award, {"state": "issued"})
    return found


def entries(ctx: Context, year: int = 2022) -> tuple[book.Entry, ...]:
    return book.read(ctx, book.list_of(ctx, year)).entries


def test_lines_stand_by_register_number_with_the_facts_of_the_decision(ctx: Context, people: list[str]) -> None:
    first, second = entries(ctx)
    assert (first.register_no, first.name, first.collective, first.amount) == ("01", "Tổ bản Mù", True, 450_000)
    assert (second.number, second.signer, second.level, second.achievement) == (
        "12/QĐ-UBND",
        "Lò Văn Ký",
        "Xã",
        "Có thành tích tốt",
    )
    assert entries(ctx, 2021) == ()


def test_remarks_tell_of_spoiled_reprinted_and_recalled_sheets(ctx: Context, people: list[str]) -> None:
    sheet(ctx, people[0], state="spoiled", serial="000001")
    sheet(ctx, people[0], printed_on="6/3/2022", serial="000002", state="handed", handed_on="8/3/2022", received_by="Lò Thị Mẫu")
    sheet(ctx, people[1], serial="000003", state="recalled", recalled_on="10/3/2022", reason="In sai tên")
    team, person = entries(ctx)
    assert (person.serial, person.received_by, person.notes) == ("000002", "Lò Thị Mẫu", "hỏng 000001; in lại")
    assert team.notes == "thu hồi 000003 ngày 10/03/2022"


def test_a_draft_stands_in_no_book_but_is_counted(ctx: Context, people: list[str]) -> None:
    draft = decide(ctx, number="13/QĐ-UBND")
    registers.save(ctx, "awardee", None, {"award": draft, "name": "Giàng A Mẫu"})
    found = book.read(ctx, book.list_of(ctx, 2022))
    assert (len(found.entries), found.drafts) == (2, 1)


def test_the_book_is_printed_and_saved_as_a_workbook_with_the_sum(ctx: Context, people: list[str]) -> None:
    made = papers.make(ctx, "award_book", book.list_of(ctx, 2022))
    assert made.names
    assert isinstance(made.content, Book)
    assert made.content.abstract.endswith("NĂM 2022")
    assert papers.render(made, ".pdf").startswith(b"%PDF")
    assert papers.render(made, ".xlsx").startswith(b"PK")


def test_an_empty_book_says_so(ctx: Context) -> None:
    made = papers.make(ctx, "award_book", book.list_of(ctx, 2022))
    assert isinstance(made.content, Book)
    assert made.content.count == 0
    assert papers.render(made, ".pdf").startswith(b"%PDF")
