"""Addresses of the specimens."""

from django.urls import path

from homeward.core.design import views

app_name = "design"
urlpatterns = [
    path("", views.specimens, name="specimens"),
    path("find/", views.find, name="find"),
    path("<slug:name>/", views.scene, name="scene"),
]
