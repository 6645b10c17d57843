"""Records whose time is over: deleted for good when the commander says so, and what was deleted before."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.i18n import N_
from app.services import retention
from app.services.retention import Overdue, PastDeletion
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.menu import page_of
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, shortcut, words


class RetentionPage(Page):
    """Deleting here takes away the record, what belongs to it and its history; it is asked about once and cannot be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Due for deletion")))
        say = self.say
        self._due: tuple[Overdue, ...] = ()
        back = button(say(N_("People being helped")), self._leave, sign="arrow-left", keys="Esc", name="retention.back")
        self.delete = button(
            say(N_("Delete for good")), self.first_action, role="primary", sign="trash-2", keys="Ctrl+N", name="retention.delete"
        )
        self.action_row.addWidget(back)
        self.action_row.addWidget(self.delete)
        shortcut(self, "Esc", self._leave)
        text = N_("By law personal data is kept no longer than it is needed. Choose what is to go; the commander confirms it.")
        hint = words(say(text), "quiet", wrap=True)
        hints = row(hint)
        hints.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.table = LineTable(
            "retention.table",
            (
                Head(say(N_("Kept until"))),
                Head(say(N_("Record")), wide=True),
                Head(say(N_("Help ended on"))),
                Head(say(N_("Note"))),
            ),
        )
        self.table.opened.connect(self._open)
        self.table.changed.connect(self._offer)
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, words(say(N_("Nothing is due for deletion.")), "quiet"), 1), 2))
        self.stack = QStackedWidget()
        self.stack.setProperty("role", "ground")
        self.stack.addWidget(self.table)
        self.stack.addWidget(nothing)
        self.past = words("", "quiet", wrap=True)
        self.past.setObjectName("retention.past")
        pasts = row(self.past)
        pasts.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self.body.addLayout(hints)
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(pasts)

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read what is due, and what was deleted before."""
        context = self.desk.context

        def work(_job: object) -> tuple[tuple[Overdue, ...], tuple[PastDeletion, ...]]:
            return retention.overdue(context), retention.past_deletions(context)

        self.read(work, lambda answer: self._show(*answer), key="retention")

    def first_action(self) -> None:
        """Delete what is chosen, once the commander has confirmed it."""
        chosen = [self._due[line] for line in self.table.chosen() if self._may_go(self._due[line])]
        if not chosen:
            self.bars.tell("warning", self.say(N_("Choose records whose help has ended. Others are put off or ended first.")))
            return
        question = self.say.plural(
            N_("Delete this record, its visits and its history for good? Nothing brings it back."),
            N_("Delete {n} records, their visits and their history for good? Nothing brings them back."),
            len(chosen),
        )
        if not self.desk.ask.confirm(self, question, self.say(N_("Delete for good"))):
            return
        context, code, ids = (
            self.desk.context,
            chosen[0].type_code,
            [line.id for line in chosen if line.type_code == chosen[0].type_code],
        )
        self.write(
            lambda _job: retention.delete_for_good(context, code, ids), self._deleted, title=self.say(N_("Deleting for good"))
        )

    def _deleted(self, count: int) -> None:
        self.refresh()
        text = self.say.plural(N_("One record was deleted for good."), N_("{n} records were deleted for good."), count)
        self.bars.tell("done", text)

    def _show(self, due: tuple[Overdue, ...], past: tuple[PastDeletion, ...]) -> None:
        self._due = due
        self.table.show_lines([(line.keep_until, line.title, line.ended, self._note(line)) for line in due])
        self.stack.setCurrentIndex(0 if due else 1)
        say = self.say
        told = [
            say(N_("{day}: {count} deleted, confirmed by {who}"), day=line.deleted_on, count=line.records, who=line.confirmed_by)
            for line in past[:3]
        ]
        self.past.setText("  ·  ".join(told))
        self.past.setVisible(bool(told))
        self._offer()

    def _note(self, line: Overdue) -> str:
        if line.deleted:
            return self.say(N_("In the recycle bin"))
        return "" if line.ended else self.say(N_("Still being helped: put the day off, or end the help"))

    def _may_go(self, line: Overdue) -> bool:
        return bool(line.ended) or line.deleted

    def _offer(self) -> None:
        chosen = [number for number in self.table.chosen() if number < len(self._due)]
        self.delete.setEnabled(self.desk.context.user.is_commander and any(self._may_go(self._due[number]) for number in chosen))

    def _open(self, number: int) -> None:
        line = self._due[number]
        self.go.emit(page_of(line.type_code), line.id)

    def _leave(self) -> None:
        self.go.emit("reintegration", None)
