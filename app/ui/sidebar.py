"""The sidebar: pages in groups that open and close, and at its foot who is working. Folds to icons in a narrow window."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core import settings
from app.core.errors import UserError
from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.menu import MENU, Entry, Group
from app.ui.theme import TOKENS
from app.ui.widgets import column, rule, scrolled, words

OPEN_GROUPS = "sidebar.open"
"""The last choice that names the open groups, by their titles' msgids between line breaks."""


class Sidebar(QFrame):
    """`picked` carries the code of a page, `lock` asks to change over to another officer."""

    picked = Signal(str)
    lock = Signal()

    def __init__(self, desk: Desk, unit_name: str) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self._say, self._folder = desk.say, desk.context.folder
        self._texts: list[QWidget] = []
        self._rules: list[QWidget] = []
        self._titles: dict[QToolButton, str] = {}
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.groups: dict[str, QToolButton] = {}
        self._lines: dict[str, QWidget] = {}
        name = words(desk.say(N_("Sổ ANTQ")), "section")
        self.unit = words(unit_name, "quiet", wrap=True)
        head = QWidget()
        head.setLayout(column(name, self.unit, gap=0))
        self._texts.append(head)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        remembered = settings.read(self._folder).last.get(OPEN_GROUPS)
        for group in MENU:
            entries = QWidget()
            entries.setLayout(column(*(self._line(entry) for entry in group.entries), gap=0))
            if group.title:
                divider = rule()
                self._rules.append(divider)
                lines.addWidget(divider)
                lines.addWidget(self._heading(group))
                self._lines[group.title] = entries
                self._show_group(group.title, group.open if remembered is None else group.title in remembered.split("\n"))
            lines.addWidget(entries)
        lines.addStretch(1)
        user = desk.context.user
        self.who = self._button("user", user.name)
        self.who.setObjectName("lock")
        self.who.setToolTip(desk.say(N_("{name} is working. Lock, or hand over to the next shift."), name=user.name))
        self.who.clicked.connect(self.lock)
        self.area = scrolled(inside)
        outer = column(head, self.area, rule(), self.who, edge=TOKENS.inside, gap=TOKENS.gap)
        outer.setContentsMargins(TOKENS.inside, TOKENS.inside, 2, TOKENS.inside)  # the scroll bar stands at the very edge
        self.setLayout(outer)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons with words."""
        self.setFixedWidth(TOKENS.sidebar_folded if folded else TOKENS.sidebar)
        for widget in self._texts:
            widget.setVisible(not folded)
        for divider in self._rules:
            divider.setVisible(folded)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if folded else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for line in (*self._titles, *self.groups.values()):
            line.setToolButtonStyle(style)

    def mark(self, code: str) -> None:
        """Show which page is open, and open its group; a page without a line of its own marks none."""
        if code in self.buttons:
            self.open_group_of(code)
            self.buttons[code].setChecked(True)
            self.area.ensureWidgetVisible(self.buttons[code], 0, TOKENS.row)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def open_group_of(self, code: str) -> None:
        """Show the group that a page's line stands in."""
        for title, entries in self._lines.items():
            if entries.isAncestorOf(self.buttons[code]):
                self._show_group(title, True)

    def _heading(self, group: Group) -> QToolButton:
        made = QToolButton()
        text = self._say(group.title)
        made.setProperty("role", "group")
        made.setObjectName(f"group.{group.title}")
        made.setText(text)
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.setIconSize(QSize(TOKENS.small, TOKENS.small))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.clicked.connect(partial(self._toggle, group.title))
        self.groups[group.title] = made
        return made

    def _toggle(self, title: str) -> None:
        self._show_group(title, self._lines[title].isHidden())
        shown = "\n".join(each for each, entries in self._lines.items() if not entries.isHidden())
        try:
            settings.write(self._folder, settings.read(self._folder).remembering(OPEN_GROUPS, shown))
        except UserError:
            return  # which groups are open is no more than a comfort

    def _show_group(self, title: str, shown: bool) -> None:
        self._lines[title].setVisible(shown)
        self.groups[title].setIcon(icon("chevron-down" if shown else "chevron-right", TOKENS.quiet))

    def _line(self, entry: Entry) -> QToolButton:
        line = self._button(entry.sign, self._say(entry.title))
        line.setObjectName(f"nav.{entry.code}")
        line.setCheckable(True)
        line.clicked.connect(lambda: self.picked.emit(entry.code))
        self._group.addButton(line)
        self.buttons[entry.code] = line
        return line

    def _button(self, sign: str, text: str) -> QToolButton:
        line = QToolButton()
        line.setProperty("role", "nav")
        line.setIcon(icon(sign, TOKENS.quiet))
        line.setIconSize(QSize(TOKENS.icon, TOKENS.icon))
        line.setText(f" {text}")
        line.setToolTip(text)
        line.setAccessibleName(text)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._titles[line] = text
        return line
