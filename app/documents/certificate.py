"""Giấy khen: the facts of one certificate, put into a layout.

Order and colours of the layouts that are shipped follow the state's award sheets: national heading, who gives it (red), "TẶNG"
(black), the form's name (red), the awarded, address, achievement; left below the decision and the register, right below place,
date, the signer's title, at least 35 mm for signature and seal, the signer's name. The words of the form are Vietnamese in every
language of the program.
"""

from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.core.text import long_date_vi
from app.documents.fit import one_paragraph
from app.documents.fonts import missing_letters
from app.documents.layouts.drawing import draw
from app.documents.layouts.look import LaidOut, Look, Mode, Notice, Part
from app.documents.layouts.model import Layout
from app.documents.layouts.reading import shipped

__all__ = ["CLASSIC", "Certificate", "LaidOut", "Look", "Mode", "Notice", "Part", "lay_out"]

CLASSIC = "classic-a4"
"""The shipped layout that is used where none is chosen."""


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

    @property
    def values(self) -> dict[str, str]:
        """The facts by the names of `app.documents.layouts.fields`."""
        return {
            "authority": self.authority,
            "name": self.name,
            "address": self.address,
            "achievement": self.achievement,
            "decision_number": self.decision_number,
            "day": long_date_vi(self.decided_on) if self.decided_on else "",
            "register_number": self.register_number,
            "place": self.place,
            "signer_title": self.signer_title,
            "signer": self.signer,
        }


def lay_out(certificate: Certificate, look: Look, layout: Layout | None = None, code: str = "") -> LaidOut:
    """The sheet of one certificate. Never raises for a text: what does not fit is cut, what cannot be drawn is told.

    `code` is what the square code says, where the layout has a place for one.
    """
    values = certificate.values
    sheet, notices = draw(layout or shipped(CLASSIC), values, look, code)
    missing = missing_letters(one_paragraph(" ".join(values.values())))
    if missing:
        message = N_("The type face of the certificate has no sign for: {letters}")
        notices = (*notices, Notice("certificate.letters", message, (("letters", " ".join(missing)),)))
    return LaidOut(sheet, notices)
