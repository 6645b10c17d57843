"""The photographs and scans of a record as sheets to be filed or handed over (bản ảnh)."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.documents.display import Sheet
from app.documents.picture_sheet import Shown, picture_sheets
from app.services import attachments, registers
from app.services.attachments import Attached
from app.services.context import Context
from app.services.papers.common import heading
from app.services.papers.generic import Asked
from app.services.sample import is_sample


def build(ctx: Context, asked: Asked) -> tuple[Sheet, ...]:
    """Everything attached to the record whose pictures are here. Raises `UserError` "paper.no_pictures", "record.none"."""
    record = registers.open_record(ctx, asked.type_code, str(asked.subject))
    found = [each for each in attachments.of(ctx, asked.type_code, str(asked.subject)) if each.here]
    if not found:
        raise UserError("paper.no_pictures", N_("No picture or scan is attached to this record yet."))
    pictures = [
        Shown(attachments.content(ctx, each.id, page), _caption(each, page), each.kind == "scan")
        for each in found
        for page in range(each.pages)
    ]
    return picture_sheets(heading(ctx), record.title, pictures, sample=is_sample(ctx))


def _caption(each: Attached, page: int) -> str:
    return f"{each.title} (trang {page + 1}/{each.pages})" if each.pages > 1 else each.title
