"""How a sheet is printed, whatever its layout, and what its maker should look at before it is."""

from dataclasses import dataclass
from enum import Enum

from app.documents.display import Sheet


class Mode(Enum):
    """`FULL` prints the whole sheet; `BLANK` prints text only, for sheets bought with frame and emblem on them."""

    FULL = "full"
    BLANK = "blank"


class Part(Enum):
    """What a bought sheet may already carry and is then left out."""

    HEADING = "heading"
    VERB = "verb"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Look:
    """How the sheet is printed. Offsets move all text right and down, in millimetres, to meet a bought sheet.

    `emblem_picture` is the station's own picture of the emblem (PNG or JPEG), shown instead of the drawing.
    `sample` writes "DỮ LIỆU MẪU" across the sheet.
    """

    mode: Mode = Mode.FULL
    offset_x: float = 0.0
    offset_y: float = 0.0
    with_frame: bool = True
    with_emblem: bool = True
    emblem_picture: bytes | None = None
    already_there: frozenset[Part] = frozenset()
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at before printing: a code, an English sentence with places, and the facts that fill them."""

    code: str
    message: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A finished sheet and what its maker should look at."""

    sheet: Sheet
    notices: tuple[Notice, ...]
