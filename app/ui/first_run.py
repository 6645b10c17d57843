"""The first start: the unit, its papers, its hamlets, its first officer; one step at a time, nothing written before the last."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QStackedWidget, QWidget

from app.core.crash import record_crash
from app.core.errors import UserError
from app.core.i18n import N_, Translator
from app.services.setup import (
    HamletSetup,
    StationSetup,
    signed_by_police,
    suggested_code,
    suggested_wording,
)
from app.ui.ask import Ask
from app.ui.bars import BarArea
from app.ui.hamlet_table import HamletTable
from app.ui.recovery_step import RecoveryStep
from app.ui.tasks import Runner
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, framed, row, scrolled, words

SHORTEST_PASSWORD = 8


class FirstRun(QWidget):
    """Collects a `StationSetup`. `ready` carries it; whoever shows this window sets the station up and calls `refused`."""

    ready = Signal(object)

    def __init__(self, folder: Path, say: Translator, tasks: Runner, ask: Ask) -> None:
        super().__init__()
        self._folder, self._say, self._tasks, self._ask = folder, say, tasks, ask
        self._parent_file: Path | None = None
        self._police_told = ""
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(say(N_("Sổ ANTQ")))
        self.bars = BarArea(say)
        self.fields: dict[str, TypedField] = {}
        self.steps = QStackedWidget()
        titles = (say(N_("The unit")), say(N_("Papers")), say(N_("Hamlets")), say(N_("First officer")))
        for made in (self._unit(), self._papers(), self._hamlets(), self._officer()):
            self.steps.addWidget(scrolled(made))
        self._titles = titles
        self.title = words("", "title")
        self.back = button(say(N_("Back")), self.go_back, sign="arrow-left", name="back")
        self.next = button(say(N_("Continue")), self.go_on, role="primary", name="next")
        self._footer = row(words(say(N_("Data folder: {folder}"), folder=folder), "quiet"), 1, self.back, self.next)
        head = column(self.title, self.bars)
        head.setContentsMargins(TOKENS.edge, TOKENS.between, TOKENS.edge, TOKENS.inside)
        self._footer.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.edge, TOKENS.inside)
        self.setLayout(column(head, self.steps, framed("footer", self._footer), gap=0))
        self._show(0)

    def go_on(self) -> None:
        """To the next step, or, at the last, hand over what was collected. What is missing is said beside its field."""
        step = self.steps.currentIndex()
        self.bars.clear()
        if not (self._check_unit, self._check_papers, self._check_hamlets, self._check_officer)[step]():
            wrong = next((field for field in self.fields.values() if field.wrong), None)
            if wrong is not None:
                wrong.setFocus()
            return
        if step + 1 < self.steps.count():
            self._show(step + 1)
        else:
            self.next.setEnabled(False)
            self.ready.emit(self.setup())

    def go_back(self) -> None:
        """To the step before; everything typed stays."""
        self._show(max(0, self.steps.currentIndex() - 1))

    def refused(self, problem: Exception) -> None:
        """Setting up did not work: say why, keep everything typed."""
        self.next.setEnabled(True)
        if isinstance(problem, UserError):
            self.bars.tell("error", self._say.error(problem))
        else:
            with suppress(OSError, UserError):  # the folder itself may be what is wrong
                record_crash(problem, self._folder)
            self.bars.tell("error", self._say(N_("The book could not be set up: {kind}."), kind=type(problem).__name__))

    def show_recovery(self, step: RecoveryStep, go_on: Callable[[], object]) -> None:
        """The book is set up: show the recovery code once, until the officer has put it down."""
        self.recovery_code = step.code
        self.steps.addWidget(scrolled(step))
        self.steps.setCurrentIndex(self.steps.count() - 1)
        self.title.setText(self._say(N_("The recovery code")))
        self.back.hide()
        self.next.hide()
        done = button(self._say(N_("I have put it down")), go_on, role="primary", name="recovery.done")
        self._footer.addWidget(done)
        done.setFocus()

    def setup(self) -> StationSetup:
        """What was typed."""
        text = {name: field.text for name, field in self.fields.items()}
        hamlets = tuple(HamletSetup(name, int(count.replace(".", "")) if count else None) for name, count in self.hamlets.hamlets())
        return StationSetup(
            kind="parent" if self.above.isChecked() else "station",
            parent_file=self._parent_file,
            hamlets=hamlets,
            **{name: text[name] for name in text if name != "password_again"},
        )

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        count = self.steps.count()
        self.title.setText(
            self._say(N_("Begin the book · {step} of {count} · {title}"), step=step + 1, count=count, title=self._titles[step])
        )
        self.back.setVisible(step > 0)
        self.next.setText(self._say(N_("Set up")) if step == count - 1 else self._say(N_("Continue")))
        first = ("name", "place", "", "officer_name")[step]
        (self.fields[first] if first else self.hamlets).setFocus()

    def _field(self, name: str, label: str, note: str = "", *, secret: bool = False) -> TypedField:
        made = TypedField(name, label, note, secret=secret)
        made.entered.connect(self._entered)
        self.fields[name] = made
        return made

    def _entered(self) -> None:
        if self.next.isEnabled():
            self.go_on()

    def _step(self, intro: str, *parts: QWidget) -> QWidget:
        inside = QWidget()
        inside.setFixedWidth(TOKENS.sidebar * 3)
        inside.setLayout(column(words(intro, "quiet", wrap=True), *parts, 1, edge=TOKENS.between, gap=TOKENS.inside + TOKENS.gap))
        outer = QWidget()
        outer.setLayout(row(1, inside, 1))
        return outer

    def _unit(self) -> QWidget:
        say = self._say
        name = self._field("name", say(N_("Name of the unit")), say(N_("As in “Xã Túc Đán”.")))
        name.left.connect(self._suggest)
        self.station = QRadioButton(say(N_("A commune police station")))
        self.above = QRadioButton(say(N_("The unit above, which gathers the figures of its stations")))
        self.station.setChecked(True)
        self.parent_note = words(say(N_("None chosen. The station can also be enrolled later.")), "quiet", wrap=True)
        choose = button(say(N_("File of the unit above…")), self._choose_parent, sign="folder-open", name="parent_file")
        parent = QWidget()
        beside = row(choose, self.parent_note)
        beside.setStretch(1, 1)
        parent.setLayout(beside)
        return self._step(
            say(N_("This is asked once. Everything can be changed later except the unit code.")),
            name,
            self._field(
                "code", say(N_("Unit code")), say(N_("Capital letters without marks. Packages to the unit above are named by it."))
            ),
            self.station,
            self.above,
            self._field("parent_name", say(N_("Unit above")), say(N_("As in “Công an huyện Trạm Tấu”."))),
            parent,
        )

    def _papers(self) -> QWidget:
        say = self._say
        authority = self._field(
            "authority",
            say(N_("Authority that signs awards")),
            say(N_("The chairman of the People's Committee signs; the police propose.")),
        )
        authority.left.connect(self._warn_police)
        return self._step(
            say(N_("How papers name the unit. Check the wording; it is printed as it stands here.")),
            self._field("place", say(N_("Place on papers")), say(N_("Stands before the date on papers."))),
            self._field("police_body", say(N_("Police unit on papers"))),
            self._field("authority_body", say(N_("People's Committee on papers"))),
            authority,
            self._field("signer_title", say(N_("Title of the report's signer"))),
            self._field("signer", say(N_("Report's signer")), say(N_("As in “Thiếu tá Nguyễn Văn A”."))),
            self._field("phone", say(N_("Telephone"))),
        )

    def _hamlets(self) -> QWidget:
        self.hamlets = HamletTable(self._say)
        self.hamlets.setMinimumHeight(TOKENS.row * 10)
        return self._step(
            self._say(N_("Type the hamlets, or copy the rows in Excel and paste them here with Ctrl+V. They can be added later.")),
            self.hamlets,
        )

    def _officer(self) -> QWidget:
        say = self._say
        return self._step(
            say(N_("The first officer can add the others. A forgotten password can only be replaced with the recovery code.")),
            self._field("officer_name", say(N_("Full name"))),
            self._field("officer_rank", say(N_("Rank"))),
            self._field("officer_position", say(N_("Position"))),
            self._field("login", say(N_("Login name")), say(N_("Short, for example the given name."))),
            self._field("password", say(N_("Password")), say(N_("At least 8 characters.")), secret=True),
            self._field("password_again", say(N_("Password once more")), secret=True),
        )

    def _suggest(self) -> None:
        name = self.fields["name"].text
        if not name:
            return
        wording = suggested_wording(name)
        for field, text in (
            ("code", suggested_code(name)),
            ("place", wording.place),
            ("police_body", wording.police_body),
            ("authority_body", wording.authority_body),
            ("authority", wording.authority),
            ("signer_title", wording.signer_title),
        ):
            if not self.fields[field].text:
                self.fields[field].text = text

    def _choose_parent(self) -> None:
        chosen = self._ask.open_files(
            self, self._say(N_("File of the unit above")), self._say(N_("Unit files (*.json);;All files (*)"))
        )
        if chosen:
            self._parent_file = chosen[0]
            self.parent_note.setText(chosen[0].name)

    def _warn_police(self) -> None:
        if signed_by_police(self.fields["authority"].text):
            self.bars.tell(
                "warning",
                self._say(
                    N_("Awards are signed by the People's Committee; the police propose them. Check the authority that signs.")
                ),
            )
        else:
            self.bars.clear()

    def _check_unit(self) -> bool:
        say = self._say
        name = self.fields["name"].require(say(N_("Type the name of the unit.")))
        code = self.fields["code"].require(
            say(N_("Two to twenty capital letters or digits, without marks or spaces.")),
            lambda text: 2 <= len(text) <= 20 and text.isascii() and text.isalnum() and text == text.upper(),
        )
        return name and code

    def _check_papers(self) -> bool:
        if not self.fields["authority"].require(self._say(N_("Say who signs awards."))):
            return False
        authority = self.fields["authority"].text
        if signed_by_police(authority) and authority != self._police_told:
            self._police_told = authority
            self._warn_police()
            return False
        return True

    def _check_hamlets(self) -> bool:
        for line, name, count in self.hamlets.filled():
            if not name:
                self.hamlets.show_row(line, 0)
                self.bars.tell("error", self._say(N_("A row has {count} households but no hamlet."), count=count))
                return False
            if count and not count.replace(".", "").isdigit():
                self.hamlets.show_row(line, 1)
                self.bars.tell(
                    "error", self._say(N_("{hamlet}: “{count}” is not a number of households."), hamlet=name, count=count)
                )
                return False
        return True

    def _check_officer(self) -> bool:
        say, fields = self._say, self.fields
        checks = (
            fields["officer_name"].require(say(N_("Type the officer's full name."))),
            fields["login"].require(say(N_("Type a login name."))),
            fields["password"].require(
                say(N_("The password needs at least {count} characters."), count=SHORTEST_PASSWORD),
                lambda text: len(text) >= SHORTEST_PASSWORD,
            ),
            fields["password_again"].require(say(N_("The two passwords differ.")), lambda text: text == fields["password"].text),
        )
        return all(checks)
