"""Addresses of the legal desk."""

from django.urls import path

from homeward.desk.legal import views

urlpatterns = [
    path("legal/", views.legal_requests, name="legal_requests"),
    path("legal/script/", views.legal_script, name="legal_script"),
    path("legal/<uuid:legal_request_id>/", views.legal_request, name="legal_request"),
    path("legal/<uuid:legal_request_id>/client/", views.legal_link, name="legal_link"),
    path("legal/<uuid:legal_request_id>/paper/", views.legal_paper_new, name="legal_paper_new"),
    path("legal/<uuid:legal_request_id>/propose/", views.legal_propose, name="legal_propose"),
    path("legal/<uuid:legal_request_id>/close/", views.legal_close, name="legal_close"),
    path("legal/papers/<uuid:instrument_id>/verify/", views.legal_verify, name="legal_verify"),
    path("legal/releases/<uuid:release_id>/", views.legal_release, name="legal_release"),
]
