"""Carrying between laptops and units: enrolment, sending, receiving, what has not been sent or has not come.

Lives here: who may do it, and what an officer is told, as plain values and sentences. Does not live here: the package format and
its checks (`app.sync`), merging (`app.data`).
"""

from app.services.carry.beginning import begin_carrying, write_unit_file
from app.services.carry.enrol import (
    Accepted,
    Requested,
    RequestView,
    enrol_accept,
    enrol_request,
    look_at_request,
)
from app.services.carry.finish import Finished, enrol_finish
from app.services.carry.keyview import KeysView, LaptopView, keys
from app.services.carry.receiving import Imported, Preview, Refused, import_packages, packages_in, preview
from app.services.carry.revoke import revoke
from app.services.carry.sending import Exported, SentFile, export
from app.services.carry.status import AudienceStatus, Gap, Status, status, unsent

__all__ = [
    "Accepted",
    "AudienceStatus",
    "Exported",
    "Finished",
    "Gap",
    "Imported",
    "KeysView",
    "LaptopView",
    "Preview",
    "Refused",
    "RequestView",
    "Requested",
    "SentFile",
    "Status",
    "begin_carrying",
    "enrol_accept",
    "enrol_finish",
    "enrol_request",
    "export",
    "import_packages",
    "keys",
    "look_at_request",
    "packages_in",
    "preview",
    "revoke",
    "status",
    "unsent",
    "write_unit_file",
]
