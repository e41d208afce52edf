"""What follows in this room from a discharge, a stop, and the end of a stop."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.aftercare import duties
from homeward.aftercare.actions.contact_wish import keep_wish
from homeward.aftercare.actions.leave_now import LEAVING, hand_of, owner_of
from homeward.aftercare.facts import ClientReturned
from homeward.core.access import Access
from homeward.core.actors import SERVICE, Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.linkage.actions import follow_again, stop_following
from homeward.people.actions import record_stop
from homeward.people.facts import ContactResumed, ContactStopped
from homeward.people.models import Client, Stop
from homeward.people.queries import reaches
from homeward.program.queries import numbers_for
from homeward.progress.facts import ClientDischarged
from homeward.progress.medicines import reconcile_again
from homeward.progress.models import Discharge
from homeward.safety.facts import CrisisEnded, CrisisNamed
from homeward.staff.models import Worker
from homeward.staff.queries import supervisors_of, workers_with_role
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import GroupMembership

DEATH = "death"  # the kind of incident a crisis became
GROUP = "postvention_group"
BY_SUPERVISOR = frozenset({"postvention_team", "postvention_report", "postvention_again"})


@listens_to(ClientReturned)
def go_through_medicines(fact: ClientReturned) -> None:
    """Back in the same episode, the medicines are gone through; a new one begins with that."""
    reconcile_again(
        "return", fact.way, client_id=fact.client_id,
        origin=f"return:{fact.episode_id}:{fact.at.isoformat()}", actor=fact.actor, now=fact.at,
    )  # fmt: skip


@listens_to(ClientDischarged)
def keep_wish_of_discharge(fact: ClientDischarged) -> None:
    """How the client wants to be called afterwards, as it stands in the signed summary."""
    rows = Discharge.objects.for_actor(hand_of(fact.actor), Purpose.OPERATIONS)
    discharge = rows.get(pk=fact.discharge_id)
    wish = discharge.summary.get("ending", {}).get("contact")
    if not wish or not discharge.contact_consent:
        return
    keep_wish(
        actor=hand_of(fact.actor),
        client_id=fact.client_id,
        may_contact=True,
        channel=wish.get("channel", "call"),
        address=wish.get("address", ""),
        from_hour=int(wish.get("from_hour", 9)),
        until_hour=int(wish.get("until_hour", 20)),
        may_leave_message=bool(wish.get("may_leave_message")),
        now=fact.at,
    )


@listens_to(CrisisEnded)
def stop_for_a_death(fact: CrisisEnded) -> None:
    """They died: from the press that says so on, nothing goes out about them."""
    if fact.kind == DEATH and fact.client_id is not None:
        _stop(fact.client_id, fact.actor, fact.at)


@listens_to(CrisisNamed)
def stop_for_a_death_named(fact: CrisisNamed) -> None:
    """Who it was that died was said afterwards, by somebody who may write their days.

    Anybody else's word opens a duty of whoever supervises the team, and stops nothing yet.
    """
    if fact.kind != DEATH:
        return
    hand = hand_of(fact.actor)
    rows = Client.objects.for_actor(hand, Purpose.OPERATIONS).select_related("site")
    client: Client = rows.get(pk=fact.client_id)
    if fact.actor.kind == SERVICE or reaches(
        fact.actor, client, RecordClass.SCHEDULE, to=Access.WRITE
    ):
        _stop(fact.client_id, fact.actor, fact.at)
        return
    counselor = owner_of(client.pk, fact.at)
    owner = _supervisor(counselor, client, fact) or counselor
    if owner is not None:
        open_duty(
            actor=fact.actor, client=client, kind=duties.CONFIRM_DEATH, urgency="now",
            owner_id=owner, due_at=fact.at, origin=f"{duties.CONFIRM_DEATH}:{client.pk}",
            detail={}, now=fact.at,
        )  # fmt: skip


def _stop(client_id: UUID, actor: Actor, at: datetime) -> None:
    """Whoever was there says it, whether or not they may write a schedule."""
    hand = hand_of(actor)
    standing = Stop.objects.for_actor(hand, Purpose.OPERATIONS).filter(
        client_id=client_id, kind=Stop.Kind.DIED, ended_at=None
    )
    if standing.exists():
        return
    rows = Client.objects.for_actor(hand, Purpose.OPERATIONS).select_related("site")
    zone = rows.get(pk=client_id).site.time_zone
    record_stop(
        actor=hand, client_id=client_id, kind=Stop.Kind.DIED, since_on=local_day(at, zone),
        known_by="staff", now=at,
    )  # fmt: skip


@listens_to(ContactStopped)
def open_postvention(fact: ContactStopped) -> None:
    """A death opens what has to be done for the living; each duty has an owner and a time."""
    if fact.kind != Stop.Kind.DIED:
        return
    stop_following(actor=fact.actor, client_id=fact.client_id, because="died", now=fact.at)
    service = hand_of(fact.actor)
    rows = Client.objects.for_actor(service, Purpose.OPERATIONS).select_related("site")
    client: Client = rows.get(pk=fact.client_id)
    _close_door(client, fact)
    episode = _last_episode(client.pk)
    if episode is None:
        return
    read = numbers_for(episode.program_id, local_day(fact.at, client.site.time_zone))
    first = timedelta(hours=int(read["postvention_first_hours"]))
    later = timedelta(days=int(read["postvention_later_days"]))
    counselor = owner_of(client.pk, fact.at) or fact.actor.worker_id
    supervisor = _supervisor(counselor, client, fact) or counselor
    for kind in (*duties.POSTVENTION, *duties.POSTVENTION_LATER):
        owners: list[UUID | None] = [supervisor if kind in BY_SUPERVISOR else counselor]
        if kind == GROUP:
            owners = [*_leaders(client.pk)] or owners
        for number, owner_id in enumerate(dict.fromkeys(owners)):
            if owner_id is not None:
                open_duty(
                    actor=fact.actor,
                    client=client,
                    kind=kind,
                    urgency="same_day" if kind in duties.POSTVENTION else "routine",
                    owner_id=owner_id,
                    due_at=fact.at + (first if kind in duties.POSTVENTION else later),
                    origin=f"{kind}:{fact.stop_id}:{number}",
                    detail={"stop": str(fact.stop_id)},
                    now=fact.at,
                )


@listens_to(ContactResumed)
def close_postvention(fact: ContactResumed) -> None:
    """Nobody mourns an error: what it opened is ended, what it ended is followed again."""
    if fact.kind != Stop.Kind.DIED:
        return
    since = _stop_of(fact).values_list("recorded_at", flat=True).get()
    follow_again(
        actor=fact.actor, client_id=fact.client_id, because="died", since=since, now=fact.at
    )
    if fact.actor.worker_id is None:
        return
    _open_door(fact)
    rows = CareTask.objects.for_actor(hand_of(fact.actor), Purpose.OPERATIONS).filter(
        client_id=fact.client_id,
        kind__in=(*duties.POSTVENTION, *duties.POSTVENTION_LATER),
        closed_at=None,
    )
    for task in rows.order_by("pk"):
        task.change(
            closed_at=fact.at,
            closed_by_id=fact.actor.worker_id,
            disposition="not_needed",
            disposition_note="written down in error",
        )


def _close_door(client: Client, fact: ContactStopped) -> None:
    """Their own account: nobody else reads on with the phone of somebody who died."""
    if client.account_id is None:
        return
    if not Account.objects.filter(pk=client.account_id, is_active=True).update(is_active=False):
        return
    _stop_of(fact).update(closed_account=True)
    audit.record(
        "accounts.account.closed", actor=fact.actor, subject=client, at=fact.at, reason=fact.kind
    )


def _open_door(fact: ContactResumed) -> None:
    """Only what this stop closed: an account closed before stays closed."""
    if not _stop_of(fact).filter(closed_account=True).exists():
        return
    clients = Client.objects.for_actor(hand_of(fact.actor), Purpose.OPERATIONS)
    client = clients.get(pk=fact.client_id)
    Account.objects.filter(pk=client.account_id).update(is_active=True)
    audit.record(
        "accounts.account.opened", actor=fact.actor, subject=client, at=fact.at, reason=fact.kind
    )


def _stop_of(fact: ContactStopped | ContactResumed) -> Any:
    return Stop.objects.for_actor(hand_of(fact.actor), Purpose.OPERATIONS).filter(pk=fact.stop_id)


def _last_episode(client_id: UUID) -> Any:
    rows = Episode.objects.for_actor(LEAVING, Purpose.OPERATIONS).filter(client_id=client_id)
    return rows.order_by("-admitted_at").first()


def _supervisor(
    counselor: UUID | None, client: Client, fact: ContactStopped | CrisisNamed
) -> UUID | None:
    on = local_day(fact.at, client.site.time_zone)
    if counselor is not None:
        over = supervisors_of(Worker.objects.get(pk=counselor), on)
        if over:
            return over[0].pk
    here = workers_with_role(Role.SUPERVISOR, on, site_id=client.site_id).order_by("name").first()
    return here.pk if here else None


def _leaders(client_id: UUID) -> list[UUID]:
    """Who leads the groups this person belonged to until now."""
    rows = GroupMembership.objects.for_actor(LEAVING, Purpose.OPERATIONS).filter(
        client_id=client_id, ends_on=None
    )
    return [row.group.leader_id for row in rows.select_related("group") if row.group.leader_id]
