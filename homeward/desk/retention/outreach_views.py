"""Reaching people who did not come: the worklist, and one ladder with the place to log a try."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.retention.forms import OutreachForm
from homeward.desk.retention.outreach_page import Ladder, ReachList
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.progress.outreach import outreach_for
from homeward.retention import actions, words
from homeward.retention.actions.take_step import client_whole, ways_now
from homeward.retention.ladder import rungs_by_step
from homeward.retention.ways import asks_contacts, contacts_that_may_be_told

ROOM = "desk/retention"
FIELDS = {
    "whom_needed": "contact",
    "decision_missing": "outcome",
    "decision_needs_note": "note",
    "no_consent_to_contact": "contact",
}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.SCHEDULE, get=Access.WRITE)
def outreach_list(request: HttpRequest) -> HttpResponse:
    """Everybody who did not come and was not reached yet, with one press to log a try."""
    page = ReachList.of(_actor(request), request.GET.get("show", ""), clock.now())
    return render(request, f"{ROOM}/outreach_list.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE, decides_sending=True)
def outreach(request: HttpRequest, mark_id: UUID) -> HttpResponse:
    """One ladder: the step that is asked for, the ways that are open now, and what was tried.

    What is allowed to be sent or told is decided in the present, so the page reads no snapshot.
    """
    actor, now = _actor(request), clock.now()
    item = outreach_for(actor, mark_id, now)
    client: Any = item.mark.client
    contacts = contacts_that_may_be_told(client, now) if asks_contacts([item.next.step]) else []
    ways = ways_now(client_whole(item.mark.client_id), item, now)
    form = OutreachForm(
        request.POST or None, channels=ways.extras["channels"],
        contacts=[(str(each.pk), f"{each.name}, {each.relation}") for each in contacts],
        initial={"step": item.next.step, "channel": next(iter(ways.extras["channels"]), "")},
    )  # fmt: skip
    rung = rungs_by_step([item.mark.pk]).get((item.mark.pk, item.next.step))
    return answer_step(
        request,
        form,
        template=f"{ROOM}/outreach.html",
        page={
            "page": Ladder.of(actor, item, rung, ways, now),
            "asks_contact": bool(contacts),
            "back": back_to(_("Back"), reverse("desk:outreach_list")),
        },
        perform=lambda form: actions.take_step(
            actor=actor, mark_id=item.mark.pk, step=form.cleaned_data["step"],
            channel=form.cleaned_data["channel"], outcome=form.cleaned_data["outcome"],
            note=form.cleaned_data["note"], now=clock.now(),
            contact_id=UUID(form.cleaned_data["contact"])
            if form.cleaned_data["contact"]
            else None,
        ),
        done=_("The try is written down."),
        then=reverse("desk:outreach_list"),
        refusal_words=words.refusal,
        fields=FIELDS | {f"way_shut_{way}": "channel" for way in ways.extras["channels"]},
    )  # fmt: skip
