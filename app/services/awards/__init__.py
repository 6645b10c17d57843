"""Award decisions as papers: the decisions, the certificates (Giấy khen) of one, and their numbers in the register of awards.

Not here: recording a decision and whom it names (`app.services.registers`), and how a certificate looks (`app.documents`).
"""

from app.services.awards.batch import Batch, Saved, Told, certificates, look_for, printed, save_certificates
from app.services.awards.decisions import Decision, decisions, find
from app.services.awards.layouts import Offered, layouts, take_layout
from app.services.awards.register import number_register

__all__ = [
    "Batch",
    "Decision",
    "Offered",
    "Saved",
    "Told",
    "certificates",
    "decisions",
    "find",
    "layouts",
    "look_for",
    "number_register",
    "printed",
    "save_certificates",
    "take_layout",
]
