"""Addresses of clients, families and agencies."""

from django.urls import path

from homeward.portal.views import (
    check_in,
    consents,
    measures,
    packet,
    plan,
    record,
    sharing,
    today,
    week,
)

app_name = "portal"
urlpatterns = [
    path("", today.today, name="today"),
    path("help/", today.not_okay, name="help"),
    path("week/", week.week, name="week"),
    path("draw/", week.draw, name="draw"),
    path("check-in/", check_in.check_in, name="check_in"),
    path("forms/", measures.questions, name="questions"),
    path("forms/<slug:instrument>/", measures.question, name="question"),
    path("forms/<slug:instrument>/item/", measures.question_item, name="question_item"),
    path("plan/", plan.plan, name="plan"),
    path("plan/<uuid:plan_id>/signature/", plan.signature, name="plan_signature"),
    path("record/", record.record, name="record"),
    path("record/notes/<uuid:note_id>/", record.note, name="note"),
    path("record/readers/", record.readers, name="readers"),
    path("papers/", packet.papers, name="papers"),
    path("papers/<uuid:item_id>/", packet.paper, name="packet_paper"),
    path("p/<str:token>/", packet.by_link, name="by_link"),
    path("p/<str:token>/papers/", packet.link_papers, name="link_papers"),
    path("p/<str:token>/papers/<uuid:item_id>/", packet.link_paper, name="link_paper"),
    path("sharing/", consents.consents, name="consents"),
    path("sharing/account/", sharing.disclosures, name="disclosures"),
    path("sharing/wishes/", sharing.wishes, name="wishes"),
    path("sharing/reach/", sharing.reach, name="reach"),
    path("sharing/<uuid:consent_id>/sign/", sharing.draft, name="draft"),
    path("sharing/<uuid:consent_id>/decline/", sharing.draft_decline, name="draft_decline"),
    path("sharing/new/<slug:kind>/", consents.paper, name="paper"),
    path("sharing/<uuid:consent_id>/", consents.consent, name="consent"),
    path("sharing/<uuid:consent_id>/end/", consents.end, name="consent_end"),
]
