"""The pictures of one record, large, one page after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.i18n import N_
from app.services import attachments
from app.services.attachments import Attached
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, row, shortcut, sign_button, words

PICTURES = "pictures"
"""Code of the page; it is entered with a `Shown`."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Whose pictures, by type, id and title of the record, which one first, and whether they may be changed here."""

    type_code: str
    record_id: str
    title: str
    attachment_id: str
    own: bool


class PictureView(QWidget):
    """One picture, as large as its place lets it be, or dot by dot when `whole` is off."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.whole = True

    def show_image(self, image: QImage) -> None:
        """Show another picture; an empty one clears the view."""
        self.image = image
        self.fit()

    def fit(self) -> None:
        """Take as much room as the picture needs."""
        self.setMinimumSize(QSize(0, 0) if self.whole else self._size())
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """The picture in the middle, never larger than its dots."""
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size()
        if self.whole and (size.width() > self.width() or size.height() > self.height()):
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self.image)

    def _size(self) -> QSize:
        return (self.image.size().toSizeF() / self.devicePixelRatioF()).toSize()


class PicturesPage(Page):
    """Left and right walk through all pages of all pictures, Z shows one dot by dot, Delete takes it away, Esc goes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Photographs and scans")))
        say = self.say
        self.shown: Shown | None = None
        self.found: tuple[Attached, ...] = ()
        self.place = self.page_number = 0
        self.view = PictureView()
        self.area = QScrollArea()
        self.area.setProperty("role", "ground")
        self.view.setProperty("role", "ground")
        self.area.setWidget(self.view)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.of = words("", "quiet", wrap=True)
        self.where = words("", "value")
        self.where.setObjectName("pictures.where")
        self.name = TypedField("pictures.title", say(N_("Title")))
        self.name.left.connect(self._rename)
        self.above = button("", self._share, sign="send", name="pictures.share")
        self.delete = button(say(N_("Delete")), self.take_away, sign="trash-2", keys="Del", name="pictures.delete")
        self.zoom = button(say(N_("True size")), self.toggle_size, sign="search", keys="Z", name="pictures.zoom")
        for each in (self.zoom, self.above, self.delete):
            self.action_row.addWidget(each)
        self.action_row.addWidget(button(say(N_("Back")), self.back.emit, sign="arrow-left", keys="Esc", name="pictures.back"))
        earlier = sign_button("chevron-left", say(N_("Previous page")), partial(self.step, -1), name="pictures.earlier")
        later = sign_button("chevron-right", say(N_("Next page")), partial(self.step, 1), name="pictures.later")
        foot = row(earlier, self.where, later, 1, self.name)
        foot.setStretch(4, 1)
        foot.setContentsMargins(TOKENS.edge, TOKENS.gap, TOKENS.between, TOKENS.inside)
        head = row(self.of)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(head)
        self.body.addWidget(self.area, 1)
        self.body.addLayout(column(foot))
        shortcut(self, "Esc", self.back.emit)

    def enter(self, argument: object = None) -> None:
        """Show the pictures of a record, beginning with the one that was chosen."""
        if isinstance(argument, Shown):
            self.shown, self.found, self.place, self.page_number = argument, (), 0, 0
            self.of.setText(argument.title)
            self.view.show_image(QImage())
        self.refresh()

    def refresh(self) -> None:
        """Read again what is attached."""
        if self.shown is None:
            return
        context, shown = self.desk.context, self.shown
        self.read(lambda _job: attachments.of(context, shown.type_code, shown.record_id), self._arrived, key="attached")

    def step(self, by: int) -> None:
        """One page on or back, over the end of a scan to the next picture."""
        if not self.found:
            return
        page = self.page_number + by
        if 0 <= page < self._current.pages:
            self.page_number = page
        elif 0 <= self.place + by < len(self.found):
            self.place += by
            self.page_number = 0 if by > 0 else max(0, self._current.pages - 1)
        self._show()

    def toggle_size(self) -> None:
        """The whole picture, or dot by dot."""
        self.view.whole = not self.view.whole
        self.zoom.setText(self.say(N_("True size")) if self.view.whole else self.say(N_("Whole picture")))
        self.view.fit()

    def take_away(self) -> None:
        """Delete the picture in sight; the bar offers to bring it back."""
        if not self.found or not self._current.own:
            return
        context, taken = self.desk.context, self._current

        def undo() -> None:
            self.write(lambda _job: attachments.reattach(context, taken.id), lambda _none: self.refresh())

        def done(_none: object) -> None:
            self.refresh()
            self.bars.tell("done", self.say(N_("“{title}” was deleted."), title=taken.title), (self.say(N_("Undo")), undo))

        self.write(lambda _job: attachments.detach(context, taken.id), done)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Keys of the picture; in the title they are letters like any other."""
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Right: partial(self.step, 1),
            Qt.Key.Key_PageDown: partial(self.step, 1),
            Qt.Key.Key_Left: partial(self.step, -1),
            Qt.Key.Key_PageUp: partial(self.step, -1),
            Qt.Key.Key_Z: self.toggle_size,
            Qt.Key.Key_Delete: self.take_away,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @property
    def _current(self) -> Attached:
        return self.found[self.place]

    def _arrived(self, found: tuple[Attached, ...]) -> None:
        first = not self.found
        self.found = found
        if not found:
            self.view.show_image(QImage())
            self.where.setText(self.say(N_("Nothing is attached here any more.")))
        elif first and self.shown is not None:
            ids = [each.id for each in found]
            self.place = ids.index(self.shown.attachment_id) if self.shown.attachment_id in ids else 0
        self.place = min(self.place, max(0, len(found) - 1))
        self._show()

    def _show(self) -> None:
        mine = bool(self.found) and self._current.own
        self.delete.setVisible(mine)
        self.name.setVisible(mine)
        self.above.setVisible(mine and self.shown is not None and attachments.may_share(self.desk.context, self.shown.type_code))
        if not self.found:
            return
        say, current, page = self.say, self._current, self.page_number
        self.name.text = current.title
        self.above.setText(say(N_("Keep in the station")) if current.shared else say(N_("Show the unit above")))
        parts = [current.title, say(N_("{number} of {total}"), number=self.place + 1, total=len(self.found))]
        if current.pages > 1:
            parts.append(say(N_("page {number} of {total}"), number=page + 1, total=current.pages))
        if current.shared:
            parts.append(say(N_("chosen for the unit above")))
        self.where.setText(" · ".join(parts))
        context = self.desk.context
        if not current.here:
            self.view.show_image(QImage())
            self.bars.tell("warning", say(N_("This picture has not come to this laptop yet.")))
            return

        def work(_job: object) -> QImage:
            return QImage.fromData(QByteArray(attachments.content(context, current.id, page)))

        self.read(work, self.view.show_image, key="picture")

    def _rename(self) -> None:
        if not self.found:
            return
        context, current, title = self.desk.context, self._current, self.name.text
        if current.own and title.strip() and title != current.title:
            self.write(lambda _job: attachments.rename(context, current.id, title), lambda _none: self.refresh())

    def _share(self) -> None:
        context, current = self.desk.context, self._current
        act = attachments.unshare if current.shared else attachments.share
        self.write(lambda _job: act(context, current.id), lambda _none: self.refresh())
