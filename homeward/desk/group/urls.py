"""Addresses of the group room."""

from django.urls import path

from homeward.desk.group import around_views, views

urlpatterns = [
    path("sessions/<uuid:session_id>/", views.room, name="group_room"),
    path("sessions/<uuid:session_id>/attendance/", views.attendance, name="group_attendance"),
    path(
        "sessions/<uuid:session_id>/clients/<uuid:client_id>/draft/",
        views.draft,
        name="group_draft",
    ),
    path(
        "sessions/<uuid:session_id>/clients/<uuid:client_id>/observation/",
        around_views.observation,
        name="group_observation",
    ),
    path("sessions/<uuid:session_id>/scribe/", around_views.scribe, name="group_scribe"),
    path(
        "sessions/<uuid:session_id>/scribe/end/", around_views.scribe_end, name="group_scribe_end"
    ),
    path("short-forms/", around_views.short_forms, name="short_forms"),
    path("short-forms/<uuid:short_form_id>/", around_views.short_form_drop, name="short_form_drop"),
    path("sessions/<uuid:session_id>/shared/", views.shared, name="group_shared"),
    path("sessions/<uuid:session_id>/register/", views.register, name="group_register"),
    path("sessions/<uuid:session_id>/review/", views.review, name="group_review"),
    path("sessions/<uuid:session_id>/ending/", views.ending, name="group_ending"),
    path("sessions/<uuid:session_id>/cancellation/", views.cancellation, name="group_cancellation"),
]
