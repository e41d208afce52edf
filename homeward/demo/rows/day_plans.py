"""The demo client's day: a week, an own list, hard evenings, a plan they made theirs, told days.

Everything is written by the room's own actions; today's evening is left empty, so that it can be
filled.
"""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.dayplans import actions
from homeward.dayplans.actions.prevention import content_hash, parts_of
from homeward.dayplans.models import DayPlan
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.instruments.checking_in import check_in
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.safety.rules.plan import Line

SERVICE = Actor.of_service("demo")
DAY = timedelta(days=1)
WEEK: tuple[tuple[str, str, tuple[int, ...], time, time], ...] = (
    ("sleep", "", tuple(range(7)), time(23), time(6, 30)),
    ("children", "School run", (0, 1, 2, 3, 4), time(7, 30), time(8, 30)),
    ("work", "Bakery", (0, 2, 4), time(16), time(18)),
    ("meeting", "Common Ground", (5,), time(10), time(11, 30)),
)
LIST: tuple[dict[str, Any], ...] = (
    {"kind": "activity", "label": "Walk by the lake", "minutes": 45},
    {"kind": "activity", "label": "Cook something new", "minutes": 60},
    {"kind": "person", "label": "Sol", "phone": "312 555 0147", "call_from": time(17),
     "call_until": time(22)},
)  # fmt: skip
PREVENTION = {
    "triggers": (Line("Payday and an empty evening"), Line("The bar on my way home")),
    "signs": (Line("I skip breakfast"), Line("I stop answering Sol")),
    "helps": (Line("Walk before I decide anything"), Line("Eat, then sleep")),
    "people": (Line("Sol", "312 555 0147"), Line("My counselor", "312 555 0100")),
    "after": (Line("I call the same day and come to the next group"),),
}
EVENING, CRAVINGS = time(19, 30), (7, 6, 2, 7)


def add_day_plans(now: datetime) -> int:
    """Rows of the demo's client; nothing when there are some."""
    account = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    actor = actor_of(account) if account else None
    if actor is None or actor.client_id is None:
        return 0
    if DayPlan.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists():
        return 0
    client: Client = (
        Client.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        .select_related("site")
        .get(pk=actor.client_id)
    )
    today = local_day(now, client.site.time_zone)
    begun = now - 20 * DAY
    about: dict[str, Any] = {"actor": actor, "client_id": client.pk, "now": begun}
    for kind, label, weekdays, starts, ends in WEEK:
        actions.add_to_week(
            **about, weekdays=weekdays, starts=starts, ends=ends, kind=kind, label=label
        )
    for line in LIST:
        actions.add_own(**about, **line)
    actions.share_day(actor=actor, shared="all", now=begun)
    for week, craving in enumerate(CRAVINGS, start=1):
        at = datetime.combine(today - 7 * week * DAY, EVENING, ZoneInfo(client.site.time_zone))
        check_in(actor=actor, client_id=client.pk, craving=craving, used=False, now=at)
    actions.tell_day(actor=actor, on=today - 2 * DAY, used=False, now=now - DAY)
    return len(WEEK) + len(LIST) + len(CRAVINGS) + _prevention(actor, client, begun)


def _prevention(actor: Actor, client: Client, at: datetime) -> int:
    """Written with the counselor, made theirs by the client."""
    team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        client=client, ends_at=None, is_primary=True
    )
    member = team.select_related("worker__account").first()
    writer = actor
    if member is not None and member.worker.account is not None:
        writer = actor_of(member.worker.account)
    plan = actions.keep_prevention_plan(actor=writer, client_id=client.pk, parts=PREVENTION, now=at)
    actions.sign_prevention_plan(
        actor=actor, plan_id=plan.pk, read_hash=content_hash(parts_of(plan.parts)), now=at
    )
    return 1
