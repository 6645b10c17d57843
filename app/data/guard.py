"""What a change-set of another replica must look like before anything of it is projected.

A signature says who wrote a change-set, not that their program was sound. What fails here is put aside with its reason. The rules
look at one change-set alone, never at what is already here, so that every laptop judges it alike, in whatever order it comes.
Groups and fields that this version does not know, or that lie in another stream, are no fault: they are left in the journal.
"""

import re
from typing import Any

from app.core.kinds import Kind
from app.data.changeset import MAX_OPERATIONS, SCHEMA, Header, Operation, SealedOperation
from app.data.declare import FROZE, LIFE, SEEN, Registry

LONGEST_TEXT = 200_000
"""Characters of one value; the longest text a form takes has a tenth of that."""

_ID = re.compile(r"[0-9a-f]{32}")
_LARGEST = 2**63 - 1
_HEADER_TEXT = 200


class Malformed(ValueError):  # noqa: N818 -- names what is wrong with the change-set
    """A change-set that no sound program writes; `code` says why it is put aside and holds nothing of its content."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_header(header: Header) -> None:
    """Raises `Malformed` when numbers or texts of a header are beyond what the journal can hold."""
    if not (1 <= header.seq <= _LARGEST and 0 <= header.stamp <= _LARGEST and 1 <= header.schema <= _LARGEST):
        raise Malformed("malformed.header")
    texts = (header.replica, header.unit, header.stream, header.author, header.reason, header.wall, header.prev_hash, header.batch)
    if any(len(text) > _HEADER_TEXT for text in texts):
        raise Malformed("malformed.header")


def check_operations(header: Header, operations: list[SealedOperation], registry: Registry) -> None:
    """Raises `Malformed` when an operation could not be projected. Of a newer schema only type and id are judged."""
    if len(operations) > MAX_OPERATIONS:
        raise Malformed("malformed.too_many")
    for sealed in operations:
        if sealed.operation is not None:
            check_operation(sealed.operation, registry, newer=header.schema > SCHEMA)


def check_operation(operation: Operation, registry: Registry, *, newer: bool = False) -> None:
    """Raises `Malformed` when an operation has not the shape of one, or a value that its declared field cannot hold."""
    if not isinstance(operation.get("t"), str):
        raise Malformed("malformed.operation")
    record = operation.get("r")
    if not isinstance(record, str) or not _ID.fullmatch(record):
        raise Malformed("malformed.id")
    if newer:
        return
    match operation:
        case {"k": "create", "g": dict(groups)}:
            for group, values in groups.items():
                if not isinstance(values, dict) or group == LIFE:
                    raise Malformed("malformed.operation")
                _check_values(operation["t"], values, registry)
        case {"k": "set", "g": str(group), "v": dict(values), "p": list(replaced)}:
            if not all(isinstance(version, str) for version in replaced):
                raise Malformed("malformed.operation")
            if group == LIFE and values.get("alive") not in (0, 1):
                raise Malformed("malformed.operation")
            _check_values(operation["t"], values, registry)
        case {"k": "purge"}:
            pass
        case _:
            raise Malformed("malformed.operation")


def well_formed(operation: Operation, registry: Registry) -> bool:
    """Whether an operation of a newer program can be read as one of today's."""
    try:
        check_operation(operation, registry)
    except Malformed:
        return False
    return True


def _check_values(type_code: str, values: dict[str, Any], registry: Registry) -> None:
    fields = registry.get(type_code).fields if registry.knows(type_code) else {}
    for name, value in values.items():
        if name in fields:
            if not fits(fields[name].kind, value):
                raise Malformed("malformed.value")
        elif name == FROZE:
            if not isinstance(value, dict) or not all(isinstance(version, str) for version in value.values()):
                raise Malformed("malformed.value")
        elif name == SEEN:
            if not isinstance(value, list) or not all(isinstance(version, str) for version in value):
                raise Malformed("malformed.value")
        elif not (_is_integer(value) or _is_text(value)):
            raise Malformed("malformed.value")


def fits(kind: Kind, value: Any) -> bool:
    """Whether a field of this kind can hold a dumped value, `None` included."""
    return value is None or (_is_integer(value) if kind.storage == "integer" else _is_text(value))


def _is_integer(value: Any) -> bool:
    return type(value) is int and -_LARGEST <= value <= _LARGEST


def _is_text(value: Any) -> bool:
    """Half a surrogate pair is no text: nothing can write it to a file."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
