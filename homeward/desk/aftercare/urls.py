"""Addresses of the room after care."""

from django.urls import path

from homeward.desk.aftercare import alumni_views, care_views, stop_views, way_back_views

_OF = "clients/<uuid:client_id>/"
urlpatterns = [
    path("aftercare/", care_views.aftercare, name="aftercare"),
    path("follow-ups/<uuid:follow_up_id>/", care_views.follow_up, name="follow_up"),
    path(f"{_OF}contact-wish/", care_views.contact_wish, name="contact_wish"),
    path(f"{_OF}leaving-now/", stop_views.leaving_now, name="leaving_now"),
    path(f"{_OF}crisis-card/", stop_views.crisis_card, name="crisis_card"),
    path(f"{_OF}stop/", stop_views.stop, name="stop"),
    path("stops/<uuid:stop_id>/end/", stop_views.stop_end, name="stop_end"),
    path(f"{_OF}return/", way_back_views.way_back, name="way_back"),
    path(f"{_OF}return/consents/", way_back_views.renew, name="way_back_consents"),
    path("alumni/", alumni_views.alumni, name="alumni"),
    path(f"{_OF}alumni/", alumni_views.membership, name="alumni_membership"),
]
