"""What a register looks like: plain views of its declaration, in the officer's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.kinds import BirthDate, Choice, Date, Figures, Integer, Kind, LongText, Moment, Money, Phone, Reference, Year, YesNo
from app.data.declare import STATION, FieldInfo, RecordType
from app.services.context import Context
from app.services.registers.earlier import repeats


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a list. `numeric` ones stand right-aligned; `width` is about how many letters its texts have."""

    field: str
    label: str
    numeric: bool
    width: int


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a form. `read_only` ones are made by the program; `private` ones never leave the station's laptops.

    `repeats_in` is the type whose earlier values are offered while it is typed; empty where none are.
    """

    name: str
    label: str
    kind: Kind
    required: bool
    help: str
    read_only: bool
    private: bool
    repeats_in: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """A filter chip. `options` are (code, label) of a closed list; empty for dates and references."""

    field: str
    label: str
    kind: Kind
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChildView:
    """Records of another register that belong to the open one, by the field that refers back."""

    type_code: str
    reference_field: str
    title: str


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Everything a generic page needs to know of a register; `order` is (field, "asc" or "desc")."""

    code: str
    title: str
    plural: str
    purpose: str
    columns: tuple[ColumnView, ...]
    sections: tuple[SectionView, ...]
    filters: tuple[FilterView, ...]
    children: tuple[ChildView, ...]
    order: tuple[str, str]
    searchable: bool
    written_once: bool = False
    """The program writes these records; nobody adds, changes or deletes one."""
    private: bool = False
    """Nothing of this register leaves the station."""


def describe(ctx: Context, type_code: str) -> RegisterView:
    """The register of that record type, worded in the officer's language."""
    declared = ctx.store.registry.get(type_code)
    return RegisterView(
        declared.code,
        ctx.say(declared.title),
        ctx.say(declared.plural),
        ctx.say(declared.purpose),
        tuple(_column(ctx, declared, name) for name in declared.columns),
        tuple(
            SectionView(ctx.say(s.title) if s.title else "", tuple(_field(ctx, declared, declared.fields[n]) for n in s.fields))
            for s in declared.sections
        ),
        tuple(_filter(ctx, declared.fields[name]) for name in declared.filters),
        tuple(ChildView(c.type_code, c.reference, ctx.say(ctx.store.registry.get(c.type_code).plural)) for c in declared.children),
        declared.sort,
        bool(declared.search),
        declared.written_once,
        declared.life_stream == STATION,
    )


def registers_in_menu(ctx: Context) -> tuple[tuple[str, str], ...]:
    """(code, name) of every register the menu offers, in the order they were declared."""
    return tuple((t.code, ctx.say(t.plural)) for t in ctx.store.registry.all() if t.in_menu)


def options(ctx: Context, kind: Kind) -> tuple[tuple[str, str], ...]:
    """(text to enter, label) of a closed list; empty for every other kind."""
    if isinstance(kind, Choice):
        return tuple((code, ctx.say(label)) for code, label in kind.options)
    if isinstance(kind, YesNo):
        return tuple((str(int(value)), kind.format(value, ctx.say)) for value in (True, False))
    return ()


_WIDTHS: Mapping[type[Kind], int] = {
    Date: 10,
    BirthDate: 11,
    Moment: 16,
    Integer: 8,
    Money: 12,
    Year: 8,
    YesNo: 8,
    Choice: 18,
    Phone: 16,
    LongText: 36,
}


def _column(ctx: Context, declared: RecordType, name: str) -> ColumnView:
    info = declared.fields[name]
    return ColumnView(name, ctx.say(info.label), info.kind.numeric, _WIDTHS.get(type(info.kind), 24))


def _field(ctx: Context, declared: RecordType, info: FieldInfo) -> FieldView:
    help_ = ctx.say(info.help) if info.help else ""
    made = isinstance(info.kind, Figures)
    repeats_in = declared.code if repeats(declared, info) else ""
    return FieldView(info.name, ctx.say(info.label), info.kind, info.required, help_, made, info.stream == STATION, repeats_in)


def _filter(ctx: Context, info: FieldInfo) -> FilterView:
    return FilterView(info.name, ctx.say(info.label), info.kind, options(ctx, info.kind))


def reference_of(info: FieldInfo) -> str | None:
    """The record type a field refers to, if it is a reference."""
    return info.kind.type_code if isinstance(info.kind, Reference) else None
