"""What leaves without a purpose, and what is written down when names do."""

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.errors import UserError
from app.data.declare import registry
from app.services import disclosure, registers
from app.services.context import Context
from app.services.disclosure import Leaving, Purpose, disclose

KEPT_BACK = {
    "household": {"head", "address", "phone", "birth"},
    "member": {"name"},
    "awardee": {"name", "address"},
    "nomination": {"name", "address"},
    "commitment": {"household", "name"},
    "tip_off": {"content", "receiver", "place", "verification"},
    "reintegration": {"name", "phone", "birth_year", "progress"},
    "trusted_person": {"name"},
    "meeting": {"chair", "presenters", "notes"},
}
FREE = {
    "meeting": {"held_on", "hamlet", "topic", "attendees"},
    "tip_off": {"received_on", "channel", "matter", "valuable", "state"},
    "hamlet": {"name", "households"},
    "disclosure": {"left_at", "register", "way", "purpose", "rows"},
}


def test_a_purpose_adds_columns_and_takes_none_away(ctx: Context) -> None:
    for declared in registry.all():
        free = disclose(ctx, declared.code, purpose=None)
        whole = disclose(ctx, declared.code, purpose=Purpose("file"))
        assert list(free) == [name for name in whole if name in set(free)], declared.code


def test_about_people_only_with_a_purpose(ctx: Context) -> None:
    for code, kept_back in KEPT_BACK.items():
        assert not kept_back & set(disclose(ctx, code, purpose=None)), code
        assert kept_back <= set(disclose(ctx, code, purpose=Purpose("file"))), code


def test_figures_and_places_need_none(ctx: Context) -> None:
    for code, free in FREE.items():
        assert free <= set(disclose(ctx, code, purpose=None)), code


def test_sealed_values_never_leave(ctx: Context) -> None:
    assert "sealed" not in disclose(ctx, "informant", purpose=Purpose("file"))


def test_every_leaving_is_written_down(ctx: Context) -> None:
    leaving = Leaving("Hộ gia đình", "Sổ", 12, ("Chủ hộ", "Điện thoại"))
    disclosure.record(ctx, leaving, "print", Purpose("work", "Họp thôn"), copies=2)
    with ctx.store.reader() as reader:
        (kept,) = reader.window("disclosure", order=("left_at", "asc"))
    assert kept.values["officer"] == ctx.user.id
    assert (kept.values["register"], kept.values["rows"], kept.values["copies"]) == ("Hộ gia đình", 12, 2)
    assert (kept.values["purpose"], kept.values["details"], kept.values["way"]) == ("work", "Họp thôn", "print")
    assert kept.values["contents"] == "Chủ hộ; Điện thoại"


def test_without_names_nothing_is_written(ctx: Context) -> None:
    disclosure.record(ctx, Leaving("Hộ gia đình", "Sổ", 12, ()), "print", None)
    with ctx.store.reader() as reader:
        assert reader.count("disclosure") == 0


@pytest.mark.parametrize("purpose", [None, Purpose("nothing"), Purpose("other"), Purpose("other", "  ")])
def test_names_do_not_leave_without_a_purpose(ctx: Context, purpose: Purpose | None) -> None:
    with pytest.raises(UserError) as refused:
        disclosure.record(ctx, Leaving("Hộ gia đình", "Sổ", 12, ("Chủ hộ",)), "print", purpose)
    assert refused.value.code.startswith("disclosure.")


def test_what_was_written_down_cannot_be_changed(ctx: Context) -> None:
    disclosure.record(ctx, Leaving("Hộ gia đình", "Sổ", 12, ("Chủ hộ",)), "print", Purpose("work"))
    with ctx.store.reader() as reader:
        (kept,) = reader.window("disclosure", order=("left_at", "asc"))
    for act in (
        lambda: registers.save(ctx, "disclosure", kept.id, {"rows": "1"}),
        lambda: registers.save(ctx, "disclosure", None, {"register": "x", "way": "print", "purpose": "work"}),
        lambda: registers.delete(ctx, "disclosure", kept.id),
    ):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "record.written_once"
