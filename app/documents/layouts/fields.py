"""The facts that a layout may name as `{name}`: one table for reading, preview and print."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.core.i18n import N_

_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Field:
    """One fact. `empty` is printed where it is not known, to write on by hand; `cut` is said when its text does not fit."""

    name: str
    label: str
    sample: str
    cut: str
    empty: str = ""


_NUMBERS_CUT = N_("The line with the decision or register number is too long for the sheet and was cut: {text}")

FIELDS = (
    Field(
        "authority",
        N_("Who gives the award"),
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU",
        N_("The title of who gives the award is too long for the sheet and was cut: {text}"),
    ),
    Field("name", N_("Name"), "Ông Nguyễn Văn Mẫu", N_("The name is too long for the sheet and was cut: {text}")),
    Field("address", N_("Address"), "Bản Mẫu, xã Mẫu", N_("The address is too long for the sheet and was cut: {text}")),
    Field(
        "achievement",
        N_("Achievement"),
        "Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc",
        N_("The achievement is too long for the sheet and was cut: {text}"),
    ),
    Field("decision_number", N_("Decision number"), "12/QĐ-UBND", _NUMBERS_CUT, "…………"),
    Field("day", N_("Day of the decision"), "ngày 05 tháng 3 năm 2022", _NUMBERS_CUT, "ngày …… tháng …… năm ………"),
    Field("register_number", N_("Register number"), "07", _NUMBERS_CUT, "…………"),
    Field(
        "place",
        N_("Place"),
        "Xã Mẫu",
        N_("The line with place and date is too long for the sheet and was cut: {text}"),
        "…………",
    ),
    Field(
        "signer_title",
        N_("Title of the signer"),
        "CHỦ TỊCH",
        N_("The signer's title is too long for the sheet and was cut: {text}"),
    ),
    Field("signer", N_("Signer"), "Hoàng Thị Mẫu", N_("The signer's name is too long for the sheet and was cut: {text}")),
)
BY_NAME = {field.name: field for field in FIELDS}
SAMPLES = {field.name: field.sample for field in FIELDS}
CUT = N_("A text of the layout is too long for the sheet and was cut: {text}")
"""For a text that names no field."""


def named(text: str) -> tuple[str, ...]:
    """Names of the fields in a text of a layout, in order, whether or not they are in the table."""
    return tuple(_PLACE.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields' values; a value that is not known, or of blanks only, is the field's `empty`."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return values.get(name, "").strip() or BY_NAME[name].empty

    return _PLACE.sub(value, text)
