"""Signing a commitment: choose the campaign and the hamlet, tick who signed, save the list whole.

Ticks are held back until they are saved: by Ctrl+S, or by going on to another hamlet, list, campaign or page.
"""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget

from app.core.i18n import N_
from app.core.text import fold, short_date
from app.services import campaigns, roster
from app.services.campaigns import CampaignLine, HamletLine
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.register_page import ADD
from app.ui.screens.campaign_empty import above, nothing
from app.ui.screens.campaign_saving import Listed, Place, Saving, read_list
from app.ui.screens.campaign_work import WorkArea
from app.ui.widgets import button, shortcut, sign_button

_ADD_HINTS = {
    "household": N_("Add a household: name of its head, then Enter"),
    "person": N_("Add who signed: full name, then Enter"),
    "establishment": N_("Add an agency, firm, school or clan by its name, then Enter"),
}


class CampaignPage(Page):
    """`enter` takes the id of a campaign to show, alone or with that of a hamlet, or `None` for the one shown last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Commitments")))
        say = self.say
        self._lines: tuple[CampaignLine, ...] = ()
        self._campaign = self._hamlet = self._day_of = ""
        self._kind = "household"
        self.work = WorkArea(say)
        self.head, self.day, self.roster, self.counts = self.work.head, self.work.head.day, self.work.roster, self.work.counts
        self.hamlet_model, self.tick_model = self.work.hamlet_model, self.work.tick_model
        self.hamlets, self.ticks, self.progress = self.work.hamlets, self.work.ticks, self.work.progress
        self.head.chosen.connect(self._choose)
        self.head.listed.connect(self._list)
        self.day.entered.connect(self.ticks.setFocus)
        self.hamlets.picked.connect(self._hamlet_picked)
        self.hamlets.entered.connect(self.ticks.setFocus)
        self.ticks.left.connect(self.hamlets.setFocus)
        self.ticks.typed.connect(self._looked_for)
        self.ticks.opened.connect(self._open_signature)
        self.counts.edited.connect(self._count)
        self.tick_model.changed.connect(self._count)
        self.roster.returnPressed.connect(self._add)
        self.saving = Saving(self, self.tick_model, self.counts, self.day)
        self.saving.saved.connect(self._read_hamlets)
        self.work.ticked.connect(self.tick_shown)
        self.work.carried.connect(self.carry_forward)
        self.work.printed.connect(self.print_out)
        self.work.opened.connect(self._open_sheet)
        self.work.saved.connect(self.saving.save)
        self.saving.refused.connect(self._go_back_to)
        self.add_search(self.tick_model.search)
        lists = [(say(N_("All commitments")), "commitment")] if desk.session.is_station else []
        for text, code in (*lists, (say(N_("Campaigns")), "campaign_list")):
            self.action_row.addWidget(button(text, partial(self.go.emit, code, None), name=f"go.{code}"))
        if desk.session.is_station:
            to_intake = partial(self.go.emit, "intake", "commitment")
            self.action_row.addWidget(sign_button("inbox", say(N_("Take in Excel")), to_intake, name="page.intake"))
        self.action_row.addWidget(
            button(say(N_("New campaign")), self.first_action, role="primary", sign="plus", keys="Ctrl+N", name="add")
        )
        self.pages = QStackedWidget()
        self.pages.setProperty("role", "ground")
        for shown in (self.work, nothing(say, self.first_action), above(say, partial(self.go.emit, "report", None))):
            self.pages.addWidget(shown)
        self.body.addWidget(self.pages, 1)
        shortcut(self, "Ctrl+A", lambda: self.tick_shown(True))
        shortcut(self, "Ctrl+D", self.carry_forward)
        shortcut(self, "Ctrl+S", self.saving.save)
        shortcut(self, "Ctrl+Return", self._save_and_next)
        shortcut(self, "Ctrl+G", self._to_day)

    def enter(self, argument: object = None) -> None:
        """Read campaigns and hamlets again."""
        if isinstance(argument, str) and argument != ADD:
            self._campaign = argument
        elif isinstance(argument, tuple):
            self.saving.save()
            self._campaign, hamlet = argument
            self._kind = "household"
            self._turn_to(hamlet)
        self.refresh()

    def leave(self) -> None:
        """What was ticked is saved."""
        self.saving.save()

    def focus_start(self) -> None:
        """The hamlets."""
        self.hamlets.setFocus()

    def refresh(self) -> None:
        """Read again. Who signed is known to the station alone, so a unit above has nothing to tick."""
        if not self.desk.session.is_station:
            self.pages.setCurrentIndex(2)
            if self.search is not None:
                self.search.hide()
            return
        context = self.desk.context
        self.read(lambda _job: campaigns.campaigns(context), self._show_campaigns, key="campaigns")

    def first_action(self) -> None:
        """A new campaign, in its register."""
        self.go.emit("campaign_list", ADD)

    def print_out(self) -> None:
        """The sheet that this hamlet signs; of a list without sheets, everybody who signed."""
        if self._kind != "household":
            self.go.emit(PAGE, Wanted("campaign_signed", self._campaign, "campaign"))
            return
        context, (campaign, _, hamlet) = self.desk.context, self._place

        def shown(sheet: str) -> None:
            self.go.emit(PAGE, Wanted("sign_sheet", sheet, "signing_sheet"))

        self.write(lambda _job: campaigns.begin_sheet(context, campaign, hamlet), shown)

    def tick_shown(self, wanted: bool) -> None:
        """Tick or clear everybody in sight."""
        self.tick_model.set_ticks({tick.key: wanted for tick in self.tick_model.shown})
        self.ticks.setFocus()

    def carry_forward(self) -> None:
        """Tick who signed the campaign before this one, for the officer to check."""
        self.saving.carry_forward(self._place)
        self.ticks.setFocus()

    @property
    def _place(self) -> Place:
        return Place(self._campaign, self._kind, self._hamlet)

    def _show_campaigns(self, found: tuple[CampaignLine, ...]) -> None:
        known = {line.id for line in self._lines}
        begun = [line.id for line in found if known and line.id not in known]
        self._lines = found
        self.pages.setCurrentIndex(0 if found else 1)
        if self.search is not None:
            self.search.setVisible(bool(found))
        self.head.show_campaigns(found)
        if found:
            # Whoever comes back from beginning a campaign goes on with that one.
            there = self._campaign in [line.id for line in found]
            self._choose(begun[0] if begun else self._campaign if there else found[0].id)

    def _choose(self, campaign: str) -> None:
        self.saving.save()
        self._campaign = campaign
        self._list(self._kind)
        self.saving.look_for_doubles(campaign)

    def _list(self, kind: str) -> None:
        self.saving.save()
        line = next(line for line in self._lines if line.id == self._campaign)
        self._kind = self.head.turn_to(line, kind)
        self.tick_model.name_columns(self._kind)
        self.roster.setPlaceholderText(self.say(_ADD_HINTS[self._kind]))
        for widget in (self.counts, self.work.sheet):
            widget.setVisible(self._kind == "household")
        self._offer_day()
        self._read_hamlets()

    def _offer_day(self) -> None:
        """The day stays as typed while one campaign is worked on."""
        context, campaign = self.desk.context, self._campaign
        if self._day_of != campaign:
            self._day_of = campaign
            shown = partial(setattr, self.day, "text")
            self.read(lambda _job: short_date(campaigns.day_to_offer(context, campaign)), shown, key="day")

    def _read_hamlets(self) -> None:
        context, (campaign, kind, _) = self.desk.context, self._place
        self.read(lambda _job: campaigns.hamlets(context, campaign, kind), self._show_hamlets, key="hamlets")

    def _show_hamlets(self, lines: tuple[HamletLine, ...]) -> None:
        known = {line.id for line in self.hamlet_model.lines}
        self.hamlet_model.show(lines)
        self.work.sum_up(lines)
        if not lines:
            text = self.say(N_("There are no hamlets yet. Add them first."))
            self.bars.tell("warning", text, (self.say(N_("Add a hamlet")), lambda: self.go.emit("hamlet", ADD)))
        elif known == {line.id for line in lines} and self.hamlets.currentIndex().isValid():
            self._read_ticks()
        else:
            self.hamlets.pick(self._hamlet)

    def _turn_to(self, hamlet: str) -> None:
        """Let the next reading of the hamlets choose this one."""
        self._hamlet = hamlet
        self.hamlets.clearSelection()
        self.hamlets.setCurrentIndex(QModelIndex())

    def _hamlet_picked(self, hamlet: str) -> None:
        if hamlet != self._hamlet:
            self.saving.save()
            self._hamlet = hamlet
        self._read_ticks()

    def _read_ticks(self) -> None:
        context, place = self.desk.context, self._place
        self.read(lambda _job: read_list(context, place), partial(self._show_ticks, place), key="ticks")

    def _show_ticks(self, place: Place, found: Listed) -> None:
        if place != self._place:
            return
        self.saving.show(place, found)
        if self.tick_model.count and not self.ticks.currentIndex().isValid():
            self.ticks.selectRow(0)
        self._count()

    def _count(self) -> None:
        signed, count, say = self.tick_model.signed, self.tick_model.count, self.say
        if not count:
            self.progress.setText(say(N_("Nobody is on this list yet")))
            return
        parts = [say(N_("Signed {signed} of {count}, {percent} %"), signed=signed, count=count, percent=signed * 100 // count)]
        if self.saving.waiting:
            parts.append(say.plural(N_("one not saved"), N_("{n} not saved"), self.saving.waiting))
        self.progress.setText(" · ".join(parts))

    def _looked_for(self, letters: str, found: bool) -> None:
        if not letters:
            self._count()
        elif found:
            self.progress.setText(self.say(N_("Looking for “{letters}” · Enter: the next one"), letters=letters))
        else:
            self.progress.setText(self.say(N_("No name here begins with “{letters}”"), letters=letters))

    def _to_day(self) -> None:
        self.day.line.setFocus()
        self.day.line.selectAll()

    def _save_and_next(self) -> None:
        """Save, and go on to the next hamlet."""
        self.saving.save()
        self.hamlets.next()
        self.ticks.setFocus()

    def _go_back_to(self, place: Place) -> None:
        """A list could not be saved: it comes back with its ticks."""
        self._hamlet = place.hamlet
        if (place.campaign, place.kind) != (self._campaign, self._kind):
            self._campaign, self._kind = place.campaign, place.kind
            self.refresh()
        else:
            self.hamlets.pick(place.hamlet)

    def _open_signature(self, row: int) -> None:
        if 0 <= row < len(self.tick_model.shown) and self.tick_model.shown[row].commitment:
            self.go.emit("commitment", self.tick_model.shown[row].commitment)

    def _open_sheet(self) -> None:
        context, (campaign, _, hamlet) = self.desk.context, self._place
        self.saving.save()
        self.write(lambda _job: campaigns.begin_sheet(context, campaign, hamlet), partial(self.go.emit, "signing_sheet"))

    def _add(self) -> None:
        context, (_, kind, hamlet) = self.desk.context, self._place
        homes = [home for home in map(roster.household_of, self.roster.rows()) if home.head]
        names = [home.head for home in homes]
        if not names or (kind != "establishment" and not hamlet):
            return
        if kind == "person":
            self.roster.clear()
            there = {fold(tick.name) for tick in self.tick_model.all}
            self.tick_model.put(tuple(campaigns.by_name(name, hamlet) for name in names if fold(name) not in there))
            self._tell_known(any(fold(name) in there for name in names))
            return

        def work(_job: object) -> int:
            if kind == "establishment":
                return roster.add_establishments(context, names)
            return roster.add_households(context, hamlet, homes)

        def done(added: int) -> None:
            self.roster.clear()
            self._tell_known(added < len(names))
            self._read_hamlets()

        self.write(work, done)

    def _tell_known(self, known: bool) -> None:
        if known:
            self.bars.tell("warning", self.say(N_("Names that were on the list already were not added again.")))
