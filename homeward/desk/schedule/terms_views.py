"""Saying how a client is to be planned."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.chart.frame import chart_frame
from homeward.desk.schedule.terms import TermsCard, TermsForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.timetable import actions, words

FIELDS = {"telehealth_not_allowed": "mode", "not_before_admission": "starts_on"}


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def terms(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """In person or not, which kind of group, from when; and what held before."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode = rows.select_related("client", "site").filter(client_id=client_id, ended_at=None)
    found: Any = episode.first()
    if found is None:
        raise Http404
    today = clock.today(found.site.time_zone)
    card = TermsCard.of(actor, found.client, today, clock.now())
    typed = request.POST if request.method == "POST" else None
    version = card.now.version if card.now else None
    form = TermsForm(typed, initial=TermsForm.known(card.now, today), version=version)
    if typed is not None and form.is_valid():
        try:
            actions.say_terms(
                actor=actor, client_id=client_id, now=clock.now(),
                expected_version=form.expected_version, **form.told(),
            )  # fmt: skip
        except Refusal as refusal:
            if "stale_version" in refusal.codes:
                raise
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), words.refusal(code))
        else:
            messages.success(request, _("Kept. The next planned week reads it."))
            return redirect("desk:chart_schedule", client_id)
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    context = {"frame": frame, "form": form, "card": card}
    status = 422 if form.errors else 200
    return render(request, "desk/schedule/terms.html", context, status=status)
