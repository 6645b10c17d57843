"""From the cells of a row to a draft: each column read by its kind, what no column is for kept as notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.kinds import Kind, LastDigits
from app.data.declare import RecordType
from app.intake.cells import id_number, masked_cell, reader_for
from app.intake.readings import Reading
from app.intake.rows import RowKind
from app.intake.table import Line
from app.intake.words import text_of
from app.intake.workbook import Value
from app.records.sheets.shape import NEVER, SheetShape
from app.services.intake.confined import ID_NUMBER
from app.services.intake.desk import Desk
from app.services.intake.drafts import Draft, Sheet
from app.services.intake.views import KEPT_AS_NOTE, PASSED, Edit, Found

Reader = Callable[[Value], Reading]
_DIGITS = LastDigits()


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    target: str
    heading: str
    read: Reader
    strict: bool
    """Whether every doubt holds the row up: the field must be filled in."""


class Drafter:
    """Makes drafts of the rows of one table. `cut_numbers` tells whether numbers of ID cards stood among the notes of some."""

    def __init__(self, desk: Desk, declared: RecordType, shape: SheetShape, found: Found, common: Mapping[str, str]) -> None:
        self._desk = desk
        self.cut_numbers = False
        self._declared = declared
        self._shape = shape
        self._data = [line.cells for line in found.table.lines if line.kind is RowKind.DATA]
        self._columns = [
            self._column(column.place, column.target, column.heading)
            for column in found.columns
            if column.target not in (KEPT_AS_NOTE, NEVER, PASSED) and self._kind(column.target) is not None
        ]
        self._unmapped = [
            (column.place, column.heading or f"Cột {column.letter}")
            for column in found.columns
            if column.target == KEPT_AS_NOTE or (column.target not in (NEVER, PASSED) and self._kind(column.target) is None)
        ]
        self._reading = [(column.place, column.target, column.read, column) for column in self._columns]
        self._by_target = {column.target: column for column in self._columns}
        headings = {column.target: column.heading for column in self._columns}
        self._sheet = Sheet(found.sheet, found.titles, dict(common), headings)

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    def cells_of(self, target: str) -> Sequence[Value]:
        """The raw cells of a target's column, row by row; none for a target without one."""
        column = self._by_target.get(target)
        if column is None or column.place < 0:
            return ()
        return [row[column.place] if column.place < len(row) else "" for row in self._data]

    @property
    def data(self) -> Sequence[tuple[Value, ...]]:
        """The cells of every row that is judged."""
        return self._data

    def places_of(self, kind: type[Kind], type_code: str) -> list[int]:
        """The columns whose target refers to records of a type."""
        return [
            column.place
            for column in self._columns
            if isinstance(found := self._kind(column.target), kind) and getattr(found, "type_code", "") == type_code
        ]

    def draft(self, line: Line, edit: Edit) -> Draft:
        """The row as it can be read by itself, before a recipe finishes it."""
        draft = Draft(self._sheet, line.number, line.bands, {})
        cells, typed = line.cells, edit.texts
        width = len(cells)
        values = draft.values
        for place, target, read, column in self._reading:
            if place < width and (raw := cells[place]) != "" and target not in typed:
                reading = read(raw)
                if reading.doubt is None and not reading.note:
                    if reading.value is not None:
                        values[target] = reading.value
                else:
                    self._take(draft, column, raw, reading)
        for target, text in typed.items():
            if text.strip():
                column = self._typed(target)
                self._take(draft, column, text, column.read(text))
        for target, text in self._sheet.common.items():
            if target not in draft.values and target not in typed and text.strip() and not _doubted(draft, target):
                column = self._typed(target)
                self._take(draft, column, text, column.read(text))
        for place, heading in self._unmapped:
            if place < width and (raw := cells[place]) != "" and (words := text_of(raw)):
                draft.note(heading, self._without_numbers(raw, words))
        return draft

    def _take(self, draft: Draft, column: _Column, raw: Value, reading: Reading) -> None:
        doubt = reading.doubt
        if doubt is None or not doubt.mild or column.strict:
            if reading.value is not None:
                draft.values[column.target] = reading.value
            if doubt is not None:
                draft.doubts.append((column.target, doubt))
            if reading.note:
                draft.note(column.heading, reading.note)
        else:
            draft.note(column.heading, text_of(raw))

    def _typed(self, target: str) -> _Column:
        """How a text is read that the officer typed for a target, whether or not it has a column."""
        known = self._by_target.get(target)
        if known is None:
            known = self._by_target[target] = self._column(-1, target, "")
        return known

    def _column(self, place: int, target: str, heading: str) -> _Column:
        info = self._declared.fields.get(target)
        label = heading or (self._desk.say(info.label) if info else target)
        if target == ID_NUMBER:
            return _Column(place, target, label, _last_digits, False)
        kind = self._kind(target)
        if kind is None:
            raise KeyError(target)
        values = [row[place] for row in self._data if 0 <= place < len(row)]
        read = reader_for(kind, values, today=self._desk.today, say=self._desk.say, synonyms=self._shape.synonyms.get(target, {}))
        if target == self._shape.notes:
            read = self._cutting(read)
        return _Column(place, target, label, read, bool(info and info.required))

    def _cutting(self, read: Reader) -> Reader:
        """A reader of notes that leaves of the numbers of ID cards only their end."""

        def cut(raw: Value) -> Reading:
            reading = read(raw)
            if type(reading.value) is not str:
                return reading
            kept = self._without_numbers(raw, reading.value)
            return reading if kept == reading.value else replace(reading, value=kept)

        return cut

    def _without_numbers(self, raw: Value, words: str) -> str:
        kept = masked_cell(raw, words)
        if kept != words:
            self.cut_numbers = True
        return kept

    def _kind(self, target: str) -> Kind | None:
        column = self._shape.column(target)
        if column is not None and column.kind is not None:
            return column.kind
        info = self._declared.fields.get(target)
        return info.kind if info else _DIGITS if target == ID_NUMBER else None


def _doubted(draft: Draft, target: str) -> bool:
    return any(about == target for about, _ in draft.doubts)


def _last_digits(raw: Value) -> Reading:
    reading = id_number(raw)
    return reading if reading.doubt or not reading.value else Reading(None, f"…{reading.value}")
