"""Texts with a sign between their columns are read whatever they were saved with."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.readings import CellError
from app.intake.workbook import open_book
from tests.intake import books
from tests.intake.books import Cell, SheetOf

ROWS = (
    ("STT", "Họ và tên", "Năm sinh", "Ghi chú"),
    ("1", "Lò Văn Thuận", "1984", "vợ: Lò Thị Bay; con: 2"),
    ("2", "Giàng A Sử", "1.250", 'nói "được", rồi về'),
    ("3", "Mùa A Vì", "1979", "dòng một\ndòng hai"),
)


def rows_of(path: Path) -> tuple[tuple[object, ...], ...]:
    (sheet,) = open_book(path).sheets
    return sheet.rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_signs_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = books.csv(tmp_path / "so.csv", SheetOf("S", ROWS), delimiter=delimiter, encoding=encoding)
    if encoding in ("utf-16-le", "utf-16-be"):
        path.write_bytes(("\ufeff".encode(encoding)) + path.read_bytes())
    assert rows_of(path) == ROWS


def test_the_sheet_is_called_as_the_file(tmp_path: Path) -> None:
    (sheet,) = open_book(books.csv(tmp_path / "Sổ hòa giải 2024.csv", SheetOf("S", ROWS))).sheets
    assert (sheet.name, sheet.number, sheet.visible) == ("Sổ hòa giải 2024", 1, True)


@pytest.mark.parametrize("name", ["so.csv", "so.txt", "so.tsv", "so.xls", "so"])
def test_the_name_says_little(tmp_path: Path, name: str) -> None:
    assert rows_of(books.csv(tmp_path / name, SheetOf("S", ROWS), delimiter="\t")) == ROWS


def test_texts_of_old_fonts_come_letter_for_byte(tmp_path: Path) -> None:
    rows = (("STT", "Họ"), ("1", "Lß V¨n ThuËn"), ("2", "NguyÔn V¨n “Hai”"))
    shown = (("STT", "Hä"), *rows[1:])
    assert rows_of(books.csv(tmp_path / "so.csv", SheetOf("S", shown), delimiter=";", encoding="cp1252")) == shown


def test_bytes_that_no_code_page_has_keep_their_number(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(b"a;b\r\n" + bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xB8]) + b";1\r\n")
    assert rows_of(path)[1][0] == "\x81\x8d\x8f\x90\x9d¸"


def test_the_code_page_of_vietnamese_windows(tmp_path: Path) -> None:
    def apart(text: str) -> str:
        """As Windows-1258 wants it: vowels with their hats, then the tone."""
        return "".join(unicodedata.normalize("NFC", part) for part in _with_tones_apart(text))

    rows = [[apart(cell) for cell in row] for row in ROWS]
    path = books.csv(tmp_path / "so.csv", SheetOf("S", rows), delimiter=";", encoding="cp1258")
    assert tuple(tuple(unicodedata.normalize("NFC", str(cell)) for cell in row) for row in rows_of(path)) == ROWS


def _with_tones_apart(text: str) -> list[str]:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts: list[str] = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        parts.append("".join(mark for mark in decomposed if mark not in tones))
        parts.extend(mark for mark in decomposed if mark in tones)
    return parts


def test_a_line_that_tells_excel_the_sign_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text("sep=;\r\nSTT;Họ, tên\r\n1;a,b,c\r\n", encoding="utf-8-sig")
    assert rows_of(path) == (("STT", "Họ, tên"), ("1", "a,b,c"))


def test_what_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    path = books.csv(tmp_path / "so.csv", SheetOf("S", [["=1+1", "@SUM(A1)", "-5"], ["=cmd|' /C calc'!A0", "", "x"]]))
    assert rows_of(path)[0] == ("=1+1", "@SUM(A1)", "-5")
    assert all(type(cell) is str for row in rows_of(path) for cell in row)


def test_errors_are_known_by_the_words_excel_writes_for_them(tmp_path: Path) -> None:
    path = books.csv(tmp_path / "so.csv", SheetOf("S", [["a", Cell(error="#REF!"), "#1"], ["#N/A", "b", ""]]))
    assert [[type(cell) for cell in row] for row in rows_of(path)] == [[str, CellError, str], [CellError, str, str]]


def test_titles_above_a_table_do_not_hide_its_sign(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text(
        "UBND XÃ PÁ LAU, HUYỆN TRẠM TẤU\nDANH SÁCH, NĂM 2024\nSTT;Tên;Ghi chú\n1;Lò Văn Thuận;vắng, đi làm xa\n2;Mùa A Vì;\n",
        encoding="utf-8",
    )
    assert rows_of(path)[3] == ("1", "Lò Văn Thuận", "vắng, đi làm xa")


def test_a_quote_that_is_never_closed_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text('STT;Tên\n1;"Lò Văn Thuận\n2;Mùa A Vì\n', encoding="utf-8")
    assert "Mùa A Vì" in "".join(str(cell) for row in rows_of(path) for cell in row)


def test_too_many_columns_or_rows_are_told(tmp_path: Path) -> None:
    from app.core.errors import UserError

    wide = books.csv(tmp_path / "a.csv", SheetOf("S", [["x"] * 300]))
    long = books.csv(tmp_path / "b.csv", SheetOf("S", [["x"]] * 100_001))
    for path in (wide, long):
        with pytest.raises(UserError) as caught:
            open_book(path)
        assert caught.value.code == "intake.too_many_cells"


_LETTERS = st.text(st.sampled_from("abcĐđỆệữ 0123,;\t\"'\n.-=#"), max_size=8)


@given(
    rows=st.lists(st.lists(_LETTERS, min_size=3, max_size=3), min_size=2, max_size=20),
    delimiter=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    """With every cell in quotes no sign within one can be taken for the one between them."""
    rows = [["Số", "Tên", "Ghi"], *rows, ["hết", "x", "y"]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    path = tmp_path_factory.mktemp("csv") / "so.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    assert rows_of(path) == tuple(map(tuple, rows))
