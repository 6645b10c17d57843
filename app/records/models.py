"""Prevention models: the model, the sites where it runs, and the reviews of a site."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, Reference, Text
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


MODEL = registry.add(
    RecordType(
        code="model",
        record=Model,
        title=N_("Prevention model"),
        plural=N_("Prevention models"),
        purpose=N_("The kinds of prevention model; each runs at one or more sites."),
        columns=("name", "matter", "started_on"),
        sections=(Section("", ("name", "matter", "started_on")),),
        summary="{name}",
        search=("name",),
        filters=("matter",),
        sort=("name", "asc"),
        children=(Child("model_site", "model"),),
    )
)


class ModelSite(Record):
    """One place where a model runs (điểm mô hình)."""

    model = field(Reference("model"), N_("Model"), required=True, index=True)
    place = field(Text(), N_("Place"), required=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"))
    founded_on = field(Date(not_future=True), N_("Founded on"), required=True, index=True, group="founding")
    decision = field(Text(max_length=60), N_("Founding decision"), group="founding")
    dropped_on = field(Date(not_future=True), N_("Dropped on"), group="dropping")
    drop_reason = field(Text(max_length=300), N_("Reason for dropping"), group="dropping")


MODEL_SITE = registry.add(
    RecordType(
        code="model_site",
        record=ModelSite,
        title=N_("Model site"),
        plural=N_("Model sites"),
        purpose=N_("The places where a prevention model runs, with founding, reviews and dropping."),
        columns=("model", "place", "hamlet", "founded_on", "dropped_on"),
        sections=(
            Section("", ("model", "place", "hamlet", "founded_on", "decision")),
            Section(N_("Dropping"), ("dropped_on", "drop_reason")),
        ),
        summary="{model} · {place}",
        search=("model", "place", "hamlet", "decision"),
        filters=("model", "hamlet", "founded_on"),
        sort=("founded_on", "desc"),
        children=(Child("model_review", "site"),),
        keywords=("tên mô hình", "nơi xây dựng", "ngày ra mắt"),
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
        filters=("reviewed_on", "rating"),
        sort=("reviewed_on", "desc"),
    )
)
