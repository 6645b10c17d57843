"""The recovery sheet: the code as it is to be typed, whole, on one page, whoever it is for."""

from datetime import date

import pytest

from app.core.randomness import SeededRandomness
from app.documents.pdf import render_pdf
from app.documents.recovery_sheet import recovery_sheet
from app.keys.recovery import identity_of, new_code

from .reading import read_pdf


@pytest.mark.parametrize("unit", ["Xã Túc Đán", "", "Đặc khu có tên rất dài ở ngoài khơi xa của một tỉnh miền núi phía Bắc"])
def test_what_is_on_the_sheet_opens_the_book(unit: str) -> None:
    code = new_code(SeededRandomness(7))
    sheet = recovery_sheet(unit, code, date(2026, 3, 5))
    page = read_pdf(render_pdf([sheet], title="t", author="a")).pages[0].text
    lines = [line for line in page.splitlines() if len(line.split()) == 3 and all(len(group) == 4 for group in line.split())]
    assert identity_of(" ".join(lines)) == identity_of(code)
    assert "ngày 05 tháng 3 năm 2026" in page and unit.upper()[:30] in page
    assert all(text.left >= 0 and text.left + text.width <= sheet.width and text.y < sheet.height - 10 for text in sheet.texts())
