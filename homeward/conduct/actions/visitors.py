"""Signing visitors in and out. The book names no client."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.conduct.actions.refusals import (
    AlreadySaid,
    BadgeTaken,
    KindUnknown,
    NotAPlace,
    WordsMissing,
)
from homeward.conduct.models import Visit
from homeward.conduct.reaching import workers_here
from homeward.conduct.rules.visiting import PURPOSES, is_place
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import STAFF, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.staff.models import Worker


def keeps_the_book(actor: Actor) -> bool:
    """Whether the actor signs visitors in: who keeps schedules."""
    return actor.kind == STAFF and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)


@action
def sign_in_visitor(
    *,
    actor: Actor,
    site_id: UUID,
    name: str,
    purpose: str,
    host_id: UUID,
    badge: str,
    has_promised: bool,
    now: datetime,
    organisation: str = "",
) -> Visit:
    """One visitor comes in, with a badge, a host, and the promise to keep what they see.

    Raises NotAPlace where they come from a person, the same for every name; BadgeTaken,
    WordsMissing without a name or a promise; Site.DoesNotExist for another site.
    """
    if not keeps_the_book(actor) or actor.worker_id is None:
        raise NotAllowed
    if actor.site_ids and site_id not in actor.site_ids:
        raise Site.DoesNotExist
    site = Site.objects.get(pk=site_id)
    if purpose not in PURPOSES:
        raise KindUnknown("visit_purpose_unknown")
    if not name.strip():
        raise WordsMissing("visit_name_missing")
    if not badge.strip():
        raise WordsMissing("visit_badge_missing")
    if not has_promised:
        raise WordsMissing("visit_promise_missing")
    here = workers_here(site.pk, local_day(now, site.time_zone))
    host = next((each for each in here if each.pk == host_id), None)
    if host is None:
        raise Worker.DoesNotExist
    if not is_place(organisation):
        raise NotAPlace("visit_organisation_no_place")
    try:
        with transaction.atomic():
            visit = Visit.objects.create(
                site=site,
                name=" ".join(name.split())[:120],
                organisation=" ".join(organisation.split())[:120],
                purpose=purpose,
                host=host,
                badge=badge.strip()[:20],
                promised_at=now,
                in_at=now,
                by_id=actor.worker_id,
            )
    except IntegrityError as fault:
        raise BadgeTaken from fault
    audit.record("conduct.visitor.came", actor=actor, subject=visit, at=now, reason=purpose)
    return visit


@action
def sign_out_visitor(*, actor: Actor, visit_id: UUID, now: datetime) -> Visit:
    """The visitor left and gave the badge back."""
    if not keeps_the_book(actor):
        raise NotAllowed
    rows = Visit.objects.select_for_update(of=("self",))
    if actor.site_ids:
        rows = rows.filter(site_id__in=actor.site_ids)
    visit = rows.get(pk=visit_id)
    if visit.out_at is not None:
        raise AlreadySaid("visitor_left_before")
    visit.change(out_at=now, out_by_id=actor.worker_id)
    audit.record("conduct.visitor.left", actor=actor, subject=visit, at=now)
    return visit
