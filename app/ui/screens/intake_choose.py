"""The first step of taking workbooks in: which files, an empty template to fill in, and the imports before, each undone whole."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_
from app.core.text import number_vi, short_moment
from app.services.intake.taking import PastImport
from app.services.intake.targets import registers
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.screens.intake_card import ClosedChoice
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, scrolled, words

_SHOWN_IMPORTS = 8
KINDS = N_("Excel, ODS, CSV (*.xlsx *.xlsm *.xls *.ods *.csv);;All files (*)")


class ChooseStep(QWidget):
    """`chosen` carries the files and folders; `template_wanted` the register whose empty template is to be saved, `undo_wanted` a
    `PastImport`."""

    chosen = Signal(object)
    template_wanted = Signal(str)
    undo_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self._imports: tuple[PastImport, ...] = ()
        inside = QVBoxLayout()
        inside.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.between)
        inside.setSpacing(TOKENS.between)
        inside.addWidget(self._files())
        inside.addWidget(self._past())
        place = QWidget()
        place.setLayout(column(inside, 1, gap=0))
        self.setLayout(column(scrolled(place, role="ground"), gap=0))

    @property
    def register(self) -> str:
        """The register that every sheet is to be taken for; empty when the program recognises it."""
        return str(self.choice.currentData() or "")

    def focus_start(self) -> None:
        """On choosing files."""
        self.files.setFocus()

    def preset(self, type_code: str) -> None:
        """Have a register chosen, as when the officer comes from its page."""
        self._wanted = type_code
        self.choice.choose(type_code)
        self._register_chosen()

    def refresh(self) -> None:
        """Read the registers and the imports before."""
        context = self._page.desk.context
        if self.choice.count() == 1:
            self._page.read(lambda _job: registers(context), self._offer, key="registers")

    def show_imports(self, imports: tuple[PastImport, ...]) -> None:
        """The imports before, the newest first."""
        self._imports = imports[:_SHOWN_IMPORTS]
        say = self.say
        lines = []
        for each in self._imports:
            state = say(N_("undone")) if each.undone else ""
            tones = ("quiet",) if each.undone else ()
            lines.append(Line((each.name, short_moment(each.at), number_vi(each.new), state), tones, key=each.batch))
        self.past.show_lines(lines)
        self.past.be_as_high_as_its_lines()
        self.before.setVisible(bool(lines))
        self._import_chosen()

    def choose_files(self) -> None:
        """Ask for files (Ctrl+O)."""
        found = self._page.desk.ask.open_files(self, self.say(N_("Choose workbooks")), self.say(KINDS))
        if found:
            self.chosen.emit(found)

    def _choose_folder(self) -> None:
        folder: Path | None = self._page.desk.ask.folder(self, self.say(N_("Choose a folder of workbooks")))
        if folder is not None:
            self.chosen.emit((folder,))

    def _files(self) -> QWidget:
        say = self.say
        self._wanted = ""
        self.files = button(
            say(N_("Choose files…")), self.choose_files, role="primary", sign="file-text", keys="Ctrl+O", name="intake.files"
        )
        folder = button(say(N_("Choose a folder…")), self._choose_folder, sign="folder-open", name="intake.folder")
        help_ = words(
            say(
                N_(
                    "Excel, ODS or CSV, as the station has kept it. Nothing is recorded before you have seen every row, and a "
                    "whole import can be undone."
                )
            ),
            "help",
            wrap=True,
        )
        drop = words(say(N_("or drop files here")), "quiet")
        self.choice = ClosedChoice("intake.preset", say(N_("Register")))
        self.choice.addItem(say(N_("Recognised by the program")), "")
        self.choice.setMinimumWidth(TOKENS.sidebar + TOKENS.edge)
        self.choice.currentIndexChanged.connect(lambda _place: self._register_chosen())
        self.template = button(
            say(N_("Save an empty template…")),
            lambda: self.template_wanted.emit(self.register),
            role="link",
            name="intake.template",
        )
        self.template.setEnabled(False)
        self.template.setToolTip(say(N_("Choose the register first.")))
        which = row(words(say(N_("Register")), "label"), self.choice, self.template, 1)
        title = words(say(N_("Which workbook")), "section")
        return framed("card", column(title, help_, row(self.files, folder, drop, 1), which, edge=TOKENS.between))

    def _past(self) -> QWidget:
        say = self.say
        heads = (
            Head(say(N_("File"))),
            Head(say(N_("When")), TOKENS.sidebar * 3 // 4),
            Head(say(N_("Rows recorded")), TOKENS.sidebar // 2, figures=True),
            Head("", TOKENS.sidebar // 2),
        )
        self.past = Grid("intake.past", heads)
        self.past.setProperty("role", "framed")
        self.past.chosen.connect(lambda _line: self._import_chosen())
        self.undo = button(say(N_("Undo this import…")), self._undo, sign="undo-2", name="intake.undo_past")
        inside = column(words(say(N_("Imports before")), "section"), self.past, row(self.undo, 1), edge=TOKENS.between)
        self.before = framed("card", inside)
        self.before.hide()
        return self.before

    def _offer(self, found: tuple[tuple[str, str], ...]) -> None:
        for code, called in found:
            self.choice.addItem(called, code)
        if self._wanted:
            self.preset(self._wanted)

    def _register_chosen(self) -> None:
        self.template.setEnabled(bool(self.register))

    def _current(self) -> PastImport | None:
        line = self.past.current()
        return next((each for each in self._imports if line is not None and each.batch == line.key), None)

    def _import_chosen(self) -> None:
        current = self._current()
        self.undo.setEnabled(current is not None and not current.undone)

    def _undo(self) -> None:
        current = self._current()
        if current is not None and not current.undone:
            self.undo_wanted.emit(current)
