"""A client goes to another level of care: opened, answered by the place, ended."""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.linkage import facts
from homeward.linkage.actions import moving
from homeward.linkage.actions.refusals import (
    ConsentNeeded,
    LaterThanNow,
    OutcomeNeedsReason,
    OutcomeUnknown,
    PlaceNeeded,
    PlaceRetired,
    StepUnknown,
    TransferEnded,
    TransferUnclear,
    VisitNotKept,
)
from homeward.linkage.kinds import Direction, Footing, TransferLevel, Urgency
from homeward.linkage.models import Transfer
from homeward.linkage.reaching import (
    SERVICE,
    client_for,
    day_at,
    end_of_day,
    follower_of,
    locked,
    numbers_of,
)
from homeward.linkage.rules.clocks import transfer_due
from homeward.linkage.sending import say_by_consent
from homeward.people.models import Stop
from homeward.people.stops import stop_of

State, Outcome = Transfer.State, Transfer.Outcome
# What a place answered, and where the transfer stands after it.
STEPS = {
    "called": None,
    "no_answer": None,
    "received": State.RECEIVED,
    "accepted": State.ACCEPTED,
    "wait_listed": State.WAIT_LISTED,
    "declined": State.DECLINED,
}
ARRIVED = frozenset({Outcome.KEPT, Outcome.ADMITTED})
# Where somebody is taken in on the spot, arriving is what is kept.
TAKES_IN = frozenset(
    {
        TransferLevel.DETOX,
        TransferLevel.RESIDENTIAL,
        TransferLevel.HOSPITAL,
        TransferLevel.PSYCHIATRIC,
        TransferLevel.RECOVERY_RESIDENCE,
    }
)


@action
def open_transfer(
    *,
    actor: Actor,
    client_id: UUID,
    direction: str,
    level: str,
    reason_code: str,
    now: datetime,
    episode_id: UUID | None = None,
    urgency: str = Urgency.ROUTINE,
    service_id: UUID | None = None,
    place_name: str = "",
    level_code: str = "",
    reason: str = "",
    owner_id: UUID | None = None,
    from_day: date | None = None,
    origin: str = "",
) -> Transfer:
    """Open a transfer, with a duty for whoever follows it until its first visit is kept.

    `from_day` is the day care at this level ends (today unless said); the program's days to the
    first appointment count from it. One transfer to a level is open at a time: asked again, the
    open one is answered. Raises TransferUnclear, PlaceRetired; DoesNotExist out of reach.
    """
    client = client_for(actor, client_id)
    wrong = {
        "transfer_direction_unknown": direction not in Direction.values,
        "transfer_level_unknown": level not in TransferLevel.values,
        "transfer_urgency_unknown": urgency not in Urgency.values,
        "transfer_reason_missing": not reason_code.strip(),
        "transfer_client_died": _has_died(client_id),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise TransferUnclear(*codes)
    rows = Transfer.objects.for_actor(SERVICE, Purpose.TREATMENT).select_for_update(of=("self",))
    found: Transfer | None = rows.filter(client_id=client.pk, level=level, ended_at=None).first()
    if found is None and origin:
        found = rows.filter(origin=origin, client_id=client.pk).first()
    if found is not None:
        return found
    episode = _episode(client_id, episode_id)
    numbers = numbers_of(client, now)
    starts = from_day or day_at(now, client.site)
    due_on = starts + timedelta(days=numbers.handoff_days)
    row = Transfer.objects.create(
        client=client,
        site_id=client.site_id,
        episode=episode,
        direction=direction,
        level=level,
        level_code=level_code[:10],
        urgency=urgency,
        reason_code=reason_code[:60],
        reason=reason.strip()[:600],
        service=_service(service_id),
        place_name=place_name.strip()[:120],
        opened_at=now,
        opened_by_id=actor.worker_id,
        owner_id=owner_id or follower_of(client, actor, now),
        from_on=starts,
        due_on=due_on,
        due_at=transfer_due(
            State.OPEN, urgency, now, None, end_of_day(due_on, client.site), numbers
        ),
        origin=origin[:120],
    )
    moving.follow(row, actor=actor, now=now)
    audit.record("linkage.transfer.opened", actor=actor, subject=row, at=now, reason=level)
    announce(
        facts.TransferOpened(row.pk, client.pk, direction, level, urgency, row.due_on, actor, now)
    )
    return row


@action
def choose_place(
    *,
    actor: Actor,
    transfer_id: UUID,
    service_id: UUID,
    now: datetime,
    expected_version: int | None = None,
) -> Transfer:
    """Name the place, or another after the first declined; what was sent before stays on record."""
    row = open_row(actor, transfer_id, expected_version)
    service = _service(service_id)
    is_other = service is not None and row.service_id not in (None, service.pk)
    row.change(service=service, place_name="")
    if is_other or row.state == State.DECLINED:
        moving.stand(row, State.OPEN, actor=actor, now=now)
    audit.record("linkage.transfer.placed", actor=actor, subject=row, at=now)
    return row


@action
def record_step(
    *,
    actor: Actor,
    transfer_id: UUID,
    step: str,
    now: datetime,
    at: datetime | None = None,
    footing: str = Footing.NOTHING,
    spoke_with: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> Transfer:
    """A call, or what the place answered. Raises StepUnknown, ConsentNeeded, PlaceNeeded."""
    row = open_row(actor, transfer_id, expected_version)
    if step not in STEPS or footing not in Footing.values:
        raise StepUnknown
    happened = at or now
    if happened > now:
        raise LaterThanNow
    disclosure = None
    if footing == Footing.CONSENT:
        if row.service is None:
            raise PlaceNeeded
        disclosure = say_by_consent(
            actor=actor, client=row.client, service=row.service, now=now,
            origin=f"transfer {row.pk}",
        )  # fmt: skip
        if disclosure is None:
            raise ConsentNeeded
    moving.moved(
        row, step, actor=actor, now=now, at=happened, spoke_with=spoke_with, footing=footing,
        disclosure=disclosure, note=note,
    )  # fmt: skip
    state = STEPS[step]
    if state is None:
        row.change(owner_id=row.owner_id)
    else:
        moving.stand(row, state, actor=actor, now=now)
    return row


@action
def end_transfer(
    *,
    actor: Actor,
    transfer_id: UUID,
    outcome: str,
    now: datetime,
    reason: str = "",
    kept_on: date | None = None,
    expected_version: int | None = None,
) -> Transfer:
    """What came of it. An outpatient transfer is kept by its kept appointment alone.

    Where the place takes people in, arriving there is said with its day. Everything else needs a
    sentence that says why. Raises OutcomeUnknown, VisitNotKept, OutcomeNeedsReason, LaterThanNow.
    """
    row = open_row(actor, transfer_id, expected_version)
    if outcome not in Outcome.values:
        raise OutcomeUnknown
    if outcome == Outcome.KEPT or (outcome == Outcome.ADMITTED and row.level not in TAKES_IN):
        raise VisitNotKept
    today = day_at(now, row.site)
    if kept_on is not None and kept_on > today:
        raise LaterThanNow
    if outcome not in ARRIVED and not reason.strip():
        raise OutcomeNeedsReason
    arrived = (kept_on or today) if outcome in ARRIVED else None
    if arrived:
        moving.moved(row, "kept", actor=actor, now=now, note=reason)
    moving.finish(row, outcome, actor=actor, now=now, reason=reason, kept_on=arrived)
    return row


def open_row(actor: Actor, transfer_id: UUID, expected_version: int | None = None) -> Transfer:
    """An open transfer, locked; raises TransferEnded, StaleVersion; DoesNotExist out of reach."""
    row = locked(Transfer, actor, transfer_id, "service", expected_version=expected_version)
    if row.ended_at is not None:
        raise TransferEnded
    return row


def _episode(client_id: UUID, episode_id: UUID | None) -> Episode | None:
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client_id=client_id)
    if episode_id is not None:
        named: Episode = rows.get(pk=episode_id)
        return named
    found: Episode | None = rows.order_by("-admitted_at").first()
    return found


def _has_died(client_id: UUID) -> bool:
    """Nobody is followed any more who has died; hospital and jail are ways, too."""
    standing = stop_of(client_id)
    return standing is not None and standing.kind == Stop.Kind.DIED


def _service(service_id: UUID | None) -> Service | None:
    if service_id is None:
        return None
    service: Service = Service.objects.get(pk=service_id)
    if service.retired_at is not None:
        raise PlaceRetired
    return service
