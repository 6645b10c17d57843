"""One record at a time: open, save, delete, restore, settle what two officers wrote apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.errors import FieldProblem, InvalidRecord, Problem, UserError
from app.core.i18n import N_
from app.data.conditions import AllOf, Equals, IsEmpty, UnitIs
from app.data.declare import LIFE, RecordType
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers import book_lock
from app.services.registers.asking import NO_ANSWERS, Answers
from app.services.registers.describe import reference_of
from app.services.registers.fills import FILLS
from app.services.registers.follow import follow
from app.services.registers.gates import pass_gates
from app.services.registers.hooks import CHECKS, DERIVED, ONLY_ONE
from app.services.registers.listing import flags_of
from app.services.registers.origin import require_own, require_typed
from app.services.registers.starts import STARTS
from app.services.registers.warnings import warnings_of
from app.services.registers.wording import reference_titles, shown, title

Seen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RecordForm:
    """A record ready for a form or to be read.

    `texts` is what each field's editor starts from; for references the id, with the name in `labels`. `seen` is to be handed
    back to `save`, so that what somebody else writes in the meantime is not overwritten. `id` is `None` for a new record.
    """

    type_code: str
    id: str | None
    title: str
    texts: Mapping[str, str]
    labels: Mapping[str, str]
    seen: Seen
    alive: bool
    conflicts: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A record that is now on disk. `warnings` are sentences about what is worth a second look in it."""

    id: str
    title: str
    warnings: tuple[str, ...] = ()


def blank(ctx: Context, type_code: str, preset: Mapping[str, str] | None = None) -> RecordForm:
    """A new record with declared defaults and what `starts` offers; `preset` gives dumped values, such as a child's parent."""
    declared = ctx.store.registry.get(type_code)
    values = {name: info.default for name, info in declared.fields.items()} | dict(preset or {})
    if start := STARTS.get(type_code):
        start(ctx, values)
    record = RecordView("", type_code, ctx.store.unit, True, values, {}, frozenset(), frozenset())
    return _form(ctx, declared, record, new=True)


def open_record(ctx: Context, type_code: str, record_id: str) -> RecordForm:
    """A record as it stands. Raises `UserError` "record.none" when nothing of it has arrived."""
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        record = reader.get(type_code, record_id)
    if record is None:
        raise not_here()
    return _form(ctx, declared, record, new=False)


def save(
    ctx: Context,
    type_code: str,
    record_id: str | None,
    texts: Mapping[str, str],
    seen: Seen | None = None,
    *,
    answers: Answers = NO_ANSWERS,
) -> Saved:
    """Save what was typed: a new record, or the changed fields of one.

    Only fields in `texts` are touched, and of those only the ones that differ from what the form showed (`seen`): what somebody
    else wrote meanwhile in a field that the officer left alone stays. Raises `InvalidRecord` with every problem beside its field,
    or `Asks` for something the officer is to answer first; nothing is then written.
    """
    declared = ctx.store.registry.get(type_code)
    values, problems = read_texts(ctx, declared, texts)
    if record_id is not None:
        require_own(ctx, type_code, record_id)
        before = _before(ctx, type_code, record_id, seen)
    else:
        require_typed(ctx, type_code)
        before = {name: info.default for name, info in declared.fields.items()}
    whole = before | values
    derive = DERIVED.get(type_code)
    if derive:
        derive(whole)
    if fill := FILLS.get(type_code):
        fill(ctx, before, whole)
    failed = {problem.field for problem in problems}
    problems += [
        FieldProblem(name, Problem("field.required", N_("This field must be filled in.")))
        for name, info in declared.fields.items()
        if info.required and name not in failed and whole.get(name) in (None, "")
    ]
    if not problems:
        problems = [found for check in CHECKS.get(type_code, ()) for found in check(whole)]
    if not problems:
        problems = _already_there(ctx, type_code, record_id, whole)
    if problems:
        raise InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), _in_order(declared, problems))
    pass_gates(type_code, before, whole, answers)
    stood = before if record_id is not None else {}
    late = book_lock.admit(ctx, declared, "edit" if stood else "new", record_id, stood, whole, answers)
    warnings = warnings_of(ctx, type_code, record_id, whole)
    saved_id = write(ctx, type_code, record_id, whole, before, seen, late=late)
    with ctx.store.reader() as reader:
        record = reader.get(type_code, saved_id)
        references = reference_titles(ctx, reader, declared, [record] if record else [], declared.fields)
    return Saved(saved_id, title(ctx, declared, record.values if record else whole, references), warnings)


def _before(ctx: Context, type_code: str, record_id: str, seen: Seen | None) -> dict[str, Any]:
    """What the officer had before them when they began to type."""
    with ctx.store.reader() as reader:
        standing = reader.get(type_code, record_id)
        if standing is None:
            raise not_here()
        return dict(standing.values) if seen is None else reader.values_seen(standing, seen)


def _already_there(ctx: Context, type_code: str, record_id: str | None, whole: Mapping[str, Any]) -> list[FieldProblem]:
    """A problem if the unit has another standing record of what there is only one of."""
    only = ONLY_ONE.get(type_code)
    if only is None:
        return []
    given = [(name, whole.get(name)) for name in only.fields]
    alike = [IsEmpty(name) if value in (None, "") else Equals(name, value) for name, value in given]
    with ctx.store.reader() as reader:
        found = reader.window(type_code, AllOf((UnitIs(ctx.store.unit), *alike)), order=(only.told_at, "asc"), limit=2)
    if all(record.id == record_id for record in found):
        return []
    problem = Problem("record.already_there", N_("This has been recorded already. Open that record and change it."))
    return [FieldProblem(only.told_at, problem)]


def not_here() -> UserError:
    """What to say of a record of which nothing has arrived."""
    return UserError("record.none", N_("This record is not here. It may not have been received yet."))


def write(
    ctx: Context,
    type_code: str,
    record_id: str | None,
    whole: Mapping[str, Any],
    before: Mapping[str, Any],
    seen: Seen | None,
    *,
    late: Mapping[str, Any] | None = None,
) -> str:
    """Journal a record whose values are known to be good; returns its id. `late` is what `book_lock.admit` gave."""
    with ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "new" if record_id is None else "edit") as change:
        if record_id is None:
            follow(type_code, reader, change, None, whole)
            record_id = change.create(type_code, {name: value for name, value in whole.items() if value is not None})
            book_lock.note(change, late, record_id)
            return record_id
        changed = {name: value for name, value in whole.items() if value != before.get(name)}
        if changed:
            change.update(type_code, record_id, changed, seen)
            book_lock.note(change, late, record_id)
            standing = _values(reader, type_code, record_id)
            follow(type_code, reader, change, standing, standing | changed)
    return record_id


def _values(reader: Reader, type_code: str, record_id: str) -> dict[str, Any]:
    view = reader.get(type_code, record_id)
    return dict(view.values) if view else {}


def read_texts(ctx: Context, declared: RecordType, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[FieldProblem]]:
    """Typed texts as dumped values, with a problem for each that cannot be taken."""
    values: dict[str, Any] = {}
    problems = []
    today = ctx.clock.today()
    for name, typed in texts.items():
        kind = declared.fields[name].kind
        try:
            value = kind.parse(typed, today)
            values[name] = None if value is None else kind.dump(value)
        except Problem as problem:
            problems.append(FieldProblem(name, problem))
    return values, problems


def delete(ctx: Context, type_code: str, record_id: str, *, answers: Answers = NO_ANSWERS) -> None:
    """Put a record of one's own unit into the recycle bin. Raises `Asks` like `save`."""
    require_own(ctx, type_code, record_id)
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "delete") as change:
        stood = _values(reader, type_code, record_id)
        late = book_lock.admit(ctx, declared, "delete", record_id, stood, {}, answers)
        change.delete(type_code, record_id)
        book_lock.note(change, late, record_id)
        follow(type_code, reader, change, stood, None)


def restore(ctx: Context, type_code: str, record_id: str, *, answers: Answers = NO_ANSWERS) -> None:
    """Take a record of one's own unit out of the recycle bin, as it was. Raises `Asks` like `save`."""
    require_own(ctx, type_code, record_id)
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader, ctx.store.change(ctx.user.id, "restore") as change:
        stood = _values(reader, type_code, record_id)
        late = book_lock.admit(ctx, declared, "restore", record_id, {}, stood, answers)
        change.restore(type_code, record_id)
        book_lock.note(change, late, record_id)
        follow(type_code, reader, change, None, stood)


def settle(ctx: Context, type_code: str, record_id: str, group: str, version: str, *, answers: Answers = NO_ANSWERS) -> None:
    """Choose one of the competing versions of a group: it is written anew over all that stand.

    Raises `UserError` "conflict.gone", and `Asks` like `save` where choosing changes what a closed book says.
    """
    require_own(ctx, type_code, record_id)
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        rivals = {rival.version: rival for rival in reader.competing(type_code, record_id, group)}
        stood = _values(reader, type_code, record_id)
    chosen = rivals.get(version)
    if chosen is None:
        raise UserError("conflict.gone", N_("This has been settled in the meantime. Open the record again."))
    late = None
    if version != next(iter(rivals)):
        whole = stood | {name: chosen.values.get(name) for name in declared.groups.get(group, ())}
        act, before, after = "edit", stood, whole
        if group == LIFE:
            act, before, after = ("restore", {}, stood) if chosen.values["alive"] else ("delete", stood, {})
        late = book_lock.admit(ctx, declared, act, record_id, before, after, answers)
    with ctx.store.change(ctx.user.id, "settle") as change:
        change.adopt(type_code, record_id, group, version, list(rivals))
        book_lock.note(change, late, record_id)


def _form(ctx: Context, declared: RecordType, record: RecordView, *, new: bool) -> RecordForm:
    with ctx.store.reader() as reader:
        references = reference_titles(ctx, reader, declared, [record], declared.fields)
    texts, labels = {}, {}
    for name, info in declared.fields.items():
        dumped = record.values.get(name)
        if reference_of(info):
            texts[name] = str(dumped or "")
            labels[name] = references.get(str(dumped), "") if dumped else ""
        else:
            texts[name] = shown(ctx, info.kind, dumped) if not _by_code(info.kind) else ("" if dumped is None else str(dumped))
            labels[name] = shown(ctx, info.kind, dumped)
    return RecordForm(
        declared.code,
        None if new else record.id,
        "" if new else title(ctx, declared, record.values, references),
        texts,
        labels,
        dict(record.heads),
        record.alive,
        tuple(sorted(record.conflicted)),
        flags_of(record),
    )


def _by_code(kind: object) -> bool:
    """Closed lists are edited by their code, shown by their label."""
    return hasattr(kind, "options")


def _in_order(declared: RecordType, problems: Sequence[FieldProblem]) -> list[FieldProblem]:
    reading = [name for section in declared.sections for name in section.fields]
    return sorted(problems, key=lambda p: reading.index(p.field) if p.field in reading else len(reading))
