"""Finding and sorting as Vietnamese names need it, filters, bad input, drafts, and what two officers wrote apart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton

from app.services import registers
from app.ui.days_choice import DaysChoice
from app.ui.table import Table
from app.ui.theme import TOKENS, body_font
from tests.ui.conftest import Office, begin_book, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("Giàng A Sử", "Đỗ Văn Đức", "Lò Thị Ánh", "Mùa A Chu", "Y Bhăm", "Sùng")


@pytest.fixture
def people(office: Office) -> Office:
    assert office.program.session is not None
    context = office.program.session.context
    hamlet = registers.suggest(context, "hamlet", "pa te")[0].id
    for name in NAMES:
        registers.save(context, "household", None, {"head": name, "hamlet": hamlet})
    office.go("household")
    return office


@pytest.mark.parametrize(("typed", "found"), [("giang a", "Giàng A Sử"), ("duc", "Đỗ Văn Đức"), ("anh", "Lò Thị Ánh")])
def test_search_needs_no_marks(people: Office, typed: str, found: str) -> None:
    assert people.page.search is not None
    people.qtbot.keyClick(people.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    people.qtbot.keyClicks(people.page.search, typed)
    people.settle()
    assert [row[0] for row in people.rows()] == [found]


def test_names_sort_by_given_name(people: Office) -> None:
    assert [row[0] for row in people.rows()] == ["Lò Thị Ánh", "Y Bhăm", "Mùa A Chu", "Đỗ Văn Đức", "Sùng", "Giàng A Sử"]
    header = people.register.table.horizontalHeader()
    place = header.sectionViewportPosition(0) + 20
    people.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, header.height() // 2))
    people.settle()
    assert people.rows()[0][0] == "Giàng A Sử"


def test_a_filter_chip_and_nothing_found(people: Office) -> None:
    chip = people.register.chips
    assert chip is not None
    hamlet = next(item for item in chip.chips if item.filter.field == "hamlet")
    lines = {line.text(): line for line in hamlet.menu().actions()}
    lines["Bản Tống Trong"].trigger()
    people.settle()
    assert people.register.model.rowCount() == 0
    assert people.register.purpose.text() == "Nothing matches the search and the filters."
    people.click("begin")
    assert people.register.model.rowCount() == len(NAMES)


def test_chips_wrap_in_a_narrow_window(office: Office) -> None:
    office.main.resize(911, 485)
    office.go("tip_off")
    chips = office.register.chips
    assert chips is not None
    for chip in chips.chips:
        chip.menu().actions()[-1].trigger()
    office.settle()
    assert office.main.width() == 911
    assert chips.height() > 2 * chips.chips[0].height()
    assert chips.chips[-1].geometry().right() <= chips.width()


def test_a_unit_above_reads_what_stations_wrote_and_does_not_edit_it(
    office: Office, make_office: Callable[..., Office], tmp_path: Path
) -> None:
    station = office.program.session
    assert station is not None
    registers.save(station.context, "meeting", None, {"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "86"})
    above = make_office("cấp trên")
    begin_book(above, name="Huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    above.start()
    above.log_in()
    assert above.program.session is not None
    context = above.program.session.context
    registers.save(context, "meeting", None, {"held_on": "13/3/2022", "topic": "Của huyện", "attendees": "9"})
    with station.context.store.reader() as reader:
        sets = list(reader.change_sets(("shared",), {}))
    context.store.receive(sets)
    above.go("meeting")
    assert [row[3] for row in above.rows()] == ["Của huyện", "Phòng cháy"]
    above.register.table.selectRow(1)
    above.settle()
    assert above.register.panel.view is not None
    assert [label.text() for label in above.register.panel.view.findChildren(QLabel) if "alone can change" in label.text()]
    above.qtbot.keyClick(above.register.table, Qt.Key.Key_F2)
    above.settle()
    assert not above.register.panel.editing
    chips = above.register.chips
    assert chips is not None and chips.unit is not None
    next(line for line in chips.unit.menu().actions() if line.text() == "Xã Túc Đán").trigger()
    above.settle()
    assert [row[3] for row in above.rows()] == ["Phòng cháy"]

    above.main.open("roster_year")
    above.settle()
    assert not [made for made in above.page.findChildren(QPushButton) if made.objectName() == "join" and made.isVisible()]
    assert "Stations keep households" in above.find(QLabel, "hint").text()
    above.main.open("safety_year")
    above.settle()
    assert not above.find(QPushButton, "safety.all").isEnabled()
    assert [label for label in above.page.findChildren(QLabel) if "no hamlet of its own" in label.text()]


BAD = (
    ({"topic": ""}, "topic", "must be filled in"),
    ({"held_on": "21/11/2022"}, "held_on", "still to come"),
    ({"held_on": "31/4/2022"}, "held_on", "that month has 30 days"),
    ({"attendees": "-5"}, "attendees", "too small"),
    ({"attendees": "nhiều"}, "attendees", "not a number"),
    ({"hamlet": "Không có"}, "hamlet", "Choose"),
    ({"audience_people": "90"}, "attendees", "add up"),
)


@pytest.mark.parametrize(("typed", "field", "says"), BAD, ids=lambda value: next(iter(value)) if isinstance(value, dict) else None)
def test_bad_input_is_said_beside_the_field_and_kept(office: Office, typed: dict[str, str], field: str, says: str) -> None:
    before = office.dump()
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "86"} | typed)
    office.click("save")
    form = office.register.panel.form
    assert form is not None
    assert says in form.boxes[field].note.text()
    assert form.left_over.isVisible()
    for name, text in typed.items():
        assert form.boxes[name].editor.text() == text
    assert office.dump() == before


def test_an_end_before_the_beginning(office: Office) -> None:
    office.main.open("campaign_list")
    office.settle()
    before = office.dump()
    office.click("add", office.page)
    office.fill({"name": "Không đốt pháo", "starts_on": "1/3/2022", "ends_on": "1/2/2022"})
    office.click("save")
    form = office.register.panel.form
    assert form is not None and "before the beginning" in form.boxes["ends_on"].note.text()
    assert office.dump() == before


def test_today_and_yesterday_by_one_key(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.type("held_on", "t")
    assert office.register.panel.form is not None
    editor = office.register.panel.form.boxes["held_on"].editor
    assert editor.text() == "20/11/2022"
    office.retype("held_on", "-")
    assert editor.text() == "19/11/2022"
    office.retype("held_on", "5-3-22")
    assert editor.text() == "5-3-22"


def test_a_draft_survives_closing_and_is_offered(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"topic": "Đang gõ dở", "hamlet": "@pa te"})
    office.program.close()
    office.program = office.new_program()
    office.start()
    office.log_in()
    office.go("meeting")
    office.click("add", office.page)
    form = office.register.panel.form
    assert form is not None
    assert form.boxes["topic"].editor.text() == "Đang gõ dở"
    assert form.boxes["hamlet"].editor.label() == "Bản Pa Te"
    assert "draft" in office.register.panel.bars.text
    bar = office.register.panel.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert form.boxes["topic"].editor.text() == ""


def test_an_edit_touches_only_what_was_typed(office: Office) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    texts = {"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "86"}
    saved = registers.save(context, "meeting", None, texts)
    office.go("meeting")
    office.register.table.selectRow(0)
    office.settle()
    office.click("edit")
    registers.save(context, "meeting", saved.id, {"attendees": "90"})
    office.retype("topic", "Giao thông")
    office.click("save")
    record = registers.open_record(context, "meeting", saved.id)
    assert (record.texts["topic"], record.texts["attendees"], record.conflicts) == ("Giao thông", "90", ())


def test_what_two_officers_wrote_apart_is_settled(office: Office) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    texts = {"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "86"}
    saved = registers.save(context, "meeting", None, texts)
    seen = registers.open_record(context, "meeting", saved.id).seen
    registers.save(context, "meeting", saved.id, {"topic": "Giao thông"}, seen)
    registers.save(context, "meeting", saved.id, {"topic": "Ma túy"}, seen)
    office.go("meeting")
    office.register.table.selectRow(0)
    office.settle()
    view = office.register.panel.view
    assert view is not None
    rivals = registers.rivals(context, "meeting", saved.id, "topic")
    assert len(rivals) == 2
    loser = rivals[1]
    office.click(f"keep.{loser.version}")
    assert office.register.panel.view is not None
    assert office.register.panel.view.values["topic"] == loser.texts[0][1]
    assert not registers.open_record(context, "meeting", saved.id).conflicts


@pytest.mark.parametrize("code", ["meeting", "tip_off", "group", "board", "household"])
def test_figures_and_days_are_never_cut_beside_an_open_record(office: Office, code: str) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    hamlet = registers.suggest(context, "hamlet", "pa te")[0].id
    texts = {
        "meeting": {"held_on": "12/10/2022", "hamlet": hamlet, "topic": "Phòng cháy rừng mùa khô hanh", "attendees": "1250"},
        "tip_off": {"received_at": "10:05 19/10/2022", "content": "Có hộ phát rừng vượt vào khu rừng phòng hộ", "hamlet": hamlet},
        "group": {"name": "Tổ an ninh nhân dân bản Pa Te số hai", "hamlet": hamlet, "head": "Quàng Văn Xương", "members": "12"},
        "board": {"place": "Ngã ba vào bản Pa Te", "hamlet": hamlet, "number_shown": "02163838699", "installed_on": "19/11/2021"},
        "household": {"head": "Hoàng Văn Thưởng", "hamlet": hamlet, "members": "5", "birth": "1971"},
    }
    form = registers.blank(context, code)
    registers.save(context, code, None, {**form.texts, **texts[code]})
    office.main.resize(1366, 728)
    office.go(code)
    table = office.register.table
    table.selectRow(0)
    office.settle()
    assert table.horizontalScrollBar().maximum() == 0
    model = office.register.model
    for column in range(model.columnCount()):
        text = str(model.data(model.index(0, column)))
        if text and not any(letter.isalpha() for letter in text):
            assert table.fontMetrics().horizontalAdvance(text) < table.columnWidth(column) - 16, text


def test_the_head_of_figures_is_whole_when_the_list_is_sorted_by_it(office: Office) -> None:
    assert office.program.session is not None
    registers.save(office.program.session.context, "trusted_count", None, {"year": "2022", "people": "6"})
    office.go("trusted_count")
    table = office.register.table
    head = table.horizontalHeader()

    def ink(sorted_by: str) -> int:
        """Dark dots where the last letters of the first label stand."""
        table.show_order((sorted_by, "desc"))
        office.settle()
        picture = head.viewport().grab().toImage()
        right = head.sectionSize(0) - 11
        dots = [(x, y) for x in range(right - 16, right) for y in range(head.height() - 2)]
        return sum(picture.pixelColor(x, y).lightness() < 150 for x, y in dots)

    assert ink("year") == ink("people") > 20


def test_names_can_be_read_beside_many_days_in_a_narrow_list(office: Office) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    hamlet = registers.suggest(context, "hamlet", "pa te")[0].id
    texts = {"name": "Hoàng Văn Ngoan", "hamlet": hamlet, "began_on": "12/6/2014", "ended_on": "20/9/2016", "outcome": "progress"}
    form = registers.blank(context, "reintegration")
    registers.save(context, "reintegration", None, {**form.texts, **texts})
    office.main.resize(911, 485)
    office.go("reintegration")
    table = office.register.table
    table.selectRow(0)
    office.settle()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("Hoàng Văn") + 22


def test_the_head_a_narrow_list_of_parts_is_sorted_by_is_whole(office: Office) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    hamlet = registers.suggest(context, "hamlet", "pa te")[0].id
    registers.save(context, "household", None, {"head": "Sùng", "hamlet": hamlet, "members": "5", "birth": "1971"})
    office.main.resize(911, 485)
    office.go("hamlet")
    office.register.panel.read("hamlet", hamlet)
    office.settle()
    tables = office.page.findChildren(Table)
    parts = next(table for table in tables if table is not office.register.table and table.rows.rowCount() == 1)
    label = str(parts.rows.headerData(0, Qt.Orientation.Horizontal))
    head = parts.horizontalHeader()
    letters = QFontMetrics(body_font(TOKENS.small, bold=True))
    assert head.sectionSize(0) >= max(letters.horizontalAdvance(word) for word in label.split()) + 34


def test_hits_of_one_name_are_told_apart(people: Office) -> None:
    people.go("home")
    assert people.page.search is not None
    people.qtbot.keyClicks(people.page.search, "giang a")
    people.settle()
    assert "Bản Pa Te" in [label.text() for label in people.page.findChildren(QLabel) if label.isVisible()]


def test_a_narrow_list_leaves_out_its_last_columns_of_words(office: Office) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    texts = {"place": "Ngã ba đường vào khu rừng phòng hộ", "installed_on": "19/10/2021", "number_shown": "0216 3876 113"}
    hamlet = registers.suggest(context, "hamlet", "tong trong")[0].id
    registers.save(context, "board", None, texts | {"kind": "board", "hamlet": hamlet, "condition": "faded"})
    office.main.resize(911, 485)
    office.go("board")
    table = office.register.table
    table.selectRow(0)
    office.settle()
    assert table.horizontalScrollBar().maximum() == 0
    assert not table.isColumnHidden(0) and table.isColumnHidden(office.register.model.columnCount() - 1)
    office.main.resize(1920, 1000)
    office.settle()
    assert not any(table.isColumnHidden(column) for column in range(office.register.model.columnCount()))


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", "grabbing the keyboard")
def test_any_two_days_typed_into_a_date_filter(office: Office) -> None:
    assert office.program.session is not None
    for day in ("1/3/22", "12/3/22", "20/3/22"):
        texts = {"held_on": day, "topic": "Phòng cháy", "attendees": "40", "form": "study"}
        registers.save(office.program.session.context, "meeting", None, texts)
    office.go("meeting")
    chips = office.register.chips
    assert chips is not None
    chip = next(item for item in chips.chips if item.filter.field == "held_on")
    chip.menu().popup(chip.mapToGlobal(QPoint(0, chip.height())))
    days = office.find(DaysChoice, "", chip.menu())
    type_text(days.first.line, "5/3/22")
    type_text(days.last.line, "1/3/22")
    office.qtbot.keyClick(days.last.line, Qt.Key.Key_Return)
    assert days.last.wrong and chip.menu().isVisible()
    days.last.line.clear()
    type_text(days.last.line, "15/3/22")
    office.qtbot.keyClick(days.last.line, Qt.Key.Key_Return)
    office.settle()
    assert [row[0] for row in office.rows()] == ["12/03/2022"]
    assert "05/03/2022 – 15/03/2022" in chip.text()
    assert not chip.menu().isVisible()


def test_a_record_fits_into_the_narrowest_pane_whatever_belongs_to_it(office: Office) -> None:
    assert office.program.session is not None
    texts = {"name": "Đội dân phòng bản Tống Trong", "kind": "civil_defence", "members": "7"}
    registers.save(office.program.session.context, "group", None, texts)
    office.go("group")
    office.register.table.selectRow(0)
    office.settle()
    view = office.register.panel.view
    assert view is not None
    for title in view.findChildren(QLabel):
        if title.property("role") == "section":
            title.setText("Thành viên các tổ chức quần chúng bảo vệ an ninh, trật tự ở cơ sở")
    office.settle()
    inside = view.area.widget()
    assert inside is not None and inside.minimumSizeHint().width() <= office.register.panel.minimumWidth()
