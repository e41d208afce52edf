"""Addresses of the benefits pages."""

from django.urls import path

from homeward.desk.benefits import views

urlpatterns = [
    path("benefits/", views.to_ask, name="benefits_to_ask"),
    path("benefits/inquiries/<uuid:inquiry_id>/", views.of_inquiry, name="benefits_of_inquiry"),
    path("clients/<uuid:client_id>/benefits/", views.benefits, name="benefits"),
    path("clients/<uuid:client_id>/benefits/check/", views.check, name="benefits_check"),
    path("clients/<uuid:client_id>/benefits/fee/", views.fee, name="benefits_fee"),
    path("clients/<uuid:client_id>/benefits/estimate/", views.estimate, name="benefits_estimate"),
]
