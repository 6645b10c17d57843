"""One row of a register, laid out in its columns: each cell wrapped, smaller where a word would break."""

from dataclasses import dataclass

from app.documents.books.model import BookColumn, BookRow, book_text
from app.documents.display import Anchor, Item, Text
from app.documents.fit import one_paragraph, wrap
from app.documents.fonts import MM_PER_POINT, Face, text_units
from app.documents.official.model import Align

SIZE = 11.0
LINE = SIZE * MM_PER_POINT * 1.18
"""Height of a line of text, in millimetres."""
PADDING = 1.1
"""Between a line of the grid and the text beside it."""
_ABOVE, _BELOW = 0.7, 1.1
_BASELINE = SIZE * MM_PER_POINT * 0.94
_SMALLEST = 7.5
_ANCHORS = {Align.LEFT: Anchor.LEFT, Align.CENTRE: Anchor.MIDDLE, Align.RIGHT: Anchor.RIGHT}


@dataclass(frozen=True, slots=True)
class Ruling:
    """Where the columns begin and end, in millimetres from the left edge of the table."""

    edges: tuple[float, ...]

    @staticmethod
    def of(columns: tuple[BookColumn, ...], room: float) -> "Ruling":
        """Columns at the widths they want, all narrower or wider in proportion so that they fill the room."""
        whole = sum(column.width for column in columns)
        edges = [0.0]
        for column in columns:
            edges.append(edges[-1] + column.width * room / whole)
        return Ruling(tuple(edges))

    def inside(self, place: int) -> float:
        """Room for text in a column."""
        return self.edges[place + 1] - self.edges[place] - 2 * PADDING


@dataclass(frozen=True, slots=True)
class Laid:
    """A row as it will stand. Items are placed from its top left corner."""

    cells: tuple[tuple[str, ...], ...]
    """The lines of each cell."""
    sizes: tuple[float, ...]
    columns: tuple[BookColumn, ...]
    ruling: Ruling
    strong: bool = False
    band: bool = False

    @property
    def height(self) -> float:
        return max((len(lines) for lines in self.cells), default=1) * LINE + _ABOVE + _BELOW if any(self.cells) else LINE + 2

    def divided(self, lines: int) -> tuple["Laid", "Laid"]:
        """The first so many lines of every cell, and the rest."""
        first = tuple(cell[:lines] for cell in self.cells)
        rest = tuple(cell[lines:] for cell in self.cells)
        return (
            Laid(first, self.sizes, self.columns, self.ruling, self.strong, self.band),
            Laid(rest, self.sizes, self.columns, self.ruling, self.strong, self.band),
        )

    @property
    def items(self) -> list[Item]:
        face = Face.BOLD if self.strong or self.band else Face.REGULAR
        found: list[Item] = []
        for place, lines in enumerate(self.cells):
            anchor = Anchor.LEFT if self.band else _ANCHORS[self.columns[place].align]
            left, right = self.ruling.edges[place], self.ruling.edges[place + 1]
            x = {Anchor.LEFT: left + PADDING, Anchor.MIDDLE: (left + right) / 2, Anchor.RIGHT: right - PADDING}[anchor]
            size = self.sizes[place]
            for number, line in enumerate(lines):
                found.append(Text(x, _ABOVE + _BASELINE + number * LINE, line, face, size, anchor=anchor))
        return found


def laid_out(row: BookRow, columns: tuple[BookColumn, ...], ruling: Ruling) -> Laid:
    """Break the texts of a row into lines of their columns."""
    face = Face.BOLD if row.strong or row.band else Face.REGULAR
    if row.band:
        whole = ruling.edges[-1] - 2 * PADDING
        return Laid((wrap(one_paragraph(book_text(row.cells[0])), face, SIZE, whole),), (SIZE,), columns, ruling, True, True)
    cells, sizes = [], []
    for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        lines, size = broken(book_text(cell, plain=column.plain), face, ruling.inside(place))
        cells.append(lines)
        sizes.append(size)
    return Laid(tuple(cells), tuple(sizes), columns, ruling, row.strong)


def broken(text: str, face: Face, room: float, size: float = SIZE) -> tuple[tuple[str, ...], float]:
    """The lines of a cell and their type size: smaller if its longest word is wider than the column. Line breaks are kept."""
    if not text:
        return (), size
    parts = [one_paragraph(part) for part in text.splitlines()]
    if len(parts) == 1 and text_units(parts[0], face) * size * MM_PER_POINT / 1000 <= room:
        return (parts[0],), size
    widest = max((text_units(word, face) for part in parts for word in part.split()), default=0) * MM_PER_POINT / 1000
    if widest * size > room:
        size = max(_SMALLEST, room / widest)
    return tuple(line for part in parts for line in wrap(part, face, size, room)), size
