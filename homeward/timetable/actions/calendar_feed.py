"""Secret calendar addresses: made, shown once, revoked; and what calendars say of a place."""

import secrets
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.notices.queries import own_names
from homeward.notices.rules.lexicon import hits
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.staff.models import Worker
from homeward.timetable.calendars import CalendarPlace, ClientFeed, StaffFeed
from homeward.timetable.feeding import digest_of_address
from homeward.timetable.permissions import require_planner, works_at

BYTES = 32


class NoOpenFeed(Refusal):
    """There is no open calendar address to revoke."""


class NotNeutral(Refusal):
    """The words of a place say too much."""


@action
def open_staff_feed(*, actor: Actor, now: datetime) -> str:
    """Make one's own calendar address; an older one ends. Answers the secret, once."""
    if actor.worker_id is None:
        raise NotAllowed("not_staff")
    # Two presses at one moment make one address after the other, never two at once.
    Worker.objects.select_for_update(of=("self",), no_key=True).get(pk=actor.worker_id)
    StaffFeed.objects.filter(worker_id=actor.worker_id, revoked_at=None).update(revoked_at=now)
    secret = secrets.token_urlsafe(BYTES)
    feed = StaffFeed.objects.create(
        worker_id=actor.worker_id, digest=digest_of_address(secret), made_at=now
    )
    audit.record("timetable.feed.opened", actor=actor, subject=feed, at=now)
    return secret


@action
def close_staff_feed(*, actor: Actor, now: datetime) -> None:
    """Revoke one's own calendar address; it answers like one that never was. Raises NoOpenFeed."""
    if actor.worker_id is None:
        raise NoOpenFeed
    feed = StaffFeed.objects.filter(worker_id=actor.worker_id, revoked_at=None).first()
    if feed is None:
        raise NoOpenFeed
    feed.change(revoked_at=now)
    audit.record("timetable.feed.revoked", actor=actor, subject=feed, at=now)


@action
def open_client_feed(*, actor: Actor, now: datetime) -> str:
    """Make the client's own calendar address; an older one ends. Answers the secret, once."""
    if actor.kind != CLIENT:
        raise NotAllowed("not_a_client")
    rows = Client.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    client = rows.select_for_update(of=("self",), no_key=True).get(pk=actor.client_id)
    _feeds(actor).filter(client=client, revoked_at=None).update(revoked_at=now)
    secret = secrets.token_urlsafe(BYTES)
    feed = ClientFeed.objects.create(
        client=client, site_id=client.site_id, digest=digest_of_address(secret), made_at=now
    )
    audit.record("timetable.feed.opened", actor=actor, subject=feed, at=now)
    return secret


@action
def close_client_feed(*, actor: Actor, client_id: UUID, now: datetime) -> None:
    """Revoke a client's calendar address: the client, or staff who write the schedule.

    Raises NoOpenFeed.
    """
    feed = _feeds(actor).filter(client_id=client_id, revoked_at=None).first()
    if feed is None:
        raise NoOpenFeed
    feed.change(revoked_at=now)
    audit.record("timetable.feed.revoked", actor=actor, subject=feed, at=now)


@action
def say_calendar_place(*, actor: Actor, site_id: UUID, words: str, now: datetime) -> CalendarPlace:
    """What calendars show as the place of a site; empty shows none.

    Raises NotNeutral for words a stranger could read too much in, and NotAllowed.
    """
    require_planner(actor)
    if not works_at(actor, site_id):
        raise Site.DoesNotExist
    plain = " ".join(words.split())
    if hits(plain, own_names()):
        raise NotNeutral
    place, is_new = CalendarPlace.objects.get_or_create(
        site_id=site_id, defaults={"words": plain, "set_at": now, "set_by_id": actor.worker_id}
    )
    if not is_new:
        place.change(words=plain, set_at=now, set_by_id=actor.worker_id)
    audit.record("timetable.place.said", actor=actor, subject=place, at=now)
    return place


def _feeds(actor: Actor):  # type: ignore[no-untyped-def]
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    return ClientFeed.objects.for_actor(actor, purpose, to=Access.WRITE)
