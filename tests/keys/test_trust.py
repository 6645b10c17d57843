"""Whom to believe: chains of certificates, and those that lead nowhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.keys.age import identity_from, recipient_of
from app.keys.certificates import REPLICA, SHARED, STATION, Certificate
from app.keys.device import Device, create_device
from app.keys.signing import SigningKey, fingerprint, verify
from app.keys.trust import ABOVE, BELOW, OWN, Pin, Trust, TrustList

DAY = "2022-03-12"


@pytest.fixture
def parent(tmp_path: Path) -> Device:
    return device(tmp_path, "TRAMTAU", "parent")


@pytest.fixture
def a(tmp_path: Path) -> Device:
    return device(tmp_path, "TUCDAN", "a")


@pytest.fixture
def b(tmp_path: Path, a: Device) -> Device:
    return device(tmp_path, "TUCDAN", "b").joined(letter="B", root=a.root, name="Xã Túc Đán")


def device(folder: Path, unit: str, seed: str) -> Device:
    return create_device(folder, bytes(32), unit=unit, name=f"Xã {unit}", randomness=SeededRandomness(seed))


def pin(device: Device) -> Pin:
    return Pin(device.unit, device.name, device.root)


def enrolment(device: Device, parent: Device) -> Certificate:
    assert parent.unit_key is not None
    return replace(device.own_certificate(DAY), scope=SHARED).signed(parent.unit_key)


def membership(device: Device, voucher: Device) -> Certificate:
    statement = Certificate.from_json(device.certify("0" * 64))
    return replace(statement, scope=STATION, subject=device.id, recipient=device.recipient, issued=DAY).signed(voucher.key)


def replica(device: Device, seed: str = "r") -> tuple[str, Certificate]:
    key = SigningKey.generate(SeededRandomness(seed + device.letter)).public
    return key, Certificate.from_json(device.certify(key))


def test_a_station_believes_its_laptops_and_the_unit_above(a: Device, b: Device, parent: Device) -> None:
    name, vouched = replica(b)
    trust = Trust(
        pin(a), pin(parent), [a.own_certificate(DAY), membership(b, a), parent.own_certificate(DAY), vouched]
    )
    assert trust.laptop(a.id).relation == trust.laptop(b.id).relation == OWN  # type: ignore[union-attr] # both are there
    assert trust.laptop(parent.id).relation == ABOVE  # type: ignore[union-attr] # it is there
    assert trust.database(name).device == b.id  # type: ignore[union-attr] # it is there
    assert trust.laptop("0" * 64) is None and trust.database("0" * 64) is None


def test_the_unit_above_believes_whom_it_enrolled_and_whom_these_vouch_for(a: Device, b: Device, parent: Device) -> None:
    certificates = [parent.own_certificate(DAY), enrolment(a, parent), a.own_certificate(DAY), membership(b, a)]
    trust = Trust(pin(parent), None, certificates)
    assert {laptop.letter for laptop in trust.laptops(BELOW)} == {"A", "B"}
    assert list(trust.units_below()) == ["TUCDAN"]
    without = Trust(pin(parent), None, certificates[2:])
    assert not without.laptops(BELOW)


def test_the_unit_above_cannot_put_a_laptop_into_a_station(a: Device, b: Device, parent: Device) -> None:
    assert parent.unit_key is not None
    for forged in (
        membership(b, parent),
        replace(membership(b, a), unit_key=parent.root).signed(parent.unit_key),
        enrolment(replace(b, unit_key=SigningKey.generate(SeededRandomness("x"))), parent),
    ):
        trust = Trust(pin(a), pin(parent), [a.own_certificate(DAY), parent.own_certificate(DAY), forged])
        assert trust.laptop(b.id) is None or trust.laptop(b.id).relation != OWN  # type: ignore[union-attr] # asked before


def test_a_sister_unit_enrolled_above_is_nobody_here(a: Device, parent: Device, tmp_path: Path) -> None:
    sister = device(tmp_path, "HATLUU", "sister")
    certificates = [a.own_certificate(DAY), parent.own_certificate(DAY), enrolment(sister, parent), sister.own_certificate(DAY)]
    assert Trust(pin(a), pin(parent), certificates).laptop(sister.id) is None


def test_laptops_that_vouch_for_each_other_only_are_nobody(a: Device, tmp_path: Path) -> None:
    one, two = device(tmp_path, "TUCDAN", "1"), device(tmp_path, "TUCDAN", "2")
    trust = Trust(pin(a), None, [membership(one, two), membership(two, one)])
    assert trust.laptop(one.id) is None and trust.laptop(two.id) is None


def test_a_database_of_another_unit_s_name_is_not_believed(a: Device) -> None:
    key = "ab" * 32
    lying = replace(Certificate.from_json(a.certify(key)), unit="HATLUU").signed(a.key)
    assert Trust(pin(a), None, [a.own_certificate(DAY), lying]).database(key) is None


def test_a_list_ends_belief_in_a_laptop_after_a_number_and_the_later_list_counts(a: Device, b: Device) -> None:
    assert a.unit_key is not None
    name, vouched = replica(b)
    certificates = [a.own_certificate(DAY), membership(b, a), vouched]
    first = TrustList(unit="TUCDAN", number=1, issued=DAY).signed(a.unit_key)
    second = TrustList(unit="TUCDAN", number=2, issued=DAY, revoked={b.id: {name: {"shared": 7}}}).signed(a.unit_key)
    trust = Trust(pin(a), None, certificates, [second, first])
    standing = trust.laptop(b.id)
    assert standing is not None and standing.revoked
    assert trust.last_believed(standing, name, "shared") == 7
    assert trust.last_believed(standing, name, "station") == 0
    stranger = TrustList(unit="TUCDAN", number=9, issued=DAY, revoked={b.id: {}}).signed(b.key)
    assert not Trust(pin(a), None, certificates, [stranger]).laptop(b.id).revoked  # type: ignore[union-attr] # it is there


def test_who_was_vouched_for_by_a_lost_laptop_stays_only_if_the_list_says_so(a: Device, b: Device, tmp_path: Path) -> None:
    assert a.unit_key is not None
    c = device(tmp_path, "TUCDAN", "c").joined(letter="C", root=a.root, name=a.name)
    certificates = [a.own_certificate(DAY), membership(b, a), membership(c, b)]
    lost = TrustList(unit="TUCDAN", number=1, issued=DAY, revoked={b.id: {}}).signed(a.unit_key)
    assert Trust(pin(a), None, certificates, [lost]).laptop(c.id) is None
    kept = replace(lost, kept=(c.id,)).signed(a.unit_key)
    standing = Trust(pin(a), None, certificates, [kept]).laptop(c.id)
    assert standing is not None and not standing.revoked


def test_certificates_and_lists_that_were_changed_are_refused(a: Device) -> None:
    assert a.unit_key is not None
    certificate = a.own_certificate(DAY).as_json()
    for name in certificate:
        for value in (certificate[name] + "0", "", 5, None, "x" * 1000):
            with pytest.raises(UserError, match=r"certificate\.bad"):
                Certificate.from_json({**certificate, name: value})
    for content in ({}, [], None, {**certificate, "more": "x"}):
        with pytest.raises(UserError, match=r"certificate\.bad"):
            Certificate.from_json(content)
    found = TrustList(unit="TUCDAN", number=1, issued=DAY, revoked={a.id: {"r": {"shared": 1}}}).signed(a.unit_key)
    assert TrustList.from_json(found.as_json()) == found
    for change in ({"number": 2}, {"number": "1"}, {"revoked": {}}, {"revoked": {a.id: 3}}, {"kept": [a.id]}, {"kept": 1}):
        with pytest.raises(UserError, match=r"certificate\.bad"):
            TrustList.from_json({**found.as_json(), **change})


def test_replica_certificates_are_what_the_store_keeps(a: Device) -> None:
    name, certificate = replica(a)
    assert (certificate.scope, certificate.subject, certificate.issuer) == (REPLICA, name, a.id)


@given(secret=st.binary(min_size=32, max_size=32), data=st.binary(max_size=50), flip=st.integers(0, 511))
def test_signatures(secret: bytes, data: bytes, flip: int) -> None:
    key = SigningKey.from_bytes(secret)
    signature = key.sign(data)
    assert verify(key.public, data, signature)
    changed = bytearray(signature)
    changed[flip // 8] ^= 1 << flip % 8
    assert not verify(key.public, data, bytes(changed))
    assert not verify(key.public, data + b"x", signature)
    assert secret.hex() not in repr(key)


def test_a_laptop_s_keys_are_not_shown(a: Device) -> None:
    assert a.identity not in repr(a) and a.key.to_bytes().hex() not in repr(a)


@given(st.text(max_size=70))
def test_nonsense_is_no_signature(public: str) -> None:
    assert not verify(public, b"x", b"y")


def test_a_fingerprint_is_six_groups_of_five_digits() -> None:
    key = SigningKey.from_bytes(bytes(32)).public
    groups = fingerprint(key).split(" ")
    assert [len(group) for group in groups] == [5] * 6 and "".join(groups).isdigit()
    assert fingerprint(key) == fingerprint(key) != fingerprint("ab" * 32)


@given(st.binary(min_size=32, max_size=32))
def test_identities_are_as_the_age_format_writes_them(secret: bytes) -> None:
    from pyrage import x25519

    identity = identity_from(secret)
    assert str(x25519.Identity.from_str(identity)) == identity
    assert recipient_of(identity).startswith("age1")
