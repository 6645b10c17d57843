"""Hamlets are known again under every spelling of a sheet, and never taken for another."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import fold
from app.intake.places import Hamlets, looks_like_hamlet, tidy

NAMES = (
    "Bản Nà Luông",
    "Bản Mù",
    "Bản Tàu",
    "Bản Giàng La Pán",
    "Bản Tà Ghênh",
    "Thôn Pa Te A",
    "Thôn Pa Te B",
    "Thôn 1",
    "Thôn 2",
    "Thôn 12",
    "Tổ dân phố số 3",
    "Tổ dân phố số 5",
    "Xóm Hòa Bình",
    "Khu Thúy Lợi",
    "Buôn Ƀriêng",
    "Ấp Đông Đúc",
    "Làng Đê Ar",
    "Khu phố Km 14+200",
)
KNOWN = tuple(enumerate(NAMES))
places = st.sampled_from(KNOWN)
chances = st.randoms(use_true_random=False)
WORDS = ("Tổ dân phố", "Khu phố", "Bản", "Thôn", "Xóm", "Khu", "Buôn", "Ấp", "Làng")
BEHIND = ("", ", xã Túc Đán", ", xã Túc Đán, huyện Trạm Tấu", " xã Túc Đán", " (Túc Đán)", " - Trạm Tấu", ".", " , XÃ TÚC ĐÁN")


def respelt(name: str, chance: random.Random) -> str:
    """A name as some sheet may have it: other case, no marks, other spaces, another word in front or none, another tone place."""
    word = next(each for each in WORDS if name.startswith(each + " "))
    own = name.removeprefix(word + " ")
    if own.startswith("số "):
        own = chance.choice((own, own.removeprefix("số ")))
    in_front = [word, word.upper(), word.lower()]
    if word == "Tổ dân phố":
        in_front += ["TDP", "tdp"]
    if not own.startswith("số ") and not own.isdecimal():
        in_front += ["", chance.choice(WORDS)]
    text = " ".join((chance.choice(in_front), own)).strip()
    text = text.replace("òa", "oà").replace("úy", "uý") if chance.random() < 0.5 else text
    change = chance.choice((str, str.upper, str.lower, fold, lambda each: unicodedata.normalize("NFD", each)))
    return change(text).replace(" ", chance.choice((" ", "  ", "\u00a0"))) + chance.choice(BEHIND)


@given(places, chances)
def test_a_known_hamlet_is_known_under_every_spelling(place: tuple[int, str], chance: random.Random) -> None:
    key, name = place
    match = Hamlets(KNOWN).match(respelt(name, chance))
    assert (match.key, match.name, match.doubt) == (key, name, None)


@given(places, chances)
def test_a_hamlet_that_is_not_known_is_never_taken_for_another(place: tuple[int, str], chance: random.Random) -> None:
    key, name = place
    match = Hamlets([one for one in KNOWN if one[0] != key]).match(respelt(name, chance))
    assert match.key is None


@given(places, st.sampled_from("abceghiklmnopqrstuvxy"), st.integers(0, 40), st.booleans())
def test_a_letter_off_is_asked_about_and_never_matched(place: tuple[int, str], letter: str, where: int, more: bool) -> None:
    _, name = place
    word = next(each for each in WORDS if name.startswith(each + " "))
    own = name.removeprefix(word + " ")
    at = where % len(own)
    if not own[at].isalpha() or fold(own[at]) == letter or own.startswith(("số", "Km")):
        return
    changed = f"{word} {own[:at]}{letter}{own[at if more else at + 1 :]}"
    hamlets = Hamlets(KNOWN)
    match = hamlets.match(changed)
    assert match.key is None or fold(match.name) == fold(changed)
    part = next(part for part in own.split() if own.find(part) <= at < own.find(part) + len(part)) if own[at] != " " else ""
    if own.count(part) == 1 and len(part) > 1 and part.isalpha():
        assert match.doubt is not None and match.doubt.code == "hamlet.near"
        assert match.doubt.acceptable and name in match.doubt.offers


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bản Mùa", "hamlet.near"),
        ("Bản Mú", "hamlet.near"),
        ("Ban Mua", "hamlet.near"),
        ("Nà Luôn", "hamlet.near"),
        ("Nà Luống", "hamlet.near"),
        ("Na Luông", "hamlet.near"),
        ("Bản Mu", "hamlet.near"),
        ("Thôn Pa Tế A", "hamlet.near"),
        ("Tà Gehnh", "hamlet.near"),
        ("Thôn 11", ""),
        ("Bản 11", ""),
        ("Thôn 3", "hamlet.near"),
        ("Tổ 5 bản Mù", "hamlet.near"),
        ("Nhà văn hóa thôn 1", "hamlet.near"),
        ("Bản Mù Cao", ""),
        ("Thôn Bản Mù Cao", ""),
        ("Pa Te C", ""),
        ("Tổ dân phố 4", ""),
        ("Bản Pá Lau", ""),
        ("xã Túc Đán", "hamlet.unclear"),
        ("99", "hamlet.unclear"),
    ],
)
def test_what_is_near_and_what_is_new(text: str, code: str) -> None:
    match = Hamlets(KNOWN).match(text)
    assert match.key is None
    assert (match.doubt.code if match.doubt else "") == code


def test_a_hamlet_may_keep_its_old_word_behind_a_new_one() -> None:
    assert Hamlets(KNOWN).match("Thôn Bản Mù").name == "Bản Mù"
    assert Hamlets([*KNOWN, (99, "Thôn Bản Mù")]).match("THÔN BẢN MÙ").key == 99


def test_two_hamlets_that_differ_by_the_word_in_front_need_it() -> None:
    hamlets = Hamlets([(1, "Thôn Mới"), (2, "Bản Mới")])
    assert hamlets.match("THÔN MỚI").key == 1
    assert hamlets.match("ban moi").key == 2
    for text in ("Mới", "Xóm Mới"):
        match = hamlets.match(text)
        assert match.key is None
        assert match.doubt is not None and match.doubt.offers == ("Thôn Mới", "Bản Mới")


def test_two_hamlets_that_differ_by_their_marks_need_them() -> None:
    hamlets = Hamlets([(1, "Bản Tà"), (2, "Bản Tả")])
    assert hamlets.match("bản tà").key == 1
    assert hamlets.match("Tả").key == 2
    doubt = hamlets.match("BAN TA").doubt
    assert doubt is not None and doubt.offers == ("Bản Tà", "Bản Tả")


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Bản Nà Luông, xã Túc Đán, huyện Trạm Tấu", "Bản Nà Luông", "xã Túc Đán, huyện Trạm Tấu"),
        ("Bản Nà Luông xã Túc Đán", "Bản Nà Luông", "xã Túc Đán"),
        ("Bản Nà Luông (Túc Đán cũ)", "Bản Nà Luông", "Túc Đán cũ"),
        ("Bản Nà Luông và bản Mù", "Bản Nà Luông", "bản Mù"),
        ("Bản Xa La", "Bản Xa La", ""),
        ("", "", ""),
    ],
)
def test_what_stands_behind_a_hamlet_is_handed_on(text: str, name: str, rest: str) -> None:
    match = Hamlets([(1, "Bản Nà Luông")]).match(text)
    assert (match.name, match.rest) == (name, rest)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("BẢN NÀ LUÔNG", "Bản Nà Luông"),
        ("bản nà luông.", "Bản Nà Luông"),
        ("Bản Nà Luông", "Bản Nà Luông"),
        ("TDP SỐ 5", "Tổ dân phố 5"),
        ("THÔN 01", "Thôn 01"),
        ("TDP5", "Tổ dân phố 5"),
        ("B. TÀU", "Bản Tàu"),
        ("tổ dân phố số 7", "Tổ dân phố 7"),
        ("Khu Km 14+200", "Khu Km 14+200"),
        ("THÔN III", "Thôn III"),
        ("PA TE A", "Pa Te A"),
        ("ẤP ĐÔNG ĐÚC", "Ấp Đông Đúc"),
    ],
)
def test_a_new_hamlet_gets_the_name_an_officer_would_write(written: str, name: str) -> None:
    assert tidy(written) == name


@given(places, chances)
def test_a_tidy_name_is_the_same_hamlet(place: tuple[int, str], chance: random.Random) -> None:
    key, name = place
    text = chance.choice((name, name.upper(), name.lower()))
    assert Hamlets(KNOWN).match(tidy(text)).key == key


def test_a_hamlet_made_on_the_way_is_known_to_the_rows_behind() -> None:
    hamlets: Hamlets[str] = Hamlets([])
    first = hamlets.match("BẢN TÀU")
    assert (first.key, first.name) == (None, "Bản Tàu")
    hamlets.learn("made", first.name)
    assert hamlets.match("bản tàu").key == "made"
    assert hamlets.match("Tàu, xã Bản Mù").key == "made"


def test_a_longer_text_may_name_one_known_hamlet() -> None:
    hamlets = Hamlets(KNOWN)
    found = hamlets.named_in("Nhà văn hóa bản Mù, xã Bản Mù")
    assert found is not None and found.name == "Bản Mù"
    assert hamlets.named_in("UBND xã") is None
    assert hamlets.named_in("Ban Chỉ huy quân sự") is None
    assert hamlets.named_in("thôn 1 và thôn 2") is None


@pytest.mark.parametrize(
    "text", ["Bản Mù", "bản mù", "THÔN 3", "TDP 5", "Tổ dân phố số 5", "Xóm Mới, xã A", "tổ 5", "Khu 3", "Buôn Đôn"]
)
def test_what_begins_like_a_hamlet(text: str) -> None:
    assert looks_like_hamlet(text)


@pytest.mark.parametrize(
    "text",
    ["Tổ an ninh", "Ban Chỉ huy", "BAN CHI HUY", "Khu vực chợ", "Khu trung tâm xã", "khu chợ", "Nà Luông", "", "Bản", "Lò Văn A"],
)
def test_what_does_not(text: str) -> None:
    assert not looks_like_hamlet(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_matching(text: str) -> None:
    match = Hamlets(KNOWN).match(text)
    assert match.key is None or match.doubt is None


words = st.sampled_from(
    (
        "Bản",
        "thôn",
        "TDP",
        "tổ dân phố",
        "số",
        "Mù",
        "mù",
        "MÙ",
        "Nà",
        "5",
        "05",
        "A",
        "xã",
        "Km",
        "B.",
        "-",
        "III",
        "K'Rông",
        "(cũ)",
        ",",
        "và",
    )
)


@given(st.lists(words, min_size=1, max_size=6).map(" ".join))
def test_a_hamlet_that_was_made_from_a_text_is_found_by_that_text(text: str) -> None:
    hamlets: Hamlets[str] = Hamlets([])
    first = hamlets.match(text)
    if first.name and first.doubt is None:
        hamlets.learn("made", first.name)
        again = hamlets.match(text)
        assert (again.key, again.doubt) == ("made", None)


@pytest.mark.parametrize("text", ["bản " * 3_000, "thôn 1, " * 3_000, "a" * 32_000, "- " * 5_000])
def test_a_text_of_any_length_is_no_hamlet_and_is_soon_told(text: str) -> None:
    hamlets = Hamlets([(1, "Bản Mù")])
    assert hamlets.match(text).key is None
    assert hamlets.named_in(text) is None
