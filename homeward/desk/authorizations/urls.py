"""Addresses of the authorizations."""

from django.urls import path

from homeward.desk.authorizations import views

urlpatterns = [
    path("authorizations/", views.authorizations, name="authorizations"),
    path("authorizations/<uuid:authorization_id>/", views.authorization, name="authorization"),
    path(
        "authorizations/<uuid:authorization_id>/answer/",
        views.answer,
        name="authorization_answer",
    ),
    path("authorizations/<uuid:authorization_id>/end/", views.end, name="authorization_end"),
    path(
        "clients/<uuid:client_id>/authorizations/new/",
        views.request_new,
        name="authorization_new",
    ),
]
