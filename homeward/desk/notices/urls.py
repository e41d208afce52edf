"""Addresses of notices."""

from django.urls import path

from homeward.desk.notices import views

urlpatterns = [
    path("clients/<uuid:client_id>/notices/", views.notices, name="notices"),
    path("clients/<uuid:client_id>/notices/new/", views.notice_new, name="notice_new"),
    path("clients/<uuid:client_id>/notices/choice/", views.contact_choice, name="contact_choice"),
]
