"""Merging communes: another station's book is looked into, then taken in; what both had under one name is joined or kept."""

from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.screens.merger_book import BookPart
from app.ui.screens.merger_doubles import DoublesPart
from app.ui.screens.tabs import Tabs
from app.ui.widgets import button


class MergerPage(Page):
    """Two parts: the other book, and what stands twice afterwards. Reached from the unit's settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Merging with another unit")))
        say = desk.say
        self.book, self.doubles = BookPart(self), DoublesPart(self)
        self.tabs = Tabs("merger", ((say(N_("The other book")), self.book), (say(N_("What stands twice")), self.doubles)))
        back = button(say(N_("Unit and officers")), lambda: self.go.emit("settings", None), sign="arrow-left", name="merger.back")
        self.action_row.addWidget(back)
        self.book.taken_in.connect(self.refresh)
        self.body.addWidget(self.tabs, 1)

    def focus_start(self) -> None:
        """The chips, so that Tab goes on into the part in front."""
        self.tabs.focus_chip()

    def refresh(self) -> None:
        """Read both parts again."""
        self.book.refresh()
        self.doubles.refresh()
