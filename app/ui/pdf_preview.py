"""The preview of a PDF: pages are drawn away from the screen's thread and appear when they are there."""

from collections import OrderedDict

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.documents.display import Sheet
from app.ui.pdf_pages import PdfPages
from app.ui.sheets import SheetPreview

_KEPT = 4
"""Pictures of pages kept at hand."""

_Key = tuple[int, int, int]
"""Number of the page, and how many dots across and down."""


class PdfPreview(SheetPreview):
    """Shows `PdfPages` with the keys and steps of any preview. `wanted` asks for a picture; `take` brings it."""

    wanted = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: PdfPages | None = None
        self._pictures: OrderedDict[_Key, QImage] = OrderedDict()
        self._asked: _Key | None = None

    def show_pages(self, pages: PdfPages | None, number: int = 0) -> None:
        """Show a finished PDF from a page on; `None` shows nothing."""
        self.pages = pages
        self._pictures.clear()
        self._asked = None
        self.show_sheets(pages.count if pages else 0, self._blank)
        self.go_to(number)

    def take(self, number: int, width: int, height: int, picture: QImage) -> None:
        """A picture that was wanted is here."""
        self._pictures[(number, width, height)] = picture
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _blank(self, number: int) -> Sheet:
        assert self.pages is not None
        width, height = self.pages.size(number)
        return Sheet(width, height, ())

    def _rendered(self, sheet: Sheet, size: QSizeF) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (self.number, max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        found = self._pictures.get(key)
        if found is not None:
            return found
        if self._asked != key:
            self._asked = key
            self.wanted.emit(*key)
        # Until the page is there: the same page at another size, or white paper.
        near = [picture for (number, _, _), picture in self._pictures.items() if number == self.number]
        if near:
            return near[-1]
        white = QImage(1, 1, QImage.Format.Format_RGB32)
        white.fill(Qt.GlobalColor.white)
        return white
