"""Several workbooks at once: each with its four numbers, opened one by one where rows need looking at, taken in at one go."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_
from app.core.text import number_vi
from app.services.intake.many import FileResult, Many
from app.services.intake.views import Verdict
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.screens.intake_counters import sum_in_words
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, shortcut, words

_FIGURE = 76


class ManyStep(QWidget):
    """`opened` carries the file to be looked at alone; the others ask to take in all, save the result, undo all, go back."""

    opened = Signal(object)
    taken = Signal()
    save_result = Signal()
    undo_wanted = Signal()
    go_back = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self.many: Many | None = None
        say = self.say
        heads = (
            Head(say(N_("File"))),
            Head(say(N_("Unit")), TOKENS.sidebar * 3 // 4),
            Head(say(N_("Rows read")), _FIGURE, figures=True),
            Head(say(N_("New")), _FIGURE, figures=True),
            Head(say(N_("Already there")), _FIGURE, figures=True),
            Head(say(N_("To be looked at")), _FIGURE, figures=True),
            Head(say(N_("Left out")), _FIGURE, figures=True),
        )
        self.files = Grid("intake.many", heads)
        self.files.chosen.connect(self._chosen)
        self.files.opened.connect(lambda _line: self._open())
        self.sum = words("", "section")
        self.sum.setObjectName("intake.many.sum")
        self.about = words("", "value", wrap=True, select=True)
        self.about.setObjectName("intake.many.about")
        self.about.setMinimumHeight(TOKENS.row * 2)
        self.look = button(say(N_("Look at this file")), self._open, keys="Enter", name="intake.many.look")
        self.back = button(say(N_("Other files")), self.go_back.emit, sign="arrow-left", keys="Alt+Left", name="intake.back")
        self.save = button(say(N_("Save the result")), self.save_result.emit, sign="save", name="intake.many.save")
        self.undo = button(say(N_("Undo everything…")), self.undo_wanted.emit, sign="undo-2", name="intake.many.undo")
        self.take = button("", self._take, role="primary", keys="Ctrl+S", name="intake.many.take")
        beside = row(self.about, self.look)
        beside.setStretch(0, 1)
        beside.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        foot = row(self.back, self.undo, 1, self.save, self.take)
        foot.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        head = column(self.sum)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        whole = column(head, self.files, framed("footer", beside), framed("footer", foot), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        shortcut(self, "Ctrl+S", self.take.click)
        shortcut(self, "Alt+Left", self.go_back.emit)

    def show_many(self, many: Many) -> None:
        """Show what would become of each file, or what became of it."""
        self.many = many
        say, totals = self.say, many.totals
        self.files.show_lines([self._line(each) for each in many.files])
        counts: dict[Verdict, int] = {
            "new": totals.new,
            "duplicate": totals.duplicate,
            "review": totals.review,
            "left_out": totals.left_out,
        }
        self.sum.setText(sum_in_words(say, counts))
        self.take.setText(
            say.plural(N_("Record one row"), N_("Record {n} rows"), totals.new) if totals.new else say(N_("No new row to record"))
        )
        self.take.setEnabled(bool(totals.new))
        self.take.setVisible(many.dry_run)
        self.undo.setVisible(not many.dry_run and any(each.batch for each in many.files))
        self.look.setVisible(bool(many.files))
        self._chosen(self.files.currentIndex().row())

    def focus_start(self) -> None:
        """On the list of files."""
        self.files.setFocus()

    def _line(self, each: FileResult) -> Line:
        if each.error is not None:
            return Line((each.path.name, self.say(N_("refused")), "–", "–", "–", "–", "–"), ("error",), key=each.path)
        counts = each.counts
        figures = (counts.read, counts.new, counts.duplicate, counts.review, counts.left_out)
        tones = ("", "", "", "", "", "warning" if counts.review else "", "")
        return Line((each.path.name, each.unit, *map(number_vi, figures)), tones, tip=str(each.path), key=each.path)

    def _current(self) -> FileResult | None:
        line = self.files.current()
        if line is None or self.many is None:
            return None
        return next((each for each in self.many.files if each.path == line.key), None)

    def _chosen(self, _line: int) -> None:
        current, say = self._current(), self.say
        self.look.setEnabled(current is not None and current.error is None)
        if current is None:
            self.about.setText("")
        elif current.error is not None:
            self.about.setText(say.error(current.error))
        else:
            registry = self._page.desk.context.store.registry
            sheets = (
                say(N_("{sheet}: {register}"), sheet=each.sheet, register=registry.get(each.type_code).plural)
                for each in current.sheets
            )
            told = (say(warning.sentence, **warning.facts) for warning in current.warnings)
            self.about.setText(" · ".join((*sheets, *told)))

    def _take(self) -> None:
        self.take.setEnabled(False)
        self.taken.emit()

    def _open(self) -> None:
        current = self._current()
        if current is not None and current.error is None:
            path: Path = current.path
            self.opened.emit(path)
