"""Making a paper, and letting it leave: as a file whose ending says what it becomes, or to the printer."""

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.core.text import fold
from app.documents.books.model import Book
from app.documents.official.model import Paper
from app.services import attachments
from app.services.context import Context
from app.services.disclosure import Leaving, Purpose, record, register_name, require
from app.services.papers.common import unit, vietnamese
from app.services.papers.generic import Asked, Filled, Place
from app.services.papers.made import Content, Made
from app.services.papers.table import GENERIC, PAPERS, Of, PaperKind
from app.services.registers import ListState

_WAYS = {".pdf": "pdf", ".docx": "word", ".xlsx": "excel"}
NOT_PRINTED = frozenset({"informant", "keeper", "reminders"})
"""Types of which there is nothing to print: sealed, or settings."""


def offered(ctx: Context, type_code: str, of: Of) -> tuple[PaperKind, ...]:
    """The papers of a record or register of that type; the first is what Ctrl+P shows."""
    if type_code in NOT_PRINTED:
        return ()
    own = tuple(kind for kind in PAPERS if kind.type_code == type_code and kind.of == of)
    replaced = {kind.replaces for kind in own}
    general = tuple(kind for kind in GENERIC if kind.of == of and kind.code not in replaced and _has_sense(ctx, kind, type_code))
    return tuple(sorted(own + general, key=_place)) if of == "register" else own + general


def paper_kind(code: str, type_code: str = "") -> PaperKind:
    """The kind of that code. Raises `KeyError` for one there is not."""
    for kind in (*PAPERS, *GENERIC):
        if kind.code == code and kind.type_code in ("", type_code):
            return kind
    raise KeyError(code)


def make(ctx: Context, code: str, subject: str | ListState, purpose: Purpose | None = None, *, type_code: str = "") -> Made:
    """The paper of a kind, of a record (its id, and `type_code` for kinds that every type has) or of a list as it is shown.

    Lists leave out what needs a purpose when there is none; papers of one record are made whole, and cannot leave without. Raises
    `UserError` "record.none" for a record that is not here, and what the paper's own module raises.
    """
    about = subject.type_code if isinstance(subject, ListState) else type_code
    kind = paper_kind(code, about)
    of_type = kind.type_code or about
    if purpose is not None:
        require(purpose)
    spoken = vietnamese(ctx)
    module, name = kind.build.split(":")
    build = getattr(import_module(f"app.services.papers.{module}"), name)
    filled: Any = build(spoken, Asked(of_type, subject, purpose)) if kind.asked else build(spoken, subject)
    title = spoken.say(kind.title)
    if not isinstance(filled, Filled):
        filled = Filled(filled)
    facts = unit(ctx)

    def made(each: Filled) -> Made:
        contents = _labels(spoken, each.names) or ((title,) if kind.names else ())
        leaving = Leaving(register_name(ctx, of_type), title, each.rows, contents)
        inner = made(each.workbook) if each.workbook else None
        stem = f"{_plain(kind, title, leaving)}-{facts.code}-{ctx.clock.today():%Y%m%d}"
        body = facts.police_body or facts.name
        shown = ctx.say(kind.title)
        if not kind.type_code:
            plural = ctx.say(ctx.store.registry.get(of_type).plural)
            shown = ctx.say(N_("{paper} · {register}"), paper=shown, register=plural)
        return Made(
            kind,
            shown,
            each.content,
            stem,
            leaving,
            body,
            purpose,
            _labels(ctx, each.names),
            _labels(ctx, each.withheld),
            inner,
        )

    return made(filled)


def render(made: Made, ending: str, progress: Progress = SILENT) -> bytes:
    """The paper as a file of that ending, one of `made.endings`. Nothing is recorded: for previews, and on the way out."""
    content: Content = made.content
    # Each renderer brings in a library that takes a while to load.
    if isinstance(content, Paper):
        if ending == ".pdf":
            from app.documents.official.pdf import paper_pdf

            return paper_pdf(content)
        if ending == ".docx":
            from app.documents.official.word import paper_docx

            return paper_docx(content)
        from app.documents.official.excel import paper_xlsx

        return paper_xlsx(content)
    if isinstance(content, Book) and ending == ".xlsx":
        from app.documents.books.excel import book_xlsx

        return book_xlsx(content, progress)
    from app.documents.pdf import render_pdf

    if isinstance(content, Book):
        from app.documents.books.pages import book_sheets

        return render_pdf(book_sheets(content, progress), title=content.title, author=content.heading.body)
    return render_pdf(content, title=made.leaving.paper, author=made.unit)


def save(ctx: Context, made: Made, path: Path, progress: Progress = SILENT, *, drawn: bytes | None = None) -> None:
    """Write the paper to `path`, whole or not at all; what names people is recorded with its purpose before it is there.

    `drawn` is its PDF, where that was rendered already for a preview.

    Raises `UserError` "paper.ending" for an ending the paper has not, and those of `disclosure.record` and `write_atomic`.
    """
    ending = path.suffix.lower()
    if ending not in made.endings:
        raise UserError(
            "paper.ending",
            N_("This paper cannot be saved as {name}. The name must end in {endings}."),
            name=path.name,
            endings=", ".join(made.endings),
        )
    written = made.as_file(ending)
    if written.names:
        require(made.purpose)
    content = drawn if drawn is not None and ending == ".pdf" else render(written, ending, progress)
    record(ctx, written.leaving, _WAYS[ending], made.purpose)
    write_atomic(path, content)


def printed(ctx: Context, made: Made, copies: int = 1) -> None:
    """Write down that the paper goes to the printer, before it does. Raises those of `disclosure.record`."""
    record(ctx, made.leaving, "print", made.purpose, copies=copies)


def _labels(ctx: Context, places: Sequence[Place]) -> tuple[str, ...]:
    types = ctx.store.registry
    return tuple(dict.fromkeys(ctx.say(types.get(code).fields[name].label) for code, name in places))


def _place(kind: PaperKind) -> int:
    """Of a register, the book itself comes first, empty papers last."""
    return 0 if "list" in (kind.code, kind.replaces) else 2 if kind.empty else 1


def _has_sense(ctx: Context, kind: PaperKind, type_code: str) -> bool:
    """Empty papers are for what officers write; what only the program writes has none. Pictures are not taken of everything."""
    if kind.code == "pictures":
        return type_code in attachments.OFFERED
    return not (kind.empty and ctx.store.registry.get(type_code).written_once)


def _plain(kind: PaperKind, title: str, leaving: Leaving) -> str:
    words = title if kind.type_code else f"{title} {leaving.register}"
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:60].strip("-")
