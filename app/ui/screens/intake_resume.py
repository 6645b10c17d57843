"""A workbook that is being mended, taken up again where the officer stopped: kept after each step, offered when it is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.i18n import N_
from app.core.progress import Progress
from app.services.context import Context
from app.services.intake import unfinished
from app.services.intake.opened import open_workbook
from app.services.intake.unfinished import Unfinished
from app.services.intake.views import Edit, Opened, RowKey, Wanted
from app.ui.page import Page
from app.ui.screens.intake_judgement import with_sheet


@dataclass(frozen=True, slots=True)
class Begun:
    """A workbook that was read, what names its bytes, and what the officer had mended in it before."""

    opened: Opened
    digest: str
    kept: Unfinished | None


def begin(ctx: Context, path: Path, type_code: str, progress: Progress) -> Begun:
    """Read a workbook, with the sheets that were read by hand the last time. Raises what `open_workbook` raises."""
    opened, digest = open_workbook(ctx, path, type_code=type_code, progress=progress), unfinished.digest_of(path)
    kept = unfinished.find(ctx, digest)
    if kept is None:
        return Begun(opened, digest, None)
    for passed in opened.passed_over:
        if read_as := kept.types.get(str(passed.number)):
            opened = with_sheet(ctx, opened, passed.number, read_as, progress)
    kept = unfinished.fitting(ctx, kept, opened)
    return Begun(opened, digest, kept if kept.count else None)


class Keeper:
    """Keeps what is chosen and typed in the workbook that was `taken_up`, in the background, until it is dropped."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._digest = ""
        self._dropped: set[str] = set()
        """What is being forgotten: a file may be read again before that is done."""

    def take_up(self, begun: Begun) -> Unfinished | None:
        """Keep for this workbook from now on; returns what is there of it and not given up."""
        self._digest = begun.digest
        return None if begun.digest in self._dropped else begun.kept

    def keep(self, opened: Opened | None, wanted: Mapping[str, Wanted], edits: Mapping[RowKey, Edit]) -> None:
        """Keep what stands now."""
        page, context, digest = self._page, self._page.desk.context, self._digest
        if opened is not None and digest:
            self._dropped.discard(digest)
            work = unfinished.keep
            page.desk.tasks.write(page, lambda _job: work(context, digest, opened, wanted, edits), lambda _: None, page.explain)

    def tell(self, kept: Unfinished, afresh: Callable[[], None]) -> None:
        """Say that what was mended before is there again, with the way to begin `afresh`."""
        say = self._page.say
        one = N_("One place that you had mended in this file was taken up again.")
        told = say.plural(one, N_("{n} places that you had mended in this file were taken up again."), kept.count)
        self._page.bars.tell("warning", told, (say(N_("Begin afresh")), afresh))

    def may_give_up(self, name: str) -> bool:
        """Ask whether what was corrected in the file of that `name` is given up; then it is forgotten."""
        page, say = self._page, self._page.say
        question = say(N_("Rows of {name} were corrected and not recorded yet. Give that up?"), name=name)
        given_up = page.desk.ask.confirm(page, question, say(N_("Give it up")))
        if given_up:
            self.drop()
        return given_up

    def drop(self) -> None:
        """Forget it: it was recorded, or given up."""
        page, context, digest = self._page, self._page.desk.context, self._digest
        if digest:
            self._dropped.add(digest)
            page.desk.tasks.write(page, lambda _job: unfinished.drop(context, digest), lambda _none: None, page.explain)
