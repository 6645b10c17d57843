"""What every declared sheet holds to: its targets exist, it asks for nothing twice, it keeps nothing that may not be kept."""

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.i18n import load
from app.core.kinds import Choice, LongText, YesNo
from app.data.declare import STATION, registry
from app.intake.shapes import is_never_kept, is_ordinal
from app.intake.words import key_of
from app.records.sheets import NOT_TAKEN_IN, SHAPES
from app.records.sheets.shape import NEVER, SheetShape
from app.services.intake.recipes.table import RECIPES

each_shape = pytest.mark.parametrize("shape", SHAPES, ids=[shape.type_code for shape in SHAPES])

GIVEN_OTHERWISE = {
    "commitment": {"signer_kind"},
    "awardee": {"award"},
    "model_site": {"founded_on"},
    "tip_off": {"matter"},
    "hand_figure": {"from_on", "to_on", "indicator", "value", "why"},
}
"""Required fields that a recipe works out from titles, bands and other columns."""

PROMISED = {
    *("meeting", "outreach", "household", "commitment", "tip_off", "model_site", "board", "group", "member", "dispute"),
    *("reintegration", "trusted_person", "key_area", "plan", "hand_in", "safety", "award"),
}
"""What `--type` of the command line has to know."""


@each_shape
def test_every_target_is_a_field_or_says_how_it_is_read_and_called(shape: SheetShape) -> None:
    fields = registry.get(shape.type_code).fields
    for column in shape.columns:
        if column.target == NEVER:
            continue
        if column.target in fields:
            assert not fields[column.target].hidden, column.target
            assert column.kind is None, f"{column.target} is read as its field says"
        else:
            assert column.kind is not None, column.target
            assert column.label or column.target == "-", column.target


@each_shape
def test_what_tells_rows_apart_and_what_is_needed_are_columns(shape: SheetShape) -> None:
    targets = [column.target for column in shape.columns]
    assert {*shape.identity, *shape.needs} <= {*targets, shape.band}
    assert shape.identity
    named = [target for target in targets if target != NEVER]
    assert len(named) == len(set(named))


@each_shape
def test_every_required_field_has_a_column_or_is_given_otherwise(shape: SheetShape) -> None:
    declared = registry.get(shape.type_code)
    targets = {column.target for column in shape.columns} | GIVEN_OTHERWISE.get(shape.type_code, set())
    required = {n for n, info in declared.fields.items() if info.required and not info.hidden and info.default is None}
    assert required <= targets


@each_shape
def test_words_for_options_are_of_options_that_exist_and_mean_one_thing(shape: SheetShape) -> None:
    fields = registry.get(shape.type_code).fields
    for target, options in shape.synonyms.items():
        column = shape.column(target)
        kind = column.kind if column and column.kind else fields[target].kind
        assert isinstance(kind, Choice | YesNo), target
        codes = {code for code, _ in kind.options} if isinstance(kind, Choice) else {"0", "1"}
        assert options.keys() <= codes, target
        said = [key_of(words) for each in options.values() for words in dict.fromkeys(map(key_of, each))]
        assert len(said) == len(set(said)), (target, sorted(word for word in said if said.count(word) > 1))


@each_shape
def test_a_heading_stands_for_one_column_of_its_sheet(shape: SheetShape) -> None:
    """But for headings that are dropped where a better column takes their place."""
    named: dict[str, str] = {}
    for column in shape.columns:
        if column.target == NEVER:
            continue
        for called in column.called:
            assert key_of(called), called
            assert named.setdefault(key_of(called), column.target) == column.target, called


@each_shape
def test_nothing_that_may_not_be_kept_is_asked_for(shape: SheetShape) -> None:
    for column in shape.columns:
        for called in column.called:
            assert not is_never_kept(called), called
            assert not is_ordinal(called), called


@each_shape
def test_what_no_column_is_for_stays_in_the_station(shape: SheetShape) -> None:
    info = registry.get(shape.type_code).fields[shape.notes]
    assert isinstance(info.kind, LongText)
    assert info.stream == STATION
    assert not info.hidden


def test_every_register_of_the_menu_is_taken_in_or_says_why_not() -> None:
    menu = {each.code for each in registry.all() if each.in_menu and not each.written_once}
    taken = {shape.type_code for shape in SHAPES}
    assert len(taken) == len(SHAPES)
    assert taken | NOT_TAKEN_IN.keys() == menu
    assert not taken & NOT_TAKEN_IN.keys()


def test_a_sheet_is_called_one_thing_on_the_command_line() -> None:
    called = [shape.cli or shape.type_code for shape in SHAPES]
    assert len(called) == len(set(called))
    assert set(called) >= PROMISED


def test_who_told_is_never_a_field() -> None:
    (shape,) = (shape for shape in SHAPES if shape.type_code == "tip_off")
    fields = registry.get("tip_off").fields
    about_who_told = {column.target for column in shape.columns if column.target.startswith("informant")}
    assert about_who_told and not about_who_told & fields.keys()
    assert about_who_told <= RECIPES["tip_off"].used_up, "otherwise they would become notes"


@each_shape
def test_what_the_program_calls_a_field_stands_for_no_other(shape: SheetShape) -> None:
    """So that its own lists and workbooks come in again as they went out."""
    say = load("vi")
    fields = registry.get(shape.type_code).fields
    for name, info in fields.items():
        others = [
            c.target for c in shape.columns if c.target != name for called in c.called if key_of(called) == key_of(say(info.label))
        ]
        assert info.hidden or not others, (name, say(info.label), others)
