"""The plan against going back to use as a paper."""

from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.dayplans import pages
from homeward.dayplans.models import PreventionPlan
from homeward.dayplans.reaching import zone_of
from homeward.desk.prints.making import TEMPLATE
from homeward.desk.prints.papers.composing import Paper, Part, Signed
from homeward.documents.actions import make_document
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def make_prevention_paper(actor: Actor, plan_id: UUID, now: datetime) -> Document | None:
    """A signed version as a document; None for a draft, DoesNotExist out of reach."""
    rows = PreventionPlan.objects.for_actor(actor, Purpose.TREATMENT).select_related("written_by")
    plan: PreventionPlan = rows.get(pk=plan_id)
    if plan.signed_at is None:
        return None
    clients = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = clients.select_related("site").get(pk=plan.client_id)
    text = pages.prevention_text(plan, zone_of(client))
    signed = date_format(plan.signed_at.astimezone(zone_of(client)), "j F Y, H:i")
    paper = Paper(
        _("Prevention plan %(number)s") % {"number": plan.number},
        [(_("Written"), text.written)],
        tuple(
            Part(
                part.title,
                text="\n".join(f"{each.text} {each.phone}".strip() for each in part.lines),
            )
            for part in text.parts
        ),
        (Signed(plan.signed_name, "", _("the client’s own"), signed, plan.content_hash[:16]),),
    )
    made: Document = make_document(
        actor=actor, client=client, kind="prevention", title="prevention", subject_id=plan.pk,
        content=paper.content(actor, client), now=now, template=TEMPLATE, once=True,
    )  # fmt: skip
    return made
