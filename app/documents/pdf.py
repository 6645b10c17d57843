"""Plays display lists into a PDF with ReportLab.

The file carries the title and author it is given and nothing else: no tool, account, path or hour. The same
sheets give the same bytes.
"""

import io
import re
from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.documents.display import (
    Close,
    Curve,
    Group,
    Item,
    Line,
    Move,
    Outline,
    Picture,
    Point,
    Rect,
    Sheet,
    Straight,
    Text,
    Use,
)
from app.documents.fonts import MM_PER_POINT, Face, font_file

POINTS_PER_MM = 1 / MM_PER_POINT
_MAKER = re.compile(rb"ReportLab [Gg]enerated PDF document[^\n]*")


def register_fonts() -> None:
    """Make the four cuts known to ReportLab under their PDF names, and as the family `Tinos`; repeated calls cost nothing."""
    if Face.REGULAR.value in pdfmetrics.getRegisteredFontNames():
        return
    # ReportLab wraps every stream in ASCII85 unless told otherwise, which makes a file a quarter larger for
    # nothing.
    rl_config.useA85 = 0
    for face in Face:
        font = TTFont(face.value, str(font_file(face)))
        # The same whole widths as everywhere else; a viewer that drops fractions would let long lines creep.
        font.face.charWidths = {code: round(width) for code, width in font.face.charWidths.items()}
        font.face.defaultWidth = round(font.face.defaultWidth)
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(
        "Tinos",
        normal=Face.REGULAR.value,
        bold=Face.BOLD.value,
        italic=Face.ITALIC.value,
        boldItalic=Face.BOLD_ITALIC.value,
    )


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab has no types
    """Title and author only; the library would add the hour, its own name and a home page."""

    def format(self, document: Any) -> Any:
        entries = {"Title": pdfdoc.PDFString(self.title), "Author": pdfdoc.PDFString(self.author)}
        return pdfdoc.PDFDictionary(entries).format(document)


def neutral_canvas(canvas: Canvas, *, title: str, author: str) -> None:
    """Give a canvas its title and author and take every other trace from it."""
    document: Any = canvas._doc
    document.info = _Info()
    document.info.title = title
    document.info.author = author
    document.Catalog.Lang = pdfdoc.PDFString("vi")


def without_maker(pdf: bytes) -> bytes:
    """The file without the library's name in its two comments; no byte moves, so the table of places holds."""
    return _MAKER.sub(lambda found: b" " * len(found.group()), pdf)


def render_pdf(sheets: Iterable[Sheet], *, title: str, author: str) -> bytes:
    """All sheets as one PDF, a page each. `title` is the kind of paper and its number, `author` the unit.

    Sheets are taken one at a time, so a generator may report progress or raise `Cancelled` between them.
    """
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1, initialFontName=Face.REGULAR.value)
    neutral_canvas(canvas, title=title, author=author)
    player = _Player(canvas)
    for sheet in sheets:
        player.page(sheet)
    canvas.save()
    return without_maker(out.getvalue())


@lru_cache(maxsize=64)
def _colour(colour: str) -> Color:
    return HexColor(colour)


def play(canvas: Canvas, sheet: Sheet) -> None:
    """Draw a sheet on a canvas that others draw on too, its lower left corner at the canvas's origin."""
    _Player(canvas).play(sheet)


def _short(at: Point) -> Point:
    """A thousandth of a millimetre is finer than any printer; more digits would only make the file large."""
    return (round(at[0], 3), round(at[1], 3))


class _Player:
    """Draws items on one canvas, y turned upside down by the page's own matrix."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._groups: dict[str, Group] = {}
        self._pictures: dict[bytes, ImageReader] = {}

    def page(self, sheet: Sheet) -> None:
        self._canvas.setPageSize((sheet.width * POINTS_PER_MM, sheet.height * POINTS_PER_MM))
        self.play(sheet)
        self._canvas.showPage()

    def play(self, sheet: Sheet) -> None:
        canvas = self._canvas
        height = sheet.height * POINTS_PER_MM
        for item in sheet.items:
            self._prepare(item)
        canvas.saveState()
        canvas.transform(POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, height)
        for item in sheet.items:
            self._draw(item)
        canvas.restoreState()

    def _prepare(self, item: Item) -> None:
        """A form has to be complete before the page that shows it begins to draw."""
        if not isinstance(item, Use):
            return
        group = item.group
        known = self._groups.get(group.name)
        if known is None:
            for inner in group.items:
                self._prepare(inner)
            self._groups[group.name] = group
            # The box is generous: a group has no size of its own, and a form is cut at its box.
            self._canvas.beginForm(group.name, -1000, -1000, 2000, 2000)
            for inner in group.items:
                self._draw(inner)
            self._canvas.endForm()
        elif known is not group and known != group:
            raise ValueError(f"two different groups are named {group.name}")

    def _draw(self, item: Item) -> None:
        canvas = self._canvas
        match item:
            case Text():
                self._text(item)
            case Line():
                canvas.setStrokeColor(_colour(item.colour))
                canvas.setLineWidth(item.width)
                canvas.line(item.x1, item.y1, item.x2, item.y2)
            case Rect():
                self._pen(item.fill, item.stroke, item.stroke_width)
                canvas.rect(
                    item.x,
                    item.y,
                    item.width,
                    item.height,
                    stroke=item.stroke is not None,
                    fill=item.fill is not None,
                )
            case Outline():
                self._outline(item)
            case Picture():
                self._picture(item)
            case Use():
                canvas.saveState()
                canvas.transform(item.scale, 0, 0, item.scale, item.x, item.y)
                canvas.doForm(item.group.name)
                canvas.restoreState()

    def _pen(self, fill: str | None, stroke: str | None, width: float) -> None:
        if fill is not None:
            self._canvas.setFillColor(_colour(fill))
        if stroke is not None:
            self._canvas.setStrokeColor(_colour(stroke))
            self._canvas.setLineWidth(width)

    def _text(self, item: Text) -> None:
        # The page is upside down for letters, so their own matrix turns them back; turning and anchoring go into it too.
        along, across = (cos(radians(item.angle)), sin(radians(item.angle))) if item.angle else (1.0, 0.0)
        back = item.anchor.value * item.width
        run = self._canvas.beginText()
        run.setTextTransform(along, -across, -across, -along, item.x - back * along, item.y + back * across)
        run.setFont(item.face.value, item.size * MM_PER_POINT)
        run.setFillColor(_colour(item.colour))
        if item.spacing:
            run.setCharSpace(item.spacing)
        run.textOut(item.text)
        if item.spacing:
            run.setCharSpace(0)
        self._canvas.drawText(run)

    def _outline(self, item: Outline) -> None:
        self._pen(item.fill, item.stroke, item.stroke_width)
        path: PDFPathObject = self._canvas.beginPath()
        for step in item.steps:
            match step:
                case Move(to):
                    path.moveTo(*_short(to))
                case Straight(to):
                    path.lineTo(*_short(to))
                case Curve(control1, control2, to):
                    path.curveTo(*_short(control1), *_short(control2), *_short(to))
                case Close():
                    path.close()
        self._canvas.drawPath(
            path,
            stroke=item.stroke is not None,
            fill=item.fill is not None,
            fillMode=0 if item.holes else 1,
        )

    def _picture(self, item: Picture) -> None:
        reader = self._pictures.get(item.data)
        if reader is None:
            reader = self._pictures[item.data] = ImageReader(io.BytesIO(item.data))
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(1, 0, 0, -1, item.x, item.y + item.height)
        canvas.drawImage(reader, 0, 0, item.width, item.height, mask="auto")
        canvas.restoreState()
