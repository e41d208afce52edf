"""Addresses of getting in; they stand outside of the pages they lead to."""

from django.urls import path

from homeward.portal.views import coming_in

app_name = "door"
urlpatterns = [
    path("", coming_in.enter, name="enter"),
    path("card/", coming_in.card, name="card"),
    path("again/", coming_in.again, name="again"),
    path("choose/", coming_in.choose, name="choose"),
]
