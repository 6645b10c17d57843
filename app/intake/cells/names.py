"""Names of people, and of collectives written in their place."""

import re

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import PersonName
from app.intake.cells.setting import Reader, Setting, doubt_of, is_plain, one_line, remembered, shown
from app.intake.readings import NOTHING, Doubt, Reading
from app.intake.words import text_of
from app.intake.workbook import Value

_TELLING = re.compile(r"[0-9(\[/;,&+.\-–—]| [vV][àÀ] ")
"""What makes a name more than words: numbers, brackets, signs between two names."""
_NUMBERED = re.compile(r"^[0-9]{1,4}\s*[.)\-/:]\s*(?=[^\W\d_])")
_COMRADE = re.compile(r"^(?:đ[/.]\s*c|đồng chí)[\s.:]+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"[A-ZĐ]{1,4}")
"""TB, CAV: an office in short, where names are not written in capitals alone."""
_NO_NAMES = (
    *("trưởng ", "phó trưởng", "phó bí", "phó chủ", "phó ban", "phó công", "phó chỉ", "chủ tịch", "chủ nhiệm"),
    *("bí thư", "tổ trưởng", "tổ phó", "đội trưởng", "đội phó", "công an", "cán bộ", "giáo viên", "hiệu trưởng"),
    *("chi hội", "chi đoàn", "ủy viên", "ubnd", "bản ", "thôn ", "xóm ", "tổ ", "xã ", "huyện ", "khu ", "vợ", "chồng"),
    *("con ", "sinh ", "năm "),
)
"""What follows a comma or a dash and is no second name: offices, places, words of kinship."""
_BETWEEN = re.compile(r"\s*[/;,&+]\s*|\s+và\s+|\s+[-–—]\s+", re.IGNORECASE)
_COLLECTIVES = (
    *("tổ an ninh", "tổ bảo vệ", "tổ hòa giải", "tổ hoà giải", "tổ tự quản", "tổ liên gia", "tổ nhân dân", "tổ công"),
    *("tổ xung kích", "tổ đoàn kết", "tổ dân phố", "đội dân phòng", "đội xung kích", "đội bảo vệ", "ban chỉ huy"),
    *("ban chỉ đạo", "ban công tác", "ban giám hiệu", "ban quản lý", "ban nhân dân", "bch ", "bqd ", "công an "),
    *("quân sự ", "chi hội", "chi đoàn", "chi bộ", "hội cựu", "hội phụ", "hội nông", "hội liên", "hội người"),
    *("đoàn thanh niên", "đoàn trường", "đoàn xã", "đoàn thể", "trường ", "nhân dân", "quần chúng", "cán bộ", "ủy ban"),
    *("uỷ ban", "ubnd ", "ub mttq", "mttq ", "mặt trận", "công ty", "hợp tác xã", "htx ", "doanh nghiệp", "dòng họ"),
    *("tập thể", "trạm ", "hộ ", "gia đình", "cơ sở", "cơ quan", "đơn vị", "phòng ", "bản ", "thôn ", "xóm ", "xã "),
    "thị trấn",
)
"""How names of collectives begin: a comma or "và" in one does not part two people. With marks, for Trương and Đoàn are surnames."""


def name_reader(kind: PersonName, setting: Setting) -> Reader:
    """A name in the spelling of the sheet, with single spaces. Two names in a cell are a doubt whose value is the whole cell."""
    longest = kind.max_length

    def read(value: Value) -> Reading:
        if is_plain(value) and not _TELLING.search(value) and value[:1].isalpha() and len(value) <= longest:
            return Reading(" ".join(value.split()))
        text = text_of(value)
        return _taken_apart(kind, text, one_line(text), setting)

    return remembered(read, setting)


def _taken_apart(kind: PersonName, text: str, line: str, setting: Setting) -> Reading:
    name = _COMRADE.sub("", _NUMBERED.sub("", line)).rstrip(".,;:-/ ")
    if name.lower().startswith(_COLLECTIVES):
        return _checked(kind, name, "", setting)
    before, bracket, _ = name.partition("(" if "(" in name else "[")
    if bracket and any(map(str.isalpha, before)):
        inner = _taken_apart(kind, before, one_line(before), setting)
        return inner if inner.doubt else Reading(inner.value, line)
    lines = [part for part in (" ".join(each.split()) for each in text.splitlines()) if part]
    if len(lines) > 1 and all(len(part.split()) > 1 and _is_name(part) for part in lines):
        return _two(", ".join(_NUMBERED.sub("", part) for part in lines), _NUMBERED.sub("", lines[0]), setting, kind)
    parts = [part for part in _BETWEEN.split(name) if part.strip()]
    if len(parts) < 2:
        return _checked(kind, name, "", setting)
    if any(_is_name(part) for part in parts[1:]):
        return _two(name, parts[0], setting, kind)
    if " và " in name.lower():
        return _checked(kind, name, "", setting)
    return _checked(kind, parts[0], line, setting)


def _is_name(part: str) -> bool:
    """Whether a part may be somebody's name of its own: it begins with a capital, has no figures, and is no office or place."""
    if not part[:1].isupper() or any(letter.isdigit() for letter in part):
        return False
    return not (part.lower().startswith(_NO_NAMES) or _ABBREVIATED.fullmatch(part))


def _checked(kind: PersonName, name: str, note: str, setting: Setting) -> Reading:
    try:
        value = kind.parse(name, setting.today)
    except Problem as problem:
        return Reading(doubt=doubt_of(problem, mild=problem.code == "name.no_letter"))
    return Reading(value, note) if value else NOTHING


def _two(name: str, first: str, setting: Setting, kind: PersonName) -> Reading:
    whole = _checked(kind, name, "", setting)
    sentence = N_("“{text}” looks like two names. Keep one here, or take it as it stands.")
    return Reading(
        whole.value,
        doubt=whole.doubt or Doubt("name.two", sentence, {"text": shown(name)}, (first.strip(),), acceptable=True, mild=True),
    )
