"""Addresses of the sheets."""

from django.urls import path

from homeward.desk.prints import record_views, views

urlpatterns = [
    path("week/wall/", views.wall, name="print_wall"),
    path("week/mine/", views.mine, name="print_mine"),
    path("week/sign-in/", views.sign_in_day, name="print_sign_in_day"),
    path("week/sessions/<uuid:session_id>/sign-in/", views.sign_in, name="print_sign_in"),
    path("clients/<uuid:client_id>/papers/", record_views.papers, name="chart_papers"),
    path("papers/notes/<uuid:note_id>/", record_views.print_note, name="print_note"),
    path("papers/plans/<uuid:plan_id>/", record_views.print_plan, name="print_plan"),
    path("papers/reviews/<uuid:review_id>/", record_views.print_review, name="print_review"),
    path(
        "papers/plan-reviews/<uuid:plan_review_id>/",
        record_views.print_plan_review,
        name="print_plan_review",
    ),
]
