"""A session from afar: where the client is comes first, then the link; leaving ends the time."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward import audit
from homeward.attendance.actions.from_afar import PlaceNotSaid, join_from_afar, leave_from_afar
from homeward.attendance.actions.say_where import WhereUnclear, say_where
from homeward.attendance.words import refusal as refusal_words
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.joining import Joining, level_of, where_form
from homeward.portal.own import Own
from homeward.timetable.joining import link_for_seat
from homeward.timetable.models import Seat

FIELDS = {
    "where_place": "place", "where_state": "state", "where_near": "near_name",
    "where_near_phone": "near_phone", "where_there": "who_is_there",
}  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def join(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Asked first where one is; then where to join, shortly before and while it runs."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    rows = Seat.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).select_related(
        "session__site", "session__session_type"
    )
    seat = rows.get(pk=seat_id, client=own.client)
    address = link_for_seat(seat, own.now)
    if not address:
        raise Http404
    if request.method == "POST":
        if request.POST.get("how") == "where":
            return _say_where(request, own, seat, address)
        return _come_or_go(request, own, seat)
    page = Joining.of(
        own, seat, address, level=level_of(request), asked=request.GET.get("asked") == "1"
    )
    if page.address:
        audit.record(
            "timetable.link.shown", actor=own.actor, subject=seat.session, at=own.now,
            client_id=own.client.pk,
        )  # fmt: skip
    return render(request, "portal/join.html", {"page": page})


def _say_where(request: HttpRequest, own: Own, seat: Seat, address: str) -> HttpResponse:
    """Kept for this session; what is missing is named beside its field."""
    level = level_of(request)
    form = where_form(own, level, request.POST)
    if form.is_valid():
        try:
            say_where(actor=own.actor, seat_id=seat.pk, now=own.now, **form.told())
        except WhereUnclear as unclear:
            for code in unclear.codes:
                form.add_error(FIELDS[code], refusal_words(code))
        else:
            return redirect(reverse("portal:join", args=[seat.pk]))
    page = Joining.of(own, seat, address, level=level, asked=False, typed=form)
    return render(request, "portal/join.html", {"page": page, "form": form}, status=422)


def _come_or_go(request: HttpRequest, own: Own, seat: Seat) -> HttpResponse:
    """In, out, or the page was closed while in; any other word only shows the page again."""
    here = reverse("portal:join", args=[seat.pk])
    how = request.POST.get("how", "")
    if how == "join":
        try:
            mark = join_from_afar(actor=own.actor, seat_id=seat.pk, now=own.now)
        except PlaceNotSaid:
            return redirect(here)  # the page asks, or says what to do instead
        return redirect(here if mark else f"{here}?asked=1")
    if how in {"leave", "lost"}:
        leave_from_afar(actor=own.actor, seat_id=seat.pk, now=own.now, is_lost=how == "lost")
        messages.success(request, _("You are out. You can join again until the end."))
    return redirect(here)
