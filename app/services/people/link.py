"""What a record of a role says of its person: whose page it stands on, or who may be the same."""

from dataclasses import dataclass

from app.services.context import Context
from app.services.people.alike import Candidate, candidates
from app.services.people.facts import facts_of, same_people


@dataclass(frozen=True, slots=True)
class Link:
    """`person` and `name` are empty while the record is tied to nobody. `about_one` is false for what is not about one person,
    such as an awarded collective: then there is nothing to tie."""

    person: str
    name: str
    about_one: bool
    candidates: tuple[Candidate, ...]


def link_of(ctx: Context, type_code: str, record_id: str) -> Link:
    """Everything a record's part about its person shows."""
    with ctx.store.reader() as reader:
        found = facts_of(reader, type_code, (record_id,))
        person = same_people(reader, found[0].person)[0] if found and found[0].person else ""
        known = facts_of(reader, "person", (person,)) if person else ()
    if not found:
        return Link("", "", False, ())
    return Link(person if known else "", known[0].name if known else "", True, candidates(ctx, type_code, record_id))
