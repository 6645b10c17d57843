"""What became of workbooks, put so that it can be read: a line a reason with the rows it is about, and one sheet for a folder."""

from collections.abc import Iterator
from typing import Any

from app.core.i18n import N_, Translator
from app.core.progress import Progress
from app.documents.books.model import Book, BookColumn, BookRow
from app.documents.official.model import Align
from app.records.sheets.shape import INFORMANT
from app.services.context import Context
from app.services.intake.drafts import Notice
from app.services.intake.outcome import Counts, Explained, FileResult, Many
from app.services.intake.showing import reason, verdict_words
from app.services.intake.views import Judged
from app.services.papers.common import heading, vietnamese
from app.services.sample import is_sample

_MADE_NAMED = 20
_KIND = "KẾT QUẢ NHẬP TỪ EXCEL"
_TRIAL = "Chạy thử: chưa ghi gì vào sổ."
_TAKEN, _NOTHING_NEW, _TRIED, _REFUSED = "Đã nhập", "Không có dòng mới", "Chưa nhập (chạy thử)", "Không nhập được"
_SUM = "Cộng"
_NUMBER = Align.RIGHT
_COLUMNS = (
    BookColumn("TT", 11, Align.CENTRE, plain=True),
    BookColumn("Tệp", 58),
    BookColumn("Xã, phường", 34),
    BookColumn("Sổ", 44),
    BookColumn("Dòng đọc", 18, _NUMBER),
    BookColumn("Mới", 18, _NUMBER),
    BookColumn("Trùng", 18, _NUMBER),
    BookColumn("Cần xem lại", 18, _NUMBER),
    BookColumn("Bỏ qua", 18, _NUMBER),
    BookColumn("Kết quả", 34),
    BookColumn("Lưu ý", 100),
)
"""The sheet is a paper of the unit: Vietnamese in all languages, as all papers are."""


def values_shown(row: Judged) -> dict[str, Any]:
    """What was read of a row, by target; who told something is not among it."""
    return {target: value for target, value in row.values.items() if not target.startswith(INFORMANT) and value is not None}


def counts_line(counts: Counts, say: Translator) -> str:
    """The four-way result in words, as a sum."""
    return say(
        N_("{read} rows read: {new} new, {duplicate} already there, {review} to be looked at, {left_out} left out."),
        read=counts.read,
        new=counts.new,
        duplicate=counts.duplicate,
        review=counts.review,
        left_out=counts.left_out,
    )


def explained_line(one: Explained, say: Translator, *, sheets: bool) -> str:
    """One reason in words: what became of the rows, how many they are, which, and why. `sheets` names their sheets too."""
    places = [f"{sheet} {number}" if sheets else str(number) for sheet, number in one.rows]
    more = ", …" if one.count > len(one.rows) else ""
    return say(
        N_("{verdict}: {count} (row {rows}). {reason}"),
        verdict=say(verdict_words(one.verdict)),
        count=one.count,
        rows=", ".join(places) + more,
        reason=reason(one.first, say),
    ).rstrip()


def warning_line(warning: Notice, say: Translator) -> str:
    return say(warning.sentence, **warning.facts)


def created_line(ctx: Context, result: FileResult) -> str:
    """What else was recorded, by register: new hamlets, groups, campaigns; empty when nothing was."""
    by_type: dict[str, list[str]] = {}
    for type_code, name in result.created:
        by_type.setdefault(type_code, []).append(name)
    parts = (f"{ctx.say(ctx.store.registry.get(code).plural)} ({len(names)}): {_named(names)}" for code, names in by_type.items())
    listed = "; ".join(parts)
    return ctx.say(N_("Also recorded because the rows need it: {listed}."), listed=listed) if listed else ""


def _named(names: list[str]) -> str:
    return ", ".join(names[:_MADE_NAMED]) + (", …" if len(names) > _MADE_NAMED else "")


def result_sheet(ctx: Context, many: Many) -> bytes:
    """One workbook with a row a file: which unit and register, the four-way result, what was refused and why, and the sum."""
    from app.documents.books.excel import book_xlsx

    ctx = vietnamese(ctx)

    def rows(_progress: Progress) -> Iterator[BookRow]:
        for number, each in enumerate(many.files, start=1):
            yield BookRow((number, each.path.name, each.unit, _registers(ctx, each), *_figures(each), *_outcome(ctx, each, many)))
        yield BookRow((None, _SUM, None, None, many.totals.read, *_four(many.totals), None, None), strong=True)

    book = Book(
        heading(ctx),
        _KIND,
        "",
        _COLUMNS,
        rows,
        len(many.files),
        notes=(_TRIAL,) if many.dry_run else (),
        sample=is_sample(ctx),
    )
    return book_xlsx(book)


def _registers(ctx: Context, each: FileResult) -> str:
    codes = dict.fromkeys(sheet.type_code for sheet in each.sheets)
    return "; ".join(ctx.say(ctx.store.registry.get(code).plural) for code in codes)


def _figures(each: FileResult) -> tuple[int | None, ...]:
    return (None,) * 5 if each.error else (each.counts.read, *_four(each.counts))


def _four(counts: Counts) -> tuple[int, int, int, int]:
    return counts.new, counts.duplicate, counts.review, counts.left_out


def _outcome(ctx: Context, each: FileResult, many: Many) -> tuple[str, str]:
    if each.error is not None:
        return _REFUSED, ctx.say.error(each.error)
    told = [warning_line(warning, ctx.say) for warning in each.warnings]
    told.append(created_line(ctx, each))
    done = _TAKEN if each.batch else _TRIED if many.dry_run else _NOTHING_NEW
    return done, " ".join(filter(None, told))
