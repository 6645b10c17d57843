"""Certificates of merit: choose a decision, look at the real sheets, save them as one PDF or print them."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QStackedWidget, QWidget

from app.core.i18n import N_
from app.documents.certificate import Notice
from app.services import awards
from app.services.awards import Batch, Decision, Saved
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.page import Page
from app.ui.register_page import ADD
from app.ui.row_reading import copies
from app.ui.screens.certificates_paper import PaperChoice, print_batch
from app.ui.sheets import SheetPreview
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, sign_button, words


class CertificatesPage(Page):
    """`enter` takes the id of a decision to show, or `None` for the newest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Certificates of merit")))
        say = self.say
        self.batch: Batch | None = None
        self._decision = self._shown = ""
        self._unticked: frozenset[str] = frozenset()
        self._decisions: tuple[Decision, ...] = ()
        self.number = button(say(N_("Number the register")), self._number, sign="list-checks", name="certificates.number")
        self.print_button = button(say(N_("Print")), self.print_out, sign="printer", keys="Ctrl+P", name="certificates.print")
        self.save = button(
            say(N_("Save PDF")), self.first_action, role="primary", sign="save", keys="Ctrl+N", name="certificates.save"
        )
        for made in (self.number, self.print_button, self.save):
            self.action_row.addWidget(made)
        self.choice = QComboBox()
        self.choice.setObjectName("certificates.decision")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda _index: self._choose(str(self.choice.currentData() or "")))
        self.paper = PaperChoice(self)
        self.paper.changed.connect(self._lay_out)
        self.preview = SheetPreview()
        self.preview.setObjectName("certificates.preview")
        self.preview.shown.connect(self._turned)
        self.names = QListWidget()
        self.names.setProperty("role", "list")
        self.names.setObjectName("certificates.names")
        copies(self.names)
        self.names.currentRowChanged.connect(self.preview.go_to)
        self.names.itemChanged.connect(lambda _item: self._count())
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        everybody, nobody = partial(self._tick, Qt.CheckState.Checked), partial(self._tick, Qt.CheckState.Unchecked)
        self.all = button(say(N_("All of them")), everybody, role="link", name="certificates.all")
        self.none = button(say(N_("Tick none")), nobody, role="link", name="certificates.none")
        self.count = words("", "quiet")
        self.count.setObjectName("certificates.count")
        self.place, self.notice = words("", "quiet"), words("", "problem", wrap=True)
        self.pages = QStackedWidget()
        self.pages.setProperty("role", "ground")
        self.pages.addWidget(self._sheets())
        self.pages.addWidget(self._nothing())
        self.body.addWidget(self.pages, 1)

    def enter(self, argument: object = None) -> None:
        """Read the decisions again."""
        if isinstance(argument, str) and argument != ADD:
            self._decision = argument
        self.refresh()

    def focus_start(self) -> None:
        """The sheet, so that Page Down turns it."""
        self.preview.setFocus()

    def refresh(self) -> None:
        """Read again."""
        self.paper.refresh()
        context = self.desk.context
        self.read(lambda _job: awards.decisions(context), self._show_decisions, key="decisions")

    def first_action(self) -> None:
        """Save the ticked certificates of the decision as one PDF."""
        only = self.ticked
        if self.batch is None or not only:
            return
        context, decision, look, layout = self.desk.context, self.batch.decision, self.batch.look, self.batch.layout_code
        path = self.desk.ask.save_as(self, self.say(N_("Save certificates")), decision.file_name, self.say(N_("PDF (*.pdf)")))
        if path is None:
            return
        self.read(
            lambda job: awards.save_certificates(context, decision.id, path, look, layout=layout, only=only, progress=job),
            self._saved,
            title=self.say(N_("Making certificates")),
        )

    def print_out(self) -> None:
        """Print the ticked certificates of the decision at true size."""
        if self.batch is None or not self.ticked:
            return
        print_batch(self, self.batch.of(self.ticked))

    def _sheets(self) -> QWidget:
        say = self.say
        choice = column(words(say(N_("Decision")), "label"), self.choice, 1, gap=2)
        head = QHBoxLayout()
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        head.setSpacing(TOKENS.between)
        head.addLayout(choice, 1)
        head.addWidget(self.paper)
        turn = row(
            sign_button("chevron-left", say(N_("Sheet before")), partial(self._turn, -1), name="certificates.before"),
            self.place,
            sign_button("chevron-right", say(N_("Next sheet")), partial(self._turn, 1), name="certificates.after"),
            1,
            self.notice,
            1,
            sign_button("minus", say(N_("Smaller")), self.preview.reduce),
            button(say(N_("Whole sheet")), self.preview.show_whole, role="link"),
            sign_button("plus", say(N_("Larger")), self.preview.enlarge),
        )
        turn.setContentsMargins(TOKENS.between, TOKENS.gap, TOKENS.between, TOKENS.gap)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        ticks = row(self.count, 1, self.all, self.none)
        ticks.setContentsMargins(TOKENS.between, TOKENS.gap, TOKENS.inside, TOKENS.gap)
        side = framed("surface", column(ticks, self.names, gap=0))
        side.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        split.addWidget(side)
        split.addWidget(framed("pane", column(self.preview, framed("footer", turn), gap=0)))
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 4)
        whole = QWidget()
        lines = column(head, split, gap=0)
        lines.setStretch(1, 1)
        whole.setLayout(lines)
        return whole

    def _nothing(self) -> QWidget:
        self.purpose = words("", "value", wrap=True)
        self.purpose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.begin = button("", self._begin, role="primary", name="begin")
        empty = QWidget()
        empty.setLayout(column(1, self.purpose, row(1, self.begin, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
        return empty

    def _show_decisions(self, found: tuple[Decision, ...]) -> None:
        self._decisions = found
        self.choice.clear()
        for decision in found:
            text = self.say(
                N_("{number} of {day} · {count} awarded"),
                number=decision.number,
                day=decision.decided_on or "–",
                count=decision.awarded,
            )
            self.choice.addItem(text, decision.id)
        ids = [decision.id for decision in found]
        if found:
            self._choose(self._decision if self._decision in ids else ids[0])
        else:
            self._show_nothing(
                self.say(N_("Certificates are made from an award decision and those it names.")), self.say(N_("Add a decision"))
            )

    def _choose(self, decision: str) -> None:
        self._decision = decision
        self.choice.setCurrentIndex(max(0, self.choice.findData(decision)))
        chosen = next((item for item in self._decisions if item.id == decision), None)
        if chosen is not None and not chosen.awarded:
            text = self.say(N_("Decision {number} names nobody yet. Add the awarded first."), number=chosen.number)
            self._show_nothing(text, self.say(N_("Add the awarded")))
            return
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay the certificates out as chosen; an offset that is no number is told beside its field."""
        look, layout = self.paper.look(), self.paper.layout_code
        if not self._decision or look is None:
            return
        context, decision = self.desk.context, self._decision
        self.read(lambda _job: awards.certificates(context, decision, look, layout), self._show, key="certificates")

    def _show(self, batch: Batch) -> None:
        before = self.preview.number
        self.batch = batch
        self._offer(True)
        self.pages.setCurrentIndex(0)
        unticked = self._unticked if self._shown == batch.decision.id else frozenset()
        self._shown = batch.decision.id
        self.names.blockSignals(True)
        self.names.clear()
        for number, name in enumerate(batch.names):
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, batch.ids[number])
            item.setSizeHint(QSize(0, TOKENS.row))
            item.setCheckState(Qt.CheckState.Unchecked if batch.ids[number] in unticked else Qt.CheckState.Checked)
            notices = batch.laid_out(number).notices
            if notices:
                item.setIcon(icon("triangle-alert", TOKENS.warning))
                item.setToolTip("\n".join(self._notice(notice) for notice in notices))
            self.names.addItem(item)
        self.names.blockSignals(False)
        self._count()
        self.preview.show_sheets(batch.count, batch.sheet)
        self.preview.go_to(before)
        self._turned(self.preview.number)
        if batch.left_out:
            self.bars.tell("warning", "\n".join(told.sentence for told in batch.left_out))

    def _show_nothing(self, text: str, verb: str) -> None:
        self.batch = None
        self._offer(False)
        self.purpose.setText(text)
        self.begin.setText(verb)
        self.pages.setCurrentIndex(1)

    def _begin(self) -> None:
        self.go.emit("award", self._decision if self._decisions else ADD)

    def _offer(self, there: bool) -> None:
        for made in (self.number, self.print_button, self.save):
            made.setEnabled(there)

    def _turn(self, steps: int) -> None:
        self.preview.go_to(self.preview.number + steps)

    def _turned(self, number: int) -> None:
        batch = self.batch
        if batch is None or number >= batch.count:
            return
        self.names.setCurrentRow(number)
        self.place.setText(self.say(N_("Sheet {number} of {count}"), number=number + 1, count=batch.count))
        notices = batch.laid_out(number).notices
        self.notice.setText(" ".join(self._notice(notice) for notice in notices))

    def _notice(self, notice: Notice) -> str:
        return self.say(notice.message, **dict(notice.facts))

    def _items(self) -> list[QListWidgetItem]:
        return [self.names.item(line) for line in range(self.names.count())]

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of the awarded whose certificates are to be saved or printed."""
        chosen = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        return frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self._items():
            item.setCheckState(state)

    def _count(self) -> None:
        ticked = self.ticked
        self._unticked = frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items()) - ticked
        self.count.setText(self.say(N_("{count} of {all} chosen"), count=len(ticked), all=self.names.count()))
        self.save.setEnabled(bool(ticked))
        self.print_button.setEnabled(bool(ticked))

    def _saved(self, saved: Saved) -> None:
        say = self.say
        lines = [
            say.plural(
                N_("One certificate was saved: {path}"), N_("{n} certificates were saved: {path}"), saved.sheets, path=saved.path
            )
        ]
        lines += [say(N_("{name}: {sentence}"), name=told.name, sentence=told.sentence) for told in saved.told]
        lines += [told.sentence for told in saved.left_out]
        tone = "warning" if saved.told or saved.left_out else "done"
        self.bars.tell(tone, "\n".join(lines), (say(N_("Open")), lambda: self.desk.ask.show_file(saved.path)))

    def _number(self) -> None:
        context, decision = self.desk.context, self._decision

        def done(given: int) -> None:
            say = self.say
            if given:
                text = say.plural(N_("One register number was given."), N_("{n} register numbers were given."), given)
            else:
                text = say(N_("Everybody in this decision has a register number."))
            self.bars.tell("done", text)
            self._lay_out()

        self.write(lambda _job: awards.number_register(context, decision), done)
