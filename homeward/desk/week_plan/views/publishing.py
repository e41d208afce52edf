"""Publishing a draft: who would be told, then done once, then who was told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.publication import (
    Leading,
    Soon,
    blocked_words,
    preview_page,
    told_page,
)
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.rule_words import broken_rules
from homeward.desk.week_plan.views.reaching import actor_of, opened_with_week
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.actions.publish_draft import publish_draft
from homeward.timetable.actions.put_on_duty import fill_duty
from homeward.timetable.drafting.reading import OpenDraft
from homeward.timetable.drafting.standing import notice_in
from homeward.timetable.drafting.telling import on_site_of, preview
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.publications import Publication, ToldWeek
from homeward.timetable.publishing.telling import how_told, is_telling
from homeward.timetable.publishing.wanted import wanted_sessions
from homeward.timetable.solver.schedule import Schedule

ROOM = "desk/week_plan"


@requires(
    RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK,
    decides_sending=True,
)  # fmt: skip
def publication(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Before: exactly who is told what. After: who was told, and how."""
    opened = opened_with_week(actor_of(request), draft_id)
    if opened.draft.state == WeekDraft.State.PUBLISHED:
        return _told(request, opened) if request.method != "POST" else _done(draft_id)
    if opened.draft.state != WeekDraft.State.READY:
        raise WeekDraft.DoesNotExist
    if request.method != "POST":
        return _preview(request, opened, None)
    form = ActionForm(request.POST)
    form.full_clean()
    seen = form.cleaned_data.get("form_version")
    try:
        publish_draft(
            actor=actor_of(request), draft_id=draft_id,
            # A form that does not say what it was made from has seen no move.
            seen=seen or 0, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _preview(request, opened, form, 422)
    messages.success(request, _("Published. Those whose week changes are being told."))
    return _done(draft_id)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def roster(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Fill the on-duty roster for the sessions of a draft, from working hours."""
    opened = opened_with_week(actor_of(request), draft_id)
    if opened.draft.state != WeekDraft.State.READY:
        raise WeekDraft.DoesNotExist
    here = on_site_of(
        wanted_sessions(opened.instance, opened.schedule or Schedule(), opened.clock), clock.now()
    )
    made = fill_duty(
        actor=actor_of(request), site_id=opened.draft.site_id,
        program_id=opened.draft.program_id, days=here, sessions=here, now=clock.now(),
    )  # fmt: skip
    if made:
        said = ngettext("%d shift added.", "%d shifts added.", made) % made
        messages.success(request, _("%(said)s Look them over.") % {"said": said})
    else:
        messages.info(request, _("Working hours offer nobody more for what is open."))
    return _done(draft_id)


def _done(draft_id: UUID) -> HttpResponse:
    return redirect("desk:week_draft_publication", draft_id)


def _preview(request: HttpRequest, opened: OpenDraft, form: Any, status: int = 200) -> HttpResponse:
    ground = Ground.of(opened)
    found = preview(actor_of(request), opened.draft.pk)
    rules = [] if found.broken else [code for code in found.blocked if code.startswith("rule_")]
    others = [code for code in found.blocked if not code.startswith("rule_")]
    blocked = broken_rules(ground, found.broken)
    blocked += blocked_words([*rules, *others], found.days_without_duty)
    page = preview_page(
        ground, found, opened.head, blocked, Leading.of_draft(opened.draft.pk),
        has_outdated=bool(found.broken), unfit=broken_rules(ground, found.told_otherwise),
        soon=_soon(opened),
    )  # fmt: skip
    return render(request, f"{ROOM}/publication.html", {"page": page, "form": form}, status=status)


def _soon(opened: OpenDraft) -> Soon:
    """Whether something begins within the notice of a week that people were promised."""
    draft = opened.draft
    notice = notice_in(draft.program_id, draft.site_id, draft.starts_on)
    near = clock.now() + notice if notice is not None else None
    return lambda day, slot: near is not None and opened.clock.when(day, slot) < near


def _told(request: HttpRequest, opened: OpenDraft) -> HttpResponse:
    actor, ground = actor_of(request), Ground.of(opened)
    made = Publication.objects.select_related("by").get(draft=opened.draft)
    told = list(ToldWeek.objects.for_actor(actor, Purpose.OPERATIONS).filter(publication=made))
    workers = list(made.told_workers.all())
    page = told_page(
        ground, made, told, workers, how_told(actor, made.pk), Leading.of_draft(opened.draft.pk),
        is_telling=is_telling(made.pk),
    )  # fmt: skip
    return render(request, f"{ROOM}/publication.html", {"page": page, "form": None})
