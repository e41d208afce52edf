"""Addresses of the assessment."""

from django.urls import path

from homeward.desk.assessments import links  # noqa: F401 - registers itself
from homeward.desk.assessments.views import interview, record

urlpatterns = [
    path("clients/<uuid:client_id>/assessments/", record.client_assessments, name="assessments"),
    path("assessments/<uuid:assessment_id>/", record.assessment, name="assessment"),
    path(
        "assessments/<uuid:assessment_id>/pages/<slug:domain>/",
        interview.page,
        name="assessment_page",
    ),
    path(
        "assessments/<uuid:assessment_id>/pages/<slug:domain>/draft/",
        interview.draft,
        name="assessment_draft",
    ),
    path(
        "assessments/<uuid:assessment_id>/signature/",
        record.signature,
        name="assessment_signature",
    ),
    path(
        "assessments/<uuid:assessment_id>/cosignature/",
        record.cosignature,
        name="assessment_cosignature",
    ),
    path("assessments/<uuid:assessment_id>/addenda/", record.addenda, name="assessment_addenda"),
]
