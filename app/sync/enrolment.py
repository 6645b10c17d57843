"""Enrolment files: how a laptop becomes known to the unit above, or is taken in by its own station.

Three small JSON files, public and signed; people make sure of them by reading a fingerprint over the telephone:

- *unit*: what a unit hands to the units below it: code, name, unit key, its laptops;
- *request*: a laptop asks; signed by the laptop's own key;
- *certificate*: the answer, for exactly that laptop. From the unit above: enrolment of the unit. From a laptop of the same
  station: membership, with the station's laptops, its unit above and its recovery sheet's public half.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.keys.certificates import SHARED, STATION, UNIT, Certificate
from app.keys.signing import SigningKey, verify
from app.keys.trust import Pin, TrustList

UNIT_FILE = "unit"
REQUEST = "request"
CERTIFICATE = "certificate"
_FORMAT = 1
_LARGEST = 4 << 20
_DOMAIN = b"so-antq enrolment\n"


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A unit as it presents itself to the units below."""

    pin: Pin
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A laptop asking to be enrolled: its unit as it names it, and its own certificate made with its own unit key."""

    certificate: Certificate

    @property
    def device(self) -> str:
        return self.certificate.subject


@dataclass(frozen=True, slots=True)
class Answer:
    """A certificate for one laptop, and what that laptop has to know of whoever gave it.

    `own` is the station's pin in a station's answer, `above` the unit above in either; `recovery` the station's recovery sheet.
    """

    certificate: Certificate
    certificates: tuple[Certificate, ...]
    above: Pin | None
    own: Pin | None = None
    recovery: str | None = None
    lists: tuple[TrustList, ...] = ()


def write_unit(path: Path, unit: UnitFile, key: SigningKey) -> None:
    """Write a unit file, signed by the unit key."""
    content = {"pin": asdict(unit.pin), "certificates": [c.as_json() for c in unit.certificates]}
    _write(path, UNIT_FILE, content, key)


def read_unit(path: Path) -> UnitFile:
    """Raises `UserError` "enrol.…" for anything that is not a unit file as it was signed."""
    content, signer = _read(path, UNIT_FILE)
    try:
        pin = Pin(**content["pin"])
        certificates = _certificates(content["certificates"])
        if pin.key != signer:
            raise ValueError("signer")
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path.name) from error
    return UnitFile(pin, certificates)


def write_request(path: Path, request: Request, key: SigningKey) -> None:
    """Write a request, signed by the asking laptop."""
    _write(path, REQUEST, {"certificate": request.certificate.as_json()}, key)


def read_request(path: Path) -> Request:
    """Raises `UserError` "enrol.…"; a request that is returned was signed by the laptop it names."""
    content, signer = _read(path, REQUEST)
    try:
        certificate = Certificate.from_json(content["certificate"])
        if certificate.subject != signer or certificate.scope != UNIT or certificate.issuer != certificate.unit_key:
            raise ValueError("signer")
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path.name) from error
    return Request(certificate)


def write_answer(path: Path, answer: Answer, key: SigningKey) -> None:
    """Write an answer, signed by the key that issued its certificate."""
    content = {
        "certificate": answer.certificate.as_json(),
        "certificates": [c.as_json() for c in answer.certificates],
        "above": asdict(answer.above) if answer.above else None,
        "own": asdict(answer.own) if answer.own else None,
        "recovery": answer.recovery,
        "lists": [found.as_json() for found in answer.lists],
    }
    _write(path, CERTIFICATE, content, key)


def read_answer(path: Path) -> Answer:
    """Raises `UserError` "enrol.…"; an answer that is returned was signed by whoever issued its certificate."""
    content, signer = _read(path, CERTIFICATE)
    try:
        answer = Answer(
            certificate=Certificate.from_json(content["certificate"]),
            certificates=_certificates(content["certificates"]),
            above=Pin(**content["above"]) if content["above"] else None,
            own=Pin(**content["own"]) if content["own"] else None,
            recovery=content["recovery"],
            lists=tuple(TrustList.from_json(found) for found in content["lists"]),
        )
        fits = answer.own if answer.certificate.scope == STATION else answer.above
        if answer.certificate.issuer != signer or answer.certificate.scope not in (STATION, SHARED) or fits is None:
            raise ValueError("signer")
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path.name) from error
    return answer


def _write(path: Path, kind: str, content: Mapping[str, Any], key: SigningKey) -> None:
    signature = key.sign(_signed(kind, content))
    envelope = {
        "so_antq": kind,
        "format": _FORMAT,
        "content": content,
        "signer": key.public,
        "signature": signature.hex(),
    }
    write_atomic(path, json.dumps(envelope, ensure_ascii=False, indent=1, sort_keys=True).encode())


def _read(path: Path, kind: str) -> tuple[Any, str]:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        raise UserError(
            "enrol.missing",
            N_("{name} is not there or cannot be read. Put the stick in again and choose the file."),
            name=path.name,
        ) from error
    try:
        envelope = json.loads(data)
        found, version = envelope["so_antq"], envelope["format"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _other(path, kind) from error
    if found != kind:
        raise _other(path, kind)
    if type(version) is not int or version > _FORMAT:
        raise UserError(
            "enrol.newer",
            N_("{name} was written by a newer version of the program. Install that version here, then try again."),
            name=path.name,
        )
    try:
        content, signer = envelope["content"], envelope["signer"]
        if not verify(signer, _signed(kind, content), bytes.fromhex(envelope["signature"])):
            raise ValueError("signature")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise damaged(path.name) from error
    return content, str(signer)


def _signed(kind: str, content: Mapping[str, Any]) -> bytes:
    return _DOMAIN + canonical_json([kind, _FORMAT, content])


def _certificates(content: Any) -> tuple[Certificate, ...]:
    return tuple(Certificate.from_json(each) for each in content)


def _other(path: Path, kind: str) -> UserError:
    sentences = {
        UNIT_FILE: N_("{name} is not the file of a unit. Take the file that the unit above handed out."),
        REQUEST: N_("{name} is not a request for enrolment. Take the file that the asking laptop wrote."),
        CERTIFICATE: N_("{name} is not a certificate of enrolment. Take the file that the accepting unit wrote."),
    }
    return UserError("enrol.other_file", sentences[kind], name=path.name)


def damaged(name: str) -> UserError:
    """An enrolment file that is not as it was signed."""
    return UserError("enrol.damaged", N_("{name} is damaged or was altered on the way. Have it written once more."), name=name)
