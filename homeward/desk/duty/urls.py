"""Addresses of the on-duty roster."""

from django.urls import path

from homeward.desk.duty import away, closures, leading, views

urlpatterns = [
    path("week/duty/", views.roster, name="duty"),
    path("week/duty/fill/", views.fill, name="duty_fill"),
    path("week/duty/<uuid:shift_id>/end/", views.end, name="duty_end"),
    path("week/away/", away.away, name="away"),
    path("week/away/<uuid:absence_id>/withdraw/", away.withdraw, name="away_withdraw"),
    path("week/leaders/", leading.leaders, name="leaders"),
    path("week/leaders/<uuid:worker_id>/", leading.leader, name="leader"),
    path("week/closures/", closures.closures, name="closures"),
    path("week/closures/<uuid:closure_id>/reopen/", closures.reopen, name="closure_reopen"),
]
