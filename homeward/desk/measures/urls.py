"""Addresses of questionnaires."""

from django.urls import path

from homeward.desk.measures import views

_ASKED = "clients/<uuid:client_id>/questionnaires/<slug:instrument>/"
_SCALE = "clients/<uuid:client_id>/nursing/<slug:scale>/"

urlpatterns = [
    path(_ASKED, views.questionnaire, name="questionnaire"),
    path(f"{_ASKED}item/", views.questionnaire_item, name="questionnaire_item"),
    path(f"{_ASKED}paper/", views.questionnaire_paper, name="questionnaire_paper"),
    path(f"{_ASKED}blank/", views.questionnaire_blank, name="questionnaire_blank"),
    path(_SCALE, views.nursing_scale, name="nursing_scale"),
    path(f"{_SCALE}item/", views.nursing_scale_item, name="nursing_scale_item"),
    path("responses/<uuid:response_id>/", views.response, name="response"),
]
