"""Display lists as PDF, read back by another engine."""

import io
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from PIL import Image

from app.documents.display import Anchor, Group, Line, Picture, Rect, Sheet, Text, Use
from app.documents.fonts import Face, metrics, missing_letters, text_width
from app.documents.pdf import render_pdf

from .reading import read_pdf

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
)
MARKED = "".join(letter for letter in LETTERS if not letter.isascii())


def one_line(text: str, face: Face = Face.REGULAR) -> bytes:
    return render_pdf([Sheet(1000, 100, (Text(10, 50, text, face, 12),))], title="t", author="a")


def test_there_are_134_marked_letters() -> None:
    assert len(set(MARKED)) == 134


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_is_drawn_and_read_as_composed(face: Face, form: Literal["NFC", "NFD"]) -> None:
    assert not missing_letters(LETTERS, face)
    page = read_pdf(one_line(unicodedata.normalize(form, LETTERS), face)).pages[0]
    assert page.text.strip() == LETTERS
    assert all(letter.right > letter.left and letter.bottom > letter.top for letter in page.letters)


@pytest.mark.parametrize("face", Face)
def test_letters_stand_where_the_measures_say(face: Face) -> None:
    text = "Bản cam kết của ông Giàng A Sử 0123456789"
    page = read_pdf(render_pdf([Sheet(210, 297, (Text(20, 40, text, face, 14),))], title="t", author="a")).pages[0]
    places = {n: 20 + text_width(text[:n], face, 14) for n, letter in enumerate(text) if letter != " "}
    for letter, place in zip(page.letters, places.values(), strict=True):
        assert letter.x == pytest.approx(place, abs=0.01)
        assert letter.y == pytest.approx(40, abs=0.01)


@pytest.mark.parametrize("anchor", Anchor)
@pytest.mark.parametrize("angle", [0.0, 30.0])
def test_anchor_and_turning(anchor: Anchor, angle: float) -> None:
    item = Text(100, 100, "Giấy khen", Face.BOLD, 20, anchor=anchor, angle=angle, spacing=0.5)
    first = read_pdf(render_pdf([Sheet(210, 297, (item,))], title="t", author="a")).pages[0].letters[0]
    distance = ((first.x - 100) ** 2 + (first.y - 100) ** 2) ** 0.5
    assert distance == pytest.approx(anchor.value * item.width, abs=0.02)
    assert (first.y > 100.01) == (angle > 0 and anchor is not Anchor.LEFT)


def test_spacing_ends_with_its_line() -> None:
    items = (Text(10, 20, "AB", spacing=5), Text(10, 40, "AB"))
    letters = read_pdf(render_pdf([Sheet(100, 100, items)], title="t", author="a")).pages[0].letters
    gaps = [after.x - before.x for before, after in pairwise(letters) if before.letter == "A"]
    assert gaps[0] - gaps[1] == pytest.approx(5, abs=0.01)


def test_facts_are_title_and_author_only() -> None:
    data = render_pdf([Sheet(10, 10, (Text(1, 5, "x"),))], title="Giấy khen số 12/QĐ-UBND", author="Công an xã Túc Đán")
    assert read_pdf(data).facts == {"Title": "Giấy khen số 12/QĐ-UBND", "Author": "Công an xã Túc Đán"}
    for trace in (b"ReportLab", b"reportlab", b"CreationDate", b"ModDate", b"Producer", b"Creator", b"Helvetica"):
        assert trace not in data


def test_same_sheets_same_bytes() -> None:
    assert one_line("Giấy khen") == one_line("Giấy khen")


def test_a_group_is_kept_once_and_a_name_means_one_drawing() -> None:
    group = Group("ground", tuple(Rect(n, n, 1, 1, fill="#C8102E") for n in range(2000)))
    one = render_pdf([Sheet(100, 100, (Use(group),))], title="t", author="a")
    many = render_pdf([Sheet(100, 100, (Use(group, n, 0, 0.5),)) for n in range(50)], title="t", author="a")
    assert len(many) - len(one) < 50 * 500
    other = Group("ground", (Line(0, 0, 1, 1),))
    with pytest.raises(ValueError, match="two different groups"):
        render_pdf([Sheet(100, 100, (Use(group), Use(other)))], title="t", author="a")


def test_pictures_stand_upright() -> None:
    image = Image.new("RGB", (10, 10), "white")
    image.paste("red", (0, 0, 10, 5))
    png = io.BytesIO()
    image.save(png, "PNG")
    import pypdfium2

    data = render_pdf([Sheet(100, 100, (Picture(20, 20, 40, 40, png.getvalue()),))], title="t", author="a")
    document = pypdfium2.PdfDocument(data)
    seen = document[0].render(scale=72 / 25.4 / (72 / 25.4)).to_pil().convert("RGB")
    document.close()
    side = seen.width / 100
    assert seen.getpixel((int(40 * side), int(28 * side))) == (255, 0, 0)
    assert seen.getpixel((int(40 * side), int(52 * side))) == (255, 255, 255)


def test_measures_are_those_of_the_font() -> None:
    assert metrics(Face.REGULAR).advance(" ") == 250
    assert metrics(Face.BOLD).advance("\U0001f600") == metrics(Face.BOLD).advances[0]
    assert missing_letters("a漢b字漢") == "漢字"
