"""Sending: what each receiver lacks, where the packages are written, and when the stick may be pulled out."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from app.core import settings
from app.core.errors import Cancelled, UserError
from app.core.files import free_space
from app.core.i18n import N_
from app.core.text import number_vi
from app.services import carry
from app.services.carry import AudienceStatus, Exported, SentFile, Status
from app.ui.page import Page
from app.ui.screens.carry_parts import Part, moment_text, notice, room
from app.ui.widgets import button, empty_layout, row, words

_LISTED = 3
"""So many receivers are named even when they lack nothing."""
FOLDER_CHOICE = "carry.folder"


class SendPart(Part):
    """`show_status` tells what would go; `send` writes it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        self._names: dict[str, str] = {}
        self.what = QVBoxLayout()
        self.card(words(say(N_("What is to be sent")), "section"), self.what)
        self.path = words("", "value", wrap=True, select=True)
        self.path.setObjectName("carry.folder")
        self.free = words("", "help")
        self.choose = button(say(N_("Choose the stick or folder…")), self._choose, sign="folder-open", name="carry.choose")
        self.go = button(say(N_("Write the packages")), self.send, role="primary", sign="send", name="carry.send")
        self.result = QVBoxLayout()
        where = QVBoxLayout()
        where.addWidget(self.path)
        where.addWidget(self.free)
        self.card(words(say(N_("Where to")), "section"), where, row(self.choose, self.go, 1))
        self.inside.addLayout(self.result)
        self.folder: Path | None = None
        kept = settings.read(self.desk.context.folder).last.get(FOLDER_CHOICE, "")
        self._set_folder(Path(kept) if kept and Path(kept).is_dir() else None)

    def show_status(self, status: Status) -> None:
        """One sentence a receiver."""
        empty_layout(self.what)
        self._names = {f"{each.kind}:{each.unit}": each.name for each in status.audiences}
        waiting = [each for each in status.audiences if each.unsent or each.unconfirmed or len(status.audiences) <= _LISTED]
        for each in waiting:
            for role, text in self._told(each):
                self.what.addWidget(words(text, role, wrap=True))
        complete = len(status.audiences) - len(waiting)
        if complete:
            # A unit above has many receivers; those that lack nothing are one line.
            text = self.say.plural(N_("One receiver has got everything."), N_("{n} receivers have got everything."), complete)
            self.what.addWidget(words(text, "value", wrap=True))
        if not status.audiences:
            text = self.say(
                N_("Nobody to send to yet: connect with the unit above first, or accept another laptop of the station.")
            )
            self.what.addWidget(words(text, "value", wrap=True))

    def send(self) -> None:
        """Write every package that somebody lacks, into the chosen folder; asks for the folder first if none was chosen."""
        if self.folder is None:
            self._choose()
        folder, context = self.folder, self.desk.context
        if folder is None:
            return
        empty_layout(self.result)
        self.page.bars.clear()
        self.go.setEnabled(False)
        self.page.write(
            lambda job: carry.export(context, folder, progress=job),
            self._sent,
            title=self.say(N_("Writing packages")),
            failed=self._failed,
        )

    def _told(self, each: AudienceStatus) -> tuple[tuple[str, str], ...]:
        say = self.say
        facts = {"name": self._whom(each.kind, each.name)}
        if each.unsent:
            first = say.plural(N_("{name}: one change to be sent."), N_("{name}: {n} changes to be sent."), each.unsent, **facts)
        else:
            first = say(N_("{name}: everything has been sent."), **facts)
        told = [("value", first)]
        if each.last_sent:
            text = say(
                N_("Last package: number {number}, written {moment}."), number=each.last_number, moment=moment_text(each.last_sent)
            )
            told.append(("help", text))
        if each.unconfirmed > each.unsent:
            text = say.plural(
                N_("One change is written but not confirmed yet; the confirmation comes with the next package from there."),
                N_("{n} changes are written but not confirmed yet; the confirmation comes with the next package from there."),
                each.unconfirmed - each.unsent,
            )
            told.append(("help", text))
        if each.kind == "up":
            told.append(
                ("help", say(N_("The unit above gets figures and skeletons only: no signer's name, no content of a tip-off.")))
            )
        return tuple(told)

    def _whom(self, kind: str, name: str) -> str:
        return self.say(N_("The other laptops of the station")) if kind == "station" else name

    def _choose(self) -> None:
        folder = self.desk.ask.folder(self, self.say(N_("Choose the stick or folder")))
        if folder is None:
            return
        self._set_folder(folder)
        data = self.desk.context.folder
        try:
            settings.write(data, settings.read(data).remembering(FOLDER_CHOICE, str(folder)))
        except UserError as problem:
            self.page.explain(problem)

    def _set_folder(self, folder: Path | None) -> None:
        self.folder = folder
        self.path.setText(str(folder) if folder else self.say(N_("No stick or folder chosen yet.")))
        self.free.setText("")
        self.free.hide()
        if folder is not None:
            self.page.read(lambda _job: free_space(folder), self._show_room, key="room")

    def _show_room(self, count: int) -> None:
        self.free.setText(self.say(N_("Free room: {room}"), room=room(count, self.say)))
        self.free.show()

    def _sent(self, exported: Exported) -> None:
        self.go.setEnabled(True)
        self.go.setFocus()  # which went to the sidebar when the button was switched off
        say = self.say
        if exported.not_enrolled:
            text = say(N_("The unit above got nothing: this unit is not connected with it yet. See “Connect”."))
            self.result.addWidget(notice("warning", text))
        if not exported.files:
            self.result.addWidget(notice("done", say(N_("Nothing new to send: nobody lacks anything."))))
        else:
            for file in exported.files:
                self.result.addWidget(words(self._file_line(file), "value", wrap=True, select=True))
            self.result.addWidget(notice("done", say(N_("Written and read back. It is safe to pull out the stick."))))
        self._set_folder(self.folder)
        self.page.refresh()

    def _file_line(self, file: SentFile) -> str:
        return self.say(
            N_("{file}: for {name}, {records} records in {changes} changes, {size}."),
            file=file.path.name,
            name=self._whom(file.audience, self._names.get(f"{file.audience}:{file.unit}", file.unit)),
            records=number_vi(file.records),
            changes=number_vi(file.change_sets),
            size=room(file.bytes, self.say),
        )

    def _failed(self, problem: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(problem, Cancelled):
            self.result.addWidget(
                notice("warning", self.say(N_("Stopped. Packages written before are whole; the rest can be sent later.")))
            )
        else:
            self.page.explain(problem)
        self.page.refresh()
