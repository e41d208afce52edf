"""Addresses of plans."""

from django.urls import path

from homeward.desk.plans import links  # noqa: F401 - registers itself
from homeward.desk.plans.views import parts, reviewing, signing, tab, writing

urlpatterns = [
    path("clients/<uuid:client_id>/plan/", tab.chart_plan, name="chart_plan"),
    path("clients/<uuid:client_id>/plan/thread/", tab.chart_thread, name="chart_thread"),
    path("episodes/<uuid:episode_id>/plans/", writing.plan_start, name="plan_start"),
    path("plans/<uuid:plan_id>/amendment/", writing.plan_amendment, name="plan_amendment"),
    path("plans/<uuid:plan_id>/changes/", tab.plan_changes, name="plan_changes"),
    path("plans/<uuid:plan_id>/sharing/", signing.plan_sharing, name="plan_sharing"),
    path("plans/<uuid:plan_id>/parts/", writing.plan_parts, name="plan_parts"),
    path("plans/<uuid:plan_id>/threads/", writing.plan_threads, name="plan_threads"),
    path(
        "plans/<uuid:plan_id>/threads/<uuid:problem_id>/removal/",
        writing.plan_thread_removal,
        name="plan_thread_removal",
    ),
    path(
        "plans/<uuid:plan_id>/problems/<uuid:problem_id>/",
        parts.plan_problem,
        name="plan_problem",
    ),
    path(
        "plans/<uuid:plan_id>/problems/<uuid:problem_id>/objectives/",
        parts.plan_objective_new,
        name="plan_objective_new",
    ),
    path(
        "plans/<uuid:plan_id>/objectives/<uuid:objective_id>/",
        parts.plan_objective,
        name="plan_objective",
    ),
    path(
        "plans/<uuid:plan_id>/objectives/<uuid:objective_id>/removal/",
        parts.plan_objective_removal,
        name="plan_objective_removal",
    ),
    path(
        "plans/<uuid:plan_id>/objectives/<uuid:objective_id>/interventions/",
        parts.plan_intervention_new,
        name="plan_intervention_new",
    ),
    path(
        "plans/<uuid:plan_id>/interventions/<uuid:intervention_id>/",
        parts.plan_intervention,
        name="plan_intervention",
    ),
    path(
        "plans/<uuid:plan_id>/interventions/<uuid:intervention_id>/removal/",
        parts.plan_intervention_removal,
        name="plan_intervention_removal",
    ),
    path(
        "plans/<uuid:plan_id>/signatures/<slug:meaning>/",
        signing.plan_signature,
        name="plan_signature",
    ),
    path("plans/<uuid:plan_id>/cosignature/", signing.plan_cosignature, name="plan_cosignature"),
    path("plans/<uuid:plan_id>/review/", reviewing.plan_review, name="plan_review"),
    path("plans/<uuid:plan_id>/continued-stay/", reviewing.plan_stay, name="plan_stay"),
    path("plan-comments/<uuid:comment_id>/answer/", signing.plan_answer, name="plan_answer"),
    path("plan-reviews/<uuid:review_id>/", tab.plan_reviewed, name="plan_reviewed"),
]
