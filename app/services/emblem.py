"""Which national emblem stands on this station's certificates: the program's drawing, the station's own picture, or none."""

import base64
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_
from app.documents.picture import LARGEST, checked_picture
from app.services.context import Context

_KEY = "emblem"


@dataclass(frozen=True, slots=True)
class EmblemChoice:
    """`picture` is the station's own PNG or JPEG, `None` for the program's drawing; `shown` is whether either is printed."""

    shown: bool = True
    picture: bytes | None = None


def emblem_choice(ctx: Context) -> EmblemChoice:
    """What was chosen on this laptop; the drawing, shown, where nothing was."""
    kept = ctx.store.local.get(_KEY) or {}
    picture = kept.get("picture")
    return EmblemChoice(bool(kept.get("shown", True)), base64.b64decode(picture) if picture else None)


def use_picture(ctx: Context, path: Path) -> None:
    """Print the picture in this file from now on; it is kept in the book. Raises as `checked_picture` does."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(
            "picture.unreadable", N_("This is not a picture that can be read. Choose a PNG or JPEG picture.")
        ) from error
    _keep(ctx, EmblemChoice(True, checked_picture(data)))


def use_drawing(ctx: Context) -> None:
    """Print the program's drawing from now on."""
    _keep(ctx, EmblemChoice())


def show_emblem(ctx: Context, shown: bool) -> None:
    """Print the emblem, or leave its place empty."""
    _keep(ctx, EmblemChoice(shown, emblem_choice(ctx).picture))


def _keep(ctx: Context, choice: EmblemChoice) -> None:
    picture = base64.b64encode(choice.picture).decode("ascii") if choice.picture else None
    ctx.store.local.put(_KEY, {"shown": choice.shown, "picture": picture})
