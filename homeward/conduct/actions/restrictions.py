"""Setting, renewing and ending a restriction; what it binds is written in the rooms below."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.conduct.actions.refusals import (
    AlreadySaid,
    OtherUnknown,
    RestrictionRefused,
    WordsMissing,
)
from homeward.conduct.models import ContactRestriction, RestrictionReview
from homeward.conduct.reaching import SERVICE, client_led, every, is_about, numbers_on
from homeward.conduct.rules.restrictions import (
    ALLOW,
    CLIENTS,
    CONTACT,
    SHORTEST_REASON,
    STAFF,
    Wanted,
    may_restrict,
)
from homeward.consents.actions.limits import (
    lift_safety_flag,
    move_safety_flag,
    raise_safety_flag,
)
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact
from homeward.staff.models import Worker
from homeward.timetable.actions.holding import (
    end_hold,
    hold_apart,
    hold_from_worker,
    move_hold,
)


@action
def restrict_contact(
    *,
    actor: Actor,
    client_id: UUID,
    between: str,
    reach: str,
    starts_on: date,
    review_on: date,
    reason: str,
    now: datetime,
    other_number: str = "",
    worker_id: UUID | None = None,
    contact_id: UUID | None = None,
    visitor: str = "",
    ask_id: UUID | None = None,
) -> ContactRestriction:
    """Keep a client and one other away from each other until the review day.

    Seats, sessions one to one, groups somebody leads, what is shared with a contact and the door
    obey at once; none of them carries the reason. Raises RestrictionRefused, OtherUnknown,
    NotAllowed; Client.DoesNotExist out of reach.
    """
    client = client_led(actor, client_id)
    today = local_day(now, client.site.time_zone)
    who = _who(actor, client, between, other_number, worker_id, contact_id, visitor)
    decision = may_restrict(
        Wanted(
            between=between,
            reach=reach,
            starts_on=starts_on,
            review_on=review_on,
            reason=reason,
            is_same_person=who.get("other") == client,
            other_known=bool(who),
        ),
        today,
        int(numbers_on(client.pk, today)["conduct_restriction_days"]),
    )
    if decision.outcome != ALLOW:
        raise RestrictionRefused(decision)
    row: ContactRestriction = ContactRestriction.objects.create(
        client=client,
        site_id=client.site_id,
        between=between,
        reach=reach,
        starts_on=starts_on,
        review_on=review_on,
        reason=reason.strip(),
        ask_id=Worker.objects.get(pk=ask_id).pk if ask_id else actor.worker_id,
        by_id=actor.worker_id,
        at=now,
        decision=decision.to_json(),
        **who,
        **_bind(actor, client, who, reach, starts_on, review_on, now),
    )
    audit.record("conduct.restriction.set", actor=actor, subject=row, at=now, reason=between)
    return row


@action
def renew_restriction(
    *,
    actor: Actor,
    restriction_id: UUID,
    review_on: date,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> ContactRestriction:
    """Look at it again and let it hold until another day. Raises RestrictionRefused."""
    row, today = _open(actor, restriction_id, now, expected_version)
    decision = may_restrict(
        Wanted(
            between=row.between, reach=row.reach, starts_on=row.starts_on, review_on=review_on,
            reason=reason,
        ),
        today,
        int(numbers_on(row.client_id, today)["conduct_restriction_days"]),
    )  # fmt: skip
    if decision.outcome != ALLOW:
        raise RestrictionRefused(decision)
    row.change(review_on=review_on)
    _hold_until(actor, row, review_on, now)
    _reviewed(actor, row, review_on, reason, now)
    return row


@action
def end_restriction(
    *,
    actor: Actor,
    restriction_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> ContactRestriction:
    """The two are free of it from today. Raises AlreadySaid, WordsMissing without a reason."""
    row, today = _open(actor, restriction_id, now, expected_version)
    if len(reason.strip()) < SHORTEST_REASON:
        raise WordsMissing("restriction_has_reason")
    for hold in (row.apart, row.not_with):
        if hold is not None:
            end_hold(actor=_for(actor), hold=hold, ends_on=max(today, hold.starts_on), now=now)
    flag = row.flag
    if flag is not None and (flag.ends_at is None or flag.ends_at > now):
        lift_safety_flag(actor=_for(actor), flag_id=flag.pk, now=now)
    row.change(ended_on=max(today, row.starts_on))
    _reviewed(actor, row, None, reason, now)
    return row


def _open(
    actor: Actor, restriction_id: UUID, now: datetime, expected_version: int | None
) -> tuple[ContactRestriction, date]:
    rows = every(ContactRestriction).select_for_update(of=("self",))
    rows = rows.select_related("client__site", "apart", "not_with", "flag", "contact")
    row: ContactRestriction = rows.get(pk=restriction_id)
    try:
        client_led(actor, row.client_id)
    except Client.DoesNotExist as missing:
        raise ContactRestriction.DoesNotExist from missing
    if is_about(actor, row):
        raise ContactRestriction.DoesNotExist
    today = local_day(now, row.client.site.time_zone)
    if row.ended_on is not None:
        raise AlreadySaid("restriction_ended_before")
    expect_version(row, expected_version)
    return row, today


def _who(
    actor: Actor,
    client: Client,
    between: str,
    other_number: str,
    worker_id: UUID | None,
    contact_id: UUID | None,
    visitor: str,
) -> dict[str, Any]:
    """The other person as fields of the row; only those the actor may know of."""
    if between == CLIENTS:
        known = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
        other = known.filter(chart_number__iexact=other_number.strip()).first()
        if other is None:
            raise OtherUnknown("restriction_other_unknown")
        return {"other": other}
    if between == STAFF and worker_id is not None:
        return {"worker": Worker.objects.get(pk=worker_id)}
    if between == CONTACT and contact_id is not None:
        contacts = Contact.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
        return {"contact": contacts.get(pk=contact_id, client_id=client.pk)}
    if between == CONTACT and visitor.strip():
        return {"visitor": " ".join(visitor.split())[:120]}
    raise OtherUnknown("restriction_other_missing")


def _bind(
    actor: Actor,
    client: Client,
    who: dict[str, Any],
    reach: str,
    starts_on: date,
    review_on: date,
    now: datetime,
) -> dict[str, Any]:
    held: dict[str, Any] = {"actor": _for(actor), "client_id": client.pk, "now": now}
    dates: dict[str, Any] = {"starts_on": starts_on, "ends_on": review_on}
    if "other" in who:
        return {"apart": hold_apart(**held, **dates, other_id=who["other"].pk, level=reach)}
    if "worker" in who:
        return {"not_with": hold_from_worker(**held, **dates, worker_id=who["worker"].pk)}
    if "contact" in who:
        until = start_of(review_on, client.site.time_zone)
        flag = raise_safety_flag(**held, contact_id=who["contact"].pk, ends_at=until)
        return {"flag": flag}
    return {}


def _hold_until(actor: Actor, row: ContactRestriction, review_on: date, now: datetime) -> None:
    """Let what binds bind on until before another day."""
    for hold in (row.apart, row.not_with):
        if hold is not None:
            move_hold(actor=_for(actor), hold=hold, ends_on=review_on, now=now)
    if row.flag_id is not None:
        until = start_of(review_on, row.client.site.time_zone)
        move_safety_flag(actor=_for(actor), flag_id=row.flag_id, ends_at=until, now=now)


def start_of(day: date, zone: str) -> datetime:
    """The first instant of a day in a zone."""
    return datetime.combine(day, time.min, ZoneInfo(zone))


def _reviewed(
    actor: Actor, row: ContactRestriction, review_on: date | None, reason: str, now: datetime
) -> None:
    RestrictionReview.objects.create(
        client_id=row.client_id, site_id=row.site_id, restriction=row, at=now,
        by_id=actor.worker_id, review_on=review_on, reason=reason.strip(),
    )  # fmt: skip
    code = "renewed" if review_on else "ended"
    audit.record(f"conduct.restriction.{code}", actor=actor, subject=row, at=now)


def _for(actor: Actor) -> Actor:
    """The room itself, on behalf of this worker: the right was decided above."""
    return replace(SERVICE, worker_id=actor.worker_id)
