"""Signatures under a commitment (danh sách ký cam kết): the campaign, who signed, and the roster that grows by them.

That somebody did not sign is recorded nowhere: a row that does not look signed is shown to the officer and left at that.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from app.core.i18n import N_
from app.core.kinds import BirthDate, birth_year
from app.intake.bands import says
from app.intake.readings import Doubt
from app.intake.words import key_of, text_of
from app.intake.workbook import Value
from app.records.commitments import SIGNED
from app.services.intake.desk import Key, bare, exact
from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.campaigns import Campaigns, titled
from app.services.intake.recipes.signers import HOME, Roster, beyond, roster_of

_BORN = "Năm sinh"
"""Before a birth date in the notes of a signature whose signer is on no roster: words of the sheet, in every language."""
_BORN_NOTE = re.compile(rf"^{_BORN}: .*?((?:19|20)\d{{2}})\s*$", re.MULTILINE)
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("household", ("chu ho", "ho gia dinh", "dai dien ho", "hgd")),
    (
        "establishment",
        ("co so", "co quan", "truong hoc", "dong ho", "doanh nghiep", "don vi", "cua hang", "cong ty", "hop tac xa", "nha nghi"),
    ),
    ("person", ("ca nhan", "lai xe", "chu phuong tien", "nguoi dan", "cong dan", "doan vien", "hoi vien")),
)
"""Who signs, by words in the heading of the name; without any, by words of the title."""
_PUPILS = ("hoc sinh", "sinh vien")
_NOT_SIGNED = re.compile(r"\b(?:chua|khong)(?: \w+)? ky\b")
_NO_MARK = frozenset({"", "chua", "khong", "vang", "0"})
_PLAIN_MARKS = frozenset({"", "x", "v", "1", "co", "ky", "da ky", "da ky ten", "roi"})
"""What says no more than that it was signed; other words ("Điểm chỉ") are kept."""
_OF_SIGNERS = ("birth", "members", "address", "phone")
"""What such a list says of who signed, and the roster keeps."""
_UNKNOWN = (None, None)
_BLANK = dict.fromkeys(_OF_SIGNERS)

_UNSIGNED = N_("Other rows have a mark under “{column}” and this one has none. Take it only if it was signed.")
_SAYS_UNSIGNED = N_("The row says that it was not signed. Only what was signed is recorded: leave it out unless it was.")
_SEVERAL = N_("The roster has several households of this name. Write the year of birth, or take the row without its household.")
_OF_PUPILS = N_(
    "Pupils are counted, never listed. Record the school as the one that signed, with the number of pupils who take part."
)


class Commitments(Recipe):
    """One row is one signature; its campaign, household or establishment are made with it when the book has none."""

    used_up = frozenset({"birth", "birth_male", "birth_female", "members", "signature", "address", "phone", "head"})

    def meet(self, sheet: Sheet, cells_of: Callable[[str], Sequence[Value]]) -> None:
        self._some_signed[sheet.name] = any(_is_signed(text_of(cell)) for cell in cells_of("signature"))

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._some_signed: dict[str, bool] = {}
        self._by_sheet: dict[int, tuple[Sheet, str, str, bool]] = {}
        self._years: dict[int, tuple[Draft, int | None]] = {}

    @cached_property
    def _campaigns(self) -> Campaigns:
        return self.desk.kept("campaigns", lambda: Campaigns(self.desk))

    @cached_property
    def _roster(self) -> Roster:
        return roster_of(self.desk)

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"campaign"}) if titled(sheet) else frozenset()

    def mould(self, draft: Draft) -> None:
        values = draft.values
        campaign = values.pop("campaign", None)
        values.pop("household", None)
        values.pop("establishment", None)
        super().mould(draft)
        _, of_campaign, of_signer, pupils = self._of(draft.sheet)
        values["state"] = SIGNED
        signer = values.setdefault("signer_kind", of_signer)
        if pupils:
            draft.doubt("name", Doubt("commitment.pupils", _OF_PUPILS))
            return
        self._look_at_signature(draft)
        said, signed_on = str(campaign or of_campaign), values.get("signed_on")
        if said and signed_on:
            values["campaign"] = self._campaigns.of(said, signed_on, signer)
        elif said:
            # Without its day nobody can tell of which year's campaign it is; what is missing is the day.
            values["campaign"] = Link("campaign", said)
        values["birth"] = values.get("birth") or values.get("birth_male") or values.get("birth_female")
        if not values["birth"]:
            # The roster may know when the signer was born, and so which signature it is.
            self._join(draft)

    def settle(self, draft: Draft) -> None:
        if draft.values.get("birth") and not self._of(draft.sheet)[3]:
            self._join(draft)

    def _of(self, sheet: Sheet) -> tuple[Sheet, str, str, bool]:
        """What all rows of a sheet share: the campaign of its title, the kind of signer, whether it lists pupils."""
        found = self._by_sheet.get(id(sheet))
        if found is None:
            heading = sheet.headings.get("name", "")
            titles = " ".join(title for title in sheet.titles if says(title, "cam ket", "danh sach"))
            of_heading = "establishment" if says(heading, "truong") else _kind_in(heading)
            pupils = says(heading, *_PUPILS) or (not of_heading and says(titles, *(f"danh sach {word}" for word in _PUPILS)))
            found = self._by_sheet[id(sheet)] = sheet, titled(sheet), of_heading or _kind_in(titles) or "household", pupils
        return found

    def _look_at_signature(self, draft: Draft) -> None:
        mark = str(draft.values.pop("signature", None) or "")
        note = draft.values.get("notes")
        if _unsigned(mark) or (note and _unsigned(str(note))) or (draft.notes and any(map(_unsigned, draft.notes))):
            draft.doubt("signature", Doubt("commitment.unsigned", _SAYS_UNSIGNED, acceptable=True))
        elif not _is_signed(mark) and self._some_signed.get(draft.sheet.name):
            heading = draft.sheet.headings.get("signature", "")
            draft.doubt("signature", Doubt("commitment.unsigned", _UNSIGNED, {"column": heading}, acceptable=True))
        elif not _is_plain(mark):
            draft.note(draft.sheet.headings.get("signature", ""), mark)

    def _join(self, draft: Draft) -> None:
        """Tie the signature to its household or establishment; what the roster does not hold goes into the notes."""
        values = draft.values
        signer = values["signer_kind"]
        name, hamlet = values.get("name"), values.get("hamlet")
        given = {field: values[field] for field in _OF_SIGNERS if field in values}
        known: Mapping[str, Any] = {}
        if name and signer == "household" and isinstance(hamlet, Link):
            found = self._roster.households(name, hamlet, given["birth"])
            if len(found) > 1:
                draft.doubt("name", Doubt("household.several", _SEVERAL, acceptable=True))
            else:
                one = found[0] if found else self._roster.new_household({"head": name, "hamlet": hamlet, **_BLANK, **given})
                values["household"], known = one.link, one.facts
                if one.link.id and not given["birth"]:
                    # The roster knows which household it is, so a list without births is known again when it comes again.
                    self._years[id(draft)] = draft, birth_year(known["birth"])
        elif name and signer == "establishment":
            facts = {"name": name, "hamlet": hamlet, "pupils": values.get("pupils"), "head": values.get("head")}
            facts |= {field: given.get(field) for field in ("address", "phone")}
            one = self._roster.establishment(name, hamlet) or self._roster.new_establishment(facts)
            values["establishment"], known = one.link, one.facts
        if values.get("head"):
            given["head"] = values["head"]
        for field in beyond(given, known):
            self._note(draft, field, given[field])

    def _note(self, draft: Draft, field: str, value: Any) -> None:
        column = self.shape.column(field)
        heading = draft.sheet.headings.get(field) or (self.desk.say(column.label) if column else field)
        if field == "birth":
            draft.note(_BORN, BirthDate().format(BirthDate().load(value), self.desk.say))
        else:
            draft.note(heading, str(value))

    def identity(self, draft: Draft) -> Key:
        values = draft.values
        birth = values.get("birth")
        year = birth_year(birth) if birth else self._years.get(id(draft), _UNKNOWN)[1]
        return self._key(values.get("name"), year, values.get("hamlet"), values.get("campaign"))

    def known(self) -> Iterable[tuple[Key, str]]:
        births = {row[0]: row[3] for row in self.desk.rows("household", HOME) if row[3]}
        links: dict[tuple[str, str | None], Link | None] = {}

        def at(type_code: str, record_id: str | None) -> Link | None:
            key = type_code, record_id
            if key not in links:
                links[key] = self.desk.link(type_code, record_id) if record_id else None
            return links[key]

        fields = ("name", "household", "hamlet", "campaign", "notes")
        for row_id, name, household, hamlet, campaign, notes in self.desk.rows("commitment", fields):
            year = birth_year(births.get(household))
            if year is None and notes and (noted := _BORN_NOTE.search(notes)):
                year = int(noted[1])
            yield self._key(name, year, at("hamlet", hamlet), at("campaign", campaign)), row_id

    def _key(self, name: Any, year: int | None, hamlet: Any, campaign: Any) -> Key:
        return exact(name) if name else None, year, hamlet, campaign

    def tells(self, key: Key, doubted: set[str]) -> bool:
        """A signature is told by its name and campaign; many lists have no birth dates."""
        return key[0] is not None and key[3] is not None and not doubted & {"name", "birth", "hamlet", "campaign", "signed_on"}

    def nearly(self, key: Key) -> Key:
        return bare(key[0] or ""), key[2], key[3]

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Two of one name, or of names that differ by a mark, born in different years are two."""
        return one[1] is None or other[1] is None or one[1] == other[1]


@lru_cache(maxsize=4096)
def _unsigned(text: str) -> bool:
    return bool(_NOT_SIGNED.search(key_of(text)))


@lru_cache(maxsize=4096)
def _is_plain(mark: str) -> bool:
    return key_of(mark) in _PLAIN_MARKS


@lru_cache(maxsize=4096)
def _is_signed(mark: str) -> bool:
    key = key_of(mark) or mark.strip("-–_. ")
    return key not in _NO_MARK and not _NOT_SIGNED.search(key)


def _kind_in(text: str) -> str:
    return next((kind for kind, words in _KINDS if says(text, *words)), "")
