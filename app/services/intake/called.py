"""Records of the book by what a sheet calls them: by their first words, or by the whole line that lists and papers name."""

from collections import defaultdict
from collections.abc import Callable

from app.core.kinds import LongText, PersonName, Text
from app.data.declare import RecordType
from app.intake.alike import exact
from app.services.context import Context
from app.services.intake.drafts import Link
from app.services.registers.origin import own_records
from app.services.registers.wording import reference_titles, title

_MOST = 20_000


def first_text(declared: RecordType) -> str:
    """The field that says first what a record is about."""
    return next(name for name, info in declared.fields.items() if isinstance(info.kind, Text | LongText | PersonName))


class Called:
    """The unit's own records of one type, each with the line that names it; `link` gives the link that stands for an id."""

    def __init__(self, ctx: Context, type_code: str, link: Callable[[str, str, str], Link]) -> None:
        declared = ctx.store.registry.get(type_code)
        first = first_text(declared)
        with ctx.store.reader() as reader:
            records = reader.window(type_code, own_records(ctx, reader), order=declared.sort, limit=_MOST)
            nested = reference_titles(ctx, reader, declared, records, declared.fields)
        self._found: dict[str, dict[Link, str]] = defaultdict(dict)
        for record in records:
            line = title(ctx, declared, record.values, nested)
            words = str(record.values.get(first) or "")
            one = link(type_code, record.id, words or line)
            for said in (words, line):
                if said:
                    self._found[exact(said)][one] = line

    def by(self, said: str) -> dict[Link, str]:
        """Every record that is called so, with the line that names it; a whole line outdoes first words of several."""
        found = self._found.get(exact(said), {})
        whole = {link: line for link, line in found.items() if exact(line) == exact(said)}
        return whole if len(whole) == 1 else found
