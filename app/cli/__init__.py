"""The command `so-antq`: what it understands, and how it answers.

Lives here: one module a command, each with `add_arguments(parser, say)` and `run(arguments, environment) -> Result`, and what they
share. Does not live here: what commands do; that is `app.services`, which the window calls too. Only the module of the command that
was typed is imported, and the window only when no command was typed.
"""

import sys
from collections.abc import Sequence

from app.cli.arguments import read
from app.cli.terminal import answer, utf8_streams
from app.core.paths import default_data_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was typed. Returns 0 done, 1 the user's to mend, 2 wrong usage, 3 a bug."""
    utf8_streams()
    typed = read(sys.argv[1:] if arguments is None else list(arguments))
    if typed.command is None:
        from app.ui.application import run as open_window

        return open_window(typed.data or default_data_folder(), typed.language)
    return answer(typed)
