"""Addresses of the ledger, of telling, and of limits."""

from django.urls import path

from homeward.desk.disclosures import agencies, approvals, exchanges, limits, lists, parties, views

urlpatterns = [
    path("clients/<uuid:client_id>/disclosures/", views.disclosures, name="disclosures"),
    path("clients/<uuid:client_id>/disclosures/new/", views.disclosure_new, name="disclosure_new"),
    path("disclosures/<uuid:disclosure_id>/", views.disclosure, name="disclosure"),
    path(
        "disclosures/<uuid:disclosure_id>/answer/",
        views.disclosure_answer,
        name="disclosure_answer",
    ),
    path(
        "clients/<uuid:client_id>/emergency-disclosure/",
        views.emergency_disclosure,
        name="emergency_disclosure",
    ),
    path("clients/<uuid:client_id>/limits/", limits.limits, name="limits"),
    path("clients/<uuid:client_id>/limits/new/", limits.limit_new, name="limit_new"),
    path("limits/<uuid:restriction_id>/answer/", limits.limit_answer, name="limit_answer"),
    path("clients/<uuid:client_id>/safety-flags/new/", limits.flag_new, name="flag_new"),
    path("safety-flags/<uuid:flag_id>/lift/", limits.flag_lift, name="flag_lift"),
    path("outside/", parties.parties, name="parties"),
    path("outside/new/", parties.party_new, name="party_new"),
    path("outside/<uuid:party_id>/agreement/", parties.agreement_new, name="agreement_new"),
    path(
        "outside/<uuid:exchange_id>/members/",
        exchanges.exchange_members,
        name="exchange_members",
    ),
    path(
        "outside/members/<uuid:participation_id>/end/",
        exchanges.exchange_member_end,
        name="exchange_member_end",
    ),
    path("outside/approvals/", approvals.approvals, name="approvals"),
    path("outside/approvals/new/", approvals.approval_new, name="approval_new"),
    path("outside/approvals/<uuid:approval_id>/end/", approvals.approval_end, name="approval_end"),
    path("clients/<uuid:client_id>/exchange-lists/", lists.exchange_lists, name="exchange_lists"),
    path("exchange-lists/<uuid:asked_id>/answer/", lists.exchange_list, name="exchange_list"),
    path("agency-asks/<uuid:agency_ask_id>/", agencies.agency_ask, name="agency_ask"),
    path("legal/outside/new/", parties.legal_party_new, name="legal_party_new"),
]
