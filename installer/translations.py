"""The message catalogues: `check` them, `update` them from the code, `merge` fragments into them.

    python installer/translations.py check            every sentence of the code is translated; used by .ci/run
    python installer/translations.py update           take new sentences in, drop those no longer in the code
    python installer/translations.py merge FILE...     take translations from other .po files, where none stands yet

English is the language of the code, so its catalogue repeats the sentences and `update` fills it by itself.
"""

import argparse
import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("vi", "en")
PLACE = re.compile(r"\{(\w*)[^{}]*\}")
KEYWORDS: dict[str, tuple[int, ...] | None] = {"N_": None, "say": None, "_say": None, "plural": (1, 2)}
"""What marks a sentence: `N_("…")`, `say("…")`, `say.plural("one", "many", n)`."""
CONTEXTS = {"ui/qt_texts.py": "Qt"}
"""Files whose sentences belong to a context of their own, so that "Name" may be said otherwise there."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("check", "update", "merge"))
    parser.add_argument("files", nargs="*", type=Path, help="fragments to merge")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    chosen = parser.parse_args(arguments)
    if chosen.command == "check":
        problems = check(chosen.root)
        print("\n".join(problems) if problems else "translations: complete")
        return 1 if problems else 0
    if chosen.command == "merge":
        problems = merge(chosen.root, chosen.files)
        print("\n".join(problems))
    else:
        update(chosen.root)
    return 0


def extract(root: Path) -> Catalog:
    """Every marked sentence of `app/`, with the files it stands in."""
    template = Catalog(project="so-antq", charset="utf-8")
    found = extract_from_dir(root / "app", [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        texts = message if isinstance(message, tuple) else (message,)
        if all(texts):
            place, context = Path(name).as_posix(), CONTEXTS.get(Path(name).as_posix())
            template.add(message, locations=[(f"app/{place}", 0)], auto_comments=comments, context=context)
    return template


def check(root: Path) -> list[str]:
    """What is missing or wrong in the catalogues, one sentence each; empty when they are complete."""
    template = extract(root)
    problems: list[str] = []
    for language in LANGUAGES:
        path = catalogue_path(root, language)
        catalogue = read(path, language)
        where = path.relative_to(root)
        for message in _messages(template):
            known = catalogue.get(message.id, message.context)
            if known is None:
                problems.append(f"{where}: not in the catalogue: {_shown(message)!r}; run installer/translations.py update")
            elif not all(_strings(known)):
                problems.append(f"{where}: not translated: {_shown(message)!r}")
            elif known.fuzzy:
                problems.append(f"{where}: marked as fuzzy: {_shown(message)!r}")
            else:
                problems += [f"{where}: {wrong}" for wrong in _wrong_places(known)]
        in_code = {(_key(message), message.context) for message in _messages(template)}
        for known in _messages(catalogue):
            if (_key(known), known.context) not in in_code:
                problems.append(f"{where}: no longer in the code: {_shown(known)!r}; run installer/translations.py update")
    return problems


def update(root: Path) -> None:
    """Make the catalogues hold exactly the sentences of the code, keeping every translation that still has its sentence."""
    template = extract(root)
    for language in LANGUAGES:
        path = catalogue_path(root, language)
        old = read(path, language)
        new = _empty(language)
        for message in _messages(template):
            known = old.get(message.id, message.context)
            string = known.string if known is not None and all(_strings(known)) else _untranslated(message, language)
            new.add(message.id, string, locations=message.locations, context=message.context)
        write(path, new)


def merge(root: Path, fragments: list[Path]) -> list[str]:
    """Take translations from fragments where the catalogue has none. Returns what two fragments, or a fragment and the
    catalogue, say differently; the first one stays."""
    update(root)
    path = catalogue_path(root, "vi")
    catalogue = read(path, "vi")
    differing = []
    for fragment in fragments:
        for message in _messages(read(fragment, "vi")):
            if not all(_strings(message)):
                continue
            for known in _counterparts(catalogue, message):
                if not all(_strings(known)):
                    known.string = _fitting(known, message)
                elif _strings(known)[0] != _strings(message)[0]:
                    differing.append(f"{fragment.name}: {_shown(known)!r}: {known.string!r} stays, not {message.string!r}")
    write(path, catalogue)
    return differing


def catalogue_path(root: Path, language: str) -> Path:
    """Where the catalogue of a language lies."""
    return root / "translations" / language / "LC_MESSAGES" / "app.po"


def read(path: Path, language: str) -> Catalog:
    """A catalogue; an empty one where there is no file yet. A heading is not needed."""
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, charset="utf-8")
    return catalogue


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue so that two runs give the same bytes: sorted, without dates and line numbers."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=128, sort_output=True, include_lineno=False, ignore_obsolete=True, omit_header=True)
    heading = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(heading.encode() + buffer.getvalue())


def _empty(language: str) -> Catalog:
    return Catalog(locale=language, project="so-antq", charset="utf-8", fuzzy=False)


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _key(message: Message) -> str:
    return str(_singular(message.id))


def _singular(identity: object) -> str:
    return str(identity[0] if isinstance(identity, tuple | list) else identity)


def _shown(message: Message) -> str:
    return _singular(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(text or "" for text in strings)


def _untranslated(message: Message, language: str) -> str | tuple[str, ...]:
    """What stands where nobody has translated: in English the sentence itself."""
    if isinstance(message.id, tuple | list):
        return tuple(message.id) if language == "en" else ("",)
    return str(message.id) if language == "en" else ""


def _counterparts(catalogue: Catalog, message: Message) -> list[Message]:
    """The sentences of the catalogue that a fragment's message translates: of a pair for one and many, either or both."""
    identities = (message.id, *message.id) if isinstance(message.id, tuple | list) else (message.id,)
    found = (catalogue.get(identity, message.context) for identity in identities)
    return list({id(known): known for known in found if known is not None}.values())


def _fitting(known: Message, message: Message) -> str | tuple[str, ...]:
    """The fragment's text in the shape the catalogue needs: Vietnamese has one form for one and many."""
    text = _strings(message)[0]
    return (text,) if isinstance(known.id, tuple | list) else text


def _wrong_places(message: Message) -> list[str]:
    """A translation has the places of its sentence. `{n}` may come in: "One row." is said with its number in Vietnamese."""
    identities = message.id if isinstance(message.id, tuple | list) else (message.id,)
    allowed = {"n"} | {name for text in identities for name in PLACE.findall(text)}
    wrong = []
    for position, text in enumerate(_strings(message)):
        named = set(PLACE.findall(text))
        needed = set(PLACE.findall(identities[min(position, len(identities) - 1)]))
        if named - allowed or needed - named:
            wrong.append(f"the places in braces differ: {_shown(message)!r} and {text!r}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
