"""Prevention models: the model, the sites where it runs, the reviews of a site, and corrections of how many there are."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

MATTERS = (
    ("order", N_("Security and order")),
    ("crime", N_("Crime prevention")),
    ("drugs", N_("Drug prevention")),
    ("traffic", N_("Traffic safety")),
    ("fire", N_("Fire prevention")),
    ("clan", N_("Self-management of clans")),
    ("other", N_("Other matter")),
)
ORIGINS = (
    ("built", N_("Newly built")),
    ("multiplied", N_("Multiplied from another site")),
    ("taken_over", N_("Taken over from another unit")),
)
"""Xây dựng mới, nhân rộng, tiếp nhận: how a site came into the book."""
RATINGS = (
    ("good", N_("Good")),
    ("fair", N_("Fair")),
    ("average", N_("Average")),
    ("ineffective", N_("Ineffective")),
)
PROPOSALS = (
    ("keep", N_("Keep up")),
    ("multiply", N_("Multiply")),
    ("drop", N_("Drop")),
)


class Model(Record):
    """A kind of prevention model (loại mô hình), apart from the places where it runs."""

    name = field(Text(), N_("Model"), required=True)
    matter = field(Choice(MATTERS), N_("Field"), required=True, default="order")
    started_on = field(Date(not_future=True), N_("Started on"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


MODEL = registry.add(
    RecordType(
        code="model",
        record=Model,
        title=N_("Prevention model"),
        plural=N_("Prevention models"),
        purpose=N_("The kinds of prevention model; each runs at one or more sites."),
        columns=("name", "matter", "started_on"),
        sections=(Section("", ("name", "matter", "started_on", "notes")),),
        summary="{name}",
        search=("name",),
        filters=("matter",),
        sort=("name", "asc"),
        children=(Child("model_site", "model"), Child("model_adjustment", "model")),
    )
)


class ModelSite(Record):
    """One place where a model runs (điểm mô hình)."""

    model = field(Reference("model"), N_("Model"), required=True, index=True)
    place = field(Text(), N_("Place"), required=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"))
    origin = field(Choice(ORIGINS), N_("How it came about"), default="built")
    head = field(PersonName(), N_("Head of the site"), stream=STATION)
    members = field(Integer(minimum=0, maximum=100_000), N_("Members"))
    commitments = field(Integer(minimum=0, maximum=100_000), N_("Households that signed for it"))
    founded_on = field(
        Date(not_future=True),
        N_("Founded on"),
        required=True,
        index=True,
        group="founding",
        help=N_("A site taken over from another unit: the day since when it stands in this book."),
    )
    decision = field(Text(max_length=60), N_("Founding decision"), group="founding")
    decided_on = field(Date(not_future=True), N_("Date of the decision"), group="founding")
    dropped_on = field(Date(not_future=True), N_("Dropped on"), group="dropping")
    drop_reason = field(Text(max_length=300), N_("Reason for dropping"), group="dropping")
    notes = field(LongText(), N_("Notes"), stream=STATION)


MODEL_SITE = registry.add(
    RecordType(
        code="model_site",
        record=ModelSite,
        title=N_("Model site"),
        plural=N_("Model sites"),
        purpose=N_("The places where a prevention model runs, with founding, reviews and dropping."),
        columns=("model", "place", "hamlet", "founded_on", "dropped_on"),
        sections=(
            Section("", ("model", "place", "hamlet", "origin", "founded_on", "decision", "decided_on")),
            Section(N_("Who takes part"), ("head", "members", "commitments", "notes")),
            Section(N_("Dropping"), ("dropped_on", "drop_reason")),
        ),
        summary="{model} · {place}",
        search=("model", "place", "hamlet", "decision"),
        filters=("model", "hamlet", "origin", "founded_on"),
        sort=("founded_on", "desc"),
        children=(Child("model_review", "site"),),
    )
)


class ModelReview(Record):
    """The review of a site (rà soát, sơ kết mô hình): how well it works and what is proposed."""

    site = field(Reference("model_site"), N_("Model site"), required=True, index=True)
    reviewed_on = field(Date(not_future=True), N_("Date of review"), required=True, index=True)
    rating = field(Choice(RATINGS), N_("Rating"), required=True, default="good")
    proposal = field(Choice(PROPOSALS), N_("Proposal"), default="keep")
    note = field(LongText(), N_("Note"), stream=STATION)


MODEL_REVIEW = registry.add(
    RecordType(
        code="model_review",
        record=ModelReview,
        title=N_("Model review"),
        plural=N_("Model reviews"),
        purpose=N_("Reviews of model sites; a site last rated ineffective is not counted as kept up."),
        columns=("reviewed_on", "site", "rating", "proposal"),
        sections=(Section("", ("site", "reviewed_on", "rating", "proposal", "note")),),
        summary="{reviewed_on} · {rating}",
        search=("site", "note"),
        filters=("reviewed_on", "rating", "proposal"),
        sort=("reviewed_on", "desc"),
    )
)


class ModelAdjustment(Record):
    """A correction of how many sites of a model there are (điều chỉnh số liệu), from a day on, by so many more or fewer.

    For what no site can say: sites known in number only, sites once counted twice. It moves the ledger and the reports alike.
    """

    model = field(Reference("model"), N_("Model"), required=True, index=True)
    adjusted_on = field(Date(not_future=True), N_("Adjusted on"), required=True, index=True)
    difference = field(
        Integer(minimum=-1_000, maximum=1_000),
        N_("Difference"),
        required=True,
        help=N_("How many sites more; with a minus, how many fewer."),
    )
    reason = field(Text(max_length=300), N_("Reason"), required=True)


MODEL_ADJUSTMENT = registry.add(
    RecordType(
        code="model_adjustment",
        record=ModelAdjustment,
        title=N_("Adjustment of the number of sites"),
        plural=N_("Adjustments of the number of sites"),
        purpose=N_("Corrections of the number of model sites, each with its reason, so that the ledger adds up."),
        columns=("adjusted_on", "model", "difference", "reason"),
        sections=(Section("", ("model", "adjusted_on", "difference", "reason")),),
        summary="{adjusted_on} · {difference}",
        search=("model", "reason"),
        filters=("model", "adjusted_on"),
        sort=("adjusted_on", "desc"),
        totals=("difference",),
    )
)
