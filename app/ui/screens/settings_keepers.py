"""Sealed identities: whom the commander appointed to open them, what is to be sealed anew, and every opening."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.core.errors import UserError
from app.core.i18n import N_
from app.services import informants
from app.services.informants import KeeperLine, Opening, Waiting
from app.ui.page import Page
from app.ui.screens.carry_parts import Part
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, empty_layout, row, words

_Read = tuple[tuple[KeeperLine, ...], Waiting, tuple[Opening, ...]]


class KeepersPart(Part):
    """Everybody sees who the keepers are; the commander appoints them and sees the openings; a keeper seals anew."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(TOKENS.between)
        self.lines.setColumnStretch(0, 1)
        self.lines.setColumnStretch(2, 2)
        why = say(
            N_(
                "Who gave a tip-off is sealed and can be read only by officers whom the commander appoints here by signature, "
                "two at least. Neither the recovery sheet nor another officer's password opens it."
            )
        )
        self.few = words("", "problem", wrap=True)
        self.card(words(say(N_("Keepers of sealed identities")), "section"), words(why, "quiet", wrap=True), self.lines, self.few)
        self.whom = words("", "value", wrap=True)
        self.password = TypedField(
            "keeper.password", say(N_("My password")), say(N_("It opens the key you sign with.")), secret=True
        )
        sign = button(say(N_("Sign the appointment")), self._sign, role="primary", name="keeper.sign")
        leave = button(say(N_("Cancel")), self._close, name="keeper.cancel")
        self.sign_card = self.card(self.whom, self.password, row(sign, leave, 1))
        self._for: KeeperLine | None = None
        self.password.entered.connect(self._sign)
        self.stale = words("", "value", wrap=True)
        self.stale.setObjectName("reseal.state")
        self.own = TypedField("reseal.password", say(N_("My password")), secret=True)
        self.again = button(say(N_("Seal anew")), self._reseal, role="primary", sign="lock", name="reseal.do")
        self.stale_card = self.card(words(say(N_("To be sealed anew")), "section"), self.stale, self.own, row(self.again, 1))
        self.own.entered.connect(self._reseal)
        self.opened = QVBoxLayout()
        self.opened_card = self.card(words(say(N_("Openings")), "section"), self.opened)
        for hidden in (self.few, self.sign_card, self.stale_card, self.opened_card):
            hidden.hide()

    def refresh(self) -> None:
        """Read everything again."""
        context = self.desk.context

        def work(_job: object) -> _Read:
            return informants.keepers(context), informants.waiting(context), informants.openings(context)

        self.page.read(work, lambda answer: self._show(*answer), key="keepers")

    def _show(self, lines: tuple[KeeperLine, ...], waiting: Waiting, opened: tuple[Opening, ...]) -> None:
        say = self.say
        empty_layout(self.lines)
        for place, line in enumerate(lines):
            self._line(place, line)
        officers = {line.officer_id for line in lines if line.standing == "appointed"}
        self.few.setVisible(len(officers) < 2)
        self.few.setText(say(N_("Two keepers are needed before anything can be sealed.")))
        self.stale_card.setVisible(waiting.all > 0)
        self.own.setVisible(waiting.mine > 0)
        self.again.setVisible(waiting.mine > 0)
        one = N_("One identity is sealed for other officers than today's keepers.")
        text = say.plural(one, N_("{n} identities are sealed for other officers than today's keepers."), waiting.all)
        if not waiting.mine:
            text += " " + say(N_("A keeper who can open them seals them anew here."))
        self.stale.setText(text)
        self.opened_card.setVisible(self.desk.context.user.is_commander)
        empty_layout(self.opened)
        for each in opened:
            told = N_("{when}, {who}, {code}: {act}. {reason}")
            sentence = say(told, when=each.when, who=each.who, code=each.code, act=each.act, reason=each.reason)
            self.opened.addWidget(words(sentence, "value", wrap=True))
        if not opened:
            self.opened.addWidget(words(say(N_("Nobody has opened a sealed identity.")), "quiet", wrap=True))

    def _line(self, place: int, line: KeeperLine) -> None:
        say = self.say
        name = say(N_("{name} (you)"), name=line.officer) if line.is_self else line.officer or "–"
        self.lines.addWidget(words(name, "value", wrap=True), place, 0)
        self.lines.addWidget(words(say(N_("laptop {letter}"), letter=line.laptop), "quiet"), place, 1)
        self.lines.addWidget(words(self._standing(line), "quiet", wrap=True), place, 2)
        if self.desk.context.user.is_commander and line.standing in ("none", "offered"):
            verb = button(say(N_("Appoint…")), partial(self._ask, line), role="link", name=f"keeper.appoint.{place}")
            self.lines.addWidget(verb, place, 3)
        elif self.desk.context.user.is_commander and line.standing == "appointed":
            verb = button(say(N_("End…")), partial(self._end, line), role="link", name=f"keeper.end.{place}")
            self.lines.addWidget(verb, place, 3)
        elif line.is_self and line.standing == "none":
            verb = button(say(N_("Offer my key")), self._offer, role="link", name="keeper.offer")
            verb.setToolTip(say(N_("The commander can then appoint you from another laptop of the station.")))
            self.lines.addWidget(verb, place, 3)

    def _standing(self, line: KeeperLine) -> str:
        say = self.say
        match line.standing:
            case "appointed":
                return say(N_("keeper since {when}, appointed by {who}"), when=line.appointed, who=line.appointed_by)
            case "offered":
                return say(N_("has offered a key"))
            case "ended":
                return say(N_("is a keeper no longer"))
            case _:
                return say(N_("is no keeper"))

    def _ask(self, line: KeeperLine) -> None:
        self._for = line
        about = N_("{name} is to open sealed identities on laptop {letter}.")
        self.whom.setText(self.say(about, name=line.officer, letter=line.laptop))
        self.password.text = ""
        self.sign_card.show()
        self.password.line.setFocus()

    def _close(self) -> None:
        self._for, self.password.text = None, ""
        self.sign_card.hide()

    def _sign(self) -> None:
        line, context, random = self._for, self.desk.context, self.desk.session.randomness
        if line is None or not self.password.require(self.say(N_("Type your password once more."))):
            return
        password = self.password.text

        def done(_none: object) -> None:
            self._close()
            self.page.bars.tell("done", self.say(N_("{name} is a keeper of sealed identities now."), name=line.officer))
            self.refresh()

        self.page.write(
            lambda _job: informants.appoint(context, line.recipient, password, randomness=random),
            done,
            failed=partial(self._refused, self.password),
        )

    def _end(self, line: KeeperLine) -> None:
        ending = N_("{name} will open sealed identities no longer. Another keeper then seals anew what is sealed.")
        question = self.say(ending, name=line.officer)
        if self.desk.ask.confirm(self, question, self.say(N_("End the appointment"))):
            context = self.desk.context
            self.page.write(lambda _job: informants.end(context, line.id), lambda _none: self.refresh())

    def _offer(self) -> None:
        context = self.desk.context
        self.page.write(lambda _job: informants.offer(context), lambda _none: self.refresh())

    def _reseal(self) -> None:
        if not self.own.require(self.say(N_("Type your password once more."))):
            return
        context, random, password = self.desk.context, self.desk.session.randomness, self.own.text

        def done(left: Waiting) -> None:
            self.own.text = ""
            if left.all:
                self.page.bars.tell("warning", self.say(N_("Sealed anew, but another keeper has to do the rest.")))
            else:
                self.page.bars.tell("done", self.say(N_("Everything is sealed for today's keepers.")))
            self.refresh()

        self.page.write(
            lambda _job: informants.reseal(context, password, randomness=random), done, failed=partial(self._refused, self.own)
        )

    def _refused(self, field: TypedField, problem: Exception) -> None:
        if isinstance(problem, UserError) and problem.code == "login.wrong":
            field.text = ""
            field.tell(self.say(N_("That is not your password. Check Caps Lock and Unikey.")))
            field.line.setFocus()
        else:
            self.page.explain(problem)
