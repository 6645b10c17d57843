"""The registers, as any page or command uses them, made from the declarations alone.

Lives here: describing a register, listing, opening, saving, deleting, restoring, history in words, suggestions and search. Does not
live here: anything that asks which type it serves; what a type needs beyond that is a hook in `hooks`.
"""

from app.services.registers.asking import NO_ANSWERS, Answers, Asks
from app.services.registers.copying import Copied, copied, copy_along, may_copy
from app.services.registers.describe import (
    ChildView,
    ColumnView,
    FieldView,
    FilterView,
    RegisterView,
    SectionView,
    describe,
    registers_in_menu,
)
from app.services.registers.earlier import earlier
from app.services.registers.find import Found, Suggestion, search, suggest
from app.services.registers.forms import (
    RecordForm,
    Saved,
    blank,
    delete,
    open_record,
    restore,
    save,
    settle,
)
from app.services.registers.history import HistoryLine, Rival, history, rivals
from app.services.registers.listing import (
    ListState,
    Overview,
    RowView,
    choices_of,
    overview,
    rows,
)
from app.services.registers.thrown import Thrown, restore_many, thrown

__all__ = [
    "NO_ANSWERS",
    "Answers",
    "Asks",
    "ChildView",
    "ColumnView",
    "Copied",
    "FieldView",
    "FilterView",
    "Found",
    "HistoryLine",
    "ListState",
    "Overview",
    "RecordForm",
    "RegisterView",
    "Rival",
    "RowView",
    "Saved",
    "SectionView",
    "Suggestion",
    "Thrown",
    "blank",
    "choices_of",
    "copied",
    "copy_along",
    "delete",
    "describe",
    "earlier",
    "history",
    "may_copy",
    "open_record",
    "overview",
    "registers_in_menu",
    "restore",
    "restore_many",
    "rivals",
    "rows",
    "save",
    "search",
    "settle",
    "suggest",
    "thrown",
]
