"""A sheet from a layout and the values of its fields: never fails for a text; what does not fit is cut and told."""

import re
import unicodedata
from collections.abc import Mapping

from app.documents.display import Anchor, Item, Line, Picture, Rect, Sheet, Text, Use, shifted
from app.documents.emblem import WIDTH as EMBLEM_WIDTH
from app.documents.emblem import emblem
from app.documents.fit import Fitted, Place, fit, one_paragraph
from app.documents.fonts import MM_PER_POINT, missing_letters
from app.documents.frame import frame
from app.documents.layouts.fields import BY_NAME, CUT, filled, named
from app.documents.layouts.look import Look, Mode, Notice
from app.documents.layouts.model import Box, Code, Emblem, Flow, Frame, Layout, LineElement, Signature, TextElement, Wording
from app.documents.qr import qr_shape
from app.documents.sample import sample_mark

_ON_BEHALF = re.compile(r"((?:KT|TM|TL|TUQ)\. .+?) ((?:PHÓ |CHỦ TỊCH|TRƯỞNG |GIÁM ĐỐC).*)")
_SMALLEST = 0.1
"""A flow does not shrink below this part of its type sizes, though its texts then run over its bottom."""


def draw(layout: Layout, values: Mapping[str, str], look: Look, code: str = "") -> tuple[Sheet, tuple[Notice, ...]]:
    """The sheet, and what did not fit. `values` has the text of each field known; `code` is what the square code says, if any.

    Frame, emblem, boxes and lines are left out in mode `BLANK`.
    """
    drawing = _Drawing(values, look, layout, code)
    ground = [item for element in layout.elements for item in drawing.ground(element)]
    if look.sample:
        ground.append(sample_mark(layout.width, layout.height))
    words = [item for element in layout.elements for item in drawing.words(element)]
    if look.mode is Mode.BLANK:
        words = [shifted(item, look.offset_x, look.offset_y) for item in words]
    return Sheet(layout.width, layout.height, (*ground, *words)), tuple(drawing.notices)


class _Drawing:
    """One sheet being made."""

    def __init__(self, values: Mapping[str, str], look: Look, layout: Layout, code: str) -> None:
        self.values = {name: _drawable(text) for name, text in values.items()}
        self.look, self.layout, self.code = look, layout, code
        self.notices: list[Notice] = []
        signatures = [element for element in layout.elements if isinstance(element, Signature)]
        self.offices = [self._offices(element) for element in signatures[:1]]
        self.lift = sum(_leading(office) for offices in self.offices for office in offices[1:])

    def ground(self, element: object) -> list[Item]:
        """What a bought sheet already carries."""
        if self.look.mode is Mode.BLANK:
            return []
        match element:
            case Frame(scale) if self.look.with_frame:
                return [Use(frame(self.layout.width / scale, self.layout.height / scale), scale=scale)]
            case Box(x, y, width, height, colour, line) if self.look.with_frame:
                return [Rect(x, y, width, height, stroke=colour, stroke_width=line)]
            case LineElement(x1, y1, x2, y2, colour, line):
                return [Line(x1, y1, x2, y2, colour, line)]
            case Emblem(x, y, size) if self.look.with_emblem:
                if self.look.emblem_picture is not None:
                    return [Picture(x - size / 2, y - size / 2, size, size, self.look.emblem_picture)]
                # The drawing's own middle stands a little above that of its outline.
                return [Use(emblem(), x, y + size * 0.025, size / EMBLEM_WIDTH)]
        return []

    def words(self, element: object) -> list[Item]:
        """What is printed on any sheet."""
        match element:
            case TextElement() if element.part is None or element.part not in self.look.already_there:
                return self._text(element)
            case Flow():
                return self._flow(element)
            case Signature():
                return self._signature(element)
            case Code(x, y, size) if self.code:
                return [qr_shape(self.code, x, y, size)]
        return []

    def _text(self, element: TextElement) -> list[Item]:
        wording = element.wording
        fitted = self._fitted(wording)
        y = element.y - element.rise * (len(fitted.lines) - 1)
        found = _stack(fitted, wording, element.x, y, element.anchor)
        if element.underline:
            last = [item for item in found if isinstance(item, Text)][-1:]
            found += [
                Line(line.left, line.y + element.underline, line.left + line.width, line.y + element.underline, wording.colour, 0.3)
                for line in last
            ]
        return found

    def _flow(self, flow: Flow) -> list[Item]:
        """Texts with equal air between them; they shrink together until all have room."""
        bottom = flow.bottom - self.lift
        shrink = 1.0
        while True:
            blocks = [(wording, fit(self._words(wording), wording.face, wording.place(shrink))) for wording in flow.blocks]
            shown = [(wording, fitted) for wording, fitted in blocks if fitted.lines]
            heights = [len(fitted.lines) * _leading(fitted) for _wording, fitted in shown]
            if sum(heights) <= bottom - flow.top or shrink < _SMALLEST:
                break
            shrink *= 0.96
        for wording, fitted in blocks:
            self._tell_cut(wording, fitted)
        spare = bottom - flow.top - sum(heights)
        air = max(0.0, min(flow.air, spare / (len(shown) + 1)))
        at = flow.top + max(0.0, spare - air * (len(shown) - 1)) / 2
        found: list[Item] = []
        for (wording, fitted), height in zip(shown, heights, strict=True):
            found += _stack(fitted, wording, flow.x, at + fitted.size * MM_PER_POINT * 0.9)
            at += height + air
        return found

    def _offices(self, signature: Signature) -> list[Fitted]:
        """The signer's title by lines: "KT. CHỦ TỊCH" stands above "PHÓ CHỦ TỊCH", as the decree on papers has it."""
        title = signature.title
        split = _ON_BEHALF.fullmatch(self._words(title))
        if split is None:
            fitted = self._fitted(title)
            return [Fitted((line,), fitted.size) for line in fitted.lines]
        place = signature.name.place()
        offices = [fit(line, title.face, Place(place.width, place.size, place.floor)) for line in split.groups()]
        for office in offices:
            self._tell_cut(title, office)
        return offices

    def _signature(self, signature: Signature) -> list[Item]:
        dated, signer = self._fitted(signature.date), self._fitted(signature.name)
        at = signature.date_y - self.lift
        found = _stack(dated, signature.date, signature.x, at)
        at += signature.gap
        offices = self.offices[0]
        for number, office in enumerate(offices):
            at += _leading(office) if number else 0.0
            found += _stack(office, signature.title, signature.x, at)
        # From the title's descenders to the top of the marks over the name's capitals.
        above = offices[-1].size * MM_PER_POINT * 0.22 if offices else 0.0
        below = above + signature.room + signer.size * MM_PER_POINT * 0.92
        return found + _stack(signer, signature.name, signature.x, max(at + below, signature.name_y))

    def _words(self, wording: Wording) -> str:
        text = one_paragraph(filled(wording.text, self.values))
        return text.upper() if wording.capitals else text

    def _fitted(self, wording: Wording) -> Fitted:
        text = self._words(wording)
        if not wording.width:
            return Fitted((text,) if text else (), wording.size)
        fitted = fit(text, wording.face, wording.place())
        self._tell_cut(wording, fitted)
        return fitted

    def _tell_cut(self, wording: Wording, fitted: Fitted) -> None:
        if not fitted.complete:
            fields = named(wording.text)
            message = BY_NAME[fields[0]].cut if fields else CUT
            self.notices.append(Notice("certificate.cut", message, (("text", " ".join(fitted.lines)),)))


def _drawable(text: str) -> str:
    """Composed letters; a letter outside the type face as the plain one it stands for ("𝐀" as "A"), where there is one."""
    composed = unicodedata.normalize("NFC", text)
    missing = missing_letters(composed)
    plain = {letter: unicodedata.normalize("NFKC", letter) for letter in missing}
    return "".join(plain[letter] if plain.get(letter) and not missing_letters(plain[letter]) else letter for letter in composed)


def _leading(fitted: Fitted) -> float:
    return fitted.size * MM_PER_POINT * 1.2


def _stack(fitted: Fitted, wording: Wording, x: float, y: float, anchor: Anchor = Anchor.MIDDLE) -> list[Item]:
    """Lines one under the other, the first on baseline `y`."""
    return [
        Text(x, y + n * _leading(fitted), line, wording.face, fitted.size, wording.colour, anchor, wording.spacing)
        for n, line in enumerate(fitted.lines)
    ]
