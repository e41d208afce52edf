"""Addresses of downtime."""

from django.urls import path

from homeward.desk.downtime import paper_views, views

urlpatterns = [
    path("downtime/", views.packs, name="downtime"),
    path("downtime/packs/<uuid:pack_id>/", views.pack, name="downtime_pack"),
    path("downtime/sites/<uuid:site_id>/passphrase/", views.passphrase, name="downtime_passphrase"),
    path("paper/", paper_views.paper, name="paper_entries"),
    path("paper/<uuid:session_id>/", paper_views.keying, name="paper_keying"),
    path("paper/entries/<uuid:paper_id>/", paper_views.taking, name="paper_taking"),
]
