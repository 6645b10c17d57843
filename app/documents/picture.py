"""Pictures that papers take in: checked once, so that no paper fails on one later."""

import io

from app.core.errors import UserError
from app.core.i18n import N_

LARGEST = 3_000_000
"""Bytes; an emblem of 24 mm at 600 dots an inch needs far less."""
_KINDS = ("PNG", "JPEG")


def checked_picture(data: bytes) -> bytes:
    """The same bytes, if they are a whole PNG or JPEG picture of moderate size.

    Raises `UserError` "picture.unreadable" or "picture.too_large".
    """
    from PIL import Image

    if len(data) > LARGEST:
        raise UserError(
            "picture.too_large",
            N_("The picture is larger than {most} MB. Save it smaller, as PNG or JPEG."),
            most=LARGEST // 1_000_000,
        )
    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            if picture.width * picture.height > 40_000_000:
                raise ValueError("more dots than any paper needs")
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError(
            "picture.unreadable", N_("This is not a picture that can be read. Choose a PNG or JPEG picture.")
        ) from error
    return data
