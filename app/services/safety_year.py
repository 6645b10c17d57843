"""The safety assessments of a year as one list: every hamlet, and every agency and school that was ever assessed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.text import fold
from app.data.conditions import AllOf, IsEmpty
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.safety import SUBJECTS
from app.services import registers
from app.services.context import Context
from app.services.registers.origin import own_records

_MOST = 5000
SAFE, NOT_SAFE = "safe", "not_safe"


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """What was assessed: a hamlet (by id) or an agency or school (by name); `result` is empty while it has not been."""

    key: str
    subject: str
    hamlet: str
    name: str
    record: str
    result: str
    before: str
    """The result of the year before."""


@dataclass(frozen=True, slots=True)
class SafetyYear:
    """A year's lines, hamlets first; the decision that most of them were recognised by."""

    year: int
    lines: tuple[SafetyLine, ...]
    decision: str
    decided_on: str

    def numbers(self) -> tuple[tuple[str, int, int], ...]:
        """By kind of place: how many are safe, of how many."""
        found = []
        for subject, _ in SUBJECTS:
            lines = [line for line in self.lines if line.subject == subject]
            if lines:
                found.append((subject, sum(line.result == SAFE for line in lines), len(lines)))
        return tuple(found)


def assessments(ctx: Context, year: int) -> SafetyYear:
    """Everything that may be assessed in a year, with what was found."""
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)
        records = reader.window("safety", own, order=("year", "desc"), limit=_MOST)
        hamlets = reader.window("hamlet", AllOf((own, IsEmpty("ended_on"))), order=("name", "asc"), limit=_MOST)
        known = {hamlet.id: str(hamlet.values["name"] or "") for hamlet in hamlets}
        known |= _assessed_once(reader, records, year, known)
    of_year = {_key(record): record for record in records if record.values["year"] == year}
    of_last = {_key(record): record for record in records if record.values["year"] == year - 1}
    lines = [_line(f"hamlet:{i}", "hamlet", i, name, of_year, of_last) for i, name in known.items()]
    others = {_key(record): record for record in reversed(records) if record.values["subject"] != "hamlet"}
    for key, record in sorted(others.items(), key=lambda pair: (pair[1].values["subject"], fold(str(pair[1].values["name"])))):
        lines.append(_line(key, str(record.values["subject"]), "", str(record.values["name"] or ""), of_year, of_last))
    decided = [record.values for record in of_year.values() if record.values["decision"]]
    first = registers.open_record(ctx, "safety", next(iter(of_year.values())).id) if of_year and decided else None
    texts = first.texts if first else {}
    return SafetyYear(year, tuple(lines), texts.get("decision", ""), texts.get("decided_on", ""))


def keep(ctx: Context, year: int, marks: Mapping[SafetyLine, str], *, decision: str = "", decided_on: str = "") -> int:
    """Write down the results that were marked (an empty one takes an assessment out); returns how many were written.

    Raises `InvalidRecord` when decision or date cannot be taken; what stands before the first such line has then been written.
    """
    decided = {"decision": decision, "decided_on": decided_on}
    for line, result in marks.items():
        if not result and line.record:
            registers.delete(ctx, "safety", line.record)
        elif result and line.record:
            registers.save(ctx, "safety", line.record, {"result": result, **decided})
        elif result:
            named = {"hamlet": line.hamlet} if line.hamlet else {"name": line.name}
            registers.save(ctx, "safety", None, {"year": str(year), "subject": line.subject, "result": result, **named, **decided})
    return len(marks)


def _assessed_once(reader: Reader, records: list[RecordView], year: int, known: Mapping[str, str]) -> dict[str, str]:
    """Hamlets that stand no more but were assessed in that year."""
    wanted = {str(r.values["hamlet"]) for r in records if r.values["year"] == year and r.values["hamlet"]} - set(known)
    found = reader.get_many("hamlet", tuple(wanted))
    return {i: str(hamlet.values["name"] or "") for i, hamlet in found.items()}


def _key(record: RecordView) -> str:
    values = record.values
    if values["subject"] == "hamlet":
        return f"hamlet:{values['hamlet']}"
    return f"{values['subject']}:{fold(str(values['name'] or ''))}"


def _line(
    key: str, subject: str, hamlet: str, name: str, of_year: Mapping[str, RecordView], of_last: Mapping[str, RecordView]
) -> SafetyLine:
    record, last = of_year.get(key), of_last.get(key)
    result, before = (str(each.values["result"] or "") if each else "" for each in (record, last))
    return SafetyLine(key, subject, hamlet, name, record.id if record else "", result, before)
