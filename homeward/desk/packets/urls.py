"""Addresses of the packet."""

from django.urls import path

from homeward.desk.packets import paper, tablet, views

urlpatterns = [
    path("clients/<uuid:client_id>/packet/", views.packet, name="chart_packet"),
    path("packets/tablet/", tablet.tablet, name="packet_tablet"),
    path("packets/tablet/leave/", tablet.leave, name="packet_tablet_leave"),
    path("packets/tablet/<uuid:item_id>/", tablet.paper, name="packet_tablet_paper"),
    path("packets/<uuid:packet_id>/tablet/", tablet.start, name="packet_hand_over"),
    path("packets/<uuid:packet_id>/guardian/", views.guardian, name="packet_guardian"),
    path("packets/<uuid:packet_id>/link/", views.link, name="packet_link"),
    path("packets/<uuid:packet_id>/print/", paper.print_all, name="packet_print"),
    path("packets/papers/<uuid:item_id>/", views.paper, name="packet_paper"),
    path("packets/papers/<uuid:item_id>/refusal/", views.refusal, name="packet_refusal"),
    path("packets/papers/<uuid:item_id>/again/", views.again, name="packet_again"),
    path("packets/papers/<uuid:item_id>/sheet/", paper.sheet, name="packet_sheet"),
    path("packets/sheets/<uuid:scan_id>/", paper.scan, name="packet_scan"),
]
