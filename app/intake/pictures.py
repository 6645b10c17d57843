"""Photographs and scans: made anew as small JPEG pictures, so that nothing of the file is kept but what can be seen.

Where and when a photograph was taken, the camera, comments, thumbnails, layers and whatever else a file may carry are left behind,
because only dots are copied. What a file is, is told by its content and never by its name.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.pdfium import PDFIUM
from app.core.progress import SILENT, Progress

if TYPE_CHECKING:
    from PIL import Image

SIDE = 1600
"""Dots of the longer side at most: enough to read a scanned A4 page, and a third of what a telephone takes."""
LARGEST = 400_000
"""Bytes of one picture at most."""
LARGEST_FILE = 40 << 20
MOST_DOTS = 80_000_000
"""Beyond this a picture is refused before it is unpacked: a few kilobytes can unpack to more memory than a laptop has."""
MOST_PAGES = 20
KINDS = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.pdf"
"""For a dialog that chooses files."""

_QUALITIES = (85, 75, 65, 55)
_SIDES = (SIDE, 1280, 1024, 800)
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
_MAGIC = ((b"\xff\xd8\xff", 0), (b"\x89PNG\r\n\x1a\n", 0), (b"WEBP", 8), (b"BM", 0), (b"II*\0", 0), (b"MM\0*", 0))
_GREY = frozenset({"1", "L", "I;16", "I;16B", "I;16L", "I", "F"})
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Pages:
    """What a file showed: JPEG pictures in order, and whether it was a scanned document rather than a photograph."""

    pictures: tuple[bytes, ...]
    scan: bool


def read_pictures(path: Path, progress: Progress = SILENT) -> Pages:
    """The pictures of a file: one of a photograph, one a page of a PDF or of a TIFF of several pages.

    Raises `UserError`: "picture.file", "picture.empty", "picture.file_too_large", "picture.heic", "picture.wrong_type",
    "picture.too_many_dots", "picture.damaged", "picture.locked", "picture.too_many_pages"; `Cancelled`.
    """
    data = _read(path)
    name = path.name
    if b"%PDF-" in data[:1024]:
        return Pages(tuple(_pdf(data, name, progress)), scan=True)
    if data[4:8] == b"ftyp":
        sentence = N_("{name} is a HEIC or AVIF picture, as some telephones take. Save it as JPEG on the telephone and try again.")
        raise UserError("picture.heic", sentence, name=name)
    if not any(data[place : place + len(magic)] == magic for magic, place in _MAGIC):
        raise UserError(
            "picture.wrong_type",
            N_("{name} is neither a picture nor a PDF, whatever its name says. Choose a JPEG, PNG, WebP, BMP, TIFF or PDF file."),
            name=name,
        )
    pictures = tuple(_pictures(data, name, progress))
    return Pages(pictures, scan=len(pictures) > 1)


def smaller(data: bytes, side: int) -> bytes:
    """One of our own pictures, made to fit a square of `side` dots. Raises `UserError` "picture.damaged"."""
    from PIL import Image

    with _foreign("JPEG"), Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        image.draft(None, (side, side))
        image.thumbnail((side, side))
        return _encoded(image, 80)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        sentence = N_("{name} cannot be opened. Check that the stick is still there and that the file is not open elsewhere.")
        raise UserError("picture.file", sentence, name=path.name) from error
    if not data:
        raise UserError("picture.empty", N_("{name} is empty: there is no picture in it. Copy it again."), name=path.name)
    if len(data) > LARGEST_FILE:
        raise UserError(
            "picture.file_too_large",
            N_("{name} is larger than {most} MB. Take or scan it again with fewer dots."),
            name=path.name,
            most=LARGEST_FILE >> 20,
        )
    return data


def _pictures(data: bytes, name: str, progress: Progress) -> Iterator[bytes]:
    from PIL import Image

    with _foreign(name):
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
        # Frames of an animation are no pages; of all these formats only TIFF files hold pages.
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    with image:
        if count > MOST_PAGES:
            raise _too_many_pages(name)
        for number in range(count):
            with _foreign(name):
                image.seek(number)
                if image.width * image.height > MOST_DOTS:
                    raise _too_many_dots(name)
                # A JPEG is unpacked at a half or a quarter of its size, which spares a weak laptop most of the memory.
                image.draft(None, (SIDE, SIDE))
                image.load()
            yield _made_small(_upright(image))
            progress.step(number + 1, count, N_("pages"))


def _pdf(data: bytes, name: str, progress: Progress) -> Iterator[bytes]:
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                sentence = N_("{name} is locked with a password. Save it without one and try again.")
                raise UserError("picture.locked", sentence, name=name) from error
            raise _damaged(name) from error
        try:
            if len(document) > MOST_PAGES:
                raise _too_many_pages(name)
            if not len(document):
                raise _damaged(name)
            for number in range(len(document)):
                with _foreign(name):
                    page = _page(document, number)
                yield _made_small(page)
                progress.step(number + 1, len(document), N_("pages"))
        finally:
            document.close()


@contextmanager
def _foreign(name: str) -> Iterator[None]:
    """Around what a library does with a file that anybody may have made: whatever goes wrong in there is the file's fault."""
    from PIL import Image

    try:
        yield
    except UserError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_dots(name) from error
    except Exception as error:
        raise _damaged(name) from error


def _page(document: Any, number: int) -> "Image.Image":
    page = document[number]
    try:
        longest = max(*page.get_size(), 1.0)
        bitmap = page.render(scale=SIDE / longest)
        try:
            image: Image.Image = bitmap.to_pil().copy()
        finally:
            bitmap.close()
    finally:
        page.close()
    return image


def _upright(image: "Image.Image") -> "Image.Image":
    """Turned as the camera says it was held."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # whatever nonsense stands beside the picture, the picture itself can be shown
        turn = None
    return image.transpose(turn) if turn is not None else image


def _made_small(image: "Image.Image") -> bytes:
    """As JPEG within `SIDE` and `LARGEST`: first less sharp, then smaller."""
    plain = _plain(image)
    made = b""
    for side in _SIDES:
        plain.thumbnail((side, side))
        for quality in _QUALITIES:
            made = _encoded(plain, quality)
            if len(made) <= LARGEST:
                return made
    return made


def _plain(image: "Image.Image") -> "Image.Image":
    """Dots on white, and nothing else of the picture: a new one holds no comment, profile or place."""
    from PIL import Image

    if image.mode in _GREY:
        if image.mode not in ("1", "L"):
            low, high = image.getextrema()
            assert isinstance(low, int | float) and isinstance(high, int | float)  # grey pictures have one band
            span = max(high - low, 1)
            image = image.convert("F").point(lambda value: (value - low) * (255 / span))
        return _fresh(image.convert("L"))
    if "A" in image.mode or "a" in image.mode or "transparency" in image.info:
        layered = image.convert("RGBA")
        white = Image.new("RGB", layered.size, "white")
        white.paste(layered, mask=layered.getchannel("A"))
        return white
    return _fresh(image.convert("RGB"))


def _fresh(image: "Image.Image") -> "Image.Image":
    from PIL import Image

    made = Image.new(image.mode, image.size)
    made.paste(image)
    return made


def _encoded(image: "Image.Image", quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _damaged(name: str) -> UserError:
    return UserError("picture.damaged", N_("{name} is damaged and cannot be shown. Copy it or scan it again."), name=name)


def _too_many_dots(name: str) -> UserError:
    return UserError(
        "picture.too_many_dots",
        N_("{name} has more than {most} million dots, too many to be opened safely. Take or scan it again with fewer."),
        name=name,
        most=MOST_DOTS // 1_000_000,
    )


def _too_many_pages(name: str) -> UserError:
    sentence = N_("{name} has more than {most} pages. Scan the pages that matter into a file of their own.")
    return UserError("picture.too_many_pages", sentence, name=name, most=MOST_PAGES)
