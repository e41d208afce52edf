"""Every morning: check-ups whose time is over are counted, and the day's are asked for."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from homeward import audit
from homeward.aftercare.models import CheckUpTry, ContactWish
from homeward.aftercare.rules import checkups as rules
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import ChannelNotAgreed, queue_notice
from homeward.notices.models import Channel, Notice
from homeward.people.stops import stopped_of
from homeward.program.queries import numbers_for
from homeward.progress.models import FollowUp

KEEPING = Actor.of_service("aftercare.check_ups")
ORIGIN = "check-up "
# By these ways a word can say by itself that a check-up is due; calls and letters are a person's.
BY_ITSELF = {"text": Channel.TEXT, "page": Channel.NOTE}


@action
def keep_check_ups(*, actor: Actor = KEEPING, now: datetime) -> dict[str, int]:
    """Close what is over and say that something is due, each once; returns how many of both."""
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_keeps")
    rows = list(
        FollowUp.objects.for_actor(KEEPING, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .filter(done_at=None, due_on__lte=local_day(now))
        .select_related("site", "episode")
        .order_by("due_on", "pk")
    )
    stopped = stopped_of({row.client_id for row in rows})
    tries, wishes = tries_of(rows), wishes_of({row.client_id for row in rows})
    told = _told(rows)
    numbers: dict[UUID, rules.CheckUpNumbers] = {}
    closed = asked = 0
    for row in rows:
        on = local_day(now, row.site.time_zone)
        if row.episode.program_id not in numbers:
            read = numbers_for(row.episode.program_id, on)
            numbers[row.episode.program_id] = rules.CheckUpNumbers.of(read)
        wish = wishes.get(row.client_id)
        case = rules.Asked(
            on=on,
            due_on=row.due_on,
            tries=tries.get(row.pk, 0),
            may_contact=wish is not None and wish.may_contact,
            is_stopped=row.client_id in stopped,
        )
        found = rules.standing(case, numbers[row.episode.program_id])
        if found.outcome == rules.OVER:
            _close(row, found.extras["closes_as"], now)
            closed += 1
        elif found.outcome == rules.DUE and not case.is_stopped and _origin(row) not in told:
            asked += _ask(row, wish, now)
    return {"closed": closed, "asked": asked}


def _close(row: FollowUp, outcome: str, now: datetime) -> None:
    row.change(done_at=now, outcome=outcome)
    audit.record("progress.follow_up.done", actor=KEEPING, subject=row, at=now, reason=outcome)


def _origin(row: FollowUp) -> str:
    return f"{ORIGIN}{row.pk}"


def _told(rows: list[FollowUp]) -> set[str]:
    """The check-ups of which a word went out before; one query."""
    notices = Notice.objects.for_actor(KEEPING, Purpose.OPERATIONS)
    found = notices.filter(origin__in=[_origin(row) for row in rows])
    return set(found.values_list("origin", flat=True))


def _ask(row: FollowUp, wish: ContactWish | None, now: datetime) -> int:
    """One plain word to those who want to be reached so, on the day or as soon after it as the
    program runs, they are out of hospital, or have said yes; 1 when queued."""
    if wish is None or not wish.may_contact or wish.channel not in BY_ITSELF:
        return 0
    try:
        queue_notice(
            actor=KEEPING,
            client_id=row.client_id,
            code="update",
            channel=BY_ITSELF[wish.channel],
            origin=_origin(row),
            now=now,
        )
    except ChannelNotAgreed:
        return 0
    return 1


def tries_of(rows: Any) -> dict[UUID, int]:
    """How often somebody tried for each of these check-ups; one query."""
    found = CheckUpTry.objects.for_actor(KEEPING, Purpose.OPERATIONS).filter(
        follow_up__in=[row.pk for row in rows]
    )
    counted = found.order_by().values("follow_up_id").annotate(n=Count("pk"))
    return {row["follow_up_id"]: row["n"] for row in counted}


def wishes_of(client_ids: set[UUID]) -> dict[UUID, ContactWish]:
    """The newest word of each client; one query."""
    rows = ContactWish.objects.for_actor(KEEPING, Purpose.OPERATIONS).filter(
        client_id__in=client_ids
    )
    newest: dict[UUID, ContactWish] = {}
    for row in rows.order_by("said_at", "created_at"):
        newest[row.client_id] = row
    return newest
