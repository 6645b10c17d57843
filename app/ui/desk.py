"""What every page is handed: who works on which data, how to do work, how to ask, and the words."""

from dataclasses import dataclass

from app.core.i18n import Translator
from app.services.context import Context
from app.services.session import Session
from app.ui.ask import Ask
from app.ui.tasks import Runner


@dataclass(frozen=True, slots=True)
class Desk:
    """One officer at work: made at log-in, gone at lock."""

    session: Session
    tasks: Runner
    ask: Ask

    @property
    def context(self) -> Context:
        """What services are called with."""
        return self.session.context

    @property
    def say(self) -> Translator:
        """The words, in the officer's language."""
        return self.session.context.say
