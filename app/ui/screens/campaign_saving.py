"""Saving a list of ticks whole, and what happens to ticks that could not be saved."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.services import campaigns, drafts
from app.services.campaigns import SavedTicks, SheetView, Tick
from app.services.context import Context
from app.services.drafts import Draft
from app.ui.page import Page
from app.ui.screens.campaign_draft import TickDraft
from app.ui.screens.campaign_parts import CountFields
from app.ui.screens.tick_model import TickModel
from app.ui.typed_field import TypedField


class Place(NamedTuple):
    """One list: of a campaign, of a kind of signer, in a hamlet (empty: the whole commune)."""

    campaign: str
    kind: str
    hamlet: str

    @property
    def slot(self) -> str:
        """The name its ticks are kept under as a draft."""
        return ":".join(("ticks", *self))


class Listed(NamedTuple):
    """What is read of a list: its lines, its sheet, and ticks that were kept of it and never saved."""

    ticks: tuple[Tick, ...]
    sheet: SheetView
    draft: Draft | None


def read_list(ctx: Context, place: Place) -> Listed:
    """Read a list, on the reading thread."""
    campaign, kind, hamlet = place
    return Listed(
        campaigns.ticks(ctx, campaign, hamlet, kind), campaigns.sheet(ctx, campaign, hamlet), drafts.find(ctx, place.slot)
    )


class Saving(QObject):
    """Knows which list the model shows. `saved` tells that one was written, `refused` carries a list to go back to and mend."""

    saved = Signal()
    refused = Signal(object)

    def __init__(self, page: Page, model: TickModel, counts: CountFields, day: TypedField) -> None:
        super().__init__(page)
        self._page, self._model, self._counts, self._day = page, model, counts, day
        self._draft = TickDraft(page, model)
        self._shown: Place | None = None
        self._kept: dict[Place, tuple[tuple[Tick, ...], dict[str, bool]]] = {}
        self._under_way: set[Place] = set()

    @property
    def waiting(self) -> int:
        """How many ticks of the list in sight are not saved yet."""
        return len(self._model.wanted)

    def show(self, place: Place, found: Listed) -> None:
        """Let the model show a list as it is saved; ticks of it that are not saved yet stay, or come back."""
        same = place == self._shown
        self._shown, self._draft.slot = place, place.slot
        if not (same and self._counts.changed):
            self._counts.show_counts(found.sheet.counts)
        self._model.show(found.ticks, keep=same)
        kept = self._kept.pop(place, None)
        if kept:
            self._restore(*kept)
        elif found.draft and not same:
            self._draft.offer(found.draft, place.hamlet, self._restore)

    def _restore(self, lines: tuple[Tick, ...], wanted: dict[str, bool]) -> None:
        self._model.put(lines)
        self._model.set_ticks(wanted)

    def save(self) -> None:
        """Write what differs in the list in sight; nothing happens when nothing does."""
        place, say = self._shown, self._page.say
        signed, taken_back = self._model.differences()
        counts = self._counts.texts if self._counts.changed else None
        if place is None or place in self._under_way or not (signed or taken_back or counts is not None):
            return
        self._under_way.add(place)
        self._draft.stop()
        context, day = self._page.desk.context, self._day.text

        def work(_job: object) -> SavedTicks:
            done = campaigns.save_ticks(
                context,
                campaign=place.campaign,
                hamlet=place.hamlet,
                kind=place.kind,
                signed_on=day,
                signed=signed,
                taken_back=taken_back,
            )
            if counts is not None:
                campaigns.save_counts(context, place.campaign, place.hamlet, counts)
            drafts.drop(context, place.slot)
            return done

        def done(result: SavedTicks) -> None:
            self._under_way.discard(place)
            self._day.tell("")
            offer = (say(N_("Undo")), partial(self._undo, result.batch)) if result.signed or result.taken_back else None
            self._page.bars.tell("done", self._told(result), offer)
            self.saved.emit()

        held = tuple(signed), dict(self._model.wanted)
        self._page.write(work, done, title=say(N_("Saving the list")), failed=partial(self._failed, place, held))

    def keep_draft(self) -> None:
        """Keep ticks that are not saved, now and not only after a few seconds."""
        self._draft.keep()

    def carry_forward(self, place: Place) -> None:
        """Tick in the list in sight who signed the newest earlier campaign; nothing is saved until the officer has checked it."""
        context = self._page.desk.context

        def work(_job: object) -> tuple[str, tuple[Tick, ...]]:
            earlier = campaigns.signed_before(context, place.campaign, place.kind)
            if not earlier:
                return "", ()
            return earlier[0].name, campaigns.ticks_before(context, earlier=earlier[0].id, **place._asdict())

        def done(found: tuple[str, tuple[Tick, ...]]) -> None:
            (name, lines), say, bars = found, self._page.say, self._page.bars
            if place != self._shown:
                return
            turned = self._model.put(lines)
            if not name:
                bars.tell("warning", say(N_("There is no earlier campaign with signatures to carry forward.")))
            elif not turned:
                bars.tell("warning", say(N_("Nobody else here signed “{name}”."), name=name))
            else:
                one = N_("One who signed “{name}” is ticked. Check the list, then save.")
                many = N_("{n} who signed “{name}” are ticked. Check the list, then save.")
                bars.tell("done", say.plural(one, many, turned, name=name))

        self._page.read(work, done, key="carry")

    def look_for_doubles(self, campaign: str) -> None:
        """Tell of signatures that two laptops recorded both, and offer to let each signer count once."""
        page, say = self._page, self._page.say
        context = page.desk.context

        def drop(twice: tuple[str, ...]) -> None:
            def done(batch: str) -> None:
                page.bars.tell("done", say(N_("Each of them counts once now.")), (say(N_("Undo")), partial(self._undo, batch)))
                self.saved.emit()

            page.write(lambda _job: campaigns.drop_doubles(context, twice), done)

        def found(twice: tuple[str, ...]) -> None:
            if twice:
                one = N_("One signature was recorded on two laptops and counts twice.")
                many = N_("{n} signatures were recorded on two laptops and count twice.")
                page.bars.tell("warning", say.plural(one, many, len(twice)), (say(N_("Count them once")), partial(drop, twice)))

        page.read(lambda _job: campaigns.doubles(context, campaign), found, key="doubles")

    def _told(self, result: SavedTicks) -> str:
        say = self._page.say
        parts = []
        if result.signed:
            parts.append(say.plural(N_("One signature was saved."), N_("{n} signatures were saved."), result.signed))
        if result.taken_back:
            parts.append(say.plural(N_("One tick was taken back."), N_("{n} ticks were taken back."), result.taken_back))
        return " ".join(parts) or say(N_("The numbers were saved."))

    def _undo(self, batch: str) -> None:
        context = self._page.desk.context

        def done(_undone: object) -> None:
            self._page.bars.tell("done", self._page.say(N_("It is as it was before.")))
            self.saved.emit()

        self._page.write(lambda _job: campaigns.undo(context, batch), done)

    def _failed(self, place: Place, held: tuple[tuple[Tick, ...], dict[str, bool]], problem: Exception) -> None:
        """Nothing was written: the ticks wait at their list, and the page goes back there."""
        self._under_way.discard(place)
        self._kept[place] = held
        self.refused.emit(place)
        if isinstance(problem, InvalidRecord):
            sentences = [self._page.say.error(each.problem) for each in problem.problems]
            if any(each.field == "signed_on" for each in problem.problems):
                self._day.tell(sentences[0])
                self._day.line.setFocus()
            else:
                self._page.bars.tell("error", " ".join(sentences))
        else:
            self._page.explain(problem)
