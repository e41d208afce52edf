"""A worker's open duties, and ending one with what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.times import when
from homeward.desk.conversations.links import behind_a_message
from homeward.desk.disclosures.asks import asked_by_agency
from homeward.desk.families.links import told_by_family
from homeward.desk.linkage.links import followed_by
from homeward.desk.refusing import say_no
from homeward.desk.reviews.links import denied_by_payer
from homeward.desk.safety.addresses import crisis_act
from homeward.desk.tasks.late import said_late
from homeward.desk.tasks.todo import todo_page
from homeward.instruments.words import SAFETY_ACTIONS
from homeward.kernel.records import RecordClass
from homeward.notes.duty_kinds import LATE
from homeward.tasks.actions import complete_task
from homeward.tasks.kinds import DutyKind, kind_of
from homeward.tasks.models import CareTask
from homeward.tasks.queries import answers_duties, duties_in_reach

TONES = {"now": "urgent", "same_day": "urgent", "next_contact": "attention", "routine": "neutral"}


class DispositionForm(ActionForm):
    """What came of it."""

    disposition = forms.ChoiceField(label=gettext_lazy("What came of it"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("In a sentence"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, kind: DutyKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["disposition"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.code, each.words) for each in kind.dispositions]


@dataclass(frozen=True, slots=True)
class TaskPage:
    """One duty with its origin."""

    task: CareTask
    name: str
    title: str
    words: str
    due: str
    is_late: bool
    tone: str
    origin: Act | None
    asks: Act | None
    crisis: Act | None
    closed: str

    @classmethod
    def of(cls, actor: Actor, task: CareTask, now: datetime) -> "TaskPage":
        """The duty in words; links only where the actor may follow them."""
        detail, clinical = task.detail, may(actor.roles, RecordClass.ASSESSMENT, Access.READ)
        origin = asks = None
        if clinical and detail.get("response"):
            origin = Act(_("The answers"), reverse("desk:response", args=[detail["response"]]))
        if detail.get("hold") and may(actor.roles, RecordClass.MEDICAL, Access.WRITE):
            url = reverse("desk:admissions_release", args=[detail["hold"]])
            origin = Act(_("The hold"), url)
            if task.closed_at is None:
                url = reverse("desk:nursing_gates", args=[task.client_id])
                asks = Act(_("Ask the medical questions"), url, "primary")
        if clinical and detail.get("asks") and task.closed_at is None:
            url = reverse("desk:questionnaire", args=[task.client_id, detail["asks"]])
            asks = Act(_("Ask the next questionnaire"), url, "primary")
        if clinical and task.kind.startswith("plan_"):
            origin = Act(_("The plan"), reverse("desk:chart_plan", args=[task.client_id]))
        if detail.get("session") and may(actor.roles, RecordClass.NOTES, Access.READ):
            room = "desk:group_review" if task.kind == LATE else "desk:group_room"
            origin = Act(_("The session"), reverse(room, args=[detail["session"]]))
        is_open_step = detail.get("rung") and detail.get("mark") and task.closed_at is None
        if is_open_step and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE):
            origin = Act(_("The step"), reverse("desk:outreach", args=[detail["mark"]]))
        origin = (
            origin
            or followed_by(actor, task)
            or told_by_family(actor, task)
            or asked_by_agency(actor, task)
            or behind_a_message(actor, task)
            or denied_by_payer(actor, task)
        )
        kind = kind_of(task.kind)
        chosen = kind.by_code.get(task.disposition)
        return cls(
            task=task,
            name=task.client.name,
            title=str(kind.words),
            words=str(
                SAFETY_ACTIONS.get(detail.get("rule", ""))
                or detail.get("words", "")
                or _whose(detail)
                or kind.what_to_do
            ),
            due=" · ".join(filter(None, (when_due(task), said_late(task)))),
            is_late=task.closed_at is None and task.due_at < now,
            tone=TONES.get(task.urgency, "neutral"),
            origin=origin,
            asks=asks,
            crisis=crisis_act(actor, task),
            closed=_("%(what)s, %(when)s. %(note)s")
            % {
                "what": chosen.words if chosen else task.disposition,
                "when": when(task.closed_at),
                "note": task.disposition_note,
            }
            if task.closed_at
            else "",
        )


def when_due(task: CareTask) -> str:
    """By when, and whose."""
    words = _("due %(when)s · %(owner)s")
    return words % {"when": when(task.due_at), "owner": task.owner.name}


def _whose(detail: dict[str, Any]) -> str:
    """Of a duty about somebody else's duty: whose it is, and which."""
    if detail.get("session"):
        return _("%(name)s: %(count)s to write and sign") % {
            "name": detail.get("owner", ""), "count": detail.get("count", ""),
        }  # fmt: skip
    if "of" not in detail:
        return ""
    return f"{detail.get('owner', '')}: {kind_of(detail['of']).words}"


@requires(RecordClass.SCHEDULE, get=Access.READ)
def tasks(request: HttpRequest) -> HttpResponse:
    """Everything that waits for this worker, in sections, what is due first at the top."""
    page = todo_page(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/tasks/list.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, post_if=answers_duties)
def task(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """One duty; it ends only with what came of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = duties_in_reach(actor)
    row: CareTask = rows.select_related("client", "owner", "closed_by").get(pk=task_id)
    form = DispositionForm(request.POST or None, kind=kind_of(row.kind), version=row.version)
    if request.method == "POST" and form.is_valid():
        try:
            complete_task(
                actor=actor,
                task_id=task_id,
                disposition=form.cleaned_data["disposition"],
                note=form.cleaned_data["note"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"disposition_needs_note": "note"})
        else:
            messages.success(request, _("Recorded."))
            return redirect("desk:tasks")
    facts = {"page": TaskPage.of(actor, row, clock.now()), "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/tasks/task.html", facts, status=status)
