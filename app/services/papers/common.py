"""What papers share: how the unit heads them, who signs, and the frame of minutes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.i18n import load
from app.documents.official.model import Annex, Heading, Paper, Paragraph, Signature, Table
from app.services.context import Context
from app.services.reports.unit_facts import UnitFacts, unit_facts
from app.services.sample import is_sample

LANGUAGE = "vi"
KEPT = ("Lưu: VT.",)
"""Who gets a paper that stays in the station."""
MINUTES = "BIÊN BẢN"


def vietnamese(ctx: Context) -> Context:
    """The same context in the language of papers."""
    return ctx if ctx.say.language == LANGUAGE else replace(ctx, say=load(LANGUAGE))


def unit(ctx: Context) -> UnitFacts:
    """The unit whose book this is, as papers name it."""
    with ctx.store.reader() as reader:
        return unit_facts(reader, ctx.store.unit)


def heading(ctx: Context, symbol: str = "", *, number: str = "", day: date | None = None, dated: bool = True) -> Heading:
    """The top of a paper of this unit. `symbol` abbreviates its kind ("BB", "KH"); without it and a number there is no "Số:".

    Without `number` dots are left for it, without `day` the paper is dated today; `dated=False` for papers that tell their day in
    the text.
    """
    facts = unit(ctx)
    office = "CAX" if facts.kind == "station" else "CA"
    return Heading(
        parent_body=facts.parent_name.upper(),
        body=facts.police_body or facts.name.upper(),
        number=f"{number}/{symbol}-{office}" if symbol else number,
        place=facts.place,
        day=(day or ctx.clock.today()) if dated else None,
        dated=dated,
        numbered=bool(symbol or number),
    )


def signature(ctx: Context) -> Signature:
    """Who signs for the unit; without a title in its record, an empty line."""
    facts = unit(ctx)
    return Signature((facts.signer_title,) if facts.signer_title else (), facts.signer)


def paper(
    ctx: Context,
    kind: str,
    abstract: str,
    blocks: Sequence[Paragraph | Table | Annex],
    *,
    symbol: str = "",
    addressee: str = "",
    recipients: tuple[str, ...] = KEPT,
    signer: Signature | None = None,
    cosigners: tuple[Signature, ...] = (),
    dated: bool = True,
    day: date | None = None,
) -> Paper:
    """A paper of this unit, signed for it unless `signer` says who signs; marked where the book is a sample."""
    return Paper(
        heading=heading(ctx, symbol, day=day, dated=dated),
        kind=kind,
        abstract=abstract,
        blocks=tuple(blocks),
        signature=signer or signature(ctx),
        recipients=recipients,
        addressee=addressee,
        sample=is_sample(ctx),
        cosigners=cosigners,
    )


def minutes(
    ctx: Context,
    abstract: str,
    blocks: Sequence[Paragraph | Table],
    *,
    signer: Signature,
    cosigners: tuple[Signature, ...] = (),
    recipients: tuple[str, ...] = KEPT,
) -> Paper:
    """A biên bản: numbered BB, with its time and place in the text; `cosigners` sign on the left of `signer`."""
    return paper(
        ctx,
        MINUTES,
        abstract,
        blocks,
        symbol="BB",
        recipients=recipients,
        signer=signer,
        cosigners=cosigners,
        dated=False,
    )
