"""Texts of any length in a place of a fixed size."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents.fit import Place, fit, one_paragraph, wrap
from app.documents.fonts import Face, text_width

PLACE = Place(100, 20, 14, 2, 14, 9)


@given(st.text(max_size=3000))
def test_never_wider_never_more_lines(text: str) -> None:
    fitted = fit(text, Face.BOLD, PLACE)
    assert len(fitted.lines) <= 2
    assert all(text_width(line, Face.BOLD, fitted.size) <= PLACE.width + 1e-6 for line in fitted.lines)
    assert 9 <= fitted.size <= 20
    if fitted.complete:
        assert "".join(fitted.lines).replace(" ", "") == one_paragraph(text).replace(" ", "")
    else:
        assert fitted.lines[-1].endswith("…")


@given(st.text(alphabet="ab ấđ", max_size=400), st.floats(5, 200))
def test_wrapping_loses_nothing(text: str, width: float) -> None:
    lines = wrap(text, Face.REGULAR, 12, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(text_width(line, Face.REGULAR, 12) <= width + 1e-6 or len(line) == 1 for line in lines)


def test_shrinks_then_wraps_then_cuts() -> None:
    assert fit("Giàng A Sử", Face.BOLD, PLACE).size == 20
    shrunk = fit("Tổ an ninh nhân dân bản Pa Te xã Túc Đán", Face.BOLD, PLACE)
    assert len(shrunk.lines) == 1 and shrunk.size < 20
    wrapped = fit("Tổ an ninh nhân dân bản Pa Te và đội dân phòng bản Tống Trong", Face.BOLD, PLACE)
    assert len(wrapped.lines) == 2 and wrapped.complete
    assert not fit("Tổ an ninh nhân dân " * 20, Face.BOLD, PLACE).complete


def test_two_lines_are_of_like_length() -> None:
    lines = fit("Tổ an ninh nhân dân bản Pa Te và đội dân phòng bản Tống Trong", Face.BOLD, PLACE).lines
    first, second = (text_width(line, Face.BOLD, 14) for line in lines)
    assert 0.6 < first / second < 1.7


def test_white_space_and_control_characters_become_blanks() -> None:
    assert one_paragraph("  Giàng\tA\n\n Sử\x00 ") == "Giàng A Sử"
