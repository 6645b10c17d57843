"""`intake`, typed as scripts type it: the four-way result as JSON and in words, exit codes, folders, what is refused."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.cli import main
from app.services.intake.many import type_names
from tests.cli.test_carrying import PASSWORD, Terminal, begin
from tests.intake.books import SheetOf, Value, xlsx

HEADS = ("TT", "Ngày", "Địa điểm", "Nội dung", "Người chủ trì/BCV", "Số người dự", "Dân tộc", "Ghi chú")
FIRST = (1, date(2022, 3, 5), "Nhà văn hóa", "Phòng chống lừa đảo", "Giàng A Sử", 65, "Mông", None)
SECOND = (2, date(2022, 4, 6), "Nhà văn hóa", "Phòng chống ma túy", "Giàng A Sử", 40, "Thái", None)
PARTIAL = (3, "Tháng 5/2022", "Nhà văn hóa", "Phòng chống cháy", "Giàng A Sử", 30, "Mông", None)
WRONG_TOTAL = ("Cộng", None, None, None, None, 999, None, None)
MEMBERS: Sequence[Sequence[Value]] = [
    ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Thuộc tổ", "Ngày tham gia"),
    (1, "Lò Văn Mẫu", "1984", "Tổ viên", "Tổ an ninh nhân dân bản Mẫu", "01/07/2022"),
]


def book(path: Path, *rows: Sequence[Value], more: Sequence[SheetOf] = ()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return xlsx(path, SheetOf("Tuyên truyền", [("SỔ THEO DÕI TUYÊN TRUYỀN",), HEADS, *rows]), *more)


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("SO_ANTQ_PASSWORD", PASSWORD)
    begin(tmp_path / "station", "TUCDAN")
    return Terminal(capsys, tmp_path)


def four(answer: dict[str, object]) -> list[object]:
    return [answer[name] for name in ("read", "new", "duplicate", "review", "left_out")]


def test_one_file(typed: Terminal) -> None:
    path = book(typed.folder / "sổ.xlsx", FIRST, SECOND, FIRST, PARTIAL, WRONG_TOTAL)
    rehearsed = typed("station", "intake", path, "--dry-run")
    taken = typed("station", "intake", path)
    assert four(rehearsed) == four(taken) == [5, 2, 1, 1, 1]
    assert taken["type"] == "meeting"
    assert taken["reasons"] == {"in_file": 1, "date.partial": 1, "total": 1}
    said = {warning["code"]: warning["message"] for warning in taken["warnings"]}
    assert "Dân tộc" in said["never_kept"] and "999" in said["wrong_total"]
    assert "rows" not in taken and "Mông" not in json.dumps(taken, ensure_ascii=False)
    (sheet,) = taken["sheets"]
    assert (sheet["sheet"], sheet["number"], sheet["type"], *four(sheet)) == ("Tuyên truyền", 1, "meeting", 5, 2, 1, 1, 1)
    again = typed("station", "intake", path)
    assert four(again) == [5, 0, 3, 1, 1]


def test_rows_tell_how_each_was_judged_and_never_what_is_not_kept(typed: Terminal) -> None:
    path = book(typed.folder / "sổ.xlsx", FIRST, PARTIAL, WRONG_TOTAL)
    rows = typed("station", "intake", path, "--dry-run", "--rows")["rows"]
    assert [(row["sheet"], row["row"], row["result"], row["reason"]) for row in rows] == [
        ("Tuyên truyền", 3, "new", ""),
        ("Tuyên truyền", 4, "review", "date.partial"),
        ("Tuyên truyền", 5, "left_out", "total"),
    ]
    assert rows[0]["values"]["held_on"] == "2022-03-05" and rows[0]["values"]["attendees"] == 65
    assert "Mông" not in json.dumps(rows, ensure_ascii=False)


def test_who_told_is_in_no_answer(typed: Terminal) -> None:
    heads = ("STT", "Ngày, giờ tiếp nhận", "Người cung cấp", "Địa chỉ", "Hình thức", "Nội dung", "Ghi chú")
    row = (1, "14:30 05/3/2022", "Vàng Dấu Kín", "Bản Dấu Kín", "Điện thoại", "Có người lạ tụ tập", None)
    path = xlsx(typed.folder / "tin.xlsx", SheetOf("Tin", [heads, row]))
    answer = typed("station", "intake", path, "--rows")
    assert answer["type"] == "tip_off" and answer["read"] == 1
    assert "Dấu Kín" not in json.dumps(answer, ensure_ascii=False)


def test_several_kinds_of_table_are_told_sheet_by_sheet(typed: Terminal) -> None:
    path = book(typed.folder / "sổ.xlsx", FIRST, more=[SheetOf("Tổ", MEMBERS)])
    answer = typed("station", "intake", path, "--dry-run")
    assert answer["type"] is None and [sheet["type"] for sheet in answer["sheets"]] == ["meeting", "member"]
    assert answer["read"] == sum(sheet["read"] for sheet in answer["sheets"]) == 2
    one = typed("station", "intake", path, "--dry-run", "--sheet", 2)
    assert one["type"] == "member" and one["read"] == 1


def test_a_folder_gives_files_and_totals_and_a_refused_file_exit_one(typed: Terminal) -> None:
    book(typed.folder / "sổ" / "a" / "1.xlsx", FIRST)
    book(typed.folder / "sổ" / "b" / "2.xlsx", SECOND, PARTIAL)
    book(typed.folder / "sổ" / "b" / "~$2.xlsx", SECOND)
    whole = typed("station", "intake", typed.folder / "sổ")
    assert [four(each) for each in whole["files"]] == [[1, 1, 0, 0, 0], [2, 1, 0, 1, 0]]
    assert four(whole["totals"]) == [3, 2, 0, 1, 0] and whole["totals"]["reasons"] == {"date.partial": 1}
    (typed.folder / "sổ" / "hỏng.xlsx").write_bytes(b"")
    refused = typed("station", "intake", typed.folder / "sổ", exit_code=1)
    bad = next(each for each in refused["files"] if each["file"].endswith("hỏng.xlsx"))
    assert (bad["ok"], bad["code"]) == (False, "intake.empty_file") and "hỏng.xlsx" in bad["message"]
    assert bad["message"] in typed.errors
    assert (refused["ok"], refused["code"]) == (False, "intake.empty_file")
    assert four(refused["totals"]) == [3, 0, 2, 1, 0]


def test_a_sheet_of_results_is_written_beside(typed: Terminal) -> None:
    book(typed.folder / "sổ" / "1.xlsx", FIRST)
    (typed.folder / "sổ" / "2.xls").write_bytes(b"")
    result = typed.folder / "kết quả.xlsx"
    typed("station", "intake", typed.folder / "sổ", "--result", result, exit_code=1)
    words = [str(cell) for row in CalamineWorkbook.from_path(str(result)).get_sheet_by_index(0).to_python() for cell in row]
    assert {"1.xlsx", "2.xls", "Đã nhập", "Không nhập được"} <= set(words)
    assert typed("station", "intake", typed.folder / "sổ", "--result", "kết quả.pdf", exit_code=2)["code"] == "usage"
    one = typed.folder / "một.xlsx"
    typed("station", "intake", typed.folder / "sổ" / "1.xlsx", "--dry-run", "--result", one)
    assert one.exists()


def test_award_is_a_list_of_the_awarded(typed: Terminal) -> None:
    heads = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Hình thức", "Số QĐ", "Ngày", "Tiền (đồng)")
    row = (1, "Lò Văn Mẫu", "Bản Mẫu", "Bắt cướp", "Giấy khen", "12/QĐ-UBND", date(2022, 8, 19), 702000)
    path = xlsx(typed.folder / "khen.xlsx", SheetOf("Sheet1", [heads, row]))
    for typed_type in ([], ["--type", "award"]):
        answer = typed("station", "intake", path, "--dry-run", *typed_type)
        assert answer["type"] == "award" and answer["sheets"][0]["type"] == "award" and answer["read"] == 1


def test_what_is_typed_wrongly_is_said(typed: Terminal) -> None:
    path = book(typed.folder / "sổ.xlsx", FIRST)
    wrong = typed("station", "intake", path, "--type", "meetings", exit_code=2)
    assert wrong["code"] == "usage" and "meeting, " in wrong["message"] and "award" in wrong["message"]
    assert typed("station", "intake", path, "--sheet", 0, exit_code=2)["code"] == "usage"
    assert typed("station", "intake", path, "--sheet", "hai", exit_code=2)["code"] == "usage"
    assert typed("station", "intake", exit_code=2)["code"] == "usage"
    assert typed("station", "intake", path, "--sheet", 7, exit_code=1)["code"] == "intake.no_sheet"
    assert typed("station", "intake", typed.folder / "không có.xlsx", exit_code=1)["code"] == "intake.missing"
    (typed.folder / "rỗng").mkdir()
    assert typed("station", "intake", typed.folder / "rỗng", exit_code=1)["code"] == "intake.no_workbooks"


def test_every_register_of_the_contract_can_be_named() -> None:
    names = (
        "meeting outreach household commitment tip_off model_site board group member dispute reintegration trusted_person key_area "
        "plan hand_in safety award"
    )
    assert set(names.split()) <= set(type_names())


def test_people_read_sentences(typed: Terminal) -> None:
    path = book(typed.folder / "sổ.xlsx", FIRST, SECOND, FIRST, PARTIAL, WRONG_TOTAL)
    assert main(["--data", str(typed.folder / "station"), "intake", str(path)]) == 0
    said = typed.capsys.readouterr().out
    first, *rest = said.splitlines()
    assert "sổ.xlsx · Tuyên truyền" in first
    for figure in ("5", "2", "1"):
        assert figure in first
    assert any("Tháng 5/2022" in line and "6" in line for line in rest)
    assert any("Dân tộc" in line for line in rest)
    assert "{" not in said and "date.partial" not in said
