"""Figures given by hand in reports: marked everywhere, opened like any other, left out of what is closed."""

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from app.core.errors import InvalidRecord
from app.core.ids import fixed_id
from app.services import closing, registers, reports
from app.services.context import Context
from app.services.registers.listing import overview, rows
from app.statistics.periods import between
from tests.data.conftest import new_store
from tests.services.test_reports import add, year_end  # noqa: F401 -- a fixture is found by its name

YEAR = between(date(2021, 12, 15), date(2022, 12, 14))
GIVEN = {"unit_name": "Bản Xa", "indicator": "meetings", "value": "7", "from_on": "01/01/2022", "to_on": "31/03/2022", "why": "xa"}


@pytest.fixture
def given(year_end: Context) -> Context:  # noqa: F811 -- the fixture imported above
    registers.save(year_end, "hand_figure", None, GIVEN)
    return year_end


def test_the_report_adds_and_marks_them(given: Context) -> None:
    report = reports.build(given, YEAR)
    meetings = {row.code: row for row in report.rows}["meetings"]
    assert (meetings.value, meetings.by_hand, meetings.marked) == (9, 7, True)
    assert [(unit.name, unit.by_hand) for unit in report.by_unit] == [("Xã Túc Đán", False), ("Bản Xa", True)]
    assert {unit.name: unit.values["meetings"] for unit in report.by_unit} == {"Xã Túc Đán": 2, "Bản Xa": 7}
    assert report.notes == ("(*) With figures given by hand for: Bản Xa.",)
    content = reports.as_json(report)
    assert content["indicators"]["meetings"] == 9
    assert content["by_hand"] == {"meetings": 7}


def test_the_mark_is_on_every_paper(given: Context, tmp_path: Path) -> None:
    report = reports.build(given, YEAR)
    for ending in (".pdf", ".docx", ".xlsx", ".json"):
        reports.save(given, report, tmp_path / f"x{ending}")
    pages = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "tuyên truyền (*)" in " ".join(text.split()) and "(*) Có số liệu nhập tay của: Bản Xa" in " ".join(text.split())
    word = zipfile.ZipFile(BytesIO((tmp_path / "x.docx").read_bytes())).read("word/document.xml").decode()
    assert "(*)" in word and "Bản Xa (*)" in word
    sheet = zipfile.ZipFile(BytesIO((tmp_path / "x.xlsx").read_bytes())).read("xl/sharedStrings.xml").decode()
    assert "tuyên truyền (*)" in sheet and "Bản Xa (*)" in sheet
    assert json.loads((tmp_path / "x.json").read_text())["by_hand"] == {"meetings": 7}


def test_rows_behind_show_them_and_one_unit_alone(given: Context) -> None:
    counted, by_hand = reports.rows_behind(given, "meetings", YEAR)
    assert (counted.records, by_hand.records, by_hand.state.type_code) == (2, 1, "hand_figure")
    assert overview(given, by_hand.state).count == 1
    assert rows(given, by_hand.state)[0].cells[0] == "Bản Xa"
    (nothing, only) = reports.rows_behind(given, "meetings", YEAR, unit="hand:ban xa")
    assert (nothing.records, only.records) == (0, 1)
    assert [each.state.type_code for each in reports.rows_behind(given, "tip_offs", YEAR)] == ["tip_off"]


def test_a_unit_that_sends_its_own_figures_is_named(given: Context, tmp_path: Path) -> None:
    below = new_store(tmp_path / "below", unit="LANGNHI")
    with below.change("x", "new") as change:
        change.create("unit", {"code": "LANGNHI", "name": "Xã Làng Nhì"}, fixed_id("unit", "LANGNHI"))
        change.create("meeting", {"held_on": "2022-05-05", "form": "study", "topic": "x"})
    with below.reader() as reader:
        given.store.receive(list(reader.change_sets(("shared",), {})))
    below.close()
    registers.save(given, "hand_figure", None, {**GIVEN, "unit_name": "xã làng nhì"})
    report = reports.build(given, YEAR)
    assert {unit.code: unit.values["meetings"] for unit in report.by_unit}["LANGNHI"] == 8
    assert report.notes[-1] == (
        "Given by hand for units that send their own figures, and added to them: xã làng nhì. Check that nothing counts twice."
    )


def test_the_year_before_is_told_as_well(given: Context) -> None:
    report = reports.build(given, between(date(2022, 12, 15), date(2023, 12, 14)))
    meetings = {row.code: row for row in report.rows}["meetings"]
    assert (meetings.previous, meetings.previous_by_hand, meetings.marked) == (9, 7, True)
    assert report.notes == ("(*) In the year before, with figures given by hand for: Bản Xa.",)
    assert reports.as_json(report)["by_hand"] == {}


def test_days_beyond_the_period_are_told_and_not_counted(given: Context) -> None:
    quarter = between(date(2021, 12, 15), date(2022, 3, 14))
    report = reports.build(given, quarter)
    assert report.values["meetings"] == 2
    assert report.notes == (
        "Given by hand for days that reach beyond this period, and therefore not counted: Bản Xa (01/01/2022–31/03/2022). "
        "Give them for shorter spans.",
    )


def test_the_same_figure_is_given_once(given: Context) -> None:
    with pytest.raises(InvalidRecord) as refused:
        registers.save(given, "hand_figure", None, GIVEN)
    assert refused.value.problems[0].problem.code == "record.already_there"


def test_what_is_closed_is_counted_and_never_given(given: Context) -> None:
    add(given, "hand_figure", {**GIVEN, "indicator": "disputes", "value": 5, "from_on": "2022-01-01", "to_on": "2022-01-14"})
    (sheet,) = closing.close(given, "2022-01").sheets
    assert sheet.figures["disputes"] == (0, 0)
    assert reports.build(given, YEAR).values["disputes"] == 5
