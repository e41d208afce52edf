"""Two clients who are not to sit in one group."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import KeptApart
from homeward.timetable.seating import every


class NotOnePerson(Refusal):
    """Both are the same client."""


@action
def keep_apart(
    *, actor: Actor, client_id: UUID, other_id: UUID, reason: str, starts_on: date, now: datetime
) -> KeptApart:
    """Never seat these two together from a day on; a second time changes nothing.

    Both clients must be within the actor's reach. Raises NotOnePerson.
    """
    if client_id == other_id:
        raise NotOnePerson
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    first = episodes.filter(client_id=client_id).order_by("-admitted_at")[:1].get()
    episodes.filter(client_id=other_id).order_by("-admitted_at")[:1].get()
    smaller, larger = sorted((client_id, other_id), key=str)
    known = KeptApart.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        client_id=smaller, other_id=larger, ends_on=None
    )
    if (pair := known.first()) is not None:
        return pair
    pair = KeptApart.objects.create(
        client_id=smaller, other_id=larger, site_id=first.site_id, starts_on=starts_on,
        reason=reason, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.pair.kept_apart", actor=actor, subject=pair, at=now)
    return pair


@action
def end_keeping_apart(
    *,
    actor: Actor,
    pair_id: UUID,
    ends_on: date,
    now: datetime,
    expected_version: int | None = None,
) -> KeptApart:
    """The two may sit together again from `ends_on`.

    Whoever may write the schedule of one of the two may; KeptApart.DoesNotExist out of scope.
    """
    pair = every(KeptApart).select_for_update(of=("self",)).get(pk=pair_id, ends_on=None)
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if not episodes.filter(client_id__in=(pair.client_id, pair.other_id)).exists():
        raise KeptApart.DoesNotExist
    expect_version(pair, expected_version)
    pair.change(ends_on=max(ends_on, pair.starts_on))
    audit.record("timetable.pair.released", actor=actor, subject=pair, at=now)
    return pair
