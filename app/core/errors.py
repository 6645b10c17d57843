"""The first of the two error families: what a user can mend.

A `UserError` carries a code, an English sentence with named places, and the facts that fill them. Whoever shows it translates
the sentence; nothing below `ui` and `cli` does. Everything that is not a `UserError` is a bug and goes to the crash log.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class UserError(Exception):
    """Something the user is told and can mend: what happened, and what to do.

    `code` is stable and goes into `--json`; `message` is an English msgid whose `{places}` are filled from `facts`. Facts never
    hold a secret or the content of a record beyond what the user has just typed.
    """

    def __init__(self, code: str, message: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.facts = facts


class Problem(ValueError):  # noqa: N818 -- the name under which a form shows it beside a field
    """One value that cannot be taken as typed. Same shape as `UserError`, but about a single field."""

    def __init__(self, code: str, message: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.facts = facts


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A `Problem` and the name of the field it stands beside."""

    field: str
    problem: Problem


class InvalidRecord(UserError):  # noqa: N818 -- names what is wrong with the record, for whoever catches it
    """A record that was not saved because fields of it need mending; nothing was written."""

    def __init__(self, code: str, message: str, problems: Sequence[FieldProblem], /, **facts: object) -> None:
        super().__init__(code, message, **facts)
        self.problems = tuple(problems)


class Cancelled(Exception):  # noqa: N818 -- not an error: the user pressed Hủy
    """The user cancelled a long piece of work; whoever started it undoes what was half done."""
