"""Ticks not saved yet, kept every few seconds, so that a power cut in the middle of a long list loses no more than that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.core.i18n import N_
from app.services import drafts
from app.services.campaigns import Tick, by_name
from app.services.drafts import Draft
from app.ui.draft_keeper import KEEP_EVERY
from app.ui.page import Page
from app.ui.screens.tick_model import TickModel

_TICKED, _CLEARED = "1", "0"


class TickDraft(QObject):
    """Keeps the ticks of the list in sight under `slot`; only ticks are kept, never who has none."""

    def __init__(self, page: Page, model: TickModel) -> None:
        super().__init__(page)
        self._page, self._model = page, model
        self.slot = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_EVERY)
        self._timer.timeout.connect(self.keep)
        model.changed.connect(self._timer.start)

    def stop(self) -> None:
        """The list is being saved, which drops what was kept of it."""
        self._timer.stop()

    def keep(self) -> None:
        """Keep what is ticked and not saved now."""
        self._timer.stop()
        context, slot, model = self._page.desk.context, self.slot, self._model
        ticks = {key: _TICKED if value else _CLEARED for key, value in model.wanted.items()}
        names = {tick.key: tick.name for tick in model.added}

        def work(_job: object) -> None:
            if ticks:
                drafts.keep(context, slot, ticks, names)
            else:
                drafts.drop(context, slot)

        if slot:
            self._page.write(work, lambda _none: None)

    def offer(self, draft: Draft, hamlet: str, restore: Callable[[tuple[Tick, ...], dict[str, bool]], None]) -> None:
        """Put ticks that were kept back into the list, and say so, with a way to throw them away."""
        page, slot, say = self._page, self.slot, self._page.say
        restore(tuple(by_name(name, hamlet) for name in draft.labels.values()), {k: v == _TICKED for k, v in draft.texts.items()})

        def throw_away() -> None:
            context = page.desk.context
            self._model.forget()
            page.write(lambda _job: drafts.drop(context, slot), lambda _none: page.refresh())

        text = say(N_("These ticks were kept at {time}. They are not saved yet."), time=f"{draft.kept_at:%H:%M %d/%m}")
        page.bars.tell("warning", text, (say(N_("Throw away")), throw_away))
