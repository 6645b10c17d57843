"""Taking in workbooks one after the other: a file, or a folder of many units' files; what became of each.

Each file is a batch of its own and is undone by itself. A file that cannot be read stops none of the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import app.records  # noqa: F401 -- fills the registry
from app.core.errors import Cancelled, UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.data.declare import registry
from app.intake.named_unit import unit_named
from app.intake.shapes import known_shapes
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.outcome import Counts, Explained, FileResult, Many, SheetResult
from app.services.intake.preview import look_over
from app.services.intake.taking import take_in
from app.services.intake.views import Judged, Preview

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
"""Which files of a folder are workbooks; a file that is named by itself may end in anything."""
_OWNER_FILE = "~$"
"""What the file begins with that Excel lays beside a workbook while somebody has it open."""
_SHARE = 1000
_STOPPED = N_("{name} was not taken in: the work was stopped before.")

__all__ = ["FileResult", "Many", "take_in_file", "take_in_many", "type_names", "typed_name", "workbooks_in"]


def type_names() -> Mapping[str, str]:
    """Every register that sheets can be taken into: its code by what the command line calls it."""
    shapes = known_shapes(registry)
    called = {each.code: shapes.get(each.code).cli or each.code for each in registry.all() if shapes.knows(each.code)}
    own_names = {name for code, name in called.items() if name != code}
    return {name: code for code, name in called.items() if name != code or code not in own_names}


def typed_name(type_code: str) -> str:
    """What the command line calls a register."""
    return next((name for name, code in type_names().items() if code == type_code), type_code)


def workbooks_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every file named, each once, and for a folder every workbook in it and in the folders below, in the order of their names.

    Raises `UserError` "intake.no_workbooks" when a folder holds none.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), path)
            continue
        inside = sorted(one for one in path.rglob("*") if _is_workbook(one))
        if not inside:
            raise UserError("intake.no_workbooks", N_("There is no Excel, ODS or CSV file in the folder {name}."), name=path.name)
        for one in inside:
            found.setdefault(one.resolve(), one)
    return tuple(found.values())


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith((_OWNER_FILE, ".")) and path.is_file()


def take_in_file(
    ctx: Context,
    path: Path,
    *,
    type_code: str = "",
    sheet: int = 0,
    dry_run: bool = False,
    keep_rows: bool = False,
    progress: Progress = SILENT,
) -> FileResult:
    """Look a workbook over as it was recognised, and take in what is new unless this is a `dry_run`.

    Raises `UserError` of `open_workbook` and `look_over`, and "intake.no_rows" for a table with nothing below its heading.
    """
    opened = open_workbook(ctx, path, type_code=type_code, sheet=sheet, progress=progress)
    preview = look_over(ctx, opened, progress=progress)
    if not preview.rows:
        raise UserError("intake.no_rows", N_("{name} has headings, but nothing is written below them."), name=path.name)
    batch = take_in(ctx, preview, progress=progress).batch if not dry_run and preview.count("new") else ""
    return FileResult(
        path,
        unit=unit_named(title for found in opened.tables for title in (*found.titles, found.sheet)),
        sheets=tuple(_sheets(preview)),
        counts=Counts.from_rows(preview.rows),
        warnings=preview.warnings,
        created=preview.created,
        passed_over=opened.passed_over,
        reasons=Explained.from_rows(preview.rows),
        rows=preview.rows if keep_rows else (),
        batch=batch,
    )


def take_in_many(
    ctx: Context,
    paths: Sequence[Path],
    *,
    type_code: str = "",
    sheet: int = 0,
    dry_run: bool = False,
    keep_rows: bool = False,
    progress: Progress = SILENT,
) -> Many:
    """Take in workbooks and folders of them, each file by itself. What cannot be read is told in its result, not raised.

    In a `dry_run` nothing stands between two files, so a row that both hold is new in both. Stopped after the first file was taken
    in, those before stand and the others are refused with "intake.stopped"; stopped earlier, it raises `Cancelled`.
    """
    files = workbooks_in(paths)
    done: list[FileResult] = []
    for number, path in enumerate(files):
        part = _Part(progress, number, len(files))
        try:
            done.append(
                take_in_file(ctx, path, type_code=type_code, sheet=sheet, dry_run=dry_run, keep_rows=keep_rows, progress=part)
            )
        except UserError as problem:
            done.append(FileResult(path, error=problem))
        except Cancelled:
            if not any(each.batch for each in done):
                raise
            # Files before this one stand, so it is told which do and which do not.
            done += [FileResult(left, error=UserError("intake.stopped", _STOPPED, name=left.name)) for left in files[number:]]
            break
    return Many(tuple(done), dry_run)


def _sheets(preview: Preview) -> Iterable[SheetResult]:
    by_table: dict[str, list[Judged]] = {}
    for row in preview.rows:
        by_table.setdefault(row.key, []).append(row)
    for found in preview.opened.tables:
        yield SheetResult(found.sheet, found.number, found.type_code, Counts.from_rows(by_table.get(found.key, ())))


class _Part:
    """The progress of one file among several."""

    def __init__(self, whole: Progress, place: int, files: int) -> None:
        self._whole = whole
        self._place = place
        self._files = files

    def step(self, done: int, total: int, what: str) -> None:
        share = min(_SHARE, done * _SHARE // total) if total else 0
        self._whole.step(self._place * _SHARE + share, self._files * _SHARE, what)
