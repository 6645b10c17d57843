"""The yearly review of model sites (rà soát mô hình): every standing site with a rating and a proposal, recorded all at once.

A proposal to drop a site drops nothing: it is dropped by its own act, in its own record, on its own day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import FieldProblem, InvalidRecord, Problem
from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import AllOf, AnyOf, Between, IsEmpty, Not, OneOf
from app.data.reader import Reader
from app.data.undo import Undone
from app.data.views import RecordView
from app.services.context import Context
from app.services.models.ledger import MOST
from app.services.registers.book_lock import require_open
from app.services.registers.forms import read_texts
from app.services.registers.origin import own_records
from app.services.registers.wording import shown, titles_of


@dataclass(frozen=True, slots=True)
class SiteToReview:
    """A standing site in the review of a year. `rating` and `proposal` are codes, empty as long as it was not reviewed.

    `review` is the record of this year's review, `reviewed_on` its day as text; `before` says how the year before was rated and
    what was proposed then.
    """

    id: str
    model: str
    place: str
    hamlet: str
    before: str
    rating: str = ""
    proposal: str = ""
    review: str = ""
    reviewed_on: str = ""

    @property
    def where(self) -> str:
        """The place, with its hamlet where it does not name that itself."""
        return place_of(self.place, self.hamlet)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What saving did; `batch` names it for `undo_reviews`."""

    batch: str
    count: int


def sites_to_review(ctx: Context, year: int) -> tuple[SiteToReview, ...]:
    """This unit's sites that stood at the end of a year (today, in the year that goes on): those not reviewed first, by model."""
    last = min(date(year, 12, 31), ctx.clock.today()).isoformat()
    founded = AnyOf((IsEmpty("founded_on"), Between("founded_on", None, last)))
    with ctx.store.reader() as reader:
        standing = AllOf((own_records(ctx, reader), founded, Not(Between("dropped_on", None, last))))
        sites = reader.window("model_site", standing, order=("place", "asc"), limit=MOST)
        now = _newest(reader, [site.id for site in sites], f"{year:04}-01-01", f"{year:04}-12-31")
        then = _newest(reader, [site.id for site in sites], f"{year - 1:04}-01-01", f"{year - 1:04}-12-31")
        models = titles_of(ctx, reader, "model", [str(site.values["model"]) for site in sites])
        hamlets = titles_of(ctx, reader, "hamlet", [str(site.values["hamlet"]) for site in sites if site.values["hamlet"]])
    lines = [_line(ctx, site, models, hamlets, now.get(site.id), then.get(site.id)) for site in sites]
    return tuple(sorted(lines, key=lambda line: (bool(line.review), fold(line.model), fold(line.place))))


def review_all(ctx: Context, year: int, day: str, lines: Sequence[SiteToReview]) -> Reviewed:
    """Record these ratings and proposals as the year's reviews, of the day typed in `day`; a line with a review changes that one.

    Lines without a rating are passed over. Raises `InvalidRecord` for a day that cannot be read or lies in another year,
    `UserError` "book.closed" for a closed book.
    """
    reviewed_on = _day(ctx, year, day)
    require_open(ctx, "model_review", reviewed_on)
    wanted = [line for line in lines if line.rating]
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "review", batch=batch) as change:
        for line in wanted:
            values = {"rating": line.rating, "proposal": line.proposal or None}
            if line.review:
                change.update("model_review", line.review, values)
            else:
                named = {name: value for name, value in values.items() if value is not None}
                change.create("model_review", {"site": line.id, "reviewed_on": reviewed_on, **named})
    return Reviewed(batch, len(wanted))


def undo_reviews(ctx: Context, batch: str) -> Undone:
    """Take back what `review_all` recorded."""
    return ctx.store.undo_batch(ctx.user.id, batch)


def rated(line: SiteToReview, rating: str, proposal: str = "") -> SiteToReview:
    """The line with a rating; without a proposal the usual one: what is ineffective is to be dropped, the rest kept up."""
    return replace(line, rating=rating, proposal=proposal or ("drop" if rating == "ineffective" else "keep"))


def place_of(place: str, hamlet: str) -> str:
    """A place and its hamlet in one line, the hamlet only where the place does not name it."""
    return place if not hamlet or fold(hamlet) in fold(place) else f"{place}, {hamlet}"


def _newest(reader: Reader, sites: Sequence[str], since: str, until: str) -> dict[str, RecordView]:
    """The newest review of each site between two days; of two on one day the one recorded later."""
    where = AllOf((OneOf("site", tuple(sites)), Between("reviewed_on", since, until)))
    found = reader.window("model_review", where, order=("reviewed_on", "asc"), limit=MOST) if sites else []
    return {str(view.values["site"]): view for view in sorted(found, key=lambda view: (str(view.values["reviewed_on"]), view.id))}


def _line(
    ctx: Context,
    site: RecordView,
    models: dict[str, str],
    hamlets: dict[str, str],
    now: RecordView | None,
    then: RecordView | None,
) -> SiteToReview:
    fields = ctx.store.registry.get("model_review").fields
    said = [shown(ctx, fields[name].kind, then.values[name]) for name in ("rating", "proposal")] if then else []
    return SiteToReview(
        id=site.id,
        model=models.get(str(site.values["model"]), ""),
        place=str(site.values["place"] or ""),
        hamlet=hamlets.get(str(site.values["hamlet"]), ""),
        before=", ".join(part for part in said if part),
        rating=str(now.values["rating"] or "") if now else "",
        proposal=str(now.values["proposal"] or "") if now else "",
        review=now.id if now else "",
        reviewed_on=shown(ctx, fields["reviewed_on"].kind, now.values["reviewed_on"]) if now else "",
    )


def _day(ctx: Context, year: int, typed: str) -> str:
    values, problems = read_texts(ctx, ctx.store.registry.get("model_review"), {"reviewed_on": typed})
    if not problems and not values["reviewed_on"]:
        problems = [FieldProblem("reviewed_on", Problem("field.required", N_("Write on which day the sites were reviewed.")))]
    if not problems and not str(values["reviewed_on"]).startswith(f"{year:04}-"):
        problem = Problem("review.other_year", N_("This is the review of {year}. Write a day of that year."), year=str(year))
        problems = [FieldProblem("reviewed_on", problem)]
    if problems:
        raise InvalidRecord("record.invalid", N_("The day of the review is to be mended."), problems)
    return str(values["reviewed_on"])
