"""Asking for repairs in a browser: the addresses, the form, an engine that answers at once."""

from django.urls import reverse

from homeward.core.submissions import new_key
from homeward.timetable.drafting.happening import after_happened
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.reading_schedule import schedule_json


def url(room, name, *more):
    return reverse(f"desk:week_draft_{name}", args=[room.draft.pk, *more])


def away(cast, **changed):
    return {
        "form_key": new_key(), "kind": "staff_away", "staff": str(cast.dana.pk), "room": "",
        "days": ["0"], "start": "0", "ends": "26", "is_noted": "on", **changed,
    }  # fmt: skip


def continued(instance, standing, question, tell=None):
    """What an engine would say that keeps everything and adds what finds a place."""
    then = after_happened(instance, standing, {**question})
    return [{"name": "keep_seats", "schedule": schedule_json(by_hand(then, fixed=standing))}]


def taken(browser, room, question):
    form = {"form_key": new_key(), "form_version": "0", "alternative": "0"}
    return browser.post(url(room, "repair", question.pk), form)
