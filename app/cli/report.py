"""`report`: the figures of a period as a paper, a workbook or JSON."""

import argparse
from pathlib import Path

from app.cli.arguments import iso_date
from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("--form", choices=("annual",), default="annual", help=say(N_("Layout of the report.")))
    parser.add_argument("--from", dest="start", metavar="D", type=iso_date, required=True, help=say(N_("First day.")))
    parser.add_argument("--to", dest="end", metavar="D", type=iso_date, required=True, help=say(N_("Last day.")))
    parser.add_argument("--out", metavar="F", type=Path, required=True, help=say(N_("File to write: .pdf, .docx, .xlsx or .json.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import reports
    from app.statistics.periods import between

    period = between(arguments.start, arguments.end)
    reports.check_ending(arguments.out)
    with environment.working() as context:
        report = reports.build(context, period)
        reports.save(context, report, arguments.out)
    written = environment.say(N_("The report of {period} is in {path}."), period=report.title, path=arguments.out)
    return Result({**reports.as_json(report), "file": str(arguments.out)}, (written, *report.notes))
