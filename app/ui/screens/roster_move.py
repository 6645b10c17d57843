"""Moving some households to another hamlet, as when a hamlet is divided: tick who moves, choose where to, move them at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QWidget

from app.core.i18n import N_
from app.services import roster
from app.services.campaigns import HamletLine, Tick
from app.services.roster import Joined
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.screens.tick_list import HamletList, HamletModel, TickTable
from app.ui.screens.tick_model import DAY, TickModel
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, shortcut, words


class RosterMovePage(Page):
    """`enter` takes the id of the hamlet whose households are shown first, or `None`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Move households to another hamlet")))
        say = self.say
        self._hamlet = ""
        self.hamlet_model, self.tick_model = HamletModel(say, say(N_("Households"))), TickModel(say)
        self.hamlets, self.ticks = HamletList(self.hamlet_model), TickTable(self.tick_model)
        self.hamlets.setColumnHidden(2, True)
        self.hamlets.setColumnWidth(1, TOKENS.sidebar // 2)
        self.ticks.setColumnHidden(DAY, True)
        self.hamlets.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        self.hamlets.picked.connect(self._picked)
        self.hamlets.entered.connect(self.ticks.setFocus)
        self.ticks.left.connect(self.hamlets.setFocus)
        self.tick_model.changed.connect(self._count)
        self.add_search(self.tick_model.search)
        self.action_row.addWidget(button(say(N_("Back")), self.back.emit, sign="arrow-left", name="move.back"))
        self.into = QComboBox()
        self.into.setObjectName("into")
        self.into.setMinimumWidth(TOKENS.sidebar)
        self.go_on = button(say(N_("Move")), self._move, role="primary", keys="Ctrl+S", name="move")
        self.chosen = words("", "quiet")
        self.chosen.setObjectName("chosen")
        foot = row(self.chosen, 1, words(say(N_("Move to")), "label"), self.into, self.go_on)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.hamlets)
        split.addWidget(framed("pane", column(self.ticks, framed("footer", foot), gap=0)))
        split.setStretchFactor(1, 1)
        whole = QWidget()
        whole.setLayout(column(split, gap=0))
        self.body.addWidget(whole, 1)
        shortcut(self, "Ctrl+S", self._move)
        shortcut(self, "Ctrl+A", self._tick_all)

    def enter(self, argument: object = None) -> None:
        """Read the hamlets again."""
        if isinstance(argument, str):
            self._hamlet = argument
        self.refresh()

    def focus_start(self) -> None:
        """The hamlets."""
        self.hamlets.setFocus()

    def refresh(self) -> None:
        """Read hamlets and households again; ticks stay while the hamlet does."""
        context = self.desk.context
        self.read(lambda _job: roster.lines(context), self._show, key="hamlets")

    def _show(self, lines: tuple[HamletLine, ...]) -> None:
        kept = self.into.currentData()
        self.hamlet_model.show(lines)
        self.into.clear()
        for line in lines:
            self.into.addItem(line.name, line.id)
        self.into.setCurrentIndex(max(0, self.into.findData(kept)))
        self.hamlets.pick(self._hamlet)
        self._read()

    def _picked(self, hamlet: str) -> None:
        self._hamlet = hamlet
        self._read()

    def _read(self) -> None:
        context, hamlet = self.desk.context, self._hamlet
        self.read(lambda _job: roster.households_of(context, hamlet), partial(self._show_households, hamlet), key="households")

    def _show_households(self, hamlet: str, homes: tuple[Tick, ...]) -> None:
        if hamlet == self._hamlet:
            self.tick_model.show(homes, keep=True)
            if homes and not self.ticks.currentIndex().isValid():
                self.ticks.selectRow(0)
            self._count()

    def _count(self) -> None:
        self.chosen.setText(self.say.plural(N_("One household is ticked"), N_("{n} households are ticked"), self.tick_model.signed))
        self.go_on.setEnabled(bool(self.tick_model.signed))

    def _tick_all(self) -> None:
        self.tick_model.set_ticks({tick.key: True for tick in self.tick_model.shown})

    def _move(self) -> None:
        context, into, name = self.desk.context, str(self.into.currentData() or ""), self.into.currentText()
        moving = tuple(tick.key for tick in self.tick_model.differences()[0])
        if not moving:
            return
        if into == self._hamlet:
            self.bars.tell("warning", self.say(N_("These households live there already. Choose another hamlet.")))
            self.into.setFocus()
            return

        def done(moved: Joined) -> None:
            one, many = N_("One household belongs to {hamlet} now."), N_("{n} households belong to {hamlet} now.")
            text = self.say.plural(one, many, moved.households, hamlet=name)
            self.bars.tell("done", text, (self.say(N_("Undo")), partial(self._undo, moved.batch)))
            self.refresh()

        self.write(lambda _job: roster.move_households(context, moving, into), done)

    def _undo(self, batch: str) -> None:
        context = self.desk.context

        def done(_undone: object) -> None:
            self.bars.tell("done", self.say(N_("It is as it was before.")))
            self.refresh()

        self.write(lambda _job: roster.undo(context, batch), done)
