"""Compile the message catalogues: every `translations/<language>/LC_MESSAGES/app.po` into the `app.mo` beside it.

Needs Babel. Called by the build, by the set-up and before tests; compiles only what is older than its source.
"""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_all(translations: Path) -> list[Path]:
    """Bring every `.mo` up to date and return all of them, compiled now or before."""
    compiled = []
    for source in sorted(translations.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns <= source.stat().st_mtime_ns:
            _compile(source, target)
        compiled.append(target)
    return compiled


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name, domain=source.stem)
    # Written aside and renamed: several test runs may do this at once.
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        write_mo(file, catalogue)
    part.replace(target)


if __name__ == "__main__":
    compile_all(Path(__file__).resolve().parent.parent / "translations")
