"""Addresses of crisis steps, safety plans, crisis notes and the reporting aid."""

from django.urls import path

from homeward.desk.safety import crisis_views, note_views, plan_views, report_views

_OF = "clients/<uuid:client_id>/safety/"
_PLAN = "safety-plans/<uuid:plan_id>/"
urlpatterns = [
    path("crisis/", crisis_views.crisis, name="crisis"),
    path("crisis/<uuid:run_id>/", crisis_views.crisis_run, name="crisis_run"),
    path("crisis/<uuid:run_id>/who/", crisis_views.crisis_who, name="crisis_who"),
    path(_OF, plan_views.chart_safety, name="chart_safety"),
    path(f"{_OF}plan/", plan_views.safety_plan_start, name="safety_plan_start"),
    path(f"{_OF}looked-at/", plan_views.safety_plan_looked_at, name="safety_plan_looked_at"),
    path(_PLAN, plan_views.safety_plan, name="safety_plan"),
    path(f"{_PLAN}write/", plan_views.safety_plan_write, name="safety_plan_write"),
    path(f"{_PLAN}agree/", plan_views.safety_plan_agree, name="safety_plan_agree"),
    path(f"{_PLAN}aside/", plan_views.safety_plan_aside, name="safety_plan_aside"),
    path("crisis-notes/<uuid:note_id>/", note_views.crisis_note, name="crisis_note"),
    path("reporting/", report_views.report_aid, name="report_aid"),
    path("reporting/<uuid:decision_id>/", report_views.report_decision, name="report_decision"),
]
