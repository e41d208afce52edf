"""Checking in by a number: whoever types one is told the same, whatever it did.

The pages are open, and of the class that no browser keeps.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance.actions import check_in_with_code
from homeward.attendance.door import KIOSK, number_at_the_door, site_with_number
from homeward.attendance.models import Arrival
from homeward.core import clock
from homeward.core.limits import is_beyond
from homeward.core.policies import open_to
from homeward.kernel.records import RecordClass
from homeward.kiosk.forms import CodeForm, PhoneForm
from homeward.kiosk.lobby import leave_nothing
from homeward.kiosk.speaking import forget_language, phone_shell

# What is asked for -> the most from one address, the most from all, in an hour.
AT_KIOSK, BY_PHONE = (300, 3000), (60, 1200)


@open_to((KIOSK,), methods=("GET", "POST"), record_class=RecordClass.SCHEDULE)
def door(request: HttpRequest) -> HttpResponse:
    """Take a number; the next person finds the page empty again."""
    kiosk = request.kiosk  # type: ignore[attr-defined]
    leave_nothing(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        if is_beyond(request, f"kiosk-{kiosk.pk}", *AT_KIOSK):
            return render(request, "kiosk/busy.html", {"here": "kiosk:door"}, status=429)
        if form.is_valid():
            check_in_with_code(
                actor=request.actor,  # type: ignore[attr-defined]
                site_id=kiosk.site_id,
                code=form.cleaned_data["code"],
                by=Arrival.By.KIOSK,
                kiosk_id=kiosk.pk,
                now=clock.now(),
            )
            return redirect("kiosk:thanks")
    number = number_at_the_door(kiosk.site_id, clock.now())
    facts = {"form": form, "number": f"{number[:2]} {number[2:]}", "site": kiosk.site.name}
    return render(request, "kiosk/door.html", facts, status=422 if form.errors else 200)


@open_to((KIOSK,), record_class=RecordClass.SCHEDULE)
def thanks(request: HttpRequest) -> HttpResponse:
    """The same page for everybody, gone by itself after a moment."""
    answer = render(request, "kiosk/thanks.html")
    forget_language(request)
    return answer


@open_to(methods=("GET", "POST"), record_class=RecordClass.SCHEDULE)
def phone(request: HttpRequest) -> HttpResponse:
    """The same on one's own phone, for those who stand at the door and can read its number."""
    form = PhoneForm(request.POST or None)
    if request.method == "POST":
        if is_beyond(request, "arrive", *BY_PHONE):
            facts = {"here": "kiosk:phone", "shell": phone_shell(request)}
            return render(request, "kiosk/busy.html", facts, status=429)
        if form.is_valid():
            now = clock.now()
            site = site_with_number(form.cleaned_data["door"], now)
            if site is not None:
                check_in_with_code(
                    actor=request.actor,  # type: ignore[attr-defined]
                    site_id=site.pk,
                    code=form.cleaned_data["code"],
                    by=Arrival.By.PHONE,
                    now=now,
                )
                return redirect("kiosk:phone_thanks")
            form.add_error("door", _("That number is not at the door now. Look again."))
    facts = {"form": form, "shell": phone_shell(request)}
    return render(request, "kiosk/phone.html", facts, status=422 if form.errors else 200)


@open_to(record_class=RecordClass.SCHEDULE)
def phone_thanks(request: HttpRequest) -> HttpResponse:
    """The same page for everybody."""
    return render(request, "kiosk/phone_thanks.html", {"shell": phone_shell(request)})
