"""A client's own half-minute: kept, and answered when it asks for somebody."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError
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
from homeward.instruments.rules import late_check_in
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


class EntryOfAnother(Refusal):
    """The phone's key for it was used for somebody else's check-in."""


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
    entry_key: UUID | None = None,
    said_at: datetime | None = None,
) -> CheckIn:
    """Keep one check-in; several a day are welcome.

    A phone without a network keeps it until later: `said_at` is then when it was said, and
    `entry_key` the phone's own key for it, with which it is kept once however often it is sent.

    Craving 0 to 10, mood 1 to 5 (very low to very good), sleep in hours. Danger opens a safety
    duty each time it is said, asking for help a duty at once, use or strong craving one for the
    same day; the same day opens those only once. Danger and asking for help are always shared.
    """
    if entry_key is not None and (known := _known(actor, client_id, entry_key)) is not None:
        return known
    _within("craving", craving, 0, 10)
    _within("mood", mood, 1, 5)
    _within("sleep_hours", sleep_hours, 0, 24)
    answers = (craving, mood, sleep_hours, used, in_danger)
    if all(each is None for each in answers) and not word.strip() and not wants_help:
        raise NothingSaid
    client: Client = Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=client_id)
    at, is_late = _when(said_at, now)
    row = CheckIn(
        client=client,
        site_id=client.site_id,
        at=at,
        on=at.astimezone(ZoneInfo(client.site.time_zone)).date(),
        received_at=now if is_late else None,
        entry_key=entry_key,
        craving=craving,
        mood=mood,
        sleep_hours=sleep_hours,
        used=used,
        in_danger=in_danger,
        word=word.strip()[:WORD_LENGTH],
        is_shared=is_shared or wants_help or bool(in_danger),
    )
    try:
        with audit.unit():
            row.save()
    except IntegrityError:  # the same one, sent twice at once: the other sending kept it
        if entry_key is None:
            raise
        known = _known(actor, client_id, entry_key)
        if known is None:
            raise EntryOfAnother from None
        return known
    # The row must lie within what the actor may write; otherwise nothing happened.
    CheckIn.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=row.pk)
    code = "instruments.check_in.arrived" if is_late else "instruments.check_in.kept"
    audit.record(code, actor=actor, subject=row, at=now)
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
        detail=_detail(row),
        now=now,
    )


def _detail(row: CheckIn) -> dict[str, str]:
    """The check-in of a duty; of one that came late also when it was said, and when it came."""
    about = {"check_in": str(row.pk)}
    if row.received_at is not None:
        about |= {"said_at": row.at.isoformat(), "received_at": row.received_at.isoformat()}
    return about


def _when(said_at: datetime | None, now: datetime) -> tuple[datetime, bool]:
    """The instant a check-in counts for, and whether it came late."""
    if said_at is None:
        return now, False
    decision = late_check_in.time_of(said_at, now)
    return datetime.fromisoformat(decision.extras["at"]), bool(decision.extras["is_late"])


def _known(actor: Actor, client_id: UUID, entry_key: UUID) -> CheckIn | None:
    rows = CheckIn.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.filter(client_id=client_id, entry_key=entry_key).first()  # type: ignore[no-any-return]


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
