"""The other book: its folder, an officer of it with the password, since when the units are one. Looked into, then taken in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import number_vi
from app.services import merger
from app.services.merger import Joined, Look
from app.services.merger.opening import Entrance, logins
from app.ui.page import Page
from app.ui.screens.carry_parts import Part, notice
from app.ui.tasks import Job
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, empty_layout, row, words


class BookPart(Part):
    """`taken_in` tells that another book was joined."""

    taken_in = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        self._folder: Path | None = None
        self._looked: Look | None = None
        self.before = QVBoxLayout()
        self.before_card = self.card(words(say(N_("Joined so far")), "section"), self.before)
        self.choose = button(say(N_("Choose the folder…")), self._choose, sign="folder-open", name="merger.folder")
        self.place = words(say(N_("No folder chosen yet.")), "quiet", wrap=True)
        self.login = QComboBox()
        self.login.setObjectName("merger.login")
        self.login.setAccessibleName(say(N_("Officer of that book")))
        self.login.setMinimumWidth(TOKENS.sidebar)
        who = QWidget()
        who.setLayout(column(words(say(N_("Officer of that book")), "label"), self.login, 1, gap=2))
        self.password = TypedField("merger.password", say(N_("Password in that book")), secret=True)
        self.since = TypedField("merger.since", say(N_("One unit since")), say(N_("As in the resolution, for example 1/7/2025.")))
        self.look = button(say(N_("Look into it")), self._look, sign="search", name="merger.look")
        self.join = button(say(N_("Join it to this book")), self._join, role="primary", sign="git-merge", name="merger.join")
        self.join.setEnabled(False)
        self.found = QVBoxLayout()
        folder_line = row(self.choose, self.place)
        folder_line.setStretch(1, 1)
        self.open_card = self.card(
            words(say(N_("Join the book of another unit")), "section"),
            words(
                say(
                    N_(
                        "The data folder of the old unit, from its laptop or its backup. It is read and not changed: what was "
                        "written there keeps its unit, its officers and its history, and is gone on with here."
                    )
                ),
                "quiet",
                wrap=True,
            ),
            folder_line,
            row(who, self.password, gap=TOKENS.between),
            self.since,
            row(self.look, self.join, 1),
            self.found,
        )
        self.password.entered.connect(self._look)

    def refresh(self) -> None:
        """List the units that were joined."""
        context = self.desk.context
        self.page.read(lambda _job: merger.predecessors(context), self._show_before, key="predecessors")
        self.open_card.setVisible(context.user.is_commander)

    def _show_before(self, units: tuple[tuple[str, str, object], ...]) -> None:
        empty_layout(self.before)
        self.before_card.setVisible(bool(units))
        for code, name, since in units:
            text = self.say(N_("{name} ({code}), since {day}"), name=name, code=code, day=since)
            self.before.addWidget(words(text, "value", wrap=True))

    def _choose(self) -> None:
        folder = self.desk.ask.folder(self, self.say(N_("Data folder of the other unit")))
        if folder is None:
            return
        self._folder, self._looked = folder, None
        self.place.setText(str(folder))
        self.join.setEnabled(False)
        empty_layout(self.found)
        self.login.clear()
        self.page.read(lambda _job: logins(folder), self._show_logins, key="logins")

    def _show_logins(self, names: tuple[str, ...]) -> None:
        self.login.addItems(list(names))
        self.password.setFocus()

    def _entrance(self) -> Entrance | None:
        if self._folder is None:
            self.page.bars.tell("warning", self.say(N_("Choose the folder of the other book first.")))
            return None
        if not self.password.require(self.say(N_("Type the password of that officer."))):
            return None
        return Entrance(self._folder, self.login.currentText(), self.password.line.text())

    def _look(self) -> None:
        entrance = self._entrance()
        if entrance is None:
            return
        context, randomness = self.desk.context, self.desk.session.randomness

        def work(job: Job) -> Look:
            return merger.look(context, entrance, randomness=randomness, progress=job)

        self.page.read(work, self._show_look, key="look", title=self.say(N_("Looking into the other book")))

    def _show_look(self, look: Look) -> None:
        self._looked = look
        self.page.bars.clear()
        empty_layout(self.found)
        say = self.say
        text = say(
            N_("{name} ({code}): {records} records, {changes} changes; its history stands proof."),
            name=look.name,
            code=look.code,
            records=number_vi(look.records),
            changes=number_vi(look.change_sets),
        )
        self.found.addWidget(notice("done", text))
        if look.already_had:
            one, many = N_("{n} of these changes is here already."), N_("{n} of these changes are here already.")
            had = say.plural(one, many, look.already_had)
            self.found.addWidget(words(had, "quiet", wrap=True))
        if look.unsent:
            waiting = say.plural(
                N_("{n} change has not been sent to the unit above. Send it from the old unit's laptop first."),
                N_("{n} changes have not been sent to the unit above. Send them from the old unit's laptop first."),
                look.unsent,
            )
            self.found.addWidget(notice("warning", waiting))
        if look.sealed:
            kept = say.plural(
                N_("{n} sealed identity can be opened on the old unit's laptop only, by its keepers. Keep that laptop."),
                N_("{n} sealed identities can be opened on the old unit's laptop only, by its keepers. Keep that laptop."),
                look.sealed,
            )
            self.found.addWidget(notice("warning", kept))
        self.join.setEnabled(True)
        self.since.line.setFocus()

    def _join(self) -> None:
        entrance, look = self._entrance(), self._looked
        if entrance is None or look is None or not self.since.require(self.say(N_("Say since when the units are one."))):
            return
        question = self.say(N_("Take the book of {name} in for good? Make a backup of this book before."), name=look.name)
        if not self.desk.ask.confirm(self, question, self.say(N_("Join it to this book"))):
            return
        context, since, randomness = self.desk.context, self.since.text, self.desk.session.randomness

        def work(job: Job) -> Joined:
            return merger.join(context, entrance, since, randomness=randomness, progress=job)

        title = self.say(N_("Joining the other book"))
        self.page.write(work, self._done, failed=self._refused, title=title)

    def _done(self, joined: Joined) -> None:
        say = self.say
        self.password.text = ""
        self.join.setEnabled(False)
        empty_layout(self.found)
        self.page.bars.tell(
            "done",
            say(
                N_("{name} is joined: {records} records. See what stands twice now."),
                name=joined.name,
                records=number_vi(joined.new),
            ),
        )
        if joined.put_aside or joined.conflicts:
            text = say(
                N_("{aside} changes could not be read or believed and are left out; {conflicts} records wait for a choice."),
                aside=number_vi(joined.put_aside),
                conflicts=number_vi(joined.conflicts),
            )
            self.found.addWidget(notice("warning", text))
        self.taken_in.emit()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord):
            self.since.tell(self.say.error(problem.problems[0].problem))
            self.since.line.setFocus()
        else:
            self.page.explain(problem)
