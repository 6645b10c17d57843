"""An officer's own keys: nothing but the password opens them, and what is sealed to several is opened by each."""

import base64
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.keys import recovery
from app.keys.passwords import PasswordCost
from app.keys.sealed import OwnKeys, seal_to
from app.keys.sealing import NotSealedSo, seal_key
from app.keys.signing import verify
from app.keys.vault import Vault

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
RANDOM = SeededRandomness("own keys")
CLOCK = FixedClock(datetime(2022, 3, 12, 12, 0))
HOLDERS = [OwnKeys.new(RANDOM) for _ in range(4)]


@pytest.fixture
def made(tmp_path: Path) -> tuple[Vault, bytes]:
    return Vault.create(tmp_path, officer_id="1" * 32, login="giàng", password="mật khẩu", cost=CHEAP, randomness=RANDOM)


def own(vault: Vault, password: str = "mật khẩu", login: str = "giàng") -> OwnKeys:
    return vault.unlock_own(login, password, CLOCK, RANDOM)


@settings(max_examples=40, deadline=None)
@given(
    content=st.text(max_size=3000).map(lambda text: text.encode("utf-8", "ignore").rstrip(b"\0")),
    sealed_to=st.sets(st.sampled_from(range(4)), min_size=2),
)
def test_each_of_those_it_is_sealed_to_opens_it_and_nobody_else(content: bytes, sealed_to: set[int]) -> None:
    sealed = seal_to([HOLDERS[place].public.recipient for place in sealed_to], content)
    for place, holder in enumerate(HOLDERS):
        if place in sealed_to:
            assert holder.open(sealed) == content
        else:
            with pytest.raises(NotSealedSo):
                holder.open(sealed)


def test_fewer_than_two_are_not_sealed_to() -> None:
    one = HOLDERS[0].public.recipient
    for recipients in ([], [one], [one, one], [one, "age1không"]):
        with pytest.raises(ValueError, match=r"recipient|few"):
            seal_to(recipients, b"x")


def test_the_length_of_what_is_sealed_says_nothing_of_the_name() -> None:
    recipients = [holder.public.recipient for holder in HOLDERS[:2]]
    payloads = [base64.b64decode(seal_to(recipients, b"a" * length)).split(b"\n--- ", 1)[1] for length in (1, 20, 300)]
    assert len({len(payload) for payload in payloads}) == 1


def test_the_password_opens_them_and_the_master_key_does_not(tmp_path: Path, made: tuple[Vault, bytes]) -> None:
    vault, master = made
    keys = own(Vault.open(tmp_path))
    assert vault.own_keys() == {"1" * 32: keys.public}
    assert own(vault).secret == keys.secret
    text = (tmp_path / "keys.json").read_bytes()
    assert keys.secret.hex().encode() not in text and keys.secret.hex() not in repr(keys)
    slot = vault._content.slots[0]
    assert slot.own is not None
    for key in (master, seal_key(master)):
        with pytest.raises(NotSealedSo):
            slot.own.unlock(key, slot.purpose())
    with pytest.raises(UserError, match=r"login\.wrong"):
        own(vault, "sai")


def test_a_new_password_of_one_s_own_keeps_them_and_one_given_by_others_does_not(made: tuple[Vault, bytes]) -> None:
    vault, master = made
    keys = own(vault)
    vault.change_password(master, officer_id="1" * 32, password="mới", cost=CHEAP, randomness=RANDOM, own=keys)
    assert own(vault, "mới").secret == keys.secret
    code = recovery.new_code(RANDOM)
    vault.set_recovery(master, recovery.recipient_for(code))
    vault.change_password(vault.recover(code), officer_id="1" * 32, password="nhớ rồi", cost=CHEAP, randomness=RANDOM)
    assert own(vault, "nhớ rồi").secret != keys.secret


def test_a_slot_of_an_earlier_version_gets_its_keys_when_they_are_first_asked_for(
    tmp_path: Path, made: tuple[Vault, bytes]
) -> None:
    path = tmp_path / "keys.json"
    head, rest = path.read_text("utf-8").split('"own": {')
    path.write_text(head + '"own": null' + rest.split("}", 1)[1], "utf-8")
    vault = Vault.open(tmp_path)
    assert vault.own_keys() == {}
    keys = own(vault)
    assert own(Vault.open(tmp_path)).secret == keys.secret
    assert vault.unlock("giàng", "mật khẩu", CLOCK).master == made[1]


def test_public_halves_that_were_exchanged_are_noticed(tmp_path: Path, made: tuple[Vault, bytes]) -> None:
    path = tmp_path / "keys.json"
    recipient = own(made[0]).public.recipient
    path.write_text(path.read_text("utf-8").replace(recipient, HOLDERS[0].public.recipient), "utf-8")
    with pytest.raises(UserError, match=r"keys\.damaged"):
        own(Vault.open(tmp_path))


def test_signatures_are_known_by_the_public_half() -> None:
    keys = HOLDERS[0]
    assert verify(keys.public.signer, b"text", keys.signing.sign(b"text"))
    assert len({holder.public.signer for holder in HOLDERS}) == len(HOLDERS)
