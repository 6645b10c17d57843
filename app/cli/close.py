"""`close`: closed figures of a month, or of every month of a year."""

import argparse

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("period", metavar="YYYY-MM|YYYY", help=say(N_("The month (2022-03) or the year (2022) to close.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import closing

    say = environment.say
    with environment.working() as context:
        done = closing.close(context, arguments.period)
    lines = [say(N_("Closed {month} (sheet {number})."), month=sheet.month, number=sheet.number) for sheet in done.sheets]
    lines += [say(N_("{month} was closed before and nothing has changed since."), month=month) for month in done.unchanged]
    lines += [
        say(N_("{month} is not over. Close it again when it is; that sheet will amend this one."), month=month)
        for month in done.unfinished
    ]
    sheets = [
        {"month": s.month, "number": s.number, "figures": {code: sum(halves) for code, halves in s.figures.items()}}
        for s in done.sheets
    ]
    content = {
        "period": done.period,
        "sheets": sheets,
        "unchanged": list(done.unchanged),
        "unfinished": list(done.unfinished),
    }
    return Result(content, tuple(lines))
