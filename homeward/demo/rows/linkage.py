"""Help with daily life: needs on their way, a recovery residence, work, transfers, milestones.

Everything here is written by the rooms' own actions, dated over the last weeks.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.linkage import actions
from homeward.linkage.models import Need
from homeward.people.models import Client

MOST = 6
DAY = timedelta(days=1)
# (kind, severity, wants, days ago, place, what came of it)
NEEDS: tuple[tuple[tuple[str, str, str, int, str, str], ...], ...] = (
    (
        ("legal", "high", "now", 9, "lake-legal-aid", "kept"),
        ("employment", "moderate", "now", 6, "second-shift", "booked"),
    ),
    (("housing", "urgent", "now", 2, "", ""), ("food", "high", "now", 8, "benefit-table", "sent")),
    (("transport", "moderate", "now", 4, "ride-line", "accepted"),),
    (("benefits", "high", "not_asked", 1, "", ""), ("education", "low", "later", 12, "", "")),
    (("childcare", "moderate", "now", 10, "little-harbor", "declined"),),
    (("health_care", "moderate", "now", 5, "elm-family-health", "missed"),),
)
PROVIDERS = {
    "lake-legal-aid": "Ms. Hale", "second-shift": "Job desk", "elm-family-health": "Dr. Ruiz",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _House:
    """Who writes in the demo, and when it is."""

    manager: Actor
    counselor: Actor
    places: dict[str, Service]
    now: datetime


def add_linkage(now: datetime) -> int:
    """Rows of the people on the case manager's team; nothing when there are some."""
    manager, counselor = _actor("casemanager"), _actor("counselor")
    if manager is None or counselor is None:
        return 0
    if Need.objects.for_actor(manager, Purpose.TREATMENT).exists():
        return 0
    places = {row.code: row for row in Service.objects.filter(retired_at=None)}
    house = _House(manager, counselor, places, now)
    count = 0
    for number, client in enumerate(_of(manager)[:MOST]):
        for told in NEEDS[number % len(NEEDS)]:
            count += _need(house, client, *told)
    for number, client in enumerate(_of(counselor)[:3]):
        count += (_stays, _works, _none)[number](house, client)
        count += _transfer(house, client, number)
    return count + _own(now)


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    return actor_of(account) if account else None


def _of(actor: Actor) -> list[Client]:
    """The clients this worker may write about, in care now, the longest here first."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found = rows.filter(ended_at=None).select_related("client__site").order_by("admitted_on", "pk")
    return [row.client for row in found[: MOST * 2]]


def _need(
    house: _House, client: Client, kind: str, severity: str, wants: str, ago: int, code: str,
    came: str,
) -> int:  # fmt: skip
    then = house.now - ago * DAY
    need = actions.tell_need(
        actor=house.manager, client_id=client.pk, kind=kind, severity=severity, wants=wants,
        source="staff", now=then,
    )  # fmt: skip
    if code not in house.places:
        return 1
    row = actions.send_on(
        actor=house.manager, need_id=need.pk, service_id=house.places[code].pk,
        footing="together", spoke_with="front desk", now=then + timedelta(hours=2),
    )  # fmt: skip
    about: dict[str, Any] = {"actor": house.manager, "referral_id": row.pk}
    if came == "declined":
        actions.end_referral(
            **about,
            outcome="declined_by_place",
            reason="No place before spring.",
            now=then + 2 * DAY,
        )
    elif came == "accepted":
        actions.record_answer(**about, step="accepted", spoke_with="desk", now=then + DAY)
    elif came in ("kept", "missed", "booked"):
        at = house.now + 3 * DAY if came == "booked" else then + 3 * DAY
        visit = actions.book(
            actor=house.manager, client_id=client.pk, at=at, kind="need", referral_id=row.pk,
            provider=PROVIDERS.get(code, "Front desk"), confirmed_by="front desk",
            now=then + DAY,
        )  # fmt: skip
        if came != "booked":
            actions.settle(
                actor=house.manager, appointment_id=visit.pk, state=came, source="place_said",
                now=then + 4 * DAY,
            )  # fmt: skip
    return 2


def _stays(house: _House, client: Client) -> int:
    if "open-door-homes" not in house.places:
        return 0
    actions.move_in(
        actor=house.counselor, client_id=client.pk, service_id=house.places["open-door-homes"].pk,
        moved_in_on=local_day(house.now - 20 * DAY, client.site.time_zone),
        certification="Level 2, certified by the state affiliate", house_contact="House desk",
        now=house.now - 19 * DAY,
    )  # fmt: skip
    return 1


def _works(house: _House, client: Client) -> int:
    goal = actions.set_goal(
        actor=house.counselor, client_id=client.pk, aim="find",
        own_words="Something with my hands, and home by five.", now=house.now - 45 * DAY,
    )  # fmt: skip
    actions.record_start(
        actor=house.counselor, goal_id=goal.pk, what="Cabinet shop, mornings",
        started_on=local_day(house.now - 32 * DAY, client.site.time_zone), weekly_hours=24,
        now=house.now - 32 * DAY,
    )  # fmt: skip
    return 2


def _none(house: _House, client: Client) -> int:
    return 0


def _transfer(house: _House, client: Client, number: int) -> int:
    """One booked step down, one that waits for its packet today, one that arrived."""
    direction, level, code, ago = (
        ("down", "outpatient", "roseland-clinic", 3),
        ("up", "partial_hospital", "oak-field-php", 1),
        ("up", "detox", "lakeshore-detox", 9),
    )[number]
    then = house.now - ago * DAY
    row = actions.open_transfer(
        actor=house.counselor, client_id=client.pk, direction=direction, level=level,
        urgency="soon" if direction == "up" else "routine",
        reason_code="step_down" if direction == "down" else "positive_rising",
        service_id=house.places[code].pk if code in house.places else None, now=then,
    )  # fmt: skip
    about: dict[str, Any] = {"actor": house.counselor, "transfer_id": row.pk}
    if number == 0:
        actions.record_step(
            **about, step="accepted", footing="together", spoke_with="intake", now=then + DAY
        )
        here = house.now.astimezone(ZoneInfo(client.site.time_zone)).date() + 2 * DAY
        at = datetime.combine(here, time(10, 30), ZoneInfo(client.site.time_zone))
        actions.book(
            actor=house.counselor, client_id=client.pk, at=at, kind="transfer",
            transfer_id=row.pk, provider="Dr. Lind", confirmed_by="intake",
            place="200 E 115th Street", now=then + DAY,
        )  # fmt: skip
    if number == 2:
        actions.end_transfer(**about, outcome="admitted", now=then + timedelta(hours=5))
    return 1


def _own(now: datetime) -> int:
    """The demo's client keeps a log of meetings, and chose one milestone for the wall."""
    actor = _actor(DEMO_CLIENT_ACCOUNT)
    if actor is None or actor.client_id is None:
        return 0
    today = local_day(now)
    for ago, kind, name, shared in (
        (2, "secular", "Common Ground", True),
        (5, "twelve_step", "Morning Circle", False),
        (9, "secular", "Common Ground", False),
    ):
        actions.log_meeting(
            actor=actor, kind=kind, on=today - ago * DAY, name=name, is_shared=shared, now=now
        )
    actions.choose_milestone(
        actor=actor, milestone="days_30", shown="wall", name_shown="R.",
        since_on=today - 34 * DAY, now=now,
    )  # fmt: skip
    actions.tell_need(
        actor=actor, client_id=actor.client_id, kind="employment", severity="moderate",
        wants="now", source="phone", own_words="Day work that leaves room for groups.",
        now=now - DAY,
    )  # fmt: skip
    return 5
