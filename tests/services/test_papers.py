"""Every register as a printed book, a workbook, an empty sheet and an empty form; what is on them, and what is not."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

import app.records  # noqa: F401 -- fills the registry
from app.core.errors import Cancelled, UserError
from app.core.ids import fixed_id
from app.core.kinds import Choice, Date, Integer, Moment, Money, PersonName, Phone, Reference, Year, YesNo
from app.core.text import number_vi
from app.data.change import Change
from app.data.conditions import Between
from app.data.declare import RecordType, registry
from app.documents.books.model import Book
from app.services import papers
from app.services.context import Context
from app.services.disclosure import Purpose, is_personal, labels, readable
from app.services.papers.make import NOT_PRINTED
from app.services.registers import ListState

PRINTED = [declared.code for declared in registry.all() if declared.code not in NOT_PRINTED]
PURPOSE = Purpose("work", "Họp thôn")
SECRET = "Zèo Bí Mật"
"""A name that is not to be found where nothing was said."""


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    return text


def sample_value(name: str, info: Any, made: Callable[[str], str], *, secret: bool) -> Any:
    """A dumped value for a field."""
    kind = info.kind
    if isinstance(kind, Reference):
        return made(kind.type_code)
    if isinstance(kind, Choice):
        return kind.codes[0]
    if isinstance(kind, Date):
        return "2022-03-12"
    if isinstance(kind, Moment):
        return "2022-03-12T14:05"
    if isinstance(kind, Year):
        return 1984
    if isinstance(kind, Integer | Money):
        return 1250
    if isinstance(kind, YesNo):
        return 1
    if isinstance(kind, PersonName):
        return SECRET
    if isinstance(kind, Phone):
        return "0912 345 678"
    return {"BirthDate": "1984", "LastDigits": "1234"}.get(type(kind).__name__, f"={name} {SECRET if secret else 'chung'}")


@dataclass
class Shelf:
    """Records of any type, each reference with a record behind it."""

    change: Change
    known: dict[str, str] = field(default_factory=dict)

    def make(self, ctx: Context, code: str) -> str:
        if code not in self.known:
            self.known[code] = ""
            fields = registry.get(code).fields
            values = {
                name: sample_value(
                    name, fields[name], lambda target: self.make(ctx, target), secret=is_personal(registry, code, name)
                )
                for name in readable(ctx, code)
            }
            self.known[code] = self.change.create(code, {name: value for name, value in values.items() if value})
        return self.known[code]


@pytest.fixture
def filled(ctx: Context) -> Context:
    """A book with one record of every type."""
    with ctx.store.change(ctx.user.id, "new") as change:
        shelf = Shelf(change)
        for code in PRINTED:
            shelf.make(ctx, code)
    return ctx


def personal(declared: RecordType) -> set[str]:
    return {name for name in declared.fields if is_personal(registry, declared.code, name)}


def first_list(ctx: Context, code: str) -> str:
    return papers.offered(ctx, code, "register")[0].code


def test_every_register_is_a_book_without_names_until_a_purpose_is_said(filled: Context) -> None:
    for code in PRINTED:
        declared = registry.get(code)
        made = papers.make(filled, "list", ListState(code))
        assert isinstance(made.content, Book), code
        text = words_of(papers.render(made, ".pdf"))
        assert SECRET not in text, code
        assert made.endings == (".pdf", ".xlsx")
        assert not made.names
        named = papers.make(filled, "list", ListState(code), PURPOSE)
        shown = personal(declared) & set(declared.columns)
        assert named.names == bool(personal(declared) & set(named_fields(filled, named, declared))), code
        if shown:
            assert made.withheld, code
        assert f"Sổ này có {made.content.count} mục" in text, code


def labels_of(ctx: Context, declared: RecordType) -> dict[str, str]:
    """What fields are called on papers."""
    return dict(zip(declared.fields, labels(ctx, declared.code, tuple(declared.fields)), strict=True))


def named_fields(made_in: Context, made: papers.Made, declared: RecordType) -> list[str]:
    """The fields whose labels are on the book."""
    assert isinstance(made.content, Book)
    titles = {column.title for column in made.content.columns}
    return [name for name, label in labels_of(made_in, declared).items() if label in titles]


def test_a_workbook_has_every_field_and_real_values(filled: Context) -> None:
    for code in PRINTED:
        declared = registry.get(code)
        made = papers.make(filled, "list", ListState(code), PURPOSE)
        book = CalamineWorkbook.from_filelike(io.BytesIO(papers.render(made.as_file(".xlsx"), ".xlsx")))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        (head,) = (number for number, row in enumerate(rows) if row and row[0] == "STT")
        titles, first = [str(cell) for cell in rows[head]], rows[head + 1]
        typed = [name for section in declared.sections for name in section.fields if name in readable(filled, code)]
        called = labels_of(filled, declared)
        assert {called[name] for name in typed} <= set(titles), code
        for name in typed:
            value = first[titles.index(called[name])]
            kind = declared.fields[name].kind
            if type(kind) is Date:
                assert value == date(2022, 3, 12), (code, name)
            elif type(kind) is Moment:
                assert value == datetime(2022, 3, 12, 14, 5), (code, name)
            elif type(kind) is Integer:
                assert value == 1250, (code, name)


def test_cells_that_begin_like_formulas_are_text(filled: Context) -> None:
    made = papers.make(filled, "list", ListState("meeting"), PURPOSE)
    data = papers.render(made.as_file(".xlsx"), ".xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert any(str(cell) == "=topic chung" for row in rows for cell in row)


def test_empty_papers_have_places_to_write_and_no_data(filled: Context) -> None:
    for code in PRINTED:
        codes = {kind.code for kind in papers.offered(filled, code, "register")}
        if registry.get(code).written_once:
            assert not codes & {"empty_sheet", "empty_form"}
            continue
        for kind in ("empty_sheet", "empty_form"):
            made = papers.make(filled, kind, ListState(code))
            text = words_of(papers.render(made, ".pdf"))
            assert SECRET not in text
            assert not made.names and not made.withheld
            if kind == "empty_form":
                assert "PHIẾU GHI CHÉP" in text, code


def test_a_record_is_a_sheet_that_says_what_it_names(filled: Context) -> None:
    for code in PRINTED:
        with filled.store.reader() as reader:
            record_id = reader.window(code, order=registry.get(code).sort, limit=1)[0].id
        made = papers.make(filled, "record", record_id, type_code=code)
        assert made.endings[0] == ".pdf"
        assert "PHIẾU THÔNG TIN" in words_of(papers.render(made, ".pdf")), code
        known = {name for section in registry.get(code).sections for name in section.fields} & set(readable(filled, code))
        assert made.names >= bool(personal(registry.get(code)) & known), code


def test_a_list_prints_what_its_filters_show(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        for day, topic in (("2022-03-12", "Phòng cháy"), ("2021-05-01", "Ma túy"), ("2022-11-01", "Pháo nổ")):
            change.create("meeting", {"held_on": day, "form": "study", "topic": topic, "attendees": 50})
    state = ListState("meeting", filters={"held_on": Between("held_on", "2022-01-01", "2022-12-31")}, order=("held_on", "asc"))
    text = words_of(papers.render(papers.make(ctx, "list", state), ".pdf"))
    assert "TRÍCH SỔ THEO DÕI" in text
    assert "từ 01/01/2022 đến 31/12/2022" in text
    assert text.index("Phòng cháy") < text.index("Pháo nổ") and "Ma túy" not in text
    assert "Sổ này có 2 mục (hai mục)" in text
    assert "Cộng" in text and "100" in text


def test_the_search_itself_may_be_a_name(ctx: Context) -> None:
    state = ListState("household", search="giang a su")
    assert "giang" not in words_of(papers.render(papers.make(ctx, "list", state), ".pdf"))
    assert "giang a su" in words_of(papers.render(papers.make(ctx, "list", state, PURPOSE), ".pdf"))


def test_the_register_of_mediation_has_its_ten_columns(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        dispute = change.create(
            "dispute",
            {"received_on": "2022-03-12", "matter": "land", "content": "Bờ ruộng", "parties": "Hai hộ", "outcome": "mediated"},
        )
        change.create("mediator", {"dispute": dispute, "name": "Vàng A Chư", "part": "mediator"})
    assert first_list(ctx, "dispute") == "mediation"
    assert "list" not in {kind.code for kind in papers.offered(ctx, "dispute", "register")}
    made = papers.make(ctx, "mediation", ListState("dispute"), PURPOSE)
    assert isinstance(made.content, Book)
    assert len(made.content.columns) == 10
    text = words_of(papers.render(made, ".pdf"))
    for words in ("(10)", "Hòa giải thành", "Hòa giải không thành", "Vàng A Chư", "Bờ ruộng", "12/03/2022"):
        assert words in text
    bare = papers.make(ctx, "mediation", ListState("dispute"))
    assert isinstance(bare.content, Book)
    assert len(bare.content.columns) == 10
    assert "Vàng A Chư" not in words_of(papers.render(bare, ".pdf"))


def test_saving_names_is_written_down_and_refused_without_a_purpose(filled: Context, tmp_path: Path) -> None:
    with filled.store.reader() as reader:
        before = reader.count("disclosure")
        (household,) = reader.window("household", order=("head", "asc"), limit=1)
    sheet = papers.make(filled, "record", household.id, type_code="household")
    with pytest.raises(UserError) as refused:
        papers.save(filled, sheet, tmp_path / "x.pdf")
    assert refused.value.code == "disclosure.purpose"
    assert not list(tmp_path.glob("*.pdf"))
    papers.save(filled, papers.make(filled, "record", household.id, PURPOSE, type_code="household"), tmp_path / "x.docx")
    papers.save(filled, papers.make(filled, "list", ListState("household")), tmp_path / "y.pdf")
    with filled.store.reader() as reader:
        assert reader.count("disclosure") == before + 1
        (kept,) = [record for record in reader.window("disclosure", order=("left_at", "asc")) if record.values["way"] == "word"]
    assert "Chủ hộ" in str(kept.values["contents"]) or "Head of household" in str(kept.values["contents"])
    assert SECRET not in str(kept.values)


def test_files_are_named_without_people(filled: Context) -> None:
    with filled.store.reader() as reader:
        (household,) = reader.window("household", order=("head", "asc"), limit=1)
    stem = papers.make(filled, "record", household.id, type_code="household").file_stem
    assert stem.isascii() and "zeo" not in stem


@pytest.mark.parametrize("name", ["x.txt", "x.docx", "x"])
def test_a_book_is_no_word_file(ctx: Context, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        papers.save(ctx, papers.make(ctx, "list", ListState("meeting")), tmp_path / name)
    assert refused.value.code == "paper.ending"


def test_a_long_register_breaks_over_pages_and_can_be_stopped(ctx: Context) -> None:
    chance = random.Random(3)
    with ctx.store.change(ctx.user.id, "new") as change:
        for number in range(1_200):
            topic = "Tuyên truyền " * chance.randint(1, 30) + str(number)
            change.create("meeting", {"held_on": "2022-03-12", "form": "study", "topic": topic[:480], "attendees": number})
    made = papers.make(ctx, "list", ListState("meeting"))
    document = pypdfium2.PdfDocument(papers.render(made, ".pdf"))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(texts) > 40
    assert all("(1)" in text for text in texts), "the head of the table is on every page"
    assert [str(number) in text for number, text in enumerate(texts, start=1)] == [True] * len(texts)
    assert "NGƯỜI LẬP SỔ" in texts[-1] and number_vi(sum(range(1_200))) in texts[-1]

    class Stopper:
        def step(self, done: int, total: int, what: str) -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        papers.render(made, ".pdf", Stopper())


def test_a_cell_longer_than_a_page_goes_on_overleaf(ctx: Context) -> None:
    text = " ".join(f"từ{number}" for number in range(2_500))
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("meeting", {"held_on": "2022-03-12", "form": "study", "topic": "Dài", "attendees": 1, "notes": text})
    found = words_of(papers.render(papers.make(ctx, "list", ListState("meeting"), PURPOSE), ".pdf"))
    assert "từ0" in found and "từ2499" in found


def test_above_the_stations_a_book_says_whose_rows_they_are(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create(
            "unit",
            {"code": ctx.store.unit, "name": "Huyện Trạm Tấu", "kind": "parent", "place": "Trạm Tấu"},
            fixed_id("unit", ctx.store.unit),
        )
        change.create("meeting", {"held_on": "2022-03-12", "form": "study", "topic": "Ma túy", "attendees": 50})
    made = papers.make(ctx, "list", ListState("meeting"))
    assert isinstance(made.content, Book)
    titles = [column.title for column in made.content.columns]
    assert titles[1] == "Đơn vị"
    assert not made.withheld, "what never leaves a station has no column above"
    assert "Huyện Trạm Tấu Ma túy" in words_of(papers.render(made, ".pdf")).replace("12/03/2022 ", "").replace(" Học tập", "")
