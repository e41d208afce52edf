"""Addresses of what relatives tell the team, family nights, and family sessions."""

from django.urls import path

from homeward.desk.families import chart_views, line_views, night_views

urlpatterns = [
    path("family/words/", line_views.family_words, name="family_words"),
    path("family/words/<uuid:word_id>/", line_views.family_word, name="family_word"),
    path("family/line/", line_views.family_line, name="family_line"),
    path("family/line/<uuid:sent_id>/", line_views.family_sent, name="family_sent"),
    path("family/line/<uuid:sent_id>/place/", line_views.sent_place, name="family_sent_place"),
    path("family/nights/", night_views.house_nights, name="house_nights"),
    path("family/nights/<uuid:night_id>/off/", night_views.house_night_off, name="house_night_off"),
    path("family/asks/<uuid:ask_id>/", chart_views.family_ask, name="family_ask"),
    path("clients/<uuid:client_id>/family/", chart_views.chart_family, name="chart_family"),
    path(
        "clients/<uuid:client_id>/family/session/",
        chart_views.family_booking,
        name="family_booking",
    ),
]
