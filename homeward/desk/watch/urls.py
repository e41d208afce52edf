"""Addresses of the audit page."""

from django.urls import path

from homeward.desk.watch import views

urlpatterns = [path("audit/", views.watch, name="audit")]
