"""Square codes in pictures, read with zxing-cpp: maintained, with wheels for Windows, and needing no further library."""

import io
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_
from app.intake.pictures import read_pictures


def read_codes(path: Path) -> tuple[str, ...]:
    """The texts of the QR codes in a picture or scan; the picture itself is forgotten.

    Raises what `read_pictures` raises, and `UserError` "code.none" when there is no code that can be read.
    """
    import zxingcpp
    from PIL import Image

    found: list[str] = []
    for page in read_pictures(path).pictures:
        with Image.open(io.BytesIO(page), formats=("JPEG",)) as image:
            codes = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        found += [code.text for code in codes if code.text]
    if not found:
        raise UserError(
            "code.none",
            N_("No square code could be read in {name}. Take the picture closer, straight and in good light."),
            name=path.name,
        )
    return tuple(found)
