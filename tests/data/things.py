"""A small register of its own for tests about merging: two fields in one group, two streams, a state that issues."""

from app.core.kinds import Choice, Date, Figures, Integer, LongText, Text
from app.data.declare import STATION, Record, RecordType, Registry, Section, field


class Thing(Record):
    name = field(Text(), "Name")
    number = field(Text(), "Number", group="decision")
    decided_on = field(Date(), "Date", group="decision")
    size = field(Integer(), "Size")
    figures = field(Figures(), "Figures")
    note = field(LongText(), "Note", stream=STATION)
    state = field(Choice((("draft", "Draft"), ("issued", "Issued"))), "State")


class Other(Record):
    name = field(Text(), "Name")


def small_registry(*, others: bool = True) -> Registry:
    """The register of things, and with `others` a second one that has a field of the same name."""
    registry = Registry()
    for code, record in (("thing", Thing), ("other", Other))[: 1 + others]:
        registry.add(
            RecordType(
                code=code,
                record=record,
                title="Thing",
                plural="Things",
                purpose="To test.",
                columns=("name",),
                sections=(Section("", tuple(record.fields)),),
                summary="{name}",
                search=("name",),
                sort=("name", "asc"),
                frozen_when=("state", "issued") if code == "thing" else None,
            )
        )
    return registry
