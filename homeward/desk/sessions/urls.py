"""Addresses of one session's page."""

from django.urls import path

from homeward.desk.sessions import views

urlpatterns = [
    path("week/sessions/<uuid:session_id>/", views.session, name="session"),
    path("week/sessions/<uuid:session_id>/leader/", views.leader, name="session_leader"),
    path("week/sessions/<uuid:session_id>/place/", views.place, name="session_place"),
    path("week/sessions/<uuid:session_id>/link/", views.link, name="session_link"),
    path("week/sessions/<uuid:session_id>/cancel/", views.cancel, name="session_cancel"),
]
