"""Award decisions as papers: certificates (Giấy khen) of a decision, and their numbers in the register of awards.

A certificate is made from the decision and one of the awarded each time it is shown or printed; nothing is stored but the records.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.core.errors import UserError
from app.core.files import require_writable, write_atomic
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.core.text import fold
from app.data.conditions import AllOf, Between, Condition, Equals, UnitIs
from app.data.reader import Order, Reader
from app.data.views import RecordView
from app.documents.certificate import Certificate, LaidOut, Look, Mode, lay_out
from app.documents.display import Sheet
from app.services.context import Context
from app.services.emblem import emblem_choice
from app.services.reports.unit_facts import unit_facts
from app.services.sample import is_sample

_PAGE = 500
_BYTES_A_SHEET = 3_000
_BYTES_A_FILE = 400_000
_FARTHEST = 50.0
"""Millimetres; more than any feed is off, less than would lose the text."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One award decision as lists show it. `awarded` counts the people and collectives it names."""

    id: str
    number: str
    decided_on: date | None
    deed: str
    awarded: int

    @property
    def file_name(self) -> str:
        """A name for the file of its certificates, without persons: "giay-khen-12-qd-ubnd-2022.pdf"."""
        plain = re.sub(r"[^a-z0-9]+", "-", fold(self.number)).strip("-") or "quyet-dinh"
        year = f"-{self.decided_on.year}" if self.decided_on else ""
        return f"giay-khen-{plain}{year}.pdf"


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
        return lay_out(self.texts[number], self.look)

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


def decisions(ctx: Context) -> tuple[Decision, ...]:
    """This unit's award decisions, the newest first; those of other units are theirs to print."""
    with ctx.store.reader() as reader:
        return tuple(
            _decision(reader, record) for record in _all(reader, "award", UnitIs(ctx.store.unit), order=("decided_on", "desc"))
        )


def find(ctx: Context, number: str, *, year: int | None = None) -> str:
    """The id of the decision with this number as printed ("12/QĐ-UBND"); marks and capitals do not matter.

    Raises `UserError` "award.unknown", or "award.several" when several years have that number and `year` does not say which.
    """
    wanted = fold(number)
    found = [
        decision
        for decision in decisions(ctx)
        if fold(decision.number) == wanted and (year is None or (decision.decided_on and decision.decided_on.year == year))
    ]
    if not found:
        raise UserError("award.unknown", N_("There is no award decision {number} in this book."), number=number)
    if len(found) > 1:
        years = ", ".join(str(decision.decided_on.year) for decision in found if decision.decided_on)
        raise UserError(
            "award.several",
            N_("Several award decisions have the number {number}. Say which by its year: {years}."),
            number=number,
            years=years,
        )
    return found[0].id


def certificates(ctx: Context, award_id: str, look: Look | None = None) -> Batch:
    """The certificates of a decision, by register number and then by name. Papers of a demonstration say so.

    Without a `look` the whole sheet is printed; the emblem is the one chosen for this station (`app.services.emblem`).

    Raises `UserError` "award.gone" when the decision is not here, "award.nobody" when it names nobody.
    """
    wanted, emblem = look or Look(), emblem_choice(ctx)
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        if award is None or not award.alive:
            raise UserError("award.gone", N_("This award decision is not here, or it was deleted."))
        awarded = sorted(_awarded(reader, award_id), key=_by_register)
        unit = unit_facts(reader, ctx.store.unit)
        decision = _decision(reader, award)
    if not awarded:
        raise UserError(
            "award.nobody",
            N_("Decision {number} names nobody yet. Add the awarded first."),
            number=decision.number,
        )
    named = [record for record in awarded if _text(record, "name")]
    nameless = len(awarded) - len(named)
    said = ctx.say.plural(N_("One of the awarded has no name."), N_("{n} of the awarded have no name."), nameless)
    return Batch(
        decision,
        unit.police_body or unit.name,
        tuple(record.id for record in named),
        tuple(_text(record, "name") for record in named),
        (Told("", said),) if nameless else (),
        tuple(_certificate(award, record) for record in named),
        replace(
            wanted,
            sample=wanted.sample or is_sample(ctx),
            with_emblem=wanted.with_emblem and emblem.shown,
            emblem_picture=wanted.emblem_picture or emblem.picture,
        ),
    )


def save_certificates(
    ctx: Context,
    award_id: str,
    path: Path,
    look: Look | None = None,
    *,
    only: Collection[str] | None = None,
    progress: Progress = SILENT,
) -> Saved:
    """Write the certificates of a decision as one PDF, whole or not at all: of everybody, or `only` of the awarded with these ids.

    One that does not fit is printed as far as it fits and told; one that cannot be made is left out and told. Raises what
    `certificates` and `write_atomic` raise, `UserError` "certificates.ending" for another kind of file, and `Cancelled`.
    """
    if path.suffix.lower() != ".pdf":
        raise UserError(
            "certificates.ending", N_("Certificates cannot be saved as {name}. The name must end in .pdf."), name=path.name
        )
    batch = certificates(ctx, award_id, look)
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

    write_atomic(path, render_pdf(sheets(), title=batch.title, author=batch.unit))
    progress.step(batch.count, batch.count, N_("Making certificates"))
    return Saved(path, batch.count, tuple(told), batch.left_out)


def number_register(ctx: Context, award_id: str) -> int:
    """Give the next numbers of the register of awards to the awarded of a decision who have none; returns how many.

    The register begins anew each year. Numbers are given when a decision is issued, by name, individuals and collectives in one
    row; numbers typed by hand stay. Raises `UserError` "award.undated" when the decision has no date to take the year from.
    """
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        decided_on = _text(award, "decided_on") if award else ""
        if not decided_on:
            raise UserError("award.undated", N_("The award decision has no date. Fill in the date of the decision first."))
        year = decided_on[:4]
        this_year = AllOf((UnitIs(ctx.store.unit), Between("decided_on", f"{year}-01-01", f"{year}-12-31")))
        of_year = _all(reader, "award", this_year, order=("decided_on", "asc"))
        taken = [
            int(number)
            for decision in of_year
            for record in _awarded(reader, decision.id)
            if (number := _text(record, "register_no")).isdecimal()
        ]
        without = [record for record in _awarded(reader, award_id) if not _text(record, "register_no")]
    if without:
        with ctx.store.change(ctx.user.id, "edit") as change:
            for following, record in enumerate(without, start=max(taken, default=0) + 1):
                change.update("awardee", record.id, {"register_no": f"{following:02}"})
    return len(without)


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


def _all(reader: Reader, type_code: str, where: Condition, *, order: Order) -> list[RecordView]:
    """Every living record of a type, however many windows that takes."""
    anchors = reader.anchors(type_code, where, order=order)
    return [record for anchor in anchors for record in reader.window(type_code, where, order=order, start=anchor)]


def _awarded(reader: Reader, award_id: str) -> list[RecordView]:
    return _all(reader, "awardee", Equals("award", award_id), order=("name", "asc"))


def _decision(reader: Reader, record: RecordView) -> Decision:
    day = _text(record, "decided_on")
    return Decision(
        record.id,
        _text(record, "number"),
        date.fromisoformat(day) if day else None,
        _text(record, "deed"),
        reader.count("awardee", Equals("award", record.id)),
    )


def _certificate(award: RecordView, awardee: RecordView) -> Certificate:
    day = _text(award, "decided_on")
    return Certificate(
        authority=_text(award, "authority"),
        name=_text(awardee, "name"),
        address=_text(awardee, "address"),
        achievement=_text(awardee, "achievement") or _text(award, "deed"),
        decision_number=_text(award, "number"),
        decided_on=date.fromisoformat(day) if day else None,
        register_number=_text(awardee, "register_no"),
        place=_text(award, "place"),
        signer_title=_text(award, "signer_title"),
        signer=_text(award, "signer"),
    )


def _by_register(record: RecordView) -> tuple[bool, int, str]:
    """Numbers in their order, then other register marks, then those without; equal ones stay in the order of names."""
    number = _text(record, "register_no")
    return (not number, int(number) if number.isdecimal() else 1 << 30, number)


def _text(record: RecordView, field: str) -> str:
    return str(record.values.get(field) or "").strip()
