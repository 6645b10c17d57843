"""Reports: figures of a period beside those of the year before, the records behind them, and the papers they become.

Lives here: building a report, opening what is behind a figure, saving it as a paper, a workbook or JSON. Does not live here:
what is counted and how (`app.statistics`), how papers look (`app.documents`), closing months (`app.services.closing`).
"""

from app.services.reports.behind import RowsBehind, rows_behind
from app.services.reports.build import Report, ReportRow, ShareRow, UnitRow, build
from app.services.reports.made import remember_made
from app.services.reports.save import ENDINGS, as_json, check_ending, save
from app.services.reports.unit_facts import UnitFacts, unit_facts

__all__ = [
    "ENDINGS",
    "Report",
    "ReportRow",
    "RowsBehind",
    "ShareRow",
    "UnitFacts",
    "UnitRow",
    "as_json",
    "build",
    "check_ending",
    "remember_made",
    "rows_behind",
    "save",
    "unit_facts",
]
