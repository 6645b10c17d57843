"""The cover of a closed book, and the minutes of handing over: what they say, and that they name no citizen."""

from app.documents.official.model import Paper, Paragraph, Table
from app.services import books, drafts, papers, registers
from app.services.context import Context


def text_of(paper: Paper) -> str:
    parts = [paper.kind, paper.abstract]
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        elif isinstance(block, Table):
            parts += [" | ".join(str(cell) for cell in row.cells) for row in block.rows]
    return "\n".join(parts)


def made(ctx: Context, code: str, type_code: str, record_id: str) -> Paper:
    content = papers.make(ctx, code, record_id, type_code=type_code).content
    assert isinstance(content, Paper)
    return content


def meeting(ctx: Context, day: str) -> None:
    registers.save(ctx, "meeting", None, {"held_on": day, "form": "study", "topic": "Học tập", "attendees": "40"})


def test_the_cover_counts_what_the_book_held_and_what_came_late(ctx: Context) -> None:
    meeting(ctx, "1/3/2021")
    meeting(ctx, "2/3/2021")
    (closing,) = books.close(ctx, 2021, ("meeting",))
    cover = text_of(made(ctx, "book_cover", "closed_book", closing))
    assert "Năm 2021" in cover and "Tổng số mục đến khi khóa sổ: 2 mục." in cover and "sau khi khóa sổ, tính đến" not in cover
    answers = registers.Answers(reason="Biên bản đến muộn")
    registers.save(
        ctx, "meeting", None, {"held_on": "3/3/2021", "form": "study", "topic": "Muộn", "attendees": "4"}, answers=answers
    )
    cover = text_of(made(ctx, "book_cover", "closed_book", closing))
    assert "sau khi khóa sổ, tính đến ngày in: 1 mục." in cover and "Biên bản đến muộn" not in cover


def test_the_minutes_of_handing_over_say_what_is_there_and_name_no_citizen(ctx: Context) -> None:
    meeting(ctx, "1/3/2022")
    registers.save(ctx, "dispute", None, {"received_on": "1/3/2022", "place": "Nhà ông Lò Văn Đức", "content": "Tranh chấp"})
    drafts.keep(ctx, "meeting:new:", {"topic": "Giàng A Páo"}, {})
    paper = made(ctx, "handover", "officer", ctx.user.id)
    said = text_of(paper)
    assert "1. Bên giao: Giàng A Sử." in said and "Số bản nháp đang nhập dở của bên giao trên máy này: 1." in said
    assert any(row.startswith("1 |") and row.split(" | ")[4] == "1" for row in said.splitlines())
    assert "Lò Văn Đức" not in said and "Giàng A Páo" not in said
    assert [signer.offices[0] for signer in paper.cosigners] == ["BÊN GIAO", "BÊN NHẬN"]


def test_closing_takes_what_is_open_and_numbers_it(ctx: Context) -> None:
    first = books.close(ctx, 2021, ("meeting", "outreach"))
    assert len(first) == 2 and books.close(ctx, 2021, ("meeting", "group")) and books.close(ctx, 2021, ("meeting",)) == ()
    assert sorted(line.number for line in books.books(ctx, 2021) if line.closed_on) == [1, 2, 3]
