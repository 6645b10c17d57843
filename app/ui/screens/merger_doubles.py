"""What stands twice after a merger: records of one name from two units, joined into one or kept both."""

from functools import partial

from app.core.i18n import N_
from app.core.text import number_vi
from app.services import merger
from app.services.merger import Double, JoinedDouble
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.screens.carry_parts import Part
from app.ui.widgets import button, row, words


class DoublesPart(Part):
    """One line a pair; several are chosen with Shift or Ctrl."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        self._doubles: tuple[Double, ...] = ()
        heads = (
            Head(say(N_("Register"))),
            Head(say(N_("Goes on")), wide=True),
            Head(say(N_("Unit"))),
            Head(say(N_("Would be joined to it")), wide=True),
            Head(say(N_("Unit"))),
            Head(say(N_("Records that name it")), figures=True),
        )
        self.table = LineTable("merger.table", heads)
        self.table.setProperty("role", "framed")
        self.table.setMinimumHeight(220)
        self.table.changed.connect(self._offer)
        self.join = button(say(N_("Join into one")), self._join, role="primary", sign="git-merge", name="merger.join_double")
        self.keep = button(say(N_("Keep both")), self._keep, name="merger.keep_both")
        self.hint = words("", "quiet", wrap=True)
        self.card(words(say(N_("The same name in both books")), "section"), self.hint, self.table, row(self.join, self.keep, 1))
        self._offer()

    def refresh(self) -> None:
        """Read the pairs again."""
        context = self.desk.context
        self.page.read(lambda _job: merger.doubles(context), self._show, key="doubles")

    def _show(self, doubles: tuple[Double, ...]) -> None:
        self._doubles = doubles
        self.table.show_lines(
            [(d.register, d.keep_title, d.kept_unit, d.other_title, d.other_unit, number_vi(d.referring)) for d in doubles]
        )
        self.table.setVisible(bool(doubles))
        text = (
            N_("Joining moves every record that names the right one over to the left one. Signed papers keep what they say.")
            if doubles
            else N_("Nothing stands twice.")
        )
        self.hint.setText(self.say(text))
        self._offer()

    def _chosen(self) -> list[Double]:
        return [self._doubles[number] for number in self.table.chosen()]

    def _offer(self) -> None:
        may = bool(self._doubles) and bool(self.table.chosen())
        for each in (self.join, self.keep):
            each.setEnabled(may)
            each.setVisible(bool(self._doubles))

    def _join(self) -> None:
        context, chosen = self.desk.context, self._chosen()

        def done(joined: list[JoinedDouble]) -> None:
            self.refresh()
            moved = sum(each.moved for each in joined)
            one = N_("Joined; {n} record names the one on the left now.")
            many = N_("Joined; {n} records name the one on the left now.")
            text = self.say.plural(one, many, moved)
            self.page.bars.tell("done", text, (self.say(N_("Undo")), partial(self._undo, [each.batch for each in joined])))

        self.page.write(lambda _job: [merger.join_double(context, each) for each in chosen], done)

    def _undo(self, batches: list[str]) -> None:
        context = self.desk.context

        def work(_job: object) -> int:
            return sum(len(merger.undo_join(context, batch).left) for batch in reversed(batches))

        def done(left: int) -> None:
            self.refresh()
            if left:
                text = N_("Taken back, but for what was changed in the meantime.")
                self.page.bars.tell("warning", self.say(text))
            else:
                self.page.bars.tell("done", self.say(N_("Taken back.")))

        self.page.write(work, done)

    def _keep(self) -> None:
        context, chosen = self.desk.context, self._chosen()

        def work(_job: object) -> None:
            for each in chosen:
                merger.keep_both(context, each)

        self.page.write(work, lambda _none: self.refresh())
