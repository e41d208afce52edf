"""Addresses of the group room."""

from django.urls import path

from homeward.desk.group import views

urlpatterns = [
    path("sessions/<uuid:session_id>/", views.room, name="group_room"),
    path("sessions/<uuid:session_id>/attendance/", views.attendance, name="group_attendance"),
    path(
        "sessions/<uuid:session_id>/clients/<uuid:client_id>/draft/",
        views.draft,
        name="group_draft",
    ),
    path("sessions/<uuid:session_id>/shared/", views.shared, name="group_shared"),
    path("sessions/<uuid:session_id>/register/", views.register, name="group_register"),
    path("sessions/<uuid:session_id>/review/", views.review, name="group_review"),
    path("sessions/<uuid:session_id>/cancellation/", views.cancellation, name="group_cancellation"),
]
