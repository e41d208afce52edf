"""Addresses of duties."""

from django.urls import path

from homeward.desk.tasks import views

urlpatterns = [
    path("tasks/", views.tasks, name="tasks"),
    path("tasks/<uuid:task_id>/", views.task, name="task"),
]
