"""Weapons and fireworks handed in: how many or how heavy, as sheets say both in one column or in several."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.core.i18n import N_
from app.intake.readings import Doubt
from app.intake.words import key_of
from app.services.intake.desk import Key, exact
from app.services.intake.drafts import Draft
from app.services.intake.recipe import Recipe

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*([^\W\d_][^\d]*)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_HEAVY = {"kg": 1000, "kilogam": 1000, "ki lo gam": 1000, "ky": 1000, "can": 1000, "g": 1, "gam": 1, "gr": 1, "gram": 1}
"""Grams of a measure of weight."""
_PIECES = frozenset(("", "khau", "chiec", "cai", "qua", "vien", "con", "cay", "bo", "thanh", "hop", "banh", "gian", "khau sung"))
_UNCLEAR = N_("How much was handed in is not clear from “{text}”. Write pieces as a number, or a weight in grams.")


class HandIns(Recipe):
    """One row is one hand-in. A weight in kilograms becomes grams; a number with a unit is as many pieces or as heavy."""

    used_up = frozenset({"quantity", "kilograms", "measure"})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._alike: Counter[tuple[int, Key]] = Counter()
        self._placed: dict[int, tuple[Draft, Key]] = {}

    def identity(self, draft: Draft) -> Key:
        """Who handed something in is not kept, so rows of one sheet that are alike are as many hand-ins: each has its turn.

        What is noted counts as well, though it is put into the record only later.
        """
        if id(draft) not in self._placed:
            said = draft.values.get("notes")
            notes = "\n".join((*((str(said),) if said else ()), *draft.notes))
            key = tuple(exact(notes) if t == "notes" else self.comparable(draft.values.get(t)) for t in self.shape.identity)
            self._alike[id(draft.sheet), key] += 1
            self._placed[id(draft)] = (draft, (*key, self._alike[id(draft.sheet), key]))
        return self._placed[id(draft)][1]

    def known(self) -> Iterable[tuple[Key, str]]:
        turns: Counter[Key] = Counter()
        noted = self.shape.identity.index("notes")
        for key, record_id in super().known():
            key = (*key[:noted], key[noted] or "", *key[noted + 1 :])
            turns[key] += 1
            yield (*key, turns[key]), record_id

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Two turns of the same words are two hand-ins."""
        return one[:-1] != other[:-1]

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        measure = str(values.get("measure") or "")
        for target, usual in (("quantity", measure), ("kilograms", "kg")):
            if text := str(values.get(target) or "").strip():
                self._measure(draft, target, text, usual)
        if not values.get("quantity") and measure:
            draft.note(draft.sheet.headings.get("measure", ""), measure)

    def _measure(self, draft: Draft, target: str, text: str, usual: str) -> None:
        found = _AMOUNT.fullmatch(text)
        amount = _number(found[1]) if found else None
        unit = (found[2] if found else "") or usual
        grams = _HEAVY.get(key_of(unit))
        whole = None if amount is None else amount * (grams or 1)
        if whole is None or whole != int(whole) or whole < 1:
            draft.doubt(
                "grams" if target == "kilograms" else "pieces", Doubt("quantity.unclear", _UNCLEAR, {"text": text}, acceptable=True)
            )
            draft.note(draft.sheet.headings.get(target, ""), text)
            return
        name = "grams" if grams else "pieces"
        if draft.values.get(name) is None:
            draft.values[name] = int(whole)
        elif draft.values[name] != int(whole):
            draft.note(draft.sheet.headings.get(target, ""), text)
        if not grams and key_of(unit) not in _PIECES:
            draft.note(draft.sheet.headings.get(target, ""), f"{text} {usual}".strip() if usual and unit == usual else text)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(".", "") if _THOUSANDS.fullmatch(text) else text.replace(",", "."))
