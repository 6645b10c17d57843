"""The registers as pages use them: typed texts in, words out."""

from pathlib import Path

import pytest

from app.core.errors import InvalidRecord, UserError
from app.data.conditions import Between
from app.services import registers
from app.services.context import Context
from app.services.registers import ListState
from tests.data.conftest import new_store
from tests.data.forge import Forge, told
from tests.services.conftest import OFFICER

MEETING = {"held_on": "5/3/2022", "form": "propaganda", "topic": "Phòng cháy", "attendees": "1.250"}


def problems(ctx: Context, code: str, texts: dict[str, str]) -> dict[str, str]:
    with ctx.store.reader() as reader:
        before = reader.dump()
    with pytest.raises(InvalidRecord) as refused:
        registers.save(ctx, code, None, texts)
    with ctx.store.reader() as reader:
        assert reader.dump() == before
    return {p.field: p.problem.code for p in refused.value.problems}


def test_what_was_typed_reads_back_as_officers_write_it(ctx: Context) -> None:
    hamlet = registers.save(ctx, "hamlet", None, {"name": "Bản Pa Te", "households": "45"}).id
    saved = registers.save(ctx, "meeting", None, MEETING | {"hamlet": hamlet})
    assert saved.title == "05/03/2022 · Phòng cháy"
    form = registers.open_record(ctx, "meeting", saved.id)
    assert form.texts["held_on"] == "05/03/2022" and form.texts["attendees"] == "1.250"
    assert form.labels["hamlet"] == "Bản Pa Te" and form.labels["form"] == "Propaganda meeting"
    (row,) = registers.rows(ctx, ListState("meeting"))
    assert row.cells == ("05/03/2022", "Bản Pa Te", "Propaganda meeting", "Phòng cháy", "1.250")
    overview = registers.overview(ctx, ListState("meeting"))
    assert overview.count == 1 and overview.totals == (("Attendees", "1.250"),)


@pytest.mark.parametrize(
    ("texts", "field", "code"),
    [
        ({"topic": ""}, "topic", "field.required"),
        ({"held_on": "31/4/2021"}, "held_on", "date.impossible"),
        ({"held_on": "1/1/2031"}, "held_on", "date.future"),
        ({"attendees": "-3"}, "attendees", "number.too_small"),
        ({"attendees": "nhiều"}, "attendees", "number.not_a_number"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_nothing_is_written(
    ctx: Context, texts: dict[str, str], field: str, code: str
) -> None:
    assert problems(ctx, "meeting", MEETING | texts) == {field: code}


def test_an_end_before_the_beginning_is_told(ctx: Context) -> None:
    texts = {"name": "Tết", "starts_on": "10/2/2022", "ends_on": "1/2/2022", "signers": "household"}
    assert problems(ctx, "campaign", texts) == {"ends_on": "dates.order"}


def test_audiences_may_not_exceed_the_attendees(ctx: Context) -> None:
    assert problems(ctx, "meeting", MEETING | {"attendees": "10", "audience_pupils": "11"}) == {"attendees": "parts.too_many"}


def test_a_tip_offs_skeleton_has_the_day_and_no_hour(ctx: Context) -> None:
    texts = {"received_at": "8:30 5/3/2022", "channel": "phone", "matter": "drugs", "content": "Có người lạ"}
    saved = registers.save(ctx, "tip_off", None, texts)
    with ctx.store.reader() as reader:
        view = reader.get("tip_off", saved.id)
        shared = [o.operation for c in reader.change_sets(("shared",), {}) for o in c.operations()]
    assert view is not None and view.values["received_on"] == "2022-03-05"
    assert "08:30" not in str(shared) and "người lạ" not in str(shared) and "2022-03-05" in str(shared)


def test_history_says_who_did_what(ctx: Context) -> None:
    saved = registers.save(ctx, "meeting", None, MEETING)
    form = registers.open_record(ctx, "meeting", saved.id)
    registers.save(ctx, "meeting", saved.id, {**form.texts, "topic": "Ma túy", "chair": "Lò Văn Đức"}, form.seen)
    registers.delete(ctx, "meeting", saved.id)
    lines = registers.history(ctx, "meeting", saved.id)
    assert {line.who for line in lines} == {"Giàng A Sử"}
    said = [sentence for line in lines for sentence in line.what]
    assert "Recorded" in said and "Deleted" in said
    assert "Topic: “Phòng cháy” → “Ma túy”" in said and "Chair: “” → “Lò Văn Đức”" in said


def test_the_recycle_bin_gives_back(ctx: Context) -> None:
    saved = registers.save(ctx, "meeting", None, MEETING)
    registers.delete(ctx, "meeting", saved.id)
    (line,) = registers.thrown(ctx)
    assert (line.type_code, line.id, line.title, line.who) == ("meeting", saved.id, "05/03/2022 · Phòng cháy", ctx.user.name)
    registers.restore(ctx, "meeting", saved.id)
    assert registers.thrown(ctx) == () and registers.overview(ctx, ListState("meeting")).count == 1


def test_lists_filter_by_period_choice_and_words(ctx: Context) -> None:
    registers.save(ctx, "meeting", None, MEETING)
    registers.save(ctx, "meeting", None, MEETING | {"form": "forum", "held_on": "9/3/2022", "topic": "Đối thoại"})

    def count(**state: object) -> int:
        return registers.overview(ctx, ListState("meeting", **state)).count  # type: ignore[arg-type] # fields of ListState

    assert count() == 2
    assert count(filters={"form": ("forum",)}) == 1
    assert count(filters={"held_on": Between("held_on", "2022-03-01", "2022-03-05")}) == 1
    assert count(search="doi tho") == 1 and count(search="xyz") == 0


def test_suggestions_prefer_exact_marks_and_search_covers_all(ctx: Context) -> None:
    hamlet = registers.save(ctx, "hamlet", None, {"name": "Bản Mù"}).id
    for name in ("Đinh Văn Dục", "Đinh Văn Đức"):
        registers.save(ctx, "household", None, {"head": name, "hamlet": hamlet})
    assert [s.title for s in registers.suggest(ctx, "household", "Đức")] == ["Đinh Văn Đức", "Đinh Văn Dục"]
    assert {f.type_code for f in registers.search(ctx, "ban mu")} == {"hamlet"}
    assert [f.title for f in registers.search(ctx, "duc")][:1] != []


def test_settling_a_conflict_keeps_the_chosen_value(ctx: Context) -> None:
    saved = registers.save(ctx, "hamlet", None, {"name": "Bản Mù", "households": "10"})
    opened = registers.open_record(ctx, "hamlet", saved.id)
    registers.save(ctx, "hamlet", saved.id, {"households": "11"}, opened.seen)
    registers.save(ctx, "hamlet", saved.id, {"households": "12"}, opened.seen)
    assert registers.open_record(ctx, "hamlet", saved.id).conflicts == ("households",)
    rivals = registers.rivals(ctx, "hamlet", saved.id, "households")
    eleven = next(r for r in rivals if r.texts == (("Households", "11"),))
    registers.settle(ctx, "hamlet", saved.id, "households", eleven.version)
    form = registers.open_record(ctx, "hamlet", saved.id)
    assert form.conflicts == () and form.texts["households"] == "11"


def test_a_form_left_open_during_an_import_overwrites_only_what_was_typed(ctx: Context) -> None:
    saved = registers.save(ctx, "meeting", None, MEETING)
    form = registers.open_record(ctx, "meeting", saved.id)
    with ctx.store.change("f" * 32, "edit") as change:
        change.update("meeting", saved.id, {"topic": "Ma túy"})
    registers.save(ctx, "meeting", saved.id, {**form.texts, "attendees": "90"}, form.seen)
    after = registers.open_record(ctx, "meeting", saved.id)
    assert (after.texts["topic"], after.texts["attendees"], after.conflicts) == ("Ma túy", "90", ())


def test_a_record_that_is_not_here_cannot_be_saved(ctx: Context) -> None:
    with pytest.raises(UserError) as refused:
        registers.save(ctx, "meeting", "9" * 32, MEETING)
    assert refused.value.code == "record.none"


def test_a_deletion_and_a_restoration_apart_are_settled_in_words(ctx: Context) -> None:
    saved = registers.save(ctx, "hamlet", None, {"name": "Bản Mù"})
    registers.delete(ctx, "hamlet", saved.id)
    with ctx.store.reader() as reader:
        deleted = reader.get("hamlet", saved.id)
    assert deleted is not None
    registers.restore(ctx, "hamlet", saved.id)
    apart = Forge("other").write(told(saved.id, "life", {"alive": 0, "seen": []}, *deleted.heads["life"], code="hamlet"))
    ctx.store.receive([apart])
    assert registers.open_record(ctx, "hamlet", saved.id).conflicts == ("life",)
    rivals = {r.texts: r.version for r in registers.rivals(ctx, "hamlet", saved.id, "life")}
    assert set(rivals) == {(("State", "Deleted"),), (("State", "Recorded"),)}
    registers.settle(ctx, "hamlet", saved.id, "life", rivals[(("State", "Recorded"),)])
    form = registers.open_record(ctx, "hamlet", saved.id)
    assert form.alive and form.conflicts == ()


def test_history_names_what_an_edit_replaced_even_when_clocks_disagree(ctx: Context) -> None:
    saved = registers.save(ctx, "hamlet", None, {"name": "Bản Mù"})
    form = registers.open_record(ctx, "hamlet", saved.id)
    slow = Forge("slow", stamp=1)
    change, version = slow.one(told(saved.id, "name", {"name": "Bản Mới"}, *form.seen["name"], code="hamlet"))
    ctx.store.receive([change, slow.write(told(saved.id, "name", {"name": "Bản Ba"}, version, code="hamlet"))])
    said = [sentence for line in registers.history(ctx, "hamlet", saved.id) for sentence in line.what]
    assert any("“Bản Mù” → “Bản Mới”" in sentence for sentence in said)
    assert any("“Bản Mới” → “Bản Ba”" in sentence for sentence in said)


def test_another_units_record_is_read_but_not_changed(ctx: Context, tmp_path: Path) -> None:
    saved = registers.save(ctx, "hamlet", None, {"name": "Bản Mù", "households": "10"})
    above = new_store(tmp_path / "above", unit="HUYEN", seed="above")
    with ctx.store.reader() as reader:
        above.receive(list(reader.change_sets(("shared",), {})))
    there = Context(above, OFFICER, above.clock, ctx.say, above.folder)
    assert registers.open_record(there, "hamlet", saved.id).texts["name"] == "Bản Mù"
    with above.reader() as reader:
        before = reader.dump()
    for attempt in (
        lambda: registers.save(there, "hamlet", saved.id, {"households": "11"}),
        lambda: registers.delete(there, "hamlet", saved.id),
        lambda: registers.restore(there, "hamlet", saved.id),
    ):
        with pytest.raises(UserError) as refused:
            attempt()
        assert refused.value.code == "record.foreign"
    with above.reader() as reader:
        assert reader.dump() == before
    above.close()


def test_the_recycle_bin_shows_the_last_of_every_register_first(ctx: Context) -> None:
    hamlet = registers.save(ctx, "hamlet", None, {"name": "Bản Hát"})
    saved = [registers.save(ctx, "meeting", None, MEETING | {"topic": f"Buổi {number}"}) for number in range(4)]
    for each in saved:
        registers.delete(ctx, "meeting", each.id)
    registers.delete(ctx, "hamlet", hamlet.id)
    assert {line.type_code for line in registers.thrown(ctx)} == {"hamlet", "meeting"}
    assert [line.title for line in registers.thrown(ctx, "hat")] == ["Bản Hát"]
    assert registers.restore_many(ctx, [("hamlet", hamlet.id), ("meeting", saved[0].id)]) == 2
    assert registers.restore_many(ctx, [("hamlet", hamlet.id)]) == 0
    assert len(registers.thrown(ctx)) == 3
