"""The sheet of pictures of a record: two photographs a page, a scanned page each, captions below, nothing outside its page."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import UserError
from app.documents.display import Picture, Sheet, Text
from app.documents.official.model import Heading
from app.documents.picture_sheet import Shown, picture_sheets
from app.services import attachments, papers, registers
from app.services.context import Context
from tests.documents.reading import read_pdf
from tests.intake.files import photograph, saved, scan, scene

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
HEADING = Heading("CÔNG AN TỈNH", "CÔNG AN XÃ TÚC ĐÁN", "", "Túc Đán", None)


def pictures_on(sheet: Sheet) -> list[Picture]:
    return [item for item in sheet.items if isinstance(item, Picture)]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(20, 400), st.integers(20, 400), st.booleans(), st.text(max_size=200)), min_size=1, max_size=9)
)
def test_whatever_is_attached_stands_whole_on_its_page(made: list[tuple[int, int, bool, str]]) -> None:
    shown = [Shown(saved(scene(w, h), "JPEG"), caption, is_scan) for w, h, is_scan, caption in made]
    sheets = picture_sheets(HEADING, "Buổi họp", shown)
    placed = [picture for sheet in sheets for picture in pictures_on(sheet)]
    assert [picture.data for picture in placed] == [each.data for each in shown]
    for sheet in sheets[1:]:
        assert pictures_on(sheet)
    for picture, (width, height, _, _) in zip(placed, made, strict=True):
        assert picture.x >= 29.99 and picture.x + picture.width <= 210 - 17 + 0.01
        assert picture.y >= 20 and picture.y + picture.height <= 297 - 20
        assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)


def test_pictures_of_a_record_become_a_paper(ctx: Context, tmp_path: Path) -> None:
    meeting = registers.save(ctx, "meeting", None, {"held_on": "5/3/2022", "topic": "Phòng cháy", "attendees": "9"}).id
    with pytest.raises(UserError) as refused:
        papers.make(ctx, "pictures", meeting, type_code="meeting")
    assert refused.value.code == "paper.no_pictures"
    for name, data in (("Toàn cảnh.jpg", photograph()), ("Khen.jpg", photograph(scene(90, 70))), ("Quyết định.pdf", scan(2))):
        (tmp_path / name).write_bytes(data)
        attachments.attach(ctx, "meeting", meeting, tmp_path / name)
    made = papers.make(ctx, "pictures", meeting, type_code="meeting")
    assert made.names and isinstance(made.content, tuple)
    assert [len(pictures_on(sheet)) for sheet in made.content] == [2, 1, 1]
    texts = [item.text for sheet in made.content for item in sheet.items if isinstance(item, Text)]
    assert "BẢN ẢNH" in texts and "Toàn cảnh" in texts and "Quyết định (trang 2/2)" in texts
    pages = read_pdf(papers.render(made, ".pdf")).pages
    assert [round(page.width) for page in pages] == [210] * 3


def test_the_paper_is_offered_last_and_only_where_records_have_pictures(ctx: Context) -> None:
    assert [kind.code for kind in papers.offered(ctx, "meeting", "record")][-1] == "pictures"
    assert "pictures" not in [kind.code for kind in papers.offered(ctx, "household", "record")]
