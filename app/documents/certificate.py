"""Giấy khen: one certificate as a sheet, A4 lying.

Order and colours follow the state's award sheets: national heading, who gives it (red), "TẶNG" (black), the
form's name (red), the awarded, address, achievement; left below the decision and the register, right below
place, date, the signer's title, at least 35 mm for signature and seal, the signer's name. The words of the
form are Vietnamese in every language of the program.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.core.i18n import N_
from app.core.text import long_date_vi
from app.documents.display import Anchor, Item, Line, Picture, Sheet, Text, Use, shifted
from app.documents.emblem import WIDTH as EMBLEM_WIDTH
from app.documents.emblem import emblem
from app.documents.fit import Fitted, Place, fit, one_paragraph
from app.documents.fonts import MM_PER_POINT, Face, missing_letters, text_width
from app.documents.frame import INSIDE, frame
from app.documents.sample import sample_mark
from app.documents.wording import AWARD_FORM, AWARD_VERB, MOTTO, STATE

WIDTH, HEIGHT = 297.0, 210.0
SIGNATURE_SPACE = 35.0
"""Least height in millimetres between the signer's title and name, for signature and seal."""

RED = "#C8102E"

_AXIS = WIDTH / 2
_LEFT = 32.0
_RIGHT_AXIS = 214.0
_TEXT_WIDTH = 216.0


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
class Certificate:
    """What is written on one Giấy khen. An empty number is printed as dots to write on by hand."""

    authority: str
    name: str
    address: str
    achievement: str
    decision_number: str
    decided_on: date | None
    register_number: str
    place: str
    signer_title: str
    signer: str


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


_AUTHORITY = Place(_TEXT_WIDTH, 20, 15, 2, 14, 9)
_PLACES = {
    "name": (Face.BOLD, Place(_TEXT_WIDTH, 26, 20, 2, 20, 13)),
    "address": (Face.REGULAR, Place(_TEXT_WIDTH, 15, 12, 2, 13, 10)),
    "achievement": (Face.REGULAR, Place(_TEXT_WIDTH - 16, 16, 14.5, 3, 15, 10)),
}
_FOOT_LEFT = Place(106.0, 13, 9)
_FOOT_RIGHT = Place(118.0, 14, 9)
_SIGNER_TITLE = Place(118.0, 14, 10, 2, 12, 8)
_SIGNER = Place(118.0, 14, 9)
_ON_BEHALF = re.compile(r"((?:KT|TM|TL|TUQ)\. .+?) ((?:PHÓ |CHỦ TỊCH|TRƯỞNG |GIÁM ĐỐC).*)")

_DATE_Y = 138.6
_SIGNER_Y = 186.6
_BODY_TOP, _BODY_BOTTOM = 97.0, 133.4


def lay_out(certificate: Certificate, look: Look) -> LaidOut:
    """The sheet of one certificate. Never raises for a text: what does not fit is cut, what cannot be drawn is told."""
    notices: list[Notice] = []
    ground: list[Item] = []
    if look.mode is Mode.FULL and look.with_frame:
        ground.append(Use(frame(WIDTH, HEIGHT)))
    if look.mode is Mode.FULL and look.with_emblem:
        ground.append(_emblem(look))
    if look.sample:
        ground.append(sample_mark(WIDTH, HEIGHT))
    offices = _offices(certificate.signer_title, notices)
    lift = sum(_leading(office) for office in offices[1:])
    words = [
        *_heading(certificate, look, notices),
        *_body(certificate, lift, notices),
        *_foot_left(certificate, notices),
        *_foot_right(certificate, offices, lift, notices),
    ]
    if look.mode is Mode.BLANK:
        words = [shifted(item, look.offset_x, look.offset_y) for item in words]
    _check_letters(certificate, notices)
    return LaidOut(Sheet(WIDTH, HEIGHT, (*ground, *words)), tuple(notices))


def _emblem(look: Look) -> Item:
    size, middle = 24.0, INSIDE + 12.6
    if look.emblem_picture is not None:
        return Picture(_AXIS - size / 2, middle - size / 2, size, size, look.emblem_picture)
    return Use(emblem(), _AXIS, middle + 0.6, size / EMBLEM_WIDTH)


def _heading(certificate: Certificate, look: Look, notices: list[Notice]) -> list[Item]:
    found: list[Item] = []
    if Part.HEADING not in look.already_there:
        rule = text_width(MOTTO, Face.BOLD, 14) / 2
        found += [
            _middle(STATE, 50.6, Face.BOLD, 14),
            _middle(MOTTO, 56.8, Face.BOLD, 14),
            Line(_AXIS - rule, 58.9, _AXIS + rule, 58.9, width=0.3),
        ]
    fitted = _fitted("authority", certificate.authority, Face.BOLD, _AUTHORITY, notices)
    found += _stack(fitted, Face.BOLD, _AXIS, 68.8 - 3.4 * (len(fitted.lines) - 1), colour=RED)
    if Part.VERB not in look.already_there:
        found.append(_middle(AWARD_VERB, 77.2, Face.BOLD, 16))
    if Part.FORM not in look.already_there:
        found.append(_middle(AWARD_FORM, 94.2, Face.BOLD, 43, colour=RED, spacing=0.9))
    return found


def _body(certificate: Certificate, lift: float, notices: list[Notice]) -> list[Item]:
    """Name, address and achievement, with equal air between them in the room between form name and foot.

    `lift` is how much higher the foot begins than with a title of one line.
    """
    bottom = _BODY_BOTTOM - lift
    texts = (
        ("name", certificate.name),
        ("address", certificate.address),
        ("achievement", certificate.achievement),
    )
    shrink = 1.0
    while True:
        blocks = [(what, _PLACES[what][0], fit(text, *_shrunk(what, shrink))) for what, text in texts]
        filled = [(face, fitted) for _what, face, fitted in blocks if fitted.lines]
        heights = [len(fitted.lines) * _leading(fitted) for _face, fitted in filled]
        if sum(heights) <= bottom - _BODY_TOP:
            break
        shrink *= 0.96
    for what, _face, fitted in blocks:
        _tell_cut(what, fitted, notices)
    spare = bottom - _BODY_TOP - sum(heights)
    air = max(0.0, min(4.0, spare / (len(filled) + 1)))
    at = _BODY_TOP + max(0.0, spare - air * (len(filled) - 1)) / 2
    found: list[Item] = []
    for (face, fitted), height in zip(filled, heights, strict=True):
        found += _stack(fitted, face, _AXIS, at + fitted.size * MM_PER_POINT * 0.9)
        at += height + air
    return found


def _shrunk(what: str, part: float) -> tuple[Face, Place]:
    face, place = _PLACES[what]
    sizes = (place.size, place.floor, place.wrapped_size, place.wrapped_floor)
    size, floor, wrapped_size, wrapped_floor = (value * part for value in sizes)
    return face, Place(place.width, size, floor, place.lines, wrapped_size, wrapped_floor)


def _foot_left(certificate: Certificate, notices: list[Notice]) -> list[Item]:
    number = one_paragraph(certificate.decision_number) or "…………"
    day = long_date_vi(certificate.decided_on) if certificate.decided_on else "ngày …… tháng …… năm ………"
    register = one_paragraph(certificate.register_number) or "…………"
    found: list[Item] = []
    for text, y in ((f"Quyết định số: {number} {day}", 173.4), (f"Vào sổ khen thưởng số: {register}", 179.8)):
        fitted = _fitted("decision", text, Face.REGULAR, _FOOT_LEFT, notices)
        found += [Text(_LEFT, y, line, Face.REGULAR, fitted.size) for line in fitted.lines]
    return found


def _offices(title: str, notices: list[Notice]) -> list[Fitted]:
    """The signer's title by lines: "KT. CHỦ TỊCH" stands above "PHÓ CHỦ TỊCH", as the decree on papers has it."""
    clean = one_paragraph(title)
    split = _ON_BEHALF.fullmatch(clean)
    if split is not None:
        return [_fitted("signer_title", line, Face.BOLD, _SIGNER, notices) for line in split.groups()]
    fitted = _fitted("signer_title", clean, Face.BOLD, _SIGNER_TITLE, notices)
    return [Fitted((line,), fitted.size) for line in fitted.lines]


def _foot_right(certificate: Certificate, offices: list[Fitted], lift: float, notices: list[Notice]) -> list[Item]:
    day = long_date_vi(certificate.decided_on) if certificate.decided_on else "ngày …… tháng …… năm ………"
    place = one_paragraph(certificate.place) or "…………"
    dated = _fitted("place", f"{place}, {day}", Face.ITALIC, _FOOT_RIGHT, notices)
    signer = _fitted("signer", certificate.signer, Face.BOLD, _SIGNER, notices)
    at = _DATE_Y - lift
    found = _stack(dated, Face.ITALIC, _RIGHT_AXIS, at)
    at += 6.2
    for number, office in enumerate(offices):
        at += _leading(office) if number else 0.0
        found += _stack(office, Face.BOLD, _RIGHT_AXIS, at)
    # From the title's descenders to the top of the marks over the name's capitals.
    above = offices[-1].size * MM_PER_POINT * 0.22 if offices else 0.0
    below = above + SIGNATURE_SPACE + signer.size * MM_PER_POINT * 0.92
    found += _stack(signer, Face.BOLD, _RIGHT_AXIS, max(at + below, _SIGNER_Y))
    return found


def _fitted(what: str, text: str, face: Face, place: Place, notices: list[Notice]) -> Fitted:
    fitted = fit(text, face, place)
    _tell_cut(what, fitted, notices)
    return fitted


def _tell_cut(what: str, fitted: Fitted, notices: list[Notice]) -> None:
    if not fitted.complete:
        notices.append(Notice("certificate.cut", _CUT[what], (("text", " ".join(fitted.lines)),)))


_CUT = {
    "authority": N_("The title of who gives the award is too long for the sheet and was cut: {text}"),
    "name": N_("The name is too long for the sheet and was cut: {text}"),
    "address": N_("The address is too long for the sheet and was cut: {text}"),
    "achievement": N_("The achievement is too long for the sheet and was cut: {text}"),
    "decision": N_("The line with the decision or register number is too long for the sheet and was cut: {text}"),
    "place": N_("The line with place and date is too long for the sheet and was cut: {text}"),
    "signer_title": N_("The signer's title is too long for the sheet and was cut: {text}"),
    "signer": N_("The signer's name is too long for the sheet and was cut: {text}"),
}


def _check_letters(certificate: Certificate, notices: list[Notice]) -> None:
    whole = " ".join(
        (
            certificate.authority,
            certificate.name,
            certificate.address,
            certificate.achievement,
            certificate.decision_number,
            certificate.register_number,
            certificate.place,
            certificate.signer_title,
            certificate.signer,
        )
    )
    missing = missing_letters(one_paragraph(whole))
    if missing:
        message = N_("The type face of the certificate has no sign for: {letters}")
        notices.append(Notice("certificate.letters", message, (("letters", " ".join(missing)),)))


def _leading(fitted: Fitted) -> float:
    return fitted.size * MM_PER_POINT * 1.2


def _middle(text: str, y: float, face: Face, size: float, *, colour: str = "#000000", spacing: float = 0.0) -> Text:
    return Text(_AXIS, y, text, face, size, colour, Anchor.MIDDLE, spacing)


def _stack(fitted: Fitted, face: Face, x: float, y: float, *, colour: str = "#000000") -> list[Item]:
    """Lines one under the other, middled on `x`, the first on baseline `y`."""
    return [
        Text(x, y + n * _leading(fitted), line, face, fitted.size, colour, Anchor.MIDDLE) for n, line in enumerate(fitted.lines)
    ]
