"""`export`: packages for whoever lacks something."""

import argparse
from pathlib import Path

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator

_AUDIENCES = ("up", "down", "station")


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("folder", metavar="TARGET_DIR", type=Path, help=say(N_("Folder to write into, usually the stick.")))
    parser.add_argument(
        "--audience",
        choices=_AUDIENCES,
        help=say(N_("Write for the unit above, the units below or the station's own laptops only.")),
    )


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        done = carry.export(context, arguments.folder, arguments.audience, progress=environment.progress)
    lines = [
        say(
            N_("{path}: for {unit}, {records} records in {change_sets} changes, {bytes} bytes."),
            path=file.path,
            unit=file.unit,
            records=file.records,
            change_sets=file.change_sets,
            bytes=file.bytes,
        )
        for file in done.files
    ]
    lines.append(say(N_("The stick can be taken out.")) if done.files else say(N_("There is nothing new to send.")))
    if done.not_enrolled:
        lines.append(say(N_("Nothing was written for the unit above: this unit is not enrolled there yet.")))
    content = {
        "files": [str(file.path) for file in done.files],
        "change_sets": done.change_sets,
        "records": done.records,
        "bytes": done.bytes,
        "packages": [
            {
                "file": str(file.path),
                "audience": file.audience,
                "unit": file.unit,
                "number": file.number,
                "change_sets": file.change_sets,
                "records": file.records,
                "bytes": file.bytes,
            }
            for file in done.files
        ],
    }
    return Result(content, tuple(lines))
