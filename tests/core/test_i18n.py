"""Sentences: marked in English, shown in the officer's language."""

from datetime import date, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from app.core.errors import Problem, UserError
from app.core.i18n import N_, Translator, load


@pytest.fixture
def say(tmp_path: Path) -> Translator:
    catalogue = Catalog(locale="vi")
    catalogue.add("{n} rows were read.", "Đã đọc {n} dòng.")
    catalogue.add(("One row.", "{n} rows."), ("{n} dòng.",))
    catalogue.add("One field is wrong.", "Một ô cần sửa.")
    catalogue.add("{n} fields are wrong.", "{n} ô cần sửa.")
    catalogue.add("{thing} is missing.", "Thiếu {thing}.")
    catalogue.add("Hamlet", "Bản")
    catalogue.add("Name", "Họ và tên")
    catalogue.add("Name", "Tên", context="Qt")
    target = tmp_path / "vi" / "LC_MESSAGES" / "app.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
    return load("vi", tmp_path)


def test_a_sentence_is_translated_with_its_facts(say: Translator) -> None:
    assert say("{n} rows were read.", n=12) == "Đã đọc 12 dòng."


def test_one_and_many(say: Translator) -> None:
    assert say.plural("One row.", "{n} rows.", 1) == "1 dòng."
    assert say.plural("One row.", "{n} rows.", 1250) == "1.250 dòng."


def test_one_and_many_marked_one_by_one(say: Translator) -> None:
    assert say.plural(N_("One field is wrong."), N_("{n} fields are wrong."), 1) == "Một ô cần sửa."
    assert say.plural(N_("One field is wrong."), N_("{n} fields are wrong."), 3) == "3 ô cần sửa."


def test_a_marked_word_inside_a_sentence_is_translated_too(say: Translator) -> None:
    assert say("{thing} is missing.", thing=N_("Hamlet")) == "Thiếu Bản."
    assert say("{thing} is missing.", thing="Hamlet") == "Thiếu Hamlet."


def test_dates_stand_as_people_write_them(say: Translator) -> None:
    assert say("{day}", day=date(2024, 3, 5)) == "05/03/2024"
    assert say("{moment}", moment=datetime(2024, 3, 5, 14, 5)) == "14:05 05/03/2024"


def test_braces_in_a_fact_are_only_text(say: Translator) -> None:
    assert say("{thing} is missing.", thing="{n}") == "Thiếu {n}."


def test_a_place_without_a_fact_stays_readable(say: Translator) -> None:
    assert say("{thing} is missing.", other=1) == "Thiếu {thing}."


def test_an_error_is_said_with_its_facts(say: Translator) -> None:
    assert say.error(UserError("x", "{thing} is missing.", thing=N_("Hamlet"))) == "Thiếu Bản."
    assert say.error(Problem("x", "{n} rows were read.", n=2)) == "Đã đọc 2 dòng."


def test_the_same_word_in_another_context(say: Translator) -> None:
    assert say("Name") == "Họ và tên"
    assert say.in_context("Qt", "Name") == "Tên"
    assert say.in_context("Qt", "Nothing") == "Nothing"


def test_without_a_catalogue_the_english_sentence_is_said(tmp_path: Path) -> None:
    english = load("fr", tmp_path)
    assert english.language == "en"
    assert english("{n} rows were read.", n=2) == "2 rows were read."
    assert english.plural("One row.", "{n} rows.", 1250) == "1,250 rows."
