"""Who was awarded (danh sách khen thưởng): the decision by its number and day, individuals and collectives told apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.text import short_date
from app.data.views import RecordView
from app.intake.bands import says
from app.intake.decisions import Decision, read_decision
from app.intake.named_unit import without_kind
from app.intake.readings import Doubt
from app.intake.words import text_of
from app.intake.workbook import Value
from app.services.context import Context
from app.services.intake.desk import Desk, Key, exact
from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.whose import lower_unit

SIGNER = "CHỦ TỊCH"
"""Who signs certificates of a commune, as papers title them: Vietnamese in every language."""
DEED = "Có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc"
"""What a decision is for when its awarded have achievements of their own; it stands on papers, so it is Vietnamese."""
_LONGEST_NUMBER = 40
_LONGEST_DEED = 500
_COLLECTIVES = (
    "tập thể", "tổ", "đội", "ban", "nhóm", "câu lạc bộ", "công an", "hội", "đoàn", "chi hội", "chi đoàn", "trường", "nhân dân",
    "cán bộ và nhân dân", "nhân dân và cán bộ", "ủy ban", "uỷ ban", "ubnd", "mttq", "ubmttq", "thôn", "bản", "cơ quan",
    "đơn vị", "công ty", "hợp tác xã", "khu dân cư",
)  # fmt: skip
"""First words of a name that is nobody's own."""

_NO_NUMBER = N_("Write the number and the day of the award decision, for example “12/QĐ-UBND ngày 5/3/2024”.")
_LONG = N_("The number of the decision is longer than {most} characters.")
_FUTURE = N_("{date} is still to come; today is {today}. Check the day and the year.")
_WHICH = N_("This may be a collective: the sheet does not say. Choose, or take the row as a collective.")


class Awards:
    """The decisions of the book and those that rows name, shared by every sheet of a look-over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unit = _unit(desk.ctx)
        self._known: dict[tuple[str, str, str], Link] = {}
        self._by_number: dict[tuple[str, str], list[Link]] = {}
        for row_id, number, decided_on, authority in desk.rows("award", ("number", "decided_on", "authority")):
            self._put(number or "", decided_on or "", authority or "", desk.link("award", row_id, number or ""))

    def of(self, number: str, day: str | None, deed: str, commune: str = "") -> Link | None:
        """The decision of this number and day; of the number alone when only one has it. `None` when that is not enough.

        One that is not in the book is made with its first awarded, as issued; what it is for is what all of them are awarded for.
        At a unit above `commune` tells whose it is: every commune has a decision 12/QĐ-UBND.
        """
        if not number:
            return None
        authority = _authority_of(commune) if commune else self._unit["authority"]
        whose = exact(authority) if commune else ""
        if day is None:
            numbered = self._by_number.get((exact(number), whose), [])
            return numbered[0] if len(numbered) == 1 else None
        found = self._known.get((exact(number), day, whose))
        if found is None:
            place = without_kind(commune) if commune else self._unit["place"]
            values = _values(number, day, deed, authority, place)
            found = self._put(number, day, authority, Link("award", number, values=values))
        elif not found.id and deed and exact(deed) != exact(found.values["deed"]):
            found.values = {**found.values, "deed": DEED}
        return found

    def _put(self, number: str, day: str, authority: str, link: Link) -> Link:
        """Known by its number and day, and by whose it is where that is asked for."""
        for whose in dict.fromkeys(("", exact(authority))):
            self._known.setdefault((exact(number), day, whose), link)
            self._by_number.setdefault((exact(number), whose), []).append(link)
        return link


def _values(number: str, day: str, deed: str, authority: str, place: str) -> dict[str, Any]:
    return {
        "number": number,
        "decided_on": day,
        "authority": authority,
        "place": place,
        "signer_title": SIGNER,
        "deed": deed if 0 < len(deed) <= _LONGEST_DEED else DEED,
        "state": "issued",
    }


def _authority_of(unit: str) -> str:
    return f"{SIGNER} ỦY BAN NHÂN DÂN {unit.upper()}"


class Awardees(Recipe):
    """One row is one of the awarded. What was decided years ago was issued: their figures count in reports of that year."""

    used_up = frozenset({"decision", "decided_on"})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._of_titles: dict[tuple[str, ...], Decision] = {}
        self._heard: dict[str, set[str]] = {}
        """By number: the days that rows of these sheets give it; many rows have the number alone."""

    def meet(self, sheet: Sheet, cells_of: Callable[[str], Sequence[Value]]) -> None:
        days = cells_of("decided_on")
        for place, cell in enumerate(cells_of("decision")):
            decision = read_decision(text_of(cell), self.desk.today)
            day = decision.day or (read_decision(text_of(days[place]), self.desk.today).day if place < len(days) else None)
            if decision.number and day:
                self._heard.setdefault(exact(decision.number), set()).add(day.isoformat())

    @cached_property
    def _awards(self) -> Awards:
        return self.desk.kept("awards", lambda: Awards(self.desk))

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        told = {"decision", "award"} & sheet.headings.keys() or self._titled(sheet).number
        return frozenset({"collective", *(("award",) if told else ())})

    def mould(self, draft: Draft) -> None:
        values = draft.values
        said = values.pop("award", None)
        super().mould(draft)
        self._tell_collective(draft)
        self._join(draft, str(values.get("decision") or said or ""))

    def _join(self, draft: Draft, said: str) -> None:
        values, doubted = draft.values, {target for target, _ in draft.doubts}
        if doubted & {"decision", "decided_on", "award"}:
            return
        decision = read_decision(said, self.desk.today)
        if not decision.number and decision.day is None:
            titled = self._titled(draft.sheet)
            decision = Decision(titled.number, titled.day, decision.rest)
        day = values.get("decided_on") or (decision.day.isoformat() if decision.day else None)
        if decision.day and day != decision.day.isoformat():
            draft.note(draft.sheet.headings.get("decision", ""), said)
        elif decision.rest:
            draft.note(draft.sheet.headings.get("decision", ""), decision.rest)
        if len(decision.number) > _LONGEST_NUMBER:
            draft.doubt("decision", Doubt("text.too_long", _LONG, {"most": _LONGEST_NUMBER}))
            return
        if day and day > self.desk.today.isoformat():
            facts = {"date": short_date(date.fromisoformat(day)), "today": short_date(self.desk.today)}
            draft.doubt("decided_on", Doubt("date.future", _FUTURE, facts))
            return
        if day is None and (heard := self._heard.get(exact(decision.number))):
            day = next(iter(heard)) if len(heard) == 1 else None
        deed, commune = str(values.get("achievement") or ""), lower_unit(self.desk, draft.sheet)
        values["award"] = self._awards.of(decision.number, day, deed, commune)
        if values["award"] is None:
            draft.doubt("decision", Doubt("decision.unknown", _NO_NUMBER))

    def _titled(self, sheet: Sheet) -> Decision:
        """The decision that a whole list belongs to: "(Kèm theo Quyết định số 12/QĐ-UBND ngày 5/3/2024)"."""
        found = self._of_titles.get(sheet.titles)
        if found is None:
            told = (_after_decision(title) for title in sheet.titles)
            read = (read_decision(text, self.desk.today) for text in told if text)
            found = next((one for one in read if one.number and one.day), Decision("", None))
            self._of_titles[sheet.titles] = found
        return found

    def _tell_collective(self, draft: Draft) -> None:
        """By its column, else by bands "I. TẬP THỂ", "II. CÁ NHÂN", else by a title that speaks of one kind only."""
        values = draft.values
        if values.get("collective") is not None or any(target == "collective" for target, _ in draft.doubts):
            return
        for texts in (*((band,) for band in reversed(draft.bands)), draft.sheet.titles, (draft.sheet.name,)):
            together, alone = (any(says(text, words) for text in texts) for words in ("tap the", "ca nhan"))
            if together != alone:
                values["collective"] = int(together)
                return
        name = f"{exact(str(values.get('name') or ''))} "
        values["collective"] = int(any(name.startswith(f"{words} ") for words in _COLLECTIVES))
        if values["collective"]:
            draft.doubt("collective", Doubt("award.collective", _WHICH, acceptable=True))

    def identity(self, draft: Draft) -> Key:
        return self.comparable(draft.values.get("name")), draft.values.get("award")

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, name, award in self.desk.rows("awardee", ("name", "award")):
            yield (self.comparable(name), self.desk.link("award", award) if award else None), row_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return None not in key and "name" not in doubted


def _after_decision(title: str) -> str:
    """What a title says from "Quyết định" on; empty when it speaks of none, or of another one."""
    if not says(title, "kem theo", "khen", "khen thuong"):
        return ""
    place = title.lower().find("quyết định")
    return title[place:] if place >= 0 and any(letter.isdigit() for letter in title[place:]) else ""


def _unit(ctx: Context) -> Mapping[str, str]:
    """What papers of this unit say of who awards, and where."""
    with ctx.store.reader() as reader:
        unit: RecordView | None = reader.get("unit", fixed_id("unit", ctx.store.unit))
    said = {name: str((unit.values.get(name) if unit else None) or "") for name in ("authority", "authority_body", "place", "name")}
    name = said["name"] or ctx.store.unit
    body = said["authority_body"]
    authority = f"{SIGNER} {body}" if body else _authority_of(name)
    return {"authority": said["authority"] or authority, "place": said["place"] or name}
