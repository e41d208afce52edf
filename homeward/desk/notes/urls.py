"""Addresses of notes."""

from django.urls import path

from homeward.desk.notes import correcting, cosigning, views

urlpatterns = [
    path("clients/<uuid:client_id>/notes/", views.chart_notes, name="chart_notes"),
    path("notes/cosign/", cosigning.queue, name="note_cosign_queue"),
    path("notes/aside/", correcting.asides, name="note_asides"),
    path("notes/<uuid:note_id>/", views.note, name="note"),
    path("notes/<uuid:note_id>/signature/", views.signature, name="note_signature"),
    path("notes/<uuid:note_id>/names/", views.names, name="note_names"),
    path("notes/<uuid:note_id>/cosignature/", views.cosignature, name="note_cosignature"),
    path("notes/<uuid:note_id>/addenda/", views.addenda, name="note_addenda"),
    path(
        "notes/<uuid:note_id>/addenda/draft/",
        correcting.addendum_draft,
        name="note_addendum_draft",
    ),
    path("notes/<uuid:note_id>/verification/", correcting.verification, name="note_verification"),
    path("notes/<uuid:note_id>/void/", correcting.void, name="note_void"),
    path("notes/<uuid:note_id>/deletion/", correcting.deletion, name="note_deletion"),
    path("notes/<uuid:note_id>/restoration/", correcting.restoration, name="note_restoration"),
    path("notes/<uuid:note_id>/anew/", correcting.anew, name="note_anew"),
    path("notes/<uuid:note_id>/word/", correcting.word, name="note_word"),
    path("notes/<uuid:note_id>/words/<uuid:words_id>/", correcting.words, name="note_words"),
]
