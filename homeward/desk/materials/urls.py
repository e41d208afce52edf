"""Addresses of the materials."""

from django.urls import path

from homeward.desk.materials import session_views, views, writing

ONE = "materials/<uuid:topic_id>/<slug:material_kind>/<slug:language>/"
urlpatterns = [
    path("materials/", views.library, name="materials"),
    path("materials/versions/<uuid:wording_id>/", views.version, name="material_version"),
    path(
        "materials/versions/<uuid:wording_id>/use/",
        writing.publication,
        name="material_publication",
    ),
    path("materials/versions/<uuid:wording_id>/removal/", writing.removal, name="material_removal"),
    path("materials/own/<uuid:material_id>/", writing.own, name="material_own"),
    path("materials/<uuid:topic_id>/", views.topic, name="material_topic"),
    path(ONE, writing.draft, name="material_draft"),
    path(f"{ONE}look/", writing.look, name="material_look"),
    path(f"{ONE}history/", views.history, name="material_history"),
    path(
        "week/sessions/<uuid:session_id>/materials/",
        session_views.session_materials,
        name="session_materials",
    ),
    path(
        "week/sessions/<uuid:session_id>/materials/<uuid:wording_id>/",
        session_views.session_material_use,
        name="session_material_use",
    ),
    path("clients/<uuid:client_id>/topics/", views.client_topics, name="chart_topics"),
]
