"""The recycle bin of all registers: what was deleted, when and by whom, and the way back."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.i18n import N_
from app.services import registers
from app.services.registers import Thrown
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.menu import page_of
from app.ui.page import Page
from app.ui.record_acts import RecordActs
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class RecyclePage(Page):
    """Nothing is deleted for good here; that is done by term and by law only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Recycle bin")))
        say = desk.say
        self.add_search(lambda _text: self.refresh())
        self.restore = button(
            say(N_("Restore")), self.first_action, role="primary", sign="undo-2", keys="Ctrl+N", name="recycle.restore"
        )
        self.restore.setEnabled(False)
        self.action_row.addWidget(self.restore)
        self.acts = RecordActs(self, self.bars)
        self._lines: tuple[Thrown, ...] = ()
        heads = (
            Head(say(N_("Deleted at"))),
            Head(say(N_("Register"))),
            Head(say(N_("Record")), wide=True),
            Head(say(N_("Deleted by"))),
        )
        self.table = LineTable("recycle.table", heads)
        self.table.opened.connect(self._open)
        self.table.changed.connect(lambda: self.restore.setEnabled(bool(self.table.chosen())))
        self.count = words("", "quiet")
        self.hint = words(
            say(N_("Choose one or several with Shift or Ctrl. Enter reads one, the button brings them back.")), "quiet"
        )
        strip = row(self.hint, 1, self.count)
        strip.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.empty = QWidget()
        self.nothing = words("", "quiet")
        self.empty.setLayout(column(1, row(1, self.nothing, 1), 2))
        self.stack = QStackedWidget()
        self.stack.setProperty("role", "ground")
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.body.addLayout(strip)
        self.body.addWidget(self.stack, 1)

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the bin again."""
        context, typed = self.desk.context, self.search.text().strip() if self.search is not None else ""
        title = self.say(N_("Looking through the recycle bin"))
        self.read(lambda _job: registers.thrown(context, typed), self._show, key="recycle", title=title)

    def first_action(self) -> None:
        """Take what is chosen out of the bin."""
        places = [(self._lines[line].type_code, self._lines[line].id) for line in self.table.chosen()]
        if not places:
            return

        def done(count: int) -> None:
            self.refresh()
            self.bars.tell("done", self.say.plural(N_("One record is back."), N_("{n} records are back."), count))

        self.acts.do(lambda context, answers: registers.restore_many(context, places, answers=answers), done)

    def _show(self, lines: tuple[Thrown, ...]) -> None:
        self._lines = lines
        self.table.show_lines([(line.when, line.register, line.title, line.who) for line in lines])
        self.stack.setCurrentWidget(self.table if lines else self.empty)
        searched = self.search is not None and bool(self.search.text().strip())
        nothing = N_("Nothing that was deleted has these words.") if searched else N_("Nothing has been deleted.")
        self.nothing.setText(self.say(nothing))
        self.hint.setVisible(bool(lines))
        self.restore.setEnabled(bool(self.table.chosen()))
        self.count.setText(self.say.plural(N_("{n} record"), N_("{n} records"), len(lines)))

    def _open(self, number: int) -> None:
        line = self._lines[number]
        self.go.emit(page_of(line.type_code), line.id)
