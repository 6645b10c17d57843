"""The closing paragraph of a report, written from its figures.

So many meetings with so many attendances; so many tip-offs, how many of value, what they helped to clear; what is kept
up and how many people keep it up; each with the comparison to the same period of the year before. Sentences about nothing
are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.kinds import Say
from app.core.text import number_vi
from app.statistics.comparison import in_words, share_text
from app.statistics.indicators import INDICATORS

_KEPT_UP = (
    ("notice_boards", N_("{number} notice boards with security telephone numbers")),
    ("tip_boxes", N_("{number} tip boxes")),
    ("people_security_teams", N_("{number} people's security teams")),
    ("rapid_security_teams", N_("{number} rapid security teams")),
    ("mediation_teams", N_("{number} mediation teams")),
    ("civil_defence_teams", N_("{number} civil defence teams")),
    ("security_order_teams", N_("{number} security and order teams")),
    ("other_groups", N_("{number} other groups of the people")),
)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences in the language of `say` from the figures of a period (`values`) and of the year before (`previous`)."""

    say: Say
    values: Mapping[str, int]
    previous: Mapping[str, int]

    def paragraphs(self, period_title: str) -> tuple[tuple[str, ...], ...]:
        """One sentence a subject, the first naming the period: what was done, then what stands and who was awarded."""
        done = (self._meetings(period_title), self._commitments(), self._tip_offs(), self._cases())
        standing = (self._models(), self._groups(), self._awards())
        written = (tuple(sentence for sentence in part if sentence) for part in (done, standing))
        return tuple(part for part in written if part)

    def _number(self, code: str) -> str:
        return number_vi(self.values.get(code, 0))

    def _compared(self, code: str) -> str:
        """The comparison in brackets with a space before it; nothing where nothing was recorded the year before."""
        if not self._has_previous:
            return ""
        return f" ({in_words(self.values.get(code, 0) - self.previous.get(code, 0), self.say)})"

    @property
    def _has_previous(self) -> bool:
        return any(value for code, value in self.previous.items() if not INDICATORS[code].stock)

    def _either(self, *codes: str) -> bool:
        return any(self.values.get(code) or self.previous.get(code) for code in codes)

    def _meetings(self, period_title: str) -> str:
        return self.say(
            N_(
                "In {period}, {meetings} study and propaganda meetings were held{meetings_compared} with {attendances} "
                "attendances{attendances_compared}."
            ),
            period=period_title,
            meetings=self._number("meetings"),
            meetings_compared=self._compared("meetings"),
            attendances=self._number("attendances"),
            attendances_compared=self._compared("attendances"),
        )

    def _commitments(self) -> str:
        if not self._either("commitments_signed"):
            return ""
        by_households = N_("{signed} commitments were signed{signed_compared}; {households} households took part.")
        without = N_("{signed} commitments were signed{signed_compared}.")
        return self.say(
            by_households if self.values.get("households_committed") else without,
            signed=self._number("commitments_signed"),
            signed_compared=self._compared("commitments_signed"),
            households=self._number("households_committed"),
        )

    def _tip_offs(self) -> str:
        if not self._either("tip_offs"):
            return ""
        return self.say(
            N_(
                "The people gave {tip_offs} tip-offs{compared}, of which {valuable} were valuable{valuable_compared}, "
                "{share} of them."
            ),
            tip_offs=self._number("tip_offs"),
            compared=self._compared("tip_offs"),
            valuable=self._number("tip_offs_valuable"),
            valuable_compared=self._compared("tip_offs_valuable"),
            share=share_text(self.values.get("tip_offs_valuable", 0), self.values.get("tip_offs", 0)),
        )

    def _cases(self) -> str:
        if not self._either("cases_resolved"):
            return ""
        return self.say(
            N_("They helped to clear {cases} cases{compared} with {violators} violators{violators_compared}."),
            cases=self._number("cases_resolved"),
            compared=self._compared("cases_resolved"),
            violators=self._number("violators"),
            violators_compared=self._compared("violators"),
        )

    def _models(self) -> str:
        if not self._either("model_sites"):
            return ""
        moved = N_(
            "{sites} prevention models are kept up effectively{compared}; {new} were newly built or multiplied, {dropped} dropped."
        )
        has_moved = self.values.get("model_sites_new") or self.values.get("model_sites_dropped")
        return self.say(
            moved if has_moved else N_("{sites} prevention models are kept up effectively{compared}."),
            sites=self._number("model_sites"),
            compared=self._compared("model_sites"),
            new=self._number("model_sites_new"),
            dropped=self._number("model_sites_dropped"),
        )

    def _groups(self) -> str:
        kept = [
            self.say(sentence, number=self._number(code)) + self._compared(code)
            for code, sentence in _KEPT_UP
            if self._either(code)
        ]
        if not kept:
            return ""
        return self.say(
            N_("There stand {list}; the groups have {members} members{compared}."),
            list=", ".join(kept),
            members=self._number("group_members"),
            compared=self._compared("group_members"),
        )

    def _awards(self) -> str:
        if not self._either("awards_collective", "awards_individual"):
            return ""
        return self.say(
            N_("{collectives} collectives{collectives_compared} and {individuals} individuals{individuals_compared} were awarded."),
            collectives=self._number("awards_collective"),
            collectives_compared=self._compared("awards_collective"),
            individuals=self._number("awards_individual"),
            individuals_compared=self._compared("awards_individual"),
        )
