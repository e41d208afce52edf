"""Addresses of plans."""

from django.urls import path

from homeward.desk.plans import views

urlpatterns = [
    path("clients/<uuid:client_id>/plan/", views.chart_plan, name="chart_plan"),
    path("episodes/<uuid:episode_id>/plans/", views.plan_start, name="plan_start"),
    path("plans/<uuid:plan_id>/parts/", views.plan_parts, name="plan_parts"),
    path("plans/<uuid:plan_id>/threads/", views.plan_threads, name="plan_threads"),
    path(
        "plans/<uuid:plan_id>/threads/<uuid:problem_id>/removal/",
        views.plan_thread_removal,
        name="plan_thread_removal",
    ),
    path(
        "plans/<uuid:plan_id>/signatures/<slug:meaning>/",
        views.plan_signature,
        name="plan_signature",
    ),
    path("plans/<uuid:plan_id>/cosignature/", views.plan_cosignature, name="plan_cosignature"),
    path("plans/<uuid:plan_id>/review/", views.plan_review, name="plan_review"),
]
