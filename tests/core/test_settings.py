"""Small choices are remembered; a damaged file only forgets them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import settings
from app.core.settings import Settings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(["language", "window", "sidebar_folded", "last", "other"]), JSON)


def test_choices_are_remembered(tmp_path: Path) -> None:
    chosen = Settings(language="en", window="AAAA", sidebar_folded=True).remembering("kỳ báo cáo", "năm")
    settings.write(tmp_path, chosen)
    assert settings.read(tmp_path) == chosen


def test_a_first_start_is_vietnamese(tmp_path: Path) -> None:
    assert settings.read(tmp_path) == Settings(language="vi")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b'"x"'])
def test_a_damaged_file_gives_a_first_start(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert settings.read(tmp_path) == Settings()


@given(stored=FIELDS)
def test_whatever_a_file_holds_settings_have_their_types(tmp_path_factory: pytest.TempPathFactory, stored: object) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_text(json.dumps(stored), "utf-8")
    read = settings.read(folder)
    assert read.language in ("vi", "en")
    assert isinstance(read.window, str) and isinstance(read.sidebar_folded, bool)
    assert all(isinstance(name, str) and isinstance(choice, str) for name, choice in read.last.items())
