"""Finding what a page of the way in is about, within the actor's reach or not at all."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.assessments.queries import diagnosis_of
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def inquiry_of(actor: Actor, inquiry_id: UUID) -> Inquiry:
    """One inquiry to read; raises Inquiry.DoesNotExist, which becomes "not found"."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS)
    return rows.select_related("site", "program", "payer", "taken_by").get(pk=inquiry_id)  # type: ignore[no-any-return]


def client_of(actor: Actor, client_id: UUID) -> Client:
    """One client's record to read; raises Client.DoesNotExist."""
    return (
        Client.objects.for_actor(actor, Purpose.TREATMENT).select_related("site").get(pk=client_id)
    )  # type: ignore[no-any-return]


def way_back(actor: Actor, client: Client) -> Act:
    """To the inquiry the client is on, or to the record."""
    found = way_in(actor, client)
    return found or Act(_("Back to the record"), reverse("desk:chart", args=[client.pk]))


def way_in(actor: Actor, client: Client) -> Act | None:
    """To the inquiry the client is on, where this actor may read it."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.READ)
    inquiry = rows.filter(client_id=client.pk).order_by("-first_request_at").first()
    if inquiry is None or inquiry.state == Inquiry.State.ADMITTED:
        return None
    return Act(_("Back to the way in"), reverse("desk:admissions_case", args=[inquiry.pk]))


def diagnosis_found(actor: Actor, client: Client) -> str:
    """The principal code the assessment or the interview found; empty when neither states one."""
    if stated := diagnosis_of(actor, client):
        return stated
    visits = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT)
    kept = visits.filter(client_id=client.pk, state=AssessmentVisit.State.KEPT)
    newest = kept.order_by("-ended_at").first()
    return newest.diagnosis if newest is not None else ""


def assessor_of(actor: Actor, inquiry: Inquiry) -> str:
    """The key of the clinician who was given the assessment; empty before an appointment."""
    visits = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT).filter(inquiry=inquiry)
    newest = visits.order_by("-starts_at").first()
    return str(newest.worker_id) if newest is not None else ""
