"""The client held while their course is written to, and who may reach what."""

from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.incentives.ledger import LEDGER
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches


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


def may_keep(actor: Actor, site_id: UUID) -> None:
    """Cards and prizes of a site are kept by whoever writes its day there; raises NotAllowed."""
    if actor.kind == SERVICE:
        return
    here = {grant.role for grant in actor.grants if grant.site_id in (None, site_id)}
    if not may(frozenset(here), RecordClass.SCHEDULE, Access.WRITE):
        raise NotAllowed("not_for_this_site")
