"""The campaign page's work area: head, hamlets, the list to tick, what adds to it and what saves it. What they do is the page's."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.campaigns import HamletLine
from app.ui.screens.campaign_head import CampaignHead
from app.ui.screens.campaign_parts import CountFields, RosterLine
from app.ui.screens.tick_list import HamletList, HamletModel, TickTable
from app.ui.screens.tick_model import TickModel
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, sign_button, words


class WorkArea(QWidget):
    """Usable at 911×470: the list of hamlets keeps its width, the list to tick takes the rest.

    `ticked` asks to tick (or clear) everybody in sight, `carried` for last time's list, `printed` and `opened` for the sheet,
    `saved` to save.
    """

    ticked = Signal(bool)
    carried = Signal()
    printed = Signal()
    opened = Signal()
    saved = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.head = CampaignHead(say)
        self.hamlet_model, self.tick_model = HamletModel(say), TickModel(say)
        self.hamlets, self.ticks = HamletList(self.hamlet_model), TickTable(self.tick_model)
        self.counts = CountFields(say)
        self.roster = RosterLine()
        self.roster.setObjectName("roster")
        self.progress = words("", "quiet")
        self.progress.setObjectName("progress")
        self.sheet = button(say(N_("Sheet, scan")), self.opened.emit, sign="file-text", name="sheet")
        save = button(say(N_("Save")), self.saved.emit, role="primary", sign="save", keys="Ctrl+S", name="save")
        hint = words(say(N_("Letters find a name, Space ticks")), "quiet")
        tools = row(
            button(say(N_("Tick all")), partial(self.ticked.emit, True), keys="Ctrl+A", name="all"),
            button(say(N_("As last time")), self.carried.emit, keys="Ctrl+D", name="carry"),
            button(say(N_("Clear")), partial(self.ticked.emit, False), name="none"),
            1,
            sign_button("printer", say(N_("Print the sheet to be signed  Ctrl+P")), self.printed.emit, name="print"),
            self.sheet,
        )
        typed, last = row(self.roster, self.counts), row(self.progress, 1, hint, save)
        typed.setStretch(0, 1)
        foot = column(typed, last)
        for layout in (tools, foot):
            layout.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self.hamlets.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded + TOKENS.row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.whole = words("", "quiet")
        self.whole.setObjectName("whole")
        self.whole.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        split.addWidget(framed("pane", column(self.hamlets, framed("footer", column(self.whole)), gap=0)))
        split.addWidget(framed("pane", column(tools, self.ticks, framed("footer", foot), gap=0)))
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        split.setSizes([TOKENS.sidebar, TOKENS.sidebar * 3])
        parts = column(self.head, split, gap=0)
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def sum_up(self, lines: Sequence[HamletLine]) -> None:
        """Say below the hamlets how far all of them are together."""
        signed, total = sum(line.signed for line in lines), sum(line.total for line in lines)
        facts = {"signed": number_vi(signed), "total": number_vi(total)}
        percent = min(100, signed * 100 // total) if total else 0
        self.whole.setText(self._say(N_("Whole commune: {signed}/{total}, {percent} %"), percent=percent, **facts) if total else "")
