"""Writing, signing and reviewing treatment plans."""

from homeward.plans.actions.review_plan import ObjectiveNotInPlan, ReviewIncomplete, review_plan
from homeward.plans.actions.sign_plan import (
    AlreadySigned,
    AuthorSignsFirst,
    CosignerNotLicensed,
    CosignerNotSupervisor,
    NameOfAnother,
    NobodyCosignsOwnWork,
    NotTheAuthor,
    PlanClosed,
    PlanIncomplete,
    RefusalNeedsReason,
    sign_plan,
)
from homeward.plans.actions.start_plan import (
    PlanExists,
    PlanIsSigned,
    ThemeUnknown,
    ThreadIncomplete,
    add_thread,
    describe_plan,
    drop_thread,
    start_plan,
)

__all__ = [
    "AlreadySigned",
    "AuthorSignsFirst",
    "CosignerNotLicensed",
    "CosignerNotSupervisor",
    "NameOfAnother",
    "NobodyCosignsOwnWork",
    "NotTheAuthor",
    "ObjectiveNotInPlan",
    "PlanClosed",
    "PlanExists",
    "PlanIncomplete",
    "PlanIsSigned",
    "RefusalNeedsReason",
    "ReviewIncomplete",
    "ThemeUnknown",
    "ThreadIncomplete",
    "add_thread",
    "describe_plan",
    "drop_thread",
    "review_plan",
    "sign_plan",
    "start_plan",
]
