"""Addresses of the caseload."""

from django.urls import path

from homeward.desk.clients import views

urlpatterns = [
    path("clients/", views.clients, name="clients"),
    path("clients/find/", views.find, name="find"),
]
