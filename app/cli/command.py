"""What a command is given and what it gives back."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.core.clock import Clock, SystemClock
from app.core.errors import UserError
from app.core.i18n import N_, Translator
from app.core.paths import default_data_folder
from app.core.progress import SILENT, Progress
from app.core.randomness import Randomness, SystemRandomness

if TYPE_CHECKING:
    from app.services.context import Context

PASSWORD_VARIABLE = "SO_ANTQ_PASSWORD"


@dataclass(frozen=True, slots=True)
class Result:
    """`content` is what `--json` prints, `lines` what a person reads, already in their language.

    `exit_code` is 1 when part of what was asked is the user's to mend though the rest was done; `errors` says what, on standard
    error.
    """

    content: Mapping[str, Any]
    lines: tuple[str, ...] = ()
    exit_code: int = 0
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What stands around a command. `data` is what `--data` named, `user` what `--user` did."""

    data: Path | None
    user: str | None
    say: Translator
    clock: Clock = field(default_factory=SystemClock)
    randomness: Randomness = field(default_factory=SystemRandomness)
    progress: Progress = SILENT

    @property
    def folder(self) -> Path:
        """The data folder in use."""
        return self.data or default_data_folder()

    def password(self, question: str) -> str:
        """The password from the environment or, at a terminal only, typed without echo. `question` is a translated sentence.

        Raises `UserError` "password.needed" where nobody can be asked.
        """
        given = os.environ.get(PASSWORD_VARIABLE)
        if given is not None:
            return given
        if not sys.stdin or not sys.stdin.isatty():
            raise UserError(
                "password.needed",
                N_("A password is needed and nobody can be asked for it here. Put it into the variable {variable}."),
                variable=PASSWORD_VARIABLE,
            )
        return getpass(question + " ", stream=sys.stderr)

    def login(self) -> str:
        """The officer's login name: the one named, or the only one there is. Raises `UserError` "login.which"."""
        from app.services import session

        logins = session.logins(self.folder)
        if self.user is not None:
            return self.user
        if len(logins) != 1:
            raise UserError(
                "login.which",
                N_("Several officers work with this data. Say which one you are with --user: {logins}."),
                logins=", ".join(logins),
            )
        return logins[0]

    @contextmanager
    def working(self) -> Iterator["Context"]:
        """The opened book, closed at the end of the block. Asks for the password."""
        from app.keys.passwords import STRONG
        from app.services import session

        login = self.login()
        password = self.password(self.say(N_("Password of {login}:"), login=login))
        opened = session.unlock(
            self.folder, login, password, clock=self.clock, randomness=self.randomness, cost=STRONG, say=self.say
        )
        try:
            yield opened.context
        finally:
            opened.close()


class Command(Protocol):
    """A module of this package that is a command."""

    def add_arguments(self, parser: argparse.ArgumentParser, say: Translator) -> None:
        """Declare what may be typed after the command's name, with translated help."""
        ...

    def run(self, arguments: argparse.Namespace, environment: Environment) -> Result:
        """Do it. Raises `UserError` for what the user can mend."""
        ...
