"""Pictures and scans as telephones and scanners leave them, with everything that must not be kept."""

import io
import struct
import zlib
from typing import Any

from PIL import ExifTags, Image, ImageDraw, TiffImagePlugin
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

OWNER = "May cua Giang A Su"
_DEGREES = (21, 28, 30)
WHERE = struct.pack(">6I", *(number for degree in _DEGREES for number in (degree, 1)))
"""The place, as it stands in the file."""
COMMENT = "chup tai nha ong Mua A Vi"
SECRETS = (OWNER.encode(), COMMENT.encode(), WHERE, b"Exif", b"http://ns.adobe.com", b"Canon")


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """Something to see: red above, blue below, with a mark at the upper left."""
    image = Image.new("RGB", (width, height), "blue")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, height // 2), fill="red")
    draw.rectangle((0, 0, width // 4, height // 4), fill="white")
    return image


def noise(width: int, height: int) -> Image.Image:
    """The hardest thing to make small."""
    return Image.effect_noise((width, height), 100).convert("RGB")


def photograph(image: Image.Image | None = None, *, orientation: int = 1) -> bytes:
    """A JPEG as a telephone writes it: where, when, by whom, with a comment and a packet of XMP."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = OWNER
    exif[ExifTags.Base.Make] = "Canon"
    degrees = tuple(TiffImagePlugin.IFDRational(n) for n in _DEGREES)
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    packet = b'<x:xmpmeta xmlns:x="http://ns.adobe.com/meta"><by>' + OWNER.encode() + b"</by></x:xmpmeta>"
    return saved(image or scene(), "JPEG", exif=exif, comment=COMMENT.encode(), xmp=packet)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def scan(pages: int = 2, *, password: str = "") -> bytes:
    """A PDF of A4 pages with a title, an author and a note that nobody sees."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    canvas.setAuthor(OWNER)
    canvas.setTitle(COMMENT)
    for number in range(pages):
        canvas.drawString(100, 700, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
