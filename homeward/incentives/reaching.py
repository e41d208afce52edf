"""The client held while their course is written to, and who may reach what."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access, may
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.incentives.ledger import LEDGER
from homeward.incentives.models import Proposal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, Stop
from homeward.people.queries import reaches
from homeward.people.stops import stop_of
from homeward.staff.models import RoleGrant
from homeward.staff.queries import held_on


def held(actor: Actor, client_id: UUID, record_class: RecordClass) -> Client:
    """The client's row, locked; they themselves, or somebody who may write that class of theirs.

    Raises Client.DoesNotExist out of reach.
    """
    client = lock(client_id)
    if actor.kind == CLIENT:
        if actor.client_id != client.pk:
            raise Client.DoesNotExist
    elif actor.kind != SERVICE and not reaches(actor, client, record_class, to=Access.WRITE):
        raise Client.DoesNotExist
    return client


def lock(client_id: UUID) -> Client:
    """One client at a time: two tests of one person are counted one after the other."""
    rows = Client.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    held = rows.select_for_update(of=("self",), no_key=True).select_related("site")
    client: Client = held.get(pk=client_id)
    return client


def worker_of(actor: Actor) -> UUID:
    """Who proposes or confirms is a person at work here."""
    if actor.worker_id is None:
        raise NotAllowed("a_person_at_work")
    return actor.worker_id


def has_died(client_id: UUID) -> bool:
    """Nothing is handed over to somebody who died; what is owed is voided by two people."""
    stop = stop_of(client_id)
    return stop is not None and stop.kind == Stop.Kind.DIED


def sees_reason_of(actor: Actor, row: Proposal) -> bool:
    """Whether somebody may read and settle a proposal within reach.

    What is put right about a turn tells of a test: it is for those who read the client's tests.
    """
    if row.kind != Proposal.Kind.CORRECT or actor.kind == SERVICE:
        return True
    return row.client is not None and reaches(actor, row.client, RecordClass.DRUG_TESTS)


def supervises_at(worker_id: UUID, site_id: UUID, on: date) -> bool:
    """Whether this worker is a supervisor of this site on this day."""
    held_now = RoleGrant.objects.filter(held_on(on), worker_id=worker_id, role=Role.SUPERVISOR)
    return bool(held_now.filter(Q(site=None) | Q(site_id=site_id)).exists())


def may_keep(actor: Actor, site_id: UUID) -> None:
    """Cards and prizes of a site are kept by whoever writes its day there; raises NotAllowed."""
    if actor.kind == SERVICE:
        return
    here = {grant.role for grant in actor.grants if grant.site_id in (None, site_id)}
    if not may(frozenset(here), RecordClass.SCHEDULE, Access.WRITE):
        raise NotAllowed("not_for_this_site")
