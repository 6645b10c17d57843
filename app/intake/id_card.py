"""What the QR code of a citizen's card says (CCCD gắn chip, Căn cước): read for the fields of a form, and nothing of it kept here.

Seven fields between `|`: number, old number, name, birth, sex, address, issued on. Some cards leave out the old number, newer ones
add up to four fields behind. Structure of the number by TT 59/2021/TT-BCA: three digits place, one century and sex, two year.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from app.core.errors import Problem, UserError
from app.core.i18n import N_
from app.core.kinds import Birth, BirthDate
from app.core.text import fold, nfc

MOST_FIELDS = 11
_LONGEST = 1000
_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_BIRTH = re.compile(r"([0-9]{2})/?([0-9]{2})/?([0-9]{4})")
_SEXES = {"nam": "male", "nu": "female", "male": "male", "female": "female"}
_STRAY = "\ufeff\u200b\u200e\u200f\u2060"
_MOJIBAKE = re.compile(r"Ã.|Ä.|Æ°|Æ¡|á[º»].")
_TELEX = re.compile(r"(?:aa|ee|oo|dd|aw|ow|uw)[a-z]*\b|[aeiouy][a-z]*[fxj]\b", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[0-9?\ufffd\[\]{}@#$%^*_=+<>\\]")


@dataclass(frozen=True, slots=True)
class IdCard:
    """What a card says. `sex` is "male", "female" or empty. `doubts` are problems that leave the reading possible."""

    number: str
    name: str
    birth: Birth | None
    sex: str
    address: str
    doubts: tuple[Problem, ...]


def read_card(text: str, today: date) -> IdCard:
    """The fields of a scanned text. Raises `UserError` "card.not_a_card" or "card.no_name"."""
    cleaned, repaired = _repair(nfc(text[:_LONGEST].strip(_STRAY + "\r\n\t \0")))
    fields = [" ".join(field.strip(_STRAY).split()) for field in cleaned.split("|")]
    if not _NUMBER.fullmatch(fields[0]) or not 4 <= len(fields) <= MOST_FIELDS:
        raise UserError(
            "card.not_a_card",
            N_(
                "This is not the code of an ID card. Scan the square code of the card, not the lines behind it; "
                "if letters come out wrong, switch UniKey to English (E) and scan again."
            ),
        )
    number, rest = fields[0], fields[1:]
    if not rest[0] or _OLD_NUMBER.fullmatch(rest[0]):
        rest = rest[1:]
    name, born, sex, address = (*rest, "", "", "", "")[:4]
    if not any(letter.isalpha() for letter in name):
        raise UserError("card.no_name", N_("No name could be read from this code. Type it from the card."))
    birth = _birth(born, today)
    card = IdCard(number, name, birth, _SEXES.get(fold(sex), ""), address, ())
    doubts = (*((_repaired(),) if repaired else ()), *_mangled(name, sex), *_disagreements(card, born))
    return IdCard(card.number, card.name, card.birth, card.sex, card.address, doubts)


def _repair(text: str) -> tuple[str, bool]:
    """UTF-8 that was read as Windows letters is put right where that gives whole letters; whether it was."""
    if not _MOJIBAKE.search(text):
        return text, False
    for encoding in ("cp1252", "latin-1"):
        try:
            return nfc(text.encode(encoding).decode("utf-8")), True
        except UnicodeError:
            continue
    return text, False


def _repaired() -> Problem:
    return Problem(
        "card.repaired", N_("The scanner sent letters in another code; they were put right. Compare the name with the card.")
    )


def _mangled(name: str, sex: str) -> list[Problem]:
    """A Vietnamese keyboard that is switched on turns the scanner's letters into others, or swallows them."""
    letters = all(letter in " '’-." or unicodedata.category(letter).startswith(("L", "M")) for letter in name)
    marked = fold(name) != name.lower()
    telex = not marked and bool(_TELEX.search(name))
    if letters and not telex and not _NOT_IN_NAMES.search(name) and not _MOJIBAKE.search(name) and (not sex or fold(sex) in _SEXES):
        return []
    return [
        Problem(
            "card.mangled",
            N_("The letters may have come out wrong: switch UniKey to English (E) and scan again, or compare it with the card."),
        )
    ]


def _birth(text: str, today: date) -> Birth | None:
    """The date as the card has it; the year alone where day and month are zeros."""
    found = _BIRTH.fullmatch(text)
    if found is None:
        return None
    try:
        value = BirthDate().parse("/".join(found.groups()), today)
    except Problem:
        return None
    return value if isinstance(value, Birth) else None


def _disagreements(card: IdCard, born: str) -> list[Problem]:
    found = []
    if card.birth is None:
        found.append(
            Problem("card.no_birth", N_("The card's date of birth “{text}” could not be read. Type it from the card."), text=born)
        )
    century_and_sex = int(card.number[3])
    year = 1900 + 100 * (century_and_sex // 2) + int(card.number[4:6])
    if card.birth is not None and card.birth.year != year:
        found.append(
            Problem(
                "card.year",
                N_("The number says born in {number_year}, the card says {year}. Check which card was scanned."),
                number_year=year,
                year=card.birth.year,
            )
        )
    if card.sex and (card.sex == "female") != bool(century_and_sex % 2):
        found.append(Problem("card.sex", N_("The number and the card do not say the same sex. Check which card was scanned.")))
    return found
