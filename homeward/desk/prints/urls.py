"""Addresses of the sheets."""

from django.urls import path

from homeward.desk.prints import views

urlpatterns = [
    path("week/wall/", views.wall, name="print_wall"),
    path("week/mine/", views.mine, name="print_mine"),
    path("week/sign-in/", views.sign_in_day, name="print_sign_in_day"),
    path("week/sessions/<uuid:session_id>/sign-in/", views.sign_in, name="print_sign_in"),
]
