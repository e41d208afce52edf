"""The lobby's tablet for people without a phone of their own: a card is used here, times are seen.

Nobody is ever signed in on it. What somebody sees is shown once, to whoever just typed; the way
back, a second look and the next person find the empty door.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format

from homeward.attendance.door import KIOSK
from homeward.core import clock
from homeward.core.limits import is_beyond
from homeward.core.policies import open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.doorways import actions
from homeward.doorways.models import Device
from homeward.doorways.reaching import rows_of
from homeward.doorways.rules.cards import plain_name
from homeward.doorways.rules.whose import Whose
from homeward.kernel.records import RecordClass
from homeward.kiosk.forms import CardForm, DigitsForm, NameForm
from homeward.kiosk.speaking import forget_language, keep_language, speak_as, spoken_here
from homeward.timetable.models import Seat

CLAIM, SINCE, SHOWN = "lobby_card", "lobby_card_at", "lobby_times"
LONGEST = 120  # seconds to choose digits before the door is empty again
DAYS = timedelta(days=7)
CARDS, NUMBERS = (120, 1500), (300, 4000)
_here = {"record_class": RecordClass.SCHEDULE, "once": False}


def leave_nothing(request: HttpRequest) -> None:
    """Whatever somebody began here is forgotten."""
    for name in (CLAIM, SINCE, SHOWN):
        request.session.pop(name, None)


@open_to((KIOSK,), methods=("GET", "POST"), **_here)  # type: ignore[arg-type]
def card(request: HttpRequest) -> HttpResponse:
    """The two lines of a client's card; any other card is answered as a wrong one."""
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if is_beyond(request, "lobby-card", *CARDS):
            return _busy(request)
        found = actions.redeem_card(
            actor=request.actor,  # type: ignore[attr-defined]
            user_name=form.cleaned_data["name"],
            code=form.cleaned_data["code"],
            only=Whose.CLIENT,
            now=clock.now(),
        )
        if found is None:
            return redirect("/kiosk/card/?again=1")
        request.session.cycle_key()
        request.session[CLAIM] = str(found.pk)
        request.session[SINCE] = clock.now().timestamp()
        speak_as(request, found.doorway.account)
        return redirect("kiosk:lobby_choose")
    return _asked(request, "kiosk/card.html", form)


@open_to((KIOSK,), methods=("GET", "POST"), **_here)  # type: ignore[arg-type]
def choose(request: HttpRequest) -> HttpResponse:
    """Six digits for this tablet; nothing stays on it but the hash of them, on the server."""
    held, since = request.session.get(CLAIM, ""), request.session.get(SINCE, 0.0)
    now = clock.now()
    if not held or now.timestamp() - float(since) > LONGEST:
        leave_nothing(request)
        return redirect("kiosk:door")
    form = DigitsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kiosk = request.kiosk  # type: ignore[attr-defined]
        try:
            actions.keep_tablet_pin(
                actor=request.actor,  # type: ignore[attr-defined]
                card_id=UUID(str(held)),
                pin=form.cleaned_data["pin"],
                kiosk_id=kiosk.pk,
                now=now,
            )
        except actions.PinRefused as refusal:
            form.add_error("pin", words_for(refusal.codes[0]))
        except Refusal:
            leave_nothing(request)
            return redirect("/kiosk/card/?again=1")
        else:
            spoken = spoken_here(request)
            request.session.flush()
            keep_language(request, spoken)
            return redirect("kiosk:lobby_done")
    return _asked(request, "kiosk/choose.html", form)


@open_to((KIOSK,), record_class=RecordClass.SCHEDULE)
def done(request: HttpRequest) -> HttpResponse:
    """The same page for everybody, gone by itself after a moment."""
    answer = render(request, "kiosk/lobby_done.html")
    forget_language(request)
    return answer


@open_to((KIOSK,), methods=("GET", "POST"), **_here)  # type: ignore[arg-type]
def times(request: HttpRequest) -> HttpResponse:
    """Three words and six digits; then one look at one's own times."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if is_beyond(request, "lobby-times", *NUMBERS):
            return _busy(request)
        kiosk = request.kiosk  # type: ignore[attr-defined]
        device = actions.enter_at_tablet(
            actor=request.actor,  # type: ignore[attr-defined]
            user_name=plain_name(form.cleaned_data["name"]),
            pin=form.cleaned_data["pin"],
            kiosk_id=kiosk.pk,
            now=clock.now(),
        )
        if device is None:
            return redirect("/kiosk/times/?again=1")
        request.session[SHOWN] = str(device.pk)
        speak_as(request, device.doorway.account)
        return redirect("kiosk:lobby_times_shown")
    return _asked(request, "kiosk/times.html", form)


@open_to((KIOSK,), record_class=RecordClass.SCHEDULE)
def times_shown(request: HttpRequest) -> HttpResponse:
    """The next seven days, to whoever just typed; a second look finds the door."""
    shown = request.session.pop(SHOWN, "")
    if not shown:
        return redirect("kiosk:door")
    rows = rows_of(Device).select_related("client__site")
    device = rows.get(pk=shown, kind=Device.Kind.TABLET, ended_at=None)
    answer = render(request, "kiosk/times_shown.html", {"days": _days(device)})
    forget_language(request)
    return answer


def _days(device: Device) -> list[dict[str, Any]]:
    """Times alone: what they are for is nobody's business in a lobby."""
    zone, now = ZoneInfo(device.client.site.time_zone), clock.now()
    seats = rows_of(Seat).filter(
        client_id=device.client_id, released_at=None, session__cancelled_at=None,
        ends_at__gt=now, starts_at__lt=now + DAYS,
    )  # fmt: skip
    days: dict[str, list[str]] = {}
    for seat in seats.order_by("starts_at"):
        starts, ends = seat.starts_at.astimezone(zone), seat.ends_at.astimezone(zone)
        line = f"{date_format(starts, 'H:i')}–{date_format(ends, 'H:i')}"
        days.setdefault(date_format(starts, "l j F"), []).append(line)
    return [{"day": day, "times": times} for day, times in days.items()]


def _asked(request: HttpRequest, template: str, form: Any) -> HttpResponse:
    facts = {"form": form, "again": "again" in request.GET}
    return render(request, template, facts, status=422 if form.errors else 200)


def _busy(request: HttpRequest) -> HttpResponse:
    return render(request, "kiosk/busy.html", {"here": "kiosk:door"}, status=429)
