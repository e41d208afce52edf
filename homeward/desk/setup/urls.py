"""Addresses of program setup."""

from django.urls import path

from homeward.desk.setup import desk_texts, formats, laboratories, telehealth, views

urlpatterns = [
    path("setup/", views.setup, name="setup"),
    path("setup/numbers/", views.numbers, name="setup_numbers"),
    path("setup/questionnaires/", views.questionnaires, name="setup_questionnaires"),
    path("setup/note-formats/", formats.note_formats, name="setup_formats"),
    path("setup/laboratories/", laboratories.laboratories, name="setup_laboratories"),
    path("setup/desk-texts/", desk_texts.desk_texts, name="setup_desk_texts"),
    path("setup/telehealth/", telehealth.telehealth, name="setup_telehealth"),
    path("setup/numbers/adoption/", views.adoption, name="setup_adoption"),
    path(
        "setup/numbers/<uuid:number_id>/adoption/",
        views.number_adoption,
        name="setup_number_adoption",
    ),
    path(
        "setup/deadlines/<uuid:deadline_id>/adoption/",
        views.deadline_adoption,
        name="setup_deadline_adoption",
    ),
]
