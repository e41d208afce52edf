"""Addresses of the directory's staff pages."""

from django.urls import path

from homeward.desk.directory import sheet_views, views

urlpatterns = [
    path("directory/", views.directory, name="directory"),
    path("directory/new/", views.new_service, name="directory_new"),
    path("directory/file/", sheet_views.sheet, name="directory_sheet"),
    path("directory/file/taken/", sheet_views.sheet_taken, name="directory_sheet_taken"),
    path("directory/places.csv", sheet_views.export, name="directory_export"),
    path("directory/<uuid:service_id>/", views.service, name="directory_service"),
    path("directory/<uuid:service_id>/edit/", views.edit_service, name="directory_edit"),
    path("directory/<uuid:service_id>/check/", views.check_service, name="directory_check"),
    path("directory/<uuid:service_id>/retire/", views.retire, name="directory_retire"),
    path("directory/<uuid:service_id>/restore/", views.restore, name="directory_restore"),
]
