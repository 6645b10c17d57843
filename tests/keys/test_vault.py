"""Logging in: right and wrong passwords, waiting, further officers, the recovery sheet, damaged files."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.keys import recovery
from app.keys.keyring import KeyRing
from app.keys.passwords import STRONG, PasswordCost
from app.keys.vault import Vault

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
RANDOM = SeededRandomness("vault")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2022, 3, 12, 12, 0))


@pytest.fixture
def made(tmp_path: Path) -> tuple[Vault, bytes]:
    return Vault.create(
        tmp_path, officer_id="1" * 32, login="giàng", password="mật khẩu", cost=CHEAP, randomness=RANDOM
    )


def wrong(vault: Vault, clock: FixedClock, login: str = "giàng", password: str = "sai") -> UserError:
    with pytest.raises(UserError) as error:
        vault.unlock(login, password, clock)
    return error.value


def test_the_password_gives_the_master_key_back(tmp_path: Path, made: tuple[Vault, bytes], clock: FixedClock) -> None:
    opened = Vault.open(tmp_path).unlock(" GIÀNG ", "mật khẩu", clock)
    assert (opened.officer_id, opened.master) == ("1" * 32, made[1])
    assert made[1].hex() not in repr(opened)
    assert made[1] not in (tmp_path / "keys.json").read_bytes()


def test_a_password_typed_with_another_keyboard_s_marks_is_the_same(made: tuple[Vault, bytes], clock: FixedClock) -> None:
    import unicodedata

    assert made[0].unlock(unicodedata.normalize("NFD", "giàng"), unicodedata.normalize("NFD", "mật khẩu"), clock)


def test_wrong_is_said_plainly_and_after_five_each_try_waits_longer(
    tmp_path: Path, made: tuple[Vault, bytes], clock: FixedClock
) -> None:
    vault = made[0]
    for _ in range(5):
        assert wrong(vault, clock).code == "login.wrong"
    first = wrong(Vault.open(tmp_path), clock)
    assert first.code == "login.wait"
    seconds = int(str(first.facts["seconds"]))
    assert wrong(vault, clock, password="mật khẩu").code == "login.wait", "the right password waits too"
    clock.advance(timedelta(seconds=seconds))
    assert wrong(Vault.open(tmp_path), clock).code == "login.wrong"
    longer = wrong(vault, clock)
    assert int(str(longer.facts["seconds"])) > seconds
    clock.advance(timedelta(seconds=int(str(longer.facts["seconds"]))))
    assert vault.unlock("giàng", "mật khẩu", clock)
    assert wrong(vault, clock).code == "login.wrong", "a right password ends the waiting"


def test_one_officer_s_mistakes_do_not_keep_another_out(made: tuple[Vault, bytes], clock: FixedClock) -> None:
    vault, master = made
    vault.add_officer(master, officer_id="2" * 32, login="lò", password="khác", cost=CHEAP, randomness=RANDOM)
    for _ in range(6):
        wrong(vault, clock)
    assert vault.unlock("lò", "khác", clock).officer_id == "2" * 32


def test_a_clock_put_back_or_forward_neither_frees_nor_locks_for_ever(
    made: tuple[Vault, bytes], clock: FixedClock
) -> None:
    vault = made[0]
    for _ in range(5):
        wrong(vault, clock)
    clock.advance(timedelta(days=-4000))
    error = wrong(vault, clock)
    assert error.code == "login.wait"
    clock.advance(timedelta(seconds=int(str(error.facts["seconds"]))))
    assert vault.unlock("giàng", "mật khẩu", clock)


def test_an_unknown_login_name_is_not_told_from_a_wrong_password(made: tuple[Vault, bytes], clock: FixedClock) -> None:
    known, unknown = wrong(made[0], clock), wrong(made[0], clock, login="ai")
    assert (known.code, known.message) == (unknown.code, unknown.message)


def test_officers_come_and_go_and_the_key_stays(tmp_path: Path, made: tuple[Vault, bytes], clock: FixedClock) -> None:
    vault, master = made
    with pytest.raises(UserError, match=r"login\.last"):
        vault.remove_officer("1" * 32)
    with pytest.raises(UserError, match=r"login\.taken"):
        vault.add_officer(master, officer_id="2" * 32, login="Giàng", password="x", cost=CHEAP, randomness=RANDOM)
    with pytest.raises(UserError, match=r"password\.empty"):
        vault.add_officer(master, officer_id="2" * 32, login="lò", password="", cost=CHEAP, randomness=RANDOM)
    vault.add_officer(master, officer_id="2" * 32, login="lò", password="khác", cost=CHEAP, randomness=RANDOM)
    vault.remove_officer("1" * 32)
    vault.change_password(master, officer_id="2" * 32, password="mới", cost=CHEAP, randomness=RANDOM)
    again = Vault.open(tmp_path)
    assert again.logins() == ("lò",)
    assert again.unlock("lò", "mới", clock).master == master
    assert wrong(again, clock, login="lò", password="khác").code == "login.wrong"


def test_the_recovery_sheet_opens_and_sets_a_new_password(
    tmp_path: Path, made: tuple[Vault, bytes], clock: FixedClock
) -> None:
    vault, master = made
    with pytest.raises(UserError, match=r"recovery\.other"):
        vault.recover(recovery.new_code(RANDOM))
    code = recovery.new_code(RANDOM)
    vault.set_recovery(master, recovery.recipient_for(code))
    opened = Vault.open(tmp_path).recover(" " + code.lower().replace("-", "  "))
    assert opened == master
    vault.change_password(opened, officer_id="1" * 32, password="nhớ rồi", cost=CHEAP, randomness=RANDOM)
    assert vault.unlock("giàng", "nhớ rồi", clock).master == master
    with pytest.raises(UserError, match=r"recovery\.mistyped"):
        vault.recover(code[:-1] + ("0" if code[-1] != "0" else "1"))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(), place=st.integers(0, 35), letter=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_slip_of_the_pen_on_a_recovery_code_is_noticed(seed: int, place: int, letter: str) -> None:
    code = recovery.new_code(SeededRandomness(seed)).replace("-", "")
    if code[place] == letter:
        assert recovery.identity_of(code).startswith("AGE-SECRET-KEY-1")
        return
    with pytest.raises(UserError, match=r"recovery\.mistyped"):
        recovery.identity_of(code[:place] + letter + code[place + 1 :])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_a_vault_file_that_is_nonsense_is_called_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(UserError, match=r"keys\.damaged"):
        Vault.open(tmp_path)


@pytest.mark.parametrize("change", [('"memory_kib": 8', '"memory_kib": 99999999'), ('"rounds": 1', '"rounds": 100000')])
def test_parameters_that_would_stop_the_laptop_are_not_believed(
    tmp_path: Path, made: tuple[Vault, bytes], change: tuple[str, str]
) -> None:
    path = tmp_path / "keys.json"
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), "utf-8")
    with pytest.raises(UserError, match=r"keys\.damaged"):
        Vault.open(tmp_path)


def test_a_newer_vault_and_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"data\.none"):
        Vault.open(tmp_path)
    (tmp_path / "keys.json").write_text('{"format": 2}')
    with pytest.raises(UserError, match=r"data\.newer"):
        Vault.open(tmp_path)


def test_a_release_build_refuses_cheap_passwords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ValueError, match="not for use"):
        Vault.create(tmp_path, officer_id="1", login="a", password="b", cost=CHEAP, randomness=RANDOM)
    STRONG.require_fit()
    assert not (tmp_path / "keys.json").exists()


def test_a_laptop_s_keys_come_back_and_say_nothing_to_others(tmp_path: Path) -> None:
    master = bytes(range(32))
    ring = KeyRing.create(tmp_path, master, unit="TUCDAN", name="Xã Túc Đán", randomness=RANDOM)
    again = KeyRing.open(tmp_path, master, RANDOM)
    assert again.device.key.to_bytes() == ring.device.key.to_bytes()
    assert again.device.recipient == ring.device.recipient
    assert ring.device.identity not in repr(ring)
    sealed = (tmp_path / "device.bin").read_bytes()
    assert b"TUCDAN" not in sealed and b"AGE" not in sealed
    with pytest.raises(UserError, match=r"device\.damaged"):
        KeyRing.open(tmp_path, bytes(32), RANDOM)
    (tmp_path / "device.bin").write_bytes(sealed[:-1])
    with pytest.raises(UserError, match=r"device\.damaged"):
        KeyRing.open(tmp_path, master, RANDOM)
