"""What happened in somebody's life, and the days that are hard for them, as they told it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.retention.gathering import LOOKING
from homeward.retention.looking import look_again
from homeward.retention.models import LifeChange, OwnDate


class TellingIncomplete(Refusal):
    """What, and on which day; the arguments name the fields."""


class TakenBackBefore(Refusal):
    """This was taken back before."""


@action
def record_life_change(
    *, actor: Actor, client_id: UUID, kind: str, on: date, now: datetime, note: str = ""
) -> LifeChange:
    """Housing or work was lost: a signal follows at once, with its next step.

    Raises TellingIncomplete, Client.DoesNotExist out of reach.
    """
    client = _client(actor, client_id)
    problems = [] if kind in LifeChange.Kind.values else ["kind"]
    if on > local_day(now, client.site.time_zone):
        problems.append("on")
    if problems:
        raise TellingIncomplete(*problems)
    row: LifeChange = LifeChange.objects.create(
        client=client, site_id=client.site_id, kind=kind, on=on, told_at=now,
        told_to_id=_worker(actor), note=note.strip(),
    )  # fmt: skip
    audit.record("retention.life_change.told", actor=actor, subject=row, at=now, reason=kind)
    _look(client, actor, now)
    return row


@action
def keep_own_date(
    *, actor: Actor, client_id: UUID, on: date, what: str, every_year: bool, now: datetime
) -> OwnDate:
    """A day the client named as hard for them, on paper or on their own page; yearly or once.

    Raises TellingIncomplete, Client.DoesNotExist out of reach.
    """
    client = _client(actor, client_id)
    problems = [] if what.strip() else ["what"]
    if not every_year and on < local_day(now, client.site.time_zone):
        problems.append("on")
    if problems:
        raise TellingIncomplete(*problems)
    row: OwnDate = OwnDate.objects.create(
        client=client, site_id=client.site_id, month=on.month, day=on.day,
        year=None if every_year else on.year, what=what.strip()[:200], said_at=now,
        said_to_id=actor.worker_id,
    )  # fmt: skip
    audit.record("retention.own_date.told", actor=actor, subject=row, at=now)
    _look(client, actor, now)
    return row


@action
def take_back(*, actor: Actor, client_id: UUID, row_id: UUID, now: datetime) -> None:
    """A life change written down in error, or a day the client takes back; its signal follows.

    Raises TakenBackBefore; Client.DoesNotExist and LifeChange.DoesNotExist out of reach.
    """
    client = _client(actor, client_id)
    row = _told(OwnDate, client, row_id)
    if row is None and actor.kind != CLIENT:
        row = _told(LifeChange, client, row_id)
    if row is None:
        raise LifeChange.DoesNotExist
    if row.withdrawn_at is not None:
        raise TakenBackBefore
    row.change(withdrawn_at=now, withdrawn_by_id=actor.worker_id)
    audit.record("retention.told.taken_back", actor=actor, subject=row, at=now)
    _look(client, actor, now)


def _told(model: Any, client: Client, row_id: UUID) -> Any:
    rows = model.objects.for_actor(LOOKING, Purpose.OPERATIONS).select_for_update(of=("self",))
    return rows.filter(pk=row_id, client=client).first()


def _client(actor: Actor, client_id: UUID) -> Client:
    """The client whose assessments the actor writes; raises Client.DoesNotExist."""
    rows = Client.objects.for_actor(LOOKING, Purpose.OPERATIONS).select_related("site")
    client: Client = rows.get(pk=client_id)
    if not reaches(actor, client, RecordClass.ASSESSMENT, Access.WRITE):
        raise Client.DoesNotExist
    return client


def _worker(actor: Actor) -> UUID:
    if actor.worker_id is None:
        raise NotAllowed("retention.told")
    return actor.worker_id


def _look(client: Client, actor: Actor, now: datetime) -> None:
    rows = Episode.objects.for_actor(LOOKING, Purpose.OPERATIONS)
    ids = list(rows.filter(client=client, ended_at=None).values_list("pk", flat=True))
    # What follows from a client's own words is the program's doing, not theirs.
    look_again(actor=LOOKING if actor.kind == CLIENT else actor, episode_ids=ids, now=now)
