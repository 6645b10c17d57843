"""Writing down that a report was made, so that the home page stops asking for it."""

from app.services.context import Context
from app.statistics.periods import Period


def remember_made(ctx: Context, period: Period) -> None:
    """The report of a period was saved as a paper today; a second time on one day is not written again."""
    values = {
        "made_on": ctx.clock.today().isoformat(),
        "kind": period.kind.value,
        "from_on": period.start.isoformat(),
        "to_on": period.end.isoformat(),
    }
    with ctx.store.reader() as reader:
        latest = reader.window("made_report", order=("made_on", "desc"), limit=50)
    if any(all(record.values[name] == value for name, value in values.items()) for record in latest):
        return
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("made_report", values)
