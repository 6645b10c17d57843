"""How every table of the program is read: whole rows, one at a time, nothing edited in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.theme import TOKENS


def copies(view: QAbstractItemView, copy: Callable[[], object] = lambda: None) -> None:
    """Have Ctrl+C do what `copy` says in a list or table, by default nothing."""
    copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
    copying.setContext(Qt.ShortcutContext.WidgetShortcut)
    copying.activated.connect(lambda: copy())


def read_by_rows(table: QTableView, *, copy: Callable[[], object] = lambda: None) -> QHeaderView:
    """Give a table the manners and row height of all tables; returns its head, which the table arranges itself.

    Ctrl+C does what `copy` says, by default nothing: Qt alone would copy any cell, whatever person it names.
    """
    copies(table, copy)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(TOKENS.row)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    return head
