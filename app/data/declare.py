"""What a record type is: its fields, and beside them everything list, form, search, filters and sync are made from.

A type is written once, in `app.records`: a `Record` class whose attributes are `field(...)`, and one `RecordType`. A field belongs
to a *stream* (who may see it) and to a *group* (fields that only make sense together, merged as one); by default a field is a
group of its own. Declarations hold no behaviour: code walks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, ClassVar

from app.core.kinds import Kind

COMMON = "common"
"""Written above, read below: catalogues, award rates, the trust list."""
SHARED = "shared"
"""Read by the station's laptops and by the unit above."""
STATION = "station"
"""Never leaves the station's own laptops: personal data, the content of tip-offs, free text about people."""

STREAMS = (COMMON, SHARED, STATION)
"""From the most widely travelling stream to the least."""

LIFE = "life"
"""The group that says whether a record stands; delete and restore set it and nothing else."""

FROZE = "froze"
"""Beside the values that issue a record: the versions it froze, by group."""
SEEN = "seen"
"""Beside `alive: 0`: every version the deletion had seen."""


@dataclass(eq=False)
class FieldInfo:
    """One declared field: `name` is filled in by the class it stands in, `label` and `help` are msgids."""

    kind: Kind
    label: str
    required: bool = False
    stream: str = SHARED
    group: str = ""
    help: str = ""
    index: bool = False
    default: Any = None
    hidden: bool = False
    name: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.group = self.group or name


def field(
    kind: Kind,
    label: str,
    *,
    required: bool = False,
    stream: str = SHARED,
    group: str = "",
    help: str = "",
    index: bool = False,
    default: Any = None,
    hidden: bool = False,
) -> FieldInfo:
    """Declare a field of a `Record`.

    `default` is a dumped value offered in a blank form. `index` asks for a database index, for fields that lists are filtered or
    sorted by. A `hidden` field is set by services, not typed: forms leave it out.
    """
    return FieldInfo(kind, label, required, stream, group, help, index, default, hidden)


class Record:
    """Base of all record classes. The class is a declaration only; rows are read as plain values, never as instances."""

    fields: ClassVar[Mapping[str, FieldInfo]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, FieldInfo)}
        cls.fields = {**cls.fields, **own}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: a title (msgid, may be empty) and the names of its fields in reading order."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """Records of another type that belong to this one and are listed with it, by the field that refers back."""

    type_code: str
    reference: str


@dataclass(frozen=True)
class RecordType:
    """Everything generic pages, search, history and sync know of a record type.

    `summary` names a record in one line, with fields in braces. `search` lists the fields whose words find it. `sort` is the
    field and direction a list opens with. `totals` are number fields summed over what a list shows. `frozen_when` is a field and
    the dumped value that issues the record: from then on it shows exactly the versions that were frozen. Records `written_once` are
    made by services alone and can be read, never changed or deleted.
    """

    code: str
    record: type[Record]
    title: str
    plural: str
    purpose: str
    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    summary: str
    search: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    sort: tuple[str, str] = ("", "asc")
    totals: tuple[str, ...] = ()
    children: tuple[Child, ...] = ()
    frozen_when: tuple[str, Any] | None = None
    in_menu: bool = True
    written_once: bool = False
    groups: Mapping[str, tuple[str, ...]] = dataclass_field(init=False, repr=False, compare=False)
    """Field names by group."""
    streams: tuple[str, ...] = dataclass_field(init=False, repr=False, compare=False)
    """Every stream a save of this type may write to, the widest first."""
    issuing_group: str | None = dataclass_field(init=False, repr=False, compare=False)
    """The group that decides whether the record is issued, for types that are."""
    _in_stream: Mapping[str, tuple[str, ...]] = dataclass_field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        groups: dict[str, tuple[str, ...]] = {}
        for name, info in self.record.fields.items():
            groups[info.group] = (*groups.get(info.group, ()), name)
        used = {info.stream for info in self.record.fields.values()}
        streams = tuple(stream for stream in STREAMS if stream in used)
        in_stream = {
            stream: (LIFE,) * (stream == streams[0])
            + tuple(group for group, names in groups.items() if self.record.fields[names[0]].stream == stream)
            for stream in streams
        }
        object.__setattr__(self, "groups", groups)
        object.__setattr__(self, "streams", streams)
        issuing = self.record.fields.get(self.frozen_when[0]) if self.frozen_when else None
        object.__setattr__(self, "issuing_group", issuing.group if issuing else None)
        object.__setattr__(self, "_in_stream", in_stream)

    @property
    def fields(self) -> Mapping[str, FieldInfo]:
        return self.record.fields

    @property
    def life_stream(self) -> str:
        """The most widely travelling stream among the fields: where the record's life is decided."""
        return self.streams[0]

    def stream_of(self, group: str) -> str:
        """The stream of a group; `LIFE` lies in the life stream. Raises `KeyError` for a group of no field."""
        return self.life_stream if group == LIFE else self.fields[self.groups[group][0]].stream

    def groups_in(self, stream: str) -> tuple[str, ...]:
        """The groups whose fields lie in `stream`, and `LIFE` where it belongs."""
        return self._in_stream.get(stream, ())


class Registry:
    """The record types this program knows, in the order they were declared."""

    def __init__(self) -> None:
        self._types: dict[str, RecordType] = {}

    def add(self, record_type: RecordType) -> RecordType:
        """Take in a declaration; a code given twice raises `ValueError`."""
        if record_type.code in self._types:
            raise ValueError(f"record type {record_type.code} is declared twice")
        self._types[record_type.code] = record_type
        return record_type

    def get(self, code: str) -> RecordType:
        """The type of that code; raises `KeyError` when this version of the program does not know it."""
        return self._types[code]

    def knows(self, code: str) -> bool:
        return code in self._types

    def all(self) -> tuple[RecordType, ...]:
        return tuple(self._types.values())


registry = Registry()
"""Filled by importing `app.records`."""
