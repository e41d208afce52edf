"""Addresses of the drug testing room."""

from django.urls import path

from homeward.desk.drug_tests import acting, keeping, laboratory, views

urlpatterns = [
    path("drug-tests/", views.drug_tests, name="drug_tests"),
    path("drug-tests/draws/<uuid:draw_id>/", views.published_draw, name="drug_test_draw"),
    path("drug-tests/<uuid:test_id>/", views.drug_test, name="drug_test"),
    path("drug-tests/<uuid:test_id>/notice/", views.notice, name="drug_test_notice"),
    path("drug-tests/<uuid:test_id>/collection/", views.collection, name="drug_test_collection"),
    path("drug-tests/<uuid:test_id>/dispatch/", views.dispatch, name="drug_test_dispatch"),
    path("drug-tests/<uuid:test_id>/results/", views.results, name="drug_test_results"),
    path("drug-tests/<uuid:test_id>/end/", views.end, name="drug_test_end"),
    path("drug-tests/<uuid:test_id>/review/", views.review, name="drug_test_review"),
    path("drug-tests/<uuid:test_id>/discussion/", views.discussion, name="drug_test_discussion"),
    path("drug-tests/bench/", keeping.bench, name="drug_test_bench"),
    path("drug-tests/bench/kit/", keeping.kit, name="drug_test_kit"),
    path("drug-tests/bench/certificate/", keeping.certificate, name="drug_test_certificate"),
    path(
        "drug-tests/bench/kits/<uuid:kit_id>/end/",
        keeping.kit_withdrawn,
        name="drug_test_kit_withdrawn",
    ),
    path("drug-tests/messages/", laboratory.lab_messages, name="drug_test_messages"),
    path(
        "drug-tests/messages/<uuid:lab_message_id>/",
        laboratory.lab_message,
        name="drug_test_message",
    ),
    path("drug-tests/<uuid:test_id>/paper/", views.notice_paper, name="drug_test_paper"),
    path("drug-tests/<uuid:test_id>/second/", acting.second, name="drug_test_second"),
    path("drug-tests/<uuid:test_id>/skip/", acting.skip, name="drug_test_skip"),
    path(
        "drug-tests/<uuid:test_id>/skip/agreed/", acting.skip_agreed, name="drug_test_skip_agreed"
    ),
    path("drug-tests/<uuid:test_id>/received/", acting.received, name="drug_test_received"),
    path("drug-tests/<uuid:test_id>/rejected/", acting.rejected, name="drug_test_rejected"),
    path("drug-tests/<uuid:test_id>/disputed/", acting.disputed, name="drug_test_disputed"),
    path(
        "drug-tests/<uuid:test_id>/confirmation/",
        acting.confirmation,
        name="drug_test_confirmation",
    ),
    path("clients/<uuid:client_id>/tests/panel/", keeping.panel, name="drug_test_panel"),
    path("clients/<uuid:client_id>/tests/days/", keeping.days, name="drug_test_days"),
    path("clients/<uuid:client_id>/tests/", views.chart_tests, name="chart_tests"),
    path("clients/<uuid:client_id>/tests/order/", views.order, name="drug_test_order"),
]
