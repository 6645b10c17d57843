"""Sealed identities: who can open them and when, what is written of it, and that the name stands nowhere in plain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.core.crash import record_crash
from app.core.errors import InvalidRecord, UserError
from app.core.randomness import SeededRandomness
from app.core.text import fold
from app.data.declare import STREAMS
from app.services import informants, merger, officers, papers, registers
from app.services.context import Context, Officer
from app.services.disclosure import Purpose
from app.services.merger.opening import Entrance
from app.services.session import reset_password
from app.services.who_told import named_in, scrub, tells_who
from tests.sync.world import CHEAP, PASSWORD, Laptop, World

RANDOM = SeededRandomness("informants")
NAME = "Thào Mí Vừ Sừng"
PHONE = "0912 777 333"
HOME = "Nhà sàn cuối bản Mù Cang"
NOTE = "Chỉ gặp ở chợ phiên"
WHO = {"name": NAME, "contact": PHONE, "address": HOME, "note": NOTE}
TIP = {"received_at": "14:05 12/3/2022", "channel": "phone", "matter": "crime", "content": "Có người lạ chở gỗ qua bản"}
NAMING = ("Content", "Verification and result")
WHY = "Báo kết quả cho người đã cung cấp tin"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def laptop(world: World) -> Laptop:
    laptop = world.station(world.parent())
    laptop.wind(datetime(2022, 3, 12, 16, 0))
    return laptop


def password_of(name: str) -> str:
    return f"mật khẩu của {name}"


def as_officer(ctx: Context, name: str) -> Context:
    """The same laptop with this officer at work."""
    line = next(line for line in officers.officers(ctx) if line.login == name)
    return replace(ctx, user=Officer(line.id, name, line.name, "commander" if name == "a" else "officer"))


def hire(ctx: Context, name: str) -> Context:
    texts = {"name": f"Lò Văn {name.title()}", "login": name, "role": "officer"}
    officers.add(ctx, texts, password_of(name), cost=CHEAP, randomness=RANDOM)
    return as_officer(ctx, name)


def key_of(ctx: Context, name: str) -> str:
    return next(line.recipient for line in informants.keepers(ctx) if line.officer == f"Lò Văn {name.title()}" and line.here)


def appoint(ctx: Context, *names: str) -> None:
    for name in names:
        informants.appoint(ctx, key_of(ctx, name), PASSWORD, randomness=RANDOM)


def tip(ctx: Context, **texts: str) -> str:
    return registers.save(ctx, "tip_off", None, TIP | texts).id


def read(ctx: Context, tip_off: str, password: str, why: str = WHY) -> informants.Identity:
    return informants.read(ctx, tip_off, password, why, randomness=RANDOM)


def everything(ctx: Context) -> str:
    """All tables and columns of the opened database, and the journal's operations unpacked."""
    with ctx.store.reader() as reader:
        operations = [sealed.operation for change in reader.change_sets(STREAMS, {}) for sealed in change.operations()]
        return repr(reader.dump()) + repr(operations)


@pytest.fixture
def chief(laptop: Laptop) -> Context:
    """The commander, with officers b and c; a and b are keepers."""
    hire(laptop.ctx, "b")
    hire(laptop.ctx, "c")
    appoint(laptop.ctx, "a", "b")
    return laptop.ctx


def test_without_two_keepers_nothing_is_sealed_and_the_sentence_says_how_to_appoint_them(laptop: Laptop) -> None:
    ctx = laptop.ctx
    told = tip(ctx)
    assert not informants.view(ctx, told).may_seal
    hire(ctx, "b")
    appoint(ctx, "a")
    with pytest.raises(UserError, match=r"informant\.few_keepers") as refused:
        informants.seal(ctx, told, WHO)
    assert "Unit and officers" in refused.value.message
    appoint(ctx, "b")
    assert informants.view(ctx, told).may_seal
    informants.seal(ctx, told, WHO)


def test_a_keeper_opens_what_any_officer_sealed_and_a_reason_is_asked_for(chief: Context) -> None:
    sealing, keeper = as_officer(chief, "c"), as_officer(chief, "b")
    told = tip(sealing)
    assert informants.seal(sealing, told, WHO) == ()
    shown = informants.view(keeper, told)
    assert (shown.code, shown.may_open, shown.stale) == ("N-2022-001", True, False)
    assert shown.keepers == ("Lò Văn A", "Lò Văn B")
    assert not informants.view(sealing, told).may_open
    with pytest.raises(InvalidRecord) as refused:
        read(keeper, told, password_of("b"), "  ")
    assert [problem.field for problem in refused.value.problems] == ["reason"]
    assert read(keeper, told, password_of("b")) == informants.Identity(NAME, PHONE, HOME, NOTE)
    assert NAME not in repr(read(keeper, told, password_of("b")))


def test_nobody_else_opens_it_and_a_wrong_password_opens_nothing(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    other, keeper = as_officer(chief, "c"), as_officer(chief, "b")
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(other, told, password_of("c"))
    with pytest.raises(UserError, match=r"login\.wrong"):
        read(keeper, told, password_of("c"))
    assert informants.openings(chief) == ()
    with pytest.raises(UserError, match=r"informant\.none"):
        read(keeper, tip(chief), password_of("b"))


def test_the_opening_is_in_the_book_before_anything_is_shown(chief: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    written: list[int] = []

    def shown_too_early(*_: object) -> None:
        with chief.store.reader() as reader:
            written.append(reader.count("informant_opening"))

    monkeypatch.setattr("app.services.informants.identity.unsealed", shown_too_early)
    with pytest.raises(UserError, match=r"informant\.damaged"):
        read(chief, told, PASSWORD)
    assert written == [1]
    (opening,) = informants.openings(chief)
    assert (opening.who, opening.code, opening.reason) == ("Lò Văn A", "N-2022-001", WHY)
    assert opening.when == "16:00 12/03/2022"


def test_only_the_commander_sees_who_opened_what(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    keeper = as_officer(chief, "b")
    read(keeper, told, password_of("b"))
    assert [opening.who for opening in informants.openings(chief, told)] == ["Lò Văn B"]
    assert informants.openings(keeper) == () and informants.openings(chief, tip(chief)) == ()


def test_codes_are_made_by_the_program_year_by_year(chief: Context) -> None:
    codes = []
    for received in ("14:05 12/3/2022", "8:00 10/3/2022", "8:00 31/12/2021"):
        told = tip(chief, received_at=received)
        informants.seal(chief, told, WHO)
        codes.append(informants.view(chief, told).code)
    assert codes == ["N-2022-001", "N-2022-002", "N-2021-001"]
    with pytest.raises(UserError, match=r"informant\.exists"):
        informants.seal(chief, told, WHO)


def test_a_name_is_needed(chief: Context) -> None:
    with pytest.raises(InvalidRecord) as refused:
        informants.seal(chief, tip(chief), {"contact": PHONE})
    assert [problem.field for problem in refused.value.problems] == ["name"]


def test_only_the_commander_appoints_with_a_password_of_their_own(laptop: Laptop) -> None:
    ctx = laptop.ctx
    officer = hire(ctx, "b")
    with pytest.raises(UserError, match=r"permission\.commander"):
        informants.appoint(officer, key_of(ctx, "b"), password_of("b"), randomness=RANDOM)
    with pytest.raises(UserError, match=r"login\.wrong"):
        informants.appoint(ctx, key_of(ctx, "b"), password_of("b"), randomness=RANDOM)
    assert {line.standing for line in informants.keepers(ctx)} == {"none"}


def test_an_appointment_that_a_commander_did_not_sign_counts_for_nothing(chief: Context) -> None:
    key = key_of(chief, "c")
    line = next(line for line in informants.keepers(chief) if line.recipient == key)
    genuine = next(line for line in informants.keepers(chief) if line.standing == "appointed")
    with chief.store.reader() as reader:
        kept = reader.get("keeper", genuine.id)
    assert kept is not None
    forged = {"officer": line.officer_id, "laptop": "A", "device": line.device, "recipient": key}
    for statement in (None, "", "{}", kept.values["statement"]):
        with chief.store.change(line.officer_id, "new") as change:
            change.create("keeper", forged | {"appointed_at": "2022-03-12T16:00", "statement": statement})
    from app.keys.vault import Vault

    own = Vault.open(chief.folder).unlock_own("c", password_of("c"), chief.clock, RANDOM)
    from app.keys.appointments import Appointment

    said = Appointment(
        unit=chief.store.unit,
        officer=line.officer_id,
        device=line.device,
        recipient=key,
        at="2022-03-12T16:00",
        by=line.officer_id,
        by_key="",
    )
    with chief.store.change(line.officer_id, "new") as change:
        change.create("keeper", forged | {"statement": said.signed(own.signing).dump()})
    assert {line.officer for line in informants.keepers(chief) if line.standing == "appointed"} == {"Lò Văn A", "Lò Văn B"}


def test_who_was_a_keeper_is_none_after_the_end_even_if_the_end_is_taken_back(chief: Context) -> None:
    line = next(line for line in informants.keepers(chief) if line.officer == "Lò Văn B")
    informants.end(chief, line.id)
    with chief.store.change(chief.user.id, "edit") as change:
        change.update("keeper", line.id, {"ended_at": None, "ended_by": None})
    assert {line.officer for line in informants.keepers(chief) if line.standing == "appointed"} == {"Lò Văn A"}
    appoint(chief, "b")
    assert {line.officer for line in informants.keepers(chief) if line.standing == "appointed"} == {"Lò Văn A", "Lò Văn B"}


def test_a_new_keeper_opens_it_once_another_has_sealed_it_anew(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    newcomer, leaving = as_officer(chief, "c"), as_officer(chief, "b")
    appoint(chief, "c")
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(newcomer, told, password_of("c"))
    informants.end(chief, next(line.id for line in informants.keepers(chief) if line.officer == "Lò Văn B"))
    assert informants.view(chief, told).stale
    assert informants.waiting(newcomer) == informants.Waiting(1, 0)
    assert informants.reseal(chief, PASSWORD, randomness=RANDOM) == informants.Waiting(0, 0)
    assert read(newcomer, told, password_of("c")).name == NAME
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(leaving, told, password_of("b"))
    assert informants.view(chief, told).code == "N-2022-001"


def test_the_ciphertext_an_earlier_keeper_could_open_is_gone_from_the_book(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)

    def ciphertexts() -> set[str]:
        with chief.store.reader() as reader:
            return {str(row["sealed"]) for row in reader.dump()["informant"] if row["sealed"]}

    (before,) = ciphertexts()
    appoint(chief, "c")
    informants.reseal(chief, PASSWORD, randomness=RANDOM)
    (after,) = ciphertexts()
    assert before != after
    assert before not in everything(chief) and after in everything(chief)
    assert chief.store.verify(against_journal=True).findings == ()


def test_a_password_of_one_s_own_changed_keeps_a_keeper_and_one_set_by_the_commander_ends_it(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    keeper = as_officer(chief, "b")
    officers.change_own_password(keeper, password_of("b"), "một mật khẩu mới", cost=CHEAP, randomness=RANDOM)
    assert read(keeper, told, "một mật khẩu mới").name == NAME
    officers.give_password(chief, keeper.user.id, "đặt lại mật khẩu", cost=CHEAP, randomness=RANDOM)
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(keeper, told, "đặt lại mật khẩu")
    assert not informants.view(chief, tip(chief)).may_seal
    appoint(chief, "b")
    informants.reseal(chief, PASSWORD, randomness=RANDOM)
    assert read(keeper, told, "đặt lại mật khẩu").name == NAME


def test_the_recovery_sheet_sets_a_password_and_opens_no_identity(world: World, laptop: Laptop, chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    laptop.close()
    reset_password(
        laptop.folder,
        laptop.session.recovery_code,
        "a",
        PASSWORD,
        clock=chief.clock,
        cost=CHEAP,
        randomness=SeededRandomness("anew"),
    )
    world.unlock(laptop)
    assert {line.officer for line in informants.keepers(laptop.ctx) if line.standing == "appointed"} == {"Lò Văn B"}
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(laptop.ctx, told, PASSWORD)
    assert read(as_officer(laptop.ctx, "b"), told, password_of("b")).name == NAME


def test_access_taken_away_ends_a_keeper(chief: Context) -> None:
    officers.take_access(chief, as_officer(chief, "b").user.id)
    assert {line.officer for line in informants.keepers(chief) if line.standing == "appointed"} == {"Lò Văn A"}


def test_a_keeper_writes_it_anew_and_nobody_else(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO | {"name": "Thào Mí Vừ"})
    other, keeper = as_officer(chief, "c"), as_officer(chief, "b")
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        informants.mend(other, told, password_of("c"), WHY, WHO, randomness=RANDOM)
    informants.mend(keeper, told, password_of("b"), WHY, WHO, randomness=RANDOM)
    assert read(chief, told, PASSWORD).name == NAME
    assert {opening.act for opening in informants.openings(chief)} == {"Identity read", "Written anew"}


def test_texts_of_the_tip_off_that_name_who_told_are_found_while_the_identity_is_in_hand(chief: Context) -> None:
    told = tip(chief, content=f"{NAME.upper()} nhìn thấy hai người lạ", verification="Gọi lại số 0912777333")
    assert informants.seal(chief, told, WHO) == NAMING
    assert informants.compare(chief, told, PASSWORD, "Trước khi chuyển", randomness=RANDOM) == NAMING
    registers.save(chief, "tip_off", told, {"content": "Hai người lạ", "verification": ""})
    assert informants.compare(chief, told, PASSWORD, "Trước khi chuyển", randomness=RANDOM) == ()
    assert len(informants.openings(chief)) == 2


def test_texts_changed_since_they_were_compared_are_told_until_a_keeper_compares_them_again(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    assert informants.view(chief, told).clean
    registers.save(chief, "tip_off", told, {"matter": "drugs"})
    assert informants.view(chief, told).clean
    registers.save(chief, "tip_off", told, {"verification": f"{NAME} dẫn đường"})
    assert not informants.view(chief, told).clean
    informants.compare(chief, told, PASSWORD, WHY, randomness=RANDOM)
    assert not informants.view(chief, told).clean
    registers.save(chief, "tip_off", told, {"verification": "Đúng như tin báo"})
    assert not informants.view(chief, told).clean
    informants.compare(chief, told, PASSWORD, WHY, randomness=RANDOM)
    assert informants.view(chief, told).clean
    appoint(chief, "c")
    informants.reseal(chief, PASSWORD, randomness=RANDOM)
    assert informants.view(chief, told).clean
    named = tip(chief, content=f"{NAME} kể lại")
    informants.seal(chief, named, WHO)
    assert not informants.view(chief, named).clean


def test_the_name_stands_nowhere_in_plain(chief: Context, world: World, laptop: Laptop) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    read(chief, told, PASSWORD)
    appoint(chief, "c")
    informants.reseal(chief, PASSWORD, randomness=RANDOM)
    second = world.join(laptop)
    packages = laptop.export("station")
    second.take(*packages)
    world.laptops[0].take(*laptop.export("up"))
    whole = everything(chief)
    for line in registers.history(chief, "tip_off", told):
        whole += repr(line)
    with chief.store.reader() as reader:
        ids = [row["id"] for row in reader.dump()["informant"]]
    for identity in ids:
        whole += repr(registers.history(chief, "informant", identity)) + repr(registers.open_record(chief, "informant", identity))
    for code in ("tip_off", "informant", "informant_opening", "keeper"):
        whole += repr(registers.rows(chief, registers.ListState(code)))
    for piece in (NAME, PHONE, HOME, NOTE, "Thào Mí", "Vừ Sừng", "777 333"):
        assert registers.search(chief, piece) == ()
        assert piece not in whole and fold(piece) not in fold(whole)
        for path in sorted(world.folder.rglob("*")):
            if path.is_file():
                assert piece.encode() not in path.read_bytes(), path


def test_an_officer_of_a_second_laptop_offers_the_key_there_and_reads_after_sealing_anew(
    world: World, laptop: Laptop, chief: Context
) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    second = world.join(laptop)
    second.take(*laptop.export("station"))
    assert {line.standing for line in informants.keepers(second.ctx) if line.here} == {"none"}
    informants.offer(second.ctx)
    laptop.take(*second.export("station"))
    offered = next(line for line in informants.keepers(chief) if line.standing == "offered")
    assert (offered.laptop, offered.here) == ("B", False)
    informants.appoint(chief, offered.recipient, PASSWORD, randomness=RANDOM)
    informants.reseal(chief, PASSWORD, randomness=RANDOM)
    second.take(*laptop.export("station"))
    assert read(second.ctx, told, PASSWORD).name == NAME
    registers.save(second.ctx, "tip_off", None, TIP)
    another = tip(second.ctx)
    informants.seal(second.ctx, another, WHO)
    assert informants.view(second.ctx, another).code == "N-2022-002B"


def test_two_laptops_that_sealed_apart_lose_nothing(world: World, laptop: Laptop, chief: Context) -> None:
    told = tip(chief)
    second = world.join(laptop)
    second.take(*laptop.export("station"))
    informants.seal(chief, told, WHO)
    informants.seal(second.ctx, told, {"name": "Vàng A Páo"})
    laptop.take(*second.export("station"))
    assert read(chief, told, PASSWORD).name in (f"{NAME} / Vàng A Páo", f"Vàng A Páo / {NAME}")


def test_what_a_merged_station_sealed_is_told_by_its_code_and_opened_in_its_own_book(
    world: World, laptop: Laptop, chief: Context
) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    other = world.begin("hatluu", code="HATLUU", unit="Xã Hát Lừu")
    other.wind(datetime(2022, 3, 12, 16, 0))
    laptop.close()
    merger.join(other.ctx, Entrance(laptop.folder, "a", PASSWORD), "1/3/2022", randomness=RANDOM)
    shown = informants.view(other.ctx, told)
    assert (shown.code, shown.elsewhere, shown.may_open, shown.stale) == ("N-2022-001", "Xã Túc Đán", False, False)
    assert informants.waiting(other.ctx) == informants.Waiting(0, 0)
    assert {line.standing for line in informants.keepers(other.ctx)} == {"none"}
    with pytest.raises(UserError, match=r"informant\.not_keeper"):
        read(other.ctx, told, PASSWORD)
    world.unlock(laptop)
    assert read(laptop.ctx, told, PASSWORD).name == NAME


def test_every_paper_and_list_of_a_tip_off_leaves_the_name_out(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    assert papers.offered(chief, "informant", "record") == () == papers.offered(chief, "informant", "register")
    purpose = Purpose("file")
    for code in ("tip_off", "informant_opening"):
        for kind in papers.offered(chief, code, "register"):
            made = papers.make(chief, kind.code, registers.ListState(code), purpose, type_code=code)
            for ending in made.endings:
                papers.render(made.as_file(ending), ending)
            assert NAME not in repr(made) and PHONE not in repr(made)
    for kind in papers.offered(chief, "tip_off", "record"):
        made = papers.make(chief, kind.code, told, purpose, type_code="tip_off")
        assert NAME not in repr(made) and PHONE not in repr(made)


def test_nobody_changes_or_deletes_what_was_sealed_or_opened_through_the_registers(chief: Context) -> None:
    told = tip(chief)
    informants.seal(chief, told, WHO)
    read(chief, told, PASSWORD)
    for code in ("informant", "informant_opening", "keeper"):
        (row, *_) = registers.rows(chief, registers.ListState(code))
        with pytest.raises(UserError, match=r"record\.written_once"):
            registers.delete(chief, code, row.id)


def test_a_program_that_stops_while_a_name_is_in_hand_says_nothing_of_it(chief: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise RuntimeError("seal")

    told = tip(chief)
    monkeypatch.setattr("app.services.informants.identity.seal_to", broken)
    with pytest.raises(RuntimeError) as stopped:
        informants.seal(chief, told, WHO)
    report = record_crash(stopped.value, chief.folder).read_text("utf-8")
    assert "RuntimeError" in report and NAME not in report and PHONE not in report and fold(NAME) not in fold(report)
    assert informants.view(chief, told).code == ""


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Tin do anh Giàng A Sử báo lúc 22 giờ", "anh Giàng A Sử"),
        ("Theo lời chị Lò Thị Bay cho biết, có hai người lạ", "chị Lò Thị Bay"),
        ("Ông Sùng ở bản Pa Te gọi điện báo", "Ông Sùng"),
        ("Nguồn tin do Mùa A Chu cung cấp", "Mùa A Chu"),
    ],
)
def test_a_text_that_reads_like_naming_who_told_is_noticed_and_scrubbed(text: str, piece: str) -> None:
    assert tells_who(text) == (piece,)
    assert piece not in scrub(text) and "người cung cấp tin" in scrub(text)


@pytest.mark.parametrize(
    "text",
    [
        "Có người lạ chở gỗ qua bản lúc nửa đêm",
        "Anh Giàng A Sử bị mất trâu. Đã báo công an.",
        "Ba thanh niên đánh nhau do uống rượu, quần chúng báo tin",
        "Nghi phạm là ông Lò Văn Ú, trú bản Mù",
        "",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert tells_who(text) == () and scrub(text) == text


def test_short_names_and_numbers_are_not_taken_for_the_identity() -> None:
    texts = {"content": "Vừ mua 12 con trâu, trả 350000 đồng"}
    assert named_in(("Vừ", "350"), texts) == ()
    assert named_in(("Thào Vừ", "0912"), texts) == ()
    assert named_in(("vừ MUA",), texts) == ("content",)
