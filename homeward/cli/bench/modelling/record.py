"""The real actions, one function a step, and the record read back in one query."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from homeward.admissions import actions as admissions
from homeward.admissions.models import Episode, Inquiry
from homeward.admissions.rules.pipeline import ENDED
from homeward.admissions.tests import walking
from homeward.aftercare import actions as after
from homeward.aftercare.models import AlumniConsent, Leaving
from homeward.cli.bench.modelling.model import BOOKED_AHEAD
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.drugtests.models import Pool
from homeward.drugtests.roster import roster_of
from homeward.linkage import actions as linkage
from homeward.linkage.models import OutsideAppointment, Transfer
from homeward.people.actions import end_stop, record_stop
from homeward.people.models import Client, Stop
from homeward.progress import actions as progress
from homeward.progress import prior_steps
from homeward.progress.models import (
    AdministrativeCase,
    Appointment,
    Discharge,
    FollowUp,
    LevelReview,
)
from homeward.progress.rules.administrative import Step
from homeward.tasks.models import CareTask
from homeward.testing.stage import NOON, Cast

WHY = "reckoning"
PROGRAM = Actor.of_service("progress.review")
GONE = dict.fromkeys(("naloxone", "bridge", "card", "appointment"), "gone") | {"call": "declined"}
FINDING = "Stable now, naloxone at home, a bed is offered."

# Who signed an agreement in another room, as a room below tells the case.
WARNED: set[UUID] = set()


def _agreements(client_id: UUID, since: date) -> tuple[Step, ...]:
    return (Step("written_agreement", since),) if client_id in WARNED else ()


def every(model: Any) -> Any:
    """All rows of a model, to reckon with."""
    return model.objects.unscoped(WHY)


@dataclass(slots=True)
class Reality:
    """Jo in the database of the cast, at an instant of its own."""

    cast: Cast
    now: datetime = NOON

    @property
    def today(self) -> date:
        return local_day(self.now, "America/Chicago")

    @property
    def about(self) -> dict[str, Any]:
        return {"actor": self.cast.dana.actor, "now": self.now}

    @property
    def episode_id(self) -> Any:
        return every(Episode).filter(client=self.cast.jo.pk).latest("admitted_at").pk

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)
        clock.shift_to(self.now)

    def discharge(self, kind: str, last: date, decided: bool) -> None:
        closing = progress.Closing(
            type=kind, last_contact_on=last, narrative="What was worked on and what is open.",
            reason="As it was said.", referred_to="Lakeside", naloxone="declined",
            team_decided_on=self.today if decided else None,
        )  # fmt: skip
        progress.discharge_client(
            **self.about,
            episode_id=self.episode_id,
            closing=closing,
            with_document=False,
            authenticated_at=self.now,
        )

    def come_back(self) -> None:
        after.return_client(**self.about, client_id=self.cast.jo.pk, words="Called.")

    def _asking(self) -> Any:
        rows = every(Inquiry).filter(client=self.cast.jo.pk).exclude(state__in=ENDED)
        return rows.latest("first_request_at")

    def give_up_asking(self) -> None:
        admissions.close_inquiry(
            actor=self.cast.ada.actor, inquiry_id=self._asking().pk, outcome="lost",
            reason="not_reached", now=self.now,
        )  # fmt: skip

    def admit(self) -> None:
        """Everything between the inquiry and the admission, a minute from what is around it.

        A consent signed in the very instant of a discharge would end with it, to be safe.
        """
        self._wait_a_minute()
        inquiry = self._asking()
        client = every(Client).get(pk=self.cast.jo.pk)
        walking.screen(self.cast, client)
        walking.give_appointment(self.cast, inquiry)
        walking.decide(self.cast, walking.rate(self.cast, client))
        for kind in ("treatment", "tpo"):
            walking.sign_consent(
                actor=self.cast.ada.actor, client_id=client.pk, kind=kind,
                signer_name=client.name, now=self.now,
            )  # fmt: skip
        walking.plan_meanwhile(self.cast, inquiry)
        walking.admit(self.cast, client)
        self._wait_a_minute()

    def _wait_a_minute(self) -> None:
        self.now += timedelta(minutes=1)
        clock.shift_to(self.now)

    def record_stop(self, kind: str) -> None:
        record_stop(
            **self.about, client_id=self.cast.jo.pk, kind=kind, since_on=self.today,
            known_by="family",
        )  # fmt: skip

    def end_stop(self, ending: str) -> None:
        stop = every(Stop).get(client=self.cast.jo.pk, ended_at=None)
        end_stop(
            actor=Actor.of_service("model"), stop_id=stop.pk, ending=ending,
            reason="as we learned", now=self.now,
        )  # fmt: skip

    def change_phase(self, to: str) -> None:
        progress.change_phase(
            **self.about, episode_id=self.episode_id, phase_id=self.cast.phases[to].pk,
            reason="model",
        )  # fmt: skip

    def open_case(self, ground: str) -> None:
        progress.open_case(
            **self.about, episode_id=self.episode_id, ground=ground, stands_without_use=True,
            cause="Shouted the group down after the agreement.",
        )  # fmt: skip
        WARNED.discard(self.cast.jo.pk)
        prior_steps.register("model", _agreements)

    def _case(self) -> Any:
        return every(AdministrativeCase).get(client=self.cast.jo.pk, closed_at=None).pk

    def case_part(self, part: str) -> None:
        about = {**self.about, "case_id": self._case()}
        match part:
            case "step":
                WARNED.add(self.cast.jo.pk)
            case "safety":
                about["actor"] = self.cast.ruth.actor
                progress.review_case_safety(**about, finding=FINDING)
            case "referral":
                progress.offer_case_referral(**about, to="Lakeside", answer="accepted")
            case "notice":
                progress.give_case_notice(**about, how="in_person")
            case _:
                about["actor"] = self.cast.ruth.actor
                progress.answer_case(**about, appeal="no_appeal", reply="I will not appeal it.")

    def drop_case(self) -> None:
        progress.drop_case(**self.about, case_id=self._case())

    def open_weekly(self) -> None:
        progress.open_weekly_reviews(actor=PROGRAM, now=self.now)

    def begin_stages(self) -> None:
        progress.begin_due_stages(actor=PROGRAM, now=self.now)

    def decide(self, outcome: str, to: str, days: int, elsewhere: bool) -> None:
        """The newest card of Jo that waits."""
        cards = every(LevelReview).filter(client=self.cast.jo.pk, outcome="")
        day = self.today + timedelta(days=days)
        down = outcome == "step_down"
        progress.decide_review(
            **self.about, review_id=cards.latest("opened_at", "created_at").pk, outcome=outcome,
            reason="As the team sees it.", client_view="Agrees.", authenticated_at=self.now,
            to_phase_id=self.cast.phases[to].pk if to else None, from_day=day,
            has_prevention_plan=True, moves_seats=True,
            first_appointment_at=self.now + timedelta(days=days + 2) if down else None,
            receiving_program="Harbor outpatient" if down and elsewhere else "",
            to_level="3.5" if outcome == "step_up" and not to else "",
        )  # fmt: skip

    def open_transfer(self, level: str) -> None:
        down = level == "outpatient"
        linkage.open_transfer(
            **self.about, client_id=self.cast.jo.pk, level=level, reason_code="as_agreed",
            direction="down" if down else "up",
        )  # fmt: skip

    def _way(self) -> Any:
        rows = every(Transfer).filter(client=self.cast.jo.pk, ended_at=None)
        return rows.latest("opened_at", "created_at").pk

    def end_transfer(self, outcome: str, with_reason: bool) -> None:
        linkage.end_transfer(
            **self.about, transfer_id=self._way(), outcome=outcome,
            reason="As they told us." if with_reason else "",
        )  # fmt: skip

    def book_visit(self) -> None:
        linkage.book(
            **self.about, client_id=self.cast.jo.pk, at=self.now + timedelta(days=BOOKED_AHEAD),
            provider="Harbor outpatient", confirmed_by="Ana", kind="transfer",
            transfer_id=self._way(),
        )  # fmt: skip

    def settle(self, state: str) -> None:
        rows = every(OutsideAppointment).filter(client=self.cast.jo.pk, state="booked")
        linkage.settle(
            **self.about, appointment_id=rows.earliest("booked_at", "created_at").pk, state=state,
            source="place_said",
        )  # fmt: skip

    def book(self) -> None:
        progress.book_appointment(
            **self.about, episode_id=self.episode_id, at=self.now + timedelta(days=3),
            with_whom="Lakeside", confirmed_by="Lee", kind="level_1",
        )  # fmt: skip

    def leave_now(self) -> None:
        after.leave_now(
            **self.about, episode_id=self.episode_id, taking=after.LeaveTaking(answers=GONE)
        )

    def say_wish(self, may: bool) -> None:
        after.say_contact_wish(
            **self.about, client_id=self.cast.jo.pk, may_contact=may, channel="call",
            address="312", from_hour=0, until_hour=24,
        )  # fmt: skip

    def try_check_up(self, outcome: str) -> None:
        row = every(FollowUp).filter(client=self.cast.jo.pk, done_at=None).earliest("due_on")
        after.try_check_up(**self.about, follow_up_id=row.pk, channel="call", outcome=outcome)

    def keep_check_ups(self) -> None:
        after.keep_check_ups(now=self.now)

    def join_alumni(self) -> None:
        after.join_alumni(**self.about, client_id=self.cast.jo.pk, signer_name="Jo Avery")

    def leave_alumni(self) -> None:
        after.leave_alumni(**self.about, client_id=self.cast.jo.pk)

    def is_drawn(self) -> bool:
        pool, _made = Pool.objects.get_or_create(
            code="model", defaults={"program": self.cast.program, "site": self.cast.site}
        )
        return any(
            item.episode.client_id == self.cast.jo.pk for item in roster_of(pool, self.today)
        )

    def seen(self) -> dict[str, Any]:
        """The record as the model sees it, in one query."""
        row: dict[str, Any] = (
            every(Client)
            .filter(pk=self.cast.jo.pk)
            .values(
                n_episodes=_count(Episode),
                n_open=_count(Episode, ended_at=None),
                n_discharges=_count(Discharge),
                n_stop=_word(Stop, "kind", ended_at=None),
                n_phase=_word(Episode, "phase__code", newest="admitted_at"),
                n_cases=_count(AdministrativeCase, closed_at=None),
                n_waiting=_count(FollowUp, done_at=None),
                n_asking=_count(Inquiry, exclude={"state__in": ENDED}),
                n_alumni=_count(AlumniConsent, ending=None),
                n_appointments=_count(Appointment),
                n_leavings=_count(Leaving),
                n_level=_word(Episode, "level_code", newest="admitted_at"),
                n_cards=_count(LevelReview, outcome=""),
                n_decided=_count(LevelReview, decided_at__isnull=False),
                n_ways=_count(Transfer, ended_at=None),
                n_ways_ended=_count(Transfer, ended_at__isnull=False),
                n_followed=_count(CareTask, kind="linkage_transfer", closed_at=None),
                n_visits=_count(OutsideAppointment, state="booked"),
            )
            .get()
        )
        return {name.removeprefix("n_"): value for name, value in row.items()}


def _count(model: Any, exclude: dict[str, Any] | None = None, **where: Any) -> Any:
    rows = every(model).filter(client=OuterRef("pk"), **where).exclude(**(exclude or {"pk": None}))
    counted = rows.order_by().values("client").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def _word(model: Any, name: str, newest: str = "created_at", **where: Any) -> Any:
    rows = every(model).filter(client=OuterRef("pk"), **where).order_by(f"-{newest}")
    return Coalesce(Subquery(rows.values(name)[:1], output_field=CharField()), Value(""))
