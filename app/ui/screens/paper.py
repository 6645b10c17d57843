"""One paper: looked at as it will be, then saved or printed. What names people leaves only with a purpose, asked for here."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget

from app.core.errors import Cancelled, UserError
from app.core.i18n import N_
from app.services import papers
from app.services.papers import Made
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.paper_menu import Wanted
from app.ui.pdf_pages import PdfPages, print_pages
from app.ui.pdf_preview import PdfPreview
from app.ui.screens.paper_purpose import PurposeChoice
from app.ui.sheets import SheetPreview, print_sheets
from app.ui.tasks import Job
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, shortcut, sign_button, words

_SAVE = ((".pdf", N_("Save PDF")), (".docx", N_("Save Word")), (".xlsx", N_("Save Excel")))


class PaperPage(Page):
    """`enter` takes what is `Wanted`. Leaving the page stops what is being made and forgets the paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setWordWrap(True)  # a long title takes a second line and leaves the buttons whole
        say = self.say
        self.wanted: Wanted | None = None
        self.made: Made | None = None
        self._pages: PdfPages | None = None
        self._drawing: Job | None = None
        self._here = False
        self.title.setObjectName("paper.title")
        back = button(say(N_("Back")), self.back.emit, sign="arrow-left", keys="Esc", name="paper.back")
        self.print_button = button(say(N_("Print")), self.print_out, sign="printer", keys="Ctrl+P", name="paper.print")
        self.action_row.addWidget(back)
        self.action_row.addWidget(self.print_button)
        self.saves: dict[str, QPushButton] = {}
        for ending, verb in _SAVE:
            primary = ending == ".pdf"
            made = button(
                say(verb),
                partial(self.save_as, ending),
                role="primary" if primary else "",
                sign="save" if primary else "",
                keys="Ctrl+S" if primary else "",
                name=f"paper.save{ending}",
            )
            self.saves[ending] = made
            self.action_row.addWidget(made)
        self.purpose = PurposeChoice(desk.context)
        self.purpose.changed.connect(self._purpose_changed)
        self.purpose.hide()
        self.flowing = PdfPreview()
        self.flowing.setObjectName("paper.pages")
        self.flowing.wanted.connect(self._draw)
        self.sheets = SheetPreview()
        self.sheets.setObjectName("paper.sheets")
        self.previews = QStackedWidget()
        for preview in (self.flowing, self.sheets):
            preview.shown.connect(self._turned)
            self.previews.addWidget(preview)
        self.place = words("", "quiet")
        self.place.setObjectName("paper.place")
        turn = row(
            sign_button("chevron-left", say(N_("Page before  Page Up")), partial(self._turn, -1), name="paper.before"),
            self.place,
            sign_button("chevron-right", say(N_("Next page  Page Down")), partial(self._turn, 1), name="paper.after"),
            1,
            sign_button("minus", say(N_("Smaller")), lambda: self._preview.reduce()),
            button(say(N_("Whole page")), lambda: self._preview.show_whole(), role="link"),
            sign_button("plus", say(N_("Larger")), lambda: self._preview.enlarge()),
        )
        turn.setContentsMargins(TOKENS.edge, TOKENS.gap, TOKENS.between, TOKENS.gap)
        self.body.addWidget(self.purpose)
        body = column(self.previews, framed("footer", turn), gap=0)
        body.setStretch(0, 1)
        self.body.addLayout(body, 1)
        shortcut(self, "Esc", self.back.emit)
        shortcut(self, "Ctrl+S", lambda: self.save_as(".pdf"))
        self._allow()

    def enter(self, argument: object = None) -> None:
        """Make and show the paper that was asked for; without one, what was last asked for."""
        if isinstance(argument, Wanted):
            self.wanted = argument
        self._here = True
        self._forget()
        self.bars.clear()
        self.purpose.begin()
        self.purpose.hide()
        self.refresh()

    def leave(self) -> None:
        """Nothing of the paper stays behind."""
        self._here = False
        self._stop()
        self._forget()

    def focus_start(self) -> None:
        """The page, so that Page Down turns it."""
        self._preview.setFocus()

    def refresh(self) -> None:
        """Make the paper anew from the book as it stands."""
        wanted, purpose, context = self.wanted, self.purpose.purpose, self.desk.context
        if wanted is not None:
            self._stop()
            self.read(
                lambda _job: papers.make(context, wanted.code, wanted.subject, purpose, type_code=wanted.type_code),
                self._show,
                key="paper",
            )

    def print_out(self) -> None:
        """Print at true size."""
        made, pages, context = self.made, self._pages, self.desk.context
        if made is None or not self.print_button.isEnabled():
            return
        try:
            device = self.desk.ask.printer(self, self.say(N_("Sổ ANTQ {count}"), count=self._preview.count))
        except UserError as problem:
            self.explain(problem)
            return
        if device is None:
            return
        record = partial(papers.printed, context, made, int(getattr(device, "copyCount", lambda: 1)()))
        title, content = self.say(N_("Printing")), made.content
        if isinstance(content, tuple):
            # Letters of sheets are drawn by the font of the screen's thread; there are few of them.
            self.write(lambda _job: record(), lambda _none: self._printed(print_sheets(device, content)), title=title)
        elif pages is not None:
            self.read(lambda job: print_pages(device, pages, job, record), self._printed, title=title, aside=True)

    def save_as(self, ending: str) -> None:
        """Ask where, and write the paper there."""
        made, context = self.made, self.desk.context
        if made is None or not self.saves[ending].isEnabled():
            return
        kinds = f"{ending[1:].upper()} (*{ending})"
        path = self.desk.ask.save_as(self, self.say(N_("Save the paper")), made.file_stem + ending, kinds)
        if path is None:
            return

        drawn = self._pages.pdf if self._pages is not None else None
        # Pages that are still being drawn would be in the way; they are drawn again after.
        self._stop()

        def work(job: Job) -> Path:
            papers.save(context, made, path, job, drawn=drawn)
            return path

        self.read(work, self._saved, title=self.say(N_("Writing the paper")), failed=self._not_saved, aside=True)

    @property
    def _preview(self) -> SheetPreview:
        return self.flowing if self.previews.currentWidget() is self.flowing else self.sheets

    def _forget(self) -> None:
        self.made, self._pages = None, None
        self.flowing.show_pages(None)
        self.sheets.show_sheets(0, ().__getitem__)
        self.place.setText("")
        self._allow()

    def _stop(self) -> None:
        """Nobody waits any more for the pages that are being drawn."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _show(self, made: Made) -> None:
        if not self._here:
            return
        self.made, self._pages = made, None
        self.title.setText(made.title)
        content = made.content
        if isinstance(content, tuple):
            self.previews.setCurrentWidget(self.sheets)
            self.sheets.show_sheets(len(content), content.__getitem__)
        else:
            self.previews.setCurrentWidget(self.flowing)
            self._draw_pages(made)
        self._ask_purpose()
        self._allow()
        self._turned(self._preview.number)
        focused = QApplication.focusWidget()
        if focused is None or not self.purpose.isAncestorOf(focused):
            self._preview.setFocus()

    def _draw_pages(self, made: Made) -> None:
        self._drawing = self.read(
            lambda job: PdfPages(papers.render(made, ".pdf", job)),
            self._show_pages,
            key="pages",
            title=self.say(N_("Drawing the pages")),
            failed=self._not_drawn,
            aside=True,
        )

    def _show_pages(self, pages: PdfPages) -> None:
        if not self._here:
            return
        self._pages, self._drawing = pages, None
        self.flowing.show_pages(pages, self.flowing.number)
        self._allow()
        self._turned(self.flowing.number)

    def _not_drawn(self, problem: Exception) -> None:
        if not isinstance(problem, Cancelled) or self._drawing is not None:
            self.explain(problem)

    def _ask_purpose(self) -> None:
        made = self.made
        if made is None:
            return
        named = [label for each in (made, made.workbook) if each is not None for label in (*each.withheld, *each.named)]
        if not named and not made.names:
            self.purpose.hide()
            return
        may_leave_out = made.kind.of == "register" and made.kind.asked
        columns = ", ".join(dict.fromkeys(named)) or made.title
        if made.purpose is not None:
            text = self.say(N_("With what names people: {columns}. Printing and saving are written down."), columns=columns)
        elif may_leave_out:
            text = self.say(
                N_("Left out, because it names people: {columns}. Say for what it is needed to have it too."), columns=columns
            )
        else:
            text = self.say(N_("This paper names people. Say for what it is needed; then it can be printed and saved."))
        self.purpose.show_for(text, may_leave_out=may_leave_out)
        self.purpose.show()

    def _purpose_changed(self) -> None:
        made = self.made
        if made is None:
            return
        if made.kind.asked and made.kind.of == "register":
            self.refresh()
            return
        self.made = replace(made, purpose=self.purpose.purpose)
        self._ask_purpose()
        self._allow()

    def _allow(self) -> None:
        made = self.made
        told = made is not None and (not made.names or made.purpose is not None)
        self.print_button.setEnabled(told and (self._pages is not None or self._preview is self.sheets))
        for ending, save in self.saves.items():
            save.setVisible(made is None or ending in made.endings)
            save.setEnabled(told)

    def _draw(self, number: int, width: int, height: int) -> None:
        pages = self._pages
        if pages is None:
            return

        def done(picture: QImage) -> None:
            if self._pages is pages:
                self.flowing.take(number, width, height, picture)

        self.read(lambda _job: pages.picture(number, width, height), done, key="picture")

    def _turn(self, steps: int) -> None:
        self._preview.go_to(self._preview.number + steps)

    def _turned(self, number: int) -> None:
        count = self._preview.count
        self.place.setText(self.say(N_("Page {number} of {count}"), number=number + 1, count=count) if count else "")

    def _saved(self, path: Path) -> None:
        self.saved.emit()
        self._draw_again()
        text = self.say(N_("The paper was saved: {path}"), path=path)
        self.bars.tell("done", text, (self.say(N_("Open")), lambda: self.desk.ask.show_file(path)))

    def _not_saved(self, problem: Exception) -> None:
        self._draw_again()
        self.explain(problem)

    def _draw_again(self) -> None:
        if self.made is not None and self._pages is None and self._preview is self.flowing:
            self._draw_pages(self.made)

    def _printed(self, count: int) -> None:
        self.saved.emit()
        self.bars.tell("done", self.say.plural(N_("One page went to the printer."), N_("{n} pages went to the printer."), count))
