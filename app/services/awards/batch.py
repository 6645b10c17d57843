"""Certificates (Giấy khen) of a decision: laid out, told about, saved.

A certificate is made from the decision and one of the awarded each time it is shown or printed; nothing is stored but the records.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.core.errors import UserError
from app.core.files import require_writable, write_atomic
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.data.views import RecordView
from app.documents.certificate import CLASSIC, Certificate, LaidOut, Look, Mode, lay_out
from app.documents.display import Sheet
from app.documents.layouts.model import Layout
from app.documents.wording import AWARD_FORM
from app.services import disclosure
from app.services.awards.decisions import Decision, awarded, decision_of, text_of
from app.services.awards.layouts import layout_of
from app.services.awards.register import by_register
from app.services.awards.sheet_code import codes_of
from app.services.context import Context
from app.services.disclosure import Leaving, Purpose
from app.services.emblem import emblem_choice
from app.services.reports.unit_facts import unit_facts
from app.services.sample import is_sample

_BYTES_A_SHEET = 3_000
_BYTES_A_FILE = 400_000
_FARTHEST = 50.0
"""Millimetres; more than any feed is off, less than would lose the text."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something about one certificate to look at before it is signed: whose it is, and what, in the officer's language."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The certificates of a decision, each laid out when it is asked for.

    `ids` are those of the awarded, in the order of `names`. `left_out` names the awarded for whom no certificate can be made, and
    why; the others are not held up by them.
    """

    decision: Decision
    unit: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    left_out: tuple[Told, ...]
    texts: tuple[Certificate, ...]
    look: Look
    layout: Layout
    layout_code: str = CLASSIC
    codes: Mapping[str, str] = field(default_factory=dict)
    """By id of the awarded: what the square code says that the sheet is checked by. None for a draft."""

    @property
    def count(self) -> int:
        """How many certificates there are."""
        return len(self.texts)

    @property
    def title(self) -> str:
        """What the file calls itself: kind and number."""
        return f"Giấy khen, Quyết định số {self.decision.number}"

    def of(self, ids: Collection[str]) -> "Batch":
        """The same certificates, but only of the awarded with these ids."""
        kept = [number for number, id_ in enumerate(self.ids) if id_ in ids]
        return replace(
            self,
            ids=tuple(self.ids[number] for number in kept),
            names=tuple(self.names[number] for number in kept),
            texts=tuple(self.texts[number] for number in kept),
        )

    def laid_out(self, number: int) -> LaidOut:
        """One certificate as a sheet, counted from 0, with what did not fit or cannot be drawn on it."""
        return lay_out(self.texts[number], self.look, self.layout, self.codes.get(self.ids[number], ""))

    def sheet(self, number: int) -> Sheet:
        """One certificate as a sheet, counted from 0."""
        return self.laid_out(number).sheet


@dataclass(frozen=True, slots=True)
class Saved:
    """A file of certificates: how many are in it, and what to look at before signing."""

    path: Path
    sheets: int
    told: tuple[Told, ...]
    left_out: tuple[Told, ...]


def certificates(ctx: Context, award_id: str, look: Look | None = None, layout: str = CLASSIC) -> Batch:
    """The certificates of a decision, by register number and then by name. Papers of a demonstration say so.

    `layout` is a code of `app.services.awards.layouts`. Without a `look` the whole sheet is printed; the emblem is the
    one chosen for this station (`app.services.emblem`).

    Raises `UserError` "award.gone" when the decision is not here, "award.nobody" when it names nobody.
    """
    wanted, emblem = look or Look(), emblem_choice(ctx)
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        if award is None or not award.alive:
            raise UserError("award.gone", N_("This award decision is not here, or it was deleted."))
        people = sorted(awarded(reader, award_id), key=by_register)
        unit = unit_facts(reader, ctx.store.unit)
        decision = decision_of(reader, award)
    if not people:
        raise UserError(
            "award.nobody",
            N_("Decision {number} names nobody yet. Add the awarded first."),
            number=decision.number,
        )
    named = [record for record in people if text_of(record, "name")]
    nameless = len(people) - len(named)
    said = ctx.say.plural(N_("One of the awarded has no name."), N_("{n} of the awarded have no name."), nameless)
    return Batch(
        decision,
        unit.police_body or unit.name,
        tuple(record.id for record in named),
        tuple(text_of(record, "name") for record in named),
        (Told("", said),) if nameless else (),
        tuple(_certificate(award, record) for record in named),
        replace(
            wanted,
            sample=wanted.sample or is_sample(ctx),
            with_emblem=wanted.with_emblem and emblem.shown,
            emblem_picture=wanted.emblem_picture or emblem.picture,
        ),
        layout_of(ctx, layout),
        layout,
        codes_of(ctx, award_id) if ctx.keys else {},
    )


def save_certificates(
    ctx: Context,
    award_id: str,
    path: Path,
    look: Look | None = None,
    *,
    layout: str = CLASSIC,
    only: Collection[str] | None = None,
    progress: Progress = SILENT,
) -> Saved:
    """Write the certificates of a decision as one PDF, whole or not at all: of everybody, or `only` of the awarded with these ids.

    That names leave is written down.

    One that does not fit is printed as far as it fits and told; one that cannot be made is left out and told. Raises what
    `certificates` and `write_atomic` raise, `UserError` "certificates.ending" for another kind of file, and `Cancelled`.
    """
    if path.suffix.lower() != ".pdf":
        raise UserError(
            "certificates.ending", N_("Certificates cannot be saved as {name}. The name must end in .pdf."), name=path.name
        )
    batch = certificates(ctx, award_id, look, layout)
    if only is not None:
        batch = batch.of(only)
    require_writable(path.parent, _BYTES_A_FILE + _BYTES_A_SHEET * batch.count)
    # ReportLab is loaded when a paper is made, not when the book is opened.
    from app.documents.pdf import render_pdf

    told: list[Told] = []

    def sheets() -> Iterator[Sheet]:
        for number, name in enumerate(batch.names):
            progress.step(number, batch.count, N_("Making certificates"))
            made = batch.laid_out(number)
            told.extend(Told(name, ctx.say(notice.message, **dict(notice.facts))) for notice in made.notices)
            yield made.sheet

    content = render_pdf(sheets(), title=batch.title, author=batch.unit)
    _leave(ctx, batch, "pdf")
    write_atomic(path, content)
    progress.step(batch.count, batch.count, N_("Making certificates"))
    return Saved(path, batch.count, tuple(told), batch.left_out)


def printed(ctx: Context, batch: Batch) -> None:
    """Write down that certificates go to the printer, before they do."""
    _leave(ctx, batch, "print")


def _leave(ctx: Context, batch: Batch, way: str) -> None:
    """Certificates name who is awarded, and for what they are needed goes without asking."""
    named = disclosure.labels(ctx, "awardee", ("name",)) if batch.count else ()
    leaving = Leaving(disclosure.register_name(ctx, "awardee"), AWARD_FORM.capitalize(), batch.count, named)
    disclosure.record(ctx, leaving, way, Purpose("award"))


def look_for(mode: str, offset_x: float = 0.0, offset_y: float = 0.0) -> Look:
    """How to print, from plain values: mode "full" or "blank", offsets in millimetres (text on bought sheets only).

    Raises `UserError` "certificates.offset" for offsets that would move the text off the sheet.
    """
    if not all(abs(offset) <= _FARTHEST for offset in (offset_x, offset_y)):
        raise UserError(
            "certificates.offset",
            N_("The text can be moved by at most {most} mm. Measure again on a test print."),
            most=round(_FARTHEST),
        )
    return Look(mode=Mode(mode), offset_x=offset_x, offset_y=offset_y)


def _certificate(award: RecordView, awardee: RecordView) -> Certificate:
    day = text_of(award, "decided_on")
    return Certificate(
        authority=text_of(award, "authority"),
        name=text_of(awardee, "name"),
        address=text_of(awardee, "address"),
        achievement=text_of(awardee, "achievement") or text_of(award, "deed"),
        decision_number=text_of(award, "number"),
        decided_on=date.fromisoformat(day) if day else None,
        register_number=text_of(awardee, "register_no"),
        place=text_of(award, "place"),
        signer_title=text_of(award, "signer_title"),
        signer=text_of(award, "signer"),
    )
