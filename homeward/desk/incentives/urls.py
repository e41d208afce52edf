"""Addresses of incentives."""

from django.urls import path

from homeward.desk.incentives import client_views, setup_views, stock_views

_OF = "clients/<uuid:client_id>/incentives/"
_STOCK = "incentives/stock/<uuid:stock_id>/"
_SETUP = "setup/incentives/<uuid:protocol_id>/"
urlpatterns = [
    path("setup/incentives/", setup_views.protocols, name="setup_incentives"),
    path(f"{_SETUP}adoption/", setup_views.adoption, name="setup_incentive_adoption"),
    path(f"{_SETUP}end/", setup_views.end, name="setup_incentive_end"),
    path("incentives/", stock_views.incentives, name="incentives"),
    path("incentives/month/", stock_views.month, name="incentives_month"),
    path("incentives/stock/", stock_views.new_stock, name="incentive_stock"),
    path(
        "incentives/stock/<uuid:stock_id>/delivery/",
        stock_views.delivery,
        name="incentive_delivery",
    ),
    path(f"{_STOCK}count/", stock_views.count, name="incentive_count"),
    path("incentives/second/<uuid:proposal_id>/", stock_views.second, name="incentive_second"),
    path(
        "incentives/earned/<uuid:posting_id>/correction/",
        client_views.correction,
        name="incentive_correction",
    ),
    path(_OF, client_views.chart_incentives, name="chart_incentives"),
    path(f"{_OF}taking-part/", client_views.taking_part, name="incentive_course"),
    path(f"{_OF}activity/", client_views.activity, name="incentive_activity"),
    path(f"{_OF}hand-over/", client_views.hand_over, name="incentive_hand_over"),
    path(f"{_OF}void/", client_views.void, name="incentive_void"),
]
