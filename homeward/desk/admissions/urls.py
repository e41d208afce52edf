"""Addresses of the way in."""

from django.urls import path

from homeward.desk.admissions import links  # noqa: F401 - registers itself
from homeward.desk.admissions.views import admission, case, inquiry, placement, questionnaire

urlpatterns = [
    path("admissions/", case.pipeline, name="admissions"),
    path("admissions/inquiry/", inquiry.inquiry, name="admissions_inquiry"),
    path("admissions/<uuid:inquiry_id>/", case.case, name="admissions_case"),
    path("admissions/<uuid:inquiry_id>/contacts/", case.contacts, name="admissions_contacts"),
    path("admissions/<uuid:inquiry_id>/closing/", case.closing, name="admissions_closing"),
    path("admissions/<uuid:inquiry_id>/screening/", inquiry.screening, name="admissions_screening"),
    path(
        "admissions/<uuid:inquiry_id>/appointment/", case.appointment, name="admissions_appointment"
    ),
    path("admissions/<uuid:inquiry_id>/benefits/", case.benefits, name="admissions_benefits"),
    path("admissions/<uuid:inquiry_id>/waiting/", case.waiting, name="admissions_waiting"),
    path(
        "admissions/<uuid:inquiry_id>/admission/", admission.admission, name="admissions_admission"
    ),
    path(
        "admissions/visits/<uuid:visit_id>/interview/",
        admission.interview,
        name="admissions_interview",
    ),
    path("admissions/visits/<uuid:visit_id>/missed/", case.missed, name="admissions_missed"),
    path(
        "clients/<uuid:client_id>/questionnaires/<slug:instrument>/",
        questionnaire.questionnaire,
        name="questionnaire",
    ),
    path(
        "clients/<uuid:client_id>/nursing/<slug:scale>/",
        questionnaire.nursing_scale,
        name="nursing_scale",
    ),
    path("responses/<uuid:response_id>/", questionnaire.response, name="response"),
    path("clients/<uuid:client_id>/placement/", placement.placement, name="placement"),
    path(
        "clients/<uuid:client_id>/placement/draft/",
        placement.placement_draft,
        name="placement_draft",
    ),
    path(
        "placements/<uuid:placement_id>/",
        placement.placement_record,
        name="placement_record",
    ),
    path(
        "placements/<uuid:placement_id>/decision/",
        placement.placement_decision,
        name="placement_decision",
    ),
    path(
        "placements/<uuid:placement_id>/holds/<slug:code>/release/",
        placement.placement_release,
        name="placement_release",
    ),
]
