"""Addresses of the hours page."""

from django.urls import path

from homeward.desk.guard import views

urlpatterns = [
    path("hours/", views.guard, name="guard"),
    path("hours/<uuid:client_id>/offers/", views.offers, name="guard_offers"),
    path("offers/<uuid:offer_id>/answer/", views.answer, name="offer_answer"),
]
