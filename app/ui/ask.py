"""The message bridge: every question that must be decided before going on passes through one object.

Pages hold an `Ask` and know nothing of dialogs; tests hand them one that answers by a script. What needs no decision is not asked
here but shown as a bar on the page (`app.ui.bars`).
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.core.errors import UserError
from app.core.i18n import N_, Translator


class Ask(Protocol):
    """Questions to the officer. Each returns when it is answered; `None` or `False` means: leave everything as it is."""

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """Ask before something that cannot be undone; `yes` is the verb on the button."""
        ...

    def open_files(self, parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
        """Choose files to read; `kinds` is a Qt name filter."""
        ...

    def save_as(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Choose where to write a file; asks before replacing one."""
        ...

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Choose a folder, for example the stick."""
        ...

    def printer(self, parent: QWidget, title: str) -> QPagedPaintDevice | None:
        """Choose a printer; `title` is the name of the job, without names of people. Raises `UserError` "printer.none"."""
        ...

    def show_file(self, path: Path) -> None:
        """Open a finished file in the program the officer uses for it."""
        ...


class Dialogs:
    """The bridge of the real program. Dialogs begin in the officer's documents, later where the last one ended."""

    def __init__(self, say: Translator) -> None:
        self._say = say
        self._place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """A box with two verbs; Esc and Enter leave everything as it is."""
        box = QMessageBox(QMessageBox.Icon.Question, self._say(N_("Sổ ANTQ")), question, parent=parent)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self._say(N_("Cancel")), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is agreed

    def open_files(self, parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
        """The system's own dialog for opening files."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, self._start(), kinds)
        if names:
            self._place = Path(names[0]).parent
        return tuple(Path(name) for name in names)

    def save_as(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """The system's own dialog for saving; an ending left out is taken from `name`."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(self._start()) / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        self._place = path.parent
        return path if path.suffix else path.with_suffix(Path(name).suffix)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The system's own dialog for choosing a folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title, self._start())
        if not chosen:
            return None
        self._place = Path(chosen)
        return self._place

    def printer(self, parent: QWidget, title: str) -> QPagedPaintDevice | None:
        """The system's own print dialog."""
        # Loaded here: on Linux it needs the CUPS library, which a machine that never prints may lack.
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
        except ImportError as error:
            raise _no_printer() from error
        if not QPrinterInfo.availablePrinterNames():
            raise _no_printer()
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setDocName(title)
        return device if QPrintDialog(device, parent).exec() else None

    def _start(self) -> str:
        """The stick may have been pulled since."""
        return str(self._place if self._place.is_dir() else Path.home())

    def show_file(self, path: Path) -> None:
        """Hand the file to the desktop."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _no_printer() -> UserError:
    return UserError(
        "printer.none",
        N_("This laptop has no printer. Save the PDF and print it on another one, or have a printer set up in the system."),
    )
