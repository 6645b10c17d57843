"""The pages of a PDF as pictures: whole for the screen, in bands for the printer, where a page at 600 dpi would fill the memory.

May be used away from the screen's thread; everything here waits its turn for PDFium.
"""

from collections.abc import Callable, Iterator
from math import ceil

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from app.core.i18n import N_
from app.core.pdfium import PDFIUM
from app.core.progress import Progress

BAND = 400
"""Rows of dots drawn at a time."""
_POINTS_PER_INCH = 72.0
_MM = 25.4 / _POINTS_PER_INCH
_PRINTING = N_("Printing")


class PdfPages:
    """A finished PDF: how many pages, how large, and pictures of them."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        with PDFIUM:
            document = pypdfium2.PdfDocument(pdf)
            self._sizes = [document.get_page_size(number) for number in range(len(document))]
            document.close()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        width, height = self._sizes[number]
        return width * _MM, height * _MM

    def picture(self, number: int, width: int, height: int) -> QImage:
        """A page as so many dots."""
        scale = max(width / self._sizes[number][0], height / self._sizes[number][1])
        with PDFIUM:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                return _image(document[number], scale, (0.0, 0.0, 0.0, 0.0)).copy(0, 0, width, height)
            finally:
                document.close()

    def bands(self, number: int, dots_per_inch: int) -> Iterator[tuple[QRectF, QImage]]:
        """A page from top to bottom: where each band belongs, in dots from the paper's corner, and the band."""
        scale = dots_per_inch / _POINTS_PER_INCH
        width, height = (ceil(side * scale) for side in self._sizes[number])
        with PDFIUM:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                page = document[number]
                for top in range(0, height, BAND):
                    rows = min(BAND, height - top)
                    crop = (0.0, (height - top - rows) / scale, 0.0, top / scale)
                    yield QRectF(0, top, width, rows), _image(page, scale, crop).copy(0, 0, width, rows)
            finally:
                document.close()


def print_pages(device: QPagedPaintDevice, pages: PdfPages, progress: Progress, record: Callable[[], None] = lambda: None) -> int:
    """Print every page at true size from the paper's corner; returns how many. `record` is called before anything is drawn.

    Between two pages the work may be stopped; what was drawn until then is printed.
    """
    progress.step(0, pages.count, _PRINTING)
    record()
    painter = QPainter()
    try:
        for number in range(pages.count):
            progress.step(number, pages.count, _PRINTING)
            width, height = pages.size(number)
            lying = width > height
            size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
            orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
            layout = QPageLayout(size, orientation, QMarginsF())
            layout.setMode(QPageLayout.Mode.FullPageMode)
            device.setPageLayout(layout)
            if number == 0:
                painter.begin(device)
            else:
                device.newPage()
            across, down = device.logicalDpiX(), device.logicalDpiY()
            dots = max(across, down)
            for place, band in pages.bands(number, dots):
                at = QRectF(0, place.y() * down / dots, place.width() * across / dots, place.height() * down / dots)
                painter.drawImage(at, band)
    finally:
        painter.end()
    return pages.count


def _image(page: pypdfium2.PdfPage, scale: float, crop: tuple[float, float, float, float]) -> QImage:
    bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
    view = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    # The dots belong to PDFium and go with the bitmap.
    return view.copy()
