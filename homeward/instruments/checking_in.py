"""A client's own half-minute: kept, and answered when it asks for somebody."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.instruments.facts import CheckedIn
from homeward.instruments.models import CheckIn
from homeward.instruments.rules import check_in as rules
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.staff.models import Worker
from homeward.tasks.opening import open_duty
from homeward.tasks.rules.due import URGENCY_OF, due_at

WORD_LENGTH = 500


class NothingSaid(Refusal):
    """A check-in needs at least one answer."""


class OutOfScale(Refusal):
    """An answer lies outside its scale; the argument is the field."""


class NobodyToCall(Refusal):
    """The answers need a worker who calls, and this site has none."""


@action
def check_in(
    *,
    actor: Actor,
    client_id: UUID,
    now: datetime,
    craving: int | None = None,
    mood: int | None = None,
    sleep_hours: Decimal | None = None,
    used: bool | None = None,
    word: str = "",
    wants_help: bool = False,
    in_danger: bool | None = None,
    is_shared: bool = True,
) -> CheckIn:
    """Keep one check-in; several a day are welcome.

    Craving 0 to 10, mood 1 to 5 (very low to very good), sleep in hours. Danger opens a safety
    duty each time it is said, asking for help a duty at once, use or strong craving one for the
    same day; the same day opens those only once. Danger and asking for help are always shared.
    """
    _within("craving", craving, 0, 10)
    _within("mood", mood, 1, 5)
    _within("sleep_hours", sleep_hours, 0, 24)
    answers = (craving, mood, sleep_hours, used, in_danger)
    if all(each is None for each in answers) and not word.strip() and not wants_help:
        raise NothingSaid
    client: Client = Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=client_id)
    row = CheckIn.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        on=now.astimezone(ZoneInfo(client.site.time_zone)).date(),
        craving=craving,
        mood=mood,
        sleep_hours=sleep_hours,
        used=used,
        in_danger=in_danger,
        word=word.strip()[:WORD_LENGTH],
        is_shared=is_shared or wants_help or bool(in_danger),
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    CheckIn.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=row.pk)
    audit.record("instruments.check_in.kept", actor=actor, subject=row, at=now)
    announce(CheckedIn(row.pk, client.pk, actor, now))
    decision = rules.answer_to(
        rules.Answers(craving=craving, used=used, wants_help=wants_help, in_danger=in_danger)
    )
    if decision.outcome != rules.NONE and row.is_shared:
        _ask_somebody_to_call(actor, client, row, decision.outcome, now)
    return row


def _ask_somebody_to_call(
    actor: Actor, client: Client, row: CheckIn, due: str, now: datetime
) -> None:
    urgency = URGENCY_OF[due]
    day = f"{client.pk}:{row.on.isoformat()}"
    open_duty(
        actor=actor,
        client=client,
        kind="safety" if row.in_danger else "check_in",
        urgency=urgency,
        owner_id=_who_calls(client, now),
        due_at=due_at(due, now, client.site.time_zone),
        origin=f"check_in:{row.pk}:danger" if row.in_danger else f"check_in:{day}:{urgency}",
        detail={"check_in": str(row.pk)},
        now=now,
    )


def _who_calls(client: Client, now: datetime) -> UUID:
    """The primary counselor, else somebody of the team, else somebody of the site."""
    service = Actor.of_service("duties")
    team = TeamMembership.objects.for_actor(service, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client=client
    )
    member = team.order_by("-is_primary", "starts_at").first()
    if member is not None:
        return member.worker_id  # type: ignore[no-any-return]
    anyone = Worker.objects.filter(site_id=client.site_id).order_by("name").first()
    if anyone is None:
        raise NobodyToCall
    return anyone.pk


def _within(field: str, value: Decimal | int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise OutOfScale(f"{field}_out_of_scale")
