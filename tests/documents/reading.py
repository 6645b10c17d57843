"""Reads a PDF with an engine other than the one that wrote it."""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a page: its pen position and the edges of its ink, in mm from the page's top left corner."""

    letter: str
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    text: str
    letters: tuple[Letter, ...]

    def line(self, text: str) -> tuple[Letter, ...]:
        """The letters of one stretch of text, blanks left out."""
        wanted = text.replace(" ", "")
        whole = "".join(letter.letter for letter in self.letters)
        start = whole.index(wanted)
        return self.letters[start : start + len(wanted)]


@dataclass(frozen=True, slots=True)
class Read:
    pages: tuple[Page, ...]
    facts: dict[str, str]


def read_pdf(data: bytes) -> Read:
    document = pypdfium2.PdfDocument(data)
    try:
        return Read(tuple(_page(document[n]) for n in range(len(document))), document.get_metadata_dict(skip_empty=True))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    texts = page.get_textpage()
    letters = []
    for n in range(texts.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(texts.raw, n))
        if letter.isspace():
            continue
        left, bottom, right, top = texts.get_charbox(n)
        x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(texts.raw, n, x, y)
        letters.append(
            Letter(
                letter, x.value * MM, (height - y.value) * MM, left * MM, (height - top) * MM, right * MM, (height - bottom) * MM
            )
        )
    return Page(width * MM, height * MM, texts.get_text_range(), tuple(letters))
