"""Publishing a week without a plan: who would be told, then done once, then who was told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week.promised import WeekGround, page_of, told_url
from homeward.desk.week_plan.pages.publication import (
    Leading,
    blocked_words,
    preview_page,
    told_page,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable import words
from homeward.timetable.actions import publish_week
from homeward.timetable.drafting.telling import preview_as_it_stands
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.publications import Publication, ToldWeek
from homeward.timetable.publishing.telling import how_told, is_telling

TEMPLATE = "desk/week_plan/publication.html"


@requires(
    RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK,
    decides_sending=True,
)  # fmt: skip
def publication(request: HttpRequest, week_id: UUID) -> HttpResponse:
    """Before: exactly who is told what. After: who was told, and how."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    week = _reached(actor, week_id)
    if request.method != "POST":
        return _told(request, week) if week.published_at else _preview(request, week)
    form = ActionForm(request.POST)
    form.full_clean()
    try:
        publish_week(
            actor=actor, week_id=week_id, now=clock.now(),
            # A form that does not say what it was made from has seen nothing.
            expected_version=form.cleaned_data.get("form_version") or 0,
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        for code in dict.fromkeys(refusal.codes):
            form.add_error(None, words.refusal(code))
        week.refresh_from_db()
        shown = _told if week.published_at else _preview
        return shown(request, week, form)
    messages.success(request, _("Published. Those whose week changes are being told."))
    return redirect("desk:week_publication", week_id)


def _reached(actor: Actor, week_id: UUID) -> Week:
    require_planner(actor)
    week: Week = Week.objects.select_related("program", "site").get(pk=week_id)
    if not works_at(actor, week.site_id):
        raise Week.DoesNotExist
    return week


def _leading(week: Week) -> Leading:
    own = reverse("desk:week_publication", args=[week.pk])
    return Leading(own, page_of(week, "desk:week"), roster_url=page_of(week, "desk:duty"))


def _preview(request: HttpRequest, week: Week, form: Any = None) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = preview_as_it_stands(actor, week.pk, clock.now())
    lines = [change for each in found.clients for change in each.changes]
    faces = {side[3] for line in lines for side in (line.was, line.now) if side}
    ground = WeekGround.of(
        actor, week,
        clients=[each.client for each in found.clients if each.changed],
        workers=[*(each.worker for each in found.workers), *faces],
    )  # fmt: skip
    page = preview_page(
        ground, found, week.version, blocked_words(found.blocked, found.days_without_duty),
        _leading(week),
    )  # fmt: skip
    return _shown(request, page, form)


def _told(request: HttpRequest, week: Week, form: Any = None) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    made = Publication.objects.select_related("by").filter(week=week, draft=None).first()
    if made is None:
        return redirect(told_url(week) or page_of(week, "desk:week"))
    told = list(ToldWeek.objects.for_actor(actor, Purpose.OPERATIONS).filter(publication=made))
    workers = list(made.told_workers.all())
    sides = [each.get(name) for row in told for each in row.changes for name in ("was", "now")]
    ground = WeekGround.of(
        actor, week,
        clients=[str(row.client_id) for row in told if row.changes],
        workers=[*(str(row.worker_id) for row in workers), *(side[3] for side in sides if side)],
    )  # fmt: skip
    page = told_page(
        ground, made, told, workers, how_told(actor, made.pk), _leading(week),
        is_telling=is_telling(made.pk),
    )  # fmt: skip
    return _shown(request, page, form)


def _shown(request: HttpRequest, page: Any, form: Any) -> HttpResponse:
    return render(request, TEMPLATE, {"page": page, "form": form}, status=422 if form else 200)
