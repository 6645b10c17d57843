"""How judged rows are put into words: their columns, their cells, what became of each and why, what the sheet itself says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.i18n import N_, Translator
from app.core.kinds import Choice, Kind, Reference, YesNo
from app.records.sheets.shape import INFORMANT
from app.services.context import Context
from app.services.intake.targets import Target, targets
from app.services.intake.views import Found, Judged, Like, Preview, Verdict
from app.services.registers import choices_of
from app.services.registers.wording import cell, reference_titles, title

_NAMED = 6
"""Names of what is made beside the rows that are told one by one."""

_VERDICTS: Mapping[Verdict, str] = {
    "new": N_("New"),
    "duplicate": N_("Already there"),
    "review": N_("To be looked at"),
    "left_out": N_("Left out"),
}
_LEFT_OUT: Mapping[str, str] = {
    "band": N_("A row that heads those below it."),
    "total": N_("A row of totals."),
    "signature": N_("Part of the signatures."),
    "heading": N_("The heading once more."),
    "numbers": N_("A row that numbers the columns."),
    "empty": N_("An empty row."),
    "by_hand": N_("Left out by the officer."),
}


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A field of the register that a table fills. `options` are words to choose from, none where anything may be typed."""

    target: str
    label: str
    kind: Kind
    required: bool = False
    options: tuple[str, ...] = ()

    @property
    def numeric(self) -> bool:
        return self.kind.numeric

    def text(self, value: Any, say: Translator) -> str:
        """A dumped value as people write it; references come as what they are called."""
        if value is None or value == "":
            return ""
        if isinstance(self.kind, Reference):
            return str(value)
        try:
            return self.kind.format(self.kind.load(value), say)
        except (TypeError, ValueError):
            return str(value)


def all_columns(ctx: Context, type_code: str) -> tuple[ShownColumn, ...]:
    """Every field that a column of a sheet may fill, with the words to choose from."""
    found = targets(ctx, type_code)
    return tuple(ShownColumn(t.name, t.label, t.kind, t.required, _options(ctx, type_code, t)) for t in found)


def shown_columns(every: tuple[ShownColumn, ...], found: Found, rows: Sequence[Judged]) -> tuple[ShownColumn, ...]:
    """Those that rows of a table fill or that are in doubt: as they stand on the sheet, then what comes from elsewhere."""
    filled: dict[str, None] = {}
    for row in rows:
        if row.draft is not None:
            filled |= dict.fromkeys(target for target, value in row.draft.values.items() if value not in (None, ""))
            filled |= dict.fromkeys((*(target for target, _doubt in row.draft.doubts), row.target))
    mapped = [column.target for column in found.columns if column.target in filled]
    by_target = {column.target: column for column in every}
    ordered = dict.fromkeys((*mapped, *found.needed, *filled))
    return tuple(by_target[target] for target in ordered if target in by_target and not target.startswith(INFORMANT))


def verdict_words(verdict: Verdict) -> str:
    """Msgid of what became of a row."""
    return _VERDICTS[verdict]


def reason(row: Judged, say: Translator) -> str:
    """Why a row is not simply new, in a sentence; empty for one that is."""
    if row.doubt is not None:
        return say(row.doubt.sentence, **row.doubt.facts)
    if row.verdict == "left_out":
        return say(_LEFT_OUT.get(row.reason, N_("Left out")))
    if row.like is not None and row.like.row:
        return say(N_("The same as row {row} of sheet {sheet}."), row=row.like.row, sheet=row.like.sheet)
    return say(N_("It is in the book already.")) if row.verdict == "duplicate" else ""


def _options(ctx: Context, type_code: str, target: Target) -> tuple[str, ...]:
    kind = target.kind
    if isinstance(kind, Choice):
        return tuple(ctx.say(label) for _code, label in kind.options)
    if isinstance(kind, YesNo):
        return tuple(kind.format(value, ctx.say) for value in (True, False))
    if isinstance(kind, Reference) and kind.type_code == "hamlet" and target.name in ctx.store.registry.get(type_code).fields:
        return tuple(name for _id, name in choices_of(ctx, type_code, target.name))
    return ()


def created_in_words(ctx: Context, preview: Preview) -> tuple[str, ...]:
    """What would be recorded beside the rows, a sentence a register; of many only the first are named."""
    by_type: dict[str, list[str]] = {}
    for type_code, name in preview.created:
        by_type.setdefault(type_code, []).append(name)
    say, sentences = ctx.say, []
    for type_code, names in by_type.items():
        called = say(ctx.store.registry.get(type_code).plural)
        if len(names) <= _NAMED:
            sentences.append(say(N_("New in “{register}” with these rows: {names}."), register=called, names=", ".join(names)))
        else:
            text = N_("New in “{register}” with these rows: {names} and {count} more.")
            facts = {"register": called, "names": ", ".join(names[:_NAMED]), "count": len(names) - _NAMED}
            sentences.append(say(text, **facts))
    return tuple(sentences)


def texts_of_record(ctx: Context, like: Like) -> Mapping[str, str]:
    """The fields of a record in words, by name, and under "" the record in one line; empty when it is not here."""
    declared = ctx.store.registry.get(like.type_code)
    with ctx.store.reader() as reader:
        record = reader.get(like.type_code, like.record_id)
        if record is None:
            return {}
        references = reference_titles(ctx, reader, declared, [record], declared.fields)
    texts = {name: cell(ctx, declared, name, value, references) for name, value in record.values.items()}
    return texts | {"": title(ctx, declared, record.values, references)}
