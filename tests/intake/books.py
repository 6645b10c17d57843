"""Workbooks of every kind from one description, as Excel, old Excel, LibreOffice and a text export leave them.

`xlsx`, `xls`, `ods` and `csv` write the same sheets, so that a test can put one mess into any of them. Rows hold plain values; None
is a cell that is not there. A `Cell` says more about one: its font, the error its formula came to, that it only carries a format.
"""

import csv as csv_module
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
import xlwt

Value = str | int | float | bool | date | datetime | time | timedelta | None
Place = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """A cell of which more is to be said than its value.

    `font` is set for the whole cell ("." + "VnTime"). `error` is what the formula in it came to ("#REF!"). `formula` has `value` as
    its result. `number_format` is Excel's ("mm/dd/yyyy"). With `formatted` an empty cell has a colour and a border all the same.
    """

    value: Value = None
    font: str = ""
    error: str = ""
    formula: str = ""
    number_format: str = ""
    formatted: bool = False


@dataclass(frozen=True)
class SheetOf:
    """One sheet. `merged` holds (first row, first column, last row, last column), all from 0, as do the hidden ones.

    `formatted_rows` are empty rows with borders below the last one, as they are left when a table was emptied.
    """

    name: str
    rows: Sequence[Sequence[Value | Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    formatted_rows: int = 0
    filtered: bool = False
    picture: Path | None = None
    width: int = 0


FORMATS = ((datetime, "dd/mm/yyyy hh:mm"), (date, "dd/mm/yyyy"), (time, "hh:mm"), (timedelta, "[h]:mm:ss"))


def number_format(cell: Cell) -> str:
    """What Excel shows the value as."""
    return cell.number_format or next((shown for kind, shown in FORMATS if isinstance(cell.value, kind)), "")


def as_cell(value: Value | Cell) -> Cell:
    return value if isinstance(value, Cell) else Cell(value)


def width_of(sheet: SheetOf) -> int:
    return sheet.width or max((len(row) for row in sheet.rows), default=1)


def xlsx(path: Path, *sheets: SheetOf, date_1904: bool = False, rows_at_a_time: bool = False) -> Path:
    """As Excel writes it. `rows_at_a_time` for very many rows: texts then stand in the cells, as some programs write them."""
    options = {"constant_memory": rows_at_a_time, "date_1904": date_1904, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        formats: dict[tuple[str, str, bool], Any] = {}

        def styled(cell: Cell) -> Any:
            key = (cell.font, number_format(cell), cell.formatted)
            if key not in formats:
                said: dict[str, Any] = {"font_name": cell.font} if cell.font else {}
                if key[1]:
                    said["num_format"] = key[1]
                if cell.formatted:
                    said |= {"border": 1, "bg_color": "#FFFFCC"}
                formats[key] = book.add_format(said) if said else None
            return formats[key]

        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for top, left, bottom, right in () if rows_at_a_time else sheet.merged:
                page.merge_range(top, left, bottom, right, "")
            for number, row in enumerate(sheet.rows):
                for column, value in enumerate(row):
                    _write_xlsx(page, number, column, as_cell(value), styled(as_cell(value)))
                if number in sheet.hidden_rows:
                    page.set_row(number, None, None, {"hidden": True})
            empty = Cell(formatted=True)
            for number in range(len(sheet.rows), len(sheet.rows) + sheet.formatted_rows):
                for column in range(width_of(sheet)):
                    page.write_blank(number, column, None, styled(empty))
            for column in sheet.hidden_columns:
                page.set_column(column, column, None, None, {"hidden": True})
            if sheet.filtered:
                page.autofilter(0, 0, max(1, len(sheet.rows) - 1), width_of(sheet) - 1)
            if sheet.picture:
                page.insert_image(1, 1, str(sheet.picture))
            if not sheet.visible:
                page.hide()
        shown = next((number for number, sheet in enumerate(sheets) if sheet.visible), 0)
        book.worksheets()[shown].activate()
        book.worksheets()[shown].set_first_sheet()
    return path


def _write_xlsx(page: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if cell.error:
        page.write_formula(row, column, f"=1+{cell.error}", style, cell.error)
    elif cell.formula:
        page.write_formula(row, column, cell.formula, style, cell.value)
    elif isinstance(cell.value, str) and cell.value:
        page.write_string(row, column, cell.value, style)
    elif isinstance(cell.value, datetime | date | time | timedelta):
        page.write_datetime(row, column, cell.value, style)
    elif cell.value is not None and cell.value != "":
        page.write(row, column, cell.value, style)
    elif cell.formatted:
        page.write_blank(row, column, None, style)


ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
"""[MS-XLS] 2.5.10. xlwt knows them as well, two of them wrongly."""


def xls(path: Path, *sheets: SheetOf, encoding: str = "cp1252") -> Path:
    """As Excel 97 writes it: fonts, merged cells, hidden rows and columns, errors."""
    book = xlwt.Workbook(encoding=encoding, style_compression=2)
    styles: dict[tuple[str, str, bool], xlwt.XFStyle] = {}

    def styled(cell: Cell) -> xlwt.XFStyle:
        key = (cell.font, number_format(cell), cell.formatted)
        if key not in styles:
            style = xlwt.XFStyle()
            if cell.font:
                style.font = xlwt.Font()
                style.font.name = cell.font
            if key[1]:
                style.num_format_str = key[1]
            if cell.formatted:
                style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
                style.pattern.pattern_fore_colour = 5
            styles[key] = style
        return styles[key]

    for sheet in sheets:
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                cell = as_cell(value)
                if cell.error:
                    page.row(number).set_cell_error(column, ERROR_CODES[cell.error], styled(cell))
                elif cell.formatted and cell.value is None:
                    page.row(number).set_cell_blank(column, styled(cell))
                elif cell.value is not None and cell.value != "":
                    value = cell.value / timedelta(days=1) if isinstance(cell.value, timedelta) else cell.value
                    page.write(number, column, value, styled(cell))
            if number in sheet.hidden_rows:
                page.row(number).hidden = True
        for number in range(len(sheet.rows), len(sheet.rows) + sheet.formatted_rows):
            for column in range(width_of(sheet)):
                page.row(number).set_cell_blank(column, styled(Cell(formatted=True)))
        for column in sheet.hidden_columns:
            page.col(column).hidden = True
        for top, left, bottom, right in sheet.merged:
            page.merge(top, bottom, left, right)
        page.visibility = 0 if sheet.visible else 1
    book.save(str(path))
    return path


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.2"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
)
_ODS_ROWS = 1_048_576
_ODS_COLUMNS = 1024


def ods(path: Path, *sheets: SheetOf) -> Path:
    """As LibreOffice writes it: equal cells and rows once with how often, and the rest of the sheet as one empty row."""
    fonts = sorted({as_cell(value).font for sheet in sheets for row in sheet.rows for value in row} - {""})
    styles = '<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>'
    for number, font in enumerate(fonts):
        styles += (
            f'<style:style style:name="ce{number}" style:family="table-cell">'
            f"<style:text-properties style:font-name={quoteattr(font)} fo:font-family={quoteattr(font)}/></style:style>"
        )
    body = "".join(_ods_sheet(sheet, fonts) for sheet in sheets)
    content = (
        f"{_ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return path


def _ods_sheet(sheet: SheetOf, fonts: Sequence[str]) -> str:
    style = "" if sheet.visible else ' table:style-name="hidden"'
    width = width_of(sheet)
    columns = "".join(f"<table:table-column{_collapsed(column in sheet.hidden_columns)}/>" for column in range(width))
    parts = [f"<table:table table:name={quoteattr(sheet.name)}{style}>{columns}"]
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
    for number, row in enumerate(sheet.rows):
        cells = "".join(_ods_cell(as_cell(value), fonts, spans.get((number, column))) for column, value in enumerate(row))
        rest = f'<table:table-cell table:number-columns-repeated="{_ODS_COLUMNS - len(row)}"/>'
        parts.append(f"<table:table-row{_collapsed(number in sheet.hidden_rows)}>{cells}{rest}</table:table-row>")
    left = _ODS_ROWS - len(sheet.rows)
    parts.append(
        f'<table:table-row table:number-rows-repeated="{left}">'
        f'<table:table-cell table:number-columns-repeated="{_ODS_COLUMNS}"/></table:table-row></table:table>'
    )
    return "".join(parts)


def _collapsed(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _ods_cell(cell: Cell, fonts: Sequence[str], span: Place | None) -> str:
    style = f' table:style-name="ce{fonts.index(cell.font)}"' if cell.font else ""
    if span:
        style += f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    value = cell.value
    if cell.error:
        said = f'table:formula="of:=1+{cell.error}" office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell{style} {said}><text:p>{escape(cell.error)}</text:p></table:table-cell>"
    if value is None or value == "":
        return f"<table:table-cell{style}/>"
    if isinstance(value, bool):
        said, text = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"', str(value).upper()
    elif isinstance(value, int | float):
        said, text = f'office:value-type="float" office:value="{value}"', str(value)
    elif isinstance(value, date):
        said, text = f'office:value-type="date" office:date-value="{value.isoformat()}"', value.isoformat()
    elif isinstance(value, time | timedelta):
        seconds = (
            int(value.total_seconds()) if isinstance(value, timedelta) else value.hour * 3600 + value.minute * 60 + value.second
        )
        lasting = f"PT{seconds // 3600:02}H{seconds // 60 % 60:02}M{seconds % 60:02}S"
        said, text = f'office:value-type="time" office:time-value="{lasting}"', lasting
    else:
        paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell{style} office:value-type="string">{paragraphs}</table:table-cell>'
    return f"<table:table-cell{style} {said}><text:p>{text}</text:p></table:table-cell>"


def csv(path: Path, sheet: SheetOf, *, delimiter: str = ",", encoding: str = "utf-8-sig", errors: str = "strict") -> Path:
    """As Excel exports the one sheet it shows: what the cells show, quoted only where needed."""
    with path.open("w", encoding=encoding, errors=errors, newline="") as file:
        csv_module.writer(file, delimiter=delimiter).writerows([shown(as_cell(value)) for value in row] for row in sheet.rows)
    return path


def shown(cell: Cell) -> str:
    """The text that Excel shows, and exports."""
    value = cell.error or cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(path: Path, parts: Mapping[str, str | bytes | Iterable[bytes]], *, level: int = 1) -> Path:
    """Any zip. Parts that are too large to hold come piece by piece."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            with file.open(about, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, str | bytes) else content:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return path


def written_xlsx(
    path: Path,
    sheet: str | Iterable[bytes],
    *,
    strings: str = "",
    styles: str = "",
    prefix: str = "",
    target: str = "worksheets/sheet1.xml",
    more: Mapping[str, str] | None = None,
) -> Path:
    """An .xlsx whose one sheet, "S", is given as XML: what stands in `<sheetData>`, or all of the part piece by piece."""
    tag = f"{prefix}:" if prefix else ""
    named = f"xmlns:{prefix}" if prefix else "xmlns"
    whole: str | Iterable[bytes] = sheet
    if isinstance(sheet, str):
        whole = f'{_XML}<{tag}worksheet {named}="{_MAIN}"><{tag}sheetData>{sheet}</{tag}sheetData></{tag}worksheet>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    fonts = '<fonts count="1"><font><name val="Arial"/></font></fonts><cellXfs count="1"><xf fontId="0"/></cellXfs>'
    place = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return packed(
        path,
        {
            "[Content_Types].xml": (
                f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/{place}" ContentType="{kind}.worksheet+xml"/></Types>'
            ),
            "_rels/.rels": (
                f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
            "xl/workbook.xml": (
                f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">'
                '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": (
                f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="{target}"/>'
                f'<Relationship Id="rId2" Type="{_RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
                f'<Relationship Id="rId3" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
            ),
            "xl/styles.xml": f'{_XML}<styleSheet xmlns="{_MAIN}">{styles or fonts}</styleSheet>',
            "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}">{strings}</sst>',
            place: whole,
            **(more or {}),
        },
    )
