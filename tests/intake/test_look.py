"""Old fonts are told cell by cell, wherever a workbook says them: in styles, in the default style, in runs within a text."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from app.intake.legacy import Encoding
from app.intake.look.seen import column_letters, column_number
from app.intake.workbook import open_book
from tests.intake import books
from tests.intake.books import Cell, SheetOf, packed, written_xlsx

KINDS: Mapping[str, Callable[..., Path]] = {"xlsx": books.xlsx, "xls": books.xls, "ods": books.ods}
FONTS = {
    ".VnTime": Encoding.TCVN3,
    ".VnArial": Encoding.TCVN3,
    ".VnTimeH": Encoding.TCVN3_CAPITALS,
    "VNI-Times": Encoding.VNI,
    "Times New Roman": None,
    "Vni Book": Encoding.VNI,
}


def fonts(path: Path) -> Mapping[tuple[int, int], Encoding]:
    (sheet,) = open_book(path).sheets
    return sheet.fonts


@pytest.mark.parametrize("kind", KINDS)
def test_each_cell_has_the_encoding_of_its_font(tmp_path: Path, kind: str) -> None:
    rows = [[Cell("Lß V¨n ThuËn", font=font), "Lò Văn Thuận", Cell(5, font=font)] for font in FONTS]
    found = fonts(KINDS[kind](tmp_path / f"so.{kind}", SheetOf("S", rows)))
    assert found == {(number, 0): encoding for number, encoding in enumerate(FONTS.values()) if encoding}


@pytest.mark.parametrize("kind", KINDS)
def test_fonts_beside_hidden_rows_errors_and_many_columns(tmp_path: Path, kind: str) -> None:
    row = [Cell("a", font=".VnTime")] * 2 + ["b"] * 30 + [Cell("c", font="VNI-Times"), Cell(error="#N/A")]
    path = KINDS[kind](tmp_path / f"so.{kind}", SheetOf("S", [row, row], hidden_rows=frozenset({1})))
    (sheet,) = open_book(path).sheets
    assert {place for place, encoding in sheet.fonts.items() if encoding is Encoding.TCVN3} == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert {place for place, encoding in sheet.fonts.items() if encoding is Encoding.VNI} == {(0, 32), (1, 32)}
    assert (sheet.hidden_rows, sheet.rows[1][33]) == ({1}, "#N/A")


def test_every_sheet_has_its_own_fonts(tmp_path: Path) -> None:
    for kind, write in KINDS.items():
        path = write(tmp_path / f"so.{kind}", SheetOf("A", [["x"]]), SheetOf("B", [["", Cell("y", font=".VnTime")]]))
        assert [dict(sheet.fonts) for sheet in open_book(path).sheets] == [{}, {(0, 1): Encoding.TCVN3}]


STYLES = (
    '<fonts count="2"><font><name val=".VnTime"/></font><font><name val="Arial"/></font></fonts>'
    '<cellStyleXfs count="1"><xf fontId="1"/></cellStyleXfs>'
    '<cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf/></cellXfs>'
)
DEFAULT_SHEET = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="C1" s="0" t="str"><v>x</v></c>'
    '<c r="D1"><v>5</v></c><c r="E1" s="2" t="inlineStr"><is><t>x</t></is></c><c r="F1"/></row>'
)


@pytest.mark.parametrize("written", [DEFAULT_SHEET, DEFAULT_SHEET.replace('"', "'")])
def test_the_default_style_of_a_workbook_counts_for_cells_that_name_none(tmp_path: Path, written: str) -> None:
    path = written_xlsx(tmp_path / "so.xlsx", written, strings="<si><t>NguyÔn</t></si>", styles=STYLES)
    assert fonts(path) == dict.fromkeys([(0, 0), (0, 2), (0, 4)], Encoding.TCVN3)


def run(font: str, text: str) -> str:
    return f'<r><rPr><rFont val="{font}"/></rPr><t>{text}</t></r>' if font else f"<r><t>{text}</t></r>"


RUNS = [
    (run(".VnTime", "Lß"), Encoding.TCVN3),
    (run("Arial", "STT: ") + run("VNI-Times", "Loø"), Encoding.VNI),
    (run(".VnTimeH", "Lß ") + run(".VnTime", "ThuËn"), Encoding.TCVN3),
    (run("Arial", "Lò ") + run(".VnTime", "ThuËn"), None),
    (run("Arial", "Lò ") + run("Times New Roman", "Thuận"), None),
    ("<t>x</t>", None),
]


def test_runs_of_a_text_say_more_than_the_cell(tmp_path: Path) -> None:
    strings = "".join(f"<si>{text}</si>" for text, _ in RUNS)
    cells = "".join(f'<c r="A{n + 1}" s="1" t="s"><v>{n}</v></c>' for n in range(len(RUNS)))
    path = written_xlsx(
        tmp_path / "so.xlsx",
        "".join(f"<row>{c}</row>" for c in cells.split("</c>") if c).replace("</v>", "</v></c>"),
        strings=strings,
        styles=STYLES,
    )
    assert fonts(path) == {(n, 0): encoding for n, (_, encoding) in enumerate(RUNS) if encoding}


def test_a_text_set_in_a_font_of_today_is_not_old_whatever_the_cell_is(tmp_path: Path) -> None:
    sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    strings = f"<si>{run('Arial', 'Lò Văn')}</si><si>{run('', 'Lß V¨n')}</si>"
    path = written_xlsx(tmp_path / "so.xlsx", sheet, strings=strings, styles=STYLES)
    assert fonts(path) == {(0, 1): Encoding.TCVN3}


def test_runs_of_a_text_in_an_old_workbook(tmp_path: Path) -> None:
    def font(name: str) -> xlwt.Font:
        made = xlwt.Font()
        made.name = name
        return made

    book = xlwt.Workbook(encoding="cp1252")
    page = book.add_sheet("S")
    page.write_rich_text(0, 0, [("STT: ", font("Arial")), ("Lß V¨n", font(".VnTime"))])
    page.write_rich_text(1, 0, [("Lò ", font("Arial")), ("Văn", font("Times New Roman"))])
    page.write_rich_text(2, 0, [("Lß ", font(".VnTime")), ("Văn", font("Arial"))])
    book.save(str(tmp_path / "so.xls"))
    assert fonts(tmp_path / "so.xls") == {(0, 0): Encoding.TCVN3}


@given(number=st.integers(0, 20_000))
def test_letters_of_columns_go_both_ways(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_letters_of_columns_as_excel_has_them() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 255, 701, 702, 16_383)] == ["A", "Z", "AA", "IV", "ZZ", "AAA", "XFD"]


def written_unusually(path: Path) -> Path:
    """The same workbook with other quotes, and with a prefix before the name of every element of its sheet."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace('"', "'")
    head, rest = sheet.split("<worksheet", 1)
    rest = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", rest.replace(" xmlns=", " xmlns:x=", 1))
    return packed(path.with_name("khac.xlsx"), {**parts, "xl/worksheets/sheet1.xml": f"{head}<x:worksheet{rest}"})


PLACES = st.tuples(st.integers(0, 40), st.integers(0, 29))


@given(
    marked=st.dictionaries(PLACES, st.sampled_from(["old", "error", "plain"]), min_size=1, max_size=40),
    hidden=st.sets(st.integers(0, 40), max_size=5),
)
def test_whatever_is_marked_anywhere_is_told_there(
    tmp_path_factory: pytest.TempPathFactory, marked: dict[tuple[int, int], str], hidden: set[int]
) -> None:
    made = {"old": Cell("Lß", font=".VnTime"), "error": Cell(error="#REF!"), "plain": Cell("x")}
    height = max(row for row, _ in marked) + 1
    rows: list[list[Cell | None]] = [[None] * 30 for _ in range(height)]
    for (row, column), what in marked.items():
        rows[row][column] = made[what]
    shown = SheetOf("S", rows, hidden_rows=frozenset(row for row in hidden if row < height))
    folder = tmp_path_factory.mktemp("dau")
    paths = [write(folder / f"so.{kind}", shown) for kind, write in KINDS.items()]
    for path in (*paths, written_unusually(paths[0])):
        (sheet,) = open_book(path).sheets
        assert set(sheet.fonts) == {place for place, what in marked.items() if what == "old"}
        assert {(row, column) for row, cells in enumerate(sheet.rows) for column, cell in enumerate(cells) if cell == "#REF!"} == {
            place for place, what in marked.items() if what == "error"
        }
        assert sheet.hidden_rows == shown.hidden_rows
