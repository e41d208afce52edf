"""Addresses of the door."""

from django.urls import path

from homeward.kiosk import devices, lobby, speaking, views

app_name = "kiosk"
urlpatterns = [
    path("kiosk/", views.door, name="door"),
    path("kiosk/thanks/", views.thanks, name="thanks"),
    path("kiosk/language/", speaking.language, name="language"),
    path("kiosk/card/", lobby.card, name="lobby_card"),
    path("kiosk/card/digits/", lobby.choose, name="lobby_choose"),
    path("kiosk/card/done/", lobby.done, name="lobby_done"),
    path("kiosk/times/", lobby.times, name="lobby_times"),
    path("kiosk/times/now/", lobby.times_shown, name="lobby_times_shown"),
    path("kiosks/", devices.devices, name="devices"),
    path("kiosks/<uuid:kiosk_id>/end/", devices.end, name="device_end"),
    path("arrive/", views.phone, name="phone"),
    path("arrive/thanks/", views.phone_thanks, name="phone_thanks"),
]
