"""Addresses of consents."""

from django.urls import path

from homeward.desk.consents import closing, drafting, guardians, signing, tablet, through, views

urlpatterns = [
    path("clients/<uuid:client_id>/consents/", views.chart_consents, name="chart_consents"),
    path(
        "clients/<uuid:client_id>/consents/<slug:kind>/signature/",
        views.consent_signature,
        name="consent_signature",
    ),
    path("clients/<uuid:client_id>/consents/new/", drafting.consent_new, name="consent_new"),
    path(
        "clients/<uuid:client_id>/consents/through/",
        through.consent_through,
        name="consent_through",
    ),
    path(
        "clients/<uuid:client_id>/consents/through/<uuid:exchange_id>/",
        through.consent_through_draft,
        name="consent_through_draft",
    ),
    path(
        "clients/<uuid:client_id>/consents/<slug:kind>/draft/",
        drafting.consent_draft,
        name="consent_draft",
    ),
    path("clients/<uuid:client_id>/consents/case-closed/", closing.case_closed, name="case_closed"),
    path("consents/<uuid:consent_id>/", views.consent, name="consent"),
    path("consents/tablet/", tablet.consent_tablet, name="consent_tablet"),
    path("consents/tablet/leave/", tablet.consent_tablet_leave, name="consent_tablet_leave"),
    path("consents/<uuid:consent_id>/sign/", signing.consent_sign, name="consent_sign"),
    path(
        "consents/<uuid:consent_id>/sign/<uuid:guardianship_id>/",
        signing.consent_sign,
        name="consent_sign_guardian",
    ),
    path("consents/<uuid:consent_id>/tablet/", tablet.consent_hand_over, name="consent_hand_over"),
    path("consents/<uuid:consent_id>/ink/", signing.consent_ink, name="consent_ink"),
    path("clients/<uuid:client_id>/guardians/", guardians.guardians, name="guardians"),
    path("clients/<uuid:client_id>/guardians/new/", guardians.guardian_new, name="guardian_new"),
    path("guardians/<uuid:guardianship_id>/end/", guardians.guardian_end, name="guardian_end"),
    path("consents/<uuid:consent_id>/offer/", drafting.consent_offer, name="consent_offer"),
    path("consents/<uuid:consent_id>/refusal/", drafting.consent_refusal, name="consent_refusal"),
    path(
        "consents/<uuid:consent_id>/revocation/",
        views.consent_revocation,
        name="consent_revocation",
    ),
]
