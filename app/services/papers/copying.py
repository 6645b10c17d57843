"""Copying a row of a list: its columns as text between tabs, without those about people unless it is said for what."""

from dataclasses import dataclass

from app.services.context import Context
from app.services.disclosure import Leaving, Purpose, disclose, labels, record, register_name, withheld
from app.services.registers.forms import not_here
from app.services.registers.wording import cell, reference_titles


@dataclass(frozen=True, slots=True)
class CopiedRow:
    """What goes to the clipboard, and the labels, in the officer's language, of the columns that were left out."""

    text: str
    left_out: tuple[str, ...]


def copy_row(ctx: Context, type_code: str, record_id: str, purpose: Purpose | None = None) -> CopiedRow:
    """The cells of a record as its list shows them. With a purpose all of them, which is written down.

    Raises `UserError` "record.none" for a record that is not here, and those of `disclosure.record`.
    """
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        found = reader.get(type_code, record_id)
        if found is None:
            raise not_here()
        titles = reference_titles(ctx, reader, declared, [found], declared.columns)
    allowed = set(disclose(ctx, type_code, purpose=purpose))
    names = [name for name in declared.columns if name in allowed]
    cells = {name: " ".join(cell(ctx, declared, name, found.values.get(name), titles).split()) for name in names}
    private = withheld(ctx, type_code, declared.columns)
    if purpose is not None:
        record(ctx, Leaving(register_name(ctx, type_code), "", 1, labels(ctx, type_code, private)), "copy", purpose)
        private = ()
    return CopiedRow("\t".join(cells.values()), tuple(ctx.say(declared.fields[name].label) for name in private))
