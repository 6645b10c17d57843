"""`keys`: the fingerprints that people read to each other."""

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator

if TYPE_CHECKING:
    from app.services.carry import LaptopView


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    """Nothing may follow."""


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        found = carry.keys(context)
    lines = [say(N_("Unit {name} ({unit}): {fingerprint}"), name=found.name, unit=found.unit, fingerprint=found.fingerprint)]
    lines += [_line(say, laptop) for laptop in found.laptops]
    if found.above:
        lines.append(
            say(
                N_("Unit above, {name} ({unit}): {fingerprint}"),
                name=found.above_name,
                unit=found.above,
                fingerprint=found.above_fingerprint,
            )
        )
    lines += [_line(say, laptop) for laptop in (*found.above_laptops, *found.below_laptops)]
    content = {
        "unit": found.unit,
        "name": found.name,
        "fingerprint": found.fingerprint,
        "enrolled": found.enrolled,
        "laptops": [_content(laptop) for laptop in found.laptops],
        "above": {"unit": found.above, "name": found.above_name, "fingerprint": found.above_fingerprint}
        if found.above
        else None,
        "above_laptops": [_content(laptop) for laptop in found.above_laptops],
        "below_laptops": [_content(laptop) for laptop in found.below_laptops],
    }
    return Result(content, tuple(lines))


def _line(say: Translator, laptop: "LaptopView") -> str:
    sentence = N_("Laptop {letter} of {name}: {fingerprint}")
    if laptop.here:
        sentence = N_("Laptop {letter} of {name} (this one): {fingerprint}")
    elif laptop.revoked:
        sentence = N_("Laptop {letter} of {name} (reported lost or replaced): {fingerprint}")
    return say(sentence, letter=laptop.letter, name=laptop.name, fingerprint=laptop.fingerprint)


def _content(laptop: "LaptopView") -> dict[str, Any]:
    return {
        "unit": laptop.unit,
        "letter": laptop.letter,
        "fingerprint": laptop.fingerprint,
        "here": laptop.here,
        "revoked": laptop.revoked,
    }
