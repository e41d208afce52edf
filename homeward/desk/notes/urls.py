"""Addresses of notes."""

from django.urls import path

from homeward.desk.notes import views

urlpatterns = [
    path("clients/<uuid:client_id>/notes/", views.chart_notes, name="chart_notes"),
    path("notes/<uuid:note_id>/", views.note, name="note"),
    path("notes/<uuid:note_id>/signature/", views.signature, name="note_signature"),
    path("notes/<uuid:note_id>/names/", views.names, name="note_names"),
    path("notes/<uuid:note_id>/cosignature/", views.cosignature, name="note_cosignature"),
    path("notes/<uuid:note_id>/addenda/", views.addenda, name="note_addenda"),
]
