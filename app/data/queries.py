"""Turns conditions and measures into SQL. The only place that knows how the two meet."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Table, and_, false, func, literal_column, not_, or_, select, true, union

from app.data.conditions import (
    AllOf,
    AnyOf,
    Between,
    Condition,
    Count,
    CountDistinct,
    Equals,
    IsEmpty,
    LatestChild,
    Measure,
    Not,
    NotEmpty,
    OneOf,
    ParentMatches,
    Sum,
    UnitIs,
)
from app.data.declare import Registry
from app.data.schema import SORT_SUFFIX, search_doc, search_index, sort_expression
from app.data.search import match_query

Tables = Mapping[str, Table]


def where_clause(condition: Condition, table: Table, tables: Tables) -> ColumnElement[bool]:
    """SQL for a condition on `table`. A field the table does not have raises `KeyError`."""
    match condition:
        case Equals(field, value):
            return table.c[field].is_(None) if value is None else table.c[field] == value
        case OneOf(field, values):
            return table.c[field].in_(values) if values else false()
        case Between(field, low, high):
            column = table.c[field]
            parts = [column.is_not(None)]
            if low is not None:
                parts.append(column >= low)
            if high is not None:
                parts.append(column <= high)
            return and_(*parts)
        case IsEmpty(field):
            return or_(table.c[field].is_(None), table.c[field] == "")
        case NotEmpty(field):
            return and_(table.c[field].is_not(None), table.c[field] != "")
        case UnitIs(code):
            return table.c.unit_code == code
        case LatestChild():
            return _latest_child(condition, table, tables)
        case ParentMatches(reference, type_code, inner):
            parent = tables[type_code].alias()
            return table.c[reference].in_(
                select(parent.c.id).where(parent.c.alive == 1, where_clause(inner, parent, tables))  # type: ignore[arg-type] # an alias has the columns of its table
            )
        case AllOf(conditions):
            return and_(true(), *(where_clause(c, table, tables) for c in conditions))
        case AnyOf(conditions):
            return or_(false(), *(where_clause(c, table, tables) for c in conditions))
        case Not(inner):
            return not_(func.coalesce(where_clause(inner, table, tables), false()))


def _latest_child(condition: LatestChild, table: Table, tables: Tables) -> ColumnElement[bool]:
    child = tables[condition.type_code].alias()
    # Written so that no index on the day is used: walked by day, every record looks through the children of all the others.
    day = child.c[condition.date_field].op("||")("")
    newest = (
        select(child.c[condition.value_field])
        .where(child.c[condition.reference] == table.c.id, child.c.alive == 1, day <= condition.until)
        .order_by(day.desc(), child.c.created.desc(), child.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return or_(newest.is_(None), newest.not_in(condition.excluded))


def life_clause(table: Table, alive: bool) -> ColumnElement[bool]:
    """Standing records, or deleted ones. A record of which only a part has arrived is neither."""
    return table.c.alive == (1 if alive else 0)


def search_clause(typed: str, code: str, table: Table, registry: Registry) -> ColumnElement[bool]:
    """Records of a type whose own words, or whose references' words, match what was typed."""
    record_type = registry.get(code)
    own = match_query(typed, (code,))
    if not own:
        return true()
    found: list[Select[Any]] = [_found(own)]
    for name in record_type.search:
        target = getattr(record_type.fields[name].kind, "type_code", None)
        if target:
            pointing = table.alias()
            meant = _found(match_query(typed, (target,)))
            found.append(select(pointing.c.id).where(pointing.c.alive == 1, pointing.c[name].in_(meant)))
    # One list of ids rather than alternatives: the database then fetches the hits instead of reading every record.
    return table.c.id.in_(union(*found) if len(found) > 1 else found[0])


def hits(query: str) -> Select[Any]:
    """Numbers of the documents an FTS5 query matches, in the order they were recorded."""
    return select(search_index.c.rowid.label("number")).where(literal_column("search_index").op("MATCH")(query))


def _found(query: str) -> Select[Any]:
    return select(search_doc.c.record).where(search_doc.c.number.in_(hits(query)))


def measure_column(measure: Measure, table: Table) -> ColumnElement[Any]:
    """The aggregate a measure comes to."""
    match measure:
        case Count():
            return func.count()
        case Sum(field):
            return func.coalesce(func.sum(table.c[field]), 0)
        case CountDistinct(fields):
            return _distinct(fields, table)


def _distinct(fields: Sequence[str], table: Table) -> ColumnElement[Any]:
    if len(fields) == 1:
        return func.count(table.c[fields[0]].distinct())
    joined: ColumnElement[Any] = func.coalesce(table.c[fields[0]], "")
    for name in fields[1:]:
        joined = joined.op("||")("\x1f").op("||")(func.coalesce(table.c[name], ""))
    empty = and_(*(table.c[name].is_(None) for name in fields))
    return func.count(func.nullif(joined, func.iif(empty, joined, None)).distinct())


def sort_column(table: Table, field: str) -> ColumnElement[Any]:
    """What a list sorted by `field` is really sorted by; empty values come first."""
    column = table.c[field + SORT_SUFFIX if field + SORT_SUFFIX in table.c else field]
    return literal_column(sort_expression(column.name, number=isinstance(column.type, Integer)))


def after_clause(table: Table, field: str, direction: str, key: Any, record: str) -> ColumnElement[bool]:
    """Rows at or beyond an anchor in the order of a list."""
    column = sort_column(table, field)
    if direction == "asc":
        return and_(column >= key, or_(column > key, table.c.id >= record))
    return and_(column <= key, or_(column < key, table.c.id <= record))
