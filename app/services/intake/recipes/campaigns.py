"""Campaigns that signatures belong to: by what was signed and the year, found in the book or made with the first signature."""

import re
from collections.abc import Mapping
from typing import Any

from app.core.text import nfc
from app.services.intake.desk import Desk, exact
from app.services.intake.drafts import Link, Sheet

_LONGEST = 200
_SAID = re.compile(r"(?:đợt\s+)?(?:ký\s+)?(?:bản\s+)?cam\s+kết(?:\s+(?:về\s+việc|về|v/v))?\s*[:\-–]?\s*", re.IGNORECASE)
_OF_YEAR = re.compile(r"[\s,(–-]*(?:trong\s+)?(?:năm\s+)?(?:19|20)\d{2}\s*\)?$", re.IGNORECASE)
_ABOUT = re.compile(r"(?<!\w)(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?:của|tại|ở|giữa|với|cho|các|hộ|bản|thôn|xóm|ấp|buôn|làng|khu|tổ|xã|phường|thị trấn|đợt|dịp|tháng|quý|năm|ngày|trên"
    r"|thuộc)\b",
    re.IGNORECASE,
)
"""How words after "ký cam kết" begin that say who signed, where or when, and not what."""
_GOES_ON = re.compile(r"(?:về\s+việc|về|v/v|không|chấp\s+hành|thực\s+hiện|phòng|(?:bảo|đảm)\s+bảo|xây\s+dựng)\b", re.IGNORECASE)
_ABBREVIATIONS = frozenset(
    (
        *("ANTQ", "BVANTQ", "ANTT", "ANQG", "ANND", "TTXH", "TTCC", "ATXH", "TTATXH", "TNXH", "ATGT", "TTATGT", "CSGT", "CSKV"),
        *(
            "PCCC",
            "PCCCR",
            "CNCH",
            "PCCC&CNCH",
            "CCHT",
            "VKVLN",
            "VLN",
            "CAX",
            "CAP",
            "BLGĐ",
            "BVMT",
            "BVR",
            "QLBVR",
            "ATTP",
            "VSATTP",
        ),
        *("UBND", "HĐND", "MTTQ", "THCS", "THPT", "PTDTBT", "PTDTNT", "HTX", "HIV", "AIDS"),
    )
)
"""What stays in capitals where a title is not in them any more."""
_TOGETHER = {
    frozenset(("household",)): "household",
    frozenset(("person",)): "person",
    frozenset(("establishment",)): "establishment",
    frozenset(("household", "establishment")): "household_establishment",
}
"""Who signs a campaign, by the kinds of those who did; any other mixture is everybody."""


def titled(sheet: Sheet) -> str:
    """What was signed, by the words above a table: those after "ký cam kết"; empty when they say no more."""
    lines = [line.partition("(")[0].strip(" .,:;–-") for title in sheet.titles for line in nfc(title).splitlines()]
    for number, line in enumerate(lines):
        found = _SAID.search(line)
        if found is None:
            continue
        said = _what(line[found.end() :])
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not said and _GOES_ON.match(following):
            said = _what(following)
        if said:
            return _lowered(said) if said.isupper() else said[0].upper() + said[1:]
    return ""


def _lowered(said: str) -> str:
    """Words in capitals as they are written within a line; abbreviations stay: "Chấp hành pháp luật về PCCC"."""
    words = [word if _letters(word) in _ABBREVIATIONS else word.lower() for word in said.split()]
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalpha() or letter == "&")


def _what(words: str) -> str:
    """What is promised, of words that may say before it who promises: "giữa Công an xã với hộ gia đình về không đốt pháo"."""
    about = _ABOUT.search(words)
    if about and (about.start() == 0 or _WHOSE.match(words)):
        words = words[about.end() :]
    return "" if _WHOSE.match(words) else _without_year(words)


class Campaigns:
    """The campaigns of the book and those that rows begin, shared by every sheet of a look-over."""

    def __init__(self, desk: Desk) -> None:
        self._keys: dict[str, str] = {}
        self._by_year: dict[tuple[str, str], Link] = {}
        self._spans: dict[str, list[tuple[str, str, Link]]] = {}
        self._asked: dict[tuple[str, str, str], Link] = {}
        for row_id, name, starts_on, ends_on in desk.rows("campaign", ("name", "starts_on", "ends_on")):
            if name and starts_on:
                link = desk.link("campaign", row_id, name)
                self._by_year.setdefault((_key(name), starts_on[:4]), link)
                if ends_on:
                    self._spans.setdefault(_key(name), []).append((starts_on, ends_on, link))

    def of(self, said: str, signed_on: str, signer: str) -> Link:
        """The campaign of this text in which somebody signed on a day.

        One that goes over the turn of a year is found by its days. A made one begins with the first day that was signed.
        """
        asked = (said, signed_on, signer)
        found = self._asked.get(asked)
        if found is None:
            found = self._asked[asked] = self._find(said, signed_on, signer)
        return found

    def _find(self, said: str, signed_on: str, signer: str) -> Link:
        key = self._keys.get(said)
        if key is None:
            key = self._keys[said] = _key(_shortened(said))
        for starts_on, ends_on, link in self._spans.get(key, ()):
            if starts_on <= signed_on <= ends_on:
                return link
        found = self._by_year.get((key, signed_on[:4]))
        if found is None:
            found = self._by_year[key, signed_on[:4]] = _made(said, signed_on, signer)
        elif not found.id:
            found.values = _widened(found.values, signed_on, signer)
        return found


def _made(said: str, signed_on: str, signer: str) -> Link:
    whole = "\n".join(" ".join(line.split()) for line in said.splitlines() if line.strip())
    name = _shortened(said)
    values: dict[str, Any] = {"starts_on": signed_on, "signers": signer}
    if name.endswith("…"):
        values["text"] = whole
    return Link("campaign", name, values={"name": name, **values})


def _shortened(said: str) -> str:
    """What a campaign of a long text is called: its beginning, to the end of a word."""
    name = " ".join(said.split())
    return name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _widened(values: Mapping[str, Any], signed_on: str, signer: str) -> Mapping[str, Any]:
    asked = values["signers"]
    if asked == signer and values["starts_on"] <= signed_on:
        return values
    before = next((kinds for kinds, code in _TOGETHER.items() if code == asked), None)
    signers = _TOGETHER.get(before | {signer}, "everybody") if before else asked
    return {**values, "starts_on": min(values["starts_on"], signed_on), "signers": signers}


def _key(text: str) -> str:
    """The same for "Ký cam kết không đốt pháo năm 2024" and "Không đốt pháo": the year is told by the days."""
    plain = " ".join(nfc(text).split())
    begun = _SAID.match(plain)
    return exact(_without_year(plain[begun.end() :] if begun else plain) or plain)


def _without_year(text: str) -> str:
    return _OF_YEAR.sub("", " ".join(text.split()).strip(" .,;:–-")).strip(' .,;:()–-"“”')
