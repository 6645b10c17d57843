"""Doubts that only tip-offs raise: a text that reads as if it said who told."""

from collections.abc import Iterator

from app.core.i18n import N_
from app.services.context import Context
from app.services.registers.doubts import Values
from app.services.who_told import tells_who

_TEXTS = ("content", "place", "happened", "verification", "opinion", "notes")


def says_who_told(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """A text that names somebody who told something; once for each text, not at every save after it."""
    declared = ctx.store.registry.get("tip_off")
    with ctx.store.reader() as reader:
        record = reader.get("tip_off", record_id) if record_id else None
    for name in _TEXTS:
        text = values.get(name)
        if not isinstance(text, str) or (record is not None and record.values[name] == text):
            continue
        for piece in tells_who(text)[:1]:
            yield ctx.say(
                N_("{field} may say who told: “{piece}”. If that is the informant, seal the name and reword this."),
                field=ctx.say(declared.fields[name].label),
                piece=piece,
            )
