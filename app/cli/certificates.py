"""`certificates`: all certificates of an award decision as one PDF."""

import argparse
from pathlib import Path

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument(
        "--decision", metavar="NO", required=True, help=say(N_("Number of the decision as printed, for example 12/QĐ-UBND."))
    )
    parser.add_argument("--year", type=int, help=say(N_("Year of the decision, where several years have that number.")))
    parser.add_argument("--out", metavar="F", type=Path, required=True, help=say(N_("The PDF to write.")))
    parser.add_argument(
        "--mode", choices=("full", "blank"), default="full", help=say(N_("The whole sheet, or the text only for bought sheets."))
    )
    parser.add_argument(
        "--offset",
        metavar="X,Y",
        type=offset,
        default=(0.0, 0.0),
        help=say(N_("Millimetres to move the text right and down on bought sheets.")),
    )


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import awards

    say = environment.say
    with environment.working() as context:
        decision = awards.find(context, arguments.decision, year=arguments.year)
        look = awards.look_for(arguments.mode, *arguments.offset)
        saved = awards.save_certificates(context, decision, arguments.out, look, progress=environment.progress)
    lines = [
        say.plural(N_("{n} certificate is in {path}."), N_("{n} certificates are in {path}."), saved.sheets, path=saved.path),
        *(f"{told.name}: {told.sentence}" for told in saved.told),
        *(told.sentence for told in saved.left_out),
    ]
    content = {
        "file": str(saved.path),
        "certificates": saved.sheets,
        "notices": [{"name": told.name, "message": told.sentence} for told in saved.told],
        "left_out": [told.sentence for told in saved.left_out],
    }
    return Result(content, tuple(lines))


def offset(text: str) -> tuple[float, float]:
    """Two numbers of millimetres written "-2.5,1". Raises `ValueError` for anything else."""
    across, down = text.split(",")
    return float(across), float(down)
