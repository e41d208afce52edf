"""Family nights: set, called off, and answered without a name."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.families.actions.refusals import NightOver, NightUnclear
from homeward.families.models import FamilyNight, NightAnswer
from homeward.families.reaching import held_account, mine
from homeward.kernel.roles import Role

# Who sets the house's evenings: those who lead them, and the desk that keeps the calendar.
SET_NIGHTS = (
    Role.DIRECTOR, Role.SUPERVISOR, Role.FAMILY_COUNSELOR, Role.COUNSELOR, Role.FRONT_DESK,
)  # fmt: skip
MOST_PEOPLE = 9


def sets_nights(actor: Actor) -> bool:
    """Whether this actor sets and calls off family nights."""
    return actor.has_role(*SET_NIGHTS)


def sets_nights_at(actor: Actor, site_id: UUID) -> bool:
    """The same for the nights of one site."""
    held = {grant.site_id for grant in actor.grants if grant.role in SET_NIGHTS}
    return bool(held & {site_id, None})


@action
def make_night(
    *,
    actor: Actor,
    site_id: UUID,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    about: str = "",
) -> FamilyNight:
    """Set an evening that anybody may join. Raises NotAllowed, NightUnclear."""
    _may_set(actor, site_id)
    wrong = {
        "night_title_missing": not title.strip(),
        "night_place_missing": not place.strip(),
        "night_time_ahead": starts_at <= now,
        "night_runs_backwards": ends_at <= starts_at,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise NightUnclear(*codes)
    row: FamilyNight = FamilyNight.objects.create(
        site_id=site_id, title=title.strip()[:80], about=about.strip()[:300],
        place=place.strip()[:120], starts_at=starts_at, ends_at=ends_at,
        made_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("families.night.made", actor=actor, subject=row, at=now)
    return row


@action
def cancel_night(*, actor: Actor, night_id: UUID, now: datetime) -> FamilyNight:
    """Call an evening off; it is gone from every list at once. Raises NotAllowed, NightOver."""
    row = FamilyNight.objects.select_for_update().get(pk=night_id)
    _may_set(actor, row.site_id)
    if row.cancelled_at is not None or row.ends_at <= now:
        raise NightOver("night_is_over")
    row.change(cancelled_at=now)
    audit.record("families.night.cancelled", actor=actor, subject=row, at=now)
    return row


@action
def answer_night(
    *, actor: Actor, night_id: UUID, is_coming: bool, now: datetime, people: int = 1
) -> NightAnswer:
    """I come, or I do not; the newer answer holds. Raises NightOver, NightUnclear."""
    rows = mine(NightAnswer, actor)
    night = FamilyNight.objects.get(pk=night_id)
    if night.cancelled_at is not None or night.ends_at <= now:
        raise NightOver("night_is_over")
    if not 1 <= people <= MOST_PEOPLE:
        raise NightUnclear("people_unclear")
    held_account(actor)
    said = {"is_coming": is_coming, "people": people, "answered_at": now}
    row: NightAnswer | None = rows.select_for_update(of=("self",)).filter(night=night).first()
    if row is None:
        row = NightAnswer.objects.create(account_id=actor.account_id, night=night, **said)
    else:
        row.change(**said)
    audit.record("families.night.answered", actor=actor, subject=row, at=now)
    return row


def _may_set(actor: Actor, site_id: UUID) -> None:
    if actor.kind != "service" and not sets_nights_at(actor, site_id):
        raise NotAllowed("sets_no_nights")
