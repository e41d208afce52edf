"""Addresses of the medical room."""

from django.urls import path

from homeward.desk.medical import dosing_views, naloxone_views, views

_OF = "clients/<uuid:client_id>/medical/"
_ONE = "medical/medicines/<uuid:medication_id>/"
urlpatterns = [
    path("medical/", dosing_views.hour, name="medical"),
    path("medical/naloxone/", naloxone_views.naloxone, name="naloxone"),
    path("medical/naloxone/kits/", naloxone_views.naloxone_stock, name="naloxone_stock"),
    path("medical/naloxone/use/", naloxone_views.naloxone_use, name="naloxone_use"),
    path(
        "medical/doses/<uuid:dose_entry_id>/second/", dosing_views.dose_witness, name="dose_witness"
    ),
    path(
        "medical/doses/<uuid:dose_entry_id>/correction/",
        dosing_views.dose_correction,
        name="dose_correction",
    ),
    path(
        "medical/orders/<uuid:order_id>/signature/", views.order_signature, name="order_signature"
    ),
    path(_ONE, views.medicine, name="medicine"),
    path(f"{_ONE}taken/", dosing_views.dose_taken, name="dose_taken"),
    path(f"{_ONE}dose/", dosing_views.dose, name="dose"),
    path(f"{_ONE}<slug:turn>/", views.medicine_turn, name="medicine_turn"),
    path(_OF, views.chart_medical, name="chart_medical"),
    path(f"{_OF}reconciliation/", views.reconciliation, name="reconciliation"),
    path(f"{_OF}certification/", views.certification, name="certification"),
    path(f"{_OF}<slug:matter>/", views.medical_write, name="medical_write"),
]
