"""What about plans falls due: duties for who does it, and for a supervisor when nobody did.

Asked again it opens nothing twice: each duty names the plan and the day it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.people.stops import without_stopped
from homeward.plans import cosigning
from homeward.plans.duty_kinds import LATE, PHYSICIAN, REVIEW, STAY, UNANSWERED, UNSIGNED
from homeward.plans.escalating import escalate
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.reviewing import closed_for, review_rule
from homeward.plans.rules.late import LateNumbers, end_of, is_on_the_list
from homeward.plans.signatories import clients_asking, physician_for
from homeward.program.queries import numbers_for
from homeward.program.rules.due import due_at
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

SERVICE = Actor.of_service("plans.duties")
WRITTEN = (Plan.State.SIGNED, Plan.State.ACTIVE, Plan.State.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Due:
    """One duty that is due: for which plan or episode, whose, by when."""

    kind: str
    origin: str
    owner_id: UUID
    episode: Any
    due_at: datetime
    detail: dict[str, str] = field(default_factory=dict)


@action
def open_plan_duties(*, actor: Actor = SERVICE, now: datetime) -> int:
    """Open what is due about the plans of everybody in care, then escalate what is late.

    Returns how many duties were opened now.
    """
    watch = Watch(now)
    known = _known_origins()
    due = [each for episode in watch.episodes for each in watch.due_of(episode)]
    fresh = [each for each in due if each.origin not in known]
    for each in fresh:
        open_duty(
            actor=actor,
            client=each.episode.client,
            kind=each.kind,
            urgency=CareTask.Urgency.ROUTINE,
            owner_id=each.owner_id,
            due_at=each.due_at,
            origin=each.origin,
            detail={"episode": str(each.episode.pk), **each.detail},
            now=now,
        )
    return len(fresh) + escalate(actor, watch.numbers, now)


class Watch:
    """Everything about plans that is read once for a whole look."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._numbers: dict[UUID, LateNumbers] = {}

    @cached_property
    def episodes(self) -> list[Episode]:
        """Everybody in care but those who died, are in hospital or in jail."""
        rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(ended_at=None)
        rows = without_stopped(rows)
        return list(rows.select_related("client__site", "site").order_by("pk"))

    @cached_property
    def plans(self) -> dict[UUID, list[Plan]]:
        """The versions of each episode, the newest first."""
        found: dict[UUID, list[Plan]] = {}
        rows = Plan.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(episode__ended_at=None)
        for plan in rows.select_related("site").order_by("-number"):
            found.setdefault(plan.episode_id, []).append(plan)
        return found

    @cached_property
    def signed_at(self) -> dict[UUID, datetime]:
        """When the author signed each version."""
        rows = PlanSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            plan__episode__ended_at=None, meaning=PlanSignature.Meaning.AUTHOR
        )
        return {row.plan_id: row.at for row in rows}

    @cached_property
    def primaries(self) -> dict[UUID, UUID]:
        """The primary worker of each client."""
        rows = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            is_primary=True, ends_at=None
        )
        return {row.client_id: row.worker_id for row in rows.order_by("starts_at")}

    @cached_property
    def asked_physician(self) -> frozenset[UUID]:
        """Clients whose payer asks for a physician's signature."""
        return clients_asking(local_day(self.now))

    @cached_property
    def physician_signed(self) -> frozenset[UUID]:
        """Plans a physician has signed."""
        rows = PlanSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            plan__episode__ended_at=None, meaning=PlanSignature.Meaning.PHYSICIAN
        )
        return frozenset(row.plan_id for row in rows)

    def numbers(self, program_id: UUID) -> LateNumbers:
        """The program's days, as they hold now."""
        if program_id not in self._numbers:
            found = numbers_for(program_id, local_day(self.now))
            self._numbers[program_id] = LateNumbers(
                ahead_days=int(found["plan_ahead_days"]),
                client_sign_days=int(found["plan_client_sign_days"]),
                escalation_days=int(found["plan_escalation_days"]),
            )
        return self._numbers[program_id]

    def due_of(self, episode: Episode) -> Iterator[Due]:
        """What is due about the plans of one episode today."""
        plans = self.plans.get(episode.pk, [])
        today = self.now.astimezone(ZoneInfo(episode.site.time_zone)).date()
        yield from self._unsigned(episode, plans, today)
        for plan in plans:
            if plan.state == Plan.State.SIGNED:
                yield from self._unanswered(episode, plan)
            if plan.state == Plan.State.ACTIVE:
                yield from self._reviews(episode, plan, today)
                yield from self._physician(episode, plan)

    def _unsigned(self, episode: Episode, plans: list[Plan], today: date) -> Iterator[Due]:
        written = [plan for plan in plans if plan.state in WRITTEN]
        if any(plan.kind == Plan.Kind.FULL for plan in written):
            return
        document = "full_plan" if written else "initial_plan"
        rule = review_rule(episode, today, document)
        admitted_on = episode.admitted_at.astimezone(self._zone(episode)).date()
        closed = closed_for(episode, admitted_on, rule)
        due = due_at(rule, episode.admitted_at, episode.site.time_zone, closed)
        numbers = self.numbers(episode.program_id)
        owner = self._owner(episode, plans[0] if plans else None)
        if owner and is_on_the_list(due.astimezone(self._zone(episode)).date(), today, numbers):
            yield Due(UNSIGNED, f"{UNSIGNED}:{episode.pk}:{document}", owner, episode, due,
                      {"document": document})  # fmt: skip

    def _unanswered(self, episode: Episode, plan: Plan) -> Iterator[Due]:
        if (at := self.signed_at.get(plan.pk)) is None:
            return
        days = timedelta(days=self.numbers(episode.program_id).client_sign_days)
        due = end_of(cosigning.local_day(plan, at) + days, plan.site.time_zone)
        yield Due(UNANSWERED, f"{UNANSWERED}:{plan.pk}", plan.author_id, episode, due,
                  {"plan": str(plan.pk)})  # fmt: skip

    def _reviews(self, episode: Episode, plan: Plan, today: date) -> Iterator[Due]:
        numbers = self.numbers(episode.program_id)
        for kind, day in ((REVIEW, plan.review_due_on), (STAY, plan.stay_due_on)):
            if day is not None and is_on_the_list(day, today, numbers):
                yield Due(kind, f"{kind}:{plan.pk}:{day}", self._owner(episode, plan) or
                          plan.author_id, episode, end_of(day, plan.site.time_zone),
                          {"plan": str(plan.pk)})  # fmt: skip

    def _physician(self, episode: Episode, plan: Plan) -> Iterator[Due]:
        """Where the payer asks for a physician's signature: somebody of the team, else the site."""
        if episode.client_id not in self.asked_physician or plan.pk in self.physician_signed:
            return
        if plan.active_from is None or not (owner := physician_for(episode, self.now)):
            return
        days = timedelta(days=self.numbers(episode.program_id).client_sign_days)
        due = end_of(cosigning.local_day(plan, plan.active_from) + days, plan.site.time_zone)
        yield Due(PHYSICIAN, f"{PHYSICIAN}:{plan.pk}", owner, episode, due,
                  {"plan": str(plan.pk)})  # fmt: skip

    def _owner(self, episode: Episode, plan: Plan | None) -> UUID | None:
        """Who has the client now; the author where nobody is named."""
        return self.primaries.get(episode.client_id) or (plan.author_id if plan else None)

    def _zone(self, episode: Episode) -> ZoneInfo:
        return ZoneInfo(episode.site.time_zone)


def _known_origins() -> set[str]:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        kind__in=(UNSIGNED, UNANSWERED, REVIEW, STAY, PHYSICIAN, LATE)
    )
    return set(rows.values_list("origin", flat=True))
