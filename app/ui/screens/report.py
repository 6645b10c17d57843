"""Reports: a period's figures beside those of the year before, the rows behind each, the closing paragraph, and the papers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QSplitter

from app.core import settings
from app.core.errors import UserError
from app.core.i18n import N_
from app.services import reports
from app.services.reports import Report, ReportRow, RowsBehind
from app.statistics.closed import halves, months_of
from app.statistics.periods import Period
from app.ui.desk import Desk
from app.ui.menu import page_of
from app.ui.page import Page
from app.ui.screens.report_pane import ReportPane
from app.ui.screens.report_period import PeriodChooser, recalled, remembered
from app.ui.screens.report_table import FigureTable
from app.ui.tasks import Job
from app.ui.theme import NARROW_PAGE, TOKENS
from app.ui.widgets import button, column, framed, row, scrolled, shortcut

PERIOD_CHOICE = "report.period"
COUNTED_CHOICE = "report.counted"
_FORMS = (
    (".pdf", N_("PDF, to print")),
    (".docx", N_("Word, to edit")),
    (".xlsx", N_("Excel")),
    (".json", N_("JSON, for other programs")),
)


class ReportPage(Page):
    """Counts anew whenever it comes to the front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Reports")))
        say, kept = desk.say, settings.read(desk.context.folder)
        self.report: Report | None = None
        self.close_months = button(say(N_("Close the figures")), self.close_figures, sign="lock", name="report.close")
        self.close_months.setToolTip(say(N_("Freeze the commitment figures of these months, so that the unit above gets them.")))
        self.save = button(say(N_("Save the report")), lambda: None, sign="save", role="primary", name="report.save")
        menu = QMenu(self.save)
        for ending, words in _FORMS:
            menu.addAction(say(words), partial(self.save_as, ending)).setObjectName(f"report.save{ending}")
        self.save.setMenu(menu)
        self.save.setEnabled(False)
        self.action_row.addWidget(self.close_months)
        self.action_row.addWidget(self.save)
        self.period = PeriodChooser(desk)
        self.period.set(recalled(kept.last.get(PERIOD_CHOICE, ""), desk.context.clock.today()))
        self.period.changed.connect(self._period_chosen)
        self.counted = QCheckBox(say(N_("Only what was counted")))
        self.counted.setObjectName("report.counted")
        self.counted.setChecked(kept.last.get(COUNTED_CHOICE) == "1")
        self.counted.toggled.connect(self._counted_chosen)
        self.table = FigureTable(say)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.open_figure)
        self.pane = ReportPane(desk, self._copy)
        self.pane.opened.connect(self._go_to)
        self.pane.unit_asked.connect(self._open_unit)
        side = framed("pane", column(scrolled(self.pane), gap=0))
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        self.parts.addWidget(side)
        self.parts.setStretchFactor(0, 5)
        self.parts.setStretchFactor(1, 3)
        choice = row(self.period, self.counted)
        choice.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        choice.setStretch(0, 1)
        self.body.addLayout(choice)
        self.body.addWidget(self.parts, 1)
        shortcut(self, "Alt+Left", lambda: self.period.step(-1))
        shortcut(self, "Alt+Right", lambda: self.period.step(1))
        shortcut(self, "Ctrl+S", self.save.showMenu)

    def enter(self, argument: object = None) -> None:
        """Show the period asked for, or the one chosen last."""
        if isinstance(argument, str):
            self.period.set(recalled(argument, self.desk.context.clock.today()))
        self.refresh()

    def focus_start(self) -> None:
        """The figures, so that the arrow keys walk through them."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Count again."""
        context, period = self.desk.context, self.period.period
        self.read(lambda _job: reports.build(context, period), self._show, key="report", title=self.say(N_("Counting")))

    def print_out(self) -> None:
        """A report is printed from its PDF."""
        self.save_as(".pdf")

    def save_as(self, ending: str) -> None:
        """Ask where, and write the report of the shown period there."""
        report = self.report
        if report is None:
            return
        period = report.period
        name = f"bao-cao-{report.unit.code}-{period.start:%Y%m%d}-{period.end:%Y%m%d}{ending}"
        path = self.desk.ask.save_as(self, self.say(N_("Save the report")), name, f"{ending[1:].upper()} (*{ending})")
        if path is None:
            return

        def work(job: Job) -> Path:
            job.step(0, 0, "")
            reports.save(self.desk.context, report, path)
            return path

        def done(saved: Path) -> None:
            self._saved(saved)
            context = self.desk.context
            if ending != ".json":
                self.write(lambda _job: reports.remember_made(context, period), lambda _none: None)

        self.read(work, done, title=self.say(N_("Writing the report")))

    def close_figures(self) -> None:
        """The page where months are closed, at the last month of the shown period that has begun."""
        today = self.desk.context.clock.today()
        months = [month for month in months_of(self.period.period) if halves(month)[0].start <= today]
        self.go.emit("closing", months[-1] if months else f"{today:%Y-%m}")

    def open_figure(self, figure: ReportRow, unit: str = "") -> None:
        """Open the rows behind a figure: at once if they are in one register, otherwise the officer chooses in the pane."""
        context, period = self.desk.context, self.period.period

        def found(lists: tuple[RowsBehind, ...]) -> None:
            if len(lists) == 1:
                self._go_to(lists[0])
                return
            self.pane.show_behind(lists)
            self.pane.focus_behind()

        self.read(lambda _job: reports.rows_behind(context, figure.code, period, unit=unit), found, key="behind")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """In a narrow window the pane stands below the figures."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PAGE
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if orientation is not self.parts.orientation():
            self.parts.setOrientation(orientation)
            self.parts.setSizes([TOKENS.row * 5, TOKENS.row * 4] if narrow else [TOKENS.row * 5, TOKENS.row * 3])

    def _show(self, report: Report) -> None:
        self.report = report
        self.save.setEnabled(True)
        self.close_months.setVisible(self.desk.session.is_station)
        self.pane.show_report(report)
        self.table.show_report(report, only_counted=self.counted.isChecked())
        figure = self.table.current()
        if figure is not None:
            self._chosen(figure)

    def _chosen(self, figure: ReportRow) -> None:
        report = self.report
        if report is None:
            return
        self.pane.show_figure(report, figure)
        context = self.desk.context
        self.read(lambda _job: reports.rows_behind(context, figure.code, report.period), self.pane.show_behind, key="behind")

    def _open_unit(self, unit: str) -> None:
        figure = self.table.current()
        if figure is not None:
            self.open_figure(figure, unit)

    def _go_to(self, behind: RowsBehind) -> None:
        self.go.emit(page_of(behind.state.type_code), behind.state)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.pane.paragraph.text())
        self.bars.tell("done", self.say(N_("The paragraph was copied.")))

    def _saved(self, path: Path) -> None:
        text = self.say(N_("The report was saved: {path}"), path=path)
        self.bars.tell("done", text, (self.say(N_("Open")), lambda: self.desk.ask.show_file(path)))

    def _period_chosen(self, period: Period) -> None:
        self.bars.clear()
        self._keep(PERIOD_CHOICE, remembered(period, self.desk.context.clock.today()))
        self.refresh()

    def _counted_chosen(self, only: bool) -> None:
        self._keep(COUNTED_CHOICE, "1" if only else "")
        if self.report is not None:
            self.table.show_report(self.report, only_counted=only)

    def _keep(self, name: str, choice: str) -> None:
        folder = self.desk.context.folder
        try:
            settings.write(folder, settings.read(folder).remembering(name, choice))
        except UserError as problem:
            self.explain(problem)
