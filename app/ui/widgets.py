"""Small pieces every page is put together from, so that a button or a heading looks the same everywhere."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon
from app.ui.theme import TOKENS

_Box = TypeVar("_Box", QVBoxLayout, QHBoxLayout)


def words(text: str, role: str = "value", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A label; `role` is its place in the style sheet. `select` lets its text be copied with the mouse or keyboard."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    if select:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def button(text: str, act: Callable[[], object], *, role: str = "", sign: str = "", keys: str = "", name: str = "") -> QPushButton:
    """A button with a verb. `keys` is told in its tip; the shortcut itself belongs to the page."""
    made = QPushButton(text)
    colour = {"primary": TOKENS.on_accent, "link": TOKENS.accent}.get(role, TOKENS.text)
    if sign:
        made.setIcon(icon(sign, colour, gap=TOKENS.gap))
        made.setIconSize(QSize(TOKENS.body + TOKENS.gap * 2, TOKENS.body + TOKENS.gap))
    if role:
        made.setProperty("role", role)
    if keys:
        made.setToolTip(f"{text}  {keys}")
    if name:
        made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: act())
    return made


def sign_button(sign: str, tip: str, act: Callable[[], object], *, name: str = "") -> QToolButton:
    """A button that shows only its sign; `tip` says what it does, also to screen readers."""
    made = QToolButton()
    made.setIcon(icon(sign))
    made.setIconSize(QSize(TOKENS.icon, TOKENS.icon))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    if name:
        made.setObjectName(name)
    made.clicked.connect(lambda: act())
    return made


def shortcut(owner: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """A key that works while the focus is anywhere inside `owner`."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(lambda: act())
    return made


def search_field(hint: str) -> QLineEdit:
    """A search field with its magnifier and a cross that empties it."""
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", TOKENS.quiet), QLineEdit.ActionPosition.LeadingPosition)
    field.setAccessibleName(hint)
    return field


def column(*items: QWidget | QLayout | int, edge: int = 0, gap: int = TOKENS.inside) -> QVBoxLayout:
    """Pieces under each other; a number is a space that takes what is left, in that proportion."""
    return _fill(QVBoxLayout(), items, edge, gap)


def row(*items: QWidget | QLayout | int, edge: int = 0, gap: int = TOKENS.inside) -> QHBoxLayout:
    """Pieces beside each other; a number is a space that takes what is left, in that proportion."""
    return _fill(QHBoxLayout(), items, edge, gap)


def rule() -> QFrame:
    """A thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def framed(role: str, layout: QLayout) -> QFrame:
    """A frame of that role around a layout."""
    frame = QFrame()
    frame.setProperty("role", role)
    frame.setLayout(layout)
    return frame


def scrolled(inside: QWidget, *, role: str = "surface") -> QScrollArea:
    """A scroll area that is as wide as its place and scrolls only downwards."""
    area = QScrollArea()
    area.setProperty("role", role)
    inside.setProperty("role", role)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def repolish(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have it looked at again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty_layout(inner)


def _fill(layout: _Box, items: Iterable[QWidget | QLayout | int], edge: int, gap: int) -> _Box:
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(gap)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout
