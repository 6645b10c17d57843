"""Every indicator of the reports, declared as data, in the order and under the headings of the report."""

from app.core.i18n import N_
from app.data.conditions import Count, CountDistinct, Equals, IsEmpty, Not, NotEmpty, OneOf, Sum
from app.records.hand_ins import WEAPONS
from app.records.outreach import PUBLISHED
from app.statistics.declaration import Chapter, Indicator, Source
from app.statistics.sources import (
    INEFFECTIVE,
    MEETINGS,
    awarded,
    boards,
    commitments,
    corrections,
    flow,
    groups,
    hamlets,
    meetings,
    opinions,
    sites,
    tip_offs,
    yearly,
)

CHAPTERS = (
    Chapter(
        N_("Propaganda and mobilisation"),
        (
            Indicator("meetings", N_("Study and propaganda meetings"), N_("meetings"), meetings(Count(), *MEETINGS)),
            Indicator("attendances", N_("Attendances at the meetings"), N_("attendances"), meetings(Sum("attendees"), *MEETINGS)),
            Indicator(
                "audience_officials",
                N_("of whom officials"),
                N_("attendances"),
                meetings(Sum("audience_officials"), *MEETINGS),
            ),
            Indicator("audience_workers", N_("of whom workers"), N_("attendances"), meetings(Sum("audience_workers"), *MEETINGS)),
            Indicator("audience_pupils", N_("of whom pupils"), N_("attendances"), meetings(Sum("audience_pupils"), *MEETINGS)),
            Indicator("audience_people", N_("of whom villagers"), N_("attendances"), meetings(Sum("audience_people"), *MEETINGS)),
            Indicator(
                "leaflets",
                N_("Leaflets handed out"),
                N_("sheets"),
                (*meetings(Sum("leaflets")), *flow("outreach", Sum("leaflets"), "held_on")),
            ),
            Indicator(
                "loudspeaker_rounds",
                N_("Rounds by loudspeaker"),
                N_("rounds"),
                flow("outreach", Sum("count"), "held_on", Equals("kind", "loudspeaker")),
            ),
            Indicator(
                "online_posts",
                N_("Items on social media, in papers and on air"),
                N_("items"),
                flow("outreach", Sum("count"), "held_on", OneOf("kind", PUBLISHED)),
            ),
            Indicator(
                "forums",
                N_("Forums “Police listen to the people”"),
                N_("meetings"),
                meetings(Count(), Equals("form", "forum")),
            ),
            Indicator("forum_opinions", N_("Opinions heard at the forums"), N_("opinions"), opinions()),
            Indicator(
                "festival_sites",
                N_("Places that held the festival of the whole people"),
                N_("places"),
                meetings(Count(), Equals("form", "festival")),
            ),
        ),
    ),
    Chapter(
        N_("Signing of commitments"),
        (
            Indicator(
                "commitments_signed",
                N_("Commitments signed"),
                N_("signatures"),
                (commitments(Count()), *meetings(Sum("signatures"))),
                closed=True,
            ),
            Indicator(
                "households_committed",
                N_("Households that signed"),
                N_("households"),
                (
                    commitments(
                        CountDistinct(("campaign", "household")),
                        Equals("signer_kind", "household"),
                        NotEmpty("household"),
                        first_time=True,
                    ),
                    commitments(
                        CountDistinct(("campaign", "hamlet", "name")),
                        Equals("signer_kind", "household"),
                        IsEmpty("household"),
                        first_time=True,
                    ),
                ),
                closed=True,
            ),
            Indicator(
                "establishments_committed",
                N_("Establishments, schools and clans that signed"),
                N_("establishments"),
                (commitments(Count(), Equals("signer_kind", "establishment")),),
                closed=True,
            ),
        ),
    ),
    Chapter(
        N_("Information from the people"),
        (
            Indicator("tip_offs", N_("Tip-offs from the people"), N_("tip-offs"), tip_offs()),
            Indicator("tip_offs_valuable", N_("Valuable tip-offs"), N_("tip-offs"), tip_offs(Equals("valuable", "yes"))),
            Indicator(
                "tip_offs_resolved",
                N_("Tip-offs checked and resolved"),
                N_("tip-offs"),
                tip_offs(OneOf("state", ("resolved", "unfounded"))),
            ),
            Indicator(
                "cases_resolved",
                N_("Cases cleared thanks to tip-offs"),
                N_("cases"),
                (Source("solved_case", Sum("cases"), on="cleared_on"),),
            ),
            Indicator(
                "violators",
                N_("Violators identified"),
                N_("violators"),
                (Source("solved_case", Sum("violators"), on="cleared_on"),),
            ),
        ),
    ),
    Chapter(
        N_("Prevention models, notice boards and tip boxes"),
        (
            Indicator("model_types", N_("Kinds of prevention model"), N_("kinds"), sites(CountDistinct(("model",))), stock=True),
            Indicator(
                "model_sites",
                N_("Model sites kept up effectively"),
                N_("sites"),
                (*sites(Count(), INEFFECTIVE), corrections()),
                stock=True,
            ),
            Indicator(
                "model_sites_new",
                N_("Model sites newly built or multiplied"),
                N_("sites"),
                (Source("model_site", Count(), on="founded_on", where=(Not(Equals("origin", "taken_over")),)),),
            ),
            Indicator(
                "model_sites_dropped", N_("Model sites dropped"), N_("sites"), (Source("model_site", Count(), on="dropped_on"),)
            ),
            Indicator(
                "models_reviewed",
                N_("Model sites reviewed"),
                N_("sites"),
                (Source("model_review", CountDistinct(("site",)), on="reviewed_on"),),
            ),
            Indicator(
                "notice_boards", N_("Notice boards with security telephone numbers"), N_("boards"), boards("board"), stock=True
            ),
            Indicator("tip_boxes", N_("Tip boxes"), N_("boxes"), boards("box"), stock=True),
        ),
    ),
    Chapter(
        N_("Organisations of the people"),
        (
            Indicator("groups", N_("Self-managed groups of the people"), N_("groups"), groups(Count()), stock=True),
            Indicator(
                "people_security_teams",
                N_("People's security teams"),
                N_("teams"),
                groups(Count(), Equals("kind", "people_security")),
                stock=True,
            ),
            Indicator(
                "rapid_security_teams",
                N_("Rapid security teams"),
                N_("teams"),
                groups(Count(), Equals("kind", "rapid_security")),
                stock=True,
            ),
            Indicator(
                "mediation_teams", N_("Mediation teams"), N_("teams"), groups(Count(), Equals("kind", "mediation")), stock=True
            ),
            Indicator(
                "civil_defence_teams",
                N_("Civil defence teams"),
                N_("squads"),
                groups(Count(), Equals("kind", "civil_defence")),
                stock=True,
            ),
            Indicator(
                "security_order_teams",
                N_("Security and order teams (from 1 July 2024)"),
                N_("teams"),
                groups(Count(), Equals("kind", "security_order")),
                stock=True,
            ),
            Indicator(
                "other_groups",
                N_("Other groups of the people"),
                N_("groups"),
                groups(Count(), Equals("kind", "other")),
                stock=True,
            ),
            Indicator("group_members", N_("Members of the groups"), N_("people"), groups(Sum("members")), stock=True),
            Indicator("patrols", N_("Patrols"), N_("patrols"), flow("activity", Sum("count"), "held_on", Equals("kind", "patrol"))),
        ),
    ),
    Chapter(
        N_("The situation and other work"),
        (
            Indicator("disputes", N_("Disputes received"), N_("cases"), flow("dispute", Count(), "received_on"), closed=True),
            Indicator(
                "disputes_mediated",
                N_("Disputes mediated with success"),
                N_("cases"),
                flow("dispute", Count(), "settled_on", Equals("outcome", "mediated")),
                closed=True,
            ),
            Indicator("hot_spots", N_("“Hot spots” that arose"), N_("places"), flow("hot_spot", Count(), "arisen_on")),
            Indicator(
                "mass_complaints",
                N_("Complaints by many people together"),
                N_("cases"),
                flow("mass_complaint", Count(), "arisen_on"),
            ),
            Indicator(
                "key_areas",
                N_("Key and complex areas"),
                N_("areas"),
                (Source("key_area", Count(), since="decided_on", until="ended_on"),),
                stock=True,
            ),
            Indicator(
                "people_in_reintegration",
                N_("People guided and helped in the community"),
                N_("people"),
                (Source("reintegration", Count(), since="began_on", until="ended_on"),),
                stock=True,
                closed=True,
            ),
            Indicator(
                "people_reintegrated",
                N_("People who made progress and need help no more"),
                N_("people"),
                flow("reintegration", Count(), "ended_on", Equals("outcome", "progress")),
                closed=True,
            ),
            Indicator(
                "weapons_handed_in",
                N_("Weapons and support tools handed in"),
                N_("pieces"),
                flow("hand_in", Sum("pieces"), "handed_on", OneOf("kind", WEAPONS)),
            ),
            Indicator(
                "fireworks_handed_in_kg",
                N_("Fireworks handed in"),
                N_("kg"),
                flow("hand_in", Sum("grams"), "handed_on", Equals("kind", "fireworks")),
                per=1000,
            ),
            Indicator("plans_issued", N_("Plans and advisory papers issued"), N_("papers"), flow("plan", Count(), "issued_on")),
            Indicator("trusted_people", N_("People of standing"), N_("people"), yearly("trusted_count", Sum("people")), stock=True),
        ),
    ),
    Chapter(
        N_("Hamlets and awards"),
        (
            Indicator("hamlets", N_("Hamlets and residential groups"), N_("hamlets"), hamlets(Count()), stock=True),
            Indicator("households", N_("Households of the hamlets"), N_("households"), hamlets(Sum("households")), stock=True),
            Indicator(
                "hamlets_safe",
                N_("Hamlets “safe in security and order”"),
                N_("hamlets"),
                yearly("safety", CountDistinct(("hamlet",)), Equals("subject", "hamlet"), Equals("result", "safe")),
                stock=True,
            ),
            Indicator("awards_collective", N_("Collectives awarded"), N_("collectives"), awarded(Count(), Equals("collective", 1))),
            Indicator("awards_individual", N_("Individuals awarded"), N_("individuals"), awarded(Count(), Equals("collective", 0))),
            Indicator("award_money", N_("Award money"), N_("đồng"), awarded(Sum("amount"))),
        ),
    ),
)
"""The indicators in the order and under the headings of the report."""

ALL = tuple(indicator for chapter in CHAPTERS for indicator in chapter.indicators)
INDICATORS = {indicator.code: indicator for indicator in ALL}
"""Every indicator by its code, in the order of the report."""
