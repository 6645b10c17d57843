"""What is worth knowing about a workbook before rows are recorded: wrong totals, hidden rows, what is not kept."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services.intake.showing import created_in_words
from app.services.intake.views import Preview
from app.ui.page import Page
from app.ui.screens.carry_parts import notice
from app.ui.theme import TOKENS
from app.ui.widgets import column, empty_layout, scrolled, words


class NoticesPane(QWidget):
    """A list of sentences beside the table of rows. `told` holds them."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self.say = page, page.say
        self.told: tuple[str, ...] = ()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(TOKENS.inside)
        heading = words(self.say(N_("Worth knowing about this workbook")), "section", wrap=True)
        whole = column(heading, self._inside, 1)
        whole.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        place = QWidget()
        place.setLayout(whole)
        self.setLayout(column(scrolled(place), gap=0))

    def show_preview(self, preview: Preview, *, sheets: int) -> None:
        """The warnings of a preview, each with its sheet where there are several, then what would be made beside the rows."""
        say = self.say
        warnings = [
            (f"{each.sheet}: " if sheets > 1 and each.sheet else "") + say(each.sentence, **each.facts) for each in preview.warnings
        ]
        created = created_in_words(self._page.desk.context, preview)
        empty_layout(self._inside)
        for sentence in warnings:
            self._inside.addWidget(notice("warning", sentence))
        for sentence in created:
            self._inside.addWidget(words(sentence, "value", wrap=True, select=True))
        self.told = (*warnings, *created)
