"""Saving a report under a name whose ending says what it becomes: .pdf, .docx, .xlsx or .json."""

import json
from pathlib import Path
from typing import Any

from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.services.context import Context
from app.services.reports.build import Report
from app.services.reports.paper import annual_paper

ENDINGS = (".pdf", ".docx", ".xlsx", ".json")
"""What a report can be saved as."""


def as_json(report: Report) -> dict[str, Any]:
    """The report as scripts read it: every indicator by its code, zeros included; `by_hand` is what of them was given by hand."""
    return {
        "unit": report.unit.name,
        "period": {"from": report.period.start.isoformat(), "to": report.period.end.isoformat()},
        "indicators": report.values,
        "previous": report.previous,
        "by_hand": {row.code: row.by_hand for row in report.rows if row.by_hand},
    }


def save(ctx: Context, report: Report, path: Path) -> None:
    """Write the report to `path`, whole or not at all.

    Raises those of `check_ending` and `write_atomic`.
    """
    write_atomic(path, _content(ctx, report, check_ending(path)))


def check_ending(path: Path) -> str:
    """The ending of a name a report can be saved under; raises `UserError` "report.ending" for any other."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UserError(
            "report.ending",
            N_("A report cannot be saved as {name}. The name must end in .pdf, .docx, .xlsx or .json."),
            name=path.name,
        )
    return ending


def _content(ctx: Context, report: Report, ending: str) -> bytes:
    if ending == ".json":
        return (json.dumps(as_json(report), ensure_ascii=False, indent=2) + "\n").encode()
    # Each renderer brings in a library that takes a while to load.
    paper = annual_paper(ctx, report)
    if ending == ".pdf":
        from app.documents.official.pdf import paper_pdf

        return paper_pdf(paper)
    if ending == ".docx":
        from app.documents.official.word import paper_docx

        return paper_docx(paper)
    from app.documents.official.excel import paper_xlsx

    return paper_xlsx(paper)
