"""Disputes by place: several at one place are seen together, so that they are settled early. About places, never about parties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from app.core.text import fold
from app.data.conditions import AllOf, Between, Equals, NotEmpty
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.wording import shown, titles_of

YEARS_BACK = 5
"""How far back disputes are laid side by side."""
_MOST = 2000
_LIKE = 0.75
"""How alike two words are that differ by a letter: "ban", "bang"."""
_COMMON_WORDS = 0.6
_SAYING_NOTHING = frozenset(("o", "tai", "gan", "giap", "ranh", "cua", "khu", "vuc", "cho", "nha", "doan", "phia", "ben", "canh"))
"""Words of a place without marks that do not tell one place from another. "Chợ" alone is a place all the same."""
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute in short; `open` while it is being mediated."""

    id: str
    received_on: str
    matter: str
    place: str
    content: str
    outcome: str
    open: bool


@dataclass(frozen=True, slots=True)
class TroubledPlace:
    """A place with its disputes, the newest first; `hamlet` may be empty."""

    hamlet: str
    place: str
    open: int
    disputes: tuple[DisputeLine, ...]


def at_same_place(ctx: Context, dispute_id: str) -> tuple[DisputeLine, ...]:
    """The other disputes of the last years at the place of this one, the newest first."""
    with ctx.store.reader() as reader:
        own = reader.get("dispute", dispute_id)
        if own is None or not own.values["place"]:
            return ()
        where = (Equals("hamlet", own.values["hamlet"]),) if own.values["hamlet"] else ()
        found = _recent(ctx, reader, *where)
        hamlets = _hamlets(ctx, reader, [own, *found])
    here = _place(own, hamlets)
    return tuple(_line(ctx, view) for view in found if view.id != dispute_id and same_place(_place(view, hamlets), here))


def troubled_places(ctx: Context) -> tuple[TroubledPlace, ...]:
    """Places where two disputes or more are being mediated now, those with the most first."""
    with ctx.store.reader() as reader:
        views = _recent(ctx, reader)
        hamlets = _hamlets(ctx, reader, views)
    found = []
    for group in _groups(views, hamlets):
        open_now = sum(_is_open(view) for view in group)
        if open_now >= 2:
            first = group[0].values
            lines = tuple(_line(ctx, view) for view in group)
            found.append(TroubledPlace(hamlets.get(str(first["hamlet"]), ""), str(first["place"]), open_now, lines))
    return tuple(sorted(found, key=lambda place: (-place.open, place.hamlet, place.place)))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its telling words, without marks and without the name of its hamlet."""

    hamlet: str
    words: frozenset[str]


def same_place(one: Place, other: Place) -> bool:
    """The same hamlet, and places whose names say the same: in other order, with a word more, or one letter apart.

    Numbers in them must be the same: plot 1 is not plot 2. Nothing but the hamlet's name is no place.
    """
    if one.hamlet and other.hamlet and one.hamlet != other.hamlet:
        return False
    first, second = one.words, other.words
    if not first or not second or _numbers(first) != _numbers(second):
        return False
    common = first & second
    if common in (first, second) or len(common) >= _COMMON_WORDS * len(first | second):
        return True
    mine, others = sorted(first - second), sorted(second - first)
    return bool(common) and len(mine) == len(others) == 1 and SequenceMatcher(None, mine[0], others[0]).ratio() >= _LIKE


def _place(view: RecordView, hamlets: Mapping[str, str]) -> Place:
    hamlet = str(view.values["hamlet"] or "")
    said = _split(str(view.values["place"] or "")) - _split(hamlets.get(hamlet, ""))
    return Place(hamlet, frozenset(said - _SAYING_NOTHING or said))


def _hamlets(ctx: Context, reader: Reader, views: Iterable[RecordView]) -> dict[str, str]:
    return titles_of(ctx, reader, "hamlet", [str(view.values["hamlet"]) for view in views if view.values["hamlet"]])


def _split(text: str) -> set[str]:
    return set("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


def _recent(ctx: Context, reader: Reader, *where: Equals) -> list[RecordView]:
    today = ctx.clock.today()
    since = date(today.year - YEARS_BACK, 1, 1)
    until = today + timedelta(days=1)
    span = Between("received_on", since.isoformat(), until.isoformat())
    return reader.window("dispute", AllOf((span, NotEmpty("place"), *where)), order=("received_on", "desc"), limit=_MOST)


def _groups(views: Iterable[RecordView], hamlets: Mapping[str, str]) -> list[list[RecordView]]:
    """Disputes by place, hamlet by hamlet."""
    by_hamlet: dict[str, list[list[tuple[RecordView, Place]]]] = {}
    for view in views:
        place = _place(view, hamlets)
        groups = by_hamlet.setdefault(place.hamlet, [])
        mine = [group for group in groups if any(same_place(place, other) for _, other in group)]
        rest = [group for group in groups if group not in mine]
        by_hamlet[place.hamlet] = [*rest, [*(other for group in mine for other in group), (view, place)]]
    return [[view for view, _ in group] for groups in by_hamlet.values() for group in groups]


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(letter.isdigit() for letter in word))


def _is_open(view: RecordView) -> bool:
    return view.values["outcome"] in (None, "pending")


def _line(ctx: Context, view: RecordView) -> DisputeLine:
    fields = ctx.store.registry.get("dispute").fields
    texts = {name: shown(ctx, fields[name].kind, view.values[name]) for name in ("received_on", "matter", "outcome")}
    content = " ".join(str(view.values["content"] or "").split())
    return DisputeLine(
        view.id,
        texts["received_on"],
        texts["matter"],
        str(view.values["place"] or ""),
        content if len(content) <= _SHOWN else content[: _SHOWN - 1].rstrip() + "…",
        texts["outcome"],
        _is_open(view),
    )
