"""Reaching a client or a medicine to write about, and the site's own day."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.medications.models import Medication
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.models import Program
from homeward.staff.models import Worker

SERVICE = Actor.of_service("medications")


def client_for(actor: Actor, client_id: UUID, to: Access = Access.WRITE) -> Client:
    """The client whose medical record the actor may write; Client.DoesNotExist out of reach."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    if not reaches(actor, client, RecordClass.MEDICAL, to=to):
        raise Client.DoesNotExist
    return client


def locked_medicine(
    actor: Actor, medication_id: UUID, *, expected_version: int | None = None
) -> Medication:
    """The line of the list, locked for a change; raises Medication.DoesNotExist, StaleVersion."""
    medication: Medication = (
        Medication.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("site", "client")
        .get(pk=medication_id)
    )
    expect_version(medication, expected_version)
    return medication


def watched_medicine(actor: Actor, medication_id: UUID) -> Medication:
    """The same for whoever watches doses: locked against a second mark, in the smallest slice."""
    medication: Medication = (
        Medication.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
        .select_for_update(of=("self",))
        .select_related("site")
        .get(pk=medication_id)
    )
    return medication


def local_day(moment: datetime, site: Any) -> date:
    """The date at the site's own wall clock."""
    return moment.astimezone(ZoneInfo(site.time_zone)).date()


def program_of(client_id: UUID) -> Program | None:
    """The program whose numbers count for a client: of the open episode, else the house's first."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client_id=client_id)
    episode = rows.filter(ended_at=None).select_related("program").first()
    return episode.program if episode else Program.objects.order_by("code").first()


def second_person(by_id: UUID | None, second_id: UUID | None, site_id: UUID) -> Worker | None:
    """Somebody else of the same site, where one was named; Worker.DoesNotExist otherwise."""
    if second_id is None:
        return None
    others = Worker.objects.exclude(pk=by_id) if by_id else Worker.objects.all()
    return others.get(pk=second_id, site_id=site_id)
