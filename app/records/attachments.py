"""Photographs and scans that belong to a record of any register."""

from app.core.i18n import N_
from app.core.kinds import Choice, Contents, Integer, Text
from app.data.declare import SHARED, STATION, FieldInfo, Record, RecordType, Section, field, registry

KINDS = (
    ("photo", N_("Photograph")),
    ("scan", N_("Scanned paper")),
)


def _about(stream: str) -> tuple[FieldInfo, FieldInfo]:
    """Type and id of the record it belongs to: text, for it may be of any type."""
    return (
        field(Text(max_length=40), N_("Register"), stream=stream, group="about", hidden=True),
        field(Text(max_length=40), N_("Record"), stream=stream, group="about", hidden=True, index=True),
    )


def _made(stream: str) -> tuple[FieldInfo, FieldInfo]:
    """What the program made of the file: its pages, and how many bytes they take."""
    return (
        field(Contents(), N_("Contents"), stream=stream, group="made", hidden=True),
        field(Integer(minimum=0), N_("Bytes"), stream=stream, group="made", hidden=True),
    )


class Attachment(Record):
    """A photograph or scan (ảnh, tài liệu đính kèm), made anew without what the file said of place, time and device."""

    about_type, about = _about(STATION)
    title = field(Text(max_length=200), N_("Title"), required=True, stream=STATION)
    kind = field(Choice(KINDS), N_("Kind"), required=True, default="photo", stream=STATION)
    contents, size = _made(STATION)


class SharedAttachment(Record):
    """An attachment that an officer chose to let the unit above see too. It names the same contents; taking it back deletes it."""

    about_type, about = _about(SHARED)
    title = field(Text(max_length=200), N_("Title"), required=True)
    kind = field(Choice(KINDS), N_("Kind"), required=True, default="photo")
    contents, size = _made(SHARED)


ATTACHMENT, SHARED_ATTACHMENT = (
    registry.add(
        RecordType(
            code=code,
            record=record,
            title=title,
            plural=plural,
            purpose=purpose,
            columns=("title", "kind"),
            sections=(Section("", ("title", "kind")),),
            summary="{title}",
            filters=("kind",),
            sort=("title", "asc"),
            in_menu=False,
        )
    )
    for code, record, title, plural, purpose in (
        (
            "attachment",
            Attachment,
            N_("Photograph or scan"),
            N_("Photographs and scans"),
            N_("Photographs and scanned papers that prove what a record says. They stay in the station."),
        ),
        (
            "shared_attachment",
            SharedAttachment,
            N_("Photograph or scan sent above"),
            N_("Photographs and scans sent above"),
            N_("Photographs and scanned papers that an officer chose to show to the unit above."),
        ),
    )
)
