"""The nine sheets that stations keep: their headings, and rows of invented facts with what each row says."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count, cycle
from typing import Any

from tests.intake.messy import facts

MARKER = "ZZMARK"
"""Stands in every column that may not be kept."""


@dataclass(frozen=True)
class Column:
    """A column as the sheet has it. `head` are its headings from the top down.

    `kept` says what becomes of its words: "yes" (in a field or in the notes), "never", "sealed" (who gave a tip-off),
    "mark" (x for yes; the row's `values` say what it means), "no" (STT).
    """

    name: str
    head: tuple[str, ...]
    kept: str = "yes"


@dataclass
class Row:
    """What one row says: cells by column, and fields of the record by target. `band` is what it has to stand under."""

    cells: dict[str, Any]
    values: dict[str, Any]
    band: tuple[str, ...] = ()


@dataclass(frozen=True)
class Official:
    """One of the nine. The roles tell the catalogue which of its columns a mess may be put into.

    `event` is the column of the day the record is about, `identity` a column of words that is part of what makes a row itself.
    """

    code: str
    type_code: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[random.Random], Iterator[Row]]
    event: str = ""
    identity: str = ""
    person: str = ""
    birth: str = ""
    hamlet: str = ""
    phone: str = ""
    number: tuple[str, str] = ("", "")
    """Column and target of a number that may be large."""
    mark: tuple[str, str, Any] = ("", "", None)
    """Column, target and what a mark in it means."""
    required: tuple[str, ...] = ()
    """Columns without which a row is no record."""
    optional: str = ""
    """A column of words that may stay empty."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Targets called otherwise than their column."""

    coded: tuple[str, ...] = ()
    """Words that a field of the record says by its code; the rows' `values` tell which."""

    def target(self, column: str) -> str:
        return self.names.get(column, column)


def _columns(*described: str) -> tuple[Column, ...]:
    """From lines "name: Heading | Sub-heading [kept]"."""
    made = []
    for line in described:
        name, _, rest = line.partition(": ")
        heading, _, kept = rest.partition(" [")
        made.append(Column(name, tuple(heading.split(" | ")), kept.rstrip("]") or "yes"))
    return tuple(made)


def iso(day: date | datetime) -> str:
    return day.isoformat(timespec="minutes") if isinstance(day, datetime) else day.isoformat()


def _disputes(dice: random.Random) -> Iterator[Row]:
    for who, other, day in zip(facts.people(dice), facts.people(random.Random(dice.random())), facts.days(dice), strict=False):
        done = dice.random() < 0.7
        content = f"{dice.choice(facts.DEEDS).capitalize()}, gần nhà ông {who.split()[-1]} {dice.randrange(100, 999)}"
        cells = {
            "received_on": day,
            "mediators": f"{other} (tổ trưởng), bí thư chi bộ",
            "parties": f"{who}, 45 tuổi, ở {dice.choice(facts.HAMLETS)}; và hàng xóm",
            "content": content,
            "agreement": "Hai bên thống nhất giữ nguyên hiện trạng" if done else "Không thống nhất được",
            "mediated": "x" if done else None,
            "failed": None if done else "x",
            "signature": "Đã ký",
            "notes": dice.choice(("Báo cáo UBND xã", "Theo dõi thêm", None)),
        }
        yield Row(cells, {"received_on": iso(day), "content": content, "outcome": "mediated" if done else "failed"})


def _commitments(dice: random.Random) -> Iterator[Row]:
    for number, who, day in zip(count(), facts.people(dice), facts.days(dice), strict=False):
        hamlet, year = dice.choice(facts.HAMLETS), dice.randrange(1950, 2004)
        sex = dice.choice(("male", "female"))
        cells = {
            "name": who,
            "birth_male": year if sex == "male" else None,
            "birth_female": year if sex == "female" else None,
            "ethnicity": f"{MARKER}{number} Mông",
            "hamlet": hamlet,
            "members": dice.randrange(1, 11),
            "campaign": "Không đốt pháo nổ trái phép",
            "signed_on": day,
            "signature": dice.choice(("Đã ký", "Đã ký", "Điểm chỉ")),
            "notes": dice.choice(("Hộ kinh doanh", "Ký thay chồng đi làm xa", None)),
        }
        yield Row(cells, {"name": who, "hamlet": hamlet, "signed_on": iso(day), "state": "signed"})


def _meetings(dice: random.Random) -> Iterator[Row]:
    for number, day in zip(count(1), facts.days(dice), strict=False):
        topic = f"{dice.choice(facts.TOPICS)}, chuyên đề {number}"
        total = dice.randrange(20, 90)
        cells = {
            "held_on": day,
            "place": f"Nhà văn hóa {dice.choice(facts.KNOWN_HAMLETS)}",
            "topic": topic,
            "chair": next(facts.people(dice)),
            "audience": dice.choice(facts.AUDIENCES),
            "attendees": total,
            "women": total // 2,
            "ethnic": f"{MARKER}{number}",
            "leaflets": dice.choice((50, 120, None)),
            "notes": dice.choice(("Có loa kéo", "Trời mưa", None)),
        }
        yield Row(cells, {"held_on": iso(day), "topic": topic, "attendees": total})


def _tip_offs(dice: random.Random) -> Iterator[Row]:
    channels = (("Điện thoại", "phone"), ("Trực tiếp", "direct"), ("Hòm thư tố giác", "box"), ("Qua cuộc họp", "meeting"))
    matters = (("Hình sự", "crime"), ("Ma túy", "drugs"), ("Kinh tế", "economy"))
    for number, who, day in zip(count(1), facts.people(dice), facts.days(dice), strict=False):
        at = datetime(day.year, day.month, day.day, dice.randrange(1, 24), dice.randrange(1, 60))
        said, channel = dice.choice(channels)
        sorting, matter = dice.choice(matters)
        worth = dice.random() < 0.5
        content = f"{dice.choice(facts.TIPS)}, điểm {number}"
        cells = {
            "received_at": at,
            "informant": f"INFORMANT{number} {who}",
            "informant_address": f"HOME{number} {dice.choice(facts.HAMLETS)}",
            "channel": said,
            "content": content,
            "sorting": sorting,
            "receiver": "Đinh Công Tráng",
            "verification": dice.choice(("Đã xác minh, nhắc nhở", "Chuyển cơ quan điều tra", None)),
            "valuable": "x" if worth else None,
            "notes": dice.choice(("Gửi kèm ảnh", None)),
        }
        values = {"received_at": iso(at), "content": content, "channel": channel, "matter": matter, "receiver": "Đinh Công Tráng"}
        yield Row(cells, values | ({"valuable": "yes"} if worth else {}))


def _models(dice: random.Random) -> Iterator[Row]:
    ratings = ("Tốt", "Khá", "TB", "Yếu")
    for number, day in zip(count(1), facts.days(dice), strict=False):
        place = f"Khu dân cư {number}, {dice.choice(facts.HAMLETS)}"
        members = dice.randrange(5, 60)
        decided = day - timedelta(days=5)
        cells = {
            "model": facts.MODELS[number % len(facts.MODELS)],
            "place": place,
            "decision": f"{number}/QĐ-UBND ngày {decided:%d/%m/%Y}",
            "founded_on": day,
            "members": members,
            "results": f"Phát hiện {dice.randrange(2, 9)} vụ việc",
            "rating": dice.choice(ratings),
            "proposal": dice.choice(("Duy trì", "Nhân rộng", "Chấm dứt")),
        }
        values = {"founded_on": iso(day), "place": place, "members": members}
        yield Row(cells, values | {"decision": f"{number}/QĐ-UBND", "decided_on": iso(decided)})


def _members(dice: random.Random) -> Iterator[Row]:
    roles = (("Tổ trưởng", "head"), ("Tổ phó", "deputy"), ("Tổ viên", "member"))
    teams = cycle(("TỔ BẢN NÀ LUÔNG", "TỔ BẢN MÙ", "TỔ BẢN PA TE"))
    band = next(teams)
    for number, who, day in zip(count(), facts.people(dice), facts.days(dice), strict=False):
        if number and number % 8 == 0:
            band = next(teams)
        said, role = roles[min(number % 8, 2)]
        born = date(dice.randrange(1960, 2003), dice.randrange(1, 13), dice.randrange(13, 29))
        cells = {
            "name": who,
            "birth": born,
            "ethnicity": f"{MARKER}{number}a Thái",
            "education": dice.choice(("9/12", "12/12")),
            "party": f"{MARKER}{number}b",
            "role": said,
            "address": dice.choice(facts.HAMLETS),
            "phone": f"09{dice.randrange(10_000_000, 99_999_999)}",
            "decision": f"{dice.randrange(10, 99)}/QĐ-UBND",
            "joined_on": day,
            "notes": dice.choice(("Kiêm nhiệm", None)),
        }
        yield Row(cells, {"name": who, "joined_on": iso(day), "role": role, "birth": iso(born)}, (band,))


def _reintegrations(dice: random.Random) -> Iterator[Row]:
    for number, who, day in zip(count(), facts.people(dice), facts.days(dice), strict=False):
        hamlet, year = dice.choice(facts.HAMLETS), dice.randrange(1965, 2003)
        cells = {
            "name": who,
            "birth_year": year,
            "offence": f"{MARKER}{number} trộm cắp",
            "began_on": day,
            "hamlet": hamlet,
            "helper": "Hội Cựu chiến binh",
            "work": dice.choice(("Làm nương, cần vay vốn", "Phụ hồ", None)),
            "remarks": "Chấp hành tốt nội quy của bản",
            "result": dice.choice(("Tiến bộ", "Cần tiếp tục giúp đỡ")),
        }
        yield Row(cells, {"name": who, "birth_year": year, "began_on": iso(day), "hamlet": hamlet})


def _awards(dice: random.Random) -> Iterator[Row]:
    days = (date(2024, 3, 25), date(2023, 9, 17), date(2024, 8, 19))
    for number, who in zip(count(), facts.people(dice), strict=False):
        collective = number < 4
        name = f"Nhân dân và cán bộ {facts.HAMLETS[number]}" if collective else who
        decision = number % 3
        amount = 600_000 if collective else 350_000
        cells = {
            "name": name,
            "address": f"Trưởng bản, {facts.HAMLETS[number % 8]}",
            "achievement": dice.choice(facts.ACHIEVEMENTS),
            "form": "Giấy khen",
            "decision": f"{20 + decision}/QĐ-UBND",
            "decided_on": days[decision],
            "amount": amount,
        }
        values = {"name": name, "collective": int(collective), "amount": amount}
        yield Row(cells, values, ("I. TẬP THỂ" if collective else "II. CÁ NHÂN",))


def _figures(dice: random.Random) -> Iterator[Row]:
    for hamlet in facts.HAMLETS:
        cells = {
            "unit_name": hamlet,
            "meetings": dice.randrange(1, 30),
            "attendees": dice.randrange(100, 900),
            "commitments": dice.randrange(30, 99),
            "tips": dice.randrange(1, 9),
        }
        yield Row(cells, {"unit_name": hamlet})


NINE = (
    Official(
        "disputes",
        "dispute",
        "SỔ THEO DÕI HOẠT ĐỘNG HÒA GIẢI Ở CƠ SỞ",
        _columns(
            "no: STT [no]",
            "received_on: Ngày, tháng, năm nhận vụ, việc hòa giải",
            "mediators: Họ và tên hòa giải viên, người được mời tham gia (nếu có)",
            "parties: Họ tên, tuổi, địa chỉ các bên và người có quyền lợi, nghĩa vụ liên quan (nếu có)",
            "content: Nội dung chủ yếu của vụ, việc",
            "agreement: Thỏa thuận của các bên và việc thực hiện thỏa thuận (nếu có)",
            "mediated: Kết quả hòa giải | Hòa giải thành [mark]",
            "failed: Kết quả hòa giải | Hòa giải không thành [mark]",
            "signature: Chữ ký",
            "notes: Ghi chú",
        ),
        _disputes,
        event="received_on",
        identity="content",
        required=("received_on", "content"),
        optional="agreement",
        mark=("mediated", "outcome", "mediated"),
    ),
    Official(
        "commitments",
        "commitment",
        "DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT KHÔNG ĐỐT PHÁO NỔ TRÁI PHÉP",
        _columns(
            "no: STT [no]",
            "name: Họ và tên chủ hộ",
            "birth_male: Năm sinh | Nam",
            "birth_female: Năm sinh | Nữ",
            "ethnicity: Dân tộc [never]",
            "hamlet: Bản/thôn",
            "members: Số nhân khẩu",
            "campaign: Nội dung cam kết",
            "signed_on: Ngày ký",
            "signature: Ký tên",
            "notes: Ghi chú",
        ),
        _commitments,
        event="signed_on",
        identity="name",
        person="name",
        birth="birth_male",
        hamlet="hamlet",
        number=("members", "members"),
        required=("name", "signed_on"),
        optional="notes",
        coded=("Đã ký",),
    ),
    Official(
        "meetings",
        "meeting",
        "SỔ THEO DÕI CÁC BUỔI TUYÊN TRUYỀN",
        _columns(
            "no: TT [no]",
            "held_on: Ngày",
            "place: Địa điểm",
            "topic: Nội dung",
            "chair: Người chủ trì/BCV",
            "audience: Thành phần",
            "attendees: Số người dự | TS",
            "women: Số người dự | Nữ",
            "ethnic: Số người dự | DTTS [never]",
            "leaflets: Tài liệu phát",
            "notes: Ghi chú",
        ),
        _meetings,
        event="held_on",
        identity="topic",
        number=("attendees", "attendees"),
        required=("held_on", "topic", "attendees"),
        optional="chair",
    ),
    Official(
        "tips",
        "tip_off",
        "SỔ THEO DÕI NGUỒN TIN VỀ AN NINH, TRẬT TỰ",
        _columns(
            "no: STT [no]",
            "received_at: Ngày, giờ tiếp nhận",
            "informant: Người cung cấp [sealed]",
            "informant_address: Địa chỉ [sealed]",
            "channel: Hình thức [mark]",
            "content: Nội dung",
            "sorting: Phân loại [mark]",
            "receiver: CB tiếp nhận",
            "verification: Kết quả xử lý",
            "valuable: Giá trị (x) [mark]",
            "notes: Ghi chú",
        ),
        _tip_offs,
        event="received_at",
        identity="content",
        required=("received_at", "content"),
        optional="receiver",
        mark=("valuable", "valuable", "yes"),
    ),
    Official(
        "models",
        "model_site",
        "DANH SÁCH MÔ HÌNH PHÒNG, CHỐNG TỘI PHẠM",
        _columns(
            "no: STT [no]",
            "model: Tên mô hình",
            "place: Nơi xây dựng",
            "decision: Số, ngày QĐ thành lập [mark]",
            "founded_on: Ngày ra mắt",
            "members: Số thành viên",
            "results: Kết quả",
            "rating: Xếp loại (Tốt/Khá/TB/Yếu)",
            "proposal: Đề xuất (duy trì/nhân rộng/chấm dứt)",
        ),
        _models,
        event="founded_on",
        identity="place",
        number=("members", "members"),
        required=("model", "place"),
        optional="results",
    ),
    Official(
        "members",
        "member",
        "DANH SÁCH THÀNH VIÊN TỔ AN NINH NHÂN DÂN",
        _columns(
            "no: STT [no]",
            "name: Họ và tên",
            "birth: Ngày sinh",
            "ethnicity: Dân tộc [never]",
            "education: Trình độ VH",
            "party: Đảng viên [never]",
            "role: Chức danh [mark]",
            "address: Chỗ ở",
            "phone: SĐT",
            "decision: Số QĐ",
            "joined_on: Ngày tham gia",
            "notes: Ghi chú",
        ),
        _members,
        event="joined_on",
        identity="name",
        person="name",
        birth="birth",
        phone="phone",
        required=("name",),
        optional="notes",
    ),
    Official(
        "reintegration",
        "reintegration",
        "DANH SÁCH NGƯỜI TÁI HÒA NHẬP CỘNG ĐỒNG",
        _columns(
            "no: STT [no]",
            "name: Họ tên",
            "birth_year: Năm sinh",
            "offence: Tội danh [never]",
            "began_on: Ngày ra tù",
            "hamlet: Nơi về",
            "helper: Người/tổ giúp đỡ",
            "work: Việc làm, vay vốn",
            "remarks: Nhận xét",
            "result: Kết quả",
        ),
        _reintegrations,
        event="began_on",
        identity="name",
        person="name",
        birth="birth_year",
        hamlet="hamlet",
        required=("name", "began_on"),
        optional="helper",
    ),
    Official(
        "awards",
        "awardee",
        "DANH SÁCH KHEN THƯỞNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
        _columns(
            "no: TT [no]",
            "name: Họ và tên",
            "address: Chức vụ/nơi ở",
            "achievement: Thành tích",
            "form: Hình thức",
            "decision: Số QĐ",
            "decided_on: Ngày",
            "amount: Tiền (đồng)",
        ),
        _awards,
        event="decided_on",
        identity="name",
        person="name",
        number=("amount", "amount"),
        required=("name",),
        optional="achievement",
    ),
    Official(
        "figures",
        "hand_figure",
        "BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO NĂM 2023",
        _columns(
            "no: TT [no]",
            "unit_name: Thôn, bản",
            "meetings: Số buổi tuyên truyền",
            "attendees: Số lượt người dự",
            "commitments: Số hộ ký cam kết",
            "tips: Số tin tiếp nhận",
        ),
        _figures,
        identity="unit_name",
        required=("unit_name",),
    ),
)
BY_CODE = {official.code: official for official in NINE}
