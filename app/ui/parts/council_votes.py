"""In a meeting of the awards council: how it voted, and a button that puts everybody who waits to the vote."""

from app.core.i18n import N_
from app.services.awards import council
from app.services.awards.council import Vote, Voting
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class CouncilVotesPart(Part):
    """Enter opens a vote, to write what was otherwise than unanimous."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self._votes: tuple[Vote, ...] = ()
        self.grid = Grid(
            "council_votes.list",
            (Head(""), Head("", TOKENS.sidebar // 2), Head("", TOKENS.sidebar * 2 // 3)),
        )
        self.grid.setAccessibleName(say(N_("How the council voted")))
        self.grid.setProperty("role", "framed")
        self.grid.horizontalHeader().hide()
        self.grid.opened.connect(lambda place: self.child.emit("council_vote", self._votes[place].id))
        self.put = button("", self._put, name="council_votes.put")
        heading = words(say(N_("How the council voted")), "section", wrap=True)
        hint = words(say(N_("For – against – other")), "quiet")
        head = row(heading, hint)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.grid, row(self.put, 1), gap=TOKENS.gap))
        self.hide()
        context, meeting = desk.context, self.record_id
        self.read(lambda _job: council.voting(context, meeting), self._show, key="council_votes")

    def _show(self, found: Voting) -> None:
        self._votes = found.votes
        self.grid.show_lines([self._line(vote) for vote in found.votes])
        self.grid.be_as_high_as_its_lines()
        self.grid.setVisible(bool(found.votes))
        one, many = N_("Put the one who waits to the vote, all in favour"), N_("Put the {n} who wait to the vote, all in favour")
        self.put.setText(self.say.plural(one, many, found.unvoted))
        self.put.setVisible(self.own and bool(found.unvoted))
        self.setVisible(bool(found.votes) or (self.own and bool(found.unvoted)))

    def _line(self, vote: Vote) -> Line:
        counted = f"{vote.votes_for} – {vote.votes_against} – {vote.votes_other}"
        result = self.say(N_("majority")) if vote.passed else self.say(N_("no majority"))
        tip = " · ".join(filter(None, (vote.name, vote.address, vote.deed)))
        return Line((vote.name, counted, result), ("", "", "quiet" if vote.passed else "warning"), tip=tip, key=vote.id)

    def _put(self) -> None:
        context, meeting = self.desk.context, self.record_id
        self.write(lambda _job: council.put_to_vote(context, meeting), self._done)

    def _done(self, batch: str) -> None:
        context = self.desk.context
        self.changed.emit()
        text = self.say(N_("The votes are written down. Open those that were otherwise."))
        self.undoable.emit(text, lambda _job: council.undo(context, batch))
