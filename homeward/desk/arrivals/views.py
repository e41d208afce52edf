"""The door: one button for each client, one person's page, the safety steps, the sheet."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance import actions, words
from homeward.attendance.keeping_safe import REASON
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.arrivals.forms import AtTheDoorForm
from homeward.desk.arrivals.pages import arrivals_page
from homeward.desk.arrivals.person import person_page, seat_of
from homeward.desk.arrivals.safety import safety_page
from homeward.desk.arrivals.sheet import minutes_page, sheet_form, sheet_page
from homeward.desk.group.pages import session_of
from homeward.kernel.records import RecordClass

# What a button at the door says -> the word of the register.
WORDS = {
    "here": "present", "far": "virtual_present", "left": "left_early", "dropped": "dropped",
    "back": "back", "absent": "no_show", "excused": "excused", "intoxicated": "present",
}  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ)
def arrivals(request: HttpRequest) -> HttpResponse:
    """Everyone expected now and next, or all day, at the person's sites."""
    actor = request.actor  # type: ignore[attr-defined]
    page = arrivals_page(actor, clock.now(), is_whole_day=request.GET.get("day") == "all")
    return render(request, "desk/arrivals/arrivals.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE)
def arrival(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """One person at the door; let them in, out and back, or say what else is so."""
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    if request.method != "POST":
        return render(
            request, "desk/arrivals/person.html", {"page": person_page(actor, seat_id, now)}
        )
    how = request.POST.get("how", "here")
    form = AtTheDoorForm(request.POST)
    seat = seat_of(actor, seat_id)
    is_valid = form.is_valid()
    try:
        if not is_valid or how not in WORDS:
            raise _Unclear
        zone = seat.session.site.time_zone
        mark = actions.mark_attendance(
            actor=actor,
            seat_id=seat_id,
            state=WORDS[how],
            at=form.happened_at(seat.session.on, zone),
            reason=form.cleaned_data["reason"] if how == "excused" else "",
            approved=True,
            appears_intoxicated=how == "intoxicated",
            is_agreed=form.cleaned_data["is_agreed"],
            expected_version=form.expected_version,
            now=now,
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        said = " ".join(words.refusal(code) for code in refusal.codes)
        decision = getattr(refusal, "decision", None)
        return _said_no(request, seat_id, form, said, decision)
    if mark.reason == REASON:
        messages.warning(request, words.KEPT_SAFE)
        return redirect("desk:arrival_safety", seat_id)
    messages.success(request, _("Marked: %(state)s") % {"state": words.state_words(mark)})
    return (
        redirect("desk:arrival", seat_id) if "person" in request.POST else redirect("desk:arrivals")
    )


class _Unclear(Refusal):
    """A time that is none, or a button nobody has."""


def _said_no(
    request: HttpRequest, seat_id: UUID, form: Any, said: str, decision: Any
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    if "person" in request.POST:
        page: Any = person_page(actor, seat_id, now, form=form, said=said, decision=decision)
        return render(request, "desk/arrivals/person.html", {"page": page}, status=422)
    page = arrivals_page(actor, now, said=said, decision=decision)
    return render(request, "desk/arrivals/arrivals.html", {"page": page}, status=422)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def seen(request: HttpRequest, arrival_id: UUID) -> HttpResponse:
    """Staff have seen who waits at the door."""
    actions.see_arrival(actor=request.actor, arrival_id=arrival_id, now=clock.now())  # type: ignore[attr-defined]
    return redirect("desk:arrivals")


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def safety(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """One step after the other for somebody who came intoxicated."""
    actor = request.actor  # type: ignore[attr-defined]
    step = request.POST.get("step") or request.GET.get("step", "")
    page = safety_page(actor, seat_id, step, request.POST or None)
    if request.method != "POST":
        return render(request, "desk/arrivals/safety.html", {"page": page})
    form = page.form
    if form is not None and form.is_valid() and page.asked is not None:
        try:
            actions.take_safety_step(
                actor=actor,
                mark_id=page.mark_id,
                step=page.asked.code,
                answer=form.cleaned_data["answer"],
                note=form.cleaned_data["note"],
                now=clock.now(),
            )
        except Refusal as refusal:
            field = "note" if "step_needs_note" in refusal.codes else None
            for code in refusal.codes:
                form.add_error(field, words.refusal(code))
        else:
            return redirect("desk:arrival_safety", seat_id)
    return render(request, "desk/arrivals/safety.html", {"page": page}, status=422)


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def sheet(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Enter a sheet kept on paper: whole, with its true times and who kept it."""
    actor = request.actor  # type: ignore[attr-defined]
    session = session_of(actor, session_id)
    form = sheet_form(actor, session, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_sheet(
                actor=actor,
                session_id=session_id,
                kept_by_id=UUID(form.cleaned_data["kept_by"]),
                lines=form.lines(session.on, session.site.time_zone),
                now=clock.now(),
            )
        except actions.SheetRefused as refusal:
            form.add_error(f"in1_{refusal.seat_id}", words.refusal(refusal.codes[0]))
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(None, words.refusal(code))
        else:
            messages.success(request, _("The sheet is entered, with its own times."))
            return redirect("desk:arrival_minutes", session_id)
    facts = {"page": sheet_page(actor, session, form), "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/arrivals/sheet.html", facts, status=status)


@requires(RecordClass.SCHEDULE, get=Access.READ)
def minutes(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Everyone's stays and minutes, with the reasons for each number."""
    page = minutes_page(request.actor, session_id, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/arrivals/minutes.html", {"page": page})
