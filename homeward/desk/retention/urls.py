"""Addresses of signals and outreach."""

from django.urls import path

from homeward.desk.retention import outreach_views, views

OF_CLIENT = "clients/<uuid:client_id>"
urlpatterns = [
    path("signals/", views.signals, name="signals"),
    path("signals/<uuid:signal_id>/", views.signal, name="signal"),
    path("signals/<uuid:signal_id>/seen/", views.signal_seen, name="signal_seen"),
    path("signals/<uuid:signal_id>/aside/", views.signal_aside, name="signal_aside"),
    path("signals/<uuid:signal_id>/owner/", views.signal_owner, name="signal_owner"),
    path(f"{OF_CLIENT}/signals/", views.chart_signals, name="chart_signals"),
    path(f"{OF_CLIENT}/life-changes/", views.life_change, name="life_change"),
    path(f"{OF_CLIENT}/own-dates/", views.own_date, name="own_date"),
    path(f"{OF_CLIENT}/told/<uuid:told_id>/back/", views.told_back, name="told_back"),
    path("outreach/", outreach_views.outreach_list, name="outreach_list"),
    path("outreach/<uuid:mark_id>/", outreach_views.outreach, name="outreach"),
]
