"""The annual report as an official paper. Papers are Vietnamese whatever language the program speaks."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.i18n import N_, load
from app.core.kinds import Say
from app.core.text import number_vi
from app.documents.official import annual
from app.documents.official.model import Heading, Paper, Signature
from app.services.context import Context
from app.services.reports.build import Report, ReportRow, UnitRow, build
from app.services.reports.by_hand import MARK
from app.services.reports.unit_facts import UnitFacts
from app.services.sample import is_sample
from app.statistics.indicators import INDICATORS

_LANGUAGE = "vi"
_THIS, _PREVIOUS = "Kỳ này", "Cùng kỳ"
_SITUATION = "ĐẶC ĐIỂM, TÌNH HÌNH"


def annual_paper(ctx: Context, report: Report) -> Paper:
    """The paper of a report. One built in another language is built anew in Vietnamese, from the book as it stands."""
    say = ctx.say
    if say.language != _LANGUAGE:
        say = load(_LANGUAGE)
        report = build(replace(ctx, say=say), report.period)
    rows = [row for row in report.rows if _worth_a_row(row)]
    return annual.annual_report(
        annual.AnnualReport(
            heading=_heading(report),
            period=report.title,
            this_title=_THIS,
            previous_title=_PREVIOUS,
            figures=tuple(_figure(row) for row in rows),
            closing="\n".join(" ".join(part) for part in report.paragraphs),
            signature=Signature((report.unit.signer_title,) if report.unit.signer_title else (), report.unit.signer),
            sections=((_SITUATION, _situation(report, say)),),
            notes=report.notes,
            by_unit=_by_unit(rows, report.by_unit) if report.by_unit else None,
            recipients=_recipients(report.unit),
            addressee=report.unit.parent_name,
            sample=is_sample(ctx),
        )
    )


def unit_above(report: Report) -> bool:
    """Whether the report gathers other units' figures; a station may have figures given by hand, and no units."""
    return report.unit.kind != "station"


def _worth_a_row(row: ReportRow) -> bool:
    """Zeros of registers that are kept say something; those of registers not kept, and of audiences not told apart, do not."""
    kept = bool(INDICATORS[row.code].sources) and not row.code.startswith("audience_")
    return kept or row.marked or bool(row.value or row.previous)


def _figure(row: ReportRow) -> annual.FigureRow:
    _, _, difference, percent = row.texts
    label = f"{row.label} {MARK}" if row.marked else row.label
    return annual.FigureRow(label, row.unit, row.value, row.previous, difference, percent, row.chapter)


def _heading(report: Report) -> Heading:
    unit = report.unit
    return Heading(
        parent_body=unit.parent_name.upper(),
        body=unit.police_body or unit.name.upper(),
        number="/BC-CAX" if unit.kind == "station" else "/BC-CA",
        place=unit.place,
        day=report.made_on,
    )


def _situation(report: Report, say: Say) -> tuple[str, ...]:
    values = report.values
    facts = {"unit": report.unit.name, "hamlets": number_vi(values["hamlets"]), "households": number_vi(values["households"])}
    if report.by_unit and unit_above(report):
        below = [unit for unit in report.by_unit if unit.code != report.unit.code]
        sentence = N_("{unit} has {units} units with {hamlets} hamlets and {households} households.")
        return (say(sentence, units=len(below), **facts),)
    return (say(N_("{unit} has {hamlets} hamlets with {households} households."), **facts),)


def _by_unit(rows: Sequence[ReportRow], units: tuple[UnitRow, ...]) -> annual.ByUnit:
    return annual.ByUnit(
        tuple(f"{unit.name} {MARK}" if unit.by_hand else unit.name for unit in units),
        tuple((row.label, tuple(unit.values.get(row.code, 0) for unit in units), row.value) for row in rows if row.value),
    )


def _recipients(unit: UnitFacts) -> tuple[str, ...]:
    return ("Như trên;", "Lưu: VT.") if unit.parent_name else ("Lưu: VT.",)
