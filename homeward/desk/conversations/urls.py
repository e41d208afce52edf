"""Addresses of messages at the desk."""

from django.urls import path

from homeward.desk.conversations import desk_words, views

ONE = "messages/<uuid:conversation_id>/"
OUTSIDE = "messages/outside/<uuid:outside_conversation_id>/"
urlpatterns = [
    path("clients/<uuid:client_id>/short-message/", desk_words.desk_word, name="desk_word"),
    path("messages/", views.conversations, name="conversations"),
    path(ONE, views.conversation, name="conversation"),
    path(f"{ONE}draft/", views.conversation_draft, name="conversation_draft"),
    path(f"{ONE}over/", views.conversation_over, name="conversation_over"),
    path(f"{ONE}settled/", views.conversation_settle, name="conversation_settle"),
    path(OUTSIDE, views.outside_conversation, name="outside_conversation"),
    path(f"{OUTSIDE}draft/", views.outside_draft, name="outside_draft"),
    path(f"{OUTSIDE}over/", views.outside_over, name="outside_over"),
    path(f"{OUTSIDE}settled/", views.outside_settle, name="outside_settle"),
    path("messages/said/<uuid:said_id>/back/", views.conversation_back, name="conversation_back"),
    path(
        "messages/outside/said/<uuid:outside_said_id>/back/",
        views.outside_back,
        name="outside_back",
    ),
    path("messages/files/<uuid:attachment_id>/", views.conversation_file, name="conversation_file"),
    path("clients/<uuid:client_id>/messages/", views.client_messages, name="client_messages"),
]
