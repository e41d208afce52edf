"""Addresses of rules and conduct."""

from django.urls import path

from homeward.desk.conduct import door_views, house_views, rules_views, views

urlpatterns = [
    path("conduct/", views.room, name="conduct"),
    path("conduct/rules/", rules_views.rules, name="conduct_rules"),
    path("conduct/rules/draft/", rules_views.rules_draft, name="conduct_rules_draft"),
    path("visitors/", house_views.visitors, name="conduct_visitors"),
    path("visitors/<uuid:guest_id>/out/", house_views.visitor_out,
         name="conduct_visitor_out"),
    path("conduct/equal-treatment/", house_views.equal, name="conduct_equal"),
    path("conduct/appeals/<uuid:conduct_appeal_id>/", views.appeal, name="conduct_appeal"),
    path("conduct/items/<uuid:found_item_id>/", door_views.item, name="conduct_item"),
    path("conduct/witness/<uuid:conduct_witness_id>/", door_views.witness, name="conduct_witness"),
    path("conduct/restrictions/<uuid:contact_restriction_id>/", house_views.restriction,
         name="conduct_restriction"),
    path("conduct/events/<uuid:conduct_event_id>/step/", views.step, name="conduct_step"),
    path("conduct/steps/<uuid:conduct_step_id>/reply/", views.reply, name="conduct_reply"),
    path("conduct/steps/<uuid:conduct_step_id>/appeal/", views.appeal_new,
         name="conduct_appeal_new"),
    path("conduct/steps/<uuid:conduct_step_id>/paper/", house_views.paper, name="conduct_paper"),
    path("clients/<uuid:client_id>/conduct/", views.chart_conduct, name="chart_conduct"),
    path("clients/<uuid:client_id>/conduct/event/", views.event_new, name="conduct_event_new"),
    path("clients/<uuid:client_id>/conduct/note/", views.note_new, name="conduct_note_new"),
    path("clients/<uuid:client_id>/conduct/belongings/", door_views.search_new,
         name="conduct_search_new"),
    path("clients/<uuid:client_id>/conduct/belongings/consent/", door_views.search_consent,
         name="conduct_search_consent"),
    path("clients/<uuid:client_id>/conduct/restriction/", house_views.restriction_new,
         name="conduct_restriction_new"),
]  # fmt: skip
