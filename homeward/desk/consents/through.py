"""The wizard's way through an exchange: which one, then to whom behind it (42 CFR 2.24, 2.31)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.consents import actions
from homeward.consents.actions.through import members_of
from homeward.consents.models import Consent, OutsideParty
from homeward.consents.terms import TERMS
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.reaching import client_of
from homeward.desk.consents.drafting import FIELDS, chosen_scope
from homeward.desk.consents.drafting_forms import ThroughForm
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass

KIND = Consent.Kind.SPECIFIC


@requires(RecordClass.CONSENTS, get=Access.WRITE)
def consent_through(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Which exchange; one without members could pass nothing on and is not offered."""
    client = client_of(request.actor, client_id)  # type: ignore[attr-defined]
    now = clock.now()
    lines = []
    for row in OutsideParty.objects.filter(is_intermediary=True).order_by("name"):
        count = len(members_of(row, now))
        url = reverse("desk:consent_through_draft", args=[client.pk, row.pk])
        lines.append(
            {
                "name": row.name,
                "about": ngettext("%d member today", "%d members today", count) % count
                if count
                else _("nobody is on its list of members"),
                "act": Act(_("Choose"), url, about=row.name) if count else None,
                "members": Act(
                    _("Members"), reverse("desk:exchange_members", args=[row.pk]), about=row.name
                ),
            }
        )
    look = Act(_("Look somebody up"), reverse("desk:party_new"))
    facts = {"client": client, "lines": lines, "look": look, "back": _back(client.pk)}
    return render(request, "desk/consents/through.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_through_draft(request: HttpRequest, client_id: UUID, exchange_id: UUID) -> HttpResponse:
    """What it covers, and which members of the exchange may receive it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    exchange = OutsideParty.objects.get(pk=exchange_id, is_intermediary=True)
    form = ThroughForm(
        request.POST or None,
        terms=TERMS[KIND],
        members=members_of(exchange, clock.now()),
        today=clock.today(client.site.time_zone),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            draft = actions.draft_consent(
                actor=actor,
                client_id=client_id,
                kind=KIND,
                party_id=exchange.pk,
                designation=data["designation"],
                member_ids=data["member_ids"]
                if data["designation"] == Consent.Designation.MEMBERS
                else (),
                **chosen_scope(data, client),
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            return redirect("desk:consent", draft.pk)
    facts = {
        "form": form,
        "client": client,
        "kind": _("Through %(name)s") % {"name": exchange.name},
        "about": _("It receives the records and passes them on to the members the client means."),
        "back": _back(client.pk),
    }
    return render(request, "desk/consents/draft.html", facts, status=422 if form.errors else 200)


def _back(client_id: UUID) -> Act:
    return Act(_("All kinds"), reverse("desk:consent_new", args=[client_id]))
