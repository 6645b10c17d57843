"""Connecting: this laptop asks, the other side compares fingerprints and accepts, the certificate comes back; who is believed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import carry
from app.services.carry import Accepted, Finished, KeysView, LaptopView, Requested, RequestView
from app.ui.page import Page
from app.ui.screens.carry_parts import Part, fingerprint_label, notice
from app.ui.tasks import Done, Job
from app.ui.theme import TOKENS
from app.ui.widgets import button, empty_layout, row, words

_AFTER_ACCEPTING = 2
_JSON = N_("Enrolment files (*.json);;All files (*)")


class ConnectPart(Part):
    """`show_keys` tells who is connected; the buttons do the three steps of enrolment."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        self._asked: Path | None = None
        self.state = QVBoxLayout()
        self.card(words(say(N_("The unit above")), "section"), self.state)
        self.requested = QVBoxLayout()
        self.finished = QVBoxLayout()
        request = button(say(N_("Write the request…")), self._request, sign="file-text", name="connect.request")
        finish = button(say(N_("Take the certificate in…")), self._finish, sign="check", name="connect.finish")
        self.steps = self.card(
            words(say(N_("Connect this laptop")), "section"),
            _step(say(N_("1. Write a request onto the stick and carry it to the unit above, or to laptop A of the station."))),
            row(request, 1),
            self.requested,
            _step(say(N_("2. There the fingerprint is compared by telephone and the request accepted; a certificate is written."))),
            _step(say(N_("3. Bring the certificate back and take it in here."))),
            row(finish, 1),
            self.finished,
        )
        self.request_view = QVBoxLayout()
        self.look = button(say(N_("Open a request…")), self._look, sign="inbox", name="connect.look")
        text = say(N_("A station below, or another laptop of this station, brought a request on a stick."))
        self.card(
            words(say(N_("Accept another laptop")), "section"), words(text, "help", wrap=True), row(self.look, 1), self.request_view
        )
        self.own = QVBoxLayout()
        self.laptops = QGridLayout()
        self.laptops.setHorizontalSpacing(TOKENS.between)
        self.laptops.setColumnStretch(0, 1)
        self.unit_file = button(say(N_("Write the unit's file…")), self._unit_file, sign="landmark", name="connect.unit_file")
        self.unit_file.setToolTip(say(N_("Stations below choose this file when they are set up.")))
        self.card(words(say(N_("Laptops that are believed here")), "section"), self.own, self.laptops, row(self.unit_file, 1))

    def show_keys(self, keys: KeysView, *, top: bool) -> None:
        """Who this laptop believes; `top`: this unit has none above it."""
        say = self.say
        empty_layout(self.state)
        self.steps.setVisible(not keys.enrolled or bool(self.finished.count()))
        if top:
            # Accepting comes first there; a further laptop of the unit above still has to ask.
            self.inside.insertWidget(_AFTER_ACCEPTING, self.steps)
        if keys.enrolled:
            self.state.addWidget(notice("done", say(N_("Connected with {unit}."), unit=keys.above_name)))
        elif top:
            self.state.addWidget(words(say(N_("This is the unit above; it accepts the stations below.")), "value", wrap=True))
        elif keys.above:
            text = say(N_("{unit} is known as the unit above, but has not accepted this laptop yet."), unit=keys.above_name)
            self.state.addWidget(notice("warning", text))
        else:
            self.state.addWidget(notice("warning", say(N_("Not connected with the unit above yet: nothing can be sent there."))))
        if keys.above_fingerprint and not self.finished.count():
            self.state.addWidget(words(say(N_("Fingerprint of the unit above")), "label"))
            self.state.addWidget(fingerprint_label(keys.above_fingerprint, "connect.above"))
        empty_layout(self.own)
        self.own.addWidget(words(say(N_("Fingerprint of this unit, {unit}"), unit=keys.name), "label"))
        self.own.addWidget(fingerprint_label(keys.fingerprint, "connect.own"))
        self.unit_file.setVisible(keys.holds_unit_key and top)
        empty_layout(self.laptops)
        for line, laptop in enumerate((*keys.laptops, *keys.above_laptops, *keys.below_laptops)):
            self._laptop(line, laptop, may_revoke=laptop not in keys.above_laptops and keys.holds_unit_key)

    def _laptop(self, line: int, laptop: LaptopView, *, may_revoke: bool) -> None:
        say = self.say
        name = say(N_("{unit}, laptop {letter}"), unit=laptop.name, letter=laptop.letter)
        self.laptops.addWidget(words(name, "value", wrap=True), line, 0)
        self.laptops.addWidget(words(laptop.fingerprint, "quiet", select=True), line, 1)
        if laptop.here:
            self.laptops.addWidget(words(say(N_("this laptop")), "quiet"), line, 2)
        elif laptop.revoked:
            self.laptops.addWidget(words(say(N_("no longer believed")), "problem"), line, 2)
        elif may_revoke:
            lost = button(say(N_("Report lost…")), partial(self._revoke, laptop), role="link", name=f"connect.revoke.{line}")
            self.laptops.addWidget(lost, line, 2)

    def _request(self) -> None:
        folder = self.desk.ask.folder(self, self.say(N_("Choose the stick or folder")))
        if folder is not None:
            self._work(lambda: carry.enrol_request(self.desk.context, folder), self._show_requested)

    def _show_requested(self, done: Requested) -> None:
        empty_layout(self.requested)
        text = self.say(N_("The request was written: {file}. It is safe to pull out the stick."), file=done.file)
        self.requested.addWidget(notice("done", text))
        self.requested.addWidget(words(self.say(N_("Read this fingerprint of the laptop to them over the telephone")), "label"))
        self.requested.addWidget(fingerprint_label(done.fingerprint, "connect.fingerprint"))

    def _look(self) -> None:
        files = self.desk.ask.open_files(self, self.say(N_("Choose the request")), self.say(_JSON))
        for path in files[:1]:
            self._asked = path
            empty_layout(self.request_view)
            self.page.bars.clear()
            self.page.read(partial(self._read_request, path), self._show_request)

    def _read_request(self, path: Path, _job: Job) -> RequestView:
        return carry.look_at_request(self.desk.context, path)

    def _show_request(self, asked: RequestView) -> None:
        say = self.say
        empty_layout(self.request_view)
        if asked.joins:
            who = say(N_("A further laptop asks to join this station. It will read everything the station keeps."))
        else:
            who = say(
                N_("{unit} (code {code}), laptop {letter}, asks to be connected."),
                unit=asked.name,
                code=asked.unit,
                letter=asked.letter,
            )
        self.request_view.addWidget(words(who, "value", wrap=True))
        if asked.known:
            self.request_view.addWidget(words(say(N_("This laptop was accepted before; accepting it again does no harm.")), "help"))
        if asked.replaces:
            text = say(N_("A unit of this code is connected already with another key. Accept only if it really began a new book."))
            self.request_view.addWidget(notice("warning", text))
        self.request_view.addWidget(
            words(say(N_("Have the other side read its fingerprint aloud; it must be exactly this")), "label")
        )
        self.request_view.addWidget(fingerprint_label(asked.fingerprint, "connect.theirs"))
        same = button(say(N_("It is the same: accept")), self._accept, role="primary", name="connect.accept")
        other = button(say(N_("It is not the same")), self._decline, name="connect.decline")
        self.request_view.addLayout(row(same, other, 1))
        QWidget.setTabOrder(self.look, same)  # they were made last, but stand here
        QWidget.setTabOrder(same, other)

    def _accept(self) -> None:
        path = self._asked
        if path is not None:
            self._work(lambda: carry.enrol_accept(self.desk.context, path, path.parent), self._show_accepted)

    def _decline(self) -> None:
        self.look.setFocus()
        empty_layout(self.request_view)
        self._asked = None
        text = self.say(N_("Nothing was accepted. Have a new request written on that laptop and bring it without detours."))
        self.request_view.addWidget(notice("warning", text))

    def _show_accepted(self, done: Accepted) -> None:
        self.look.setFocus()
        empty_layout(self.request_view)
        text = self.say(
            N_("Accepted. The certificate was written beside the request: {file}. Carry it back and take it in there."),
            file=done.file,
        )
        self.request_view.addWidget(notice("done", text))
        self.page.refresh()

    def _finish(self) -> None:
        files = self.desk.ask.open_files(self, self.say(N_("Choose the certificate")), self.say(_JSON))
        for path in files[:1]:
            self._work(partial(carry.enrol_finish, self.desk.context, path), self._show_finished)

    def _show_finished(self, done: Finished) -> None:
        empty_layout(self.finished)
        if done.joined:
            text = self.say(N_("This laptop belongs to {unit} now, as laptop {letter}."), unit=done.name, letter=done.letter)
        else:
            text = self.say(N_("Connected with {unit}. Packages can be sent there from now on."), unit=done.name)
        self.finished.addWidget(notice("done", text))
        self.finished.addWidget(words(self.say(N_("Fingerprint of that unit; compare it by telephone")), "label"))
        self.finished.addWidget(fingerprint_label(done.fingerprint, "connect.finished"))
        self.page.refresh()

    def _unit_file(self) -> None:
        context = self.desk.context
        folder = self.desk.ask.folder(self, self.say(N_("Choose the stick or folder")))
        if folder is not None and context.keys is not None:
            keys = context.keys
            self._work(lambda: carry.write_unit_file(context.store, keys, folder), self._show_unit_file)

    def _show_unit_file(self, path: Path) -> None:
        self.page.bars.tell("done", self.say(N_("The unit's file was written: {file}"), file=path))

    def _revoke(self, laptop: LaptopView) -> None:
        question = self.say(
            N_(
                "Laptop {letter} of {unit} will be believed no longer: nothing it writes from now on is taken in. What it holds "
                "stays on it, guarded by its password. This cannot be undone."
            ),
            letter=laptop.letter,
            unit=laptop.name,
        )
        if self.desk.ask.confirm(self, question, self.say(N_("Report lost"))):
            self._work(lambda: carry.revoke(self.desk.context, laptop.id), lambda _list: self.page.refresh())

    def _work(self, act: Callable[[], object], done: Done) -> None:
        self.page.bars.clear()
        self.page.write(lambda _job: act(), done)


def _step(text: str) -> QLabel:
    return words(text, "value", wrap=True)
