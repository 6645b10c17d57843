"""Layouts that a station chooses from: those of the program and its own, taken in from files."""

from pathlib import Path

import pytest

from app.core.errors import UserError
from app.documents.certificate import CLASSIC
from app.documents.layouts.reading import shipped
from app.services.awards.layouts import layout_of, layouts, take_layout
from app.services.context import Context

OWN = """{"version": 1, "name": "Phôi của xã", "width": %d, "height": 180,
"elements": [{"kind": "text", "text": "{name}", "x": 20, "y": 40, "size": 20}]}"""


def test_a_file_becomes_a_choice_and_one_of_the_same_name_replaces_it(ctx: Context, tmp_path: Path) -> None:
    path = tmp_path / "phoi.json"
    for width in (250, 260):
        path.write_text(OWN % width, encoding="utf-8-sig")
        taken = take_layout(ctx, path)
        assert layout_of(ctx, taken.code).width == width
    offered = layouts(ctx)
    assert [one.name for one in offered if one.own] == ["Phôi của xã"]
    assert offered[0].code == CLASSIC and not offered[0].own


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{}", b"[" * 3_000_000])
def test_a_file_that_is_no_layout_changes_nothing(ctx: Context, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "phoi.json"
    path.write_bytes(content)
    before = layouts(ctx)
    with pytest.raises(UserError) as refused:
        take_layout(ctx, path)
    assert refused.value.code == "layout.unreadable"
    with pytest.raises(UserError):
        take_layout(ctx, tmp_path / "gone.json")
    assert layouts(ctx) == before


def test_every_offered_layout_can_be_read_and_one_that_is_gone_is_the_classic(ctx: Context) -> None:
    for one in layouts(ctx):
        assert layout_of(ctx, one.code).elements
    assert layout_of(ctx, "own:gone") == layout_of(ctx, "gone") == shipped(CLASSIC)
