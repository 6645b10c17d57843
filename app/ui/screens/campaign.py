"""Signing a commitment: choose the campaign and the hamlet, and tick the households that signed. Each tick is saved at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QStackedWidget, QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import short_date
from app.services import campaigns
from app.services.campaigns import CampaignLine, HamletLine, Tick
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.register_page import ADD
from app.ui.screens.tick_list import HamletList, HamletModel, TickModel, TickTable
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, framed, row, words


class RosterLine(QLineEdit):
    """Adds households: a name and Enter, or several names pasted from a sheet, one a line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Pasted line breaks stay apart as semicolons, which `names` splits by."""
        text = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in text.strip():
            self.insert("; ".join(line.split("\t")[0].strip() for line in text.splitlines() if line.strip()))
        else:
            super().keyPressEvent(event)

    def names(self) -> tuple[str, ...]:
        """The names typed or pasted."""
        return tuple(name.strip() for name in self.text().split(";") if name.strip())


class CampaignPage(Page):
    """`enter` takes the id of a campaign to show, or `None` for the one shown last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Commitments")))
        say = self.say
        self._campaign = ""
        self._hamlet = ""
        self._saving = False
        self.choice = QComboBox()
        self.choice.setObjectName("campaign")
        self.choice.setMinimumWidth(TOKENS.sidebar)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda _index: self._choose(str(self.choice.currentData() or "")))
        self.day = TypedField("signed_on", say(N_("Signed on")))
        self.day.text = short_date(desk.context.clock.today())
        self.day.setMaximumWidth(TOKENS.sidebar)
        self.hamlet_model, self.tick_model = HamletModel(say), TickModel(say)
        self.hamlets, self.ticks = HamletList(self.hamlet_model), TickTable(self.tick_model)
        self.hamlets.picked.connect(self._hamlet_picked)
        self.tick_model.changed.connect(self._save)
        self.roster = RosterLine()
        self.roster.setObjectName("roster")
        self.roster.setPlaceholderText(say(N_("Add a household: name of its head, then Enter")))
        self.roster.returnPressed.connect(self._add_households)
        self.progress = words("", "quiet")
        self.progress.setObjectName("progress")
        self.add_search(self.tick_model.search)
        lists = [(say(N_("All commitments")), "commitment")] if desk.session.is_station else []
        for text, code in (*lists, (say(N_("Campaigns")), "campaign_list")):
            self.action_row.addWidget(button(text, partial(self.go.emit, code, None), name=f"go.{code}"))
        self.action_row.addWidget(
            button(say(N_("New campaign")), self.first_action, role="primary", sign="plus", keys="Ctrl+N", name="add")
        )
        self.pages = QStackedWidget()
        self.pages.setProperty("role", "ground")
        self.pages.addWidget(self._lists())
        self.pages.addWidget(self._nothing())
        self.pages.addWidget(self._above())
        self.body.addWidget(self.pages, 1)

    def enter(self, argument: object = None) -> None:
        """Read campaigns and hamlets again."""
        if isinstance(argument, str) and argument != ADD:
            self._campaign = argument
        self.refresh()

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

    def tick_shown(self, wanted: bool | None) -> None:
        """Tick (or clear) every household in sight; `None` turns each. The bar offers to undo it."""
        before = {tick.household: self.tick_model.ticked(tick) for tick in self.tick_model.shown}
        after = {home: not value if wanted is None else wanted for home, value in before.items()}
        turned = sum(after[home] != before[home] for home in before)
        if not turned:
            return
        self.tick_model.set_ticks(after)
        text = self.say.plural(N_("One tick was changed."), N_("{n} ticks were changed."), turned)
        self.bars.tell("done", text, (self.say(N_("Undo")), lambda: self.tick_model.set_ticks(before)))

    def _lists(self) -> QWidget:
        say = self.say
        head = row(column(words(say(N_("Campaign")), "label"), self.choice, gap=2), self.day)
        head.setStretch(0, 1)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        tools = row(
            button(say(N_("Tick all")), lambda: self.tick_shown(True), name="all"),
            button(say(N_("Clear all")), lambda: self.tick_shown(False), name="none"),
            button(say(N_("Invert")), lambda: self.tick_shown(None), name="invert"),
            1,
            self.progress,
        )
        tools.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        foot = row(self.roster)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.hamlets)
        split.addWidget(framed("pane", column(tools, self.ticks, framed("footer", foot), gap=0)))
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        whole = QWidget()
        lists = column(head, split, gap=0)
        lists.setStretch(1, 1)
        whole.setLayout(lists)
        return whole

    def _nothing(self) -> QWidget:
        purpose = words(self.say(N_("A campaign is one commitment that households sign, hamlet by hamlet.")), "value", wrap=True)
        purpose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        begin = button(self.say(N_("Begin a campaign")), self.first_action, role="primary", name="begin")
        empty = QWidget()
        empty.setLayout(column(1, purpose, row(1, begin, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
        return empty

    def _above(self) -> QWidget:
        say = self.say
        text = say(N_("Who signed stays at the stations. How many signed is in the report, once months are closed."))
        purpose = words(text, "value", wrap=True)
        purpose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        report = button(say(N_("See the report")), partial(self.go.emit, "report", None), role="primary", name="go.report")
        shown = QWidget()
        shown.setLayout(column(1, purpose, row(1, report, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
        return shown

    def _show_campaigns(self, found: tuple[CampaignLine, ...]) -> None:
        self.pages.setCurrentIndex(0 if found else 1)
        if self.search is not None:
            self.search.setVisible(bool(found))
        self.choice.clear()
        for line in found:
            self.choice.addItem(self.say(N_("{name} · from {day}"), name=line.name, day=line.starts_on), line.id)
        ids = [line.id for line in found]
        if found:
            self._choose(self._campaign if self._campaign in ids else ids[0])

    def _choose(self, campaign: str) -> None:
        if campaign != self._campaign:
            self.tick_model.show(())
        self._campaign = campaign
        self.choice.setCurrentIndex(max(0, self.choice.findData(campaign)))
        self._read_hamlets()

    def _read_hamlets(self) -> None:
        context, campaign = self.desk.context, self._campaign
        self.read(lambda _job: campaigns.hamlets(context, campaign), self._show_hamlets, key="hamlets")

    def _show_hamlets(self, lines: tuple[HamletLine, ...]) -> None:
        self.hamlet_model.show(lines)
        if not lines:
            text = self.say(N_("There are no hamlets yet. Add them first."))
            self.bars.tell("warning", text, (self.say(N_("Add a hamlet")), lambda: self.go.emit("hamlet", ADD)))
        elif not self.hamlets.currentIndex().isValid():
            ids = [line.id for line in lines]
            self.hamlets.selectRow(ids.index(self._hamlet) if self._hamlet in ids else 0)
        elif not self._saving:
            self._read_ticks()

    def _hamlet_picked(self, hamlet: str) -> None:
        self._hamlet = hamlet
        self._read_ticks()

    def _read_ticks(self) -> None:
        context, campaign, hamlet = self.desk.context, self._campaign, self._hamlet
        self.read(lambda _job: campaigns.ticks(context, campaign, hamlet), self._show_ticks, key="ticks")

    def _show_ticks(self, ticks: tuple[Tick, ...]) -> None:
        self.tick_model.show(ticks)
        self._count()

    def _count(self) -> None:
        signed, count = self.tick_model.signed, self.tick_model.count
        if count:
            text = self.say(
                N_("Signed {signed} of {count} households, {percent} %"), signed=signed, count=count, percent=signed * 100 // count
            )
        else:
            text = self.say(N_("No household is listed for this hamlet yet"))
        self.progress.setText(text)

    def _save(self) -> None:
        """Save what differs; ticks made while one save is under way go with the next."""
        self._count()
        signed, withdrawn = self.tick_model.differences()
        if self._saving or not (signed or withdrawn):
            return
        self._saving = True
        context, campaign, hamlet, day = self.desk.context, self._campaign, self._hamlet, self.day.text

        def work(_job: object) -> tuple[Tick, ...]:
            campaigns.save_ticks(context, campaign=campaign, hamlet=hamlet, signed_on=day, signed=signed, withdrawn=withdrawn)
            return campaigns.ticks(context, campaign, hamlet)

        def done(ticks: tuple[Tick, ...]) -> None:
            self._saving = False
            self.day.tell("")
            if (campaign, hamlet) == (self._campaign, self._hamlet):
                self.tick_model.show(ticks, keep=True)
                self._save()
            self._read_hamlets()

        self.write(work, done, failed=self._refused)

    def _refused(self, problem: Exception) -> None:
        self._saving = False
        if isinstance(problem, InvalidRecord):
            self.day.tell(self.say.error(problem.problems[0].problem))
            self.day.line.setFocus()
        else:
            self.explain(problem)
        self._read_ticks()

    def _add_households(self) -> None:
        context, hamlet, names = self.desk.context, self._hamlet, self.roster.names()
        if not names or not hamlet:
            return

        def done(added: int) -> None:
            self.roster.clear()
            if added < len(names):
                self.bars.tell("warning", self.say(N_("Names that were on the list already were not added again.")))
            self._read_ticks()
            self._read_hamlets()

        self.write(lambda _job: campaigns.add_households(context, hamlet, names), done)
