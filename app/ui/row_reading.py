"""How every table of the program is read: whole rows, one at a time, nothing edited in place."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.theme import TOKENS


def read_by_rows(table: QTableView) -> QHeaderView:
    """Give a table the manners and row height of all tables; returns its head, which the table arranges itself."""
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
