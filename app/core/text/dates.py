"""Dates as Vietnamese screens and papers write them, day first."""

from datetime import date, datetime


def short_date(day: date) -> str:
    """ "05/03/2024", the form of lists and fields."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def short_moment(moment: datetime) -> str:
    """ "14:05 05/03/2024"; seconds and zone are not shown."""
    return f"{moment.hour:02}:{moment.minute:02} {short_date(moment.date())}"


def long_date_vi(day: date) -> str:
    """ "ngày 05 tháng 3 năm 2026": by Nghị định 30/2020 a zero stands before days 1 to 9 and months 1 and 2
    only."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
