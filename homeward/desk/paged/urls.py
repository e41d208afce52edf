"""The address of the strip."""

from django.urls import path

from homeward.desk.paged import views

urlpatterns = [path("paged/", views.paged, name="paged")]
