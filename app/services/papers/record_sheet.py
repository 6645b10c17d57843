"""One record of any register as a paper: what it says, and what belongs to it."""

from app.core.text import number_vi
from app.data.conditions import Equals
from app.data.declare import RecordType
from app.data.reader import Reader
from app.data.views import RecordView
from app.documents.books.model import book_text
from app.documents.books.wording import CONTENT, NOTED, NUMBER, RECORD
from app.documents.official.model import Align, Column, Paragraph, Row, Style, Table
from app.services.context import Context
from app.services.disclosure import readable, withheld
from app.services.papers.columns import fields_of, row_of, shown
from app.services.papers.common import paper
from app.services.papers.generic import Asked, Filled, Place, places
from app.services.registers.forms import not_here
from app.services.registers.wording import cell, reference_titles

_MOST_CHILDREN = 500
_ROOM = 163.0


def build(ctx: Context, asked: Asked) -> Filled:
    """The record's fields in the order of its form, empty ones left out, and tables of the records that belong to it."""
    declared = ctx.store.registry.get(asked.type_code)
    with ctx.store.reader() as reader:
        record = reader.get(asked.type_code, str(asked.subject))
        if record is None:
            raise not_here()
        rows, names = _fields(ctx, reader, declared, record)
        blocks: list[Paragraph | Table] = [Table((Column(CONTENT, 34), Column(NOTED, 66)), tuple(rows))]
        for child in declared.children:
            table, told = _children(ctx, reader, ctx.store.registry.get(child.type_code), child.reference, record.id)
            if table is not None:
                blocks += [Paragraph(ctx.say(ctx.store.registry.get(child.type_code).plural), Style.SECTION), table]
                names += told
    made = paper(ctx, RECORD, ctx.say(declared.title), blocks)
    return Filled(made, names=tuple(dict.fromkeys(names)))


def _fields(ctx: Context, reader: Reader, declared: RecordType, record: RecordView) -> tuple[list[Row], list[Place]]:
    titles = reference_titles(ctx, reader, declared, [record], declared.fields)
    known = set(readable(ctx, declared.code))
    rows: list[Row] = []
    there: list[str] = []
    for section in declared.sections:
        said = [(name, cell(ctx, declared, name, record.values.get(name), titles)) for name in section.fields if name in known]
        said = [(name, text) for name, text in said if text]
        if said and section.title:
            rows.append(Row((ctx.say(section.title),), strong=True, band=True))
        rows += (Row((ctx.say(declared.fields[name].label), text)) for name, text in said)
        there += (name for name, _ in said)
    return rows, list(places(declared.code, withheld(ctx, declared.code, there)))


def _children(
    ctx: Context, reader: Reader, declared: RecordType, reference: str, parent: str
) -> tuple[Table | None, tuple[Place, ...]]:
    records = reader.window(declared.code, Equals(reference, parent), order=declared.sort, limit=_MOST_CHILDREN)
    if not records:
        return None, ()
    known = set(readable(ctx, declared.code))
    names = [name for name in fields_of(declared, room=_ROOM, without=(reference,)) if name in known]
    columns = shown(ctx, declared, names, room=_ROOM)
    titles = reference_titles(ctx, reader, declared, records, names)
    rows = [
        Row((number_vi(number), *(book_text(value) for value in row_of(record, columns, titles))))
        for number, record in enumerate(records, start=1)
    ]
    heads = (Column(NUMBER, 10, Align.CENTRE), *(Column(c.column.title, c.column.width, c.column.align) for c in columns))
    return Table(heads, tuple(rows), small=True), places(declared.code, withheld(ctx, declared.code, names))
