"""Addresses of the week board."""

from django.urls import path

from homeward.desk.week import views

urlpatterns = [
    path("week/", views.week, name="week"),
    path("week/plan/", views.plan, name="week_plan"),
    path("week/<uuid:week_id>/publication/", views.publication, name="week_publication"),
]
