"""The ledger of models adds up for any history, and says the same as the reports."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InvalidRecord, UserError
from app.core.i18n import load
from app.services import models, registers
from app.services.context import Context
from app.services.models.movements import Correction, SiteSpan, movements
from app.statistics.compute import compute
from app.statistics.indicators import INDICATORS
from app.statistics.periods import between
from tests.data.conftest import new_store
from tests.services.conftest import OFFICER

days = st.dates(date(2015, 1, 1), date(2022, 12, 31))
spans = st.builds(
    SiteSpan,
    st.sampled_from(("a", "b")),
    st.sampled_from(("built", "multiplied", "taken_over", "")),
    st.none() | days,
    st.none() | days,
)
corrections = st.builds(Correction, st.sampled_from(("a", "b")), days, st.integers(-5, 5))


def stands(site: SiteSpan, day: date) -> bool:
    return (site.founded_on is None or site.founded_on <= day) and not (site.dropped_on is not None and site.dropped_on <= day)


@given(st.lists(spans, max_size=12), st.lists(corrections, max_size=4), st.integers(2012, 2022), st.integers(0, 10))
def test_any_span_of_years_adds_up_to_what_stands(
    sites: list[SiteSpan], corrected: list[Correction], first: int, more: int
) -> None:
    moved = movements(sites, corrected, range(first, first + more + 1))
    for year, movement in moved.items():
        last = date(year, 12, 31)
        standing = sum(stands(site, last) for site in sites) + sum(c.difference for c in corrected if c.day <= last)
        assert movement.closing == standing
        if year - 1 in moved:
            assert movement.opening == moved[year - 1].closing


@given(st.lists(spans, max_size=12), st.lists(corrections, max_size=4))
def test_the_models_add_up_to_the_whole(sites: list[SiteSpan], corrected: list[Correction]) -> None:
    years = range(2015, 2023)
    whole = movements(sites, corrected, years)
    parts = [movements([s for s in sites if s.model == m], [c for c in corrected if c.model == m], years) for m in ("a", "b")]
    for year in years:
        assert parts[0][year] + parts[1][year] == whole[year]


@dataclass
class Book:
    """A book in which somebody does one thing after another."""

    ctx: Context
    models: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    thrown: list[str] = field(default_factory=list)

    def found(self, place: int, origin: str, day: date) -> None:
        values = {"model": self.models[place % 2], "place": "Bản Pa Te", "origin": origin, "founded_on": text(day)}
        self.sites.append(registers.save(self.ctx, "model_site", None, values).id)

    def drop(self, place: int, later: int) -> None:
        if site := self._one(self.sites, place):
            begun = self._values("model_site", site)["founded_on"]
            day = min(date.fromisoformat(begun) + timedelta(days=later), self.ctx.clock.today())
            registers.save(self.ctx, "model_site", site, {"dropped_on": text(day), "drop_reason": "Không còn phù hợp"})

    def keep_after_all(self, place: int) -> None:
        if site := self._one(self.sites, place):
            registers.save(self.ctx, "model_site", site, {"dropped_on": "", "drop_reason": ""})

    def delete(self, place: int) -> None:
        if site := self._one(self.sites, place):
            registers.delete(self.ctx, "model_site", site)
            self.sites.remove(site)
            self.thrown.append(site)

    def restore(self, place: int) -> None:
        if site := self._one(self.thrown, place):
            registers.restore(self.ctx, "model_site", site)
            self.thrown.remove(site)
            self.sites.append(site)

    def review(self, place: int, rating: str, day: date) -> None:
        if site := self._one(self.sites, place):
            registers.save(self.ctx, "model_review", None, {"site": site, "reviewed_on": text(day), "rating": rating})

    def adjust(self, place: int, difference: int, day: date) -> None:
        values = {"model": self.models[place % 2], "adjusted_on": text(day), "difference": str(difference), "reason": "Đếm lại"}
        registers.save(self.ctx, "model_adjustment", None, values)

    def _values(self, type_code: str, record_id: str) -> Any:
        with self.ctx.store.reader() as reader:
            view = reader.get(type_code, record_id)
        assert view is not None
        return view.values

    @staticmethod
    def _one(among: list[str], place: int) -> str:
        return among[place % len(among)] if among else ""


def text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


places = st.integers(0, 5)
past = st.dates(date(2018, 1, 1), date(2022, 3, 1))
acts = st.one_of(
    st.tuples(st.just("found"), places, st.sampled_from(("built", "multiplied", "taken_over")), past),
    st.tuples(st.just("drop"), places, st.integers(0, 900)),
    st.tuples(st.just("keep_after_all"), places),
    st.tuples(st.just("delete"), places),
    st.tuples(st.just("restore"), places),
    st.tuples(st.just("review"), places, st.sampled_from(("good", "ineffective")), past),
    st.tuples(st.just("adjust"), places, st.integers(-3, 3), past),
)


@pytest.fixture(scope="module")
def books() -> Iterator[Any]:
    """New books, one after another, in folders that are gone afterwards."""
    with TemporaryDirectory() as folder:
        number = iter(range(10_000))

        def begin() -> Book:
            store = new_store(Path(folder) / str(next(number)))
            book = Book(Context(store, OFFICER, store.clock, load("en"), store.folder))
            for name in ("Tiếng kẻng an ninh", "Camera an ninh"):
                book.models.append(registers.save(book.ctx, "model", None, {"name": name}).id)
            return book

        yield begin


@given(st.lists(acts, min_size=1, max_size=12))
def test_whatever_is_founded_dropped_mended_deleted_and_restored_the_ledger_adds_up_and_is_the_report(
    books: Any, history: list[tuple[Any, ...]]
) -> None:
    book = books()
    try:
        for act, *facts in history:
            getattr(book, act)(*facts)
        ledger = models.read_ledger(book.ctx)
        by_year = {int(line.key): line for line in ledger.years}
        for year, line in by_year.items():
            if year - 1 in by_year:
                assert line.movement.opening == by_year[year - 1].movement.closing
            elif book.sites:
                assert line.movement.opening == 0
            assert line.figures["effective"] == reported(book.ctx, year, "model_sites")
            assert line.movement.built + line.movement.multiplied == reported(book.ctx, year, "model_sites_new")
            assert line.movement.dropped == reported(book.ctx, year, "model_sites_dropped")
        for year in by_year:
            told = models.read_ledger(book.ctx, year)
            summed = [sum(line.figures[column.name] for line in told.models) for column in models.COLUMNS]
            assert summed == [told.total.figures[column.name] for column in models.COLUMNS]
            assert told.total.movement == by_year[year].movement
            assert sum(why.change for why in told.reasons) == told.total.movement.adjusted - told.total.movement.dropped
    finally:
        book.ctx.store.close()


def reported(ctx: Context, year: int, code: str) -> int:
    with ctx.store.reader() as reader:
        period = between(date(year, 1, 1), date(year, 12, 31))
        return compute(reader, period, own_unit=ctx.store.unit, sheets={}, indicators=[INDICATORS[code]])[code].value


def test_a_site_rated_ineffective_stays_in_the_closing_number_and_is_told_beside_it(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    book.found(0, "built", date(2020, 1, 1))
    book.found(0, "multiplied", date(2021, 1, 1))
    book.review(0, "ineffective", date(2021, 6, 1))
    line = next(line for line in models.read_ledger(ctx).years if line.key == "2021")
    assert line.figures == {
        "opening": 1,
        "built": 0,
        "multiplied": 1,
        "taken_over": 0,
        "dropped": 0,
        "adjusted": 0,
        "closing": 2,
        "ineffective": 1,
        "effective": 1,
    }


def test_the_reasons_of_a_year_are_those_of_drops_and_corrections(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    book.found(0, "built", date(2020, 1, 1))
    book.drop(0, 400)
    book.adjust(0, 2, date(2021, 3, 1))
    told = models.read_ledger(ctx, 2021)
    assert [(why.day, why.what, why.change, why.reason) for why in told.reasons] == [
        (date(2021, 2, 4), "Bản Pa Te", -1, "Không còn phù hợp"),
        (date(2021, 3, 1), "", 2, "Đếm lại"),
    ]
    assert models.read_ledger(ctx, 2020).reasons == ()


def test_a_dropped_site_says_why(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    book.found(0, "built", date(2020, 1, 1))
    with pytest.raises(InvalidRecord) as refused:
        registers.save(ctx, "model_site", book.sites[0], {"dropped_on": "1/2/2021"})
    assert [problem.field for problem in refused.value.problems] == ["drop_reason"]


def test_the_review_of_a_year_is_recorded_at_once_and_undone_at_once(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    for _ in range(3):
        book.found(0, "built", date(2020, 1, 1))
    book.review(1, "fair", date(2022, 1, 5))
    year = ctx.clock.today().year
    lines = models.sites_to_review(ctx, year)
    assert [bool(line.review) for line in lines] == [False, False, True]
    rated = [models.rated(line, "ineffective") for line in lines[:1]] + [models.rated(lines[2], "good")]
    done = models.review_all(ctx, year, text(ctx.clock.today()), rated)
    after = {line.id: line for line in models.sites_to_review(ctx, year)}
    assert (after[lines[0].id].rating, after[lines[0].id].proposal) == ("ineffective", "drop")
    assert (after[lines[2].id].rating, after[lines[2].id].review) == ("good", lines[2].review)
    assert after[lines[1].id].rating == ""
    assert after[lines[0].id].id in {line.id for line in after.values()}, "a proposal to drop drops nothing"
    assert done.count == 2
    models.undo_reviews(ctx, done.batch)
    assert models.sites_to_review(ctx, year) == lines


def test_a_review_lies_in_its_year(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    book.found(0, "built", date(2020, 1, 1))
    (line,) = models.sites_to_review(ctx, 2021)
    with pytest.raises(InvalidRecord):
        models.review_all(ctx, 2021, "1/1/2022", [models.rated(line, "good")])


def test_a_closed_book_takes_no_reviews(ctx: Context) -> None:
    book = Book(ctx, [registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id] * 2)
    book.found(0, "built", date(2020, 1, 1))
    registers.save(ctx, "closed_book", None, {"year": "2021", "book": "model", "closed_on": text(ctx.clock.today())})
    (line,) = models.sites_to_review(ctx, 2021)
    with pytest.raises(UserError) as refused:
        models.review_all(ctx, 2021, "1/12/2021", [models.rated(line, "good")])
    assert refused.value.code == "book.closed"
    assert models.sites_to_review(ctx, 2021) == (line,)
