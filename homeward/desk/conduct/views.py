"""The room, one client's tab, and the forms about one client."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from homeward import audit
from homeward.conduct import actions, words
from homeward.conduct.actions.appeals import hearing
from homeward.conduct.models import Appeal, ConductEvent
from homeward.conduct.queries import ladder_standing
from homeward.conduct.reaching import (
    client_on_team,
    edition_in_force,
    event_in_reach,
    is_in_charge,
    leads_care,
    may_lead,
    program_for,
    step_in_reach,
    workers_here,
    writes_events,
)
from homeward.conduct.rules.appeals import ALLOW
from homeward.conduct.rules.events import CLINICAL, EVENT_KINDS
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.routes import policy_of
from homeward.desk.chart.frame import chart_frame
from homeward.desk.clients.reach import short_name_for
from homeward.desk.conduct.chart import ConductPage
from homeward.desk.conduct.forms import (
    AppealForm,
    EventForm,
    HearForm,
    NoteForm,
    ReplyForm,
    StepForm,
)
from homeward.desk.conduct.pages import RoomPage
from homeward.desk.conduct.saying import form_page
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

C, M = RecordClass.ASSESSMENT, Access.MINIMAL
ROOM = "desk/conduct"


def sees_room(actor: Actor) -> bool:
    """Whoever writes about clients, leads their care, or is in charge."""
    return writes_events(actor) or leads_care(actor) or is_in_charge(actor)


@requires(C, get=M, get_if=sees_room)
def room(request: HttpRequest) -> HttpResponse:
    """What waits for whom."""
    page = RoomPage.of(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/room.html", {"page": page})


@requires(C, get=Access.READ)
def chart_conduct(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Events and answers, notes, belongings, and the rules, of one client."""
    frame = chart_frame(request, client_id, tab="desk:chart_conduct")
    if not reaches(request.actor, frame.client, C):  # type: ignore[attr-defined]
        return render(request, f"{ROOM}/closed.html", {"frame": frame})
    page = ConductPage.of(request.actor, frame.client, clock.now())  # type: ignore[attr-defined]
    if page.restrictions:
        # Restrictions are read for both their sides at once, so the reading is noted here.
        audit.record("conduct.restriction.read", actor=request.actor,  # type: ignore[attr-defined]
                     at=clock.now(), client_id=client_id)  # fmt: skip
    return render(request, f"{ROOM}/chart.html", {"frame": frame, "page": page})


@requires(C, get=M, post=M, get_if=writes_events, post_if=writes_events)
def event_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What happened and the talk about it: one form, no more than five fields to touch."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client, now = client_on_team(actor, client_id), clock.now()
    form = EventForm(request.POST or None, initial={"at": timezone.localtime(now)})
    return form_page(
        request, form, template=f"{ROOM}/event.html",
        title=_("Something happened"),
        lead=short_name_for(actor, client),
        save=_("Keep it"),
        back=back_to(actor, client),
        done=_("Kept. The client reads it on their own page and may answer."),
        fields={
            "event_words_missing": "words", "event_in_the_future": "at", "kind_unknown": "kind",
            "stance_unknown": "stance", "step_words_missing": "talk",
        },
        perform=lambda: actions.record_event(
            actor=actor, client_id=client.pk, now=now, **_typed(form, "at", "form_version"),
            at=form.cleaned_data["at"],
        ),
    )  # fmt: skip


@requires(C, get=M, post=M, get_if=sees_room, post_if=sees_room)
def step(request: HttpRequest, conduct_event_id: UUID) -> HttpResponse:
    """The next step as the answer to one event; the rule stands beside a refusal."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    event, client, reads = event_in_reach(actor, conduct_event_id)
    now, leads = clock.now(), may_lead(actor, client)
    held = ladder_standing(client.pk, now)
    today = clock.today(client.site.time_zone)
    others = [
        (str(each.pk), each.name)
        for each in workers_here(client.site_id, today)
        if each.pk != actor.worker_id
    ]
    form = StepForm(
        request.POST or None, kind=event.kind, others=others, leads=leads,
        initial={"rung": held.next_rung},
    )  # fmt: skip
    standing = (
        _("Nothing of the conduct ladder counts now.")
        if not held.rung
        else _("What counts now: %(rung)s.") % {"rung": words.words(words.RUNGS, held.rung)}
    )
    return form_page(
        request, form, template=f"{ROOM}/step.html",
        title=_("Next step"),
        lead=f"{short_name_for(actor, client)} · {words.words(words.EVENTS, event.kind)}",
        save=_("Keep the step"),
        back=back_to(actor, client),
        done=_("Kept. The client reads it on their own page, with how to appeal."),
        standing="" if _is_clinical(event) else standing,
        told=(event.words,) if reads else (), told_title=_("What happened"),
        fields={
            "step_words_missing": "words", "step_consequence_missing": "consequence",
            "step_review_day_missing": "review_on", "step_review_day_past": "review_on",
            "stance_unknown": "stance", "ladder_ground_stated": "safety_ground",
            "ladder_two_of_staff": "others", "ladder_one_in_charge": "others",
            "ladder_one_rung_at_a_time": "rung", "ladder_use_alone_is_clinical": "rung",
            "ladder_step_answers_conduct": "rung",
        },
        perform=lambda: actions.take_step(
            actor=actor, event_id=event.pk, now=now,
            other_ids=[UUID(pk) for pk in form.cleaned_data.get("others", ())],
            **_typed(form, "others", "form_version"),
        ),
    )  # fmt: skip


@requires(C, get=M, post=M, get_if=writes_events, post_if=writes_events)
def reply(request: HttpRequest, conduct_step_id: UUID) -> HttpResponse:
    """The client's answer to a step, written down for them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row, client = step_in_reach(actor, conduct_step_id)
    form = ReplyForm(request.POST or None)
    return form_page(
        request, form,
        title=_("The client's reply"),
        lead=f"{short_name_for(actor, client)} · {words.words(words.RUNGS, row.rung)}",
        save=_("Keep the reply"),
        back=back_to(actor, client),
        done=_("Kept in their words."),
        told=(row.words, row.consequence) if row.consequence else (row.words,),
        fields={"stance_unknown": "stance", "reply_words_missing": "words"},
        perform=lambda: actions.reply_to_step(
            actor=actor, step_id=row.pk, now=clock.now(), **_typed(form, "form_version")
        ),
    )  # fmt: skip


@requires(C, get=M, post=M, get_if=writes_events, post_if=writes_events)
def appeal_new(request: HttpRequest, conduct_step_id: UUID) -> HttpResponse:
    """The client appeals by somebody's hand."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row, client = step_in_reach(actor, conduct_step_id)
    form = AppealForm(request.POST or None)
    return form_page(
        request, form,
        title=_("Appeal"),
        lead=f"{short_name_for(actor, client)} · {words.words(words.RUNGS, row.rung)}",
        save=_("File the appeal"),
        back=back_to(actor, client),
        done=_("Filed. Somebody who had no part in the step hears it."),
        told=(row.words,),
        fields={"appeal_words_missing": "words"},
        perform=lambda: actions.file_appeal(
            actor=actor, step_id=row.pk, words=form.cleaned_data["words"], now=clock.now()
        ),
    )  # fmt: skip


@requires(
    RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE, get_if=is_in_charge,
    post_if=is_in_charge,
)  # fmt: skip
def appeal(request: HttpRequest, conduct_appeal_id: UUID) -> HttpResponse:
    """Hear an appeal: what the step says, what the client says, the answer.

    Who had a part in it reads why somebody else hears it, and is asked for no answer.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Appeal.objects.for_actor(actor, Purpose.TREATMENT)
    row = rows.select_related("client").get(pk=conduct_appeal_id)
    if row.heard_at is not None and request.method != "POST":
        return redirect("desk:conduct")
    decision = hearing(actor, row)
    more: dict[str, Any] = {} if decision.outcome == ALLOW else {"shut": True, "decision": decision}
    form = HearForm(request.POST or None, version=row.version)
    return form_page(
        request, form,
        title=_("An appeal"),
        lead=short_name_for(actor, row.client),
        save=_("Answer"),
        back=Act(_("Back"), reverse("desk:conduct")),
        done=_("Answered. The client reads it on their own page."),
        told=(row.told, _("The client says: %(words)s") % {"words": row.words}),
        fields={
            "appeal_outcome_unknown": "outcome", "appeal_answer_missing": "answer",
        },
        perform=lambda: actions.hear_appeal(
            actor=actor, appeal_id=row.pk, now=clock.now(),
            expected_version=form.expected_version, **_typed(form, "form_version"),
        ),
        **more,
    )  # fmt: skip


@requires(C, get=M, post=M, get_if=writes_events, post_if=writes_events)
def note_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A short note about dress or conduct, with the rule."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_on_team(actor, client_id)
    form = NoteForm(request.POST or None, edition=edition_in_force(program_for(client.pk)))
    return form_page(
        request, form,
        title=_("Short note"),
        lead=short_name_for(actor, client),
        save=_("Keep the note"),
        back=back_to(actor, client),
        done=_("Kept. The client reads it and may answer."),
        fields={
            "note_kind_unknown": "kind", "note_words_missing": "words",
            "note_headwear_exempt": "words", "rule_not_in_force": "rule_code",
        },
        perform=lambda: actions.write_conduct_note(
            actor=actor, client_id=client.pk, now=clock.now(), **_typed(form, "form_version")
        ),
    )  # fmt: skip


def _typed(form: Any, *without: str) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name not in without}


def _is_clinical(event: ConductEvent) -> bool:
    return EVENT_KINDS[event.kind].ladder == CLINICAL


def back_to(actor: Actor, client: Client) -> Act:
    """To the client's tab, or to the room for who does not open charts."""
    if policy_of("desk:chart_conduct").allows(actor, "GET"):
        return Act(_("Back"), reverse("desk:chart_conduct", args=[client.pk]))
    return Act(_("Back"), reverse("desk:conduct"))
