"""`import`: packages from a stick, each taken by itself. A folder stands for every package in it."""

import argparse
from pathlib import Path

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help=say(N_("Packages, or a folder with packages.")))
    parser.add_argument("--dry-run", action="store_true", help=say(N_("Only say what would be taken in.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import carry

    with environment.working() as context:
        files = carry.packages_in(context, arguments.files)
        done = carry.import_packages(context, files, dry_run=arguments.dry_run, progress=environment.progress)
    content = {
        "new": done.new,
        "changed": done.changed,
        "conflicts": done.conflicts,
        "waiting": done.waiting,
        "quarantined": done.quarantined,
        "refused": done.refused,
        "already_had": done.already_had,
        "packages": [
            {
                "file": str(each.file),
                "unit": each.unit,
                "letter": each.letter,
                "number": each.number,
                "new": each.new,
                "changed": each.changed,
                "already_had": each.already_had,
            }
            for each in done.packages
        ],
        "refusals": [{"file": str(each.file), "code": each.code, "message": each.message} for each in done.refusals],
    }
    lines = tuple(line for each in done.packages for line in each.lines)
    if not done.refusals:
        return Result(content, lines)
    errors = tuple(each.message for each in done.refusals)
    failure = {"ok": False, "code": done.refusals[0].code, "message": " ".join(errors)}
    return Result({**failure, **content}, lines, exit_code=1, errors=errors)
