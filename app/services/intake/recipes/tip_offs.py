"""Tip-offs (sổ theo dõi nguồn tin). Who told is sealed in the same batch, or not kept: it is on no draft, note or doubt."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from app.core.i18n import N_
from app.core.kinds import Choice
from app.intake.alike import exact
from app.intake.cells import Reader, reader_for
from app.intake.readings import Doubt
from app.intake.words import key_of
from app.services.informants.identity import FIELDS, Identity
from app.services.informants.texts import APART
from app.services.informants.together import Sealing
from app.services.intake.desk import Key
from app.services.intake.drafts import Draft, Making, Notice
from app.services.intake.recipe import Recipe
from app.services.who_told import named_in, tells_who

WHO, WHERE, HOW, SOURCE = "informant", "informant_address", "informant_contact", "informant_source"
_ABOUT = (WHO, WHERE, HOW, SOURCE)
"""What a sheet says of who told: the name, where they live, how to reach them; a source, where no name stands beside it."""
_TEXTS = ("content", "place", "happened", "verification", "opinion", "notes")
_NOBODY = frozenset(
    (
        "",
        "khong",
        "khong ro",
        "an danh",
        "nac danh",
        "khong ten",
        "giau ten",
        "quan chung",
        "quan chung nhan dan",
        "qcnd",
        "nguoi dan",
    )
)
"""What such a column says where nobody is named."""
_DONE = ("da kiem tra", "da giai quyet", "da xu ly", "da lam ro", "da xac minh", "da nhac nho", "da hoa giai", "da xong")

_NUMBER = re.compile(r"\+?\d[\d .\-]{6,}\d")
_BETWEEN = re.compile(r"[,;\n()]| [-–] ")
_PLACE = re.compile(r"(?:bản|thôn|xóm|ấp|buôn|làng|khu|tổ|xã|phường|huyện|trú|ở|địa chỉ|hktt|nhà|số nhà)\b", re.IGNORECASE)
_CALLED = re.compile(r"(?:sđt|đt|điện thoại|tel|số máy|zalo)", re.IGNORECASE)

_NAMES = N_("The words of this row seem to tell who gave the information. Mend them, or take the row as it is.")
_SEALED = N_("Who told is sealed for the keepers of sealed identities: {rows} rows.")
_DROPPED = N_(
    "Who told is not kept: fewer than two officers are appointed to keep sealed identities ({rows} rows). "
    "Appoint them first if it is to be sealed."
)
_CHANNEL = N_("Where the sheet does not say how the information came, “{channel}” stands for it: {rows} rows.")


class TipOffs(Recipe):
    """One row is one tip-off. "Phân loại" is tried as its kind and its field; what was done with it may stand in the result."""

    used_up = frozenset({*_ABOUT, "sorting"})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._told: dict[int, tuple[Draft, Identity]] = {}
        self._rows: dict[str, int] = {}
        self._silent: dict[str, int] = {}

    @cached_property
    def _sealing(self) -> Sealing:
        return self.desk.kept("sealing", lambda: Sealing(self.desk.ctx))

    @cached_property
    def _read(self) -> dict[str, Reader]:
        return {name: self._reader(name) for name in ("kind", "matter", "outcome")}

    def _reader(self, name: str) -> Reader:
        kind, synonyms = self.declared.fields[name].kind, self.shape.synonyms.get(name, {})
        return reader_for(kind, (), today=self.desk.today, say=self.desk.say, synonyms=synonyms)

    def mould(self, draft: Draft) -> None:
        told = self._take_out(draft)
        super().mould(draft)
        values = draft.values
        doubted = {target for target, _ in draft.doubts}
        self._sort(draft, doubted)
        self._conclude(draft, doubted)
        if not values.get("channel") and "channel" not in doubted:
            self._silent[draft.sheet.name] = self._silent.get(draft.sheet.name, 0) + 1
        texts = {name: str(values.get(name) or "") for name in _TEXTS} | {
            "notes": "\n".join((*draft.notes, str(values.get("notes") or "")))
        }
        if any(tells_who(text) for text in texts.values()) or (told and named_in((told.name, told.contact), texts)):
            draft.doubt("content", Doubt("informant.named", _NAMES, acceptable=True))
        if told is not None:
            self._told[id(draft)] = (draft, told)

    def _take_out(self, draft: Draft) -> Identity | None:
        """Who told, off the draft: its columns, what was noted of them, and what was doubted in them."""
        said, where, how, source = (str(draft.values.pop(target, None) or "") for target in _ABOUT)
        headings = tuple(f"{heading}:" for target in _ABOUT if (heading := draft.sheet.headings.get(target)))
        draft.notes[:] = [note for note in draft.notes if not (headings and note.startswith(headings))]
        draft.doubts[:] = [(target, doubt) for target, doubt in draft.doubts if target not in _ABOUT]
        told = _parted(said or source, how, where)
        if key_of(told.name) in _NOBODY and not told.address and not told.contact:
            return None
        self._rows[draft.sheet.name] = self._rows.get(draft.sheet.name, 0) + 1
        return told

    def _sort(self, draft: Draft, doubted: set[str]) -> None:
        values = draft.values
        said = str(values.get("sorting") or "")
        used = not said
        for target in ("kind", "matter"):
            if values.get(target) or target in doubted or not said:
                continue
            reading = self._read[target](said)
            if reading.value is not None:
                values[target] = reading.value
                used = used or self._says_all(target, reading.value, said)
        if not used:
            draft.note(draft.sheet.headings.get("sorting", ""), said)
        if not values.get("matter") and "matter" not in doubted:
            values["matter"] = "other"

    def _says_all(self, target: str, code: str, said: str) -> bool:
        """Whether an option says as much as the words of the sheet did."""
        kind = self.declared.fields[target].kind
        return isinstance(kind, Choice) and exact(self.desk.say(kind.label(code))) == exact(said)

    def _conclude(self, draft: Draft, doubted: set[str]) -> None:
        """What came of it, where the words of the result leave no doubt: its state follows from that when it is recorded."""
        values = draft.values
        said = str(values.get("verification") or "")
        if not said or values.get("outcome") or values.get("state") or {"outcome", "state"} & doubted:
            return
        reading = self._read["outcome"](said)
        outcome = reading.value if not reading.note else None
        if outcome and (outcome not in ("investigation", "other_body") or values.get("passed_to")):
            values["outcome"] = outcome
        elif key_of(said).startswith(_DONE):
            values["state"] = "resolved"

    def write(self, making: Making, draft: Draft) -> None:
        values = {name: draft.values.get(name) for name in self.declared.fields}
        made = making.create(self.declared.code, values)
        told = self._told.get(id(draft))
        if told is not None and self._sealing.possible:
            self._sealing.seal(making.change, made, values, told[1])

    def warnings(self) -> Iterable[Notice]:
        for sheet, rows in self._rows.items():
            if self._sealing.possible:
                yield Notice("informant.sealed", sheet, _SEALED, {"rows": rows})
            else:
                yield Notice("informant.dropped", sheet, _DROPPED, {"rows": rows})
        channel = self.declared.fields["channel"]
        for sheet, rows in self._silent.items():
            if isinstance(channel.kind, Choice):
                label = self.desk.say(channel.kind.label(str(channel.default)))
                yield Notice("tip_off.channel", sheet, _CHANNEL, {"channel": label, "rows": rows})

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return None not in key and not doubted & {"received_at", "content"}


def _parted(who: str, how: str, where: str) -> Identity:
    """Names, numbers and places that stand in one cell, each in its own place: texts are compared with names and numbers."""
    numbers = [found.strip(" .-") for found in _NUMBER.findall(who)]
    pieces = [" ".join(piece.split()).strip(" .:()-–") for piece in _BETWEEN.split(_NUMBER.sub(";", who))]
    places = [piece for piece in pieces if _PLACE.match(piece)]
    names = [piece for piece in pieces if piece and piece not in places and not _CALLED.fullmatch(piece)]
    longest = {field: kind.max_length for field, kind, _ in FIELDS}
    return Identity(
        APART.join(names)[: longest["name"]],
        APART.join(filter(None, (" ".join(how.split()), *numbers)))[: longest["contact"]],
        ", ".join(filter(None, (*places, " ".join(where.split()))))[: longest["address"]],
    )
