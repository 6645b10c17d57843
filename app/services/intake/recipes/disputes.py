"""The register of mediation: its two columns of marks make one outcome. The parties stay words."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from app.core.i18n import N_
from app.core.text import nfc
from app.intake.readings import Doubt
from app.services.intake.desk import Key, bare
from app.services.intake.drafts import Draft, Notice
from app.services.intake.recipe import Recipe

_ENDED = ("mediated", "failed", "referred")
_MATTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("land", ("đất", "đất đai", "nương", "ruộng", "rẫy", "sổ đỏ")),
    ("family", ("vợ chồng", "ly hôn", "hôn nhân", "bạo lực gia đình", "mẹ chồng", "con dâu", "tảo hôn")),
    ("neighbours", ("hàng xóm", "láng giềng")),
    ("water", ("nguồn nước", "nước tưới", "mương", "lối đi", "đường đi")),
    ("debt", ("nợ", "vay", "trả nợ", "mượn tiền", "vay tiền", "tiền công")),
    ("cattle", ("trâu", "bò", "gia súc", "hoa màu", "vật nuôi", "thả rông")),
)
"""Words of a content that say clearly what a quarrel is about, with their marks; of two matters, or none, it is another one."""
_CLEAR = tuple((code, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")) for code, words in _MATTERS)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*((?:19|20)\d{2})(?!\d)")

_BOTH = N_("Both results are marked: mediated with success and without. Choose one.")
_SETTLED = N_("Where the sheet does not say when mediation ended, the day received stands for it: {rows} rows.")


class Disputes(Recipe):
    """One row is one dispute. Without a mark it is still being mediated; one that ended without a day ended when it came in."""

    used_up = frozenset({"mediated", "failed"})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._undated: dict[str, int] = {}

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        doubted = {target for target, _ in draft.doubts}
        self._read_marks(draft)
        if values.get("outcome") in _ENDED and not values.get("settled_on") and not {"settled_on", "received_on"} & doubted:
            self._date_end(draft)
        if not values.get("matter") and "matter" not in doubted:
            values["matter"] = matter_of(str(values.get("content") or ""))

    def _read_marks(self, draft: Draft) -> None:
        values = draft.values
        mediated, failed = (bool(values.get(name)) or self._says_something(draft, name) for name in ("mediated", "failed"))
        if mediated and failed:
            draft.doubt("outcome", Doubt("outcome.both", _BOTH))
        elif mediated or failed:
            values["outcome"] = "mediated" if mediated else "failed"

    def _says_something(self, draft: Draft, target: str) -> bool:
        """Words or a day where a mark is expected mark as well; they stand in the notes."""
        heading = draft.sheet.headings.get(target)
        return bool(heading) and draft.values.get(target) is None and any(note.startswith(f"{heading}: ") for note in draft.notes)

    def _date_end(self, draft: Draft) -> None:
        """The last day of the cells that say when it came in and how it ended, else the very day on which it came in."""
        values = draft.values
        received = values.get("received_on")
        if not received:
            return
        headings = tuple(f"{draft.sheet.headings.get(target, '')}: " for target in ("received_on", "mediated", "failed"))
        days = [day for note in draft.notes if note.startswith(headings) for day in _days(note)]
        later = [day for day in days if received <= day <= self.desk.today.isoformat()]
        if not later:
            self._undated[draft.sheet.name] = self._undated.get(draft.sheet.name, 0) + 1
        values["settled_on"] = max(later, default=received)

    def warnings(self) -> Iterable[Notice]:
        for sheet, rows in self._undated.items():
            yield Notice("dispute.settled", sheet, _SETTLED, {"rows": rows})

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return key[0] is not None and key[2] is not None and not doubted & {"received_on", "content"}

    def nearly(self, key: Key) -> Key:
        return key[0], *(bare(part or "") for part in key[1:])


def matter_of(content: str) -> str:
    """What a quarrel is about, when its words leave no doubt."""
    said = nfc(content).lower()
    found = [code for code, pattern in _CLEAR if pattern.search(said)]
    return found[0] if len(found) == 1 else "other"


def _days(text: str) -> Iterable[str]:
    for day, month, year in _DAY.findall(text):
        try:
            yield date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
