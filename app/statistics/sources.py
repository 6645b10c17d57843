"""What indicators are counted from, where several indicators count the same register."""

from app.data.conditions import Condition, Count, Equals, IsEmpty, LatestChild, Measure, OneOf, Sum
from app.statistics.declaration import Source

MEETINGS = (OneOf("form", ("study", "propaganda")),)
INEFFECTIVE = LatestChild("model_review", "site", "reviewed_on", "", "rating", ("ineffective",))
ISSUED = (Equals("state", "issued"),)


def meetings(measure: Measure, *where: Condition) -> tuple[Source, ...]:
    """Study and propaganda meetings and whatever else is held, by the day they were held."""
    return (Source("meeting", measure, on="held_on", where=where),)


def opinions() -> tuple[Source, ...]:
    """Opinions at forums: the number that was given with a forum, or else the opinions recorded with it, never both."""
    forum = Equals("form", "forum")
    recorded = Source("opinion", Count(), on="held_on", parent=("meeting", "meeting"), parent_where=(forum, IsEmpty("opinions")))
    return (*meetings(Sum("opinions"), forum), recorded)


def commitments(measure: Measure, *where: Condition, first_time: bool = False) -> Source:
    """Signatures, by the day of signing; with `first_time`, each signer once a campaign."""
    return Source("commitment", measure, on="signed_on", where=where, first_time=first_time)


def tip_offs(*where: Condition) -> tuple[Source, ...]:
    """Tip-offs by the day they were received."""
    return (Source("tip_off", Count(), on="received_on", where=where),)


def sites(measure: Measure, review: LatestChild | None = None) -> tuple[Source, ...]:
    """Model sites that stand: founded and not dropped, and not failing `review` where one is given."""
    return (Source("model_site", measure, since="founded_on", until="dropped_on", review=review),)


def corrections() -> Source:
    """Sites that are there, or not there, beside those recorded one by one: by how much the number was corrected up to the day."""
    return Source("model_adjustment", Sum("difference"), since="adjusted_on")


def boards(kind: str) -> tuple[Source, ...]:
    """Notice boards or tip boxes that hang on the last day."""
    return (Source("board", Count(), since="installed_on", until="removed_on", where=(Equals("kind", kind),)),)


def groups(measure: Measure, *where: Condition) -> tuple[Source, ...]:
    """Self-managed groups that exist on the last day."""
    return (Source("group", measure, since="founded_on", until="ended_on", where=where),)


def hamlets(measure: Measure) -> tuple[Source, ...]:
    """Hamlets that had not been joined to another by the last day; one without a day of founding has always been there."""
    return (Source("hamlet", measure, since="founded_on", until="ended_on"),)


def flow(type_code: str, measure: Measure, on: str, *where: Condition) -> tuple[Source, ...]:
    """Any register whose records are dated by one field."""
    return (Source(type_code, measure, on=on, where=where),)


def yearly(type_code: str, measure: Measure, *where: Condition) -> tuple[Source, ...]:
    """Records that stand for a span of days of their own, such as an assessment year."""
    return (Source(type_code, measure, since="stands_from", until="stands_until", where=where),)


def awarded(measure: Measure, *where: Condition) -> tuple[Source, ...]:
    """The awarded of issued decisions, by the date of the decision."""
    return (Source("awardee", measure, on="decided_on", parent=("award", "award"), where=where, parent_where=ISSUED),)
