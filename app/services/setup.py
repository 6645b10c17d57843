"""What is asked once, when a station's book is begun."""

from dataclasses import dataclass
from pathlib import Path

from app.core.text import fold


@dataclass(frozen=True, slots=True)
class HamletSetup:
    """A hamlet and how many households live there, where that is known."""

    name: str
    households: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSetup:
    """The unit, how its papers name it, its hamlets and its first officer, who becomes the commander.

    `kind` is "station", or "parent" for the unit above. `parent_file` is the file the unit above hands out (`init` wrote it
    there); without it the station is enrolled later. `authority` is who signs awards: by law the chairman of the People's
    Committee (Luật Thi đua, khen thưởng), never the police.
    """

    code: str
    name: str
    kind: str = "station"
    place: str = ""
    parent_name: str = ""
    police_body: str = ""
    authority_body: str = ""
    authority: str = ""
    signer_title: str = ""
    signer: str = ""
    phone: str = ""
    parent_file: Path | None = None
    hamlets: tuple[HamletSetup, ...] = ()
    officer_name: str
    officer_rank: str = ""
    officer_position: str = ""
    login: str
    password: str


@dataclass(frozen=True, slots=True)
class PaperWording:
    """How papers would usually name a unit; offered, never imposed."""

    place: str
    police_body: str
    authority_body: str
    authority: str
    signer_title: str


def suggested_code(name: str) -> str:
    """A unit code from a unit's name: "Xã Túc Đán" gives "TUCDAN"."""
    words = fold(name).split()
    if len(words) > 1 and words[0] in _LEVELS:
        words = words[1:]
    return "".join(letter for letter in "".join(words) if letter.isascii() and letter.isalnum()).upper()[:20]


def is_code(text: str) -> bool:
    """Whether a unit can be called so: two to twenty capital letters or digits without marks; file names begin with it."""
    return 2 <= len(text) <= 20 and text.isascii() and text.isalnum() and text == text.upper()


def suggested_wording(name: str) -> PaperWording:
    """Papers of a unit by its name: "Xã Túc Đán" gives "CÔNG AN XÃ TÚC ĐÁN", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"."""
    capitals = name.upper()
    words = name.split()
    level = words[0].upper() if len(words) > 1 and fold(words[0]) in _LEVELS else ""
    place = " ".join(words[1:]) if level else name
    return PaperWording(
        place=place,
        police_body=f"CÔNG AN {capitals}",
        authority_body=f"ỦY BAN NHÂN DÂN {capitals}",
        authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {capitals}",
        signer_title=f"TRƯỞNG CÔNG AN {level}".strip(),
    )


def signed_by_police(authority: str) -> bool:
    """Whether the authority named is the police, who propose awards but do not sign them."""
    return "cong an" in fold(authority)


_LEVELS = frozenset({"xa", "phuong", "huyen", "tinh", "quan"})
"""First words of unit names, folded, that are no part of the place's own name."""
