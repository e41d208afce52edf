"""What follows from a decision by itself, each kept as a row beside it: done, opened, or not
needed, with what exactly happened.

Phase and level move at once or on their day; weekly need and draws read them from then on; seats
that no longer fit end; the plan, the consents and the authorization become somebody's duty; the
first appointment is booked. What could not be done says so and stays with a person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import Record
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Plan
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress import tasks_opened as duties
from homeward.progress.consents_ahead import to_extend
from homeward.progress.facts import ReviewDecided, SteppedDown
from homeward.progress.models import Appointment, LevelReview
from homeward.progress.reaching import local_day, start_of
from homeward.progress.review_records import ReviewEffect
from homeward.progress.stages import level_of, move_to_phase, withdraw_ahead
from homeward.progress.standing import REVIEWING
from homeward.progress.transfers_out import ask_for_transfer
from homeward.timetable.actions.release_seat import release_seat
from homeward.timetable.models import GroupMembership, TherapyGroup

State = ReviewEffect.State
Outcome = LevelReview.Outcome
DAYS_FOR_A_DUTY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What the decision asks for: where to, from which day, with which first appointment."""

    outcome: str
    phase: Phase | None
    from_day: date
    first_appointment_at: datetime | None = None
    to_level: str = ""
    receiving_program: str = ""
    confirmed_by: str = ""
    moves_seats: bool = False

    @property
    def moves(self) -> bool:
        """Whether the client enters another phase of this program."""
        return self.phase is not None and self.outcome in (Outcome.STEP_DOWN, Outcome.STEP_UP)


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect before it is written down."""

    code: str
    state: str
    detail: dict[str, Any]


def follow(
    review: LevelReview, episode: Any, step: Following, *, actor: Actor, now: datetime
) -> list[ReviewEffect]:
    """Carry out what follows and write down what became of it, in the order a team reads it."""
    happened = list(_Course(review, episode, step, actor, now).effects())
    made = ReviewEffect.objects.bulk_create(
        ReviewEffect(
            client_id=review.client_id, site_id=review.site_id, review=review, position=n,
            code=each.code, state=each.state, detail=each.detail, at=now,
        )
        for n, each in enumerate(happened)
    )  # fmt: skip
    announce(
        ReviewDecided(
            review.pk, review.client_id, review.episode_id, review.outcome,
            review.recommended_level, actor, now,
        )
    )  # fmt: skip
    return list(made)


class _Course:
    """One decision being carried out."""

    def __init__(
        self, review: LevelReview, episode: Any, step: Following, actor: Actor, now: datetime
    ) -> None:
        self.review, self.episode, self.step = review, episode, step
        self.actor, self.now = actor, now
        self.old_phase, self.old_level = episode.phase, episode.level_code
        self.soon = start_of(
            local_day(now, episode.site.time_zone) + timedelta(days=DAYS_FOR_A_DUTY + 1),
            episode.site.time_zone,
        )

    def effects(self) -> Iterator[Effect]:
        """Every effect in turn."""
        step = self.step
        yield from self._no_longer()
        if step.moves:
            yield from self._move()
        elif step.outcome == Outcome.STEP_UP:
            yield self._transfer("up", step.to_level)
        if step.outcome == Outcome.STAY:
            yield Effect("stays", State.NOTHING, {"level": self.old_level})
        if step.outcome == Outcome.DISCHARGE:
            yield Effect("discharge", State.OPENED, {})
        if step.outcome != Outcome.STAY:
            yield self._plan()
            yield self._consents()

    def _no_longer(self) -> Iterator[Effect]:
        """What the team decided last counts: a step it planned before and that waits is off."""
        for stage in withdraw_ahead(
            self.episode, because="decided_anew", actor=self.actor, now=self.now,
            decided_as=(Outcome.STEP_DOWN, Outcome.STEP_UP),
        ):  # fmt: skip
            on = local_day(stage.starts_at, self.episode.site.time_zone).isoformat()
            yield Effect("step_withdrawn", State.DONE, {"after": stage.phase.name, "on": on})

    def _move(self) -> Iterator[Effect]:
        new, day = self.step.phase, self.step.from_day
        assert new is not None
        new_level = level_of(self.episode, new, day)
        self._dated = {"on": day.isoformat()}
        move_to_phase(
            self.episode, new, from_day=day, reason=self.step.outcome, actor=self.actor,
            now=self.now,
        )  # fmt: skip
        yield Effect(
            "phase",
            State.DONE,
            {
                "before": self.old_phase.name, "after": new.name, "level_before": self.old_level,
                "level": new_level, **self._dated,
            },
        )  # fmt: skip
        yield Effect(
            "weekly_need",
            State.DONE,
            {
                "before": self.old_phase.weekly_minutes / 60, "after": new.weekly_minutes / 60,
                **self._dated,
            },
        )  # fmt: skip
        yield self._seats(new, day)
        yield self._tests(new)
        if self.step.first_appointment_at is not None:
            yield self._hand_off(new_level, day)
        yield self._authorization(new_level, day)
        if self.step.outcome == Outcome.STEP_DOWN and self.step.receiving_program:
            yield self._transfer("down", new_level)

    def _seats(self, new: Phase, day: date) -> Effect:
        """Standing seats in groups that are not for the new phase end on its day."""
        rows = GroupMembership.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
            episode_id=self.episode.pk, ends_on=None
        )
        held = list(rows.select_related("group"))
        fits = _phases_of(row.group_id for row in held)
        leaving = [row for row in held if fits[row.group_id] and new.pk not in fits[row.group_id]]
        if not leaving:
            return Effect("timetable", State.NOTHING, dict(self._dated))
        names = sorted({row.group.name for row in leaving})
        detail = {"groups": ", ".join(names), "count": len(leaving), **self._dated}
        if not self.step.moves_seats:
            return Effect("timetable", State.STUCK, detail)
        for row in leaving:
            release_seat(
                actor=REVIEWING, membership_id=row.pk, ends_on=day, reason=self.step.outcome,
                now=self.now,
            )  # fmt: skip
        owner = duties.on_the_team(self.review.client_id, ("counselor",), self.now)
        self._ask(duties.TIMETABLE, owner, groups=detail["groups"])
        return Effect("timetable", State.DONE, detail)

    def _tests(self, new: Phase) -> Effect:
        detail = {
            "before": self.old_phase.tests_per_month,
            "after": new.tests_per_month,
            **self._dated,
        }
        same = self.old_phase.tests_per_month == new.tests_per_month
        return Effect("tests", State.NOTHING if same else State.DONE, detail)

    def _hand_off(self, new_level: str, day: date) -> Effect:
        at = self.step.first_appointment_at
        assert at is not None
        appointment = Appointment.objects.create(
            client_id=self.episode.client_id, site_id=self.episode.site_id, episode=self.episode,
            at=at, with_whom=self.review.receiving_program or self.episode.program.name,
            kind=f"first_after_{self.step.outcome}", booked_at=self.now,
            booked_by_id=self.actor.worker_id, confirmed_by=self._confirmed_by(),
        )  # fmt: skip
        audit.record(
            "progress.appointment.booked", actor=self.actor, subject=appointment, at=self.now
        )
        if self.step.outcome == Outcome.STEP_DOWN:
            first = self.review.first_appointment_on
            assert first is not None
            announce(
                SteppedDown(
                    self.episode.pk, self.episode.client_id, self.old_level, new_level, day,
                    first, self.actor, self.now,
                )
            )  # fmt: skip
        detail = {"at": at.isoformat(), "with": appointment.with_whom,
                  "appointment": str(appointment.pk),
                  "confirmed_by": appointment.confirmed_by}  # fmt: skip
        return Effect("hand_off", State.DONE if appointment.confirmed_by else State.OPENED, detail)

    def _confirmed_by(self) -> str:
        """A first hour here is confirmed by the table; elsewhere by who said so there."""
        if self.step.receiving_program:
            return self.step.confirmed_by
        return str(self.episode.program.name[:120])

    def _authorization(self, new_level: str, day: date) -> Effect:
        detail = {"before": self.old_level, "after": new_level, "on": day.isoformat()}
        if new_level == self.old_level:
            return Effect("authorization", State.NOTHING, detail)
        owner = duties.at_the_desk(self.episode.client, self.now)
        task = self._ask(duties.AUTHORIZE, owner, level=new_level, on=day)
        return Effect("authorization", State.OPENED if task else State.STUCK, detail)

    def _transfer(self, direction: str, level: str) -> Effect:
        """Care that this program has not: the room of transfers takes it from here."""
        receiving = self.step.receiving_program
        detail: dict[str, Any] = {"level": level, "to": receiving}
        if not level:
            return Effect("transfer", State.STUCK, detail)
        try:
            transfer_id = ask_for_transfer(
                self.review, self.episode, direction=direction, to_level=level,
                receiving=receiving, from_day=self.step.from_day, actor=self.actor, now=self.now,
            )  # fmt: skip
        except (Refusal, KeyError) as fault:
            codes = fault.codes if isinstance(fault, Refusal) else ("level_unknown",)
            return Effect("transfer", State.STUCK, {**detail, "why": list(codes)})
        return Effect("transfer", State.OPENED, {**detail, "transfer": str(transfer_id)})

    def _plan(self) -> Effect:
        rows = Plan.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
            episode_id=self.episode.pk, state=Plan.State.ACTIVE
        )
        plan = rows.first()
        if plan is None:
            return Effect("plan_review", State.NOTHING, {})
        owner = duties.on_the_team(self.review.client_id, ("counselor",), self.now)
        task = self._ask(duties.PLAN, owner, episode=self.episode.pk, plan=plan.pk)
        return Effect(
            "plan_review", State.OPENED if task else State.STUCK,
            {"by": self.soon.isoformat(), "plan": str(plan.pk)},
        )  # fmt: skip

    def _consents(self) -> Effect:
        days = int(numbers_for(self.episode.program_id, self.step.from_day)["consent_ahead_days"])
        found = to_extend(self.episode.client, self.now, self.now + timedelta(days=days))
        detail = {"count": len(found), "kinds": sorted({row.kind for row in found}), "days": days}
        if not found and not self.step.receiving_program:
            return Effect("consents", State.NOTHING, detail)
        owner = duties.on_the_team(self.review.client_id, ("case_manager", "counselor"), self.now)
        task = self._ask(
            duties.CONSENTS, owner, count=len(found), receiving=self.step.receiving_program
        )
        return Effect("consents", State.OPENED if task else State.STUCK, detail)

    def _ask(self, kind: str, owner: UUID | None, **detail: Any) -> Record | None:
        return duties.ask(
            self.episode.client, kind, owner, self.soon, f"{kind}:{self.review.pk}",
            actor=self.actor, now=self.now, review=self.review.pk, **detail,
        )  # fmt: skip


def _phases_of(group_ids: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """The phases each group is for; none means that it is for everybody."""
    groups = TherapyGroup.objects.filter(pk__in=set(group_ids)).prefetch_related("phases")
    return {group.pk: frozenset(phase.pk for phase in group.phases.all()) for group in groups}
