"""Who told: sealed here, opened by a keeper for a minute, and otherwise a code.

No draft is kept of these fields, and what is shown cannot be marked or copied. The texts are forgotten when the minute is over or
the record goes out of sight.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import InvalidRecord, UserError
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.services import informants
from app.services.informants import FIELDS, Identity, InformantView, Opening
from app.services.registers import RecordForm
from app.ui.bars import BarArea
from app.ui.desk import Desk
from app.ui.flow import FlowLayout
from app.ui.parts.base import Part
from app.ui.parts.informant_shown import NoCopy, ShownIdentity
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, empty_layout, row, words

KEEPERS_TAB = "keepers"
"""What the settings page is to show when somebody has to be appointed."""
_SHOWN_FOR = 60
_LATEST = 5
"""Openings told in the record; all of them stand on the settings page."""
_FIELDS = tuple(name for name, _kind, _label in FIELDS)


IDLE, SEALING, ASKING, MENDING, SHOWING = "idle", "sealing", "asking", "mending", "showing"


class InformantPart(Part):
    """In one `mode` at a time: at rest, sealing, asked for the password, showing the identity, writing it anew."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("informant")
        self.mode = IDLE
        self.bars = BarArea(say)
        self.state = words("", "value", wrap=True)
        self.state.setObjectName("informant.state")
        self.seal_begin = button(say(N_("Write down and seal…")), self._begin_seal, sign="lock", name="informant.begin")
        self.open_begin = button(say(N_("Open…")), self._begin_open, sign="key-round", name="informant.open")
        self.appoint = button(
            say(N_("Appoint keepers")), lambda: self.go.emit("settings", KEEPERS_TAB), role="link", name="informant.appoint"
        )
        self.fields = {name: TypedField(f"informant.{name}", say(label)) for name, _kind, label in FIELDS}
        self.password = TypedField("informant.password", say(N_("My password")), secret=True)
        self.reason = TypedField("informant.reason", say(N_("Why it has to be opened")), say(N_("The commander reads this.")))
        self.form, self.seal_row = _widget(self._form()), _widget(self._seal_row())
        self.secrets = _widget(row(self.reason, self.password, gap=TOKENS.between))
        self.ask_row = _widget(self._ask_row())
        self.shown = ShownIdentity(say, _SHOWN_FOR)
        self.shown.over.connect(self._conceal)
        self.shown.mend_asked.connect(self._begin_mend)
        for field in (*self.fields.values(), self.reason, self.password):
            field.entered.connect(self._entered)
        self._no_copy = NoCopy(self)
        for field in self.fields.values():
            self._no_copy.guard(field.line)
        self.opened = QVBoxLayout()
        self.opened.setSpacing(TOKENS.gap)
        heading, begin = words(say(N_("Who told")), "section"), row(self.seal_begin, self.open_begin, self.appoint, 1)
        self._pieces: dict[str, tuple[QWidget, ...]] = {
            SEALING: (self.form, self.seal_row),
            MENDING: (self.form, self.secrets, self.seal_row),
            ASKING: (self.secrets, self.ask_row),
            SHOWING: (self.shown,),
        }
        pieces = (self.form, self.secrets, self.seal_row, self.ask_row, self.shown)
        self.setLayout(column(heading, self.state, self.bars, begin, *pieces, self.opened))
        self._view: InformantView | None = None
        self._put(IDLE)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Coming into sight, it reads how things stand."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Out of sight, everything typed and shown is forgotten."""
        self._put(IDLE)
        super().hideEvent(event)

    def refresh(self) -> None:
        """Read how the identity stands; no ciphertext is opened."""
        context, record_id = self.desk.context, self.record_id

        def work(_job: object) -> tuple[InformantView, tuple[Opening, ...]]:
            return informants.view(context, record_id), informants.openings(context, record_id)

        self.read(work, lambda answer: self._stand(*answer), key="informant")

    def _form(self) -> QLayout:
        pair = row(self.fields["name"], self.fields["contact"], gap=TOKENS.between)
        note = words(self.say(N_("Only the keepers can read this afterwards. It is kept in no draft.")), "help", wrap=True)
        return column(pair, self.fields["address"], self.fields["note"], note)

    def _seal_row(self) -> QLayout:
        seal = button(self.say(N_("Seal")), self._seal, role="primary", sign="lock", name="informant.seal")
        return row(seal, button(self.say(N_("Cancel")), lambda: self._put(IDLE), name="informant.seal_cancel"), 1)

    def _ask_row(self) -> QLayout:
        say = self.say
        show = button(say(N_("Open for a minute")), self._open, role="primary", sign="key-round", name="informant.show")
        compare = button(say(N_("Only compare with the texts")), self._compare, name="informant.compare")
        compare.setToolTip(say(N_("Says whether a text of this tip-off names who told, without showing the name.")))
        line = FlowLayout(TOKENS.inside)
        for each in (show, compare, button(say(N_("Cancel")), lambda: self._put(IDLE), name="informant.open_cancel")):
            line.addWidget(each)
        return line

    def _put(self, mode: str) -> None:
        """Bring a mode to the front, and forget what the others held."""
        self.mode = mode
        wanted = self._pieces.get(mode, ())
        for piece in {each for pieces in self._pieces.values() for each in pieces}:
            piece.setVisible(piece in wanted)
        if mode != SHOWING:
            self.shown.forget()
        if mode not in (SEALING, MENDING):
            for field in self.fields.values():
                field.text = ""
        self.password.text = self.reason.text = ""
        self._offer()

    def _offer(self) -> None:
        view, idle = self._view, self.mode == IDLE
        self.seal_begin.setVisible(idle and self.own and view is not None and view.may_seal)
        self.open_begin.setVisible(idle and view is not None and view.may_open)
        few = view is not None and not view.code and not view.may_seal
        self.appoint.setVisible(idle and few and self.own and self.desk.context.user.is_commander)

    def _stand(self, view: InformantView, opened: tuple[Opening, ...]) -> None:
        self._view = view
        say, names = self.say, ", ".join(view.keepers)
        if view.code:
            text = say(
                N_("{code}, sealed at {when}. Can be opened by: {names}."), code=view.code, when=view.sealed_at, names=names or "–"
            )
            if view.stale:
                text += " " + say(N_("Keepers have changed since; one of those named seals it anew under Unit and officers."))
            if not view.clean:
                text += " " + say(N_("The texts, as they stand, have not been compared with it; a keeper does so here."))
        elif view.may_seal:
            text = say(N_("Not written down. It would be sealed for: {names}."), names=names)
        else:
            text = say(N_("Cannot be sealed yet: the commander appoints at least two keepers under Unit and officers."))
        self.state.setText(text)
        self._offer()
        empty_layout(self.opened)
        for each in opened[:_LATEST]:
            line = say(N_("{when}, {who}: {act}. {reason}"), when=each.when, who=each.who, act=each.act, reason=each.reason)
            self.opened.addWidget(words(line, "quiet", wrap=True))

    def _begin_seal(self) -> None:
        self.bars.clear()
        self._put(SEALING)
        self.fields["name"].line.setFocus()

    def _begin_open(self) -> None:
        self.bars.clear()
        self._put(ASKING)
        self.reason.line.setFocus()

    def _begin_mend(self, identity: Identity) -> None:
        self._put(MENDING)
        for name in _FIELDS:
            self.fields[name].text = getattr(identity, name)
        self.fields["name"].line.setFocus()

    def _entered(self) -> None:
        """Enter goes on to what is still to be typed, then does it."""
        empty = [field for field in (self.reason, self.password) if field.isVisible() and not field.text]
        if empty:
            empty[0].line.setFocus()
        elif self.mode == ASKING:
            self._open()
        elif self.mode in (SEALING, MENDING):
            self._seal()

    def _seal(self) -> None:
        if not self.fields["name"].require(self.say(N_("This field must be filled in."))):
            self.fields["name"].line.setFocus()
            return
        typed = {name: field.text for name, field in self.fields.items()}
        context, record_id = self.desk.context, self.record_id
        if self.mode == MENDING:
            if secrets := self._secrets():
                self._do(partial(informants.mend, context, record_id, *secrets, typed, randomness=self._random), self._sealed)
        else:
            self._do(partial(informants.seal, context, record_id, typed), self._sealed)

    def _sealed(self, naming: tuple[str, ...]) -> None:
        self._put(IDLE)
        if naming:
            text = N_("Sealed. But {fields} of this tip-off names who told; press F2 and reword it.")
            self.bars.tell("warning", self.say(text, fields=", ".join(naming)))
        else:
            self.bars.tell("done", self.say(N_("Sealed. From now on only the code stands here.")))
        self.refresh()

    def _open(self) -> None:
        if secrets := self._secrets():
            work = partial(informants.read, self.desk.context, self.record_id, *secrets, randomness=self._random)
            self._do(work, self._reveal)

    def _compare(self) -> None:
        if secrets := self._secrets():
            work = partial(informants.compare, self.desk.context, self.record_id, *secrets, randomness=self._random)
            self._do(work, self._compared)

    def _compared(self, naming: tuple[str, ...]) -> None:
        self._put(IDLE)
        if naming:
            text = N_("{fields} of this tip-off names who told. Press F2 and reword it before anything is handed on.")
            self.bars.tell("warning", self.say(text, fields=", ".join(naming)))
        else:
            self.bars.tell("done", self.say(N_("The texts of this tip-off do not name who told.")))
        self.refresh()

    def _reveal(self, identity: Identity) -> None:
        self._put(SHOWING)
        self.shown.show_for(identity)
        self.refresh()
        # Only when the layout has made room for it can it be scrolled to.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self.shown)

    def _conceal(self) -> None:
        self._put(IDLE)
        self.open_begin.setFocus()

    @property
    def _random(self) -> Randomness:
        return self.desk.session.randomness

    def _secrets(self) -> tuple[str, str] | None:
        """Password and reason, once both were typed."""
        given = self.reason.require(self.say(N_("Write why it has to be opened; the commander reads this.")))
        typed = self.password.require(self.say(N_("Type your password once more.")))
        if given and typed:
            return self.password.text, self.reason.text
        (self.password if given else self.reason).line.setFocus()
        return None

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        def finished(result: object) -> None:
            self.written.emit()
            if self.isVisible():
                done(result)

        self.desk.tasks.write(self, lambda _job: work(), finished, self._refused)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord):
            for each in problem.problems:
                field = self.reason if each.field == "reason" else self.fields[each.field]
                field.tell(self.say.error(each.problem))
                field.line.setFocus()
        elif isinstance(problem, UserError) and problem.code == "login.wrong":
            self.password.text = ""
            self.password.tell(self.say(N_("That is not your password. Check Caps Lock and Unikey.")))
            self.password.line.setFocus()
        elif isinstance(problem, UserError):
            self.bars.tell("error", self.say.error(problem))
        else:
            self.failed.emit(problem)


def _widget(layout: QLayout) -> QWidget:
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made
