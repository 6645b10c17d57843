"""For which days a table of figures is, by the words above it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.spans import Span, read_span


@pytest.mark.parametrize(
    ("titles", "span"),
    [
        (("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2023",), Span("year", 2023)),
        (("6 THÁNG ĐẦU NĂM 2024",), Span("months", 2024, 1, 6)),
        (("Sáu tháng cuối năm 2023",), Span("months", 2023, 7, 12)),
        (("11 THÁNG NĂM 2023",), Span("months", 2023, 1, 11)),
        (("Số liệu 9 tháng đầu năm 2023",), Span("months", 2023, 1, 9)),
        (("QUÝ I/2024",), Span("quarter", 2024, 1, 3)),
        (("Quý IV năm 2024",), Span("quarter", 2024, 10, 12)),
        (("Quý 2", "NĂM 2024"), Span("quarter", 2024, 4, 6)),
        (("THÁNG 3/2024",), Span("month", 2024, 3, 3)),
        (("Tháng 03 năm 2024",), Span("month", 2024, 3, 3)),
        (("T3.2024",), Span("month", 2024, 3, 3)),
        (("2023",), Span("year", 2023)),
        (("3/2024",), Span("month", 2024, 3, 3)),
        (
            ("NĂM 2023", "(Từ ngày 15/12/2022 đến ngày 14/12/2023)"),
            Span("days", 2023, start=date(2022, 12, 15), end=date(2023, 12, 14)),
        ),
        (
            ("Tính từ ngày 15 tháng 12 năm 2022 đến hết ngày 14 tháng 12 năm 2023",),
            Span("days", 2023, start=date(2022, 12, 15), end=date(2023, 12, 14)),
        ),
    ],
)
def test_titles_say_a_span(titles: tuple[str, ...], span: Span) -> None:
    assert read_span(titles) == span


def test_the_day_of_a_paper_is_no_span() -> None:
    assert read_span(("(Kèm theo Báo cáo số 45/BC-CAX ngày 10 tháng 12 năm 2023)", "6 tháng cuối năm 2023")) == Span(
        "months", 2023, 7, 12
    )
    assert read_span(("(Kèm theo Báo cáo số 45/BC-CAX ngày 10 tháng 12 năm 2023)",)) is None


def test_what_figures_are_compared_with_is_no_span() -> None:
    assert read_span(("Kết quả năm 2023 so với năm 2022",)) == Span("year", 2023)


@pytest.mark.parametrize(
    "titles",
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BIỂU TỔNG HỢP", "Sheet1"),
        ("Giai đoạn 2020-2025",),
        ("Năm 2021 và năm 2022",),
        ("Quý I",),
        ("từ ngày 31/12/2023 đến ngày 01/01/2023",),
        (),
    ],
)
def test_no_year_or_several_are_no_span(titles: tuple[str, ...]) -> None:
    assert read_span(titles) is None


@given(st.integers(2000, 2030), st.integers(1, 12), st.sampled_from(["THÁNG {m}/{y}", "tháng {m:02} năm {y}", "Tháng {m} - {y}"]))
def test_any_month_reads_back(year: int, month: int, how: str) -> None:
    assert read_span(("BIỂU TỔNG HỢP", how.format(m=month, y=year))) == Span("month", year, month, month)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_any_days_read_back(one: date, other: date) -> None:
    start, end = sorted((one, other))
    assert read_span((f"(Từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y})",)) == Span("days", end.year, start=start, end=end)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_words_are_too_much(texts: list[str]) -> None:
    read_span(texts)
