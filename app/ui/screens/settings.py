"""The unit's own data, its officers, and the language: what is set once and rarely changed."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox

from app.core import settings
from app.core.errors import UserError
from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.parts.informant import KEEPERS_TAB
from app.ui.register_page import ADD
from app.ui.screens.settings_keepers import KeepersPart
from app.ui.screens.settings_officers import OfficersPart
from app.ui.screens.settings_reminders import RemindersPart
from app.ui.screens.settings_unit import UnitPart
from app.ui.screens.tabs import Tabs
from app.ui.widgets import button, words

_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
"""Each named in itself, so that whoever cannot read the one finds the other."""


class SettingsPage(Page):
    """Opens on the unit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Unit and officers")))
        say = desk.say
        self.unit, self.officers, self.reminders = UnitPart(self), OfficersPart(self), RemindersPart(self)
        self.keepers = KeepersPart(self)
        parts = ((say(N_("Unit")), self.unit), (say(N_("Officers")), self.officers), (say(N_("Reminders")), self.reminders))
        self.tabs = Tabs("settings", (*parts, (say(N_("Sealed identities")), self.keepers)))
        self.language = QComboBox()
        self.language.setObjectName("settings.language")
        self.language.setAccessibleName(say(N_("Language")))
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        kept = settings.read(desk.context.folder).language
        self.language.setCurrentIndex(max(0, self.language.findData(kept)))
        self.language.activated.connect(lambda _place: self._language_chosen())
        merge = button(say(N_("Merged units")), lambda: self.go.emit("merger", None), sign="git-merge", name="settings.merger")
        merge.setVisible(desk.context.user.is_commander and desk.session.is_station)
        self.action_row.addWidget(merge)
        label = words(say(N_("Language")), "quiet")
        label.setBuddy(self.language)
        self.action_row.addWidget(label)
        self.action_row.addWidget(self.language)
        self.body.addWidget(self.tabs, 1)

    def enter(self, argument: object = None) -> None:
        """Read all parts again; `ADD` goes on to adding an officer, `KEEPERS_TAB` shows who may open what is sealed."""
        self.refresh()
        if argument == ADD:
            self.first_action()
        elif argument == KEEPERS_TAB:
            self.tabs.show_part(self.tabs.stack.indexOf(self.keepers))

    def focus_start(self) -> None:
        """The chips, so that Tab goes on into the part in front."""
        self.tabs.focus_chip()

    def refresh(self) -> None:
        """Read all parts again."""
        self.unit.refresh()
        self.officers.refresh()
        self.reminders.refresh()
        self.keepers.refresh()

    def first_action(self) -> None:
        """A further officer."""
        self.tabs.show_part(1)
        self.officers.fields["name"].line.setFocus()

    def _language_chosen(self) -> None:
        folder = self.desk.context.folder
        try:
            settings.write(folder, replace(settings.read(folder), language=str(self.language.currentData())))
        except UserError as problem:
            self.explain(problem)
            return
        self.bars.tell("done", self.say(N_("The language changes when the program is next opened.")))
