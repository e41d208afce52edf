"""Addresses of the public pages."""

from django.urls import path

from homeward.website import views

app_name = "website"
urlpatterns = [
    path("", views.home, name="home"),
    path("what-happens-here/", views.program, name="program"),
    path("paying/", views.paying, name="paying"),
    path("privacy/", views.privacy, name="privacy"),
    path("ask/", views.ask, name="ask"),
    path("ask/thanks/", views.thanks, name="thanks"),
]
