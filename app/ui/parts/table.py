"""Which types have parts, and which registers have pages of their own beside the list. Modules are loaded at first use."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from app.core.i18n import N_
from app.records.sheets import SHAPES
from app.services.intake.allowed import of_citizens
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import FormTool, Part


@dataclass(frozen=True, slots=True)
class PageLink:
    """A button on a register's page: its verb (msgid), its sign, the code of the page it opens, and what that is handed."""

    label: str
    sign: str
    page: str
    argument: str | None = None


ATTACHMENTS = "attachments:AttachmentsPart"
PERSON = "person_link:PersonLinkPart"

PARTS: Mapping[str, tuple[str, ...]] = {
    "meeting": (ATTACHMENTS,),
    "outreach": (ATTACHMENTS,),
    "campaign": ("campaign_progress:CampaignProgress", ATTACHMENTS),
    "signing_sheet": ("campaign_progress:SheetList", ATTACHMENTS),
    "model_site": (ATTACHMENTS,),
    "board": ("board_check:BoardCheck", ATTACHMENTS),
    "award": ("award_nominees:AwardNominees", "award_money:AwardMoneyPart", ATTACHMENTS),
    "council_meeting": ("council_votes:CouncilVotesPart",),
    "blank_entry": ("blank_stock:BlankStockPart",),
    "plan": ("plan_progress:PlanProgress", ATTACHMENTS),
    "dispute": ("same_place:SamePlacePart", ATTACHMENTS, "mediators:MediatorsPart"),
    "committee": ("committee:CommitteePart", ATTACHMENTS),
    "committee_meeting": (ATTACHMENTS,),
    "group": ("group_summary:GroupSummary",),
    "member": (PERSON,),
    "household": (PERSON,),
    "mediator": (PERSON,),
    "awardee": (PERSON,),
    "person": ("person_roles:PersonRolesPart",),
    "hand_in": (ATTACHMENTS,),
    "safety": (ATTACHMENTS,),
    "key_area": (ATTACHMENTS,),
    "hot_spot": (ATTACHMENTS,),
    "tip_off": ("tip_off_clocks:TipOffClocks", "informant:InformantPart"),
}
"""By record type: "module:Class" in `app.ui.parts`, in the order they stand in the record."""

PAGES: Mapping[str, tuple[PageLink, ...]] = {
    "board": (PageLink(N_("Round"), "clipboard-check", "board_round"),),
    "meeting": (PageLink(N_("Festival of 19 August"), "flag", "festival"),),
    "model": (
        PageLink(N_("Ledger"), "scale", "model_ledger"),
        PageLink(N_("Yearly review"), "clipboard-check", "model_reviews"),
    ),
    "group": (
        PageLink(N_("Own kinds"), "layers", "team_kind"),
        PageLink(N_("Yearly rating"), "list-checks", "ratings"),
    ),
    "award": (
        PageLink(N_("Award book"), "book-open", "award_register"),
        PageLink(N_("Check a certificate"), "badge-check", "sheet_check"),
    ),
    "nomination": (PageLink(N_("Council meetings"), "users", "council_meeting"),),
    "safety": (PageLink(N_("A whole year"), "list-checks", "safety_year"),),
    "hand_figure": (PageLink(N_("Fill in a sheet"), "list-checks", "hand_figures"),),
    "plan": (PageLink(N_("Progress"), "list-checks", "plans"),),
    "dispute": (PageLink(N_("By place"), "map-pin", "dispute_places"),),
    "reintegration": (PageLink(N_("Due for deletion"), "clock", "retention"),),
    "household": (PageLink(N_("Changes in a year"), "history", "roster_year"),),
    "hamlet": (PageLink(N_("Changes in a year"), "history", "roster_year"),),
}
"""By record type: the pages its register offers beside the list."""


_SHEETS_OF: Mapping[str, str] = {"award": "awardee", "group": "", "model": ""}
"""Registers of which stations keep several kinds of sheets, or another one: the register that is chosen for them, if any."""


def pages_of(desk: Desk, type_code: str) -> tuple[PageLink, ...]:
    """The pages that a register offers beside its list; taking in sheets is one wherever stations keep sheets of it."""
    links, sheets = PAGES.get(type_code, ()), _SHEETS_OF.get(type_code, type_code)
    if sheets and sheets not in {shape.type_code for shape in SHAPES}:
        return links
    if not desk.session.is_station and of_citizens(desk.context.store.registry.get(sheets or type_code)):
        return links
    return (*links, PageLink(N_("Take in Excel"), "inbox", "intake", sheets))


TOOLS: Mapping[str, tuple[str, ...]] = {code: ("scan_card:ScanCard",) for code in ("person", "member", "household", "awardee")}
"""By record type: "module:Class" in `app.ui.parts`, what stands above the fields of its form."""


def tools_of(desk: Desk, type_code: str) -> tuple[FormTool, ...]:
    """The tools of a form, new made."""
    made = []
    for named in TOOLS.get(type_code, ()):
        module, name = named.split(":")
        tool: type[FormTool] = getattr(import_module(f"app.ui.parts.{module}"), name)
        made.append(tool(desk, type_code))
    return tuple(made)


def parts_of(desk: Desk, record: RecordForm, *, own: bool) -> tuple[Part, ...]:
    """The parts of a record, new made."""
    made = []
    for named in PARTS.get(record.type_code, ()):
        module, name = named.split(":")
        part: type[Part] = getattr(import_module(f"app.ui.parts.{module}"), name)
        made.append(part(desk, record, own=own))
    return tuple(made)
