"""An empty Excel sheet a register, made from its declaration: headings as stations write them, drop-downs, what each column takes.

Filled in, it is recognised like any other sheet. The guidance stands one line below the other on a sheet of its own, where nothing
can pass for the heading of a table; examples are shown beside the cells, so that none of them is ever taken for a row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.kinds import (
    BirthDate,
    Choice,
    Date,
    Hour,
    Integer,
    Kind,
    LastDigits,
    LongText,
    Moment,
    Money,
    PersonName,
    Phone,
    Reference,
    Text,
    Year,
    YesNo,
)
from app.core.text import text_sort_key
from app.data.declare import RecordType
from app.documents.grids.model import GridBook, GridColumn, GridRow, GridSheet, Typed
from app.documents.grids.wording import (
    AS_ON_PAPER,
    EXAMPLE,
    GUIDE_FIRST,
    GUIDE_LINE,
    GUIDE_SHEET,
    GUIDE_TITLE,
    MUST,
    OFFERED,
    ORDINAL,
    REQUIRED,
    REQUIRED_NOTE,
)
from app.intake.shapes import known_shapes
from app.records.figure_names import FIGURES
from app.records.sheets import SHAPES
from app.records.sheets.shape import NEVER, Column
from app.services.context import Context
from app.services.intake.called import first_text
from app.services.intake.desk import Desk
from app.services.intake.drafts import Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.table import RECIPES
from app.services.papers.common import heading, vietnamese

_ROWS = 40
"""Ruled rows for those who fill the sheet in by hand; Excel's own rules reach further down."""
_GUIDE_WIDTH = 110.0
_INFORMANT = "informant"
_HAMLET = "hamlet"
_MADE = (_HAMLET, "group", "model", "campaign")
"""What is recorded with the first row that names it."""
_NAMED = (*_MADE, "committee", "plan")
"""What the unit's own names are offered of; a template goes to others, so it carries no name of a person."""
_MOST_NAMES = 300
_NAMES_TOLD = 12
_TITLES = {"hand_figure": "Biểu tổng hợp số liệu năm {year}", "commitment": "Danh sách ký cam kết"}
"""Titles that tell more than the register, or must not: of figures they say for which days, of commitments what was signed."""
_SAID_TWICE = frozenset((("dispute", "mediated"), ("dispute", "failed"), ("hand_in", "quantity")))
"""Columns of old forms for what other columns take more exactly."""
_TELLS = {("awardee", "award"): ("decision", "decided_on")}
"""Columns by which a sheet tells a field that it has no column for."""
_FIGURES = frozenset(code for code, _ in FIGURES)


@dataclass(frozen=True, slots=True)
class _Way:
    """How the cells of a kind are typed: what Excel makes of them, how wide they are, what is said beside them."""

    typed: Typed
    width: float
    how: str = ""


_WAYS: tuple[tuple[type[Kind], _Way], ...] = (
    (BirthDate, _Way(Typed.TEXT, 13, "Ghi ngày/tháng/năm sinh; chỉ biết năm thì ghi năm.")),
    (Date, _Way(Typed.DAY, 13, "Ghi đủ ngày/tháng/năm.")),
    (Moment, _Way(Typed.TEXT, 18, "Ghi giờ và ngày/tháng/năm.")),
    (Hour, _Way(Typed.TEXT, 10, "Ghi giờ và phút.")),
    (Year, _Way(Typed.GENERAL, 9, "Ghi năm, bốn chữ số.")),
    (Money, _Way(Typed.NUMBER, 14, "Ghi số tiền bằng đồng.")),
    (Integer, _Way(Typed.NUMBER, 11, "Ghi số.")),
    (YesNo, _Way(Typed.GENERAL, 10, "Chọn trong danh sách; có thể ghi x.")),
    (Choice, _Way(Typed.GENERAL, 20, "Chọn trong danh sách.")),
    (Phone, _Way(Typed.TEXT, 14, "Ghi đủ cả số 0 ở đầu.")),
    (LastDigits, _Way(Typed.TEXT, 16, "Phần mềm chỉ giữ bốn số cuối.")),
    (PersonName, _Way(Typed.TEXT, 26, "Mỗi ô một tên.")),
    (Text, _Way(Typed.TEXT, 28)),
    (LongText, _Way(Typed.TEXT, 40)),
)
_MADE_WAY = _Way(Typed.GENERAL, 20, "Chọn trong danh sách; chưa có thì ghi tên, khi nhập sẽ được thêm.")
_REFERENCE_WAY = _Way(Typed.TEXT, 28, "Ghi đúng tên đang có trong sổ.")


def template(ctx: Context, type_code: str) -> bytes:
    """The template of a register as .xlsx. Raises `KeyError` for a type that no sheet is taken into."""
    from app.documents.grids.excel import grids_xlsx

    return grids_xlsx(template_book(ctx, type_code))


def template_book(ctx: Context, type_code: str) -> GridBook:
    """The same as plain data: the sheet to be filled in, then the guidance."""
    paper = vietnamese(ctx)
    declared = ctx.store.registry.get(type_code)
    title = paper.say(declared.plural)
    titles = (_title(paper, type_code).upper(), REQUIRED_NOTE)
    chosen = columns_of(paper, type_code)
    columns = [_column(paper, declared, each.column, must=each.must) for each in chosen]
    sheet = GridSheet(title, titles, (GridColumn(ORDINAL, 6), *columns), empty_rows=_ROWS)
    return GridBook(f"Mẫu nhập: {title}", heading(ctx).body, ctx.clock.today(), (sheet, _guide(columns)))


def _title(paper: Context, type_code: str) -> str:
    usual = paper.say(paper.store.registry.get(type_code).plural)
    return _TITLES.get(type_code, usual).format(year=paper.clock.today().year)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column of a template; `must` where a row without it cannot be taken in."""

    column: Column
    must: bool


def columns_of(ctx: Context, type_code: str) -> tuple[Chosen, ...]:
    """The columns of a template: what a row needs, what tells rows apart and what stations usually write, then what else their
    sheets have; the notes last.

    Columns that refer to records made elsewhere are left out unless a row needs them, as is who told something.
    """
    declared = ctx.store.registry.get(type_code)
    shape = known_shapes(ctx.store.registry).get(type_code)
    own = next((each for each in SHAPES if each.type_code == type_code), shape)
    recipe = RECIPES.get(type_code, Recipe)(Desk(ctx), declared, shape)
    required = {name for name, info in declared.fields.items() if info.required and info.default is None and not info.hidden}
    telling = {*shape.needs, *shape.identity}

    def is_main(column: Column) -> bool:
        return column.target in telling | required or (_is_usual(column) and _can_be_written(column, declared, recipe))

    possible = [c for c in shape.columns if c.target not in (NEVER, shape.notes) and not c.target.startswith(_INFORMANT)]
    main = [column for column in possible if is_main(column) and (type_code, column.target) not in _SAID_TWICE]
    headings = {column.target: column.called[0] for column in main if own.column(column.target) is not None}
    given = recipe.supplied(Sheet("", (_title(ctx, type_code),), {}, headings))
    main = [column for column in main if column.target not in given or own.column(column.target) is not None]
    others = [
        column
        for column in possible
        if column not in main
        and own.column(column.target) is not None
        and _can_be_written(column, declared, recipe)
        and column.target in declared.fields
    ]
    notes = [column for column in shape.columns if column.target == shape.notes]
    told = {target for name in required for target in _TELLS.get((type_code, name), ())}
    must = ({*shape.needs, *required} - given) | told
    return tuple(Chosen(column, column.target in must) for column in (*main, *others, *notes))


def _is_usual(column: Column) -> bool:
    return bool(column.example) or column.target in _FIGURES


def _can_be_written(column: Column, declared: RecordType, recipe: Recipe) -> bool:
    """Whether a column can be filled in without knowing what else is in the book, and something is made of it."""
    info = declared.fields.get(column.target)
    if info is None:
        return column.target in recipe.used_up
    return not info.hidden and (not isinstance(info.kind, Reference) or info.kind.type_code == _HAMLET)


def _column(ctx: Context, declared: RecordType, column: Column, *, must: bool) -> GridColumn:
    info = declared.fields.get(column.target)
    kind = column.kind or (info.kind if info else None)
    way = _way(kind)
    example = f" {EXAMPLE.format(example=column.example)}." if column.example and not isinstance(kind, Choice) else ""
    return GridColumn(
        column.called[0] + (REQUIRED if must else ""),
        max(way.width, min(22.0, len(column.called[0]) * 0.8)),
        way.typed,
        tuple(_options(ctx, column, kind)),
        strict=isinstance(kind, Choice | YesNo),
        hint=f"{way.how}{example}".strip(),
        required=must,
    )


def _way(kind: Kind | None) -> _Way:
    if isinstance(kind, Reference):
        return _MADE_WAY if kind.type_code in _MADE else _REFERENCE_WAY
    return next((way for known, way in _WAYS if isinstance(kind, known)), _Way(Typed.TEXT, 24))


def _options(ctx: Context, column: Column, kind: Kind | None) -> Iterator[str]:
    match kind:
        case Choice():
            yield from (ctx.say(label) for _code, label in kind.options)
        case YesNo():
            yield from (kind.format(value, ctx.say) for value in (True, False))
        case Reference(type_code=code) if code in _NAMED:
            field = first_text(ctx.store.registry.get(code))
            names = sorted({str(name) for _id, name in Desk(ctx).rows(code, (field,)) if name}, key=text_sort_key)
            yield from names[:_MOST_NAMES]


def _guide(columns: list[GridColumn]) -> GridSheet:
    """One cell a row: two of them beside each other could pass for a heading."""
    lines = [
        GUIDE_LINE.format(heading=column.heading.removesuffix(REQUIRED), must=MUST if column.required else "", how=_how(column))
        for column in columns
    ]
    return GridSheet(
        GUIDE_SHEET, (), (GridColumn(GUIDE_TITLE, _GUIDE_WIDTH),), tuple(GridRow((line,)) for line in (*GUIDE_FIRST, *lines))
    )


def _how(column: GridColumn) -> str:
    offered = "; ".join(column.options[:_NAMES_TOLD]) + ("; …" if len(column.options) > _NAMES_TOLD else "")
    return " ".join(filter(None, (column.hint, offered and OFFERED.format(options=offered)))) or AS_ON_PAPER
