"""Photographs and scans of a record: a strip of small pictures, where files are added, taken away and opened large."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT
from app.intake.pictures import KINDS
from app.services import attachments
from app.services.attachments import Attached
from app.services.registers import RecordForm
from app.ui.bars import BarArea
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.parts.base import Part
from app.ui.screens.pictures import PICTURES, Shown
from app.ui.tasks import Job
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, shortcut, words

_SIDE = TOKENS.row * 3
_CELL = QSize(_SIDE + TOKENS.inside * 2, _SIDE + TOKENS.row)


@dataclass(frozen=True, slots=True)
class _Added:
    """What came of adding files: attachments that are new, files that were there already, and what was wrong with the others."""

    new: int
    again: int
    refused: tuple[UserError, ...]


class AttachmentsPart(Part):
    """Enter opens a picture, Delete takes it away with a way back; files may be dropped anywhere on it."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("attachments")
        self.count = words("", "quiet")
        self.add = button(say(N_("Add")), self.ask_for_files, role="link", sign="paperclip", name="attach.add")
        self.note = words(say(N_("Do not attach pictures of identity papers.")), "help", wrap=True)
        self.bars = BarArea(say)
        self.shown: tuple[Attached, ...] = ()
        self.model = QStandardItemModel(self)
        self.strip = QListView()
        self.strip.setObjectName("attach.strip")
        self.strip.setAccessibleName(say(N_("Photographs and scans")))
        self.strip.setProperty("role", "list")
        self.strip.setModel(self.model)
        self.strip.setViewMode(QListView.ViewMode.IconMode)
        self.strip.setMovement(QListView.Movement.Static)
        self.strip.setResizeMode(QListView.ResizeMode.Adjust)
        self.strip.setIconSize(QSize(_SIDE, _SIDE))
        self.strip.setGridSize(_CELL)
        self.strip.setUniformItemSizes(True)
        self.strip.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.strip.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setTabKeyNavigation(False)
        self.strip.activated.connect(lambda index: self.open(index.row()))
        self.strip.hide()
        shortcut(self.strip, "Del", self.take_away)
        self.heading = words(say(N_("Photographs and scans")), "section", wrap=True)
        self.setLayout(column(row(self.heading, self.count, 1, self.add), self.note, self.bars, self.strip, gap=TOKENS.gap))
        if not own:
            self.add.hide()
            self.note.hide()
        self.setAcceptDrops(own)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Coming into sight, also from the page that shows pictures large, it reads again what is there."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read again what is attached."""
        context, code, record_id = self.desk.context, self.record.type_code, self.record_id
        self.read(lambda _job: attachments.of(context, code, record_id), self._show, key="attached")

    def ask_for_files(self) -> None:
        """Let the officer choose files."""
        title, kinds = self.say(N_("Add picture or scan")), self.say(N_("Pictures and scans"))
        self.take_in(self.desk.ask.open_files(self, title, f"{kinds} ({KINDS})"))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Attach files; those that cannot be taken are told and hold nothing else back."""
        if not paths:
            return
        context, code, record_id = self.desk.context, self.record.type_code, self.record_id
        before = {each.id for each in self.shown}

        def work(job: Job) -> _Added:
            ids, refused = [], []
            for number, path in enumerate(paths):
                job.step(number, len(paths), N_("files"))
                try:
                    ids.append(attachments.attach(context, code, record_id, path, job if len(paths) == 1 else SILENT).id)
                except UserError as error:
                    refused.append(error)
            new = set(ids) - before
            return _Added(len(new), len(ids) - len(new), tuple(refused))

        self.write(work, self._added, title=self.say(N_("Adding pictures")))

    def open(self, place: int) -> None:
        """Show a picture large."""
        shown = Shown(self.record.type_code, self.record_id, self.record.title, self.shown[place].id, self.own)
        self.go.emit(PICTURES, shown)

    def take_away(self) -> None:
        """Delete the picture under the cursor; the bar offers to bring it back."""
        place = self.strip.currentIndex().row()
        if not 0 <= place < len(self.shown) or not self.shown[place].own:
            return
        context, taken = self.desk.context, self.shown[place]

        def done(_none: object) -> None:
            self.refresh()
            text = self.say(N_("“{title}” was deleted."), title=taken.title)
            self.bars.tell("done", text, (self.say(N_("Undo")), partial(self._bring_back, taken.id)))

        self.write(lambda _job: attachments.detach(context, taken.id), done)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's name
        """Files are welcome, anything else is not."""
        if self.own and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's name
        """Attach the files dropped here."""
        event.acceptProposedAction()
        self.take_in(_files(event))

    def _bring_back(self, attachment_id: str) -> None:
        context = self.desk.context
        self.write(lambda _job: attachments.reattach(context, attachment_id), lambda _none: self.refresh())

    def _added(self, added: _Added) -> None:
        self.refresh()
        say = self.say
        if added.refused:
            text = say.error(added.refused[0])
            if len(added.refused) > 1:
                more = len(added.refused) - 1
                text += " " + say.plural(N_("One more file was not taken."), N_("{n} more files were not taken."), more)
            self.bars.tell("error", text)
        elif added.again and not added.new:
            self.bars.tell("done", say(N_("This has been attached already.")))
        else:
            self.bars.clear()

    def _show(self, found: tuple[Attached, ...]) -> None:
        chosen = self.strip.currentIndex().row()
        self.shown = found
        self.heading.setVisible(self.own or bool(found))
        self.count.setText(str(len(found)) if found else "")
        self.model.clear()
        for each in found:
            item = QStandardItem(icon("image" if each.kind == "photo" else "file-text", TOKENS.line_strong), self._caption(each))
            item.setToolTip(self._tip(each))
            item.setData(self._tip(each), Qt.ItemDataRole.AccessibleTextRole)
            self.model.appendRow(item)
        self.strip.setVisible(bool(found))
        self._fit()
        if found:
            self.strip.setCurrentIndex(self.model.index(min(max(chosen, 0), len(found) - 1), 0))
        self._next_thumbnail(found, 0)

    def _fit(self) -> None:
        """As high as its rows, so that the record around is what scrolls."""
        across = max(1, (self.width() - TOKENS.gap) // _CELL.width())
        rows = -(-max(1, len(self.shown)) // across)
        self.strip.setFixedHeight(rows * _CELL.height() + TOKENS.gap)

    def _next_thumbnail(self, found: tuple[Attached, ...], place: int) -> None:
        """One after the other, so that whatever else is asked for meanwhile comes in between."""
        while place < len(found) and not found[place].here:
            place += 1
        if place >= len(found):
            return
        context, wanted, dots = self.desk.context, found[place], round(_SIDE * self.devicePixelRatioF())

        def work(_job: Job) -> QImage:
            return QImage.fromData(QByteArray(attachments.thumbnail(context, wanted.id, dots)))

        def done(image: QImage) -> None:
            item = self.model.item(place)
            if self.shown is found and item is not None:
                item.setIcon(QIcon(self._framed(image)))
                self._next_thumbnail(found, place + 1)

        self.read(work, done, key="thumbnail")

    def _framed(self, image: QImage) -> QPixmap:
        """In the middle of a square, with a line around it: a scanned page is as white as the ground it lies on."""
        ratio = self.devicePixelRatioF()
        square = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
        square.fill(Qt.GlobalColor.transparent)
        place = image.rect()
        place.moveCenter(square.rect().center())
        painter = QPainter(square)
        painter.drawImage(place, image)
        painter.setPen(QPen(QColor(TOKENS.line_strong), ratio))
        painter.drawRect(place.intersected(square.rect()).adjusted(0, 0, -1, -1))
        painter.end()
        square.setDevicePixelRatio(ratio)
        return square

    def _caption(self, each: Attached) -> str:
        pages = f" ({each.pages})" if each.pages > 1 else ""
        return f"{'↑ ' if each.shared and each.own else ''}{each.title}{pages}"

    def _tip(self, each: Attached) -> str:
        say = self.say
        parts = [each.title]
        if each.pages > 1:
            parts.append(say.plural(N_("{n} page"), N_("{n} pages"), each.pages))
        if each.shared:
            parts.append(say(N_("chosen for the unit above")))
        if not each.here:
            parts.append(say(N_("not received yet")))
        return " · ".join(parts)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
