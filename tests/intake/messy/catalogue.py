"""Every mess that has been seen in the sheets of stations, as data: what it is, where it occurs, and who puts it in."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.intake.messy import cells, faces, layout
from tests.intake.messy.plan import Plan
from tests.intake.messy.sheets import NINE, Official


@dataclass(frozen=True)
class Item:
    """One mess. `where` tells the sheets it occurs in; of one `group` there is at most one in a workbook."""

    code: str
    put: Callable[[Plan], None]
    where: Callable[[Official], bool] = lambda official: True
    group: str = ""

    @property
    def sheets(self) -> tuple[Official, ...]:
        return tuple(official for official in NINE if self.where(official))


def _has(role: str) -> Callable[[Official], bool]:
    def where(official: Official) -> bool:
        found = getattr(official, role)
        return bool(found[0] if isinstance(found, tuple) and found else found)

    return where


def _only(*codes: str) -> Callable[[Official], bool]:
    return lambda official: official.code in codes


def _cells() -> tuple[Item, ...]:
    """Messes of single cells, one item a way of writing."""
    made = [
        *(Item(f"day {code}", put, _has("event")) for code, put in cells.DAYS.items()),
        *(Item(f"birth {code}", put, _has("birth")) for code, put in cells.BIRTHS.items()),
        *(Item(f"phone {code}", put, _has("phone")) for code, put in cells.PHONES.items()),
        *(Item(f"id {code}", put, _only("members", "commitments"), "id") for code, put in cells.ID_NUMBERS.items()),
        *(Item(f"mark {code}", put, _has("mark")) for code, put in cells.MARKS.items()),
        *(Item(f"number {code}", put, _only("meetings", "models")) for code, put in cells.NUMBERS.items()),
        *(Item(f"money {code}", put, _only("awards")) for code, put in cells.MONEY.items()),
        *(Item(f"name {code}", put, _has("person")) for code, put in cells.NAMES.items()),
        *(Item(f"words {code}", put, _has("identity")) for code, put in cells.WORDS.items()),
        *(Item(f"hamlet {code}", put, _has("hamlet")) for code, put in cells.HAMLETS.items()),
        *(Item(f"error {code}", put, lambda official: official.code != "figures") for code, put in cells.ERRORS.items()),
        *(Item(f"twice {code}", put, lambda official: official.code != "figures") for code, put in cells.TWICE.items()),
    ]
    return tuple(made)


CATALOGUE: tuple[Item, ...] = (
    *_cells(),
    Item("days of an English Excel", cells.swapped, lambda o: o.code in ("commitments", "meetings", "disputes"), "days"),
    Item("one title row", layout.titles(1), group="titles"),
    Item("three title rows", layout.titles(3), group="titles"),
    Item("six title rows", layout.titles(6), group="titles"),
    Item("no title row", layout.titles(0), lambda o: o.code not in ("awards", "members", "figures"), "titles"),
    Item("heading over three rows", layout.deeper, group="heading"),
    Item("row of (1)(2)(3)", layout.numbers("({})"), group="numbers"),
    Item("row of 1 2 3", layout.numbers("{}"), group="numbers"),
    Item("no row of numbers", layout.no_numbers, group="numbers"),
    Item("heading repeated on each page", layout.heading_again),
    Item("band of a hamlet", layout.hamlet_bands, _only("commitments"), "bands"),
    Item("STT starts again", layout.ordinals_again, group="STT"),
    Item("STT missing", layout.ordinals(lambda number: None), group="STT"),
    Item("STT as 1.", layout.ordinals(lambda number: f"{number}."), group="STT"),
    Item("STT as 01", layout.ordinals(lambda number: f"{number:02}"), group="STT"),
    Item("STT roman", layout.ordinals(layout.roman), lambda o: o.code not in ("awards",), "STT"),
    Item("total Cộng", layout.total("Cộng"), group="total"),
    Item("total Cộng:", layout.total("Cộng: "), group="total"),
    Item("total Tổng cộng", layout.total("TỔNG CỘNG"), group="total"),
    Item("total of a count", layout.total("Tổng số: {n} hộ"), group="total"),
    Item("total of a count in capitals", layout.total("TỔNG SỐ: {n}"), group="total"),
    Item("total that is wrong", layout.total("Tổng số: {n} hộ", right=False), lambda o: o.code != "figures", "total"),
    Item("total of figures", layout.total_of_figures, _only("figures", "meetings"), "total"),
    Item("total of figures at the top", layout.total_at_top, _only("figures"), "total"),
    Item("total as a formula", layout.total_as_formula, _only("meetings"), "total"),
    Item("signature block", layout.signatures, group="foot"),
    Item("signature block of one", layout.one_signature, group="foot"),
    Item("empty rows between", layout.empty_rows),
    Item("20,000 empty formatted rows", layout.formatted(20_000), _only("commitments"), "formatted"),
    Item("some empty formatted rows", layout.formatted(40), group="formatted"),
    Item("name in two columns", layout.name_in_two, _only("commitments", "members"), "name columns"),
    Item("name in two columns under one heading", layout.name_under_one, _only("commitments", "members"), "name columns"),
    Item("name in two columns under one heading of .ods", layout.name_under_one_unmerged, _only("members"), "container"),
    Item("a column nobody knows", layout.unknown_column, lambda o: o.code != "figures"),
    Item("hidden rows", layout.hidden_rows, group="hidden"),
    Item("hidden column", layout.hidden_column, lambda o: bool(o.optional)),
    Item("filter on", layout.filtered),
    Item("picture over cells", layout.picture, group="picture"),
    Item("several sheets", layout.second_sheet, group="further"),
    Item("Sheet1 (2)", layout.copied_sheet, group="further"),
    Item("households again, spelled otherwise", layout.other_spelling, _only("commitments", "reintegration"), "further"),
    Item("hidden sheet", layout.hidden_sheet, group="further"),
    Item("a sheet that is no register", layout.other_sheet, group="further"),
    Item(".xls of Excel 97", layout.container("xls"), group="container"),
    Item(".ods", layout.container("ods"), group="container"),
    Item(".xlsx saved by WPS", layout.container("wps"), group="container"),
    Item("CSV with semicolons", layout.container("csv ; utf-8-sig"), group="container"),
    Item("CSV with commas", layout.container("csv , utf-8"), group="container"),
    Item("CSV with tabs in UTF-16", layout.container("csv \t utf-16"), group="container"),
    Item(".VnTime", faces.fonts("tcvn3"), faces.typable, "fonts"),
    Item(".VnTime in .xls", faces.fonts("tcvn3", "xls"), faces.typable, "fonts"),
    Item("TCVN3 without its font", faces.fonts("tcvn3 alone"), faces.typable, "fonts"),
    Item("TCVN3 in CSV", faces.fonts("tcvn3 alone", "csv ; latin-1"), faces.typable, "fonts"),
    Item("VNI", faces.fonts("vni"), group="fonts"),
    Item("VNI in .xls", faces.fonts("vni", "xls"), group="fonts"),
    Item("VNI without its font", faces.fonts("vni alone"), group="fonts"),
    Item("UTF-8 opened as 1252", faces.fonts("utf-8 as 1252"), group="fonts"),
    Item("decomposed Unicode", faces.fonts("decomposed"), group="fonts"),
    Item("several fonts, cell by cell", faces.fonts("mixed"), faces.typable, "fonts"),
)
BY_CODE = {item.code: item for item in CATALOGUE}
