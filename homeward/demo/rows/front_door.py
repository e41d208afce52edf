"""What the front door leaves on record around an admission."""

from datetime import datetime, timedelta
from typing import Any

from homeward.accounts.models import Account
from homeward.admissions import actions
from homeward.admissions.models import (
    Inquiry,
    InterimPlan,
    InterimService,
    Message,
    WaitListEntry,
)
from homeward.admissions.prioritising import priority_numbers, priority_with
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.kernel.purposes import Purpose
from homeward.program.models import Site

SERVICE = Actor.of_service("admissions")
DESK = "admissions"
CALM: dict[str, Any] = {
    "intoxicated": False, "drank_or_sedatives_recently": False, "pregnant": False,
    "seizure_or_delirium_history": False, "daily_benzodiazepine": False,
    "confusion_or_seizure_now": False, "opioid_use": False, "pulse": 78, "systolic": 126,
}  # fmt: skip
ROUNDS: tuple[dict[str, Any], ...] = (
    {**CALM, "daily_benzodiazepine": True, "drank_or_sedatives_recently": True},
    {**CALM, "drank_or_sedatives_recently": True, "hours_since_drink": 3},
    CALM,
)
FIRST_SERVICE = InterimService.Kind.HIV_TB_COUNSELING.value
UNTIL_THE_PLAN = "Groups of the track from the next day on, first individual session this week."


def plan_until_the_plan(told: Teller, life: Life, *, at: datetime, by_id: object) -> None:
    """The interim plan that an admission needs."""
    told.book.add(
        InterimPlan,
        f"{life.key}|{at.isoformat()}",
        client=life.client,
        site_id=life.client.site_id,
        inquiry=life.inquiry,
        at=at,
        by_id=by_id,
        first_services=UNTIL_THE_PLAN,
    )


def gets_interim_services(key: str, row: Inquiry) -> bool:
    """Whether the desk thought of interim services in the first call; every fifth time it did not.

    `key` is the person's in the story ("p0042").
    """
    return bool(row.injects or row.is_pregnant) and int(key[1:] or 0) % 5 != 0


def begin_interim_services(told: Teller, life: Life, *, at: datetime, by: str) -> None:
    """Counseling in the first call back, for those whom the law puts first."""
    if not gets_interim_services(life.key, life.inquiry):
        return
    told.book.add(
        InterimService,
        f"{life.key}|{at.isoformat()}",
        inquiry=life.inquiry,
        kind=FIRST_SERVICE,
        at=at,
        by_id=told.setting.worker_id(by),
    )
    life.begun_at = at


def list_place(told: Teller, life: Life, *, at: datetime) -> None:
    """The place on the wait list that the move to it gives."""
    row = life.inquiry
    life.wait = told.book.add(
        WaitListEntry,
        f"{life.key}|{at.isoformat()}",
        inquiry=row,
        number=f"WL-{row.number.removeprefix('INQ-')}",
        listed_at=at,
        decision=priority_with(row, priority_numbers(row.program_id, at), life.begun_at).to_json(),
        last_contact_at=at,
    )


def add_admissions_day(now: datetime) -> int:
    """What is going on at the admissions desk today, through the real actions; told once.

    Somebody is held for a medical evaluation, somebody for a repeated score, a message waits.
    """
    account = Account.objects.filter(username=DESK).first()
    if account is None or Message.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists():
        return 0
    desk = actor_of(account)
    # Nobody is moved along: the story goes on telling about them tomorrow.
    screened = (
        Inquiry.objects.for_actor(desk, Purpose.OPERATIONS, to=Access.WRITE)
        .filter(state=Inquiry.State.SCREENED, client__isnull=False)
        .order_by("-injects", "first_request_at", "pk")
    )
    for row, told in zip(screened, ROUNDS, strict=False):
        hours = told.get("hours_since_drink")
        answers = {name: value for name, value in told.items() if name != "hours_since_drink"}
        actions.screen_medically(
            actor=desk,
            inquiry_id=row.pk,
            now=now,
            last_drink_at=now - timedelta(hours=hours) if hours is not None else None,
            **answers,
        )
    site = Site.objects.order_by("code").first()
    if site is not None:
        actions.take_message(
            actor=desk, site_id=site.pk, about="Terry", caller_name="A neighbor",
            words="Please ask Terry to call home. Nothing bad has happened.", now=now,
        )  # fmt: skip
    return actions.open_reminders(actor=SERVICE, now=now)
