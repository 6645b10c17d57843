"""The preview of sheets: what `app.ui.sheet_player` paints, one real sheet at a time, whole or enlarged."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.documents.display import Sheet
from app.ui.sheet_player import paint_sheet, print_sheets
from app.ui.theme import TOKENS

__all__ = ["SheetPreview", "paint_sheet", "print_sheets"]


class SheetPreview(QAbstractScrollArea):
    """Shows sheets one at a time, whole or enlarged.

    Page Up and Page Down turn the sheets, Home and End go to the first and last; + and − enlarge and reduce,
    0 shows the whole sheet again. `shown` carries the number of the sheet, counted from 0.
    """

    shown = Signal(int)

    _STEP = 1.25
    _LARGEST = 8.0
    _MARGIN = 20

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._sheet_at: Callable[[int], Sheet] | None = None
        self._number = 0
        self._zoom = 1.0
        self._picture: tuple[int, int, int, QImage] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_sheets(self, count: int, sheet_at: Callable[[int], Sheet]) -> None:
        """Show `count` sheets, each made by `sheet_at` only when it is turned to; begins at the first."""
        self._count, self._sheet_at, self._picture = count, sheet_at, None
        self._zoom = 1.0
        self._number = -1
        self.go_to(0)

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return self._count

    @property
    def number(self) -> int:
        """The sheet that is shown, counted from 0."""
        return max(0, self._number)

    def go_to(self, number: int) -> None:
        """Show the sheet of this number, or the nearest there is."""
        wanted = max(0, min(number, self._count - 1))
        if wanted == self._number:
            return
        self._number, self._picture = wanted, None
        self._arrange()
        self.shown.emit(wanted)

    def enlarge(self) -> None:
        """One step nearer."""
        self._set_zoom(self._zoom * self._STEP)

    def reduce(self) -> None:
        """One step back, not further than the whole sheet."""
        self._set_zoom(self._zoom / self._STEP)

    def show_whole(self) -> None:
        """The whole sheet in view."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = max(1.0, min(zoom, self._LARGEST))
        self._arrange()

    def _sheet(self) -> Sheet | None:
        if self._sheet_at is None or self._count == 0:
            return None
        return self._sheet_at(self.number)

    def _page_size(self, sheet: Sheet) -> QSizeF:
        area = self.viewport().size()
        room = (max(1, area.width() - 2 * self._MARGIN), max(1, area.height() - 2 * self._MARGIN))
        scale = min(room[0] / sheet.width, room[1] / sheet.height) * self._zoom
        # Whole dots of the screen: a picture stretched by half a dot loses or doubles a column of it.
        ratio = self.devicePixelRatioF()
        return QSizeF(round(sheet.width * scale * ratio) / ratio, round(sheet.height * scale * ratio) / ratio)

    def _arrange(self) -> None:
        sheet = self._sheet()
        area = self.viewport().size()
        size = self._page_size(sheet) if sheet is not None else QSizeF()
        for bar, whole, room in (
            (self.horizontalScrollBar(), size.width(), area.width()),
            (self.verticalScrollBar(), size.height(), area.height()),
        ):
            middle = (bar.value() + bar.pageStep() / 2) / max(1.0, bar.maximum() + bar.pageStep())
            bar.setPageStep(room)
            bar.setSingleStep(room // 10)
            bar.setRange(0, max(0, round(whole) + 2 * self._MARGIN - room))
            bar.setValue(round(middle * (bar.maximum() + room) - room / 2))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The sheet follows the window."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """The sheet on the page's ground, with one soft shadow."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, QColor(TOKENS.ground))
        sheet = self._sheet()
        if sheet is None:
            return
        size = self._page_size(sheet)
        x = max(self._MARGIN, (area.width() - size.width()) / 2) - self.horizontalScrollBar().value()
        y = max(self._MARGIN, (area.height() - size.height()) / 2) - self.verticalScrollBar().value()
        ratio = self.devicePixelRatioF()
        page = QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, size.width(), size.height())
        painter.fillRect(page.translated(0, 3).adjusted(-1, -1, 1, 1), QColor(TOKENS.shadow))
        painter.drawImage(page, self._rendered(sheet, size))

    def _rendered(self, sheet: Sheet, size: QSizeF) -> QImage:
        """The sheet as dots of the screen, kept until sheet or size changes."""
        ratio = self.devicePixelRatioF()
        width, height = max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio))
        kept = self._picture
        if kept is not None and kept[:3] == (self.number, width, height):
            return kept[3]
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(width / sheet.width, height / sheet.height)
        paint_sheet(painter, sheet)
        painter.end()
        self._picture = (self.number, width, height, image)
        return image

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Turning and enlarging by keyboard; other keys go on to the page."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._number + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._number - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self._count - 1),
            Qt.Key.Key_Plus: self.enlarge,
            Qt.Key.Key_Equal: self.enlarge,
            Qt.Key.Key_Minus: self.reduce,
            Qt.Key.Key_0: self.show_whole,
        }
        action = actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 -- Qt's name
        """With Ctrl the wheel enlarges and reduces; without, it scrolls and then turns the sheet."""
        turn = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if turn > 0 else self.reduce)()
        elif bar.maximum() == 0 and turn:
            self.go_to(self._number + (1 if turn < 0 else -1))
        else:
            super().wheelEvent(event)
