"""Officers: who may log in on this laptop, a new one, a new password, one's own password."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.core.errors import InvalidRecord, UserError
from app.core.i18n import N_
from app.records.officers import ROLES
from app.services import officers
from app.services.officers import SHORTEST_PASSWORD, OfficerLine
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.screens.carry_parts import Part
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, row, words

_TEXTS = ("name", "rank", "position", "login")


class OfficersPart(Part):
    """Lists officers; the commander adds them and gives passwords, everybody changes one's own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        commands = self.desk.context.user.is_commander
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(TOKENS.between)
        self.lines.setColumnStretch(0, 1)
        holder = QVBoxLayout()
        holder.addLayout(self.lines)
        self.card(words(say(N_("Who may log in on this laptop")), "section"), holder)
        self.password = _Passwords(self, "give", say(N_("New password")))
        self.given = words("", "value", wrap=True)
        self._for: OfficerLine | None = None
        give = button(say(N_("Set the password")), self._give, role="primary", name="officer.give")
        leave = button(say(N_("Cancel")), self._close_give, name="officer.give_cancel")
        self.give_card = self.card(self.given, self.password, row(give, leave, 1))
        self.give_card.hide()
        self.fields = {
            "name": TypedField("officer.name", say(N_("Full name"))),
            "rank": TypedField("officer.rank", say(N_("Rank"))),
            "position": TypedField("officer.position", say(N_("Position"))),
            "login": TypedField("officer.login", say(N_("Login name"))),
        }
        self.role = QComboBox()
        self.role.setObjectName("officer.role")
        self.role.setAccessibleName(say(N_("Role")))
        for code, label in reversed(ROLES):
            self.role.addItem(say(label), code)
        self.first = _Passwords(self, "first", say(N_("First password")))
        add = button(say(N_("Add the officer")), self._add, role="primary", sign="user-plus", name="officer.add")
        role = QWidget()
        role.setLayout(column(words(say(N_("Role")), "label"), self.role, 1, gap=2))
        self.add_card = self.card(
            words(say(N_("Add an officer")), "section"),
            row(self.fields["name"], self.fields["rank"], gap=TOKENS.between),
            row(self.fields["position"], role, gap=TOKENS.between),
            self.fields["login"],
            self.first,
            row(add, 1),
        )
        self.add_card.setVisible(commands)
        self.old = TypedField("own.old", say(N_("Password until now")), secret=True)
        self.new = _Passwords(self, "own", say(N_("New password")))
        change = button(say(N_("Change my password")), self._change, sign="key-round", name="own.change")
        self.card(words(say(N_("My own password")), "section"), self.old, self.new, row(change, 1))

    def refresh(self) -> None:
        """List again."""
        context = self.desk.context
        self.page.read(lambda _job: officers.officers(context), self._show, key="officers")

    def _show(self, lines: tuple[OfficerLine, ...]) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            self._line(place, line)

    def _line(self, place: int, line: OfficerLine) -> None:
        say = self.say
        name = say(N_("{name} (you)"), name=line.name) if line.is_self else line.name
        login = say(N_("login: {login}"), login=line.login) if line.may_log_in else say(N_("does not log in here"))
        about = " · ".join(text for text in (line.rank, line.position, line.role, login) if text)
        who = QWidget()
        who.setLayout(column(words(name, "value", wrap=True), words(about, "quiet", wrap=True), gap=0))
        self.lines.addWidget(who, place, 0)
        if not self.desk.context.user.is_commander:
            return
        show = button(say(N_("Open")), partial(self.page.go.emit, "officer", line.id), role="link", name=f"officer.open.{place}")
        self.lines.addWidget(show, place, 1)
        minutes = partial(self.page.go.emit, PAGE, Wanted("handover", line.id, "officer"))
        self.lines.addWidget(button(say(N_("Hand over")), minutes, role="link", name=f"officer.handover.{place}"), place, 4)
        if line.is_self:
            return
        verb = say(N_("New password…")) if line.may_log_in else say(N_("Let log in…"))
        self.lines.addWidget(button(verb, partial(self._ask_give, line), role="link", name=f"officer.password.{place}"), place, 2)
        if line.may_log_in:
            away = button(say(N_("Take access away…")), partial(self._take, line), role="link", name=f"officer.take.{place}")
            self.lines.addWidget(away, place, 3)

    def _ask_give(self, line: OfficerLine) -> None:
        self._for = line
        self.given.setText(self.say(N_("Password of {name} on this laptop"), name=line.name))
        self.password.clear()
        self.give_card.show()
        self.password.first.line.setFocus()

    def _close_give(self) -> None:
        self._for = None
        self.give_card.hide()

    def _give(self) -> None:
        line, password, desk = self._for, self.password.take(), self.desk
        if line is None or password is None:
            return
        cost, randomness = desk.session.cost, desk.session.randomness

        def done(_none: object) -> None:
            self._close_give()
            self.page.bars.tell("done", self.say(N_("{name} can log in with the new password now."), name=line.name))
            self.refresh()

        self.page.write(
            lambda _job: officers.give_password(desk.context, line.id, password, cost=cost, randomness=randomness), done
        )

    def _take(self, line: OfficerLine) -> None:
        question = self.say(
            N_("{name} will not be able to log in on this laptop any more. What was written stays."), name=line.name
        )
        if self.desk.ask.confirm(self, question, self.say(N_("Take access away"))):
            context = self.desk.context
            self.page.write(lambda _job: officers.take_access(context, line.id), lambda _none: self.refresh())

    def _add(self) -> None:
        filled = [self.fields[name].require(self.say(N_("This field must be filled in."))) for name in ("name", "login")]
        password, desk = self.first.take(), self.desk
        if not all(filled) or password is None:
            return
        texts = {name: self.fields[name].text for name in _TEXTS} | {"role": str(self.role.currentData())}
        cost, randomness = desk.session.cost, desk.session.randomness

        def done(_id: object) -> None:
            for field in self.fields.values():
                field.text = ""
            self.first.clear()
            self.page.bars.tell("done", self.say(N_("{name} can log in on this laptop now."), name=texts["name"]))
            self.refresh()

        self.page.write(
            lambda _job: officers.add(desk.context, texts, password, cost=cost, randomness=randomness), done, failed=self._refused
        )

    def _refused(self, problem: Exception) -> None:
        if not isinstance(problem, InvalidRecord):
            self.page.explain(problem)
            return
        for each in problem.problems:
            field = self.first.first if each.field == "password" else self.fields.get(each.field)
            if field is not None:
                field.tell(self.say.error(each.problem))
                field.line.setFocus()

    def _change(self) -> None:
        old_given = self.old.require(self.say(N_("Type the password you have used until now.")))
        new, desk, old = self.new.take(), self.desk, self.old.text
        if not old_given or new is None:
            return
        cost, randomness = desk.session.cost, desk.session.randomness

        def done(_none: object) -> None:
            self.old.text = ""
            self.new.clear()
            self.page.bars.tell("done", self.say(N_("Your password was changed. It holds for this laptop.")))

        self.page.write(
            lambda _job: officers.change_own_password(desk.context, old, new, cost=cost, randomness=randomness),
            done,
            failed=self._wrong_old,
        )

    def _wrong_old(self, problem: Exception) -> None:
        if isinstance(problem, UserError) and problem.code == "login.wrong":
            self.old.text = ""
            self.old.tell(self.say(N_("That is not the password you have used until now. Check Caps Lock and Unikey.")))
            self.old.line.setFocus()
        else:
            self.page.explain(problem)


class _Passwords(QWidget):
    """A new password, typed twice. `take` gives it, or says beside the fields what is to mend."""

    def __init__(self, part: Part, name: str, label: str) -> None:
        super().__init__()
        self._say = part.say
        help_ = self._say(N_("At least {count} characters."), count=SHORTEST_PASSWORD)
        self.first = TypedField(f"{name}.password", label, help_, secret=True)
        self.again = TypedField(f"{name}.again", self._say(N_("Password once more")), secret=True)
        line = row(self.first, self.again, gap=TOKENS.between)
        self.setLayout(line)

    def take(self) -> str | None:
        """The password, if it is long enough and both fields agree."""
        text = self.first.text
        sentence = self._say(N_("The password needs at least {count} characters."), count=SHORTEST_PASSWORD)
        if not self.first.require(sentence, lambda typed: len(typed) >= SHORTEST_PASSWORD):
            self.first.line.setFocus()
            return None
        if not self.again.require(self._say(N_("The two passwords differ.")), lambda typed: typed == text):
            self.again.line.setFocus()
            return None
        return text

    def clear(self) -> None:
        """Empty both."""
        self.first.text = self.again.text = ""
