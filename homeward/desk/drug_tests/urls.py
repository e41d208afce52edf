"""Addresses of the drug testing room."""

from django.urls import path

from homeward.desk.drug_tests import views

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
    path("clients/<uuid:client_id>/tests/", views.chart_tests, name="chart_tests"),
    path("clients/<uuid:client_id>/tests/order/", views.order, name="drug_test_order"),
]
