"""Which of the four a row is: new, a duplicate, to be looked at, or left out."""

from collections.abc import Iterator

from app.core.i18n import N_
from app.data.declare import RecordType
from app.intake.readings import Doubt
from app.services.context import Context
from app.services.intake.desk import Key
from app.services.intake.drafts import Draft
from app.services.intake.recipe import Recipe
from app.services.intake.views import Edit, Judged, Like
from app.services.registers.book_lock import closed_years
from app.services.registers.dated import day_field, year_of
from app.services.registers.hooks import CHECKS, DERIVED

_MISSING = N_("“{field}” is empty, and must be filled in.")
_NEAR = N_("Almost the same as what is in the book already. Is it the same?")
_NEAR_ROW = N_("Almost the same as row {row} of sheet {sheet}. Is it the same?")
_CLOSED = N_("The book of {year} is closed. Only the commander can still write into it, record by record.")
_EMPTY = (None, "")
_Other = str | Draft
"""What a row is compared with: a record of the book, by its id, or an earlier row."""


class Judge:
    """Judges the rows of one register, also over several sheets: rows are compared with the book and with each other."""

    def __init__(self, ctx: Context, declared: RecordType, recipe: Recipe) -> None:
        self._ctx = ctx
        self._declared = declared
        self._recipe = recipe
        self._required = tuple((n, i) for n, i in declared.fields.items() if i.required and i.default is None and not i.hidden)
        self._defaults = tuple((name, info.default) for name, info in declared.fields.items() if info.default is not None)
        self._checks = CHECKS.get(declared.code, ())
        self._derive = DERIVED.get(declared.code)
        self._closed = closed_years(ctx, declared.code)
        self._identical: dict[Key, _Other] = {}
        self._nearly: dict[Key, list[tuple[Key, _Other]]] = {}
        for key, record_id in recipe.known():
            self._learn(key, recipe.nearly(key), record_id)

    def judge(self, table: str, draft: Draft, edit: Edit) -> Judged:
        """The verdict on a draft that its recipe has moulded."""
        recipe, values = self._recipe, draft.values
        for name, default in self._defaults:
            if name not in values:
                values[name] = default
        key = recipe.identity(draft)
        doubted = {target for target, _ in draft.doubts} if draft.doubts else set()
        for name, _ in self._required:
            if values.get(name) in _EMPTY:
                doubted.add(name)
        same = self._identical.get(key) if recipe.tells(key, doubted) else None
        if same is not None and not edit.as_it_is:
            self._keep_notes(draft)
            reason = "in_book" if isinstance(same, str) else "in_file"
            return Judged(table, draft.sheet.name, draft.number, "duplicate", reason, like=self._like(same), draft=draft)
        recipe.settle(draft)
        self._keep_notes(draft)
        doubts = [*draft.doubts, *self._more_doubts(draft)]
        near = recipe.nearly(key)
        if same is None and (same := self._almost(key, near)) is not None:
            doubts.append(("", self._near_doubt(same)))
        self._learn(key, near, draft)
        for target, doubt in doubts:
            if not (edit.as_it_is and doubt.acceptable):
                like = self._like(same) if same is not None else None
                return Judged(table, draft.sheet.name, draft.number, "review", doubt.code, doubt, target, like, draft)
        return Judged(table, draft.sheet.name, draft.number, "new", draft=draft)

    def _like(self, other: _Other) -> Like:
        code = self._declared.code
        return Like(code, other) if isinstance(other, str) else Like(code, sheet=other.sheet.name, row=other.number)

    def _keep_notes(self, draft: Draft) -> None:
        if not draft.notes:
            return
        name = self._recipe.shape.notes
        said = draft.values.get(name)
        draft.values[name] = "\n".join((*((str(said),) if said else ()), *draft.notes))

    def _more_doubts(self, draft: Draft) -> Iterator[tuple[str, Doubt]]:
        values = draft.values
        doubted = {target for target, _ in draft.doubts}
        missing = False
        for name, info in self._required:
            if values.get(name) in _EMPTY and name not in doubted:
                missing = True
                yield name, Doubt("missing", _MISSING, {"field": info.label})
        if missing or doubted:
            return
        if self._derive:
            self._derive(values)
        for check in self._checks:
            for problem in check(values):
                yield problem.field, Doubt(problem.problem.code, problem.problem.message, problem.problem.facts)
        if self._closed and (year := year_of(self._declared, values)) in self._closed:
            yield day_field(self._declared), Doubt("book.closed", _CLOSED, {"year": year})

    def _learn(self, key: Key, near: Key, other: _Other) -> None:
        if key not in self._identical:
            self._identical[key] = other
            self._nearly.setdefault(near, []).append((key, other))

    def _almost(self, key: Key, near: Key) -> _Other | None:
        for other_key, other in self._nearly.get(near, ()):
            if other_key != key and self._recipe.may_be_same(key, other_key):
                return other
        return None

    def _near_doubt(self, other: _Other) -> Doubt:
        if isinstance(other, str):
            return Doubt("near", _NEAR, acceptable=True)
        return Doubt("near", _NEAR_ROW, {"row": other.number, "sheet": other.sheet.name}, acceptable=True)
