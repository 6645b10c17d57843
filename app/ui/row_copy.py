"""Ctrl+C in a register's list: the row without names at once, with them after the officer has said for what."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from app.core.i18n import N_
from app.services.disclosure import IN_WORDS, Purpose
from app.services.papers.copying import CopiedRow, copy_row
from app.ui.page import Page


def copy_from(page: Page, type_code: str, record_id: str, purpose: Purpose | None = None) -> None:
    """Copy a row and say in the page's bar what was left out, with the offer to take it too."""
    context, say = page.desk.context, page.say

    def with_names(words: str) -> None:
        copy_from(page, type_code, record_id, Purpose(IN_WORDS, words))

    def ask() -> None:
        page.bars.ask(say(N_("For what are the names needed? It is written down.")), say(N_("Copy")), with_names, typed=True)

    def later() -> None:
        # The bar that offers this is put away first.
        QTimer.singleShot(0, page, ask)

    def done(copied: CopiedRow) -> None:
        QGuiApplication.clipboard().setText(copied.text)
        if copied.left_out:
            text = say(N_("The row was copied without {columns}."), columns=", ".join(copied.left_out))
            page.bars.tell("done", text, (say(N_("Copy names too")), later))
        else:
            page.bars.tell("done", say(N_("The row was copied.")))

    if purpose is None:
        page.read(lambda _job: copy_row(context, type_code, record_id), done, key="copy")
    else:
        page.write(lambda _job: copy_row(context, type_code, record_id, purpose), done)
