"""A second look into a workbook for what the reader of values does not tell: legacy fonts, hidden rows, cells in error.

An `.xlsx` is looked through only as far as needed: its styles first, and a sheet's XML only when they name a legacy font or when the
sheet holds the words for a hidden row or an error. openpyxl would take fifteen times as long as the values themselves.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

from app.intake.legacy import Encoding, encoding_of_font

Place = tuple[int, int]
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_CHUNK = 1 << 20
_TOLD = (b'hidden="1"', b'hidden="true"', b't="e"')
_SHEET_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in one sheet beside its values; rows and columns count from 0."""

    fonts: Mapping[Place, Encoding] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    errors: frozenset[Place] = frozenset()


NOTHING = Look()


def look_into_xlsx(path: Path) -> Mapping[str, Look]:
    """By the name of the sheet. Empty for an .ods, and for a workbook whose XML cannot be followed: its values still can."""
    try:
        with zipfile.ZipFile(path) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                return {}
            legacy = _legacy_styles(packed)
            return {name: _look(packed, part, legacy) for name, part in _parts(packed) if part in packed.namelist()}
    except (ParseError, zipfile.BadZipFile, KeyError, ValueError):
        return {}


def look_into_xls(path: Path) -> Mapping[str, Look]:
    """The same for an old .xls; its fonts are read only when one of them is a legacy one."""
    import xlrd

    try:
        with xlrd.open_workbook(str(path), formatting_info=True, on_demand=True) as book:
            return {name: _look_xls(book, name) for name in book.sheet_names()}
    except (xlrd.XLRDError, AssertionError, IndexError, KeyError, ValueError, NotImplementedError):
        return {}


def _look_xls(book, name: str) -> Look:
    import xlrd

    legacy = {number: found for number, font in enumerate(book.font_list) if (found := encoding_of_font(font.name))}
    styles = {number: legacy[style.font_index] for number, style in enumerate(book.xf_list) if style.font_index in legacy}
    sheet = book.sheet_by_name(name)
    fonts, errors = {}, set()
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                errors.add((row, column))
            elif kind == xlrd.XL_CELL_TEXT and (found := styles.get(sheet.cell_xf_index(row, column))):
                fonts[row, column] = found
    hidden = frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden and row < sheet.nrows)
    book.unload_sheet(name)
    return Look(fonts, hidden, frozenset(errors))


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = {}
    for _, item in iterparse(packed.open("xl/_rels/workbook.xml.rels")):
        if item.tag.endswith("}Relationship"):
            target = item.attrib["Target"]
            targets[item.attrib["Id"]] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for _, item in iterparse(packed.open("xl/workbook.xml")):
        if item.tag.endswith("}sheet"):
            yield item.attrib["name"], targets.get(item.attrib.get(_SHEET_ID, ""), "")


def _legacy_styles(packed: zipfile.ZipFile) -> Mapping[str, Encoding]:
    """The numbers of cell styles, as sheets name them, whose font is a legacy one."""
    if "xl/styles.xml" not in packed.namelist():
        return {}
    names: list[str] = []
    found: dict[str, Encoding] = {}
    for _, item in iterparse(packed.open("xl/styles.xml")):
        if item.tag.endswith("}fonts"):
            names = [_font_name(font) for font in item]
        elif item.tag.endswith("}cellXfs"):
            for number, style in enumerate(item):
                place = int(style.attrib.get("fontId", 0))
                encoding = encoding_of_font(names[place]) if place < len(names) else None
                if encoding:
                    found[str(number)] = encoding
    return found


def _font_name(font: Element) -> str:
    return next((part.attrib.get("val", "") for part in font if part.tag.endswith("}name")), "")


def _look(packed: zipfile.ZipFile, part: str, legacy: Mapping[str, Encoding]) -> Look:
    if not legacy and not _says_anything(packed, part):
        return NOTHING
    fonts: dict[Place, Encoding] = {}
    hidden, errors = set(), set()
    for _, item in iterparse(packed.open(part)):
        if item.tag.endswith("}c"):
            place = _place(item.attrib.get("r", ""))
            if place and item.attrib.get("t") == "e":
                errors.add(place)
            elif place and len(item) and (encoding := legacy.get(item.attrib.get("s", ""))):
                fonts[place] = encoding
        elif item.tag.endswith("}row"):
            if item.attrib.get("hidden") in ("1", "true") and len(item):
                hidden.add(int(item.attrib["r"]) - 1)
            item.clear()
    return Look(fonts, frozenset(hidden), frozenset(errors))


def _says_anything(packed: zipfile.ZipFile, part: str) -> bool:
    longest = max(len(word) for word in _TOLD)
    with packed.open(part) as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if any(word in tail + chunk for word in _TOLD):
                return True
            tail = chunk[-longest:]
    return False


def _place(name: str) -> Place | None:
    found = _CELL.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)) - 1, column - 1
