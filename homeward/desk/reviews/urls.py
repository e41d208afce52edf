"""Addresses of the review room."""

from django.urls import path

from homeward.desk.reviews import views

urlpatterns = [
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/<uuid:review_id>/", views.review, name="review"),
    path("outreach/", views.outreach_list, name="outreach_list"),
    path("outreach/<uuid:mark_id>/", views.outreach, name="outreach"),
]
