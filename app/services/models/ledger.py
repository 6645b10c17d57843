"""The ledger of prevention models: for every year what it opened with, what came and went and why, and what it closed with.

It is counted from the sites and from corrections each time it is read, so that it adds up whatever is mended, deleted or restored
later. Sites that stand but were rated ineffective at their newest review stay in the closing number and are told beside it:
closing less ineffective is the figure of the reports (`model_sites`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.text import fold
from app.data.conditions import AllOf, AnyOf, Between, Count, IsEmpty, Not
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.models.movements import Correction, Movement, SiteSpan, movements
from app.services.registers.wording import titles_of
from app.statistics.sources import INEFFECTIVE

MOST = 20_000
"""Sites that are read at once; a whole province has fewer."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its label (msgid) and the attribute of a `Line` that stands in it."""

    label: str
    name: str


COLUMNS = (
    Column(N_("Opening"), "opening"),
    Column(N_("Built"), "built"),
    Column(N_("Multiplied"), "multiplied"),
    Column(N_("Taken over"), "taken_over"),
    Column(N_("Dropped"), "dropped"),
    Column(N_("Adjusted"), "adjusted"),
    Column(N_("Closing"), "closing"),
    Column(N_("of whom ineffective"), "ineffective"),
    Column(N_("Kept up effectively"), "effective"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a year, models of one name (`key` is the id of one of them) or the sum (empty `key`).

    `ineffective` are those of the closing number that were last rated so.
    """

    key: str
    label: str
    movement: Movement
    ineffective: int

    @property
    def figures(self) -> dict[str, int]:
        """Every figure by the name of its column."""
        moved = self.movement
        own = {field.name: int(getattr(moved, field.name)) for field in fields(moved)}
        return {
            **own,
            "closing": moved.closing,
            "ineffective": self.ineffective,
            "effective": moved.closing - self.ineffective,
        }


@dataclass(frozen=True, slots=True)
class Why:
    """Something that needs a reason: a site dropped (`change` -1) or a correction, and the record that says so.

    `what` is the place, and above the stations also whose it is.
    """

    day: date
    model: str
    what: str
    change: int
    reason: str
    type_code: str
    record_id: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a book: `years` from the first site's to this one, the newest first; of `year` the models and what needs a
    reason. `total` sums the models up."""

    year: int
    years: tuple[Line, ...]
    models: tuple[Line, ...]
    total: Line
    reasons: tuple[Why, ...]


def read_ledger(ctx: Context, year: int | None = None) -> Ledger:
    """The ledger up to this year; `year` is the one told model by model, by default this one."""
    today = ctx.clock.today()
    with ctx.store.reader() as reader:
        sites, corrections = _read(reader)
        spans, differences = [_span(view) for view in sites], [_correction(view) for view in corrections]
        began = [day.year for day in (*(s.founded_on for s in spans), *(c.day for c in differences)) if day is not None]
        shown = range(min(*began, today.year) if began else today.year, today.year + 1)
        chosen = min(max(year or today.year, shown.start), today.year)
        ineffective = {each: _ineffective(reader, each) for each in shown}
        names = titles_of(ctx, reader, "model", [*(s.model for s in spans), *(d.model for d in differences)])
        others = {view.unit: fixed_id("unit", view.unit) for view in (*sites, *corrections) if view.unit != ctx.store.unit}
        called = titles_of(ctx, reader, "unit", others.values())
        units = {code: called[record] for code, record in others.items()}
        reasons = tuple(_reasons(sites, corrections, names, units, chosen))
    moved = movements(spans, differences, shown)
    years = [Line(str(y), str(y), moved[y], sum(ineffective[y].values())) for y in reversed(shown)]
    models = []
    for alike in _by_name(names):
        own_spans = [each for each in spans if each.model in alike]
        own = movements(own_spans, [each for each in differences if each.model in alike], shown)[chosen]
        if own != Movement():
            models.append(Line(alike[0], names[alike[0]], own, sum(ineffective[chosen].get(model, 0) for model in alike)))
    total = Line("", ctx.say(N_("Together")), moved[chosen], sum(ineffective[chosen].values()))
    return Ledger(chosen, tuple(years), tuple(models), total, reasons)


def _by_name(names: Mapping[str, str]) -> list[list[str]]:
    """Models by name: above the stations the same model comes from many of them, each time with an id of its own."""
    found: dict[str, list[str]] = {}
    for model, name in names.items():
        found.setdefault(fold(name), []).append(model)
    return [found[name] for name in sorted(found)]


def _read(reader: Reader) -> tuple[list[RecordView], list[RecordView]]:
    return (
        reader.window("model_site", order=("founded_on", "asc"), limit=MOST),
        reader.window("model_adjustment", order=("adjusted_on", "asc"), limit=MOST),
    )


def _ineffective(reader: Reader, year: int) -> dict[str, int]:
    """Sites by model that stand on the last day of a year and whose newest review by then calls them ineffective."""
    last = f"{year:04}-12-31"
    founded = AnyOf((IsEmpty("founded_on"), Between("founded_on", None, last)))
    standing = AllOf((founded, Not(Between("dropped_on", None, last)), Not(replace(INEFFECTIVE, until=last))))
    return {str(model): number for model, number in reader.grouped("model_site", standing, Count(), "model").items()}


def _reasons(
    sites: Iterable[RecordView],
    corrections: Iterable[RecordView],
    names: Mapping[str, str],
    units: Mapping[str, str],
    year: int,
) -> Iterable[Why]:
    found = []

    def where(view: RecordView, place: str) -> str:
        return ", ".join(filter(None, (place, units.get(view.unit, ""))))

    for view in sites:
        day = _day(view.values["dropped_on"])
        if day is not None and day.year == year:
            model, place = names.get(str(view.values["model"]), ""), where(view, str(view.values["place"] or ""))
            found.append(Why(day, model, place, -1, str(view.values["drop_reason"] or ""), "model_site", view.id))
    for view in corrections:
        each = _correction(view)
        if each.day.year == year:
            reason = str(view.values["reason"] or "")
            found.append(
                Why(each.day, names.get(each.model, ""), where(view, ""), each.difference, reason, "model_adjustment", view.id)
            )
    return sorted(found, key=lambda why: (why.day, why.model, why.what))


def _span(view: RecordView) -> SiteSpan:
    values = view.values
    founded, dropped = _day(values["founded_on"]), _day(values["dropped_on"])
    return SiteSpan(str(values["model"] or ""), str(values["origin"] or ""), founded, dropped)


def _correction(view: RecordView) -> Correction:
    day = _day(view.values["adjusted_on"]) or date.min
    return Correction(str(view.values["model"] or ""), day, int(view.values["difference"] or 0))


def _day(dumped: object) -> date | None:
    return date.fromisoformat(str(dumped)[:10]) if dumped else None
