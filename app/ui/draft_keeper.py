"""Keeps what stands in an open form every few seconds, so that a power cut loses no more than that."""

from PySide6.QtCore import QObject, QTimer

from app.core.i18n import N_
from app.services import drafts
from app.services.drafts import Draft
from app.services.registers import RecordForm
from app.ui.bars import BarArea
from app.ui.form import Form
from app.ui.page import Page

KEEP_EVERY = 3000
"""Milliseconds from a change to its keeping."""


class DraftKeeper(QObject):
    """Watches one form at a time. A form that stands as it was saved leaves no draft."""

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._form: Form | None = None
        self._record: RecordForm | None = None
        self.slot = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_EVERY)
        self._timer.timeout.connect(self.keep)

    def watch(self, form: Form, record: RecordForm, slot: str) -> None:
        """From now on, keep this form under `slot`."""
        self.stop()
        self._form, self._record, self.slot = form, record, slot
        form.edited.connect(self._timer.start)

    def stop(self) -> None:
        """The form is closed; nothing more is kept."""
        self._timer.stop()
        if self._form is not None:
            self._form.edited.disconnect(self._timer.start)
        self._form = None

    def pause(self) -> None:
        """A save is under way, which will drop the draft."""
        self._timer.stop()

    @property
    def changed(self) -> bool:
        """Whether the form differs from the record as it was read."""
        if self._form is None or self._record is None:
            return False
        return bool(self._form.edited_texts(self._record))

    def keep(self) -> bool:
        """Keep the form now, if it was changed; returns whether it was."""
        self._timer.stop()
        form, record = self._form, self._record
        if form is None or record is None or not self.changed:
            return False
        context, slot, texts, labels = self._page.desk.context, self.slot, form.edited_texts(record), form.labels()
        self._page.desk.tasks.write(
            self._page, lambda _job: drafts.keep(context, slot, texts, labels), lambda _none: None, self._page.explain
        )
        return True

    def offer(self, bars: BarArea, draft: Draft) -> None:
        """Put a draft into the form that is watched, and say so, with a way to throw it away."""
        form, record, slot, say = self._form, self._record, self.slot, self._page.say
        if form is None or record is None:
            return
        form.put(draft.texts, draft.labels)

        def throw_away() -> None:
            form.load(record)
            self.drop(slot)

        text = say(N_("This is the draft kept at {time}. It is not saved yet."), time=draft.kept_at)
        bars.tell("warning", text, (say(N_("Throw away")), throw_away))

    def tell_kept(self, bars: BarArea) -> None:
        """Say that the form just left was kept."""
        slot, say = self.slot, self._page.say
        text = say(N_("What you typed is kept as a draft and offered when the form is next opened."))
        bars.tell("warning", text, (say(N_("Throw away")), lambda: self.drop(slot)))

    def drop(self, slot: str) -> None:
        """Throw a kept form away."""
        context = self._page.desk.context
        self._page.desk.tasks.write(self._page, lambda _job: drafts.drop(context, slot), lambda _none: None, self._page.explain)


def slot_of(type_code: str, record_id: str | None, preset: dict[str, str]) -> str:
    """The name a form's draft is kept under: a record, or a new one of a type with what it began with."""
    begun = ",".join(f"{name}={value}" for name, value in sorted(preset.items()))
    return f"{type_code}:{record_id}" if record_id else f"{type_code}:new:{begun}"


def begun_with(slot: str) -> dict[str, str]:
    """What the new record of such a name began with; nothing for one that is there already."""
    begun = slot.partition(":new:")[2]
    return dict(pair.split("=", 1) for pair in begun.split(",") if "=" in pair)
