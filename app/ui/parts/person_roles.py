"""What one person has done, in four roles, the newest first; who was joined to them, and who may be."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import people
from app.services.people import Candidate, PersonPage, RoleLine
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.menu import page_of
from app.ui.parts.alike_list import AlikeList
from app.ui.parts.base import Part
from app.ui.parts.links import GivingLink
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, row, sign_button, words


class PersonRolesPart(Part):
    """Each line opens its record. `shown` carries the `PersonPage` that is in sight, for a page around."""

    shown = Signal(object)

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("person_roles")
        self.page: PersonPage | None = None
        self.heading = words(say(N_("Roles")), "section")
        self.none = words(say(N_("No record of a role is tied to this person yet.")), "quiet", wrap=True)
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(TOKENS.between)
        self.lines.setVerticalSpacing(TOKENS.gap)
        self.lines.setColumnStretch(3, 1)
        self.joined = words(say(N_("Joined as the same person")), "label")
        self.aliases = QVBoxLayout()
        self.alike = AlikeList(say)
        self.alike.same.connect(self._same)
        self.alike.different.connect(self._different)
        self.alike.opened.connect(lambda code, record_id: self.go.emit(page_of(code), record_id))
        inside = column(self.heading, self.none, self.lines, self.joined, self.aliases, self.alike, gap=TOKENS.inside)
        self.setLayout(inside)
        self.none.hide()
        self.joined.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read roles and candidates again."""
        context, person = self.desk.context, self.record_id

        def work(_job: object) -> tuple[PersonPage, tuple[Candidate, ...]]:
            return people.person_page(context, person), people.candidates(context, "person", person)

        self.read(work, lambda answer: self._show(*answer), key="person_roles")

    def _show(self, page: PersonPage, candidates: tuple[Candidate, ...]) -> None:
        self.page = page
        empty_layout(self.lines)
        for number, line in enumerate(page.lines):
            self._put(number, line)
        self.none.setVisible(not page.lines)
        empty_layout(self.aliases)
        for number, (alias, name, detail) in enumerate(page.aliases):
            self.aliases.addWidget(self._alias(number, alias, name, detail))
        self.joined.setVisible(bool(page.aliases))
        self.alike.show_candidates(candidates, own=self.own)
        self.shown.emit(page)

    def _put(self, number: int, line: RoleLine) -> None:
        say = self.say
        if line.since and line.until:
            when = say(N_("{since} to {until}"), since=line.since, until=line.until)
        else:
            when = line.since or line.until
        opened = GivingLink(line.text, partial(self._open, line), name=f"role.{number}")
        inside = QWidget()
        inside.setLayout(column(row(opened, 1), words(line.role, "quiet"), gap=0))
        day = words(when or "–", "label", wrap=True)
        day.setFixedWidth(TOKENS.sidebar // 2)
        self.lines.addWidget(day, number, 0)
        self.lines.addWidget(inside, number, 1)
        if self.own and line.type_code != "commitment":
            tip = say(N_("Not this person: take the record off the page"))
            self.lines.addWidget(sign_button("x", tip, partial(self._untie, line), name=f"untie.{number}"), number, 2)

    def _alias(self, number: int, alias: str, name: str, detail: str) -> QWidget:
        part = button(self.say(N_("Take apart")), partial(self._part, alias), name=f"part.{number}")
        part.setVisible(self.own)
        told = column(words(name, "value", wrap=True), words(detail, "quiet", wrap=True), gap=0)
        line = QWidget()
        layout = row(part)
        layout.insertLayout(0, told, 1)
        line.setLayout(layout)
        return line

    def _open(self, line: RoleLine) -> None:
        self.go.emit(page_of(line.type_code), line.id)

    def _same(self, code: str, record_id: str) -> None:
        context, place = self.desk.context, ("person", self.record_id)
        self.write(lambda _job: people.join(context, place, (code, record_id)), self._answered)

    def _different(self, code: str, record_id: str) -> None:
        context, place = self.desk.context, ("person", self.record_id)
        self.write(lambda _job: people.different(context, place, (code, record_id)), self._answered)

    def _untie(self, line: RoleLine) -> None:
        context = self.desk.context
        self.write(lambda _job: people.unlink(context, *line.tied), self._answered)

    def _part(self, alias: str) -> None:
        context = self.desk.context
        self.write(lambda _job: people.part(context, alias), self._answered)

    def _answered(self, _result: object) -> None:
        self.refresh()
