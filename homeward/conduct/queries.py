"""What other rooms ask: steps taken before, a notice of appeal, whom to ask at the door.

Plain functions that answer frozen values; the caller has decided who may see them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from homeward.conduct.models import (
    Appeal,
    ClientReply,
    ContactRestriction,
    ResponseStep,
    RulesEdition,
    RulesSignature,
    SearchConsent,
)
from homeward.conduct.reaching import edition_in_force, every, numbers_on, program_for
from homeward.conduct.rules.appeals import last_day
from homeward.conduct.rules.ladder import RUNGS, next_rung, standing_rung
from homeward.conduct.rules.visiting import same_person
from homeward.conduct.taken import Taken, as_taken, steps_taken
from homeward.core.clock import local_day
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.timetable.models import SessionLeader

__all__ = [
    "AppealNotice",
    "LadderStanding",
    "StepTaken",
    "ask_about_visitor",
    "ask_first",
    "asks_for_name",
    "has_search_consent",
    "has_unanswered_step",
    "held_pairs",
    "holding_on",
    "ladder_standing",
    "open_appeals",
    "prior_steps",
    "rules_to_sign",
    "whom_to_ask",
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


def holding_on(day: date) -> Q:
    """Restrictions that bind on a day; the review day and the day of an end are free."""
    return Q(starts_on__lte=day, review_on__gt=day) & (Q(ended_on=None) | Q(ended_on__gt=day))


def held_pairs(client_id: UUID) -> frozenset[UUID]:
    """Pairs of the timetable that this room holds for a client; its own pages show and end them."""
    rows = every(ContactRestriction).filter(
        Q(client_id=client_id) | Q(other_id=client_id), apart__isnull=False
    )
    return frozenset(rows.values_list("apart_id", flat=True))


def whom_to_ask(client_id: UUID, on: date) -> tuple[str, ...]:
    """Whom staff ask before they plan or seat a client, on a day or later; each name once."""
    rows = (
        every(ContactRestriction)
        .filter(Q(client_id=client_id) | Q(other_id=client_id), review_on__gt=on)
        .filter(Q(ended_on=None) | Q(ended_on__gt=on))
        .exclude(between="contact")
        .order_by("ask__name")
    )
    return tuple(dict.fromkeys(rows.values_list("ask__name", flat=True)))


def ask_first(
    client_ids: Collection[UUID], *, present: Collection[UUID], site_id: UUID, now: datetime
) -> Mapping[UUID, str]:
    """Whom staff ask before they seat one of these clients; never who else it is about, or why.

    A client is in the answer only while the other is in the house: `present` are the clients who
    are, and a worker is where they lead a session of this hour. So two people who are both only
    expected show nothing, and no list gives a pair away.
    """
    wanted, here = set(client_ids), set(present)
    if not wanted:
        return {}
    zone = Site.objects.values_list("time_zone", flat=True).get(pk=site_id)
    rows = (
        every(ContactRestriction)
        .filter(holding_on(local_day(now, zone)))
        .filter(Q(client_id__in=wanted) | Q(other_id__in=wanted))
        .exclude(between="contact")
        .select_related("ask")
        .order_by("at")
    )
    found: dict[UUID, str] = {}
    leading: set[UUID] | None = None
    for row in rows:
        if row.worker_id is not None:
            if leading is None:
                leading = _leading(site_id, now)
            if row.worker_id in leading and row.client_id in wanted:
                found.setdefault(row.client_id, row.ask.name)
            continue
        for one, other in ((row.client_id, row.other_id), (row.other_id, row.client_id)):
            if one in wanted and one not in here and other in here:
                found.setdefault(one, row.ask.name)
    return found


def ask_about_visitor(name: str, site_id: UUID, now: datetime) -> str:
    """Whom to ask before a visitor of this name is let in; "" for nobody to ask."""
    zone = Site.objects.values_list("time_zone", flat=True).get(pk=site_id)
    rows = (
        every(ContactRestriction)
        .filter(holding_on(local_day(now, zone)), between="contact", site_id=site_id)
        .annotate(contact_name=F("contact__name"))
        .select_related("ask")
        .order_by("at")
    )
    for row in rows:
        if same_person(name, row.contact_name or row.visitor):
            return str(row.ask.name)
    return ""


def _leading(site_id: UUID, now: datetime) -> set[UUID]:
    rows = SessionLeader.objects.filter(
        session__site_id=site_id, session__cancelled_at=None, is_released=False,
        starts_at__lte=now, ends_at__gt=now,
    )  # fmt: skip
    return set(rows.values_list("worker_id", flat=True))


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
