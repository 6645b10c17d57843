"""What the page of taking in does beside its steps: saving workbooks of its own, and undoing imports."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.data.undo import Undone
from app.services.intake.many import Many, take_in_many
from app.services.intake.rejects import rejected
from app.services.intake.results import result_sheet
from app.services.intake.taking import undo
from app.services.intake.templates import template
from app.services.intake.views import Preview
from app.ui.page import Page
from app.ui.tasks import Job


class Acts:
    """Asks where or whether, does it in the background, and says on the page what came of it."""

    def __init__(self, page: Page) -> None:
        self._page, self._say = page, page.say

    def not_read(self, again: Callable[[], None], problem: Exception) -> None:
        """Say why a file was not read; one in which no register was recognised is read `again` once its register is chosen."""
        self._page.explain(problem)
        if isinstance(problem, UserError) and problem.code == "intake.no_table":
            self._page.bars.tell("error", self._say.error(problem), (self._say(N_("Read it as the register chosen below")), again))

    def open_book(self, type_code: str, record_id: str | None = None) -> None:
        """Go to the page of a register, or to one of its records."""
        from app.ui.menu import page_of

        self._page.go.emit(page_of(type_code), record_id)

    def save_rejected(self, preview: Preview) -> None:
        """The rows that are not taken in, as a workbook with the reasons."""
        name, context = f"{Path(preview.opened.name).stem}-can-xem-lai.xlsx", self._page.desk.context
        self._save(N_("Save rows to look at"), name, lambda: rejected(context, preview, by_hand=True))

    def save_result(self, many: Many) -> None:
        """One sheet on what became of several files."""
        context = self._page.desk.context
        self._save(N_("Save the result"), "ket-qua-nhap.xlsx", lambda: result_sheet(context, many))

    def save_template(self, type_code: str) -> None:
        """An empty workbook of a register, to be filled in."""
        context = self._page.desk.context
        name = f"mau-{type_code.replace('_', '-')}.xlsx"
        self._save(N_("Save an empty template"), name, lambda: template(context, type_code))

    def take_many(self, many: Many, type_code: str, after: Callable[[Many], object]) -> None:
        """Take in every file that could be read, each as an import of its own; what came of it, or `many` as it was, comes to
        `after`."""
        say, page, context = self._say, self._page, self._page.desk.context
        paths = tuple(each.path for each in many.files if each.error is None)

        def work(job: Job) -> Many:
            taken = take_in_many(context, paths, type_code=type_code, progress=job)
            now = {each.path: each for each in taken.files}
            return Many(tuple(now.get(each.path, each) for each in many.files), dry_run=False)

        def done(answer: Many) -> None:
            after(answer)
            page.bars.tell("done", say.plural(N_("One row was recorded."), N_("{n} rows were recorded."), answer.totals.new))
            page.refresh()

        def failed(problem: Exception) -> None:
            after(many)
            page.refresh()
            page.explain(problem)

        page.write(work, done, title=say(N_("Recording the rows")), failed=failed)

    def undo(self, batches: tuple[str, ...], name: str, count: int, after: Callable[[], object]) -> None:
        """Take imports back, the last first, when the officer agrees; then do what comes `after`, and read the page again."""
        say, page = self._say, self._page
        question = say.plural(
            N_("Undo the import of {name}? The row it recorded goes to the recycle bin."),
            N_("Undo the import of {name}? The {n} rows it recorded go to the recycle bin."),
            count,
            name=name,
        )
        if not page.desk.ask.confirm(page, question, say(N_("Undo the import"))):
            return

        def done(undone: list[Undone]) -> None:
            after()
            page.refresh()
            left = sum(len(each.left) for each in undone)
            if left:
                text = N_("The import was undone, but for what somebody has changed since: {left} changes stay.")
                page.bars.tell("warning", say(text, left=left))
            else:
                page.bars.tell("done", say(N_("The import of {name} was undone."), name=name))

        context = page.desk.context
        page.write(lambda _job: [undo(context, batch) for batch in batches], done, title=say(N_("Undoing the import")))

    def undo_many(self, many: Many, after: Callable[[], object]) -> None:
        """Take back every import of a list of files."""
        taken = [each for each in many.files if each.batch]
        names = self._say.plural(N_("one file"), N_("{n} files"), len(taken))
        self.undo(tuple(each.batch for each in reversed(taken)), names, sum(each.counts.new for each in taken), after)

    def _save(self, title: str, name: str, made: Callable[[], bytes]) -> None:
        say, page = self._say, self._page
        path = page.desk.ask.save_as(page, say(title), name, say(N_("Excel (*.xlsx)")))
        if path is None:
            return

        def done(_none: object) -> None:
            show = (say(N_("Open")), partial(page.desk.ask.show_file, path))
            page.bars.tell("done", say(N_("Saved as {path}."), path=path), show)

        page.read(lambda _job: write_atomic(path, made()), done, title=say(N_("Writing the file")), aside=True)
