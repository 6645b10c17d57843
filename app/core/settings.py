"""Small choices of one data folder: language, window, what was chosen last. Nothing about people, nothing that counts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.core.files import write_atomic
from app.core.i18n import LANGUAGES

_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers between two starts.

    `window` is Qt's own description of size and place, in base 64; `last` holds last choices by name, for example the period of
    the report. Both may be empty.
    """

    language: str = LANGUAGES[0]
    window: str = ""
    sidebar_folded: bool = False
    last: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def remembering(self, name: str, choice: str) -> "Settings":
        """The same settings with one more last choice."""
        return replace(self, last=MappingProxyType({**self.last, name: choice}))


def read(folder: Path) -> Settings:
    """The settings of a data folder. A missing or damaged file gives the settings of a first start: they are only choices."""
    try:
        stored = json.loads((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _understood(stored) if isinstance(stored, dict) else Settings()


def write(folder: Path, settings: Settings) -> None:
    """Keep the settings. Raises `UserError` "file.no_room" or "file.cannot_write"."""
    stored = {
        "language": settings.language,
        "window": settings.window,
        "sidebar_folded": settings.sidebar_folded,
        "last": dict(settings.last),
    }
    write_atomic(folder / _FILE, json.dumps(stored, ensure_ascii=False, indent=1, sort_keys=True).encode())


def _understood(stored: Mapping[str, Any]) -> Settings:
    """Take what has the right type and leave the rest as it is at a first start."""
    language, window, folded, last = (stored.get(name) for name in ("language", "window", "sidebar_folded", "last"))
    choices = last if isinstance(last, dict) else {}
    return Settings(
        language=language if language in LANGUAGES else LANGUAGES[0],
        window=window if isinstance(window, str) else "",
        sidebar_folded=folded is True,
        last=MappingProxyType({name: choice for name, choice in choices.items() if isinstance(choice, str)}),
    )
