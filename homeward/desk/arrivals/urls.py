"""Addresses of the door."""

from django.urls import path

from homeward.desk.arrivals import views

urlpatterns = [
    path("arrivals/", views.arrivals, name="arrivals"),
    path("arrivals/<uuid:seat_id>/", views.arrival, name="arrival"),
]
