"""Addresses of help with daily life, transfers, and the wall."""

from django.urls import path

from homeward.desk.linkage.views import client, lists, needs, transfers

_OF = "clients/<uuid:client_id>/support/"
_TRANSFER = "transfers/<uuid:transfer_id>/"
_REFERRAL = "support/referrals/<uuid:need_referral_id>/"
urlpatterns = [
    path("support/", lists.support, name="support"),
    path("support/figures/", lists.support_figures, name="support_figures"),
    path("support/wall/", lists.wall, name="community_wall"),
    path("support/needs/<uuid:need_id>/", needs.need, name="need"),
    path("support/needs/<uuid:need_id>/<slug:need_act>/", needs.need_turn, name="need_turn"),
    path(_REFERRAL, needs.need_referral, name="need_referral"),
    path(f"{_REFERRAL}consent/", needs.need_referral_consent, name="need_referral_consent"),
    path(f"{_REFERRAL}<slug:referral_act>/", needs.need_referral_turn, name="need_referral_turn"),
    path(
        "support/appointments/<uuid:outside_id>/<slug:visit_act>/",
        needs.visit_turn,
        name="visit_turn",
    ),
    path("support/stays/<uuid:stay_id>/end/", needs.stay_end, name="stay_end"),
    path(
        "support/job-goals/<uuid:work_goal_id>/<slug:work_act>/", needs.work_turn, name="work_turn"
    ),
    path("support/starts/<uuid:work_start_id>/check/", needs.work_check, name="work_check"),
    path("transfers/", transfers.transfers, name="transfers"),
    path(_TRANSFER, transfers.transfer, name="transfer"),
    path(f"{_TRANSFER}packet/", transfers.transfer_packet, name="transfer_packet"),
    path(f"{_TRANSFER}consent/", transfers.transfer_consent, name="transfer_consent"),
    path(f"{_TRANSFER}<slug:transfer_act>/", transfers.transfer_turn, name="transfer_turn"),
    path(_OF, client.chart_support, name="chart_support"),
    path(f"{_OF}<slug:help_matter>/", client.support_write, name="support_write"),
]
