"""`enrol`: request at the station, accept at the unit above (or on a laptop of the same station), finish at the station."""

import argparse
from pathlib import Path

from app.cli.arguments import WrongUsage
from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator

_FILES = {"request": ("OUT",), "accept": ("REQUEST", "OUT"), "finish": ("CERT",)}


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("step", choices=tuple(_FILES), help=say(N_("request OUT, accept REQUEST OUT, or finish CERT.")))
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help=say(N_("The files that the step reads and writes.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    wanted = _FILES[arguments.step]
    if len(arguments.files) != len(wanted):
        what = " ".join(("enrol", arguments.step, *wanted))
        raise WrongUsage(environment.say(N_("It is written: {what}."), what=what))
    return {"request": _request, "accept": _accept, "finish": _finish}[arguments.step](arguments.files, environment)


def _request(files: list[Path], environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        done = carry.enrol_request(context, files[0])
    lines = (
        say(N_("The request is in {path}. Carry it to the unit above."), path=done.file),
        say(N_("Fingerprint of this laptop, to be compared by telephone: {fingerprint}"), fingerprint=done.fingerprint),
    )
    content = {"file": str(done.file), "unit": done.unit, "letter": done.letter, "fingerprint": done.fingerprint}
    return Result(content, lines)


def _accept(files: list[Path], environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        done = carry.enrol_accept(context, files[0], files[1])
    asked = done.request
    sentence = (
        N_("Laptop {letter} now belongs to this station. Its certificate is in {path}.")
        if asked.joins
        else N_("{unit} is enrolled, laptop {letter}. Its certificate is in {path}.")
    )
    lines = [
        say(sentence, unit=asked.name, letter=done.letter, path=done.file),
        say(
            N_("Compare by telephone before the certificate is handed over: {fingerprint}"),
            fingerprint=asked.fingerprint,
        ),
    ]
    if asked.replaces:
        lines.append(
            say(N_("A unit of this code was enrolled before with another key. Ask whether it really began a new book."))
        )
    content = {
        "file": str(done.file),
        "unit": asked.unit,
        "name": asked.name,
        "letter": done.letter,
        "scope": "station" if asked.joins else "shared",
        "fingerprint": asked.fingerprint,
        "known": asked.known,
        "replaces": asked.replaces,
    }
    return Result(content, tuple(lines))


def _finish(files: list[Path], environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        done = carry.enrol_finish(context, files[0])
    sentence = (
        N_("This is now laptop {letter} of {unit}.") if done.joined else N_("This unit is now enrolled with {unit}.")
    )
    lines = (
        say(sentence, letter=done.letter, unit=done.name),
        say(N_("Fingerprint of that unit's key: {fingerprint}"), fingerprint=done.fingerprint),
    )
    content = {
        "unit": done.unit,
        "name": done.name,
        "letter": done.letter,
        "scope": "station" if done.joined else "shared",
        "fingerprint": done.fingerprint,
    }
    return Result(content, lines)
