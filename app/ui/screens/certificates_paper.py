"""How certificates are printed: on blank or bought sheets, moved by millimetres, with which emblem; the last choice is kept."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from app.core import settings
from app.core.errors import UserError
from app.core.i18n import N_
from app.documents.certificate import CLASSIC, Look
from app.services import awards, emblem
from app.services.awards import Batch, Offered
from app.services.context import Context
from app.services.emblem import EmblemChoice
from app.ui.page import Page
from app.ui.sheets import print_sheets
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, row, words

PAPER_CHOICE = "certificates.paper"
LAYOUT_CHOICE = "certificates.layout"
_TAKE = "take"
_SHOWN_LETTERS = 10
_FARTHEST = 50
"""Millimetres a text may be moved on a bought sheet."""


class PaperChoice(QWidget):
    """`changed` tells that certificates are to be laid out anew."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        say = page.say
        self.paper = QComboBox()
        self.paper.setObjectName("certificates.paper")
        self.paper.setAccessibleName(say(N_("Paper")))
        self.paper.addItem(say(N_("Whole certificate on blank paper")), "full")
        self.paper.addItem(say(N_("Text only, on bought sheets")), "blank")
        self.paper.activated.connect(lambda _index: self._chosen())
        self.layouts = QComboBox()
        self.layouts.setObjectName("certificates.layout")
        self.layouts.setAccessibleName(say(N_("Layout")))
        for box in (self.layouts, self.paper):
            # On a narrow screen the decision beside them has to stay readable; their lists open as wide as their words.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_SHOWN_LETTERS)
            box.view().setMinimumWidth(TOKENS.sidebar + TOKENS.sidebar_folded)
        self.layouts.activated.connect(lambda _index: self._layout_chosen(str(self.layouts.currentData())))
        self.layout_code = settings.read(page.desk.context.folder).last.get(LAYOUT_CHOICE, CLASSIC)
        self.right, self.down = TypedField("offset_x", say(N_("Right, mm"))), TypedField("offset_y", say(N_("Down, mm")))
        for field in (self.right, self.down):
            field.setMaximumWidth(TOKENS.sidebar // 2)
            field.left.connect(self._chosen)
        self.emblem = button("", lambda: None, name="certificates.emblem")
        self._menu = QMenu(self.emblem)
        self._drawing = self._action(say(N_("The program's drawing")), self._use_drawing, "drawing")
        self._picture = self._action(say(N_("The station's own picture…")), self._use_picture, "picture")
        self._none = self._action(say(N_("Print no emblem")), self._use_none, "none")
        self.emblem.setMenu(self._menu)
        paper = column(words(say(N_("Paper")), "label"), self.paper, 1, gap=2)
        emblem_place = column(words(say(N_("Emblem")), "label"), self.emblem, 1, gap=2)
        self._emblem_place = QWidget()
        self._emblem_place.setLayout(emblem_place)
        layouts = column(words(say(N_("Layout")), "label"), self.layouts, 1, gap=2)
        self.setLayout(row(layouts, paper, self.right, self.down, self._emblem_place, gap=TOKENS.between))
        self._recall()
        self._arrange()

    def refresh(self) -> None:
        """Read again which emblem is chosen."""
        context = self.page.desk.context
        self.page.read(lambda _job: emblem.emblem_choice(context), self._show_emblem, key="emblem")
        self.page.read(lambda _job: awards.layouts(context), self._show_layouts, key="layouts")

    def look(self) -> Look | None:
        """How to print; `None` while an offset cannot be read, which is told beside its field."""
        blank = self._blank
        offsets = [self._offset(field) if blank else 0.0 for field in (self.right, self.down)]
        x, y = offsets
        return None if x is None or y is None else awards.look_for(str(self.paper.currentData()), x, y)

    def _show_layouts(self, found: tuple[Offered, ...]) -> None:
        self.layouts.clear()
        for offered in found:
            self.layouts.addItem(offered.name, offered.code)
        self.layouts.addItem(self.page.say(N_("Take in from a file…")), _TAKE)
        self.layouts.setCurrentIndex(max(0, self.layouts.findData(self.layout_code)))

    def _layout_chosen(self, code: str) -> None:
        if code == _TAKE:
            self._take_layout()
            return
        self.layout_code = code
        self._remember(LAYOUT_CHOICE, code)
        self.changed.emit()

    def _take_layout(self) -> None:
        """Take a layout in from a JSON file and use it."""
        say, context = self.page.say, self.page.desk.context
        files: tuple[Path, ...] = self.page.desk.ask.open_files(
            self, say(N_("Take in a layout")), say(N_("Layouts of certificates (*.json)"))
        )
        self.refresh()

        def taken(offered: Offered) -> None:
            self._layout_chosen(offered.code)
            self.refresh()

        for path in files[:1]:
            self.page.write(partial(self._taking, context, path), taken, failed=self.page.explain)

    @staticmethod
    def _taking(context: Context, path: Path, _job: object) -> Offered:
        return awards.take_layout(context, path)

    @property
    def _blank(self) -> bool:
        return bool(self.paper.currentData() == "blank")

    def _offset(self, field: TypedField) -> float | None:
        try:
            offset = Decimal(field.text.replace(",", ".").replace("−", "-") or "0")
            good = abs(offset) <= _FARTHEST
        except InvalidOperation:
            good = False
        field.tell("" if good else self.page.say(N_("A number from −{most} to {most}"), most=_FARTHEST))
        return float(offset) if good else None

    def _chosen(self) -> None:
        self._arrange()
        if self.look() is not None:
            self._keep()
            self.changed.emit()

    def _arrange(self) -> None:
        self.right.setVisible(self._blank)
        self.down.setVisible(self._blank)
        self._emblem_place.setVisible(not self._blank)

    def _keep(self) -> None:
        self._remember(PAPER_CHOICE, f"{self.paper.currentData()}:{self.right.text or '0'}:{self.down.text or '0'}")

    def _remember(self, what: str, choice: str) -> None:
        folder = self.page.desk.context.folder
        kept = settings.read(folder)
        if kept.last.get(what) == choice:
            return
        try:
            settings.write(folder, kept.remembering(what, choice))
        except UserError as problem:
            self.page.explain(problem)

    def _recall(self) -> None:
        mode, *offsets = settings.read(self.page.desk.context.folder).last.get(PAPER_CHOICE, "full:0:0").split(":")
        self.paper.setCurrentIndex(max(0, self.paper.findData(mode)))
        for field, offset in zip((self.right, self.down), (*offsets, "0", "0"), strict=False):
            field.text = offset

    def _action(self, text: str, act: Callable[[], None], name: str) -> QAction:
        action = self._menu.addAction(text, act)
        action.setObjectName(f"certificates.emblem.{name}")
        action.setCheckable(True)
        return action

    def _show_emblem(self, choice: EmblemChoice) -> None:
        own = choice.shown and choice.picture is not None
        self._drawing.setChecked(choice.shown and not own)
        self._picture.setChecked(own)
        self._none.setChecked(not choice.shown)
        self.emblem.setText(self.page.say(N_("Own picture") if own else N_("Drawing") if choice.shown else N_("No emblem")))

    def _use_drawing(self) -> None:
        context = self.page.desk.context
        self._change(lambda: emblem.use_drawing(context))

    def _use_none(self) -> None:
        context = self.page.desk.context
        self._change(lambda: emblem.show_emblem(context, False))

    def _use_picture(self) -> None:
        say, context = self.page.say, self.page.desk.context
        kinds = say(N_("Pictures (*.png *.jpg *.jpeg)"))
        files: tuple[Path, ...] = self.page.desk.ask.open_files(self, say(N_("Choose a picture of the emblem")), kinds)
        self.refresh()
        for path in files[:1]:
            self._change(partial(emblem.use_picture, context, path))

    def _change(self, act: Callable[[], None]) -> None:
        def done(_none: object) -> None:
            self.refresh()
            self.changed.emit()

        def failed(problem: Exception) -> None:
            self.refresh()
            self.page.explain(problem)

        self.page.write(lambda _job: act(), done, failed=failed)


def print_batch(page: Page, batch: Batch) -> None:
    """Ask for a printer and print certificates at true size; that names leave is written down before they do."""
    context, say = page.desk.context, page.say
    try:
        printer = page.desk.ask.printer(page, say(N_("Sổ ANTQ {count}"), count=batch.count))
    except UserError as problem:
        page.explain(problem)
        return
    if printer is None:
        return

    def written(_none: object) -> None:
        count = print_sheets(printer, (batch.sheet(number) for number in range(batch.count)))
        text = say.plural(N_("One certificate went to the printer."), N_("{n} certificates went to the printer."), count)
        page.bars.tell("done", text)

    page.write(lambda _job: awards.printed(context, batch), written)
