"""How long a tip-off may still wait, in words, and the one step by which it is passed on."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import InvalidRecord, UserError
from app.core.i18n import N_
from app.services import tip_offs
from app.services.registers import RecordForm
from app.services.tip_offs import OVER, QUIET, SOON, Clocks
from app.ui.desk import Desk
from app.ui.icons import picture
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, empty_layout, row, words

_MINUTE = 60_000
_SIGNS = {QUIET: ("clock", TOKENS.quiet), SOON: ("clock", TOKENS.warning), OVER: ("circle-alert", TOKENS.error)}


class TipOffClocks(Part):
    """Counts on while it is in sight. Nothing is shown of a tip-off without a clock."""

    above = True

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.setObjectName("clocks")
        self.texts: tuple[str, ...] = ()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(TOKENS.gap)
        at_once = N_("Report grave cases, those the public watches and suspects who may flee at once by telephone (TT 28/2020).")
        self.at_once = words(say(at_once), "help", wrap=True)
        self.begin = button(say(N_("Pass on…")), self._ask, sign="send", name="pass_on.begin")
        self.body = TypedField("pass_on.body", say(N_("Passed to")))
        self.slip = TypedField("pass_on.slip", say(N_("Number of the slip")))
        done = button(say(N_("Passed on now")), self._pass_on, role="primary", name="pass_on.done")
        leave = button(say(N_("Cancel")), self._leave, name="pass_on.cancel")
        self.asked = QWidget()
        self.asked.setLayout(column(row(self.body, self.slip, gap=TOKENS.between), row(done, leave, 1)))
        for field in (self.body, self.slip):
            field.entered.connect(self._pass_on)
        self.setLayout(column(self.lines, self.at_once, row(self.begin, 1), self.asked, gap=TOKENS.inside))
        for widget in (self.at_once, self.begin, self.asked):
            widget.hide()
        self._timer = QTimer(self, interval=_MINUTE)
        self._timer.timeout.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Read the time again and from now on every minute."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Out of sight, nothing is counted."""
        self._timer.stop()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Ask how long there still is."""
        context, record_id = self.desk.context, self.record_id
        self.read(lambda _job: tip_offs.clocks(context, record_id), self._show, key="clocks")

    def _show(self, found: Clocks) -> None:
        self.texts = tuple(line.text for line in found.lines)
        empty_layout(self.lines)
        for line in found.lines:
            sign = words("")
            sign.setPixmap(picture(*_SIGNS[line.tone], TOKENS.icon))
            text = words(line.text, "value" if line.tone != QUIET else "quiet", wrap=True)
            whole = row(sign, text)
            whole.setStretch(1, 1)
            self.lines.addLayout(whole)
        self.at_once.setVisible(found.at_once and self.own)
        self.begin.setVisible(found.to_pass_on and self.own and self.asked.isHidden())
        if self.asked.isHidden():
            self.body.text = found.body

    def _ask(self) -> None:
        self.begin.hide()
        self.asked.show()
        (self.slip if self.body.text else self.body).line.setFocus()

    def _leave(self) -> None:
        self.asked.hide()
        self.begin.show()
        self.begin.setFocus()

    def _pass_on(self) -> None:
        if not self.body.require(self.say(N_("Write to which body it was passed."))):
            self.body.line.setFocus()
            return
        context, record, body, slip = self.desk.context, self.record, self.body.text, self.slip.text

        def done(_saved: object) -> None:
            self.asked.hide()
            self.written.emit()
            self.changed.emit()

        self.desk.tasks.write(self, lambda _job: tip_offs.pass_on(context, self.record_id, body, slip, record), done, self._refused)

    def _refused(self, problem: Exception) -> None:
        fields = {"passed_to": self.body, "slip_number": self.slip}
        if isinstance(problem, InvalidRecord) and all(each.field in fields for each in problem.problems):
            for each in problem.problems:
                fields[each.field].tell(self.say.error(each.problem))
        elif isinstance(problem, InvalidRecord):
            self.failed.emit(UserError("tip_off.mend_first", N_("Some fields of this tip-off need mending first. Press F2.")))
        else:
            self.failed.emit(problem)
