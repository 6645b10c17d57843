"""The register of awards (sổ khen thưởng): one line for each of the awarded of issued decisions, with what became of the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.text import fold, short_date
from app.data.conditions import AllOf, Between, Condition, Equals, OneOf
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.awards.decisions import text_of
from app.services.awards.register import by_register
from app.services.awards.sheets import Standing, certified, sheets_of
from app.services.context import Context
from app.services.registers import ListState
from app.services.registers.listing import condition_of
from app.services.registers.origin import own_records

FORM = "Giấy khen"
_LEVELS = ((" xa ", "Xã"), (" phuong ", "Phường"), (" thi tran ", "Thị trấn"), (" huyen ", "Huyện"), (" tinh ", "Tỉnh"))
_REPRINTED, _SPOILED, _RECALLED = "in lại", "hỏng", "thu hồi"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register. `level` is of whom the authority is the chairman: "Xã", "Huyện"; empty where it does not say so.

    `notes` are the words of the last column ("hỏng 000001, in lại"), Vietnamese in every language as the book is.
    """

    awardee: str
    award: str
    register_no: str
    number: str
    decided_on: date | None
    signer: str
    name: str
    collective: bool
    address: str
    achievement: str
    level: str
    amount: int | None
    serial: str
    standing: Standing
    handed_on: date | None
    received_by: str
    notes: str


@dataclass(frozen=True, slots=True)
class AwardBook:
    """The entries by decision and register number; `drafts` counts decisions that are not issued and so stand in no book."""

    entries: tuple[Entry, ...]
    drafts: int

    @property
    def years(self) -> str:
        """ "2022", or "2021–2022"; empty for an empty book."""
        found = sorted({entry.decided_on.year for entry in self.entries if entry.decided_on})
        return "–".join(str(year) for year in dict.fromkeys((found[0], found[-1]))) if found else ""


def list_of(ctx: Context, year: int) -> ListState:
    """The decisions of a year as a list: what `read` and the printed book are of."""
    with ctx.store.reader() as reader:
        where = AllOf((own_records(ctx, reader), Between("decided_on", f"{year:04}-01-01", f"{year:04}-12-31")))
    return ListState("award", order=("decided_on", "asc"), where=where)


def read(ctx: Context, state: ListState) -> AwardBook:
    """The register of the decisions of a list."""
    with ctx.store.reader() as reader:
        where = condition_of(state)
        issued = _listed(reader, AllOf((where, Equals("state", "issued"))), state.search)
        drafts = reader.count("award", AllOf((where, Equals("state", "draft"))), search=state.search)
        named = _awarded(reader, [award.id for award in issued])
        sheets = sheets_of(reader, [record.id for records in named.values() for record in records])
    entries = [
        _entry(award, record, sheets.get(record.id, []))
        for award in issued
        for record in sorted(named.get(award.id, []), key=by_register)
    ]
    return AwardBook(tuple(entries), drafts)


def _listed(reader: Reader, where: Condition, search: str) -> list[RecordView]:
    order = ("decided_on", "asc")
    anchors = reader.anchors("award", where, order=order, search=search)
    return [record for anchor in anchors for record in reader.window("award", where, order=order, search=search, start=anchor)]


def _awarded(reader: Reader, awards: Sequence[str]) -> dict[str, list[RecordView]]:
    where, order = OneOf("award", tuple(awards)), ("name", "asc")
    found: dict[str, list[RecordView]] = {}
    for anchor in reader.anchors("awardee", where, order=order):
        for record in reader.window("awardee", where, order=order, start=anchor):
            found.setdefault(str(record.values["award"]), []).append(record)
    return found


def _entry(award: RecordView, awardee: RecordView, sheets: Sequence[RecordView]) -> Entry:
    good = [sheet for sheet in sheets if sheet.values["state"] != Standing.SPOILED.value]
    last = good[-1] if good else None
    amount = awardee.values["amount"]
    return Entry(
        awardee.id,
        award.id,
        text_of(awardee, "register_no"),
        text_of(award, "number"),
        _day(award, "decided_on"),
        text_of(award, "signer"),
        text_of(awardee, "name"),
        bool(awardee.values["collective"]),
        text_of(awardee, "address"),
        text_of(awardee, "achievement") or text_of(award, "deed"),
        _level(text_of(award, "authority")),
        None if amount is None else int(amount),
        text_of(last, "serial") if last else "",
        certified(sheets).standing,
        _day(last, "handed_on") if last else None,
        text_of(last, "received_by") if last else "",
        _notes(sheets),
    )


def _notes(sheets: Sequence[RecordView]) -> str:
    said = []
    for place, sheet in enumerate(sheets):
        words = [_REPRINTED] if place else []
        serial = text_of(sheet, "serial")
        if sheet.values["state"] == Standing.SPOILED.value:
            words.append(f"{_SPOILED} {serial}".strip())
        elif sheet.values["state"] == Standing.RECALLED.value:
            day = _day(sheet, "recalled_on")
            words.append(" ".join(filter(None, (_RECALLED, serial, f"ngày {short_date(day)}" if day else ""))))
        said += words
    return "; ".join(said)


def _level(authority: str) -> str:
    folded = f" {fold(authority)} "
    return next((level for word, level in _LEVELS if word in folded), "")


def _day(record: RecordView, field: str) -> date | None:
    said = text_of(record, field)
    return date.fromisoformat(said) if said else None
