"""After care in the demo: how people want to be reached, tries, alumni, a stay in hospital."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.aftercare import actions
from homeward.aftercare.actions.contact_wish import wish_of
from homeward.aftercare.models import ContactWish
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.actions import record_stop
from homeward.people.models import TeamMembership
from homeward.people.stops import is_stopped
from homeward.progress.models import FollowUp

DEMO = Actor.of_service("demo")
MOST_WISHES, MOST_TRIES, MOST_ALUMNI = 40, 8, 5
WAYS = ("call", "call", "text", "page", "letter")
SAID = ("no_answer", "left_message", "no_answer")


def add_after_care(now: datetime) -> int:
    """Rows that the story does not tell of; nothing when there are some. How many were written."""
    if ContactWish.objects.for_actor(DEMO, Purpose.OPERATIONS).exists():
        return 0
    every = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS)
    back = every.filter(ended_at=None).values("client_id")
    ended = list(
        every.filter(ended_at__isnull=False)
        .exclude(client_id__in=back)
        .select_related("client", "site")
        .order_by("-ended_at")[:MOST_WISHES]
    )
    for number, episode in enumerate(ended):
        _wish(episode, number)
    return len(ended) + _tries(now) + _alumni(ended, now) + _in_hospital(now)


def _wish(episode: Any, number: int) -> None:
    """Four of five want to be called, texted, written to or read it on their page."""
    says_no = number % 5 == 4
    actions.say_contact_wish(
        actor=DEMO, client_id=episode.client_id, may_contact=not says_no,
        channel="" if says_no else WAYS[number % len(WAYS)], address="312 555 0100",
        from_hour=0 if number % 3 == 0 else 9, until_hour=24 if number % 3 == 0 else 20,
        may_leave_message=bool(number % 2), now=episode.ended_at,
    )  # fmt: skip


def _tries(now: datetime) -> int:
    """A call a day for the check-ups that are due, each at noon."""
    rows = FollowUp.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        done_at=None,
        due_on__lte=local_day(now) - timedelta(days=1),
        due_on__gt=local_day(now) - timedelta(days=25),
    )
    made = 0
    for row in rows.select_related("site").order_by("due_on", "pk"):
        if made >= MOST_TRIES:
            break
        wish = wish_of(row.client_id)
        if wish is None or wish.channel != "call":
            continue
        zone = ZoneInfo(row.site.time_zone)
        noon = (now - timedelta(days=1)).astimezone(zone).replace(hour=12, minute=10)
        actions.try_check_up(
            actor=_counselor_of(row.client_id), follow_up_id=row.pk, channel="call",
            outcome=SAID[made % len(SAID)], now=noon.astimezone(now.tzinfo),
        )  # fmt: skip
        made += 1
    return made


def _alumni(ended: list[Any], now: datetime) -> int:
    """Some joined at the desk, and a meeting is planned."""
    joined = 0
    for episode in ended[:: max(1, len(ended) // MOST_ALUMNI)][:MOST_ALUMNI]:
        if is_stopped(episode.client_id):
            continue
        actions.join_alumni(
            actor=DEMO, client_id=episode.client_id, signer_name=episode.client.name,
            now=now - timedelta(days=2),
        )  # fmt: skip
        joined += 1
    if joined:
        actions.plan_alumni_event(
            actor=DEMO, site_id=ended[0].site_id, title="Saturday breakfast",
            place="Riverside park, by the bridge", starts_at=_saturday(now, ended[0].site), now=now,
        )  # fmt: skip
        joined += 1
    return joined


def _saturday(now: datetime, site: Any) -> datetime:
    """Ten in the morning of the Saturday after next, on the wall clock of the site."""
    zone = ZoneInfo(site.time_zone)
    day = local_day(now, site.time_zone)
    day += timedelta(days=(5 - day.weekday()) % 7 + 7)
    return datetime(day.year, day.month, day.day, 10, tzinfo=zone).astimezone(now.tzinfo)


def _in_hospital(now: datetime) -> int:
    """One person of the demo's counselor is in hospital: nothing goes out to them."""
    account = Account.objects.filter(username="counselor").first()
    actor = actor_of(account) if account else None
    if actor is None or actor.worker_id is None:
        return 0
    mine = TeamMembership.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        worker_id=actor.worker_id, is_primary=True, ends_at=None
    )
    open_ones = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        ended_at=None, client_id__in=mine.values("client_id"), client__account=None
    )
    last = open_ones.select_related("client").order_by("-client__chart_number").first()
    if last is None:
        return 0
    record_stop(
        actor=actor, client_id=last.client_id, kind="hospital",
        since_on=local_day(now) - timedelta(days=1), known_by="family", now=now,
    )  # fmt: skip
    return 1


def _counselor_of(client_id: Any) -> Actor:
    row = (
        TeamMembership.objects.for_actor(DEMO, Purpose.OPERATIONS)
        .filter(client_id=client_id, is_primary=True, worker__account__isnull=False)
        .select_related("worker__account")
        .order_by("-starts_at")
        .first()
    )
    return actor_of(row.worker.account) if row is not None and row.worker.account else DEMO
