"""Addresses of the first page."""

from django.urls import path
from django.views.generic.base import RedirectView

from homeward.core.actors import STAFF
from homeward.core.policies import open_to
from homeward.desk.today import views

urlpatterns = [
    path("", open_to((STAFF,))(RedirectView.as_view(pattern_name="desk:today")), name="home"),
    path("today/", views.today, name="today"),
]
