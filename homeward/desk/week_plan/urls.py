"""Addresses of the week plan."""

from django.urls import path

from homeward.desk.week_plan.views import (
    asking,
    board,
    moving,
    plans,
    publishing,
    repairing,
    things,
)

DRAFT = "week/plans/<uuid:draft_id>/"

urlpatterns = [
    path("week/plans/", plans.drafts, name="week_drafts"),
    path("week/plans/reopened/", plans.reopened, name="week_draft_reopened"),
    path(DRAFT, board.draft, name="week_draft"),
    path(f"{DRAFT}progress/", plans.progress, name="week_draft_progress"),
    path(f"{DRAFT}stop/", plans.stop, name="week_draft_stop"),
    path(f"{DRAFT}again/", plans.again, name="week_draft_again"),
    path(f"{DRAFT}end/", plans.end, name="week_draft_end"),
    path(f"{DRAFT}reasons/", board.reasons, name="week_draft_reasons"),
    path(f"{DRAFT}changes/", board.changes, name="week_draft_changes"),
    path(f"{DRAFT}trial/", moving.trial, name="week_draft_trial"),
    path(f"{DRAFT}moves/", moving.moves, name="week_draft_moves"),
    path(f"{DRAFT}moves/<int:number>/undo/", moving.undo, name="week_draft_undo"),
    path(f"{DRAFT}groups/", things.opening, name="week_draft_opening"),
    path(f"{DRAFT}groups/<str:group>/", things.group, name="week_draft_group"),
    path(f"{DRAFT}sessions/", things.single, name="week_draft_single"),
    path(f"{DRAFT}needs/", things.need, name="week_draft_need"),
    path(f"{DRAFT}publication/", publishing.publication, name="week_draft_publication"),
    path(f"{DRAFT}roster/", publishing.roster, name="week_draft_roster"),
    path(f"{DRAFT}questions/", asking.what_if, name="week_draft_what_if"),
    path(f"{DRAFT}repairs/", asking.repairs, name="week_draft_repairs"),
    path(f"{DRAFT}repairs/<uuid:question_id>/", repairing.repair, name="week_draft_repair"),
]
