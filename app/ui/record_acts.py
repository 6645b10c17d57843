"""Saving, deleting and restoring a record: what the services ask on the way is asked in a bar, and answered by typing on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.core.i18n import N_
from app.services import drafts, registers
from app.services.context import Context
from app.services.drafts import Draft
from app.services.registers import Copied, RecordForm, RegisterView, Saved
from app.services.registers.asking import NO_ANSWERS, SAVE_ALL_THE_SAME, Answers, Asks
from app.ui.bars import BarArea
from app.ui.page import Page
from app.ui.tasks import Failed

Act = Callable[[Context, Answers], Any]
Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Opening:
    """All a blank form is opened with."""

    view: RegisterView
    blank: RecordForm
    draft: Draft | None
    copied: Copied | None


def read_opening(context: Context, type_code: str, begun: dict[str, str], slot: str, like: str = "") -> Opening:
    """A blank form that begins with `begun`; `like` is the record it is copied from, which leaves a draft aside."""
    blank, view = registers.blank(context, type_code, begun), registers.describe(context, type_code)
    if like:
        return Opening(view, blank, None, registers.copied(context, type_code, like))
    return Opening(view, blank, drafts.find(context, slot), None)


class RecordActs:
    """What is done to the record of one panel. `bars` is where questions are asked; answers go through `page` once more."""

    def __init__(self, page: Page, bars: BarArea) -> None:
        self._page, self._bars = page, bars

    def save(
        self, record: RecordForm, texts: dict[str, str], slot: str, done: Done, failed: Failed, *, copied_from: str = ""
    ) -> None:
        """Save a form's texts and drop the draft in `slot`; what belongs to the record it was copied from is copied along.

        `failed` is told of a question as well: the form stays open.
        """

        def act(context: Context, answers: Answers) -> Saved:
            saved = registers.save(context, record.type_code, record.id, texts, record.seen, answers=answers)
            drafts.drop(context, slot)
            if copied_from:
                registers.copy_along(context, record.type_code, copied_from, saved.id)
            return saved

        self.do(act, done, failed)

    def delete(self, type_code: str, record_id: str, done: Done) -> None:
        """Put a record into the recycle bin."""
        self.do(lambda context, answers: registers.delete(context, type_code, record_id, answers=answers), done)

    def restore(self, type_code: str, record_id: str, done: Done) -> None:
        """Take a record out of the recycle bin."""
        self.do(lambda context, answers: registers.restore(context, type_code, record_id, answers=answers), done)

    def settle(self, type_code: str, record_id: str, group: str, version: str, done: Done) -> None:
        """Choose one of the competing versions of a group."""
        self.do(lambda context, given: registers.settle(context, type_code, record_id, group, version, answers=given), done)

    def tell_doubts(self, saved: Saved) -> None:
        """Say what is worth a second look in what was saved."""
        if saved.warnings:
            text = self._page.say(N_("Saved. Look again: {doubts}"), doubts=" ".join(saved.warnings))
            self._page.bars.tell("warning", text)

    def do(self, act: Act, done: Done, failed: Failed | None = None, *, answers: Answers = NO_ANSWERS) -> None:
        """Have something done that may ask; what it asks and what goes wrong is said in a bar."""
        context, say = self._page.desk.context, self._page.say

        def refused(problem: Exception) -> None:
            if failed is not None:
                failed(problem)
            elif not isinstance(problem, Asks):
                self._page.explain(problem)
            if isinstance(problem, Asks):
                ask(problem)

        def ask(problem: Asks) -> None:
            def answered(text: str) -> None:
                given = replace(answers, reason=text) if problem.typed else answers
                self.do(act, done, failed, answers=replace(given, agreed=given.agreed | {problem.code}))

            self._bars.ask(say.error(problem), say(SAVE_ALL_THE_SAME), answered, typed=problem.typed)

        self._page.write(lambda _job: act(context, answers), done, failed=refused)
