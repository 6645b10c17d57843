"""`init`: begin the book of a unit."""

import argparse
import os
import sys
from pathlib import Path

from app.cli.command import PASSWORD_VARIABLE, Environment, Result
from app.core.errors import UserError
from app.core.i18n import N_, Translator

_LOGIN = "chihuy"


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=say(N_("A new data folder.")))
    parser.add_argument("--unit", metavar="NAME", required=True, help=say(N_("Name of the unit, as in “Xã Túc Đán”.")))
    parser.add_argument("--code", metavar="CODE", required=True, help=say(N_("Unit code: capital letters without marks, TUCDAN.")))
    parser.add_argument("--parent", metavar="FILE", type=Path, help=say(N_("The file the unit above handed out.")))
    parser.add_argument(
        "--kind", choices=("station", "parent"), default="station", help=say(N_("A station, or a unit above stations."))
    )
    parser.add_argument("--officer", metavar="NAME", default="", help=say(N_("Full name of the first officer, the commander.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.keys.passwords import STRONG
    from app.services import session
    from app.services.setup import StationSetup, is_code, suggested_wording

    say = environment.say
    if not is_code(arguments.code):
        raise UserError(
            "setup.code",
            N_("{code} cannot be a unit code. It is two to twenty capital letters or digits without marks or spaces, as TUCDAN."),
            code=arguments.code,
        )
    login = environment.user or _LOGIN
    wording = suggested_wording(arguments.unit)
    setup = StationSetup(
        code=arguments.code,
        name=arguments.unit,
        kind=arguments.kind,
        place=wording.place,
        police_body=wording.police_body,
        authority_body=wording.authority_body,
        authority=wording.authority,
        signer_title=wording.signer_title,
        parent_file=arguments.parent,
        officer_name=arguments.officer or login,
        login=login,
        password=_new_password(environment, login),
    )
    opened = session.set_up(
        arguments.folder, setup, clock=environment.clock, randomness=environment.randomness, cost=STRONG, say=say
    )
    try:
        replica = opened.context.store.replica_id
    finally:
        opened.close()
    content = {
        "unit": arguments.unit,
        "code": arguments.code,
        "replica": replica,
        "parent_file": str(opened.unit_file),
        "login": login,
        "recovery_code": opened.recovery_code,
    }
    lines = (
        say(
            N_("The book of {unit} is begun in {folder}. Log in as {login}."),
            unit=arguments.unit,
            folder=arguments.folder,
            login=login,
        ),
        say(N_("For units below, hand out {file}."), file=opened.unit_file),
        say(
            N_("Write this recovery code down and lock it away; it is shown only once: {code}"),
            code=opened.recovery_code,
        ),
    )
    return Result(content, lines)


def _new_password(environment: Environment, login: str) -> str:
    """A password for the first officer, typed twice when it is typed. Raises `UserError` "password.differs"."""
    say = environment.say
    typed = environment.password(say(N_("New password of {login}:"), login=login))
    if PASSWORD_VARIABLE not in os.environ and sys.stdin.isatty():
        again = environment.password(say(N_("Once more:")))
        if again != typed:
            raise UserError("password.differs", N_("The two passwords differ. Begin again and type the same one twice."))
    return typed
