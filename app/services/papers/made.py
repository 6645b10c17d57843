"""A paper that has been made: what is on it, what it is called, and what may not leave without a purpose."""

from dataclasses import dataclass

from app.documents.books.model import Book
from app.documents.display import Sheet
from app.documents.official.model import Annex, Paper, Table
from app.services.disclosure import Leaving, Purpose
from app.services.papers.table import PaperKind

Content = Paper | Book | tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, ready to be looked at, saved or printed.

    `title`, `named` and `withheld` are in the officer's language. `file_stem` names files, without an ending and without people.
    `leaving` tells what it discloses: when that names columns, it cannot leave without a `purpose`. `named` are the labels of what
    names people on it, `withheld` of what was left out because no purpose was given. `unit` heads it. `workbook` is what it becomes
    as .xlsx where that is not the same.
    """

    kind: PaperKind
    title: str
    content: Content
    file_stem: str
    leaving: Leaving
    unit: str
    purpose: Purpose | None = None
    named: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    workbook: "Made | None" = None

    @property
    def endings(self) -> tuple[str, ...]:
        """What it can be saved as; the first is always PDF."""
        if isinstance(self.content, tuple):
            return (".pdf",)
        if isinstance(self.content, Book):
            return (".pdf",) if self.content.empty_pages else (".pdf", ".xlsx")
        return (".pdf", ".docx", ".xlsx") if has_table(self.content) else (".pdf", ".docx")

    @property
    def names(self) -> bool:
        """It carries names of people or how to reach them, so it leaves only with a purpose."""
        return bool(self.leaving.contents)

    def as_file(self, ending: str) -> "Made":
        """What is really written under that ending."""
        return self.workbook if ending == ".xlsx" and self.workbook is not None else self


def has_table(paper: Paper) -> bool:
    """Whether there is anything on a paper for a workbook."""
    inside = [part for block in paper.blocks if isinstance(block, Annex) for part in block.blocks]
    return any(isinstance(block, Table) for block in (*paper.blocks, *inside))
