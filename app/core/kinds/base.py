"""What every kind of value can do."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Protocol

from app.core.text import nfc


class Say(Protocol):
    """Translates an English msgid and fills its `{places}`; `app.core.i18n.Translator` is one."""

    def __call__(self, msgid: str, /, **facts: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """Base of all kinds. A *value* is what Python works with, *dumped* is the JSON scalar kept in journal
    and column. `storage` is "text", "integer" or "json" (a JSON text). `numeric` values stand right-
    aligned. A kind that `sorts_by_key` does not sort right by its dumped form: `sort_key` gives the text to
    sort by. A `searchable` kind holds words people search for.
    """

    storage: ClassVar[str] = "text"
    numeric: ClassVar[bool] = False
    sorts_by_key: ClassVar[bool] = False
    searchable: ClassVar[bool] = False

    def parse(self, text: str, today: date) -> Any:
        """The value of what somebody typed; `None` for nothing. Raises `Problem` with a sentence for the
        one who typed it."""
        typed = nfc(text).strip()
        if not typed:
            return None
        value = self._read(typed, today)
        self.check(value, today)
        return value

    def _read(self, typed: str, today: date) -> Any:
        raise NotImplementedError

    def check(self, value: Any, today: date) -> None:
        """Raises `Problem` when a value that did not come from `parse` cannot stand in this field."""

    def format(self, value: Any, say: Say) -> str:
        """How the value is shown, and the text an editor starts from; `parse` takes it back."""
        return str(value)

    def dump(self, value: Any) -> Any:
        """The value as kept: text, whole number, or 0 and 1."""
        return value

    def load(self, dumped: Any) -> Any:
        """The value of what was kept. Raises `ValueError` or `TypeError` on what `dump` never gives."""
        return dumped

    def sort_key(self, value: Any) -> str | None:
        """Text that sorts as people expect, for kinds that `sorts_by_key`; `None` for the rest."""
        return None
