"""Communes are merged: any two books join to their union, in any order and twice; nothing of the other folder is touched."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import Cancelled, InvalidRecord, UserError
from app.core.i18n import load
from app.core.randomness import SystemRandomness
from app.keys.passwords import PasswordCost
from app.services import books, merger, registers
from app.services.context import Context
from app.services.merger.opening import Entrance
from app.services.registers.origin import origin
from app.services.session import Session, set_up
from app.services.setup import HamletSetup, StationSetup, suggested_wording

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "mat khau that dai"
RANDOM = SystemRandomness()
NOON = datetime(2022, 3, 12, 12, 0)


def begin(folder: Path, code: str, name: str, hamlets: tuple[str, ...] = ()) -> Session:
    wording = suggested_wording(name)
    setup = StationSetup(
        code=code,
        name=name,
        kind="station",
        place=wording.place,
        police_body=wording.police_body,
        authority_body=wording.authority_body,
        authority=wording.authority,
        signer_title=wording.signer_title,
        hamlets=tuple(HamletSetup(each, 80) for each in hamlets),
        officer_name="Vũ Đức Hạnh",
        login="hanh",
        password=PASSWORD,
    )
    return set_up(folder, setup, clock=FixedClock(NOON), randomness=RANDOM, cost=CHEAP, say=load("en"))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Session]]:
    made: list[Session] = []

    def one(code: str, *hamlets: str) -> Session:
        made.append(begin(tmp_path / code, code, f"Xã {code.title()}", hamlets))
        return made[-1]

    yield one
    for session in made:
        session.close()


def entrance(session: Session) -> Entrance:
    session.close()
    return Entrance(session.context.folder, "hanh", PASSWORD)


def join(ctx: Context, door: Entrance, since: str = "1/3/2022") -> merger.Joined:
    return merger.join(ctx, door, since, randomness=RANDOM)


def save(ctx: Context, code: str, record_id: str | None = None, **texts: Any) -> str:
    return registers.save(ctx, code, record_id, {name: str(value) for name, value in texts.items()}).id


def meeting(ctx: Context, topic: str, day: str = "5/2/2022", **more: Any) -> str:
    return save(ctx, "meeting", held_on=day, form="study", topic=topic, attendees=40, **more)


def records(ctx: Context) -> dict[tuple[str, str], Any]:
    found = {}
    with ctx.store.reader() as reader:
        for declared in ctx.store.registry.all():
            for alive in (True, False):
                for r in reader.window(declared.code, order=("created", "asc"), alive=alive, limit=5000):
                    found[declared.code, r.id] = (r.unit, r.alive, dict(r.values), dict(r.heads))
    return found


def test_the_other_books_records_are_gone_on_with_as_ones_own(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU", "Bản Hát"), make("TUCDAN", "Bản Pa Te")
    theirs = meeting(old.context, "Phòng cháy")
    before = records(old.context)
    door = entrance(old)
    ctx = new.context
    assert not registers.rows(ctx, registers.ListState("meeting"))
    look = merger.look(ctx, door, randomness=RANDOM)
    assert (look.code, look.name, look.already_had) == ("HATLUU", "Xã Hatluu", 0)
    done = join(ctx, door)
    assert done.change_sets == look.change_sets and done.put_aside == 0
    assert {key: value for key, value in records(ctx).items() if value[0] == "HATLUU"} == before
    whose = origin(ctx, "meeting", theirs)
    assert whose.own and whose.name == "Xã Hatluu"
    save(ctx, "meeting", theirs, attendees=41)
    registers.delete(ctx, "meeting", theirs)
    registers.restore(ctx, "meeting", theirs)
    assert {line.who for line in registers.history(ctx, "meeting", theirs)} == {"Vũ Đức Hạnh"}
    assert merger.predecessors(ctx)[0][:2] == ("HATLUU", "Xã Hatluu")
    assert ctx.store.verify(against_journal=True).findings == ()


def test_a_book_that_the_old_unit_closed_stays_closed_for_its_records(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU"), make("TUCDAN")
    theirs = meeting(old.context, "Phòng cháy", "5/2/2021")
    books.close(old.context, 2021, ("meeting",))
    door, ctx = entrance(old), new.context
    mine = meeting(ctx, "Ma túy", "5/2/2021")
    join(ctx, door)
    officer = replace(ctx, user=replace(ctx.user, role="officer"))
    save(officer, "meeting", mine, attendees=41)
    with pytest.raises(UserError) as refused:
        save(officer, "meeting", theirs, attendees=41)
    assert refused.value.code == "book.closed"


def test_joining_twice_changes_nothing(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU", "Bản Hát"), make("TUCDAN")
    meeting(old.context, "Phòng cháy")
    door, ctx = entrance(old), new.context
    join(ctx, door)
    once = records(ctx)
    again = join(ctx, door)
    assert again.change_sets == 0 and again.new == 0 and records(ctx) == once


def test_nothing_in_the_other_folder_is_touched_and_nothing_is_left_behind(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU"), make("TUCDAN")
    meeting(old.context, "Phòng cháy")
    door, ctx = entrance(old), new.context

    def prints(folder: Path) -> dict[str, str]:
        inside = (path for path in folder.rglob("*") if path.is_file() and path.name != "in-use.json")
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in inside}

    before, here = prints(door.folder), {path.name for path in ctx.folder.iterdir()}
    join(ctx, door)
    assert prints(door.folder) == before
    assert {path.name for path in ctx.folder.iterdir()} == here


def test_joining_is_stopped_and_begun_again(make: Callable[..., Session], monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services.merger import joining

    monkeypatch.setattr(joining, "_SLICE", 3)
    old, new = make("HATLUU"), make("TUCDAN")
    for number in range(12):
        meeting(old.context, f"Buổi {number}")
    whole = records(old.context)
    door, ctx = entrance(old), new.context

    class Stops:
        def step(self, done: int, total: int, what: str) -> None:
            if what == "Taking the other book in" and done >= 6:
                raise Cancelled

    with pytest.raises(Cancelled):
        merger.join(ctx, door, "1/3/2022", randomness=RANDOM, progress=Stops())
    assert 0 < len([r for r in records(ctx).values() if r[0] == "HATLUU"]) < len(whole)
    join(ctx, door)
    assert {key: value for key, value in records(ctx).items() if value[0] == "HATLUU"} == whole


def test_what_is_refused(make: Callable[..., Session], tmp_path: Path) -> None:
    old, new = make("HATLUU"), make("TUCDAN")
    ctx = new.context
    in_use = Entrance(old.context.folder, "hanh", PASSWORD)
    door = replace(in_use, password="sai mật khẩu")
    officer = replace(ctx, user=replace(ctx.user, role="officer"))
    for context, where, code in (
        (ctx, in_use, "data.in_use"),
        (ctx, replace(in_use, folder=tmp_path / "nothing"), "data.none"),
        (officer, in_use, "permission.commander"),
    ):
        with pytest.raises(UserError) as refused:
            join(context, where)
        assert refused.value.code == code
    old.close()
    with pytest.raises(UserError) as refused:
        join(ctx, door)
    assert refused.value.code == "login.wrong"
    with pytest.raises(InvalidRecord):
        join(ctx, in_use, "hôm nào đó")
    book = in_use.folder / "so-antq.db"
    content = bytearray(book.read_bytes())
    content[len(content) // 2] ^= 1
    book.write_bytes(content)
    with pytest.raises(UserError) as refused:
        join(ctx, in_use)
    assert refused.value.code in ("merger.damaged", "data.damaged")
    assert {r[0] for r in records(ctx).values()} == {"TUCDAN"}


def test_a_book_of_the_same_unit_is_no_other_book(make: Callable[..., Session], tmp_path: Path) -> None:
    new = make("TUCDAN")
    twin = begin(tmp_path / "twin", "TUCDAN", "Xã Túc Đán")
    with pytest.raises(UserError) as refused:
        join(new.context, entrance(twin))
    assert refused.value.code == "merger.same_unit"


def test_another_book_brings_nothing_in_the_name_of_this_unit(make: Callable[..., Session], tmp_path: Path) -> None:
    """Whoever has a folder and its password could have written anything into it, and signed it with a key of their own."""
    old, new = make("HATLUU"), make("TUCDAN")
    theirs = meeting(old.context, "Phòng cháy")
    stranger = begin(tmp_path / "stranger", "TUCDAN", "Xã Giả Mạo")
    forged = meeting(stranger.context, "Không có thật")
    with stranger.context.store.reader() as reader:
        forgery = list(reader.change_sets(("shared", "station"), {}))
    stranger.close()
    old.context.store.receive(forgery)
    door, ctx = entrance(old), new.context
    before = {key: value for key, value in records(ctx).items() if value[0] == "TUCDAN"}
    done = join(ctx, door)
    after = records(ctx)
    assert done.put_aside == len(forgery)
    assert ("meeting", theirs) in after and ("meeting", forged) not in after
    assert {key: value for key, value in after.items() if value[0] == "TUCDAN" and key[0] != "unit_succession"} == before


def test_hamlets_of_one_name_become_one_and_come_apart_again(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU", "Bản Hát", "Bản Pa Te"), make("TUCDAN", "bản hát")
    with old.context.store.reader() as reader:
        hamlets = {r.values["name"]: r.id for r in reader.window("hamlet", order=("name", "asc"))}
    theirs = meeting(old.context, "Phòng cháy", hamlet=hamlets["Bản Hát"])
    door, ctx = entrance(old), new.context
    join(ctx, door)
    (double,) = merger.doubles(ctx)
    assert (double.keep_title, double.other_title, double.other_unit) == ("bản hát", "Bản Hát", "Xã Hatluu")
    assert double.referring == 1
    with pytest.raises(UserError) as refused:
        merger.join_double(replace(ctx, user=replace(ctx.user, role="officer")), double)
    assert refused.value.code == "permission.commander"
    done = merger.join_double(ctx, double)
    assert (done.moved, done.frozen) == (1, 0) and merger.doubles(ctx) == ()
    assert registers.open_record(ctx, "meeting", theirs).texts["hamlet"] == double.keep
    assert not registers.open_record(ctx, "hamlet", double.other).alive
    merger.undo_join(ctx, done.batch)
    assert registers.open_record(ctx, "meeting", theirs).texts["hamlet"] == double.other
    assert merger.doubles(ctx) == (double,)
    merger.keep_both(ctx, double)
    assert merger.doubles(ctx) == ()


def test_a_hamlet_on_signed_papers_stays_under_its_name(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU", "Bản Hát"), make("TUCDAN", "Bản Hát")
    with old.context.store.reader() as reader:
        (hamlet,) = reader.window("hamlet", order=("name", "asc"))
    campaign = save(old.context, "campaign", name="Không đốt pháo", starts_on="1/1/2022", signers="household")
    signed = save(
        old.context,
        "commitment",
        campaign=campaign,
        signed_on="5/1/2022",
        hamlet=hamlet.id,
        signer_kind="household",
        name="Giàng A Sử",
    )
    door, ctx = entrance(old), new.context
    join(ctx, door)
    (double,) = merger.doubles(ctx)
    done = merger.join_double(ctx, double)
    assert done.frozen == 1
    assert registers.open_record(ctx, "commitment", signed).texts["hamlet"] == hamlet.id
    left = registers.open_record(ctx, "hamlet", hamlet.id)
    assert left.alive and left.texts["successor"] == double.keep and merger.doubles(ctx) == ()


WORK = st.lists(
    st.tuples(
        st.sampled_from(("meeting", "edit", "delete", "outreach")), st.integers(0, 3), st.text("ăâbđ ", min_size=1, max_size=6)
    ),
    max_size=8,
)


def do_work(ctx: Context, work: list[tuple[str, int, str]]) -> None:
    held: list[str] = []
    for act, which, words in work:
        topic = f"Buổi {words}"
        if act == "meeting" or (act in ("edit", "delete") and not held):
            held.append(meeting(ctx, topic))
        elif act == "edit":
            save(ctx, "meeting", held[which % len(held)], topic=topic)
        elif act == "delete":
            registers.delete(ctx, "meeting", held.pop(which % len(held)))
        else:
            save(ctx, "outreach", held_on="5/3/2022", topic=topic, kind="loudspeaker", count=which + 1)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=WORK, two=WORK, own=WORK)
def test_any_two_books_join_to_their_union_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, one: list[Any], two: list[Any], own: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("worlds")
    a, b = begin(folder / "a", "HATLUU", "Xã Hát Lừu", ("Bản Hát",)), begin(folder / "b", "BANCONG", "Xã Bản Công", ("Bản Hát",))
    do_work(a.context, one)
    do_work(b.context, two)
    parts = records(a.context) | records(b.context)
    doors = entrance(a), entrance(b)
    results = []
    for name, order in (("x", (0, 1)), ("y", (1, 0, 1, 0))):
        target = begin(folder / name, "TUCDAN", "Xã Túc Đán")
        do_work(target.context, own)
        mine = records(target.context)
        for number in order:
            join(target.context, doors[number])
        after = records(target.context)
        assert {key: after[key] for key in parts} == parts
        assert {key: after[key] for key in mine} == mine
        assert {key[0] for key in after.keys() - parts.keys() - mine.keys()} == {"unit_succession"}
        results.append({key: after[key] for key in parts})
        target.close()
    assert results[0] == results[1]
