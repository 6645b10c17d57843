"""What may not be kept about people is kept nowhere, however its column is headed: a marker in each such cell is looked for in
the whole data folder, in what is handed out, and in the workbook of rejected rows."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.core.errors import Cancelled, UserError
from app.core.text import fold
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.rejects import rejected
from app.services.intake.taking import take_in, undo
from app.services.intake.unfinished import digest_of, keep
from app.services.intake.views import Edit, Preview, Wanted
from tests.intake.messy.cells import DAYS
from tests.intake.messy.fonts import Written, decomposed, plain, tcvn3, utf8_as_1252, vni
from tests.intake.messy.judge import everything_of
from tests.intake.messy.plan import Plan
from tests.intake.messy.sheets import MARKER, NINE, Column, Official
from tests.intake.station import station
from tests.intake.whole_book import everything

HEADINGS = (
    ("Dân tộc",),
    ("DÂN TỘC",),
    ("Dan toc",),
    ("Dân\ntộc",),
    ("Dân  tộc:",),
    ("Thành phần dân tộc",),
    ("Dân tộc (Mông, Thái)",),
    ("DTTS",),
    ("Là người DTTS",),
    ("Trong đó", "DTTS"),
    ("Dân tộc", "Kinh"),
    ("Dân tộc", "Khác"),
    ("Tôn giáo",),
    ("Tôn giáo (nếu có)",),
    ("Theo tôn giáo nào",),
    ("Dân tộc, tôn giáo",),
    ("Đảng viên",),
    ("Là đảng viên (x)",),
    ("Đảng viên", "Ngày vào Đảng"),
    ("Ngày vào Đảng",),
    ("Chính kiến",),
    ("Quan điểm chính trị",),
    ("Tội danh",),
    ("Tội danh, mức án",),
    ("Tiền án",),
    ("Tiền sự",),
    ("Tiền án, tiền sự",),
    ("Lý lịch", "Tiền án"),
    ("Ảnh CCCD",),
    ("Ảnh chụp CCCD",),
    ("Ảnh căn cước công dân",),
    ("Ảnh chứng minh nhân dân",),
    ("Ảnh giấy tờ",),
    ("Ảnh CMND", "Mặt trước"),
    ("D.tộc",),
    ("Công giáo",),
    ("Tin lành (x)",),
    ("TA, TS",),
    ("Án tích",),
    ("Mức án",),
    ("Án",),
)
FACES: dict[str, Callable[[str], Written]] = {
    "Unicode": Written,
    "decomposed": decomposed,
    ".VnTime": tcvn3,
    "TCVN3 without its font": plain(tcvn3),
    "VNI": vni,
    "VNI without its font": plain(vni),
    "UTF-8 opened as 1252": utf8_as_1252,
}


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    with station(tmp_path / "station") as made:
        yield made


def marked(official: Official, heads: tuple[tuple[str, ...], ...], face: Callable[[str], Written] = Written) -> Plan:
    """A sheet with these columns among its own, the marker in every cell of them; one row has to be looked at, one stands twice."""
    dice = random.Random(f"{official.code} {heads}")
    plan = Plan(official, dice)
    plan.written = [face]
    for number, head in enumerate(heads):
        name = f"never {number}"
        plan.columns.insert(dice.randrange(2, len(plan.columns)), Column(name, head, "never"))
        for at, line in enumerate(plan.lines):
            assert line.row is not None
            line.row.cells[name] = f"{MARKER}{number}x{at}"
    if official.event:
        DAYS["31/4/2024"](plan)
    plan.lines.append(plan.lines[3])
    return plan


def leaks(text: str) -> list[str]:
    """Where the marker stands in a text, with what stands around it."""
    folded, wanted = fold(text), fold(MARKER)
    found, at = [], folded.find(wanted)
    while at >= 0 and len(found) < 5:
        found.append(folded[max(0, at - 80) : at + 40])
        at = folded.find(wanted, at + 1)
    return found


def given_back(ctx: Context, preview: Preview, folder: Path) -> list[str]:
    """Every cell of the workbook of rejected rows; none of rows that are not given back because who told stands beside them."""
    path = folder / "rejected.xlsx"
    try:
        path.write_bytes(rejected(ctx, preview))
    except UserError as problem:
        assert problem.code == "intake.sealed_rows"
        return []
    return [str(cell.value) for page in load_workbook(path) for row in page.iter_rows() for cell in row if cell.value]


def walk(ctx: Context, plan: Plan, folder: Path) -> None:
    """Everything an officer can do with a workbook; nowhere on the way is the marker seen."""
    made = plan.write(folder, "marked")
    opened = open_workbook(ctx, made.path)
    for found in opened.tables:
        assert not leaks(repr([found.columns, found.titles, found.converted, found.needed]))
    wanted = {
        found.key: Wanted(targets={column.place: "notes" for column in found.columns if column.target in ("-", "")})
        for found in opened.tables
    }
    for choice in ({}, wanted):
        preview = look_over(ctx, opened, choice)
        assert not leaks(repr([(everything_of(row), row.doubt, row.like) for row in preview.rows]))
        assert not leaks(repr([preview.warnings, preview.created, preview.reasons]))
        edits = {(row.key, row.number): Edit(as_it_is=True) for row in preview.rows if row.verdict == "review"}
        assert not leaks(repr([everything_of(row) for row in look_over(ctx, opened, choice, edits).rows]))
        cells = given_back(ctx, preview, folder)
        assert not leaks("\n".join(cells))
        assert not {head for head in made.never if head in cells}, "not even the heading goes back"
        taken = take_in(ctx, preview)
        assert taken.new
        undo(ctx, taken.batch)
    as_rows = {(row.key, row.number): Edit(as_row=True) for row in preview.rows if row.verdict == "left_out"}
    assert not leaks(repr([everything_of(row) for row in look_over(ctx, opened, wanted, as_rows).rows]))
    keep(ctx, digest_of(made.path), opened, wanted, as_rows)
    take_in(ctx, look_over(ctx, opened, wanted))
    look_over(ctx, open_workbook(ctx, made.path))
    assert not leaks(everything(ctx))


@pytest.mark.parametrize("official", [one for one in NINE if one.code != "figures"], ids=lambda one: one.code)
def test_the_marker_of_the_official_columns_is_found_nowhere(ctx: Context, official: Official, tmp_path: Path) -> None:
    walk(ctx, marked(official, (("Dân tộc",), ("Tiền án, tiền sự",))), tmp_path)


@pytest.mark.parametrize("heads", [HEADINGS[at : at + 11] for at in range(0, len(HEADINGS), 11)], ids=str)
def test_however_the_column_is_headed(ctx: Context, heads: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    walk(ctx, marked(NINE[1], heads), tmp_path)


@pytest.mark.parametrize("face", FACES)
def test_whatever_the_heading_is_written_in(ctx: Context, face: str, tmp_path: Path) -> None:
    walk(ctx, marked(NINE[5], (("Dân tộc",), ("Tôn giáo",), ("Tiền án, tiền sự",)), FACES[face]), tmp_path)


def test_the_heading_of_what_is_dropped_is_named_in_the_result(ctx: Context, tmp_path: Path) -> None:
    made = marked(NINE[5], (("Tôn giáo",),)).write(tmp_path)
    warnings = look_over(ctx, open_workbook(ctx, made.path)).warnings
    said = "\n".join(ctx.say(warning.sentence, **warning.facts) for warning in warnings)
    for heading in ("Dân tộc", "Đảng viên", "Tôn giáo"):
        assert heading in said


def test_a_sheet_taken_for_another_register_keeps_them_no_more(ctx: Context, tmp_path: Path) -> None:
    made = marked(NINE[1], (("Tôn giáo",),)).write(tmp_path)
    opened = open_workbook(ctx, made.path, type_code="household")
    take_in(ctx, look_over(ctx, opened))
    assert not leaks(everything(ctx))
    again = open_workbook(ctx, made.path)
    wanted = {found.key: Wanted(type_code="household") for found in again.tables}
    assert not leaks(repr([everything_of(row) for row in look_over(ctx, again, wanted).rows]))


class Stop:
    def step(self, done: int, total: int, what: str) -> None:
        if done:
            raise Cancelled


def test_a_cancelled_import_leaves_none_of_it(ctx: Context, tmp_path: Path) -> None:
    plan = marked(NINE[1], HEADINGS[:4])
    opened = open_workbook(ctx, plan.write(tmp_path).path)
    with pytest.raises(Cancelled):
        take_in(ctx, look_over(ctx, opened), Stop())
    assert not leaks(everything(ctx))


def _spelled(heading: str, way: tuple[str, str, str]) -> str:
    marks, case, around = way
    text = fold(heading) if marks == "bare" else unicodedata.normalize(marks, heading)
    text = {"upper": text.upper(), "title": text.title(), "same": text}[case]
    return around.format(text)


WAYS = st.tuples(
    st.sampled_from(("NFC", "NFD", "bare")),
    st.sampled_from(("upper", "title", "same")),
    st.sampled_from(("{}", " {} ", "{}:", "({})", "{} (nếu có)", "* {}", "{}\n(ghi rõ)", "1. {}", "{} *")),
)
ALONE = tuple(head[0] for head in HEADINGS if len(head) == 1)


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """One book for many sheets that are only looked over."""
    with station(tmp_path_factory.mktemp("station")) as made:
        yield made


@given(headings=st.lists(st.tuples(st.sampled_from(ALONE), WAYS), min_size=1, max_size=5, unique_by=lambda one: one[0]))
def test_however_an_officer_spells_the_heading(looking: Context, headings: list[tuple[str, tuple[str, str, str]]]) -> None:
    ctx = looking
    with TemporaryDirectory() as folder:
        plan = marked(NINE[1], tuple((_spelled(heading, way),) for heading, way in headings))
        made = plan.write(Path(folder))
        preview = look_over(ctx, open_workbook(ctx, made.path))
        assert not leaks(repr([(everything_of(row), row.doubt) for row in preview.rows]))
        assert preview.count("new") > 10
