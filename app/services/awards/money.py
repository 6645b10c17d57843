"""Money that goes with a certificate: a share of the base salary in force on the day of the decision, rounded as the unit does it.

Rates and base salaries are dated rows in `resources/awards/money.json`: 15 % for a person awarded by the chairman of a commune
until 30 June 2025 (Nghị định 91/2017, 98/2023), 30 % since (Nghị định 152/2025, article 54), twice as much for a collective.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.paths import resources
from app.core.text import fold
from app.data.views import RecordView
from app.services.awards.decisions import awarded, text_of
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.origin import require_own

_COMMUNES = (" xa ", " phuong ", " thi tran ")
_TENS_OF_THOUSANDS = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """What a person and a collective get by a decision, in đồng after rounding, and where that comes from.

    `percent` is the person's share of `base`; `decrees` are that of the rate and that of the base salary.
    """

    person: int
    collective: int
    percent: int
    base: int
    decrees: tuple[str, str]

    def of(self, collective: bool) -> int:
        return self.collective if collective else self.person


@dataclass(frozen=True, slots=True)
class AwardMoney:
    """The money of one decision. `rule` is `None` when no rate is known for its day, or it has none.

    `without` are the awarded with no amount, `otherwise` those with another than the rule gives.
    """

    rule: Rule | None
    total: int
    without: int
    otherwise: tuple[str, ...]


def rule_on(day: date, authority: str, rounding: str = "up") -> Rule | None:
    """The rule for a decision of that day by that authority; `None` for days before the first known rate."""
    content = _shipped()
    rate, salary = _in_force(content["rates"], day), _in_force(content["base_salaries"], day)
    if rate is None or salary is None:
        return None
    level = "commune" if any(word in f" {fold(authority)} " for word in _COMMUNES) else "higher"
    percent, base = int(rate[level]), int(salary["amount"])
    exact = base * percent // 100
    return Rule(
        _rounded(exact, rounding),
        _rounded(exact * int(rate["collective"]), rounding),
        percent,
        base,
        (rate["decree"], salary["decree"]),
    )


def money_of(ctx: Context, award_id: str) -> AwardMoney:
    """What a decision comes to, compared with the rule."""
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        named = awarded(reader, award_id)
    rule = _rule_of(ctx, award)
    given = [record for record in named if record.values["amount"] is not None]
    otherwise = [text_of(record, "name") for record in given if rule and record.values["amount"] != _by_rule(rule, record)]
    total = sum(int(record.values["amount"]) for record in given)
    return AwardMoney(rule, total, len(named) - len(given), tuple(otherwise))


def give(ctx: Context, award_id: str) -> str:
    """Write the amount of the rule beside each of the awarded who has none, as one batch; returns its name for undoing.

    Raises `UserError` "award.no_rate" when no rule is known for the day of the decision, "record.foreign", "book.closed".
    """
    require_own(ctx, "award", award_id)
    require_untouched(ctx, "award", [award_id])
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        named = awarded(reader, award_id)
    rule = _rule_of(ctx, award)
    if rule is None:
        raise UserError(
            "award.no_rate", N_("No rate of award money is known for the day of this decision. Write the amounts by hand.")
        )
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "edit", batch=batch) as change:
        for record in named:
            if record.values["amount"] is None:
                change.update("awardee", record.id, {"amount": _by_rule(rule, record)})
    return batch


def _by_rule(rule: Rule, record: RecordView) -> int:
    return rule.of(bool(record.values["collective"]))


def _rule_of(ctx: Context, award: RecordView | None) -> Rule | None:
    decided_on = text_of(award, "decided_on") if award else ""
    if award is None or not decided_on:
        return None
    with ctx.store.reader() as reader:
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
    rounding = text_of(unit, "award_rounding") if unit else ""
    return rule_on(date.fromisoformat(decided_on), text_of(award, "authority"), rounding or "up")


def _rounded(amount: int, rounding: str) -> int:
    """ "up" to tens of thousands as the decrees have it, to the "nearest", or "none" where the unit pays to the đồng."""
    if rounding == "none":
        return amount
    more = _TENS_OF_THOUSANDS - 1 if rounding == "up" else _TENS_OF_THOUSANDS // 2
    return (amount + more) // _TENS_OF_THOUSANDS * _TENS_OF_THOUSANDS


def _in_force(rows: Iterable[dict[str, Any]], day: date) -> dict[str, Any] | None:
    """The last row that had begun by that day."""
    begun = [row for row in rows if date.fromisoformat(row["from"]) <= day]
    return max(begun, key=lambda row: str(row["from"]), default=None)


@cache
def _shipped() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((resources() / "awards" / "money.json").read_text(encoding="utf-8"))
    return content
