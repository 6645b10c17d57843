"""Receiving: what lies on the stick, in words, before anything is taken in; then taking it in and saying what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.core.errors import Cancelled
from app.core.i18n import N_
from app.services import carry
from app.services.carry import Imported, Preview
from app.ui.page import Page
from app.ui.screens.carry_parts import Part, notice
from app.ui.tasks import Job
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, words


@dataclass(slots=True)
class _Outcome:
    """What was done of a list of files; `stopped` when the officer cancelled before the end."""

    results: list[Imported] = field(default_factory=list)
    stopped: bool = False

    @property
    def whole(self) -> Imported:
        packages = tuple(package for each in self.results for package in each.packages)
        return Imported(packages, tuple(refused for each in self.results for refused in each.refusals))


class ReceivePart(Part):
    """`look` shows what files hold; `take` takes the ticked ones in."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        say = self.say
        files = button(say(N_("Choose files…")), self._choose_files, sign="file-text", name="carry.files")
        self.source = button(say(N_("Choose the stick or folder…")), self._choose_folder, sign="folder-open", name="carry.source")
        help_ = words(
            say(N_("Nothing is taken in before you have seen what each package holds and accepted it.")), "help", wrap=True
        )
        self.card(words(say(N_("Packages to receive")), "section"), help_, row(self.source, files, 1))
        self.found = QVBoxLayout()
        self.found.setSpacing(TOKENS.inside)
        self.inside.addLayout(self.found)
        self.go = button("", self.take, role="primary", sign="download", name="carry.accept")
        self.stop = button(say(N_("Take nothing in")), self.forget, name="carry.leave")
        choice = row(self.go, self.stop, 1)
        choice.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        self.decision = framed("footer", choice)
        self.decision.hide()
        self.whole.addWidget(self.decision)
        self.result = QVBoxLayout()
        self.result.setSpacing(TOKENS.inside)
        self.inside.addLayout(self.result)
        self._ticks: list[tuple[Path, QCheckBox]] = []

    def look(self, paths: Sequence[Path]) -> None:
        """Open every package of these files and folders and show what it holds; nothing is taken in."""
        if not paths:
            return
        self.forget()
        self.page.bars.clear()
        context = self.desk.context

        def work(job: Job) -> _Outcome:
            return self._each(job, carry.packages_in(context, paths), dry_run=True)

        # Looking uses the writer's connection (it is rolled back), but saves nothing, so it is not told as a save.
        self.desk.tasks.write(self, work, self._show, self.page.explain, title=self.say(N_("Opening packages")))

    def take(self) -> None:
        """Take the ticked packages in, each whole or not at all."""
        chosen = [path for path, tick in self._ticks if tick.isChecked()]
        if not chosen:
            return
        self.decision.setEnabled(False)
        self.page.write(
            lambda job: self._each(job, chosen, dry_run=False),
            self._taken,
            title=self.say(N_("Taking packages in")),
            failed=self._failed,
        )

    def forget(self) -> None:
        """Put away what was looked at."""
        self._ticks = []
        empty_layout(self.found)
        empty_layout(self.result)
        self.decision.hide()
        self.decision.setEnabled(True)

    def _each(self, job: Job, paths: Sequence[Path], *, dry_run: bool) -> _Outcome:
        done = _Outcome()
        try:
            for number, path in enumerate(paths):
                job.step(number, len(paths), "")
                done.results.append(carry.import_packages(self.desk.context, [path], dry_run=dry_run, progress=job))
        except Cancelled:
            done.stopped = True
        return done

    def _choose_files(self) -> None:
        kinds = self.say(N_("Packages (*.antq);;All files (*)"))
        self.look(self.desk.ask.open_files(self, self.say(N_("Choose packages")), kinds))

    def _choose_folder(self) -> None:
        folder = self.desk.ask.folder(self, self.say(N_("Choose the stick or folder")))
        self.look([folder] if folder else [])

    def _show(self, outcome: _Outcome) -> None:
        self.forget()
        seen = outcome.whole
        for package in seen.packages:
            self.found.addWidget(self._package(package))
        self._tell_refusals(seen, self.found)
        if not seen.packages and not seen.refusals and not outcome.stopped:
            self.found.addWidget(notice("warning", self.say(N_("There is no package of another laptop in this folder."))))
        if outcome.stopped:
            self.found.addWidget(notice("warning", self.say(N_("Stopped. The other packages were not looked at."))))
        self.decision.setVisible(bool(seen.packages))
        self._count()
        if seen.packages:
            self.go.setFocus()

    def _package(self, package: Preview) -> QFrame:
        head, *rest = package.lines
        tick = QCheckBox(head)
        tick.setObjectName(f"carry.package.{len(self._ticks)}")
        tick.setChecked(bool(package.already_had < package.change_sets or not package.change_sets))
        tick.toggled.connect(lambda _on: self._count())
        self._ticks.append((package.file, tick))
        lines: list[QWidget] = [words(line, "value", wrap=True, select=True) for line in rest]
        text = column(*lines, words(package.file.name, "help"), gap=TOKENS.gap)
        text.setContentsMargins(TOKENS.edge, 0, 0, 0)
        return framed("card", column(tick, text, edge=TOKENS.between))

    def _tell_refusals(self, seen: Imported, place: QVBoxLayout) -> None:
        for refused in seen.refusals:
            text = self.say(N_("{file} was refused. {reason}"), file=refused.file.name, reason=refused.message)
            place.addWidget(notice("error", text))

    def _count(self) -> None:
        count = sum(tick.isChecked() for _path, tick in self._ticks)
        self.go.setEnabled(count > 0)
        self.go.setText(self.say.plural(N_("Take in one package"), N_("Take in {n} packages"), count))

    def _taken(self, outcome: _Outcome) -> None:
        self.forget()
        self.source.setFocus()
        done, say = outcome.whole, self.say
        for package in done.packages:
            lines = [
                words(line, "section" if not number else "value", wrap=True, select=True)
                for number, line in enumerate(package.lines)
            ]
            self.result.addWidget(framed("card", column(*lines, edge=TOKENS.between, gap=TOKENS.gap)))
        self._tell_refusals(done, self.result)
        if outcome.stopped:
            self.result.addWidget(
                notice("warning", say(N_("Stopped. What had been taken in whole stays; the rest can be taken in later.")))
            )
        if done.packages:
            text = say(
                N_("Taken in: {new} new records, {changed} changed. Send a package back, so that the sender learns it arrived."),
                new=done.new,
                changed=done.changed,
            )
            self.result.addWidget(notice("done", text))
        self.page.refresh()

    def _failed(self, problem: Exception) -> None:
        self.decision.setEnabled(True)
        self.page.explain(problem)
