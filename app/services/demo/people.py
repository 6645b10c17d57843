"""Made-up people: names put together from lists. Any likeness to somebody is chance."""

import random
from collections.abc import Mapping, Sequence

Names = Mapping[str, Mapping[str, Sequence[str]]]

_MEN_AMONG_HEADS = 0.85


class People:
    """Names people of a commune. `peoples` weighs the lists of `names`."""

    def __init__(self, generator: random.Random, names: Names, peoples: Mapping[str, int]) -> None:
        self._generator = generator
        self._names = names
        self._lists = list(peoples)
        self._weights = list(peoples.values())

    def man(self) -> str:
        """A man's name, such as "Giàng A …" or "Lò Văn …"."""
        return self._name("men")

    def woman(self) -> str:
        """A woman's name, such as "Sùng Thị …"."""
        return self._name("women")

    def somebody(self) -> str:
        """A name as among heads of households and of groups."""
        return self.man() if self._generator.random() < _MEN_AMONG_HEADS else self.woman()

    def different(self, count: int) -> list[str]:
        """As many names that all differ, for a list."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.somebody()] = None
        return list(found)

    def surname(self) -> str:
        """A clan's name."""
        return self._generator.choice(self._list()["surnames"])

    def _name(self, who: str) -> str:
        lists = self._list()
        parts = (lists["surnames"], lists[who], lists[f"{who}_given"])
        return " ".join(self._generator.choice(part) for part in parts)

    def _list(self) -> Mapping[str, Sequence[str]]:
        return self._names[self._generator.choices(self._lists, self._weights)[0]]
