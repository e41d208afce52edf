"""Addresses of what devices without a network kept."""

from django.urls import path

from homeward.desk.offline import views

urlpatterns = [
    path("kept-offline/", views.waiting, name="offline_waiting"),
    path("kept-offline/key/", views.key, name="offline_key"),
    path("kept-offline/entries/", views.entries, name="offline_entries"),
    path("kept-offline/<uuid:entry_id>/", views.settle, name="offline_settle"),
]
