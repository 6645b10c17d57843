"""`verify`: proves that the data is whole and unaltered."""

import argparse

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help=say(N_("Also make every table anew from the journal and compare it with what stood.")),
    )


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import proof

    say = environment.say
    with environment.working() as context:
        found = proof.verify(context, rebuild=arguments.rebuild, progress=environment.progress)
    content = {
        "ok": found.ok,
        "change_sets": found.change_sets,
        "records": found.records,
        "problems": [{"code": problem.code, "message": problem.sentence} for problem in found.problems],
        "missing": found.missing,
        "contents_missing": found.contents_missing,
    }
    facts = {"change_sets": found.change_sets, "records": found.records}
    waiting = say.plural(
        N_("One picture or scan has not come to this laptop yet."),
        N_("{n} pictures or scans have not come to this laptop yet."),
        found.contents_missing,
    )
    aside = (waiting,) if found.contents_missing else ()
    if found.ok:
        return Result(content, (say(N_("All is well: {change_sets} changes, {records} records."), **facts), *aside))
    lines = (say(N_("Checked {change_sets} changes and {records} records."), **facts), *aside)
    return Result(content, lines, exit_code=1, errors=tuple(problem.sentence for problem in found.problems))
