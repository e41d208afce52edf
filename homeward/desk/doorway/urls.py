"""Addresses of getting in, in a client's record."""

from django.urls import path

from homeward.desk.doorway import views

CLIENT = "clients/<uuid:client_id>/doorway/"
urlpatterns = [
    path(CLIENT, views.doorway, name="chart_doorway"),
    path(f"{CLIENT}card/", views.card, name="doorway_card"),
    path(f"{CLIENT}lost-phone/", views.lost, name="doorway_lost"),
    path(f"{CLIENT}identity/", views.identity, name="doorway_identity"),
    path(f"{CLIENT}people/<uuid:contact_id>/", views.invitation, name="doorway_invitation"),
    path("doorways/<uuid:doorway_id>/end/", views.end, name="doorway_end"),
]
