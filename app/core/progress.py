"""How long work tells how far it is, and hears that it shall stop."""

from typing import Protocol


class Progress(Protocol):
    """What long work reports to. Whoever waits decides how to show it; work calls `step` a few times a second at least."""

    def step(self, done: int, total: int, what: str) -> None:
        """`done` of `total` steps are over (`total` 0: nobody knows how many); `what` is a marked sentence for the work.

        Raises `Cancelled` when the user asked to stop. Work calls it only where stopping leaves nothing half done.
        """
        ...


class Silent:
    """Nobody watches and nobody cancels."""

    def step(self, done: int, total: int, what: str) -> None:
        """Goes on without a word."""


SILENT = Silent()
"""For calls that were given no progress to report to; it holds no state."""
