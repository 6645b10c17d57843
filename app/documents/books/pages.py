"""A register as pages: lying A4, drawn row by row, the heading of the table on every page.

The first page carries the unit's heading and the title; from the second on the page number stands in the top margin. Rows stand
whole on one page; only a row higher than most of a page is divided. At most one page is held at a time.
"""

from collections import deque
from collections.abc import Iterator

from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.documents.books.head import Head, head_of
from app.documents.books.model import Book, BookRow
from app.documents.books.rows import LINE, Laid, Ruling, laid_out
from app.documents.display import Anchor, Item, Line, Sheet, Text, shifted
from app.documents.fit import wrap
from app.documents.fonts import MM_PER_POINT, Face
from app.documents.official.blocks import Block, heading_block, signature_lines
from app.documents.official.page import BOTTOM, LEFT, RIGHT, TOP
from app.documents.sample import sample_mark

WIDTH, HEIGHT = 297.0, 210.0
ROOM = WIDTH - LEFT - RIGHT
"""Millimetres for all columns together."""
_END = HEIGHT - BOTTOM
_EMPTY_ROW = 9.5
"""Height of a row to write in by hand."""
_RULE = 0.18
_LAST = 2
"""Rows that go with the signatures."""
_DRAWING = N_("Drawing pages")


def book_sheets(book: Book, progress: Progress = SILENT) -> Iterator[Sheet]:
    """The pages of a register, one after another as its rows are read."""
    return _Pages(book, progress).sheets()


class _Pages:
    def __init__(self, book: Book, progress: Progress) -> None:
        self._book, self._progress = book, progress
        self._ruling = Ruling.of(book.columns, ROOM)
        self._head: Head = head_of(book.columns, self._ruling)
        self._items: list[Item] = []
        self._number = 0
        self._down = TOP
        self._top = TOP

    def sheets(self) -> Iterator[Sheet]:
        book = self._book
        self._begin()
        self._title()
        self._table_begins()
        if book.empty_pages:
            yield from self._empty()
            return
        held: deque[BookRow] = deque()
        for row in book.rows(self._progress):
            held.append(row)
            if len(held) > _LAST:
                yield from self._row(held.popleft())
        # Signatures alone on a page could stand under anything: the last rows go with them, a sum with what it sums.
        heights = [laid_out(row, book.columns, self._ruling).height for row in held]
        for number, row in enumerate(held, start=1):
            yield from self._row(row, below=sum(heights[number:]) + self._closing_height() if number == 1 else 0.0)
        self._table_ends()
        yield from self._close()

    def _empty(self) -> Iterator[Sheet]:
        for page in range(self._book.empty_pages):
            if page:
                yield self._sheet()
                self._begin()
                self._table_begins()
            while self._down + _EMPTY_ROW <= _END:
                self._down += _EMPTY_ROW
                self._line(self._down)
            self._table_ends()
        yield self._sheet()

    def _row(self, row: BookRow, *, below: float = 0.0) -> Iterator[Sheet]:
        laid = laid_out(row, self._book.columns, self._ruling)
        if self._down + laid.height + below > _END and self._down > self._top:
            self._table_ends()
            yield self._sheet()
            self._begin()
            self._table_begins()
        while self._down + laid.height > _END:
            fits = max(1, int((_END - self._down) / LINE) - 1)
            first, laid = laid.divided(fits)
            self._draw(first)
            self._table_ends()
            yield self._sheet()
            self._begin()
            self._table_begins()
        self._draw(laid)

    def _draw(self, laid: Laid) -> None:
        self._items += (shifted(item, LEFT, self._down) for item in laid.items)
        if laid.band:
            self._gaps.append((self._down, self._down + laid.height))
        self._down += laid.height
        self._line(self._down)

    def _closing(self) -> tuple[list[str], Block | None]:
        lines = [line for text in self._book.closing for line in wrap(text, Face.ITALIC, 13, ROOM)]
        return lines, signature_lines(self._book.signatures, ROOM) if self._book.signatures else None

    def _closing_height(self) -> float:
        lines, signed = self._closing()
        return 3 + len(lines) * 6 + (signed.height + 3 if signed else 0)

    def _close(self) -> Iterator[Sheet]:
        if self._down + self._closing_height() > _END and self._down > self._top:
            yield self._sheet()
            self._begin()
        lines, signed = self._closing()
        self._down += 3
        for line in lines:
            self._down += 6
            self._items.append(Text(LEFT, self._down - 1.5, line, Face.ITALIC, 13))
        if signed:
            self._down += 3
            self._items += (shifted(item, LEFT, self._down) for item in signed.items)
        yield self._sheet()

    def _begin(self) -> None:
        self._items = []
        self._number += 1
        self._down = TOP
        if self._number > 1:
            self._items.append(Text((WIDTH + LEFT - RIGHT) / 2, 13.0, str(self._number), Face.REGULAR, 13, anchor=Anchor.MIDDLE))
        if self._book.sample:
            self._items.append(sample_mark(WIDTH, HEIGHT))

    def _sheet(self) -> Sheet:
        return Sheet(WIDTH, HEIGHT, tuple(self._items))

    def _title(self) -> None:
        block = heading_block(self._book.heading, ROOM)
        self._items += (shifted(item, LEFT, self._down) for item in block.items)
        self._down += block.height - 2
        middle = LEFT + ROOM / 2
        texts = [(self._book.kind, Face.BOLD, 14.0), (self._book.abstract, Face.BOLD, 14.0)]
        texts += [(note, Face.ITALIC, 12.0) for note in self._book.notes]
        for text, face, size in texts:
            for line in wrap(text, face, size, ROOM - 16):
                self._down += size * MM_PER_POINT * 1.18
                self._items.append(Text(middle, self._down - size * MM_PER_POINT * 0.22, line, face, size, anchor=Anchor.MIDDLE))
        self._down += 3

    def _table_begins(self) -> None:
        self._table_top = self._down
        self._gaps: list[tuple[float, float]] = []
        self._line(self._down)
        self._items += (shifted(item, LEFT, self._down) for item in self._head.items)
        self._down += self._head.height
        self._line(self._down)
        self._top = self._down

    def _table_ends(self) -> None:
        """The upright lines, from the end of the head down; a band across the table is not crossed."""
        edges = self._ruling.edges
        for x in (edges[0], edges[-1]):
            self._items.append(Line(LEFT + x, self._table_top, LEFT + x, self._down, width=_RULE))
        for x in edges[1:-1]:
            begin = self._top
            for top, bottom in self._gaps:
                if top > begin:
                    self._items.append(Line(LEFT + x, begin, LEFT + x, top, width=_RULE))
                begin = bottom
            if self._down > begin:
                self._items.append(Line(LEFT + x, begin, LEFT + x, self._down, width=_RULE))

    def _line(self, y: float) -> None:
        self._items.append(Line(LEFT, y, LEFT + self._ruling.edges[-1], y, width=_RULE))
