"""Which rows of this room an actor reaches, and who they are to them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.consents.active import in_force
from homeward.consents.models import Consent
from homeward.consents.relations import EMPLOYER, PURPOSE_OF
from homeward.core.access import Access
from homeward.core.actors import AGENCY, CLIENT, SERVICE, STAFF, Actor
from homeward.core.clock import local_day
from homeward.core.records import Record
from homeward.doorways.models import Device, Doorway
from homeward.doorways.rules.cards import CardNumbers
from homeward.doorways.rules.pins import PinNumbers
from homeward.doorways.rules.whose import By, Whose
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty, Role
from homeward.people.models import Client, Contact, Stop
from homeward.people.queries import reaches
from homeward.people.stops import stop_of
from homeward.program.models import Program
from homeward.program.queries import numbers_for

HOUSE = Actor.of_service("doorways")


def rows_of(model: Any) -> Any:
    """Every row of a kind, for the house: the door must know whoever stands before it."""
    return model.objects.for_actor(HOUSE, Purpose.OPERATIONS)


def client_by(actor: Actor, client_id: UUID, to: Access = Access.WRITE) -> Client:
    """The client whose ways in the actor keeps (or sees); Client.DoesNotExist out of reach."""
    client: Client = rows_of(Client).select_related("site").get(pk=client_id)
    is_own = actor.kind == CLIENT and actor.client_id == client.pk
    if actor.kind == SERVICE or is_own or reaches(actor, client, RecordClass.SCHEDULE, to):
        return client
    if to is Access.READ and reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE):
        return client
    # The office opens agencies' ways in without keeping anybody's schedule.
    if is_office(actor) and reaches(actor, client, RecordClass.CONSENTS):
        return client
    raise Client.DoesNotExist


def is_office(actor: Actor) -> bool:
    """The director, or whoever answers for privacy."""
    return actor.has_role(Role.DIRECTOR) or Duty.PRIVACY_OFFICER in actor.duties


def is_by(actor: Actor, client: Client) -> frozenset[By]:
    """Who the actor is to this client's ways in."""
    if actor.kind == CLIENT:
        return frozenset({By.CLIENT} if actor.client_id == client.pk else {By.OTHER})
    if actor.kind == SERVICE:
        return frozenset({By.DESK, By.CONSENTS, By.OFFICE})
    found = set()
    if actor.kind == STAFF:
        if reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE):
            found.add(By.DESK)
        if reaches(actor, client, RecordClass.CONSENTS, Access.WRITE):
            found.add(By.CONSENTS)
        if is_office(actor):
            found.add(By.OFFICE)
    return frozenset(found or {By.OTHER})


def gives_record(actor: Actor, client: Client) -> bool:
    """Whether what the actor hands out may open the record: who may write the identity."""
    if actor.kind == SERVICE:
        return True
    return actor.kind == STAFF and reaches(actor, client, RecordClass.IDENTITY, Access.WRITE)


def whose_of(contact: Contact | None) -> Whose:
    """Whose way in a contact's would be."""
    if contact is None:
        return Whose.CLIENT
    return Whose.AGENCY if contact.kind in Contact.OUTSIDE else Whose.FAMILY


def has_consent(contact_id: UUID | None, at: datetime) -> bool:
    """Whether a consent in force names this officer, or this employer."""
    if contact_id is None:
        return False
    contact = rows_of(Contact).filter(pk=contact_id).first()
    is_employer = contact is not None and contact.kind == Contact.Kind.EMPLOYER
    kind, purpose = EMPLOYER if is_employer else PURPOSE_OF[AGENCY]
    rows = rows_of(Consent).filter(contact_id=contact_id, kind=kind, purposes__contains=[purpose])
    return bool(in_force(rows, at).exists())


def came_in_before(contacts: Collection[Contact]) -> frozenset[UUID]:
    """Who of these ever came in, and so may have things of their own here."""
    ids = [each.pk for each in contacts]
    with_device = rows_of(Device).filter(doorway__contact__in=ids)
    accounts = Account.objects.filter(pk__in=[each.account_id for each in contacts])
    with_password = {each.pk for each in accounts if each.has_usable_password()}
    return frozenset(with_device.values_list("doorway__contact_id", flat=True)) | {
        each.pk for each in contacts if each.account_id in with_password
    }


def has_died(client_id: UUID) -> bool:
    """Whether a death stands on record."""
    stop = stop_of(client_id)
    return stop is not None and stop.kind == Stop.Kind.DIED


def own_doorway(client_id: UUID) -> Doorway | None:
    """The client's own way in, ended or not."""
    return rows_of(Doorway).filter(client_id=client_id, contact=None).first()


def numbers_of(client: Client, now: datetime) -> tuple[CardNumbers, PinNumbers]:
    """The program's numbers: of the program the client is or last was in."""
    episodes = rows_of(Episode).filter(client_id=client.pk).order_by("-admitted_at")
    episode = episodes.only("program").first()
    program = episode.program_id if episode else Program.objects.order_by("code").first()
    held = numbers_for(program, local_day(now, client.site.time_zone))
    return (
        CardNumbers(held["door_card_hours"].value, held["door_card_tries"].value),
        PinNumbers(held["door_pin_tries"].value),
    )


def locked(row: Record) -> Any:
    """The same row, held until the end of the transaction."""
    return rows_of(type(row)).select_for_update(of=("self",)).get(pk=row.pk)
