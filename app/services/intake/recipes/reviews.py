"""Reviews of model sites: the site is told by its place, by the kind of model, or by both."""

from functools import cached_property

from app.core.i18n import N_
from app.intake.readings import Doubt
from app.services.intake.desk import exact
from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.models import name_of_model

_SEVERAL = N_("Several model sites may be meant: {names}. Write the model and the place.")
_OFFERED = 8


class Reviews(Recipe):
    """One row is one review, of a site that stands in the book."""

    used_up = frozenset({"model"})

    @cached_property
    def _sites(self) -> list[tuple[str, str, str, Link]]:
        """(model, place, what people call it, link) of every site, names as they are compared."""
        models = {row_id: str(name or "") for row_id, name in self.desk.rows("model", ("name",))}
        found = []
        for row_id, model, place in self.desk.rows("model_site", ("model", "place")):
            called = f"{models.get(model, '')} · {place or ''}"
            link = self.desk.link("model_site", row_id, place or called)
            found.append((exact(name_of_model(models.get(model, ""))), exact(place or ""), called, link))
        return found

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"site"}) if "model" in sheet.headings else frozenset()

    def mould(self, draft: Draft) -> None:
        values = draft.values
        place, model = str(values.get("site") or ""), str(values.get("model") or "")
        sites = [
            site
            for site in self._sites
            if (not place or site[1] == exact(place)) and (not model or site[0] == exact(name_of_model(model)))
        ]
        if (place or model) and len(sites) == 1:
            values["site"] = sites[0][3]
        elif (place or model) and sites:
            names = tuple(site[2] for site in sites)
            draft.doubt("site", Doubt("reference.several", _SEVERAL, {"names": "; ".join(names[:_OFFERED])}, names[:_OFFERED]))
            values["site"] = None
        elif model:
            values["site"] = f"{model} · {place}" if place else model
        super().mould(draft)
