"""Addresses of the referrals' staff pages."""

from django.urls import path

from homeward.desk.referrals import views

urlpatterns = [
    path("referrals/", views.referrals, name="referrals"),
    path("referrals/<uuid:referral_id>/", views.referral, name="referral"),
    path("referrals/<uuid:referral_id>/steps/", views.step, name="referral_step"),
    path("referrals/<uuid:referral_id>/end/", views.end, name="referral_end"),
    path("clients/<uuid:client_id>/referrals/", views.of_client, name="referrals_of_client"),
    path("clients/<uuid:client_id>/referrals/new/", views.new_referral, name="referral_new"),
]
