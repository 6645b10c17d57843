"""What is no workbook, or none that can be taken in, is said in a sentence of its own, and never fills the memory of a laptop."""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import xlwt
from PIL import Image

from app.core.errors import UserError
from app.intake.workbook import open_book
from tests.intake import books
from tests.intake.books import SheetOf, packed, written_xlsx

ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 400
"""Megabytes of the whole process, Python and libraries with it."""
HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code_of(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        open_book(path)
    said = caught.value.message.format(**caught.value.facts)
    assert "{" not in said
    assert said.endswith(".")
    return caught.value.code


def made(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def compound(stream: str) -> bytes:
    """The beginning of a compound file whose directory names one stream."""
    name = (stream + "\0").encode("utf-16-le")
    entry = name.ljust(64, b"\0") + len(name).to_bytes(2, "little") + b"\x02" + bytes(61)
    return COMPOUND.ljust(512, b"\0") + entry.ljust(512, b"\0")


OTHERS: dict[str, tuple[str, bytes, str]] = {
    "no bytes": ("so.xlsx", b"", "intake.empty_file"),
    "PDF": ("so.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "intake.pdf"),
    "JPEG": ("so.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), "intake.picture"),
    "PNG": ("so.xls", b"\x89PNG\r\n\x1a\n" + bytes(100), "intake.picture"),
    "HEIC": ("so.xls", b"\x00\x00\x00\x18ftypheic" + bytes(100), "intake.picture"),
    "web page": ("so.xls", b"\xef\xbb\xbf\n<html><table><tr><td>STT</td></tr></table></html>", "intake.web_page"),
    "web page, one file": ("so.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "intake.web_page"),
    "XML of Excel 2003": (
        "so.xls",
        b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
        "intake.other_kind",
    ),
    "Excel 4": ("so.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00\x0a\x00\x00\x00", "intake.other_kind"),
    "RTF": ("so.xlsx", b"{\\rtf1\\ansi So theo doi}", "intake.word"),
    "RAR": ("so.xlsx", b"Rar!\x1a\x07\x01\x00" + bytes(50), "intake.archive"),
    "old Word": ("so.xls", compound("WordDocument"), "intake.word"),
    "locked .xlsx": ("so.xlsx", compound("EncryptedPackage"), "intake.password"),
    "other compound": ("so.xls", compound("__properties_version1.0"), "intake.not_a_workbook"),
    "cut .xls": ("so.xls", compound("Workbook"), "intake.broken"),
    "program": ("so.xlsx", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)), "intake.not_a_workbook"),
    "zeros": ("so.xlsx", bytes(5000), "intake.not_a_workbook"),
    "a letter": ("so.xlsx", "Kính gửi: Công an xã\nvề việc báo cáo\n".encode(), "intake.not_a_workbook"),
    "empty text": ("so.csv", b"\r\n;;;\r\n \r\n", "intake.no_values"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_workbook_is_told_what_it_is(tmp_path: Path, what: str) -> None:
    name, content, code = OTHERS[what]
    assert code_of(made(tmp_path, name, content)) == code


def test_kinds_of_zips_that_are_none(tmp_path: Path) -> None:
    assert code_of(packed(tmp_path / "a.xlsx", {"[Content_Types].xml": "x", "word/document.xml": "x"})) == "intake.word"
    assert (
        code_of(packed(tmp_path / "b.xlsx", {"[Content_Types].xml": "x", "ppt/slides/slide1.xml": "x"})) == "intake.not_a_workbook"
    )
    assert code_of(packed(tmp_path / "c.xlsx", {"xl/workbook.bin": "x"})) == "intake.other_kind"
    assert code_of(packed(tmp_path / "d.xlsx", {"so/ho.xlsx": "x", "so/to.xlsx": "x"})) == "intake.archive"
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
    assert code_of(packed(tmp_path / "e.ods", odt)) == "intake.word"


def test_places_that_hold_no_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "không có.xlsx") == "intake.missing"
    (tmp_path / "thư mục.xlsx").mkdir()
    assert code_of(tmp_path / "thư mục.xlsx") == "intake.folder"


def test_a_workbook_that_is_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.xlsx(tmp_path / "so.xlsx", SheetOf("S", [["a"]]))
    opened = Path.open

    def refusing(self: Path, *args: object, **more: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **more)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(Path, "open", refusing)
    assert code_of(path) == "intake.locked"


def test_the_file_by_which_excel_marks_an_open_workbook(tmp_path: Path) -> None:
    path = made(tmp_path, "~$Sổ hòa giải.xlsx", b"\x08May tinh".ljust(165, b" "))
    with pytest.raises(UserError) as caught:
        open_book(path)
    assert (caught.value.code, caught.value.facts["book"]) == ("intake.owner_file", "Sổ hòa giải.xlsx")


def test_workbooks_with_nothing_in_them(tmp_path: Path) -> None:
    picture = tmp_path / "dau.png"
    Image.new("RGB", (20, 20), "red").save(picture)
    for kind, write in (("xlsx", books.xlsx), ("xls", books.xls), ("ods", books.ods)):
        assert code_of(write(tmp_path / f"trong.{kind}", SheetOf("S", []))) == "intake.no_values"
    assert code_of(books.xlsx(tmp_path / "anh.xlsx", SheetOf("S", [], picture=picture))) == "intake.no_values"
    assert code_of(books.xls(tmp_path / "o.xls", SheetOf("S", [], formatted_rows=300, width=5))) == "intake.no_values"


def test_passwords(tmp_path: Path) -> None:
    zipped = packed(tmp_path / "zip.xlsx", {"xl/workbook.xml": "x"})
    content = bytearray(zipped.read_bytes())
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + place] |= 1
    zipped.write_bytes(content)
    assert code_of(zipped) == "intake.password"

    ods = packed(
        tmp_path / "khoa.ods",
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": "\x00\x01",
            "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
        },
    )
    assert code_of(ods) == "intake.password"


def test_a_password_on_an_old_workbook(tmp_path: Path) -> None:
    path = books.xls(tmp_path / "khoa.xls", SheetOf("S", [["a"]]))
    content = path.read_bytes()
    # The workbook's stream begins at byte 512 with BOF (20 bytes); the record after it becomes FILEPASS of the same length.
    place = 512 + 20
    length = int.from_bytes(content[place + 2 : place + 4], "little")
    path.write_bytes(
        content[:place]
        + b"\x2f\x00"
        + content[place + 2 : place + 4]
        + b"\x01\x00"
        + bytes(length - 2)
        + content[place + 4 + length :]
    )
    assert code_of(path) == "intake.password"


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_file_cut_short_or_overwritten(tmp_path: Path, kind: str) -> None:
    write: Callable[..., Path] = {"xlsx": books.xlsx, "xls": books.xls, "ods": books.ods}[kind]
    whole = write(tmp_path / f"so.{kind}", SheetOf("S", [[f"hộ {n}", n, "ghi chú"] for n in range(500)])).read_bytes()
    for part in (0.98, 0.7, 0.3, 0.05):
        cut = made(tmp_path, f"cut.{kind}", whole[: int(len(whole) * part)])
        assert code_of(cut) in ("intake.broken", "intake.not_a_workbook")


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_spoilt_bytes_are_never_a_bug(tmp_path: Path, kind: str) -> None:
    """Whatever stands in a damaged file, an officer is told so or its rows are read; nothing else comes out."""
    write: Callable[..., Path] = {"xlsx": books.xlsx, "xls": books.xls, "ods": books.ods}[kind]
    whole = write(tmp_path / f"so.{kind}", SheetOf("S", [[f"hộ {n}", n, "ghi chú"] for n in range(30)])).read_bytes()
    step = max(1, len(whole) // 150)
    for place in range(8, len(whole), step):
        spoilt = bytearray(whole)
        spoilt[place : place + 4] = b"\xff\x00\x7f\x01"[: len(spoilt) - place]
        try:
            open_book(made(tmp_path, f"hong.{kind}", bytes(spoilt)))
        except UserError as error:
            assert error.code.startswith("intake.")


def limited(path: Path, *, seconds: float = 100) -> list[str]:
    """What a process of its own says of a workbook: the code, or "read"; then how many megabytes it took at most."""
    code = (
        "import sys, pathlib\n"
        "from app.core.errors import UserError\n"
        "from app.intake.workbook import open_book\n"
        "try:\n"
        "    said = f'read {sum(len(sheet.rows) for sheet in open_book(pathlib.Path(sys.argv[1])).sheets)}'\n"
        "except UserError as error:\n"
        "    said = error.code\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(said, int(peak.split()[1]) // 1024, sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=seconds
    )
    assert done.returncode == 0, done.stderr
    said, peak = done.stdout.splitlines()
    assert int(peak) < MOST_MEMORY
    return [said, peak]


on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the most memory a process ever had")


def rows(count: int, row: Callable[[int], bytes]) -> Iterable[bytes]:
    yield HEAD
    for first in range(1, count + 1, 5_000):
        yield b"".join(row(number) for number in range(first, min(first + 5_000, count + 1)))
    yield TAIL


def row_of(number: int, cell: bytes, columns: Iterable[str] = "ABC") -> bytes:
    return b'<row r="%d">' % number + b"".join(b'<c r="%s%d"' % (c.encode(), number) + cell for c in columns) + b"</row>"


SAID = b' t="inlineStr"><is><t>x</t></is></c>'
MILLION = 1_048_576


@on_linux
def test_a_million_empty_rows(tmp_path: Path) -> None:
    formatted = written_xlsx(tmp_path / "a.xlsx", rows(MILLION, lambda n: row_of(n, SAID if n < 4 else b' s="0"/>')))
    assert limited(formatted)[0] == "read 3"
    nothing = written_xlsx(tmp_path / "c.xlsx", rows(MILLION, lambda n: row_of(n, b' s="0"/>')))
    assert limited(nothing)[0] == "intake.no_values"
    bare = written_xlsx(tmp_path / "b.xlsx", rows(MILLION, lambda n: b'<row r="%d" ht="15"/>' % n))
    assert limited(bare)[0] == "intake.no_values"


@on_linux
def test_a_stray_cell_at_the_far_end_costs_nothing(tmp_path: Path) -> None:
    sheet = rows(MILLION, lambda n: row_of(n, SAID, ["A", "XFD"]) if n in (1, MILLION) else b"")
    assert limited(written_xlsx(tmp_path / "a.xlsx", sheet))[0] == "intake.too_many_cells"


@on_linux
def test_zip_bombs(tmp_path: Path) -> None:
    spaces = written_xlsx(tmp_path / "a.xlsx", (b" " * 1_000_000 for _ in range(300)))
    assert limited(spaces)[0] == "intake.bomb"
    text = written_xlsx(
        tmp_path / "b.xlsx", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>" + "x" * 90_000_000 + "</t></si>"
    )
    assert limited(text)[0] == "intake.bomb"


@on_linux
def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = written_xlsx(tmp_path / "a.xlsx", (b" " * 1_000_000 for _ in range(200)))
    content = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        info = file.getinfo("xl/worksheets/sheet1.xml")
    central = content.index(b"xl/worksheets/sheet1.xml", content.index(b"PK\x01\x02")) - 46
    assert content[central + 24 : central + 28] == info.file_size.to_bytes(4, "little")
    path.write_bytes(content[: central + 24] + (5_000).to_bytes(4, "little") + content[central + 28 :])
    assert limited(path)[0] == "intake.bomb"


@on_linux
def test_one_long_text_in_very_many_cells(tmp_path: Path) -> None:
    sheet = rows(20_000, lambda n: row_of(n, b' t="s"><v>0</v></c>', "ABCDEFGHIJ"))
    path = written_xlsx(tmp_path / "a.xlsx", sheet, strings="<si><t>" + "Đã ký. " * 4_000 + "</t></si>")
    assert limited(path)[0] == "intake.bomb"


@on_linux
def test_the_fullest_sheet_that_is_read(tmp_path: Path) -> None:
    sheet = rows(
        100_000,
        lambda n: row_of(n, b' t="inlineStr"><is><t>L\xc3\xb2 V\xc4\x83n Thu\xe1\xba\xadn %d</t></is></c>' % n, "ABCDEFGHIJKL"),
    )
    assert limited(written_xlsx(tmp_path / "a.xlsx", sheet))[0] == "read 100000"


ODS_CELL = '<table:table-cell{} office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ODS_BOMBS = {
    "a row a million times": '<table:table-row table:number-rows-repeated="1000000">'
    + ODS_CELL.format("", "x")
    + "</table:table-row>",
    "a value after empty cells without end": (
        '<table:table-row><table:table-cell table:number-columns-repeated="900000000"/>'
        + ODS_CELL.format("", "x")
        + "</table:table-row>"
    ),
    "a long text in many cells": (
        '<table:table-row table:number-rows-repeated="10000">'
        + ODS_CELL.format(' table:number-columns-repeated="10"', "x" * 30_000)
        + "</table:table-row>"
    ),
}


@on_linux
@pytest.mark.parametrize("how", ODS_BOMBS)
def test_repeated_cells_of_an_ods(tmp_path: Path, how: str) -> None:
    whole = books.ods(tmp_path / "a.ods", SheetOf("S", [["ĐÂY"]]))
    with zipfile.ZipFile(whole) as file:
        content = file.read("content.xml").decode()
    row = content[content.index("<table:table-row") : content.index("</table:table-row>") + len("</table:table-row>")]
    path = packed(
        tmp_path / "b.ods",
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.replace(row, ODS_BOMBS[how])},
    )
    assert limited(path)[0] in ("intake.too_many_cells", "intake.bomb")


def test_an_old_workbook_that_reaches_too_far(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("S")
    page.write(0, 0, "a")
    page.write(65_535, 255, "x")
    book.save(str(tmp_path / "a.xls"))
    assert code_of(tmp_path / "a.xls") == "intake.too_many_cells"


def test_nothing_is_printed_about_a_damaged_old_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = books.xls(tmp_path / "so.xls", SheetOf("S", [["a"]])).read_bytes()
    with pytest.raises(UserError):
        open_book(made(tmp_path, "hong.xls", whole[:1200]))
    assert capsys.readouterr() == ("", "")
