"""What a decision pays: the rule of its day, the total, who has no amount yet, and a button that writes the amounts."""

from app.core.i18n import N_
from app.core.text import money_vi
from app.services.awards import money
from app.services.awards.money import AwardMoney, Rule
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words

_SHOWN = 3
"""Names that are told of those with another amount; more are a number."""


class AwardMoneyPart(Part):
    """Stands in a decision with a day; without a known rate it says that amounts are written by hand."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("award_money")
        self.rule = words("", "value", wrap=True)
        self.rule.setObjectName("award_money.rule")
        self.total = words("", "value", wrap=True)
        self.total.setObjectName("award_money.total")
        self.otherwise = words("", "quiet", wrap=True)
        self.otherwise.setObjectName("award_money.otherwise")
        self.write_amounts = button("", self._give, name="award_money.give")
        self.setLayout(column(self.rule, self.total, self.otherwise, row(self.write_amounts, 1), gap=TOKENS.gap))
        self.hide()
        context, award = desk.context, self.record_id
        if record.texts["decided_on"]:
            self.read(lambda _job: money.money_of(context, award), self._show, key="award_money")

    def _show(self, found: AwardMoney) -> None:
        self.rule.setText(self._said(found.rule))
        self.total.setText(self.say(N_("Together {total}."), total=money_vi(found.total)))
        self.total.setVisible(bool(found.total))
        self.otherwise.setText(self._others(found.otherwise))
        self.otherwise.setVisible(bool(found.otherwise))
        one, many = N_("Write the amount of the one without"), N_("Write the amounts of the {n} without")
        self.write_amounts.setText(self.say.plural(one, many, found.without))
        self.write_amounts.setVisible(self.own and bool(found.without) and found.rule is not None)
        self.setVisible(True)

    def _said(self, rule: Rule | None) -> str:
        if rule is None:
            return self.say(N_("No rate of award money is known for the day of this decision. Write the amounts by hand."))
        return self.say(
            N_("By {rate} and {salary}: a person {person}, a collective {collective} ({percent} % of {base})."),
            rate=rule.decrees[0],
            salary=rule.decrees[1],
            person=money_vi(rule.person),
            collective=money_vi(rule.collective),
            percent=rule.percent,
            base=money_vi(rule.base),
        )

    def _others(self, names: tuple[str, ...]) -> str:
        if len(names) > _SHOWN:
            return self.say.plural(N_("One has another amount."), N_("{n} have another amount."), len(names))
        return self.say(N_("Another amount: {names}."), names=", ".join(names))

    def _give(self) -> None:
        context, award = self.desk.context, self.record_id
        self.write(lambda _job: money.give(context, award), lambda _done: self.changed.emit())
