"""Addresses of the door."""

from django.urls import path

from homeward.kiosk import devices, views

app_name = "kiosk"
urlpatterns = [
    path("kiosk/", views.door, name="door"),
    path("kiosk/thanks/", views.thanks, name="thanks"),
    path("kiosks/", devices.devices, name="devices"),
    path("kiosks/<uuid:kiosk_id>/end/", devices.end, name="device_end"),
    path("arrive/", views.phone, name="phone"),
    path("arrive/thanks/", views.phone_thanks, name="phone_thanks"),
]
