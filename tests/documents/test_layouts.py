"""Layouts as data: what is refused and how it is told; every shipped layout with short, long and strange texts."""

import json
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.paths import resources
from app.documents.certificate import CLASSIC, Certificate, Look, Mode, lay_out
from app.documents.display import Outline, Text
from app.documents.layouts.fields import FIELDS, SAMPLES
from app.documents.layouts.model import Layout
from app.documents.layouts.reading import read_layout, shipped

CODES = sorted(path.stem for path in (resources() / "layouts").glob("*.json"))
ACHIEVEMENT = "Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2022"
REAL = Certificate(
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
    name="Ông Lò Văn Mẫu",
    address="Bản Pa Te, xã Túc Đán",
    achievement=ACHIEVEMENT,
    decision_number="12/QĐ-UBND",
    decided_on=date(2022, 3, 5),
    register_number="07",
    place="Túc Đán",
    signer_title="KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    signer="Hoàng Thị Mẫu",
)
NAME_120 = (
    "Tổ bảo vệ an ninh, trật tự thôn Nghĩa Lộ, Tổ dân phố số 7 và Nhóm hòa giải liên gia cụm dân cư ven quốc lộ 32 xã Túc Đán"
)
LOOK = Look(with_frame=False, with_emblem=False)


def small(*elements: dict[str, Any], **more: Any) -> str:
    return json.dumps({"version": 1, "name": "Mẫu", "width": 297, "height": 210, "elements": list(elements), **more})


def text(**more: Any) -> dict[str, Any]:
    return {"kind": "text", "text": "{name}", "x": 20, "y": 50, "size": 14, **more}


def texts_of(certificate: Certificate, layout: Layout) -> list[Text]:
    return list(lay_out(certificate, LOOK, layout).sheet.texts())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "layout.unreadable"),
        ("[1]", "layout.unreadable"),
        ("[" * 100_000, "layout.unreadable"),
        (small(), "layout.unreadable"),
        (small(text(), version=2), "layout.version"),
        (small(text(), width=10), "layout.size"),
        (small(text(), width=float("inf")), "layout.size"),
        (small(text(), height=float("nan")), "layout.size"),
        (small(text(text="{religion}")), "layout.field"),
        (small(text(tilt=3)), "layout.key"),
        (small({"kind": "text", "text": "a", "x": 1, "y": 1}), "layout.missing"),
        (small(text(x=298)), "layout.value"),
        (small(text(size=True)), "layout.value"),
        (small(text(colour="red")), "layout.value"),
        (small(text(floor=20)), "layout.value"),
        (small({"kind": "video"}), "layout.kind"),
        (small({"kind": "flow", "x": 9, "top": 9, "bottom": 9, "air": 1, "blocks": [{}]}), "layout.value"),
        (small({"kind": "signature", "x": 9}), "layout.value"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_sentence(written: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_layout(written)
    assert refused.value.code == code


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(st.dictionaries(st.sampled_from(["kind", "text", "x", "y", "size", "width", "blocks", "title"]), JSON))
def test_any_element_is_read_or_refused(element: dict[str, Any]) -> None:
    for kind in ("text", "flow", "signature", "line", "frame", "code"):
        try:
            read_layout(small({**element, "kind": kind}))
        except UserError as problem:
            assert problem.code.startswith("layout.")


def test_each_field_of_the_table_can_be_named_and_has_a_sample() -> None:
    names = " ".join(f"{{{field.name}}}" for field in FIELDS)
    layout = read_layout(small(text(text=names)))
    assert set(REAL.values) == {field.name for field in FIELDS}
    (shown,) = texts_of(REAL, layout)
    assert all(value in shown.text for value in REAL.values.values())
    assert all(SAMPLES.values())


def test_capitals_are_a_choice_of_the_layout() -> None:
    assert texts_of(REAL, read_layout(small(text(capitals=True))))[0].text == "ÔNG LÒ VĂN MẪU"
    assert texts_of(REAL, read_layout(small(text())))[0].text == "Ông Lò Văn Mẫu"


def test_a_code_is_drawn_where_the_layout_has_a_place_for_it() -> None:
    layout = read_layout(small(text(), {"kind": "code", "x": 20, "y": 150, "size": 25}))
    assert not [item for item in lay_out(REAL, LOOK, layout).sheet.items if isinstance(item, Outline)]
    drawn = lay_out(REAL, replace(LOOK, mode=Mode.BLANK), layout, "SO-ANTQ").sheet.items
    assert len([item for item in drawn if isinstance(item, Outline)]) == 1


def test_there_are_designs_for_usual_sheets() -> None:
    sizes = {(layout.width, layout.height) for layout in map(shipped, CODES)}
    assert sizes >= {(297.0, 210.0), (420.0, 297.0), (360.0, 270.0)}
    assert CLASSIC in CODES and len(CODES) >= 4


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("name", "achievement", "codes"),
    [
        ("A", "B", set()),
        ("Ông Lò Văn Mẫu", ACHIEVEMENT, set()),
        (NAME_120, ACHIEVEMENT, set()),
        (unicodedata.normalize("NFD", "Bà Nguyễn Thị Ngự"), ACHIEVEMENT, set()),
        (NAME_120, (ACHIEVEMENT + ". ") * 35, {"certificate.cut"}),
        ("Lò Văn 漢", ACHIEVEMENT, {"certificate.letters"}),
    ],
)
def test_every_shipped_layout_holds_any_text(code: str, name: str, achievement: str, codes: set[str]) -> None:
    layout = shipped(code)
    made = lay_out(replace(REAL, name=name, achievement=achievement), LOOK, layout)
    assert {notice.code for notice in made.notices} == codes
    found = list(made.sheet.texts())
    for item in found:
        assert item.left >= 12 and item.left + item.width <= layout.width - 12
        assert 12 < item.y < layout.height - 12
        assert item.text == unicodedata.normalize("NFC", item.text)
    middle = [item for item in found if item.x == layout.width / 2]
    for above, below in pairwise(middle):
        assert below.y - above.y >= below.size * 0.35 * 0.9
    title = next(item for item in found if item.text == "PHÓ CHỦ TỊCH")
    signer = next(item for item in found if item.text == REAL.signer)
    assert signer.y - title.y >= 35
    dated = next(item for item in found if item.text.startswith("Túc Đán, ngày"))
    assert max(item.y for item in found if item.y < dated.y) < dated.y - 3


def test_letters_that_stand_for_plain_ones_are_drawn_plain_and_told() -> None:
    made = lay_out(replace(REAL, name="Lò 𝐕ăn Mẫu"), LOOK)
    assert "Lò Văn Mẫu" in [item.text for item in made.sheet.texts()]
    assert [notice.code for notice in made.notices] == ["certificate.letters"]
