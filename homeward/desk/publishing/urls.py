"""Addresses of the public words' staff pages."""

from django.urls import path

from homeward.desk.publishing import questions, views

PAGE = "public-pages/<slug:page>/<slug:language>"
urlpatterns = [
    path("public-pages/", views.public_pages, name="public_pages"),
    path("public-pages/<slug:page>/", views.public_page, name="public_page"),
    path(f"{PAGE}/draft/", views.draft, name="public_page_draft"),
    path(f"{PAGE}/draft/grade/", views.draft_grade, name="public_page_grade"),
    path(f"{PAGE}/draft/publication/", views.publication, name="public_page_publication"),
    path(f"{PAGE}/draft/removal/", views.removal, name="public_page_removal"),
    path(f"{PAGE}/history/", views.history, name="public_page_history"),
    path(f"{PAGE}/restoration/", views.restoration, name="public_page_restoration"),
    path(f"{PAGE}/confirmation/", views.confirmation, name="public_page_confirmation"),
    path(f"{PAGE}/newer-text/", views.newer_text, name="public_page_newer_text"),
    path("public-questions/", questions.public_questions, name="public_questions"),
    path("public-questions/<uuid:question_id>/", questions.public_question, name="public_question"),
    path(
        "public-questions/<uuid:question_id>/publication/",
        questions.publication,
        name="public_question_publication",
    ),
    path(
        "public-questions/<uuid:question_id>/refusal/",
        questions.refusal,
        name="public_question_refusal",
    ),
    path(
        "public-questions/<uuid:question_id>/vouching/",
        questions.vouching,
        name="public_question_vouching",
    ),
    path(
        "public-questions/<uuid:question_id>/withdrawal/",
        questions.withdrawal,
        name="public_question_withdrawal",
    ),
]
