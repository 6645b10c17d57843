"""What was typed: the common options, wherever they stand, the command, and what belongs to it."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn, cast

from app import __version__
from app.cli.command import Command
from app.core.i18n import LANGUAGES, N_, Translator, load

PROGRAM = "so-antq"

COMMANDS = {
    "demo": ("demo", N_("Make the demonstration: twelve communes and the unit above, with a report and certificates.")),
    "init": ("init", N_("Begin the book of a unit in a new data folder.")),
    "intake": ("intake", N_("Take in Excel, ODS and CSV files: one, or a folder of them.")),
    "report": ("report", N_("Write the report of a period.")),
    "certificates": ("certificates", N_("Write the certificates of an award decision as a PDF.")),
    "close": ("close", N_("Close the figures of a month, or of every month of a year.")),
    "export": ("export", N_("Write what has not been sent yet into a folder, usually the stick.")),
    "import": ("import_", N_("Take in packages from a stick.")),
    "status": ("status", N_("Show what has not been sent, what arrived last and what is missing.")),
    "enrol": ("enrol", N_("Let the unit above and this unit trust each other: request, accept, finish.")),
    "verify": ("verify", N_("Prove that the data is whole and unaltered.")),
    "keys": ("keys", N_("Show the fingerprints of this unit and its laptops.")),
}
"""Every command: its module in this package, and what it does."""

_PATTERNS = (
    (r"the following arguments are required: (?P<what>.+)", N_("Something is missing: {what}.")),
    (r"unrecognized arguments: (?P<what>.+)", N_("This command does not know {what}.")),
    (r"argument (?P<what>[^:]+): expected .*", N_("{what} needs a value after it.")),
    (
        r"argument (?P<what>[^:]+): invalid choice: (?P<value>\S+) \(choose from (?P<choices>.+)\)",
        N_("{what} cannot be {value}. It is one of {choices}."),
    ),
    (
        r"argument (?P<what>[^:]+): invalid iso_date value: (?P<value>.+)",
        N_("{what} takes a date such as 2022-12-14, not {value}."),
    ),
    (r"argument (?P<what>[^:]+): invalid \w+ value: (?P<value>.+)", N_("{what} cannot be {value}.")),
    (r"argument (?P<what>[^:]+): not allowed with argument (?P<value>.+)", N_("{what} and {value} exclude each other.")),
)
_NUMBER = re.compile(r"-[\d.,]")


class WrongUsage(Exception):  # noqa: N818 -- not an error of the program: what was typed is not a command
    """What was typed cannot be understood; `sentence` says what is wrong with it, in the reader's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed, understood or not. `wrong` is set when it is not; `help` when only help was asked for.

    `language` is what `--lang` named, `None` without it: commands then speak Vietnamese, the window what it was last set to.
    """

    say: Translator
    as_json: bool
    data: Path | None = None
    user: str | None = None
    language: str | None = None
    command: str | None = None
    module: Command | None = None
    arguments: argparse.Namespace | None = None
    help: str = ""
    wrong: str = ""


def iso_date(text: str) -> date:
    """For `type=` of arguments that are days, written 2022-12-14."""
    return date.fromisoformat(text)


def read(arguments: Sequence[str]) -> Typed:
    """Take apart what was typed after the program's name. Never raises for what people type."""
    as_json = "--json" in arguments
    say = load(_language(arguments) or LANGUAGES[0])
    try:
        return _read(arguments, as_json, say)
    except WrongUsage as wrong:
        return Typed(say=say, as_json=as_json, command="", wrong=wrong.sentence)


def _read(arguments: Sequence[str], as_json: bool, say: Translator) -> Typed:
    common, rest = _common(say).parse_known_args(_joined(arguments))
    facts = {"say": say, "as_json": as_json, "data": common.data, "user": common.user, "language": common.lang}
    if not rest:
        return Typed(**facts)
    name, own = rest[0], rest[1:]
    if name in ("-h", "--help"):
        return Typed(**facts, command="", help=_overview(say))
    if name == "--version":
        return Typed(**facts, command="", help=f"Sổ ANTQ {__version__}")
    if name not in COMMANDS:
        raise WrongUsage(say(N_("There is no command {name}. Commands: {commands}."), name=name, commands=", ".join(COMMANDS)))
    module_name, summary = COMMANDS[name]
    module = cast(Command, import_module(f"app.cli.{module_name}"))
    parser = _Parser(say, prog=f"{PROGRAM} {name}", description=say(summary))
    module.add_arguments(parser, say)
    if "-h" in own or "--help" in own:
        return Typed(**facts, command=name, help=parser.format_help())
    return Typed(**facts, command=name, module=module, arguments=parser.parse_args(own))


class _Parser(argparse.ArgumentParser):
    """argparse that speaks the reader's language and leaves it to the caller to end the program."""

    def __init__(self, say: Translator, prog: str = PROGRAM, description: str = "") -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._say = say
        self._positionals.title = say(N_("What follows the command"))
        self._optionals.title = say(N_("Options"))

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self._say(N_("Usage:")) + " ", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _PATTERNS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                raise WrongUsage(self._say(sentence, **found.groupdict()) + " " + self._see())
        raise WrongUsage(self._see())

    def _see(self) -> str:
        return self._say(N_("{command} --help shows how it is written."), command=self.prog)


def _common(say: Translator) -> _Parser:
    parser = _Parser(say)
    parser.add_argument("--data", metavar="DIR", type=Path, help=say(N_("The data folder.")))
    parser.add_argument("--user", metavar="NAME", help=say(N_("The officer's login name.")))
    parser.add_argument("--lang", choices=LANGUAGES, help=say(N_("Language of the answers.")))
    parser.add_argument("--json", action="store_true", help=say(N_("Answer with one JSON object.")))
    return parser


def _overview(say: Translator) -> str:
    width = max(map(len, COMMANDS)) + 2
    lines = [
        say(N_("{program} alone opens the window. {program} COMMAND --help explains a command."), program=PROGRAM),
        "",
        *(f"  {name:<{width}}{say(summary)}" for name, (_, summary) in COMMANDS.items()),
        "",
        _common(say).format_help().split("\n\n", 1)[1].rstrip(),
    ]
    return "\n".join(lines)


def _joined(arguments: Sequence[str]) -> list[str]:
    """Negative numbers tied to the option before them, for argparse takes `--offset -2,1` for two options."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1].startswith("--") and "=" not in joined[-1] and _NUMBER.match(argument):
            joined[-1] += "=" + argument
        else:
            joined.append(argument)
    return joined


def _language(arguments: Sequence[str]) -> str | None:
    """The language asked for, also when the rest of what was typed is wrong."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None
