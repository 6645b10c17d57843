"""Which papers there are. A paper is added by a line here and a function in a module beside; nothing else names it."""

from dataclasses import dataclass
from typing import Literal

from app.core.i18n import N_

Of = Literal["record", "register"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper.

    `code` names it for good, `type_code` is the record type that offers it ("" for every type), `title` (msgid) what menu and
    preview call it. `build` is "module:function" in this folder:

    - of a "record": `build(ctx, record_id)`;
    - of a "register": `build(ctx, state)`, with the `ListState` of the list as the officer sees it.

    Either returns a flowing `Paper`, a `Book` or a tuple of `Sheet`s; `ctx` speaks Vietnamese. `names`: the paper carries names of
    citizens or how to reach them, so it leaves only with a purpose. A kind that is `asked` gets an `Asked` with the purpose
    instead, and may return `Filled`, which tells itself what it names. `replaces` is the code of the general kind it stands in
    for; `empty` ones are to be written on by hand.
    """

    code: str
    type_code: str
    title: str
    build: str
    of: Of
    names: bool = False
    asked: bool = False
    replaces: str = ""
    empty: bool = False
    menu: str = ""
    """What the menu calls it (msgid), where the title alone would say too little."""


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("mediation", "dispute", N_("Register of mediation"), "disputes:register", of="register", asked=True, replaces="list"),
    PaperKind(
        "mediation_sheet",
        "dispute",
        N_("Empty sheet of the register of mediation"),
        "disputes:sheet",
        of="register",
        asked=True,
        replaces="empty_sheet",
        empty=True,
    ),
    PaperKind("group_members", "group", N_("List of the members"), "groups:members", of="record", names=True),
    PaperKind("group_work", "group", N_("Activities by month"), "groups:work", of="record"),
    PaperKind("group_patrols", "group", N_("Patrols by month"), "groups:patrols", of="register"),
    PaperKind("award_submission", "award", N_("Submission to the chairman"), "awards:submission", of="record", names=True),
    PaperKind("award_decision", "award", N_("Award decision"), "awards:decision", of="record", names=True),
    PaperKind("award_list", "award", N_("List of the awarded"), "awards:awarded_list", of="record", names=True),
    PaperKind("award_payments", "award", N_("List to pay the money"), "awards:payments", of="record", names=True),
    PaperKind("council_minutes", "council_meeting", N_("Minutes of the meeting"), "council:of_meeting", of="record", names=True),
    PaperKind("award_book", "award", N_("Register of awards"), "award_book:register", of="register", names=True),
    PaperKind("model_ledger", "model", N_("Ledger of models"), "models:ledger", of="register"),
    PaperKind("model_reviews", "model", N_("Review of model sites"), "models:reviews", of="register"),
    PaperKind("review_sheet", "model_site", N_("Review sheet"), "models:review_sheet", of="record", names=True),
    PaperKind("sign_sheet", "signing_sheet", N_("Sheet to be signed"), "commitments:to_sign", of="record", names=True),
    PaperKind("signed_list", "signing_sheet", N_("List of those who signed"), "commitments:signed", of="record", names=True),
    PaperKind("campaign_summary", "campaign", N_("Signing by hamlet"), "commitments:summary", of="record"),
    PaperKind("campaign_signed", "campaign", N_("List of all who signed"), "commitments:all_signed", of="record", names=True),
    PaperKind("tip_off_reception", "tip_off", N_("Minutes of reception"), "tip_offs:reception", of="record", names=True),
    PaperKind("tip_off_transfer", "tip_off", N_("Transfer slip"), "tip_offs:transfer", of="record", names=True),
    PaperKind("rating_list", "team_rating", N_("List of ratings to submit"), "ratings:proposals", of="register", names=True),
    PaperKind("board_a4", "board", N_("Board, A4"), "boards:a4", of="record"),
    PaperKind("board_a3", "board", N_("Board, A3"), "boards:a3", of="record"),
    PaperKind("board_labels", "board", N_("Labels for key rings"), "boards:key_rings", of="register"),
    PaperKind("book_cover", "closed_book", N_("Cover of the closed book"), "books:cover", of="record"),
    PaperKind("handover", "officer", N_("Minutes of handing over"), "books:handover", of="record"),
    PaperKind("tip_off_receipt", "tip_off", N_("Receipt for the citizen"), "tip_offs:receipt", of="record"),
    PaperKind("meeting_minutes", "meeting", N_("Minutes of the meeting"), "meetings:of_meeting", of="record", names=True),
    PaperKind(
        "committee_minutes", "committee_meeting", N_("Minutes of the meeting"), "committees:of_meeting", of="record", names=True
    ),
    PaperKind("committee_members", "committee", N_("List of the members"), "committees:members", of="record", names=True),
    PaperKind("committee_tasks", "committee", N_("Tasks, done and open"), "committees:tasks", of="record", names=True),
)
"""Papers of single types. The first of a record is what Ctrl+P shows; of a register that is the book."""

GENERIC: tuple[PaperKind, ...] = (
    PaperKind("record", "", N_("Record sheet"), "record_sheet:build", of="record", asked=True),
    PaperKind(
        "list", "", N_("Register"), "register:build", of="register", asked=True, menu=N_("Register as listed: print, PDF, Excel")
    ),
    PaperKind("empty_sheet", "", N_("Empty sheet of the register"), "empty:sheet", of="register", asked=True, empty=True),
    PaperKind("empty_form", "", N_("Empty form for one record"), "empty:form", of="register", asked=True, empty=True),
    PaperKind("pictures", "", N_("Sheet of pictures"), "pictures:build", of="record", asked=True, names=True),
)
"""Papers that every type has, made from its declaration."""
