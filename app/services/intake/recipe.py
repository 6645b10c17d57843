"""What a row becomes when nothing more is known of a register than its declaration: one record of the same fields."""

from collections.abc import Iterable
from typing import Any

from app.core.i18n import N_
from app.core.kinds import LongText, PersonName, Reference, Text
from app.data.declare import RecordType
from app.intake.readings import Doubt
from app.records.sheets.shape import SheetShape
from app.services.intake.desk import Desk, Key, exact
from app.services.intake.drafts import Draft, Link, Making

_TEXTS = (Text, LongText, PersonName)


class Recipe:
    """From the row of a sheet to records. A register that needs more derives from this and says only what is different.

    One is made for each look-over; it may keep lookups.
    """

    def __init__(self, desk: Desk, declared: RecordType, shape: SheetShape) -> None:
        self.desk = desk
        self.declared = declared
        self.shape = shape
        self._references = {
            name: info.kind.type_code for name, info in declared.fields.items() if isinstance(info.kind, Reference)
        }

    def mould(self, draft: Draft) -> None:
        """Finish a draft in place: links for references, what follows from bands, titles and other columns.

        What has been said in a doubt is not said again: a field with one stays empty.
        """
        for name, type_code in self._references.items():
            said = draft.values.get(name)
            if isinstance(said, str) and said:
                draft.values[name] = self.refer(draft, name, type_code, said)

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        """The record a reference's column names; `None` with a doubt when there is none. Hamlets are found by `Desk.hamlets`."""
        if type_code == "hamlet":
            return self.desk.hamlet(draft, target, said)
        found = self.desk.named(type_code, _first_text(self.desk.ctx.store.registry.get(type_code))).get((exact(said),))
        if found is None:
            draft.doubt(target, Doubt("reference.unknown", N_("“{text}” is not in the book yet. Add it there first."), {"text": said}))
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

    def write(self, making: Making, draft: Draft) -> None:
        """Make the records of a draft that has no doubts left."""
        making.create(self.declared.code, {name: draft.values.get(name) for name in self.declared.fields})
        for type_code, values in draft.also:
            making.create(type_code, values)


def _first_text(declared: RecordType) -> str:
    return next(name for name, info in declared.fields.items() if isinstance(info.kind, _TEXTS))
