"""Addresses of counseling notes."""

from django.urls import path

from homeward.desk.counseling import views

urlpatterns = [
    path("clients/<uuid:client_id>/own-notes/", views.notes, name="counseling_notes"),
    path(
        "clients/<uuid:client_id>/own-notes/<uuid:counseling_note_id>/",
        views.note,
        name="counseling_note",
    ),
    path(
        "clients/<uuid:client_id>/own-notes/<uuid:counseling_note_id>/close/",
        views.close,
        name="counseling_close",
    ),
]
