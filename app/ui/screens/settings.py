"""The unit's own data, and the officers who work with the book."""

from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.register_page import ADD
from app.ui.screens.settings_officers import OfficersPart
from app.ui.screens.settings_unit import UnitPart
from app.ui.screens.tabs import Tabs


class SettingsPage(Page):
    """Opens on the unit; `enter` takes `ADD` to go on to adding an officer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Unit and officers")))
        self.unit, self.officers = UnitPart(self), OfficersPart(self)
        self.tabs = Tabs("settings", ((self.say(N_("The unit")), self.unit), (self.say(N_("Officers")), self.officers)))
        self.body.addWidget(self.tabs, 1)

    def enter(self, argument: object = None) -> None:
        """Read both parts again."""
        self.refresh()
        if argument == ADD:
            self.first_action()

    def refresh(self) -> None:
        """Read again; what is being typed stays."""
        self.unit.refresh()
        self.officers.refresh()

    def first_action(self) -> None:
        """A further officer."""
        self.tabs.show_part(1)
        self.officers.fields["name"].line.setFocus()
