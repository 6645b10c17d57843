"""A round of the boards and boxes: those not looked at for longest first, one key for one or for several at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_
from app.records.boards import CONDITIONS
from app.services import board_checks
from app.services.board_checks import Hanging, Round
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, shortcut, words


class RoundTable(LineTable):
    """`looked` carries the number of a condition, counted from one, that was typed as a digit."""

    looked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Digits say how the chosen ones are."""
        if event.text().isdigit() and 1 <= int(event.text()) <= len(CONDITIONS):
            self.looked.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


class BoardRoundPage(Page):
    """`enter` takes nothing. What is said of a board is recorded at once and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Round of the boards and boxes")))
        say = self.say
        self._lines: tuple[Hanging, ...] = ()
        self._next = 0
        self.action_row.addWidget(button(say(N_("Boards and boxes")), self._boards, sign="arrow-left", keys="Esc", name="boards"))
        shortcut(self, "Esc", self._boards)
        self.table = RoundTable(
            "round.table",
            (
                Head(say(N_("Place")), wide=True),
                Head(say(N_("Hamlet"))),
                Head(say(N_("Number shown"))),
                Head(say(N_("Condition"))),
                Head(say(N_("Last checked on"))),
            ),
        )
        self.table.looked.connect(self._look)
        self.table.opened.connect(lambda line: self.go.emit("board", self._lines[line].id))
        self.table.changed.connect(self._tell_chosen)
        self.chosen = words("", "label")
        self.chosen.setObjectName("round.chosen")
        self._choices = [
            button(f"{number}  {say(text)}", partial(self._look, number), name=f"round.{code}")
            for number, (code, text) in enumerate(CONDITIONS, 1)
        ]
        hint = words(say(N_("Several lines: Shift with the arrows, or Ctrl+A for all. Enter opens a board.")), "quiet", wrap=True)
        foot = column(row(self.chosen, *self._choices, 1), hint, gap=TOKENS.gap)
        foot.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        whole = column(self.table, framed("footer", foot), gap=0)
        whole.setStretch(0, 1)
        shown = QWidget()
        shown.setLayout(whole)
        self.body.addWidget(shown, 1)

    def focus_start(self) -> None:
        """The boards."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read again what hangs."""
        context = self.desk.context
        self.read(lambda _job: board_checks.hanging(context), self._show, key="round")

    def _show(self, lines: tuple[Hanging, ...]) -> None:
        self._lines = lines
        wrong = self.say(N_("old number"))
        self.table.show_lines(
            [
                (
                    line.place,
                    line.hamlet,
                    f"{line.number} ({wrong})" if line.wrong_number else line.number,
                    line.condition,
                    line.checked_on,
                )
                for line in lines
            ]
        )
        if lines:
            self.table.selectRow(min(self._next, len(lines) - 1))
        self._tell_chosen()

    def _look(self, number: int) -> None:
        chosen = [self._lines[line].id for line in self.table.chosen() if line < len(self._lines)]
        if not chosen:
            return
        context, (condition, text) = self.desk.context, CONDITIONS[number - 1]

        def done(made: Round) -> None:
            one, many = N_("One was looked at today: {condition}."), N_("{n} were looked at today: {condition}.")
            said = self.say.plural(one, many, made.count, condition=self.say(text))
            self.bars.tell("done", said, (self.say(N_("Undo")), partial(self._undo, made.batch)))
            # Those just looked at go to the end of the list, so the one to come takes the place of the first of them.
            self._next = self.table.chosen()[0] if self.table.chosen() else 0
            self.refresh()

        self.write(lambda _job: board_checks.check_all_today(context, chosen, condition), done)

    def _undo(self, batch: str) -> None:
        context = self.desk.context

        def done(_undone: object) -> None:
            self.bars.tell("done", self.say(N_("It is as it was before.")))
            self.refresh()

        self.write(lambda _job: board_checks.undo_round(context, batch), done)

    def _tell_chosen(self) -> None:
        one, many = N_("One chosen, looked at today:"), N_("{n} chosen, looked at today:")
        nothing = self.say(N_("No board or box of this unit hangs."))
        self.chosen.setText(self.say.plural(one, many, len(self.table.chosen())) if self._lines else nothing)
        for choice in self._choices:
            choice.setVisible(bool(self._lines))

    def _boards(self) -> None:
        self.go.emit("board", None)
