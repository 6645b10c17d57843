"""Taking workbooks in: choose files, see the columns, look at the rows, record them. Nothing is written before the last step."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from app.core.i18n import N_
from app.services.intake import many as several
from app.services.intake.many import Many
from app.services.intake.taking import PastImport, Taken, past, take_in
from app.services.intake.targets import registers
from app.services.intake.views import Opened, Preview
from app.ui.desk import Desk
from app.ui.screens.intake_acts import Acts
from app.ui.screens.intake_choose import ChooseStep
from app.ui.screens.intake_columns import ColumnsStep
from app.ui.screens.intake_done import DoneStep
from app.ui.screens.intake_drop import DropPage
from app.ui.screens.intake_judgement import Judgement, judge, with_sheet
from app.ui.screens.intake_many import ManyStep
from app.ui.screens.intake_preview import PreviewStep
from app.ui.screens.intake_resume import Begun, Keeper, begin
from app.ui.tasks import Done, Failed, Job, Work
from app.ui.theme import TOKENS
from app.ui.widgets import repolish, shortcut, words

CHOOSE, COLUMNS, PREVIEW, DONE, MANY = range(5)
_STEPS = (N_("1. File"), N_("2. Columns"), N_("3. Rows"))
_STEP_OF = {CHOOSE: 0, COLUMNS: 1, PREVIEW: 2, DONE: 2, MANY: 0}


class IntakePage(DropPage):
    """`enter` takes the code of the register that the officer comes from, or `None`. What is under way stays as it was left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Taking in Excel")))
        say = self.say
        self.preview: Preview | None = None
        self._taken: Taken | None = None
        self._of_list: tuple[Path, ...] = ()
        self._read_as: dict[str, str] = {}
        self.choose, self.columns, self.rows = ChooseStep(self), ColumnsStep(self), PreviewStep(self)
        self.done, self.many = DoneStep(self), ManyStep(self)
        self.acts, self.keeper = Acts(self), Keeper(self)
        self.steps = QStackedWidget()
        self.steps.setProperty("role", "ground")
        for step in (self.choose, self.columns, self.rows, self.done, self.many):
            self.steps.addWidget(step)
        self.body.addWidget(self.steps, 1)
        self.file = words("", "quiet")
        self.file.setObjectName("intake.file")
        self.action_row.addWidget(self.file)
        self._signs = [words(say(text), "step") for text in _STEPS]
        for sign in self._signs:
            self.action_row.addWidget(sign)
        self.setAcceptDrops(True)
        shortcut(self, "Ctrl+O", self._other_files)
        self._connect()
        self._turn(CHOOSE)

    def enter(self, argument: object = None) -> None:
        """Come to the front; the page of a register has it chosen, unless a workbook is being looked at."""
        if isinstance(argument, str) and self._mended():
            self.bars.tell("warning", self.say(N_("Rows of {name} are not recorded yet. Finish them first."), name=self._name()))
        elif isinstance(argument, str):
            self.rows.begin()
            self._of_list = ()
            self._turn(CHOOSE)
            self.choose.preset(argument)
        elif self.steps.currentIndex() == CHOOSE:
            self.choose.preset("")
        self.refresh()

    def refresh(self) -> None:
        """Read the imports before again."""
        context = self.desk.context
        self.choose.refresh()
        self.read(lambda _job: past(context), self.choose.show_imports, key="past")

    def focus_start(self) -> None:
        """Where work on the step begins."""
        (self.choose, self.columns, self.rows, self.done, self.many)[self.steps.currentIndex()].focus_start()

    def first_action(self) -> None:
        """Choosing files."""
        self._other_files()

    def leave(self) -> None:
        """What was chosen and corrected is kept; it is offered when the file is opened again."""
        if self.steps.currentIndex() in (COLUMNS, PREVIEW):
            self._keep()

    def look(self, paths: Sequence[Path]) -> None:
        """Open workbooks: one is looked at by itself, several in a list. Nothing is recorded."""
        if self._may_leave():
            self._of_list = ()
            self._look(tuple(paths))

    def _look(self, paths: tuple[Path, ...]) -> None:
        self.bars.clear()
        context, type_code = self.desk.context, self.choose.register

        def work(job: Job) -> Begun | Many:
            found = several.workbooks_in(paths)
            if len(found) > 1:
                return several.take_in_many(context, found, type_code=type_code, dry_run=True, progress=job)
            return begin(context, found[0], type_code, job)

        failed = partial(self.acts.not_read, partial(self._look, paths))
        self._aside(work, self._opened, self.say(N_("Reading the workbook")), failed)

    def _connect(self) -> None:
        self.choose.chosen.connect(self.look)
        self.choose.template_wanted.connect(self.acts.save_template)
        self.choose.undo_wanted.connect(self._undo_past)
        self.columns.go_on.connect(self._judge_anew)
        self.columns.go_back.connect(self._back_to_files)
        self.columns.sheet_wanted.connect(self._read_sheet)
        self.rows.edited.connect(self._judge)
        self.rows.go_back.connect(partial(self._turn, COLUMNS))
        self.rows.taken.connect(self._take)
        self.rows.save_rejected.connect(self._save_rejected)
        self.rows.record_wanted.connect(lambda like: self.acts.open_book(like.type_code, like.record_id))
        self.done.book_wanted.connect(self.acts.open_book)
        self.done.rest_wanted.connect(self._judge_anew)
        self.done.save_rejected.connect(self._save_rejected)
        self.done.another.connect(self._back_to_files)
        self.done.undo_wanted.connect(self._undo_taken)
        self.many.opened.connect(self._look_at_one)
        self.many.taken.connect(self._take_many)
        self.many.save_result.connect(self._save_result)
        self.many.undo_wanted.connect(self._undo_many)
        self.many.go_back.connect(self._back_to_files)

    def _name(self) -> str:
        return self.columns.opened.name if self.columns.opened is not None else ""

    def _turn(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        name = self._name() if step in (COLUMNS, PREVIEW, DONE) else ""
        room = TOKENS.sidebar + TOKENS.sidebar_folded
        self.file.setText(self.file.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        self.file.setToolTip(name)
        for number, sign in enumerate(self._signs):
            repolish(sign, "active", "true" if number == _STEP_OF[step] else "false")
        self.focus_start()

    def _may_leave(self) -> bool:
        return not self._mended() or self.keeper.may_give_up(self._name())

    def _mended(self) -> bool:
        return bool(self.rows.edits) and self.steps.currentIndex() in (COLUMNS, PREVIEW)

    def _keep(self) -> None:
        self.keeper.keep(self.columns.opened, dict(self.columns.wanted), self.rows.edits.frozen())

    def _other_files(self) -> None:
        if self._may_leave():
            self.rows.begin()
            self.choose.choose_files()

    def _back_to_files(self) -> None:
        """To the first step; from a file of several, to their list as it is now."""
        if not self._may_leave():
            return
        self.rows.begin()
        if self._of_list and self.steps.currentIndex() != MANY:
            self._look(self._of_list)
            return
        self._of_list = ()
        self._turn(CHOOSE)
        self.refresh()

    def _look_at_one(self, path: Path) -> None:
        """A file of several, by itself."""
        if self.many.many is not None:
            self._of_list = tuple(each.path for each in self.many.many.files)
            self._look((path,))

    def _aside(self, work: Work, done: Done, title: str, failed: Failed | None = None) -> None:
        """Reading that takes its time, with progress and Cancel; the answer to an older question of the page is not waited for."""
        self.read(work, done, key="workbook", title=title, failed=failed, aside=True)

    def _opened(self, answer: Begun | Many) -> None:
        self.rows.begin()
        self._read_as = {}
        if isinstance(answer, Many):
            self.many.show_many(answer)
            self._turn(MANY)
            return
        kept = self.keeper.take_up(answer)
        self.columns.show_opened(answer.opened, kept.wanted if kept else {})
        self._turn(COLUMNS)
        if kept is not None:
            self.rows.begin(kept.edits)
            self._read_as = {key: wanted.type_code for key, wanted in kept.wanted.items()}
            self.keeper.tell(kept, partial(self._afresh, answer))

    def _afresh(self, begun: Begun) -> None:
        self.keeper.drop()
        self._opened(Begun(begun.opened, begun.digest, None))

    def _read_sheet(self, number: int, type_code: str) -> None:
        """A sheet on which nothing was recognised, read as that register."""
        opened, context = self.columns.opened, self.desk.context
        if opened is None:
            return

        def done(answer: Opened) -> None:
            self.columns.show_opened(answer, self.columns.wanted)

        title = self.say(N_("Reading the workbook"))
        self._aside(lambda job: with_sheet(context, opened, number, type_code, job), done, title)

    def _judge_anew(self) -> None:
        """Look at the rows for the first time, or after the columns were changed."""
        for key, wanted in self.columns.wanted.items():
            if self._read_as.get(key, "") != wanted.type_code:
                self.rows.edits.forget_table(key)
        self._read_as = {key: wanted.type_code for key, wanted in self.columns.wanted.items()}
        self.rows.judgement = None
        self._judge(turn=True)

    def _judge(self, *, turn: bool = False) -> None:
        """Have the rows judged as the officer wants the workbook now, in the background."""
        opened, context = self.columns.opened, self.desk.context
        if opened is None:
            return
        self.bars.clear()
        wanted, edits = dict(self.columns.wanted), self.rows.edits.frozen()

        def done(judgement: Judgement) -> None:
            self.preview = judgement.preview
            self.rows.show_judgement(judgement)
            if turn:
                self._turn(PREVIEW)

        def failed(problem: Exception) -> None:
            if not turn:
                self.rows.not_judged()
            self.explain(problem)

        title = self.say(N_("Looking at the rows"))
        self._aside(lambda job: judge(context, opened, wanted, edits, job), done, title, failed)
        self._keep()

    def _take(self) -> None:
        preview, context = self.preview, self.desk.context
        if preview is None or not preview.count("new"):
            return
        self.rows.take.setEnabled(False)

        def done(answer: tuple[Taken, Mapping[str, str]]) -> None:
            self._taken, called = answer
            self.rows.edits.recorded((row.key, row.number) for row in preview.rows if row.verdict == "new")
            self.keeper.drop()
            self.done.show_taken(self._taken, preview, called)
            self._turn(DONE)

        def failed(problem: Exception) -> None:
            self.rows.set_busy(busy=False)
            self.explain(problem)

        title = self.say(N_("Recording the rows"))
        self.write(lambda job: (take_in(context, preview, job), dict(registers(context))), done, title=title, failed=failed)

    def _take_many(self) -> None:
        if self.many.many is not None:
            self.acts.take_many(self.many.many, self.choose.register, self.many.show_many)

    def _undo_taken(self) -> None:
        if self._taken is not None:
            self.acts.undo((self._taken.batch,), self._name(), self._taken.new, partial(self._turn, CHOOSE))

    def _undo_past(self, one: PastImport) -> None:
        self.acts.undo((one.batch,), one.name, one.new, partial(self._turn, CHOOSE))

    def _undo_many(self) -> None:
        if self.many.many is not None:
            self.acts.undo_many(self.many.many, partial(self._turn, CHOOSE))

    def _save_rejected(self) -> None:
        if self.preview is not None:
            self.acts.save_rejected(self.preview)

    def _save_result(self) -> None:
        if self.many.many is not None:
            self.acts.save_result(self.many.many)
