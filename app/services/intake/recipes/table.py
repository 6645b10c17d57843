"""Which registers are more than one record a row; of all others `Recipe` makes one record of the same fields."""

from collections.abc import Mapping

from app.services.intake.recipe import Recipe
from app.services.intake.recipes.awards import Awardees
from app.services.intake.recipes.belonging import OfCommittee, OfGroup
from app.services.intake.recipes.brought import Establishments, Groups, Hamlets, Households, Models
from app.services.intake.recipes.commitments import Commitments
from app.services.intake.recipes.disputes import Disputes
from app.services.intake.recipes.figures import Figures
from app.services.intake.recipes.hand_ins import HandIns
from app.services.intake.recipes.meetings import Meetings
from app.services.intake.recipes.members import Members
from app.services.intake.recipes.models import Sites
from app.services.intake.recipes.reintegration import Reintegrations
from app.services.intake.recipes.reviews import Reviews
from app.services.intake.recipes.tip_offs import TipOffs

RECIPES: Mapping[str, type[Recipe]] = {
    "activity": OfGroup,
    "awardee": Awardees,
    "commitment": Commitments,
    "committee_meeting": OfCommittee,
    "committee_member": OfCommittee,
    "committee_task": OfCommittee,
    "dispute": Disputes,
    "establishment": Establishments,
    "group": Groups,
    "hamlet": Hamlets,
    "hand_figure": Figures,
    "hand_in": HandIns,
    "household": Households,
    "meeting": Meetings,
    "member": Members,
    "model": Models,
    "model_review": Reviews,
    "model_site": Sites,
    "reintegration": Reintegrations,
    "tip_off": TipOffs,
}
"""By record type."""
