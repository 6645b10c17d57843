"""The tool that keeps the catalogues complete."""

from pathlib import Path

import pytest

import translations

CODE = '''
from app.core.i18n import N_
LABEL = N_("Hamlet")
def show(say, n):
    say(N_("{n} rows were read."), n=n)
    say.plural("One row.", "{n} rows.", n)
    say.plural(N_("One field."), N_("{n} fields."), n)
    self._say(
        "A long sentence, "
        "in two parts."
    )
'''
FRAGMENT = """
msgid "Hamlet"
msgstr "Bản"

msgid "{n} rows were read."
msgstr "Đã đọc {n} dòng."

msgid "One row."
msgid_plural "{n} rows."
msgstr[0] "{n} dòng."

msgid "One field."
msgid_plural "{n} fields."
msgstr[0] "{n} ô."

msgid "A long sentence, in two parts."
msgstr "Một câu dài."

msgctxt "Qt"
msgid "Hamlet"
msgstr "Xóm"

msgid "No longer there"
msgstr "Không còn"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "app" / "ui").mkdir(parents=True)
    (tmp_path / "app" / "show.py").write_text(CODE)
    (tmp_path / "app" / "ui" / "qt_texts.py").write_text('TEXTS = (N_("Hamlet"),)')
    return tmp_path


@pytest.fixture
def complete(root: Path) -> Path:
    fragment = root / "part.po"
    fragment.write_text(FRAGMENT, "utf-8")
    assert translations.main(["merge", str(fragment), "--root", str(root)]) == 0
    return root


def test_what_is_missing_is_named(root: Path) -> None:
    assert len(translations.check(root)) == 2 * 7
    translations.update(root)
    problems = translations.check(root)
    assert len(problems) == 7 and all("not translated" in problem and "vi" in problem for problem in problems)


def test_fragments_complete_the_catalogue(complete: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.check(complete) == []
    assert translations.main(["check", "--root", str(complete)]) == 0
    text = translations.catalogue_path(complete, "vi").read_text("utf-8")
    assert 'msgctxt "Qt"' in text and "Xóm" in text and "No longer there" not in text
    assert capsys.readouterr().out.strip() == "translations: complete"


def test_two_updates_give_the_same_bytes(complete: Path) -> None:
    before = translations.catalogue_path(complete, "vi").read_bytes()
    translations.update(complete)
    assert translations.catalogue_path(complete, "vi").read_bytes() == before


def test_a_second_fragment_does_not_replace_what_stands(complete: Path) -> None:
    other = complete / "other.po"
    other.write_text('msgid "Hamlet"\nmsgstr "Thôn"\n', "utf-8")
    assert translations.merge(complete, [other]) == ["other.po: 'Hamlet': 'Bản' stays, not 'Thôn'"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Đã đọc {n} dòng.", "Đã đọc {m} dòng.", "places in braces differ"),
        ("Đã đọc {n} dòng.", "Đã đọc hết.", "places in braces differ"),
        ('msgstr "Bản"', 'msgstr ""', "not translated"),
        ('msgid "Hamlet"\nmsgstr "Bản"', '#, fuzzy\nmsgid "Hamlet"\nmsgstr "Bản"', "marked as fuzzy"),
        ('msgid "Hamlet"\nmsgstr "Bản"', 'msgid "Village"\nmsgstr "Bản"', "no longer in the code"),
    ],
)
def test_what_is_wrong_is_named(complete: Path, old: str, new: str, problem: str) -> None:
    path = translations.catalogue_path(complete, "vi")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert any(problem in line for line in translations.check(complete))
