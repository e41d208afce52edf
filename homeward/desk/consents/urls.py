"""Addresses of consents."""

from django.urls import path

from homeward.desk.consents import views

urlpatterns = [
    path("clients/<uuid:client_id>/consents/", views.chart_consents, name="chart_consents"),
    path(
        "clients/<uuid:client_id>/consents/<slug:kind>/signature/",
        views.consent_signature,
        name="consent_signature",
    ),
    path("consents/<uuid:consent_id>/", views.consent, name="consent"),
    path(
        "consents/<uuid:consent_id>/revocation/",
        views.consent_revocation,
        name="consent_revocation",
    ),
]
