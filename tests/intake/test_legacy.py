"""Old fonts: every letter comes over exactly, and what a text was written in is told by its font or by how it reads."""

import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.legacy import Encoding, decode, encoding_of_font, recognise, recognise_cell
from tests.names import names

LOWER = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_WITH_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_WITH_CIRCUMFLEX = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
TEXTS = (
    "Nguyễn Văn",
    "Lò Văn Thuận",
    "Giàng A Sử",
    "Tổ bảo vệ an ninh, trật tự ở cơ sở được thành lập theo quyết định của Ủy ban nhân dân xã",
    "Số điện thoại tiếp nhận tin báo",
)


def vni(text: str) -> str:
    """What a VNI font has in its file for a text, read as Windows-1252."""
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in VNI_ALONE:
        written = VNI_ALONE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((mark for mark in marks if mark in VNI_TONES), "")
        if "\u0306" in marks:
            written = base + VNI_WITH_BREVE[tone]
        elif "\u0302" in marks:
            written = base + VNI_WITH_CIRCUMFLEX[tone]
        else:
            base = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
            written = base + (VNI_TONES[tone] if tone else "")
    return written if letter == small else written.upper()


def by_the_system(text: str, charset: str) -> str:
    """What a file in that character set has for a text, by the system's own converter, read as Windows-1252."""
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", charset], input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this system does not convert to {charset}")
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in done.stdout)


def test_there_are_sixty_seven_marked_letters() -> None:
    assert len(set(LOWER)) == len(LOWER) == 67


@pytest.mark.parametrize("letter", LOWER)
def test_every_letter_of_tcvn3_in_both_cases(letter: str) -> None:
    written = by_the_system(letter, "TCVN5712-1")
    assert decode(written, Encoding.TCVN3) == letter
    assert decode(written, Encoding.TCVN3_CAPITALS) == letter.upper()


def test_every_letter_of_viscii_in_both_cases() -> None:
    letters = LOWER + LOWER.upper()
    assert decode(by_the_system(letters, "VISCII"), Encoding.VISCII) == letters


@pytest.mark.parametrize("letter", LOWER + LOWER.upper())
def test_every_letter_of_vni_in_both_cases(letter: str) -> None:
    assert decode(vni(letter), Encoding.VNI) == letter


@pytest.mark.parametrize("letter", LOWER + LOWER.upper())
def test_every_letter_of_utf8_that_was_opened_as_windows_1252(letter: str) -> None:
    shown = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in letter.encode())
    assert decode(f"a {shown} b", Encoding.UTF8) == f"a {letter} b"


@pytest.mark.parametrize(
    ("written", "encoding", "read"),
    [
        ("NguyÔn V¨n", Encoding.TCVN3, "Nguyễn Văn"),
        ("Lß V¨n ThuËn", Encoding.TCVN3, "Lò Văn Thuận"),
        ("Giµng A Sö", Encoding.TCVN3, "Giàng A Sử"),
        ("Nguyeãn Vaên", Encoding.VNI, "Nguyễn Văn"),
        ("Loø Vaên Thuaän", Encoding.VNI, "Lò Văn Thuận"),
        ("ÑAÏI HOÄI", Encoding.VNI, "ĐẠI HỘI"),
        ("Nguyá»…n VÄƒn", Encoding.UTF8, "Nguyễn Văn"),
    ],
)
def test_what_stands_in_old_files_is_read_without_knowing_the_font(written: str, encoding: Encoding, read: str) -> None:
    assert recognise([written]) is encoding
    assert decode(written, encoding) == read


@pytest.mark.parametrize("text", [*TEXTS, "Đinh Y Bhăm", "K'Brể", "Rơ Châm H'Yă", "", "12/QĐ-UBND", "Straße, señor, café"])
def test_unicode_is_left_alone_but_composed(text: str) -> None:
    assert recognise([text]) is Encoding.UNICODE
    assert decode(unicodedata.normalize("NFD", text), Encoding.UNICODE) == text


@given(st.lists(st.sampled_from([*TEXTS, *names(60)]), min_size=3, max_size=30))
def test_a_column_is_recognised_whatever_it_was_written_in(texts: list[str]) -> None:
    if all(text.isascii() for text in texts):
        return
    for encoding, write in ((Encoding.VNI, vni), (Encoding.UNICODE, str)):
        assert recognise([write(text) for text in texts]) is encoding
        assert [decode(write(text), encoding) for text in texts] == texts


def test_a_sheet_of_several_files_is_told_cell_by_cell() -> None:
    assert recognise_cell("NguyÔn V¨n", Encoding.UNICODE) is Encoding.TCVN3
    assert recognise_cell("Nguyễn Văn", Encoding.TCVN3) is Encoding.UNICODE
    assert recognise_cell("Loø Vaên Thuaän", Encoding.TCVN3) is Encoding.VNI
    assert recognise_cell("Ban Pa Te", Encoding.TCVN3) is Encoding.UNICODE


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VNARIALH", Encoding.TCVN3_CAPITALS),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", None),
        ("", None),
    ],
)
def test_a_font_tells_before_the_text_does(font: str, encoding: Encoding | None) -> None:
    assert encoding_of_font(font) is encoding


@given(st.text(max_size=200), st.sampled_from(Encoding))
def test_any_text_is_read_as_something(text: str, encoding: Encoding) -> None:
    assert unicodedata.is_normalized("NFC", decode(text, encoding))


@pytest.mark.parametrize("text", ["0912 345 678/0988…", "5 – 7", "A – B", "12–15", "…", "“x”", "25 m²", "½", "10 °C", "±3"])
def test_signs_among_unicode_texts_tell_of_no_old_font(text: str) -> None:
    assert recognise_cell(text, Encoding.UNICODE) is Encoding.UNICODE
