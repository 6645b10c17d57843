"""What a row becomes when nothing more is known of a register than its declaration: one record of the same fields."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from app.core.i18n import N_
from app.core.kinds import LastDigits, Reference
from app.data.declare import RecordType
from app.intake.bands import hamlet_in, words_of
from app.intake.places import looks_like_hamlet
from app.intake.readings import Doubt
from app.intake.workbook import Value
from app.records.sheets.shape import SheetShape
from app.services.intake.called import Called, first_text
from app.services.intake.desk import Desk, Key, bare, exact
from app.services.intake.drafts import Draft, Link, Making, Notice, Sheet
from app.services.registers.asking import NO_ANSWERS, Asks
from app.services.registers.gates import GATES, pass_gates

_OFFERED = 8
_UNKNOWN = N_("“{text}” is not in the book yet. Add it there first.")
_SEVERAL = N_("{count} records of the book are called “{text}”. Write the whole line that names the right one.")


class Recipe:
    """From the row of a sheet to records. A register that needs more derives from this and says only what is different.

    One is made for each look-over; it may keep lookups. `meet` is called for each table, `mould` for each of its rows; rows
    are then compared by `identity`, and of those that are new `write` is called for each and `finish` once at the end.
    """

    used_up: ClassVar[frozenset[str]] = frozenset()
    """Targets that are no fields of the record and that this recipe uses up itself; other such columns become notes."""

    goes_first: ClassVar[bool] = False
    """Whether its rows are written before those of other registers of the workbook, which refer to them."""

    def __init__(self, desk: Desk, declared: RecordType, shape: SheetShape) -> None:
        self.desk = desk
        self.declared = declared
        self.shape = shape
        self._hamlets_of: dict[int, tuple[Sheet, str]] = {}
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
        self.take_band(draft)
        values = draft.values
        for name, type_code in self._references.items():
            if name in values and isinstance(said := values[name], str) and said:
                values[name] = self.refer(draft, name, type_code, said)
        self.keep_extras(draft)
        self.pass_gates(draft)

    def pass_gates(self, draft: Draft) -> None:
        """What is asked when a record is saved by hand is a doubt here, which the officer may take as it stands."""
        if self.declared.code not in GATES:
            return
        try:
            pass_gates(self.declared.code, {}, draft.values, NO_ANSWERS)
        except Asks as asked:
            draft.doubt("", Doubt(asked.code, asked.message, asked.facts, acceptable=True))

    def take_band(self, draft: Draft) -> None:
        """The hamlet that a row over the whole width names, or the title, is that of the rows below it that say none."""
        if "hamlet" not in self._references or draft.values.get("hamlet"):
            return
        if any(target == "hamlet" for target, _ in draft.doubts):
            return
        for band in reversed(draft.bands):
            said = words_of(band)
            if looks_like_hamlet(said) or self.desk.hamlets.match(said).key is not None:
                draft.values["hamlet"] = said
                return
        if said := self._hamlet_of_title(draft.sheet):
            draft.values["hamlet"] = said

    def _hamlet_of_title(self, sheet: Sheet) -> str:
        """The hamlet that the words above a table name, or the name of its sheet."""
        known = self._hamlets_of.get(id(sheet))
        if known is None:
            said = next((name for title in (*reversed(sheet.titles), sheet.name) if (name := hamlet_in(title))), "")
            known = self._hamlets_of[id(sheet)] = sheet, said
        return known[1]

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        """Targets that rows of such a sheet get without having a column for them: from titles, bands, other columns."""
        return frozenset()

    def keep_extras(self, draft: Draft) -> None:
        """Columns that the register has no field for become notes, each under its heading; of an ID number its last digits."""
        for column, kind in self._extras:
            if column.target not in draft.values or (value := draft.values[column.target]) in (None, ""):
                continue
            said = kind.format(kind.load(value), self.desk.say)
            heading = draft.sheet.headings.get(column.target) or self.desk.say(column.label)
            draft.note(heading, f"…{said}" if isinstance(kind, LastDigits) else said)

    def meet(self, sheet: Sheet, cells_of: Callable[[str], Sequence[Value]]) -> None:
        """Called for each table before its first row is drafted. `cells_of` gives the raw cells of a target's column, row by row;
        none for a target without one."""

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        """The record a reference's column names; `None` with a doubt when there is none. Hamlets are found by `Desk.hamlets`."""
        if type_code == "hamlet":
            return self.desk.hamlet(draft, target, said)
        declared = self.desk.ctx.store.registry.get(type_code)
        called = self.desk.kept(f"called {type_code}", lambda: Called(self.desk.ctx, type_code, self.desk.link)).by(said)
        if len(called) == 1:
            return next(iter(called))
        if called:
            facts = {"text": said, "count": len(called)}
            draft.doubt(target, Doubt("reference.several", _SEVERAL, facts, tuple(called.values())[:_OFFERED]))
            return None
        # What earlier rows begin stands among the named ones, not yet in the book.
        found = self.desk.named(type_code, first_text(declared)).get((exact(said),))
        if found is None:
            draft.doubt(target, Doubt("reference.unknown", _UNKNOWN, {"text": said}))
        return found

    def settle(self, draft: Draft) -> None:
        """Called after `mould` for rows that are no duplicates: for what takes time and tells no row from another."""

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

    def tells(self, key: Key, doubted: set[str]) -> bool:
        """Whether an identity is whole enough to say that two rows are one: nothing in it is missing or doubted.

        What rows of a register often lack, such as a birth date, may be missing on both sides.
        """
        return not doubted.intersection(self.shape.identity) and any(part is not None for part in key)

    def nearly(self, key: Key) -> Key:
        """What identities share that differ only by a mark, which somebody should look at."""
        return tuple(bare(part) if isinstance(part, str) else part for part in key)

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Whether two identities that are nearly the same are worth a question."""
        return True

    def warnings(self) -> Iterable[Notice]:
        """What is worth knowing about everything that was moulded: columns that were dropped, and why."""
        return ()

    def finish(self, making: Making, drafts: Iterable[Draft]) -> None:
        """Called once, after every draft has been written: for what follows from all of them together."""

    def write(self, making: Making, draft: Draft) -> None:
        """Make the records of a draft that has no doubts left."""
        making.create(self.declared.code, {name: draft.values.get(name) for name in self.declared.fields})
        for type_code, values in draft.also:
            making.create(type_code, values)
