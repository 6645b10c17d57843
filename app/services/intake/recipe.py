"""What a row becomes when nothing more is known of a register than its declaration: one record of the same fields."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from app.core.i18n import N_
from app.core.kinds import LastDigits, LongText, PersonName, Reference, Text
from app.data.declare import RecordType
from app.intake.readings import Doubt
from app.records.sheets.shape import SheetShape
from app.services.intake.desk import Desk, Key, bare, exact
from app.services.intake.drafts import Draft, Link, Making, Sheet
from app.services.intake.views import Warning_

_TEXTS = (Text, LongText, PersonName)


class Recipe:
    """From the row of a sheet to records. A register that needs more derives from this and says only what is different.

    One is made for each look-over; it may keep lookups. `mould` is called for each row, `together` when all rows of a table have
    been, then rows are compared by `identity` and what is left of them is written: `write` for each, `finish` once at the end.
    """

    used_up: ClassVar[frozenset[str]] = frozenset()
    """Targets that are no fields of the record and that this recipe uses up itself; other such columns become notes."""

    def __init__(self, desk: Desk, declared: RecordType, shape: SheetShape) -> None:
        self.desk = desk
        self.declared = declared
        self.shape = shape
        self._references = {name: info.kind.type_code for name, info in declared.fields.items() if isinstance(info.kind, Reference)}
        self._extras = tuple(
            (column, column.kind)
            for column in shape.columns
            if column.kind is not None and column.target not in declared.fields and column.target not in self.used_up
        )

    def mould(self, draft: Draft) -> None:
        """Finish a draft in place: links for references, what follows from bands, titles and other columns.

        What has been said in a doubt is not said again: a field with one stays empty.
        """
        for name, type_code in self._references.items():
            said = draft.values.get(name)
            if isinstance(said, str) and said:
                draft.values[name] = self.refer(draft, name, type_code, said)
        self.keep_extras(draft)

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        """Targets that rows of such a sheet get without having a column for them: from titles, bands, other columns."""
        return frozenset()

    def keep_extras(self, draft: Draft) -> None:
        """Columns that the register has no field for become notes, each under its heading; of an ID number its last digits."""
        for column, kind in self._extras:
            value = draft.values.get(column.target)
            if value in (None, ""):
                continue
            said = kind.format(kind.load(value), self.desk.say)
            heading = draft.sheet.headings.get(column.target) or self.desk.say(column.label)
            draft.note(heading, f"…{said}" if isinstance(kind, LastDigits) else said)

    def together(self, drafts: Sequence[Draft]) -> None:
        """What shows only when all rows of one table lie side by side, after each was moulded."""

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        """The record a reference's column names; `None` with a doubt when there is none. Hamlets are found by `Desk.hamlets`."""
        if type_code == "hamlet":
            return self.desk.hamlet(draft, target, said)
        found = self.desk.named(type_code, _first_text(self.desk.ctx.store.registry.get(type_code))).get((exact(said),))
        if found is None:
            draft.doubt(
                target, Doubt("reference.unknown", N_("“{text}” is not in the book yet. Add it there first."), {"text": said})
            )
        return found

    def identity(self, draft: Draft) -> Key:
        """What makes two rows one and the same, as a key; texts in the spelling that `exact` compares."""
        return tuple(self.comparable(draft.values.get(target)) for target in self.shape.identity)

    def comparable(self, value: Any) -> Any:
        return exact(value) if isinstance(value, str) else value

    def known(self) -> Iterable[tuple[Key, str]]:
        """(identity, id) of every record of the book, as `identity` gives it for rows."""
        for record_id, *values in self.desk.rows(self.declared.code, self.shape.identity):
            yield tuple(self._kept(n, v) for n, v in zip(self.shape.identity, values, strict=True)), record_id

    def _kept(self, name: str, value: Any) -> Any:
        if name in self._references:
            return self.desk.link(self._references[name], value) if value else None
        return self.comparable(value)

    def loosely(self, identity: Key) -> Key:
        """The part of an identity in which two rows agree that may be the same, but for a mark."""
        return tuple(bare(value) if isinstance(value, str) else value for value in identity)

    def apart(self, one: Key, other: Key) -> bool:
        """Whether two identities that agree loosely are plainly of two."""
        return False

    def warnings(self) -> Iterable[Warning_]:
        """What is worth knowing of the tables that were moulded."""
        return ()

    def write(self, making: Making, draft: Draft) -> None:
        """Make the records of a draft that has no doubts left."""
        making.create(self.declared.code, {name: draft.values.get(name) for name in self.declared.fields})
        for type_code, values in draft.also:
            making.create(type_code, values)

    def finish(self, making: Making, drafts: Sequence[Draft]) -> None:
        """What follows from all rows that were written, once at the end."""


def _first_text(declared: RecordType) -> str:
    return next(name for name, info in declared.fields.items() if isinstance(info.kind, _TEXTS))
