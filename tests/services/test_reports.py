"""Reports over a real book: figures, comparison, rows behind a figure, closing months."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.data.declare import registry
from app.services import closing, reports, sample
from app.services.checks import check_declarations
from app.services.context import Context
from app.services.registers.listing import overview, rows
from app.statistics.indicators import INDICATORS
from app.statistics.periods import PeriodKind, between, period_of

YEAR = between(date(2021, 12, 15), date(2022, 12, 14))


def add(ctx: Context, type_code: str, *records: Mapping[str, Any]) -> list[str]:
    with ctx.store.change(ctx.user.id, "new") as change:
        return [change.create(type_code, values) for values in records]


@pytest.fixture
def year_end(ctx: Context) -> Context:
    """The station with a little work of two years in its book, on 20 December 2022."""
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move_to(datetime(2022, 12, 20, 9, 0))
    add(ctx, "unit", {"code": ctx.store.unit, "name": "Xã Túc Đán", "police_body": "CÔNG AN XÃ TÚC ĐÁN"})
    add(ctx, "hamlet", {"name": "Bản Mù", "households": 90})
    meeting = {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 80}
    add(ctx, "meeting", meeting, meeting, {**meeting, "held_on": "2021-03-12", "attendees": 100}, {**meeting, "form": "forum"})
    add(ctx, "tip_off", {"received_on": "2022-05-01", "valuable": "yes"}, {"received_on": "2022-05-02", "valuable": "no"})
    (campaign,) = add(ctx, "campaign", {"name": "Không đốt pháo", "starts_on": "2022-01-01"})
    add(
        ctx,
        "commitment",
        {"campaign": campaign, "signed_on": "2022-01-10", "signer_kind": "household", "name": "Giàng A Sử"},
        {"campaign": campaign, "signed_on": "2022-01-20", "signer_kind": "household", "name": "Lò Thị An"},
    )
    return ctx


def test_all_declarations_of_the_program_are_sound() -> None:
    assert check_declarations(registry) == []


def test_a_report_sets_each_figure_beside_that_of_the_year_before(year_end: Context) -> None:
    report = reports.build(year_end, YEAR)
    assert [row.code for row in report.rows] == list(INDICATORS)
    by_code = {row.code: row for row in report.rows}
    assert by_code["meetings"].texts == ("2", "1", "+1", "+100 %")
    assert by_code["attendances"].texts == ("160", "100", "+60", "+60 %")
    assert by_code["patrols"].texts == ("0", "0", "0", "–")
    assert report.values["tip_offs_valuable"] == 1
    assert (report.shares[0].value, report.shares[0].previous) == ("50 %", "–")
    assert report.unit.name == "Xã Túc Đán"
    assert report.title == "the year 2022 (15/12/2021–14/12/2022)"
    assert report.previous_period.start == date(2020, 12, 15)
    assert "160 attendances (60 more than in the same period)" in report.paragraph
    assert report.by_unit == ()
    assert report.notes == ()


@pytest.mark.parametrize("code", [code for code, indicator in INDICATORS.items() if indicator.sources])
def test_every_figure_opens_the_rows_behind_it(year_end: Context, code: str) -> None:
    lists = reports.rows_behind(year_end, code, YEAR)
    assert lists
    for behind in lists:
        assert behind.title
        counted = overview(year_end, behind.state)
        assert len(rows(year_end, behind.state)) == counted.count


def test_the_rows_behind_a_figure_are_those_it_counted(year_end: Context) -> None:
    (meetings,) = reports.rows_behind(year_end, "meetings", YEAR)
    assert overview(year_end, meetings.state).count == reports.build(year_end, YEAR).values["meetings"] == 2
    (patrols,) = reports.rows_behind(year_end, "patrols", YEAR)
    assert overview(year_end, patrols.state).count == 0
    assert overview(year_end, reports.rows_behind(year_end, "meetings", YEAR, unit="PAHU")[0].state).count == 0


def test_what_looks_wrong_is_said_beside_the_figure(year_end: Context) -> None:
    add(year_end, "meeting", {"held_on": "2022-03-12", "form": "study", "topic": "x", "attendees": 8400})
    doubted = {row.code: row.warnings for row in reports.build(year_end, YEAR).rows if row.warnings}
    assert doubted == {"attendances": ("8.560 now against 100 in the same period: ten times apart. Check for a slip in typing.",)}


def test_a_month_is_closed_once_and_amended_when_something_was_added(year_end: Context) -> None:
    first = closing.close(year_end, "2022-01")
    assert [(s.month, s.number, s.figures["commitments_signed"]) for s in first.sheets] == [("2022-01", 1, (1, 1))]
    again = closing.close(year_end, "2022-01")
    assert (again.sheets, again.unchanged, again.unfinished) == ((), ("2022-01",), ())
    add(year_end, "meeting", {"held_on": "2022-01-31", "form": "other", "topic": "x", "signatures": 5})
    amended = closing.close(year_end, "2022-01")
    assert [(s.number, s.figures["commitments_signed"]) for s in amended.sheets] == [(2, (1, 6))]
    assert [s.number for s in closing.sheets(year_end)] == [2]


def test_a_year_is_closed_month_by_month_as_far_as_it_has_gone(year_end: Context) -> None:
    assert len(closing.close(year_end, "2021").sheets) == 12
    done = closing.close(year_end, "2022")
    assert (len(done.sheets), done.unfinished) == (12, ("2022-12",))
    assert isinstance(year_end.clock, FixedClock)
    year_end.clock.move_to(datetime(2023, 3, 1, 9, 0))
    assert len(closing.close(year_end, "2023").sheets) == 3


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ("2022-13", "close.period"),
        ("tháng 3", "close.period"),
        ("", "close.period"),
        ("2023-01", "close.future"),
        ("2999", "close.future"),
    ],
)
def test_what_cannot_be_closed_is_refused_and_nothing_is_written(year_end: Context, period: str, code: str) -> None:
    with year_end.store.reader() as reader:
        before = reader.dump()
    with pytest.raises(UserError) as caught:
        closing.close(year_end, period)
    assert caught.value.code == code
    with year_end.store.reader() as reader:
        assert reader.dump() == before


def test_the_own_closed_sheets_do_not_count_twice_in_the_station(year_end: Context) -> None:
    closing.close(year_end, "2022")
    month = period_of(PeriodKind.CALENDAR_MONTH, date(2022, 1, 1))
    assert reports.build(year_end, month).values["commitments_signed"] == 2


def text_of_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def test_json_has_every_indicator_and_the_year_before(year_end: Context, tmp_path: Path) -> None:
    out = tmp_path / "báo cáo năm.json"
    reports.save(year_end, reports.build(year_end, YEAR), out)
    content = json.loads(out.read_text(encoding="utf-8"))
    assert list(content) == ["unit", "period", "indicators", "previous", "by_hand"]
    assert content["period"] == {"from": "2021-12-15", "to": "2022-12-14"}
    assert set(content["indicators"]) == set(content["previous"]) == set(INDICATORS)
    assert (content["indicators"]["attendances"], content["previous"]["attendances"]) == (160, 100)
    assert content["indicators"]["patrols"] == 0


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx"])
def test_papers_hold_the_figures_and_no_trace_of_people(year_end: Context, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"report{ending}"
    reports.save(year_end, reports.build(year_end, YEAR), out)
    if ending == ".pdf":
        text = text_of_pdf(out)
        assert "160" in text
        assert "DỮ LIỆU MẪU" not in text
    else:
        with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as parts:
            text = " ".join(parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml"))
    assert "CÔNG AN XÃ TÚC ĐÁN" in text
    assert "Giàng A Sử" not in text


def test_a_sample_says_so_on_its_paper(year_end: Context, tmp_path: Path) -> None:
    sample.mark_as_sample(year_end.store)
    reports.save(year_end, reports.build(year_end, YEAR), tmp_path / "report.pdf")
    assert "DỮ LIỆU MẪU" in text_of_pdf(tmp_path / "report.pdf")


def test_a_name_with_another_ending_is_refused(year_end: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        reports.save(year_end, reports.build(year_end, YEAR), tmp_path / "report.odt")
    assert caught.value.code == "report.ending"
    assert list(tmp_path.glob("report*")) == []


def test_a_place_that_cannot_be_written_is_told_and_left_alone(year_end: Context, tmp_path: Path) -> None:
    blocked = tmp_path / "stick"
    blocked.write_text("not a folder")
    with pytest.raises(UserError) as caught:
        reports.save(year_end, reports.build(year_end, YEAR), blocked / "report.json")
    assert caught.value.code == "file.cannot_write"
    assert {path.name for path in tmp_path.iterdir()} == {"station", "stick"}
