"""Addresses of the review room."""

from django.urls import path

from homeward.desk.reviews import calls, denials, meeting, replays, views

urlpatterns = [
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/meeting/", meeting.review_meeting, name="review_meeting"),
    path(
        "reviews/meeting/<uuid:review_id>/",
        meeting.review_meeting_card,
        name="review_meeting_card",
    ),
    path("reviews/replay/", replays.review_replay, name="review_replay"),
    path("reviews/<uuid:review_id>/", views.review, name="review"),
    path("clients/<uuid:client_id>/review-event/", views.review_event, name="review_event"),
    path("clients/<uuid:client_id>/reviewer-call/", calls.reviewer_call, name="reviewer_call"),
    path("denials/<uuid:denial_id>/", denials.denial, name="denial"),
    path("denials/<uuid:denial_id>/step/", denials.denial_step, name="denial_step"),
]
