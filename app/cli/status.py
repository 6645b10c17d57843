"""`status`: what has not been sent, what came last, what is missing."""

import argparse
from datetime import datetime

from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    """Nothing may follow."""


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.services import carry

    say = environment.say
    with environment.working() as context:
        found = carry.status(context)
    lines = [
        say.plural(N_("{n} change has not been sent yet."), N_("{n} changes have not been sent yet."), found.unsent),
        _when(say, N_("Last sent: {moment}."), found.last_sent),
        _when(say, N_("Last received: {moment}."), found.last_received),
        *(gap.sentence for gap in found.gaps),
        *found.contradictions,
    ]
    if found.conflicts:
        lines.append(
            say.plural(
                N_("{n} record has two versions that somebody has to choose between."),
                N_("{n} records have two versions that somebody has to choose between."),
                found.conflicts,
            )
        )
    content = {
        "unsent": found.unsent,
        "last_sent": found.last_sent,
        "last_received": found.last_received,
        "gaps": [
            {"unit": gap.unit, "letter": gap.letter, "stream": gap.stream, "first": gap.first, "last": gap.last}
            for gap in found.gaps
        ],
        "conflicts": found.conflicts,
        "waiting": found.waiting,
        "enrolled": found.enrolled,
        "audiences": [
            {
                "audience": each.kind,
                "unit": each.unit,
                "unsent": each.unsent,
                "unconfirmed": each.unconfirmed,
                "last_sent": each.last_sent or None,
                "last_receipt": each.last_receipt or None,
            }
            for each in found.audiences
        ],
    }
    return Result(content, tuple(lines))


def _when(say: Translator, sentence: str, moment: str | None) -> str:
    return say(sentence, moment=datetime.fromisoformat(moment) if moment else N_("never"))
