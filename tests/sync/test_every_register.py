"""Every register there is, every field filled in: what the station writes for above holds what is `shared` and nothing else."""

from hashlib import sha256
from typing import Any

from app.core.ids import fixed_id
from app.core.kinds import (
    BirthDate,
    Choice,
    Contents,
    Date,
    Figures,
    Hour,
    IdMark,
    Integer,
    Kind,
    LastDigits,
    LongText,
    Moment,
    PersonName,
    Phone,
    Reference,
    Sealed,
    Text,
    Year,
    YesNo,
)
from app.data.checks import STATION_ONLY
from app.data.declare import SHARED, registry
from tests.sync.test_secrecy import everything_in, identities_above, opened
from tests.sync.world import World


def marked(code: str, name: str, kind: Kind) -> Any:
    """A value that can be told from that of any other field, where the kind has room for one."""
    match kind:
        case Text() | LongText() | PersonName() | Sealed():
            return f"Ghi {code} {name} rõ"
        case Phone():
            return f"0216{sum(map(ord, code + name)):08}"
        case Reference():
            return fixed_id("told", code, name)
        case Choice(options):
            return options[0][0]
        case Moment():
            return "2022-03-01T23:47"
        case Hour():
            return "23:47"
        case Date():
            return "2022-03-01"
        case BirthDate():
            return "1984-05-03"
        case LastDigits():
            return f"{sum(map(ord, code + name)) % 10_000:04}"
        case Contents() | IdMark():
            return sha256(f"{code} {name}".encode()).hexdigest()
        case Figures():
            return Figures().dump({})
        case Year() | Integer() | YesNo():
            return 1
        case _:
            raise AssertionError(f"{code}.{name}: no value for {kind}")


def told_apart(kind: Kind) -> bool:
    return isinstance(kind, Text | LongText | PersonName | Phone | Reference | Sealed | Contents | IdMark)


def test_only_what_is_shared_reaches_the_unit_above(world: World) -> None:
    parent = world.parent()
    station = world.station(parent, "tuc-a")
    made = {}
    for declared in registry.all():
        values = {name: marked(declared.code, name, info.kind) for name, info in declared.fields.items()}
        made[declared.code] = station.create(declared.code, **values)
    (file,) = station.export("up")
    plain = opened(file, identities_above(parent))
    assert plain is not None
    text = everything_in(plain)
    for declared in registry.all():
        for name, info in declared.fields.items():
            if told_apart(info.kind):
                assert (marked(declared.code, name, info.kind) in text) == (info.stream == SHARED), f"{declared.code}.{name}"
    assert "23:47" not in text
    assert {code for code in made if made[code] in text} == set(made) - STATION_ONLY

    parent.take(file)
    for code in STATION_ONLY:
        assert parent.get(code, made[code]) is None
