"""`demo`: the communes of a district over two years, what they carry up, and the papers from above."""

import argparse
from pathlib import Path

from app.cli.command import PASSWORD_VARIABLE, Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=say(N_("A new or empty folder for the demonstration.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services.demo.build import build_demonstration
    from app.services.demo.sources import load_world

    say = environment.say
    made = build_demonstration(arguments.folder.absolute(), load_world(), progress=environment.progress)
    units = [str(path) for path in made.units.values()]
    packages, papers = [str(path) for path in made.packages], [str(path) for path in made.papers]
    lines = (
        say.plural(
            N_("The demonstration is in {folder}: the books of {n} commune and of the unit above."),
            N_("The demonstration is in {folder}: the books of {n} communes and of the unit above."),
            len(units) - 1,
            folder=made.folder,
        ),
        say(N_("Papers: {papers}"), papers=", ".join(papers)),
        say(N_("All data in it is made up, and every paper from it says so.")),
        say(
            N_("In every book the officer is {login} and the password {password} (for commands: {variable})."),
            login=made.login,
            password=made.password,
            variable=PASSWORD_VARIABLE,
        ),
        say(
            N_("To open the book of the unit above: {command}"),
            command=f'so-antq --data "{made.folder / "units" / "parent"}"',
        ),
    )
    return Result({"units": units, "packages": packages, "papers": papers}, lines)
