"""Which editor edits which kind. A kind that is not listed is typed as a line, like the kind it is made from."""

from app.core.kinds import BirthDate, Choice, Date, Integer, Kind, LongText, Moment, Money, Reference, Year, YesNo
from app.services.registers import FieldView
from app.ui.editors.base import Editor, Tools
from app.ui.editors.births import BirthEditor
from app.ui.editors.choices import ChoiceEditor, YesNoEditor
from app.ui.editors.dates import DateEditor, MomentEditor
from app.ui.editors.earlier import EarlierEditor
from app.ui.editors.lines import CountEditor, LineEditor, LongEditor
from app.ui.editors.reference import ReferenceEditor

_EDITORS: dict[type[Kind], type[Editor]] = {
    LongText: LongEditor,
    Integer: CountEditor,
    Money: LineEditor,
    Year: LineEditor,
    Date: DateEditor,
    BirthDate: BirthEditor,
    Moment: MomentEditor,
    Choice: ChoiceEditor,
    YesNo: YesNoEditor,
    Reference: ReferenceEditor,
}


def editor_for(field: FieldView, tools: Tools) -> Editor:
    """The editor of a field, by its kind or the nearest kind it derives from."""
    if field.repeats_in:
        return EarlierEditor(field, tools)
    for kind in type(field.kind).__mro__:
        if kind in _EDITORS:
            return _EDITORS[kind](field, tools)
    return LineEditor(field, tools)
