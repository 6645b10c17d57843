"""What the sidebar lists: groups of pages, each with its sign. The only place where the program's pages are named."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from app.core.i18n import N_
from app.ui.desk import Desk
from app.ui.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar. `register` is a record type for the generic page; otherwise `screen` is "module:Class" in
    `app.ui.screens`, loaded when it is first opened."""

    code: str
    sign: str
    title: str
    register: str = ""
    screen: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the sidebar, msgid, and its lines; the first group has none. `open` as long as the officer has not chosen."""

    title: str
    entries: tuple[Entry, ...]
    open: bool = True


MENU = (
    Group("", (Entry("home", "house", N_("Home"), screen="home:HomePage"),)),
    Group(
        N_("BOOKS"),
        (
            Entry("meeting", "megaphone", N_("Meetings"), register="meeting"),
            Entry("outreach", "radio-tower", N_("Loudspeaker, leaflets"), register="outreach"),
            Entry("campaign", "pen-line", N_("Commitments"), screen="campaign:CampaignPage"),
            Entry("tip_off", "message-square-warning", N_("Tip-offs"), register="tip_off"),
            Entry("model", "shield-check", N_("Prevention models"), register="model"),
            Entry("group", "users", N_("Self-managed groups"), register="group"),
            Entry("board", "signpost", N_("Boards and boxes"), register="board"),
        ),
    ),
    Group(
        N_("REPORTS, SENDING"),
        (
            Entry("report", "chart-column", N_("Reports"), screen="report:ReportPage"),
            Entry("closing", "lock", N_("Close the figures"), screen="closing:ClosingPage"),
            Entry("plans", "list-checks", N_("Progress of plans"), screen="plans:PlansPage"),
            Entry("hand_figures", "pencil", N_("Figures by hand"), screen="hand_figures:HandFiguresPage"),
            Entry("carry", "usb", N_("Send and receive"), screen="carry:CarryPage"),
            Entry("intake", "inbox", N_("Take in Excel"), screen="intake:IntakePage"),
        ),
    ),
    Group(
        N_("AWARDS"),
        (
            Entry("nomination", "star", N_("Nominations"), register="nomination"),
            Entry("award", "medal", N_("Decisions"), register="award"),
            Entry("certificates", "award", N_("Certificates of merit"), screen="certificates:CertificatesPage"),
        ),
    ),
    Group(
        N_("PEACE IN THE HAMLETS"),
        (
            Entry("dispute", "handshake", N_("Disputes, mediation"), register="dispute"),
            Entry("reintegration", "heart-handshake", N_("People being helped"), register="reintegration"),
            Entry("trusted_person", "user-star", N_("People of standing"), register="trusted_person"),
            Entry("trusted_count", "hash", N_("Their number a year"), register="trusted_count"),
            Entry("key_area", "map-pinned", N_("Key areas"), register="key_area"),
            Entry("hot_spot", "siren", N_("Hot spots"), register="hot_spot"),
            Entry("mass_complaint", "messages-square", N_("Complaints by many"), register="mass_complaint"),
            Entry("hand_in", "package-open", N_("Weapons handed in"), register="hand_in"),
            Entry("safety", "badge-check", N_("Safety assessments"), register="safety"),
        ),
        open=False,
    ),
    Group(
        N_("PEOPLE AND PLACES"),
        (
            Entry("hamlet", "map-pin", N_("Hamlets"), register="hamlet"),
            Entry("household", "layers", N_("Households"), register="household"),
            Entry("person", "user", N_("People and roles"), register="person"),
            Entry("establishment", "building-2", N_("Schools, firms, clans"), register="establishment"),
        ),
        open=False,
    ),
    Group(
        N_("STATION"),
        (
            Entry("plan", "file-pen-line", N_("Plans and papers"), register="plan"),
            Entry("committee", "landmark", N_("Steering committee"), register="committee"),
            Entry("books", "book-lock", N_("Closing the books"), screen="books:BooksPage"),
            Entry("disclosure", "printer", N_("Prints and copies"), register="disclosure"),
            Entry("recycle", "archive-restore", N_("Recycle bin"), screen="recycle:RecyclePage"),
            Entry("settings", "settings", N_("Unit and officers"), screen="settings:SettingsPage"),
        ),
        open=False,
    ),
)

HIDDEN = (
    Entry("person_page", "user", "", screen="person:OnePersonPage"),
    Entry("dispute_places", "map-pin", "", screen="dispute_places:DisputePlacesPage"),
    Entry("retention", "clock", "", screen="retention:RetentionPage"),
    Entry("award_register", "book-open", "", screen="award_register:AwardRegisterPage"),
    Entry("sheet_check", "badge-check", "", screen="sheet_check:SheetCheckPage"),
    Entry("due", "clock", N_("What is due"), screen="due:DuePage"),
    Entry("safety_year", "list-checks", "", screen="safety_year:SafetyYearPage"),
    Entry("pictures", "image", "", screen="pictures:PicturesPage"),
    Entry("festival", "flag", "", screen="festival:FestivalPage"),
    Entry("board_round", "clipboard-check", "", screen="board_round:BoardRoundPage"),
    Entry("model_ledger", "scale", "", screen="model_ledger:ModelLedgerPage"),
    Entry("model_reviews", "clipboard-check", "", screen="model_reviews:ModelReviewsPage"),
    Entry("campaign_list", "book-open", "", register="campaign"),
    Entry("roster_year", "history", "", screen="roster_year:RosterYearPage"),
    Entry("roster_move", "map-pin", "", screen="roster_move:RosterMovePage"),
    Entry("paper", "printer", "", screen="paper:PaperPage"),
    Entry("merger", "git-merge", "", screen="merger:MergerPage"),
    Entry("ratings", "list-checks", "", screen="ratings:RatingsPage"),
    *(
        Entry(code, "book-open", "", register=code)
        for code in (
            "opinion",
            "team_rating",
            "member_rating",
            "committee_member",
            "committee_meeting",
            "committee_task",
            "attachment",
            "shared_attachment",
            "commitment",
            "withdrawal",
            "signing_sheet",
            "household_change",
            "solved_case",
            "model_site",
            "model_review",
            "model_adjustment",
            "team_kind",
            "member",
            "activity",
            "visit",
            "contribution",
            "mediator",
            "follow_up",
            "not_same",
            "deletion",
            "hand_figure",
            "plan_task",
            "plan_target",
            "made_report",
            "reminders",
            "awardee",
            "award_sheet",
            "council_meeting",
            "council_vote",
            "blank_entry",
            "closed_sheet",
            "closed_book",
            "late_entry",
            "unit_succession",
            "unit",
            "officer",
        )
    ),
)
"""Registers reached from other pages: by search, from a figure, from the record they belong to."""

ENTRIES = {entry.code: entry for entry in (*(entry for group in MENU for entry in group.entries), *HIDDEN)}

_LISTED_BY = {entry.register: entry.code for entry in ENTRIES.values() if entry.register}


def page_of(type_code: str) -> str:
    """The page that lists records of a type. Raises `KeyError` when none does."""
    return _LISTED_BY[type_code]


def make_page(entry: Entry, desk: Desk) -> Page:
    """Build the page of an entry."""
    module, name = ("app.ui.register_page", "RegisterPage") if entry.register else entry.screen.split(":")
    if not entry.register:
        module = f"app.ui.screens.{module}"
    page: Callable[..., Page] = getattr(import_module(module), name)
    return page(desk, entry.register) if entry.register else page(desk)
