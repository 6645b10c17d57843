"""What scanners send of an ID card: as printed, cut, mangled, or something else altogether."""

from datetime import date
from pathlib import Path

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.kinds import Birth
from app.intake.codes import read_codes
from app.intake.id_card import IdCard, read_card

TODAY = date(2024, 6, 10)
WHOLE = "015085004321|061234567|Giàng A Sử|03051985|Nam|Bản Pa Te, Xã Túc Đán, Trạm Tấu, Yên Bái|12032022"


def read(text: str) -> IdCard:
    return read_card(text, TODAY)


def doubts(text: str) -> list[str]:
    return [doubt.code for doubt in read(text).doubts]


def test_the_seven_fields() -> None:
    assert read(WHOLE) == IdCard(
        "015085004321", "Giàng A Sử", Birth(1985, 5, 3), "male", "Bản Pa Te, Xã Túc Đán, Trạm Tấu, Yên Bái", ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + WHOLE + "\r\n",
        WHOLE.replace("|061234567|", "||"),
        WHOLE.replace("|061234567|", "|"),
        WHOLE.replace("|061234567|", "|015085004321|"),
        WHOLE + "|12032032",
        WHOLE + "||||",
        WHOLE.replace("03051985", "03/05/1985"),
        WHOLE.replace(" ", "  "),
        WHOLE.replace("à", "a\u0300").replace("ử", "ư\u0309"),
    ],
)
def test_other_numbers_of_fields_and_stray_signs_change_nothing(text: str) -> None:
    card = read(text)
    assert (card.name, card.birth, card.sex) == ("Giàng A Sử", Birth(1985, 5, 3), "male")
    assert card.address.startswith("Bản Pa Te, Xã Túc Đán") and not card.doubts


def test_a_card_that_knows_the_year_alone() -> None:
    assert read(WHOLE.replace("03051985", "00001985")).birth == Birth(1985)


def test_utf_8_taken_for_windows_letters_is_put_right_and_told() -> None:
    mangled = WHOLE.encode().decode("cp1252", errors="ignore")
    latin = WHOLE.encode().decode("latin-1")
    assert read(latin).name == "Giàng A Sử"
    assert doubts(latin) == ["card.repaired"]
    assert "card.mangled" in doubts(mangled) or read(mangled).name == "Giàng A Sử"


@pytest.mark.parametrize("name", ["Gi?ng A S?", "Nguyeenx Vawn A", "Gia2ng A Su73", "Giàng A S\ufffd", "Dduwcs Hanhj"])
def test_a_keyboard_that_composes_is_told(name: str) -> None:
    assert doubts(WHOLE.replace("Giàng A Sử", name)) == ["card.mangled"]


@pytest.mark.parametrize(
    "name", ["Sùng", "Y Bhăm", "K'Brể", "Rơ Châm H'Nhớ", "Siu Hlao", "Lò Thị Ánh", "Tôn Nữ Thị Kim Anh Thư", "Bh’riu Liếc"]
)
def test_every_shape_of_name_is_taken_as_it_is(name: str) -> None:
    card = read(WHOLE.replace("Giàng A Sử", name))
    assert card.name == name and not card.doubts


def test_number_and_card_that_disagree_are_told_and_read() -> None:
    assert doubts(WHOLE.replace("015085", "015091")) == ["card.year"]
    assert doubts(WHOLE.replace("015085", "015185")) == ["card.sex"]
    assert doubts(WHOLE.replace("015085", "015285")) == ["card.year"]
    assert doubts(WHOLE.replace("Nam", "Nữ")) == ["card.sex"]
    assert doubts(WHOLE.replace("03051985", "31021985")) == []
    assert doubts(WHOLE.replace("03051985", "XX")) == ["card.no_birth"]


@pytest.mark.parametrize(
    "text", ["", "xin chào", "15085004321|||", WHOLE[12:], "https://example.com", "015085004321|A|01011985", WHOLE + "|x" * 9]
)
def test_what_is_no_card_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)
    assert refused.value.code == "card.not_a_card"


@given(st.lists(st.text(alphabet=st.characters(blacklist_characters="|")), min_size=0, max_size=13))
def test_garbage_behind_a_number_is_read_or_refused(fields: list[str]) -> None:
    try:
        card = read("|".join(("015085004321", *fields)))
    except UserError as error:
        assert error.code in ("card.not_a_card", "card.no_name")
    else:
        assert any(letter.isalpha() for letter in card.name) and card.number == "015085004321"


@given(st.integers(0, 4), st.booleans(), st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.sampled_from(("Nam", "Nữ")))
def test_every_number_of_fields_reads_alike(extra: int, old: bool, born: date, sex: str) -> None:
    century = (born.year // 100 - 19) * 2 + (sex == "Nữ")
    number = f"015{century}{born.year % 100:02}004321"
    fields = [number, *(("061234567",) if old else ()), "Lò Thị Ánh", f"{born:%d%m%Y}", sex, "Bản Mù", "12032022"]
    card = read("|".join(fields + [""] * extra))
    assert card.birth == Birth(born.year, born.month, born.day) and not card.doubts


def test_a_picture_of_the_code(tmp_path: Path) -> None:
    path = tmp_path / "the.png"
    segno.make(WHOLE).save(str(path), scale=6)
    assert read_codes(path) == (WHOLE,)
    from PIL import Image

    blank = tmp_path / "trang.png"
    Image.new("RGB", (300, 300), "white").save(blank)
    with pytest.raises(UserError) as refused:
        read_codes(blank)
    assert refused.value.code == "code.none"
