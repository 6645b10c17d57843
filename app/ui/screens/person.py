"""The page of one person: who it is in one line, and the roles member, signer, mediator, awarded. There are no others."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import registers
from app.services.people import PersonPage
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.parts.person_roles import PersonRolesPart
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, scrolled, shortcut, words


class OnePersonPage(Page):
    """`enter` takes a person's id; an alias opens the page of whom it stands for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        say = self.say
        self._person = ""
        self.part: PersonRolesPart | None = None
        self.action_row.addWidget(button(say(N_("Back")), self.back.emit, sign="arrow-left", keys="Esc", name="person.back"))
        self.action_row.addWidget(
            button(say(N_("Edit")), self.first_action, role="primary", sign="pencil", keys="Ctrl+N", name="person.edit")
        )
        shortcut(self, "Esc", self.back.emit)
        self.facts = words("", "value", wrap=True, select=True)
        self.facts.setObjectName("person.facts")
        purpose = words(
            say(N_("Only what somebody does for the movement stands here. Nothing of it leaves the station.")), "quiet", wrap=True
        )
        self.place = QVBoxLayout()
        inside = QWidget()
        whole = column(self.facts, purpose, self.place, 1, gap=TOKENS.between)
        whole.setContentsMargins(TOKENS.edge, TOKENS.between, TOKENS.between, TOKENS.between)
        inside.setLayout(whole)
        self.area = scrolled(inside)
        self.body.addLayout(row(self.area))

    def enter(self, argument: object = None) -> None:
        """Show another person, or the same again."""
        if isinstance(argument, str):
            self._person = argument
        self.refresh()

    def refresh(self) -> None:
        """Read the person again."""
        context, person = self.desk.context, self._person
        if person:
            self.read(lambda _job: registers.open_record(context, "person", person), self._show, key="person")

    def first_action(self) -> None:
        """Edit the person in their register."""
        if self.part is not None and self.part.page is not None:
            self.go.emit("person", self.part.page.id)

    def _show(self, record: RecordForm) -> None:
        old = self.part
        self.part = PersonRolesPart(self.desk, record, own=True)
        self.part.shown.connect(self._told)
        self.part.go.connect(self.go)
        self.part.failed.connect(self.explain)
        self.part.written.connect(self.saved)
        self.place.addWidget(self.part)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _told(self, page: PersonPage) -> None:
        self.title.setText(page.name)
        facts = [f"{label}: {text}" for label, text in page.facts]
        if page.age is not None:
            facts.insert(1, self.say(N_("{age} years old by the year"), age=page.age))
        self.facts.setText("  ·  ".join(facts))
        self.facts.setVisible(bool(facts))
