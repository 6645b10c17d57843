"""What the officer did to rows of a workbook before it is taken in, each step of which can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.services.intake.views import Edit, RowKey

UNTOUCHED = Edit()


class Edits:
    """Edits by row. A step may be about many rows; `undo` takes the last one back whole."""

    def __init__(self, standing: Mapping[RowKey, Edit] | None = None) -> None:
        self.standing: dict[RowKey, Edit] = dict(standing or {})
        self._before: list[dict[RowKey, Edit]] = []

    def __bool__(self) -> bool:
        return bool(self.standing)

    def type(self, keys: Iterable[RowKey], target: str, text: str) -> None:
        """The same text into one column of these rows."""
        self._put({key: replace(old, texts={**old.texts, target: text}) for key, old in self._of(keys)})

    def take_as_it_is(self, keys: Iterable[RowKey]) -> None:
        """These rows are right as they stand."""
        self._put({key: replace(old, as_it_is=True) for key, old in self._of(keys)})

    def take_as_row(self, keys: Iterable[RowKey]) -> None:
        """These rows are data, whatever they looked like."""
        self._put({key: replace(old, as_row=True) for key, old in self._of(keys)})

    def leave_out(self, keys: Iterable[RowKey], *, out: bool) -> None:
        """These rows are not to be taken in, or after all."""
        self._put({key: replace(old, left_out=out) for key, old in self._of(keys)})

    def undo(self) -> tuple[RowKey, ...]:
        """Take the last step back; returns the rows it was about, none when there is nothing to take back."""
        if not self._before:
            return ()
        before = self._before.pop()
        for key, edit in before.items():
            if edit == UNTOUCHED:
                self.standing.pop(key, None)
            else:
                self.standing[key] = edit
        return tuple(before)

    def recorded(self, keys: Iterable[RowKey]) -> None:
        """These rows are in the book now. What was typed into them stays, so that they are found there; taking them as they stand
        is done with, and would record them twice. Nothing before is taken back any more."""
        self._before.clear()
        for key in keys:
            if key in self.standing:
                self.standing[key] = replace(self.standing[key], as_it_is=False)
        self._settle()

    def forget_table(self, key: str) -> None:
        """A table is read as another register: what was typed into its rows has no place any more."""
        self.standing = {row: edit for row, edit in self.standing.items() if row[0] != key}
        self._before.clear()

    def frozen(self) -> Mapping[RowKey, Edit]:
        """As they stand now, for work in another thread."""
        return dict(self.standing)

    def _of(self, keys: Iterable[RowKey]) -> list[tuple[RowKey, Edit]]:
        return [(key, self.standing.get(key, UNTOUCHED)) for key in keys]

    def _put(self, edits: dict[RowKey, Edit]) -> None:
        self._before.append({key: self.standing.get(key, UNTOUCHED) for key in edits})
        self.standing |= edits
        self._settle()

    def _settle(self) -> None:
        self.standing = {key: edit for key, edit in self.standing.items() if edit != UNTOUCHED}
