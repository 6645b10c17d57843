"""An .xlsx as WPS Office and other programs save it: texts in the cells, no dimension, another name of the program."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

_TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"
_SHARED = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?) t="s"><v>([0-9]+)</v></c>')


def as_wps(path: Path) -> Path:
    """Rewrite a workbook in place."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    shared = ElementTree.fromstring(parts["xl/sharedStrings.xml"])
    texts = ["".join(text.text or "" for text in item.iter(_TEXT)) for item in shared]

    def inline(found: "re.Match[str]") -> str:
        place, style, number = found.groups()
        text = texts[int(number)].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(r"<dimension [^>]*/>", "", _SHARED.sub(inline, content.decode())).encode()
            elif name == "docProps/app.xml":
                content = content.replace(b"Microsoft Excel", "WPS 表格".encode())
            packed.writestr(name, content)
    return path
