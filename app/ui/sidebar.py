"""The sidebar: pages in groups, and at its foot who is working. Folds to icons in a narrow window."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.menu import MENU, Entry
from app.ui.theme import TOKENS
from app.ui.widgets import column, rule, scrolled, words


class Sidebar(QFrame):
    """`picked` carries the code of a page, `lock` asks to change over to another officer."""

    picked = Signal(str)
    lock = Signal()

    def __init__(self, desk: Desk, unit_name: str) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self._say = desk.say
        self._texts: list[QWidget] = []
        self._rules: list[QWidget] = []
        self._titles: dict[QToolButton, str] = {}
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        name = words(desk.say(N_("Sổ ANTQ")), "section")
        self.unit = words(unit_name, "quiet", wrap=True)
        head = QWidget()
        head.setLayout(column(name, self.unit, gap=0))
        self._texts.append(head)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for group in MENU:
            if group.title:
                title: QLabel = words(desk.say(group.title), "group")
                self._texts.append(title)
                divider = rule()
                self._rules.append(divider)
                lines.addWidget(divider)
                lines.addWidget(title)
            for entry in group.entries:
                lines.addWidget(self._line(entry))
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
        for line in self._titles:
            line.setToolButtonStyle(style)

    def mark(self, code: str) -> None:
        """Show which page is open; a page without a line of its own marks none."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)
            self.area.ensureWidgetVisible(self.buttons[code], 0, TOKENS.row)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

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
