"""Whose page a record of a role stands on, or who may be the same person: for members, households, mediators, the awarded."""

from app.core.i18n import N_
from app.services import people
from app.services.people import Link
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.menu import page_of
from app.ui.parts.alike_list import AlikeList
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words

PERSON_PAGE = "person_page"
"""Code of the page of one person."""


class PersonLinkPart(Part):
    """Nothing is tied without an answer, and every answer can be taken back."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("person_link")
        self._person = ""
        self.tied = words("", "quiet", wrap=True)
        self.open = button(say(N_("Open the person's page")), self._open, role="link", sign="user", name="person.open")
        self.start = button(say(N_("Make a page for this person")), self._start, role="link", sign="user-plus", name="person.start")
        self.untie = button(say(N_("Is somebody else")), self._untie, role="link", name="person.untie")
        self.alike = AlikeList(say)
        self.alike.same.connect(self._same)
        self.alike.different.connect(self._different)
        self.alike.opened.connect(lambda code, record_id: self.go.emit(page_of(code), record_id))
        self.setLayout(column(self.tied, row(self.open, self.start, 1, self.untie), self.alike, gap=TOKENS.gap))
        for widget in (self.tied, self.open, self.start, self.untie):
            widget.hide()
        self.refresh()

    def refresh(self) -> None:
        """Ask whose record it is."""
        context, code, record_id = self.desk.context, self.record.type_code, self.record_id
        self.read(lambda _job: people.link_of(context, code, record_id), self._show, key="person_link")

    def _show(self, link: Link) -> None:
        self._person = link.person
        self.tied.setText(self.say(N_("Stands on the page of {name}."), name=link.name) if link.person else "")
        self.tied.setVisible(bool(link.person))
        self.open.setVisible(bool(link.person))
        self.untie.setVisible(bool(link.person) and self.own)
        self.start.setVisible(link.about_one and not link.person and self.own)
        self.alike.show_candidates(link.candidates, own=self.own)
        self.setVisible(link.about_one)

    def _open(self) -> None:
        self.go.emit(PERSON_PAGE, self._person)

    def _start(self) -> None:
        context, place = self.desk.context, self._place
        self.write(lambda _job: people.start_page(context, *place), self._opened)

    def _opened(self, person: str) -> None:
        self._person = person
        self.refresh()
        self._open()

    def _same(self, code: str, record_id: str) -> None:
        context, place = self.desk.context, self._place
        self.write(lambda _job: people.join(context, place, (code, record_id)), self._answered)

    def _different(self, code: str, record_id: str) -> None:
        context, place = self.desk.context, self._place
        self.write(lambda _job: people.different(context, place, (code, record_id)), self._answered)

    def _untie(self) -> None:
        context, place = self.desk.context, self._place
        self.write(lambda _job: people.unlink(context, *place), self._answered)

    def _answered(self, _result: object) -> None:
        self.refresh()

    @property
    def _place(self) -> tuple[str, str]:
        return self.record.type_code, self.record_id
