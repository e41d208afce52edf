"""What other rooms ask: steps taken before, notices of appeal, what waits for a signature.

Plain functions that answer frozen values; the caller has decided who may see them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from homeward.conduct.models import (
    Appeal,
    ClientReply,
    ResponseStep,
    RulesEdition,
    RulesSignature,
    SearchConsent,
)
from homeward.conduct.reaching import edition_in_force, every, numbers_on, program_for
from homeward.conduct.rules.appeals import last_day
from homeward.conduct.rules.ladder import RUNGS, next_rung, standing_rung
from homeward.conduct.taken import Taken, as_taken, steps_taken
from homeward.core.clock import local_day
from homeward.people.models import Client

__all__ = [
    "AppealNotice",
    "LadderStanding",
    "StepTaken",
    "asks_for_name",
    "has_search_consent",
    "has_unanswered_step",
    "ladder_standing",
    "open_appeals",
    "prior_steps",
    "rules_to_sign",
]
ASKED = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealNotice:
    """An appeal about one step: when it was filed and how it was answered; "" while it is open."""

    appeal_id: UUID
    filed_at: datetime
    filed_by_client: bool
    answer_by: date
    heard_at: datetime | None
    heard_by: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """One answer to one event, as a discharge or a review needs it.

    `may_appeal_until` is the last day on which an appeal may be filed; None for a step of care.
    `is_clinical` steps are care and never count as a prior step of conduct.
    """

    step_id: UUID
    event_kind: str
    event_at: datetime
    rung: str
    at: datetime
    by: str
    words: str
    safety_ground: str
    is_clinical: bool
    client_stance: str
    client_words: str
    client_answered_at: datetime | None
    may_appeal_until: date | None
    appeal: AppealNotice | None
    was_set_aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStanding:
    """Where a client stands: the rung that counts now and the one that would follow."""

    rung: str
    since: date | None
    next_rung: str
    lookback_days: int
    has_open_appeal: bool
    has_team_review: bool


def prior_steps(client_id: UUID, *, since: datetime | None = None) -> tuple[StepTaken, ...]:
    """Every step taken with a client, the oldest first, with replies and appeals."""
    taken = [each for each in steps_taken(client_id) if since is None or each.step.at >= since]
    if not taken:
        return ()
    zone = every(Client).select_related("site").get(pk=client_id).site.time_zone
    days: dict[date, int] = {}
    return tuple(_told(each, zone, days) for each in taken)


def ladder_standing(client_id: UUID, now: datetime) -> LadderStanding:
    """Where the client stands on the ladder of conduct on the day of `now`."""
    zone = every(Client).select_related("site").get(pk=client_id).site.time_zone
    today = local_day(now, zone)
    lookback = int(numbers_on(client_id, today)["conduct_lookback_days"])
    taken = as_taken(steps_taken(client_id), zone)
    held = standing_rung(taken, today, lookback)
    reached = RUNGS.index(held.rung) if held else -1
    return LadderStanding(
        rung=held.rung if held else "",
        since=held.on if held else None,
        next_rung=next_rung(taken, today, lookback),
        lookback_days=lookback,
        has_open_appeal=any(each.appeal_open for each in taken),
        has_team_review=reached >= RUNGS.index("team_review"),
    )


def open_appeals(client_id: UUID) -> tuple[AppealNotice, ...]:
    """Appeals of a client that nobody answered yet; a discharge waits for them or says why not."""
    rows = every(Appeal).filter(client_id=client_id, heard_at=None).order_by("filed_at")
    return tuple(_notice(row) for row in rows.select_related("heard_by"))


def rules_to_sign(client_id: UUID) -> Any:
    """The edition in force when the client has not signed it, and it or a later one asks again.

    None when nothing waits.
    """
    edition = edition_in_force(program_for(client_id))
    if edition is None:
        return None
    signed = every(RulesSignature).filter(
        client_id=client_id, edition__program_id=edition.program_id
    )
    newest = signed.order_by("-edition__number").values_list("edition__number", flat=True).first()
    if newest is None:
        return edition
    later = type(edition).objects.filter(
        program_id=edition.program_id, number__gt=newest, published_at__isnull=False,
        asks_again=True,
    )  # fmt: skip
    return edition if later.exists() else None


def asks_for_name(client_id: UUID, program_id: UUID) -> bool:
    """Whether an edition waits for the client's name, in one question."""
    signed = every(RulesSignature).filter(
        client_id=client_id, edition__program_id=program_id,
        edition__number__gte=OuterRef("number"),
    )  # fmt: skip
    rows = RulesEdition.objects.filter(
        ~Exists(signed), program_id=program_id, published_at__isnull=False, asks_again=True
    )
    return rows.exists()


def has_unanswered_step(client_id: UUID, now: datetime) -> bool:
    """Whether a step of the last weeks waits for the client's words, in one question."""
    answered = every(ClientReply).filter(step=OuterRef("pk"))
    rows = every(ResponseStep).filter(~Exists(answered), client_id=client_id, at__gte=now - ASKED)
    return bool(rows.exists())


def has_search_consent(client_id: UUID) -> bool:
    """Whether the client agreed in writing to searches of belongings, and has not ended it."""
    rows = every(SearchConsent).filter(client_id=client_id, withdrawn_at=None)
    return bool(rows.exists())


def _told(each: Taken, zone: str, days: dict[date, int]) -> StepTaken:
    step = each.step
    on = local_day(step.at, zone)
    is_clinical = step.rung not in RUNGS
    if on not in days:
        days[on] = int(numbers_on(step.client_id, on)["conduct_appeal_days"])
    return StepTaken(
        step_id=step.pk,
        event_kind=step.event.kind,
        event_at=step.event.at,
        rung=step.rung,
        at=step.at,
        by=step.by.name,
        words=step.words,
        safety_ground=step.safety_ground,
        is_clinical=is_clinical,
        client_stance=each.reply.stance if each.reply else "",
        client_words=each.reply.words if each.reply else "",
        client_answered_at=each.reply.at if each.reply else None,
        may_appeal_until=None if is_clinical else last_day(on, days[on]),
        appeal=_notice(each.appeal) if each.appeal else None,
        was_set_aside=each.is_set_aside,
    )


def _notice(row: Appeal) -> AppealNotice:
    return AppealNotice(
        appeal_id=row.pk,
        filed_at=row.filed_at,
        filed_by_client=row.filed_by_id is None,
        answer_by=row.answer_by,
        heard_at=row.heard_at,
        heard_by=row.heard_by.name if row.heard_by else "",
        outcome=row.outcome,
    )
