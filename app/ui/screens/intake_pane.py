"""Beside the table of judged rows: what the row under the cursor says, why it is held up, what it is like, what can be done."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services.intake.showing import reason, texts_of_record, verdict_words
from app.services.intake.views import Judged, Like
from app.ui.page import Page
from app.ui.screens.carry_parts import notice
from app.ui.screens.intake_model import RowsModel, may_be_row, may_be_typed, may_stay
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, rule, scrolled, words

_TONES = {"new": "done", "duplicate": "warning", "review": "warning", "left_out": "done"}
_LONGEST = 600
"""Letters of a cell that are shown; Excel allows fifty times as many."""
_DIFFERENT = "≠ "
"""Before what differs: a sign beside the colour."""


class RowPane(QWidget):
    """`offered` carries a text that was chosen for the doubted cell; the others ask for something to be done with the chosen rows.
    `opened` carries what the row is the same as."""

    offered = Signal(str)
    as_it_is = Signal()
    left_out = Signal()
    as_row = Signal()
    alike = Signal()
    opened = Signal(object)

    def __init__(self, page: Page, model: RowsModel) -> None:
        super().__init__()
        self._page, self.say, self._model = page, page.say, model
        self._rows: tuple[Judged, ...] = ()
        self._other: Mapping[str, str] = {}
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self._inside.setSpacing(TOKENS.inside)
        place = QWidget()
        place.setLayout(column(self._inside, 1, gap=0))
        self.take = button(self.say(N_("Take it as it stands")), self.as_it_is.emit, keys="Ctrl+Enter", name="intake.as_it_is")
        self.leave = button("", self.left_out.emit, keys="Del", name="intake.leave_out")
        self.data = button("", self.as_row.emit, keys="Ctrl+Enter", name="intake.as_row")
        foot = row(self.take, self.data, self.leave, 1)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self._foot = framed("footer", foot)
        self.setLayout(column(scrolled(place), self._foot, gap=0))
        self.setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)

    def show_rows(self, rows: tuple[Judged, ...], current: Judged | None, alike: int) -> None:
        """Show the row under the cursor and what can be done with all that are chosen; `alike` others have the same doubt about the
        same words."""
        self._rows, self._other = rows, {}
        shown = current if current is not None else rows[0] if rows else None
        self._offer_acts()
        self._fill(shown, alike)
        like = shown.like if shown else None
        if shown is not None and like is not None and like.record_id:
            context = self._page.desk.context
            self._page.read(lambda _job: texts_of_record(context, like), partial(self._compare, shown, alike), key="like")

    def show_nothing(self, text: str) -> None:
        """No row is in sight."""
        self._rows = ()
        empty_layout(self._inside)
        self._inside.addWidget(words(text, "quiet", wrap=True))
        self._offer_acts()

    def _offer_acts(self) -> None:
        acceptable = any(may_stay(row) for row in self._rows)
        out = bool(self._rows) and all(row.reason == "by_hand" for row in self._rows)
        typed = any(may_be_typed(row) for row in self._rows)
        self.take.setVisible(acceptable)
        self.leave.setVisible(out or typed)
        many = len(self._rows) > 1
        data = any(may_be_row(row) for row in self._rows)
        self.data.setVisible(data and not acceptable)
        self.data.setText(self.say(N_("These are rows of data") if many else N_("This is a row of data")))
        if out:
            self.leave.setText(self.say(N_("Take them after all") if many else N_("Take it after all")))
        else:
            self.leave.setText(self.say(N_("Leave these rows out") if many else N_("Leave this row out")))
        if all(row.verdict == "duplicate" for row in self._rows):
            self.take.setText(self.say(N_("Take them all the same") if many else N_("Take it all the same")))
        else:
            self.take.setText(self.say(N_("Take them as they stand") if many else N_("Take it as it stands")))
        self._foot.setVisible(acceptable or out or typed or data)

    def _compare(self, shown: Judged, alike: int, other: Mapping[str, str]) -> None:
        self._other = other
        self._fill(shown, alike)

    def _fill(self, shown: Judged | None, alike: int) -> None:
        empty_layout(self._inside)
        if shown is None:
            return
        say = self.say
        if len(self._rows) > 1:
            self._inside.addWidget(
                words(say.plural(N_("One row is chosen"), N_("{n} rows are chosen"), len(self._rows)), "section")
            )
        heading = say(N_("Row {row} of sheet {sheet}"), row=shown.number, sheet=shown.sheet)
        self._inside.addWidget(words(heading, "quiet" if len(self._rows) > 1 else "section", wrap=True))
        why = reason(shown, say) or say(verdict_words(shown.verdict))
        told = notice(_TONES[shown.verdict], why)
        told.setObjectName("intake.why")
        self._inside.addWidget(told)
        if shown.draft is None:
            line = self._model.line(shown)[:_LONGEST]
            if line:
                self._inside.addWidget(words(say(N_("The sheet says: {text}"), text=line), "value", wrap=True, select=True))
        self._add_offers(shown, alike)
        self._inside.addWidget(rule())
        self._add_cells(shown)
        if may_be_typed(shown):
            keys = N_("Enter corrects the cell · Del leaves the row out · Ctrl+Z takes a step back")
            if may_stay(shown):
                keys = N_(
                    "Enter corrects the cell · Ctrl+Enter takes the row as it stands · Del leaves it out · Ctrl+Z takes a step back"
                )
            self._inside.addWidget(words(say(keys), "help", wrap=True))

    def _add_offers(self, shown: Judged, alike: int) -> None:
        say = self.say
        offers = shown.doubt.offers if shown.doubt is not None and shown.verdict == "review" else ()
        if offers:
            self._inside.addWidget(words(say(N_("It may mean:")), "label"))
        for number, offer in enumerate(offers):
            made = button(offer, partial(self.offered.emit, offer), sign="check", name=f"intake.offer.{number}")
            self._inside.addWidget(made)
        if alike:
            text = say.plural(
                N_("Choose also the other row with the same words"), N_("Choose also the {n} other rows with the same words"), alike
            )
            self._inside.addWidget(button(text, self.alike.emit, role="link", name="intake.alike"))

    def _add_cells(self, shown: Judged) -> None:
        """The row, and beside it the record or the earlier row that it is the same as, or nearly."""
        say, like = self.say, shown.like
        beside = self._texts_beside(like)
        grid = QGridLayout()
        grid.setHorizontalSpacing(TOKENS.inside)
        grid.setVerticalSpacing(TOKENS.gap)
        grid.setColumnStretch(1, 1)
        line = 0
        if like is not None:
            grid.setColumnStretch(2, 1)
            grid.addWidget(words(say(N_("This row")), "label"), 0, 1)
            other = say(N_("Row {row}"), row=like.row) if like.row else say(N_("In the book"))
            grid.addWidget(words(other, "label"), 0, 2)
            line = 1
        for each in self._model.columns:
            text, other_text = self._model.text(shown, each)[:_LONGEST], beside.get(each.target, "")[:_LONGEST]
            if not text and not other_text:
                continue
            grid.addWidget(words(each.label, "label", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(text, "value", wrap=True, select=True), line, 1, Qt.AlignmentFlag.AlignTop)
            if like is not None and each.target in beside:
                grid.addWidget(self._beside(text, other_text), line, 2, Qt.AlignmentFlag.AlignTop)
            line += 1
        self._inside.addLayout(grid)
        if like is not None and like.record_id and beside.get(""):
            self._inside.addWidget(self._open_link(like, beside[""]))

    def _texts_beside(self, like: Like | None) -> Mapping[str, str]:
        if like is None:
            return {}
        if like.record_id:
            return self._other
        earlier = self._model.earlier(like.sheet, like.row)
        return {each.target: self._model.text(earlier, each) for each in self._model.columns} if earlier is not None else {}

    def _beside(self, text: str, other: str) -> QWidget:
        differs = text.casefold() != other.casefold()
        made = words(_DIFFERENT + (other or "–") if differs else other, "problem" if differs else "value", wrap=True, select=True)
        made.setAccessibleName(self.say(N_("Different: {text}"), text=other) if differs else other)
        return made

    def _open_link(self, like: Like, named: str) -> QPushButton:
        text = self.say(N_("Open it in the book"))
        made = button(text, partial(self.opened.emit, like), role="link", name="intake.open_like")
        made.setToolTip(named)
        return made
