"""Who signs: households of the roster and establishments, found in the book or made with the first signature, so that no list has
to be typed again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.kinds import birth_year
from app.services.intake.desk import Desk, exact
from app.services.intake.drafts import Link

_KINDS = (
    ("school", ("trường", "mầm non", "mẫu giáo", "điểm trường")),
    ("clan", ("dòng họ", "dòng tộc", "gia tộc")),
    (
        "firm",
        (
            "công ty",
            "doanh nghiệp",
            "cửa hàng",
            "hợp tác xã",
            "htx",
            "quán",
            "nhà nghỉ",
            "đại lý",
            "cơ sở",
            "xưởng",
            "hiệu",
            "tạp hóa",
        ),
    ),
)
"""Words that say what kind of establishment a name is of; any other is an agency."""


HOME = ("head", "hamlet", "birth", "members", "address", "phone")
"""What is looked up of every household."""
HOUSE = ("name", "hamlet", "head", "address", "phone")


@dataclass(frozen=True, slots=True)
class Signer:
    """A household or establishment, and what is known of it by field."""

    link: Link
    facts: dict[str, Any]


class Roster:
    """The households and establishments of the book and those that rows bring, shared by every sheet of a look-over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows: dict[tuple[str, str], list[Sequence[Any]]] = {}
        """The households of the book as they are kept, by head and the id of their hamlet; few of many are asked for."""
        for row in desk.rows("household", HOME):
            self._rows.setdefault((exact(row[1] or ""), row[2] or ""), []).append(row)
        self._homes: dict[tuple[str, Link], list[Signer]] = {}
        self._houses: dict[str, list[Signer]] = {}
        for row_id, *values in desk.rows("establishment", HOUSE):
            facts = dict(zip(HOUSE, values, strict=True))
            facts["hamlet"] = desk.link("hamlet", facts["hamlet"]) if facts["hamlet"] else None
            self._houses.setdefault(exact(facts["name"] or ""), []).append(
                Signer(desk.link("establishment", row_id, facts["name"] or ""), facts)
            )

    def _homes_of(self, head: str, hamlet: Link) -> list[Signer]:
        key = (exact(head), hamlet)
        found = self._homes.get(key)
        if found is None:
            rows = self._rows.get((key[0], hamlet.id), ()) if hamlet.id else ()
            found = self._homes[key] = [self._kept(hamlet, *row) for row in rows]
        return found

    def _kept(self, hamlet: Link, row_id: str, head: str, _: str, *others: Any) -> Signer:
        facts = dict(zip(HOME, (head, hamlet, *others), strict=True))
        return Signer(self._desk.link("household", row_id, head), facts)

    def households(self, head: str, hamlet: Link, birth: str | None) -> list[Signer]:
        """The households of this head in a hamlet that may be meant: one when it is clear which, none when it is a new one."""
        found = self._homes_of(head, hamlet)
        year = birth_year(birth)
        if year is None or not found:
            return found
        same = [one for one in found if birth_year(one.facts["birth"]) == year]
        return same[:1] or [one for one in found if one.facts["birth"] is None]

    def new_household(self, facts: dict[str, Any]) -> Signer:
        """A household to be made with the signature of its head."""
        values = {name: value for name, value in facts.items() if value not in (None, "")}
        signer = Signer(Link("household", facts["head"], values=values), facts)
        self._homes_of(facts["head"], facts["hamlet"]).append(signer)
        return signer

    def establishment(self, name: str, hamlet: Link | None) -> Signer | None:
        """The establishment of this name in this hamlet; where one of both is not said, the only one of this name."""
        found = self._houses.get(exact(name), ())
        for one in found:
            known = one.facts.get("hamlet")
            if known is hamlet or (len(found) == 1 and None in (known, hamlet)):
                return one
        return None

    def new_establishment(self, facts: dict[str, Any]) -> Signer:
        """An establishment to be made with its signature."""
        values = {name: value for name, value in facts.items() if value not in (None, "")}
        made = Signer(Link("establishment", facts["name"], values={**values, "kind": kind_of(facts["name"])}), facts)
        self._houses.setdefault(exact(facts["name"]), []).append(made)
        return made


def roster_of(desk: Desk) -> Roster:
    """The one roster of a look-over."""
    return desk.kept("roster", lambda: Roster(desk))


def kind_of(name: str) -> str:
    """The kind of an establishment by the words of its name."""
    plain = f" {exact(name)} "
    return next((kind for kind, words in _KINDS if any(f" {word} " in plain for word in words)), "agency")


def beyond(given: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    """The names of facts that a row gives and that what is known of its signer does not hold; a year is held by a whole date."""
    for name, value in given.items():
        kept = known.get(name)
        if value not in (None, "") and value != kept and not (name == "birth" and str(kept).startswith(f"{value}-")):
            yield name
