"""Addresses of the way in."""

from django.urls import path

from homeward.desk.admissions import links  # noqa: F401 - registers itself
from homeward.desk.admissions.views import (
    admission,
    callers,
    case,
    gates,
    inquiry,
    placement,
    placement_decisions,
    waiting,
)

urlpatterns = [
    path("admissions/", case.pipeline, name="admissions"),
    path("admissions/inquiry/", inquiry.inquiry, name="admissions_inquiry"),
    path("admissions/inquiry/draft/", inquiry.inquiry_draft, name="admissions_inquiry_draft"),
    path("admissions/inquiry/live/", inquiry.inquiry_live, name="admissions_inquiry_live"),
    path("admissions/callers/", callers.callers, name="admissions_callers"),
    path("admissions/messages/", callers.waiting_messages, name="admissions_messages"),
    path("admissions/messages/<uuid:message_id>/", callers.message, name="admissions_message"),
    path("admissions/wait-list/", waiting.wait_list, name="admissions_waitlist"),
    path("admissions/figures/", waiting.figures, name="admissions_figures"),
    path("admissions/reminders/<uuid:reminder_id>/", waiting.reminder, name="admissions_reminder"),
    path("admissions/notices/<uuid:notice_id>/", waiting.notice, name="admissions_notice"),
    path("admissions/holds/<uuid:hold_id>/release/", gates.release, name="admissions_release"),
    path("admissions/<uuid:inquiry_id>/interim/", waiting.interim, name="admissions_interim"),
    path("admissions/<uuid:inquiry_id>/reached/", waiting.reached, name="admissions_reached"),
    path("admissions/<uuid:inquiry_id>/gates/", gates.medical_screening, name="admissions_gates"),
    path(
        "admissions/<uuid:inquiry_id>/gates/draft/",
        gates.medical_draft,
        name="admissions_gates_draft",
    ),
    path(
        "admissions/<uuid:inquiry_id>/gates/live/",
        gates.medical_live,
        name="admissions_gates_live",
    ),
    path("admissions/<uuid:inquiry_id>/plan/", gates.interim_plan, name="admissions_interim_plan"),
    path(
        "clients/<uuid:client_id>/medical-screening/", gates.nursing_screening, name="nursing_gates"
    ),
    path(
        "clients/<uuid:client_id>/medical-screening/draft/",
        gates.nursing_draft,
        name="nursing_gates_draft",
    ),
    path(
        "clients/<uuid:client_id>/medical-screening/live/",
        gates.nursing_live,
        name="nursing_gates_live",
    ),
    path("clients/<uuid:client_id>/capacity/", gates.capacity, name="capacity_to_sign"),
    path("admissions/<uuid:inquiry_id>/", case.case, name="admissions_case"),
    path("admissions/<uuid:inquiry_id>/contacts/", case.contacts, name="admissions_contacts"),
    path("admissions/<uuid:inquiry_id>/closing/", case.closing, name="admissions_closing"),
    path("admissions/<uuid:inquiry_id>/screening/", inquiry.screening, name="admissions_screening"),
    path(
        "admissions/<uuid:inquiry_id>/appointment/", case.appointment, name="admissions_appointment"
    ),
    path("admissions/<uuid:inquiry_id>/waiting/", case.waiting, name="admissions_waiting"),
    path(
        "admissions/<uuid:inquiry_id>/admission/", admission.admission, name="admissions_admission"
    ),
    path("admissions/visits/<uuid:visit_id>/missed/", case.missed, name="admissions_missed"),
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
        "clients/<uuid:client_id>/placement/external/",
        placement_decisions.placement_external,
        name="placement_external",
    ),
    path(
        "placements/<uuid:placement_id>/changes/",
        placement_decisions.placement_changes,
        name="placement_changes",
    ),
    path(
        "placements/<uuid:placement_id>/stay/",
        placement_decisions.placement_stay,
        name="placement_stay",
    ),
    path(
        "placements/<uuid:placement_id>/decision/",
        placement_decisions.placement_decision,
        name="placement_decision",
    ),
    path(
        "placements/<uuid:placement_id>/holds/<slug:code>/release/",
        placement_decisions.placement_release,
        name="placement_release",
    ),
]
