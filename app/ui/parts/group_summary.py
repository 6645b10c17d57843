"""What a group comes to: how complete its list of members is, and its patrols in this year and the one before."""

from app.core.i18n import N_
from app.services import groups
from app.services.groups import MONTHS, Roll, Work
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class GroupSummary(Part):
    """Says nothing of a group without members on its list and without patrols."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("group_summary")
        self.list = words("", "value", wrap=True)
        self.list.setObjectName("group_summary.list")
        self.patrols = words("", "value", wrap=True)
        self.patrols.setObjectName("group_summary.patrols")
        self.end = button("", self._end_terms, name="group_summary.end")
        self.end.hide()
        self.setLayout(column(self.list, row(self.end, 1), self.patrols, gap=TOKENS.gap))
        self.hide()
        context, group, year = desk.context, self.record_id, desk.context.clock.today().year

        def work(_job: object) -> tuple[Roll, tuple[Work, ...]]:
            return groups.roll_of(context, group), tuple(groups.work_of(context, group, each) for each in (year, year - 1))

        self.read(work, self._show, key="group_summary")

    def _show(self, found: tuple[Roll, tuple[Work, ...]]) -> None:
        roll, (now, before) = found
        self.list.setText(self._listed(roll))
        self.list.setVisible(bool(roll.serving))
        ended = bool(self.record.texts["ended_on"]) and self.own
        one, many = N_("The last member left with the group"), N_("All {n} members left with the group")
        self.end.setText(self.say.plural(one, many, len(roll.serving)))
        self.end.setVisible(ended and bool(roll.serving))
        self.patrols.setText(self._patrolled(now, before))
        patrolled = bool(now.total("patrol") or before.total("patrol"))
        self.patrols.setVisible(patrolled)
        self.setVisible(bool(roll.serving) or patrolled)

    def _end_terms(self) -> None:
        context, group = self.desk.context, self.record_id
        self.write(lambda _job: groups.end_terms(context, group), lambda _done: self.changed.emit())

    def _listed(self, roll: Roll) -> str:
        if len(roll.serving) == roll.given:
            return self.say(N_("The list of members is complete: the number follows it."))
        return self.say(
            N_("{listed} of {given} members stand on the list; the number was given by hand."),
            listed=len(roll.serving),
            given=roll.given,
        )

    def _patrolled(self, now: Work, before: Work) -> str:
        year = self.desk.context.clock.today().year
        months = ", ".join(
            self.say(N_("month {month}: {n}"), month=month, n=now.months["patrol"][month - 1])
            for month in MONTHS
            if now.months["patrol"][month - 1]
        )
        text = self.say(
            N_("Patrols in {year}: {n}; in {before}: {earlier}."),
            year=str(year),
            n=now.total("patrol"),
            before=str(year - 1),
            earlier=before.total("patrol"),
        )
        return f"{text} ({months})" if months else text
