"""Hamlets in words that say more: "Nhà văn hóa bản Mù", "Tổ an ninh nhân dân bản Nà Luông", "Bản Mù, bản Tà"."""

from app.intake.places import looks_like_hamlet
from app.intake.readings import Doubt
from app.services.intake.desk import Desk
from app.services.intake.drafts import Draft, Link


def hamlet_of(desk: Desk, text: str) -> tuple[Link | None, Doubt | None]:
    """The one hamlet that a text names: one it is the name of, which may have to be made, or a known one within other words."""
    if not text:
        return None, None
    whole = desk.hamlets.match(text)
    if looks_like_hamlet(text) or whole.key is not None:
        if looks_like_hamlet(whole.rest):
            return None, None
        link, _, doubt = desk.place(text)
        return link, doubt
    within = desk.hamlets.named_in(text)
    return (within.key if within else None), None


def put_hamlet(desk: Desk, draft: Draft, text: str) -> None:
    """Fill in the hamlet of a row from other words, if they name one and no column does."""
    if draft.values.get("hamlet") or any(target == "hamlet" for target, _ in draft.doubts):
        return
    link, doubt = hamlet_of(desk, text)
    if doubt is not None:
        draft.doubt("hamlet", doubt)
    if link is not None:
        draft.values["hamlet"] = link
