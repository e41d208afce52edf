"""Addresses of the week board."""

from django.urls import path

from homeward.desk.week import publishing, views

urlpatterns = [
    path("week/", views.week, name="week"),
    path("week/plan/", views.plan, name="week_plan"),
    path("week/<uuid:week_id>/publication/", publishing.publication, name="week_publication"),
]
