"""Papers that records and registers become: which there are, what stands in them, and how they leave the program.

Lives here: the table of papers, one module a subject that gathers facts and returns a model of `app.documents`, and what is common
to them. Does not live here: how a paper is drawn (`app.documents`), reports (`app.services.reports`), certificates
(`app.services.awards`). Papers are Vietnamese in every language of the program. Whatever names citizens leaves only with a
purpose, which is recorded (`app.services.disclosure`).
"""

from app.services.papers.made import Made
from app.services.papers.make import make, offered, printed, render, save
from app.services.papers.table import PAPERS, Of, PaperKind

__all__ = ["PAPERS", "Made", "Of", "PaperKind", "make", "offered", "printed", "render", "save"]
