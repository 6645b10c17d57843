"""Change-sets as other laptops would write them, honest or not: signed and chained, with whatever operations a test wants."""

from app.core.randomness import SeededRandomness
from app.data.changeset import ChangeSet, Header, Operation, build_payload, seal
from app.keys.signing import SigningKey

MINUTE = 60_000 << 16


class Forge:
    """One replica somewhere else. Its stamps grow by a minute a change-set, from `stamp` on."""

    def __init__(self, seed: str = "forge", *, unit: str = "TUCDAN", stamp: int = 1_647_000_000_000 << 16) -> None:
        self._randomness = SeededRandomness(seed)
        self._tips: dict[str, tuple[int, str]] = {}
        self._stamp = stamp
        self.key = SigningKey.generate(self._randomness)
        self.unit = unit

    def write(self, *operations: Operation, stream: str = "shared", **header: object) -> ChangeSet:
        """The next change-set of this replica; `header` overrides fields of its header."""
        return self.forge([seal(operation, self._randomness)[1] for operation in operations], stream, **header)

    def one(self, operation: Operation, stream: str = "shared", **header: object) -> tuple[ChangeSet, str]:
        """A change-set of one operation, and the version that it creates."""
        version, line = seal(operation, self._randomness)
        return self.forge([line], stream, **header), version

    def forge(self, lines: list[bytes], stream: str = "shared", **header: object) -> ChangeSet:
        """A change-set of these payload lines as they are."""
        seq, previous = self._tips.get(stream, (0, ""))
        self._stamp += MINUTE
        payload, payload_hash = build_payload(lines)
        values: dict[str, object] = {
            "replica": self.key.public,
            "unit": self.unit,
            "stream": stream,
            "seq": seq + 1,
            "author": "f" * 32,
            "reason": "edit",
            "stamp": self._stamp,
            "wall": "2022-03-12T12:00:00+07:00",
            "schema": 1,
            "prev_hash": previous,
            "payload_hash": payload_hash,
            "batch": "b" * 32,
        }
        made = Header(**{**values, **header})  # type: ignore[arg-type] # fields of a header by name
        change = ChangeSet(made, payload, self.key.sign(made.canonical()))
        self._tips[stream] = (seq + 1, change.hash)
        return change


def created(record: str, groups: dict[str, dict[str, object]], code: str = "thing") -> Operation:
    return {"t": code, "r": record, "k": "create", "g": groups}


def told(record: str, group: str, values: dict[str, object], *replaces: str, code: str = "thing") -> Operation:
    """A `set` of one group."""
    return {"t": code, "r": record, "k": "set", "g": group, "v": values, "p": sorted(replaces)}
