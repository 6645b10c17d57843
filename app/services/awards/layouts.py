"""Which layout certificates are printed with: those of the program, and those the station took in from a file.

The station's own are kept in the book of this laptop only: a layout is measured on the blanks and the printer that stand beside it.
"""

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_
from app.documents.certificate import CLASSIC
from app.documents.layouts.model import Layout
from app.documents.layouts.reading import LONGEST, read_layout, shipped
from app.services.context import Context

_OWN = "layouts"
SHIPPED = (
    (CLASSIC, N_("A4, frame and emblem")),
    ("plain-a4", N_("A4, plain, without emblem")),
    ("classic-a3", N_("A3, frame and emblem")),
    ("overprint-360x270", N_("Printed blank, 360 × 270 mm")),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A layout to choose: its code, what officers know it by, and whether the station took it in itself."""

    code: str
    name: str
    own: bool


def layouts(ctx: Context) -> tuple[Offered, ...]:
    """The layouts of the program, then the station's own by name."""
    ready = tuple(Offered(code, ctx.say(name), own=False) for code, name in SHIPPED)
    return ready + tuple(Offered(f"own:{name}", name, own=True) for name in sorted(_own(ctx)))


def layout_of(ctx: Context, code: str) -> Layout:
    """The layout with this code; the classic one where it is not known here (any more)."""
    if code.startswith("own:"):
        text = _own(ctx).get(code.removeprefix("own:"))
        return shipped(CLASSIC) if text is None else read_layout(text)
    return shipped(code if code in dict(SHIPPED) else CLASSIC)


def take_layout(ctx: Context, path: Path) -> Offered:
    """Keep the layout in this JSON file; one of the same name is replaced. Raises `UserError` "layout.…" as `read_layout` does."""
    try:
        with path.open("rb") as file:
            text = file.read(4 * LONGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = N_("This file is not a layout of certificates that can be read.")
        raise UserError("layout.unreadable", message) from error
    name = read_layout(text).name
    ctx.store.local.put(_OWN, {**_own(ctx), name: text})
    return Offered(f"own:{name}", name, own=True)


def _own(ctx: Context) -> dict[str, str]:
    return dict(ctx.store.local.get(_OWN) or {})
