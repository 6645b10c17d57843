"""A table as a station keeps it, taken into a book: what each row becomes, and what then stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import take_in
from app.services.intake.views import Edit, Judged, Preview, Wanted
from tests.intake.books import SheetOf, Value, xlsx

Row = Sequence[Value]
Records = list[dict[str, Any]]


@dataclass
class Table:
    """One sheet, as its rows stand from the first title on."""

    ctx: Context
    folder: Path

    def look(
        self,
        *sheets: Sequence[Row],
        wanted: Mapping[str, Any] | None = None,
        edits: Mapping[int, Edit] | None = None,
        name: str = "Sheet1",
    ) -> Preview:
        """The preview of a workbook of these sheets. `wanted` are the common texts of the first, `edits` by number of its row."""
        path = self.folder / "sheet.xlsx"
        path.unlink(missing_ok=True)
        xlsx(path, *(SheetOf(name if not n else f"{name} ({n})", rows, _merged(rows)) for n, rows in enumerate(sheets)))
        opened = open_workbook(self.ctx, path)
        assert opened.tables, [one.reason for one in opened.passed_over]
        key = opened.tables[0].key
        return look_over(
            self.ctx,
            opened,
            {key: Wanted(common=wanted)} if wanted else {},
            {(key, number): edit for number, edit in (edits or {}).items()},
        )

    def look_at(self, path: Path) -> Preview:
        """The preview of a workbook that was made elsewhere."""
        return look_over(self.ctx, open_workbook(self.ctx, path))

    def take(self, *sheets: Sequence[Row], **how: Any) -> Preview:
        """The same, taken in."""
        preview = self.look(*sheets, **how)
        take_in(self.ctx, preview)
        return preview

    def records(self, type_code: str) -> Records:
        """What stands of a type, in the order of its first field of text or of recording, without what is empty."""
        with self.ctx.store.reader() as reader:
            found = reader.window(type_code, order=("created", "asc"), limit=500)
        kept = [{name: value for name, value in view.values.items() if value not in (None, "")} | {"id": view.id} for view in found]
        return sorted(kept, key=lambda values: str(values.get("name") or values.get("head") or values["id"]))


def verdicts(preview: Preview) -> dict[int, str]:
    """By number of the row: its verdict, with the reason of what is not simply new."""
    return {row.number: f"{row.verdict} {row.reason}".strip() for row in preview.rows}


def row(preview: Preview, number: int) -> Judged:
    return next(found for found in preview.rows if found.number == number)


def _merged(rows: Sequence[Row]) -> tuple[tuple[int, int, int, int], ...]:
    """Bands are merged over the table, as stations do it."""
    width = max(map(len, rows))
    return tuple((number, 0, number, width - 1) for number, cells in enumerate(rows) if number > 1 and len(cells) == 1)
