"""Proves a book for whoever asks: journal, tables, file, and that every writer in it is somebody known."""

from dataclasses import dataclass

from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.services.carry.desk import book_of
from app.services.context import Context

_SENTENCES = {
    "signature": N_("Change {seq} of {replica} ({stream}) is not signed by whom it names."),
    "payload": N_("The content of change {seq} of {replica} ({stream}) is not what was signed."),
    "chain": N_("Change {seq} of {replica} ({stream}) does not follow the one before it."),
    "file": N_("The data file is damaged: {detail}. Restore the latest backup."),
    "content": N_("A picture or scan ({hash}) is damaged. Restore the latest backup, or attach it again."),
    "projection": N_("The table {table} did not say what the journal says; it has been made anew."),
    "author": N_("Nobody known vouches for the laptop that wrote as {replica}."),
}


@dataclass(frozen=True, slots=True)
class ProblemFound:
    """One thing that is not as it must be: its code, and the sentence in the officer's language."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome. `missing` counts runs of change-sets, `contents_missing` pictures that have not come yet, which is no fault of
    the book."""

    change_sets: int
    records: int
    problems: tuple[ProblemFound, ...]
    missing: int
    contents_missing: int

    @property
    def ok(self) -> bool:
        return not self.problems


def verify(ctx: Context, *, rebuild: bool = False, progress: Progress = SILENT) -> Verified:
    """Check everything; with `rebuild`, also make the tables anew from the journal and compare them with what stood."""
    proof = ctx.store.verify(against_journal=rebuild, progress=progress)
    problems = [
        ProblemFound(finding.code, ctx.say(_SENTENCES[finding.code], **dict(finding.facts))) for finding in proof.findings
    ]
    trust = book_of(ctx).trust()
    with ctx.store.reader() as reader:
        writers = sorted({replica for replica, _ in reader.holdings()})
    problems += [
        ProblemFound("author", ctx.say(_SENTENCES["author"], replica=writer[:8]))
        for writer in writers
        if trust.database(writer) is None
    ]
    return Verified(proof.change_sets, proof.records, tuple(problems), len(proof.gaps), proof.contents_missing)
