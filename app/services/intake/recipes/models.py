"""Model sites (sổ theo dõi mô hình): a row is a site. What it proposes, and a rating without a day, are notes and no more."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from app.core.i18n import N_
from app.core.text import nfc
from app.intake.decisions import read_decision
from app.intake.places import looks_like_hamlet
from app.intake.readings import Doubt
from app.intake.words import text_of
from app.intake.workbook import Value
from app.services.intake.desk import Desk, Key, exact
from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.places import put_hamlet

_LONGEST_NUMBER = 60
_LONGEST_NAME = 300
_QUOTES = " \"“”'‘’«»"
_LONG = N_("The number of the decision is longer than {most} characters.")
_FOUNDED = N_("Founded on: the day of the decision, as the sheet has no other")


class Sites(Recipe):
    """One row is one site; a kind of model that is not in the book is made with its first site.

    The number and day of the decision may stand in one cell. A site whose day of founding is not said was founded when it was
    decided on, and its notes say so.
    """

    def meet(self, sheet: Sheet, cells_of: Callable[[str], Sequence[Value]]) -> None:
        self.desk.meet_hamlets(Counter(text for text in map(text_of, cells_of("place")) if looks_like_hamlet(text)))

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"founded_on"}) if {"decision", "decided_on"} & sheet.headings.keys() else frozenset()

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        self._read_decision(draft)
        hamlet = values.get("hamlet")
        if values.get("place"):
            put_hamlet(self.desk, draft, str(values["place"]))
        elif isinstance(hamlet, Link):
            values["place"] = hamlet.name
        doubted = {target for target, _ in draft.doubts}
        if values.get("decided_on") and not values.get("founded_on") and "founded_on" not in doubted:
            values["founded_on"] = values["decided_on"]
            draft.note("", self.desk.say(_FOUNDED))

    def _read_decision(self, draft: Draft) -> None:
        values = draft.values
        said = str(values.get("decision") or "")
        if not said:
            return
        decision = read_decision(said, self.desk.today)
        day = decision.day.isoformat() if decision.day else None
        kept = values.get("decided_on") in (None, day) and (day is None or decision.day <= self.desk.today)  # type: ignore[operator]  # a day that is not None
        heading = draft.sheet.headings.get("decision", "")
        if day and not kept:
            draft.note(heading, said)
        elif decision.rest:
            draft.note(heading, decision.rest)
        if day and kept:
            values["decided_on"] = day
        values["decision"] = decision.number or None
        if len(decision.number) > _LONGEST_NUMBER:
            draft.doubt("decision", Doubt("text.too_long", _LONG, {"most": _LONGEST_NUMBER}))

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        if type_code != "model":
            return super().refer(draft, target, type_code, said)
        return models_of(self.desk, name_of_model(said))

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, model, place in self.desk.rows("model_site", ("model", "place")):
            yield (self.desk.link("model", model) if model else None, self.comparable(place)), row_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return None not in key and not doubted & {"model", "place"}


def models_of(desk: Desk, name: str) -> Link:
    """The kind of model of this name, in the book or made with the first row that needs it."""
    rows = desk.rows
    shelf = desk.shelf(
        "models",
        lambda: (
            ((exact(name_of_model(known)),), desk.link("model", row_id, known))
            for row_id, known in rows("model", ("name",))
            if known
        ),
    )
    return desk.made(shelf, (exact(name),), "model", name, {"name": name})


def name_of_model(said: str) -> str:
    """What a model is called, without "Mô hình" and quotation marks around it."""
    name = " ".join(nfc(said).split()).strip(" .,;:")
    if name.lower().startswith("mô hình "):
        rest = name[len("mô hình ") :].strip(_QUOTES)
        name = rest[:1].upper() + rest[1:] if rest else name
    return (name.strip(_QUOTES) or name)[:_LONGEST_NAME]
