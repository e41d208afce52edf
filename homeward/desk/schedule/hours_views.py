"""When a client can come: looked at and said anew, from a day on."""

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
from homeward.desk.schedule.hours import HoursForm, known_lines
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.timetable import actions, words
from homeward.timetable.availability import hours_of


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def hours(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The client's usual week, with a reason for every hour that is bound."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode = rows.select_related("client", "site").filter(client_id=client_id, ended_at=None)
    found = episode.first()
    if found is None:
        raise Http404
    today = clock.today(found.site.time_zone)
    known = known_lines(hours_of(actor, found.client, today))
    typed = request.POST if request.method == "POST" else None
    form = HoursForm(typed, known=known, initial={"starts_on": today})
    if typed is not None and form.is_valid():
        try:
            actions.say_hours(
                actor=actor,
                client_id=client_id,
                lines=form.lines(),
                starts_on=form.cleaned_data["starts_on"],
                now=clock.now(),
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(None, words.refusal(code))
        else:
            messages.success(request, _("Kept. The next planned week reads it."))
            return redirect("desk:chart_schedule", client_id)
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    context = {"frame": frame, "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/schedule/hours.html", context, status=status)
