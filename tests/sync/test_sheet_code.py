"""The code of a certificate is checked without a network by whoever knows the unit."""

import io
from pathlib import Path

import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import UserError
from app.services.awards.sheet_code import check, check_picture, codes_of
from tests.sync.world import Laptop, World

AWARD = {"number": "12/QĐ-UBND", "decided_on": "2022-03-05", "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", "state": "issued"}


def printed(laptop: Laptop, name: str = "Giàng A Sử | Mẫu", **award: str) -> tuple[str, str, str]:
    """(award, awardee, text of the code)."""
    award_id = laptop.create("award", **(AWARD | award))
    awardee = laptop.create("awardee", award=award_id, name=name, register_no="07")
    return award_id, awardee, codes_of(laptop.ctx, award_id)[awardee]


def test_a_genuine_sheet_is_known_at_the_station_and_at_the_unit_above(world: World) -> None:
    parent = world.parent()
    station = world.station(parent)
    _, _, code = printed(station)
    for laptop in (station, parent):
        found = check(laptop.ctx, code)
        assert (found.state, found.unit) == ("genuine", "Xã Túc Đán")
        assert (found.facts.name, found.facts.number, found.facts.register_no) == ("Giàng A Sử / Mẫu", "12/QĐ-UBND", "07")


def test_a_second_laptop_of_the_station_knows_the_sheets_of_the_first(world: World) -> None:
    station = world.station(None)
    second = world.join(station)
    assert check(second.ctx, printed(station)[2]).state == "genuine"


def test_a_sheet_of_a_unit_that_nobody_here_knows_is_told_as_such(world: World) -> None:
    station, stranger = world.station(None), world.begin("x", code="XALA", unit="Xã Lạ")
    assert check(station.ctx, printed(stranger)[2]).state == "unknown"


def test_what_the_record_says_by_now_is_told(world: World) -> None:
    station = world.station(None)
    _, awardee, code = printed(station)
    station.update("awardee", awardee, name="Giàng A Lâu")
    found = check(station.ctx, code)
    assert (found.state, found.now) == ("changed", "Giàng A Lâu")
    station.delete("awardee", awardee)
    assert check(station.ctx, code).state == "gone"


def test_a_recalled_sheet_is_told(world: World) -> None:
    station = world.station(None)
    _, awardee, code = printed(station)
    sheet = {"awardee": awardee, "printed_on": "2022-03-06", "recalled_on": "2022-03-10", "state": "recalled"}
    station.create("award_sheet", **sheet)
    assert check(station.ctx, code).state == "recalled"


def test_a_draft_has_no_codes(world: World) -> None:
    station = world.station(None)
    award = station.create("award", **(AWARD | {"state": "draft"}))
    station.create("awardee", award=award, name="Lò Văn Mẫu")
    assert codes_of(station.ctx, award) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(place=st.integers(0, 400), letter=st.sampled_from("0123456789abcXYZ|Ệ -"))
def test_no_letter_of_a_code_can_be_changed_unnoticed(world: World, place: int, letter: str) -> None:
    if not world.laptops:
        world.fixed["code"] = printed(world.station(None))[2]
    code = world.fixed["code"]
    place %= len(code)
    changed = code[:place] + letter + code[place + 1 :]
    try:
        found = check(world.laptops[0].ctx, changed)
    except UserError as error:
        assert error.code == "sheet_code.foreign"
        return
    assert found.state != "genuine" or changed == code


def test_the_code_is_read_from_a_picture_and_other_codes_are_refused(world: World, tmp_path: Path) -> None:
    station = world.station(None)
    _, _, code = printed(station)
    for name, content in (("giay-khen.png", code), ("khac.png", "https://example.org")):
        picture = io.BytesIO()
        segno.make(content, error="m").save(picture, kind="png", scale=4, border=4)
        (tmp_path / name).write_bytes(picture.getvalue())
    assert check_picture(station.ctx, tmp_path / "giay-khen.png").state == "genuine"
    with pytest.raises(UserError, match=r"sheet_code\.foreign"):
        check_picture(station.ctx, tmp_path / "khac.png")
