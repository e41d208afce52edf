"""Screening opens holds, a medical right releases them, and admission waits meanwhile."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.admissions import actions
from homeward.admissions.models import Hold, MedicalScreening
from homeward.admissions.queries import capacity_at
from homeward.admissions.tests import walking
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import StaleVersion
from homeward.directory.models import Referral
from homeward.instruments.actions import answer_instrument
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty, Role
from homeward.people.actions import break_glass
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast
from homeward.testing.stage import make_worker

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
NO = {
    "intoxicated": False, "drank_or_sedatives_recently": False,
    "seizure_or_delirium_history": False, "daily_benzodiazepine": False,
    "confusion_or_seizure_now": False, "pregnant": False, "opioid_use": False,
    "abnormal_vitals": False,
}  # fmt: skip
FOUND = "CIWA-Ar 2 at 14:10, vital signs normal, oriented."


def rows(model: Any, **where: Any) -> Any:
    """Rows of a protected model."""
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(**where)


def arrive(cast: Cast) -> tuple[Any, Any]:
    """Bianca's inquiry and record; the calls were yesterday."""
    inquiry = walking.call(cast)
    return inquiry, walking.open_record(cast, inquiry)


def ask(cast: Cast, inquiry: Any, actor: Any = None, **told: Any) -> MedicalScreening:
    """Ada asks the medical questions."""
    return actions.screen_medically(
        actor=(actor or cast.ada).actor, inquiry_id=inquiry.pk, now=clock.now(), **{**NO, **told}
    )


def score(cast: Cast, client: Any, instrument: str, item: int, value: int) -> Any:
    """A withdrawal scale with one item above zero."""
    count = 10 if instrument == "ciwa_ar" else 11
    answers = {str(n): 0 for n in range(1, count + 1)} | {str(item): value}
    return answer_instrument(
        actor=cast.ada.actor, client_id=client.pk, instrument=instrument, answers=answers,
        now=clock.now(),
    )  # fmt: skip


def physician(cast: Cast) -> Any:
    """A physician of the main site."""
    return make_worker(cast, "phil", "Phil Osei", Role.PHYSICIAN, "MD", True, ())


class TestScreening:
    def test_that_is_calm_opens_nothing(self, cast: Cast) -> None:
        """And the answers stand with their decision."""
        inquiry, client = arrive(cast)
        row = ask(cast, inquiry)
        assert (row.outcome, row.decision["rule_set"]) == ("clear", "gates")
        assert not rows(Hold, client=client).exists()

    def test_of_danger_opens_a_hold_a_referral_a_duty_and_the_record(self, cast: Cast) -> None:
        """Everything at once, in the transaction of the answers."""
        doctor = physician(cast)
        inquiry, client = arrive(cast)
        ask(cast, inquiry, daily_benzodiazepine=True)
        hold = rows(Hold, client=client).get()
        assert (hold.kind, hold.severity) == (
            "alcohol_sedative_withdrawal", "medical_evaluation_today",
        )  # fmt: skip
        assert (hold.rule_set, hold.cut_points) == ("gates-2", "asam_2020")
        assert hold.reasons == ["daily_benzodiazepine"]
        assert hold.owner_id in (doctor.pk, cast.ruth.pk)
        referral = rows(Referral, client=client).get()
        assert (referral.kind, referral.pk) == ("detox", hold.referral_id)
        assert rows(CareTask, client=client, kind="medical_hold").count() == 1
        team = rows(TeamMembership, client=client, ends_at=None)
        assert {each.worker_id for each in team} == {doctor.pk, cast.ruth.pk}

    def test_again_opens_nothing_twice_and_only_raises(self, cast: Cast) -> None:
        """The second round adds its reason; a calmer third takes nothing away."""
        inquiry, client = arrive(cast)
        ask(cast, inquiry, daily_benzodiazepine=True)
        ask(cast, inquiry, daily_benzodiazepine=True)
        ask(cast, inquiry, confusion_or_seizure_now=True)
        ask(cast, inquiry)
        hold = rows(Hold, client=client).get()
        assert hold.severity == "emergency_services"
        assert hold.reasons == ["daily_benzodiazepine", "confusion_or_seizure_now"]
        assert rows(Referral, client=client).count() == 1

    def test_schedules_the_repeat_of_a_score_too_early(self, cast: Cast) -> None:
        """A low score 2 hours after a drink: a task at the eighth hour, and a hold meanwhile."""
        inquiry, client = arrive(cast)
        score(cast, client, "ciwa_ar", 1, 2)
        drink = clock.now() - timedelta(hours=2)
        ask(cast, inquiry, last_drink_at=drink, drank_or_sedatives_recently=True)
        task = rows(CareTask, client=client, kind="repeat_ciwa").get()
        assert abs(task.due_at - (drink + timedelta(hours=8))) < timedelta(minutes=2)
        assert rows(Hold, client=client).get().severity == "repeat_ciwa"
        assert not rows(Referral, client=client).exists()

    def test_names_what_it_cannot_read(self, cast: Cast) -> None:
        """A pulse of 900 and a drink tomorrow; and no answer at all."""
        inquiry, _client = arrive(cast)
        with pytest.raises(actions.ScreeningUnreadable) as refused:
            ask(cast, inquiry, pulse=900, last_drink_at=clock.now() + timedelta(days=1))
        assert refused.value.codes == ("pulse_out_of_range", "last_drink_in_future")
        with pytest.raises(actions.ScreeningEmpty):
            ask(cast, inquiry, **dict.fromkeys(NO, None))

    def test_is_not_for_another_site_nor_before_a_record(self, cast: Cast) -> None:
        """Omar finds nothing; without a client there is nobody to screen."""
        inquiry = walking.call(cast)
        with pytest.raises(actions.NoClientYet):
            ask(cast, inquiry)
        walking.open_record(cast, inquiry)
        for outsider in (cast.omar, cast.ruth):
            with pytest.raises((type(inquiry).DoesNotExist, MedicalScreening.DoesNotExist)):
                ask(cast, inquiry, actor=outsider)


class TestScores:
    def test_hold_at_once_when_they_are_handed_in(self, cast: Cast) -> None:
        """CIWA-Ar above the cut needs no second form."""
        _inquiry, client = arrive(cast)
        answers = {str(n): 3 for n in range(1, 11)}
        answer_instrument(
            actor=cast.ada.actor, client_id=client.pk, instrument="ciwa_ar", answers=answers,
            now=clock.now(),
        )  # fmt: skip
        assert rows(Hold, client=client).get().severity == "emergency_services"

    def test_of_opioid_withdrawal_offer_medication_and_hold_nobody(self, cast: Cast) -> None:
        """COWS opens two tasks of the same day, and no hold."""
        _inquiry, client = arrive(cast)
        answers = {str(n): 0 for n in range(1, 12)} | {"1": 4, "2": 4}
        answer_instrument(
            actor=cast.ada.actor, client_id=client.pk, instrument="cows", answers=answers,
            now=clock.now(),
        )  # fmt: skip
        kinds = {each.kind for each in rows(CareTask, client=client)}
        assert {"offer_buprenorphine_today", "offer_naloxone"} <= kinds
        assert not rows(Hold, client=client).exists()


class TestRelease:
    def held(self, cast: Cast, **told: Any) -> Any:
        """A hold for benzodiazepines, or for what is told."""
        inquiry, client = arrive(cast)
        ask(cast, inquiry, **(told or {"daily_benzodiazepine": True}))
        return inquiry, rows(Hold, client=client).get()

    def let_go(self, player: Any, hold: Any, **more: Any) -> Any:
        """Release by this player."""
        told = {"ending": "cleared_by_evaluation", "evidence": FOUND, **more}
        return actions.release_hold(actor=player.actor, hold_id=hold.pk, now=clock.now(), **told)

    def test_is_a_physicians_for_what_needs_a_judgement(self, cast: Cast) -> None:
        """A nurse may not clear daily benzodiazepines; a physician may, and the evidence stays."""
        doctor = physician(cast)
        _inquiry, hold = self.held(cast)
        with pytest.raises(actions.NotCleared) as refused:
            self.let_go(cast.ruth, hold)
        assert refused.value.codes == ("clearer_has_medical_right",)
        released = self.let_go(doctor, hold)
        assert (released.released_by_id, released.evidence) == (doctor.pk, FOUND)
        assert not rows(CareTask, kind="medical_hold", closed_at=None).exists()
        with pytest.raises(actions.HoldAlreadyReleased):
            self.let_go(doctor, hold)

    def test_is_refused_while_the_measure_stands(self, cast: Cast) -> None:
        """A pulse of 130 is measured again before anybody clears it."""
        inquiry, hold = self.held(cast, abnormal_vitals=None, pulse=130)
        with pytest.raises(actions.NotCleared) as refused:
            self.let_go(cast.ruth, hold)
        assert refused.value.codes == ("nothing_measured_stands",)
        ask(cast, inquiry, pulse=82)
        assert self.let_go(cast.ruth, hold).ending == "cleared_by_evaluation"

    def test_is_not_for_the_desk_nor_without_evidence(self, cast: Cast) -> None:
        """Ada has no medical right; three letters are no evidence; the future is no past."""
        doctor = physician(cast)
        _inquiry, hold = self.held(cast)
        for player, more, codes in (
            (cast.ada, {}, ("clearer_has_medical_right",)),
            (doctor, {"evidence": "ok"}, ("evidence_is_written",)),
        ):
            with pytest.raises(actions.NotCleared) as refused:
                self.let_go(player, hold, **more)
            assert refused.value.codes == codes
        with pytest.raises(actions.ExaminedLater):
            self.let_go(doctor, hold, examined_at=clock.now() + timedelta(hours=1))
        with pytest.raises(StaleVersion):
            self.let_go(doctor, hold, expected_version=99)
        with pytest.raises(Hold.DoesNotExist):
            self.let_go(cast.omar, hold)

    def test_is_not_for_who_only_broke_the_glass(self, cast: Cast) -> None:
        """The right alone is no relation: broken glass shows the hold and changes nothing."""
        _inquiry, hold = self.held(cast)
        late = make_worker(
            cast, "lars", "Lars Holm", Role.PHYSICIAN, "MD", True, (Duty.BREAK_GLASS,)
        )
        with pytest.raises(Hold.DoesNotExist):
            self.let_go(late, hold)
        break_glass(
            actor=late.actor, chart_number=hold.client.chart_number, code="medical_emergency",
            sentence="Found unwell in the lobby.", now=clock.now(),
        )  # fmt: skip
        assert Hold.objects.for_actor(late.actor, Purpose.TREATMENT).filter(pk=hold.pk).exists()
        with pytest.raises(Hold.DoesNotExist):
            self.let_go(late, hold)
        assert rows(Hold, pk=hold.pk, released_at=None).exists()

    def test_lets_the_admission_go_on(self, cast: Cast) -> None:
        """With the hold open the admission is refused; released, it goes through."""
        doctor = physician(cast)
        inquiry, client = walking.ready_to_admit(cast)
        ask(cast, inquiry, daily_benzodiazepine=True)
        with pytest.raises(actions.NotAdmittable) as refused:
            walking.admit(cast, client)
        assert refused.value.codes == ("no_open_hold",)
        self.let_go(
            doctor, rows(Hold, client=client).get(), ending="ambulatory_withdrawal_management"
        )
        assert walking.admit(cast, client).ended_at is None


class TestCapacity:
    def test_is_presumed_lost_when_seen_and_restored_by_name(self, cast: Cast) -> None:
        """Time alone restores nothing."""
        inquiry, client = arrive(cast)
        assert capacity_at(client, clock.now()).state == "presumed"
        ask(cast, inquiry, intoxicated=True)
        assert not capacity_at(client, clock.now() + timedelta(days=2)).may_sign
        actions.record_capacity(
            actor=cast.ada.actor, client_id=client.pk, has_capacity=True,
            seen="Speaks clearly, says in own words what the consent is.", now=clock.now(),
        )  # fmt: skip
        standing = capacity_at(client, clock.now())
        assert standing.state == "present"
        assert standing.rests_on is not None
        assert standing.rests_on.by == "Ada Flores"

    def test_needs_a_sentence_and_the_record(self, cast: Cast) -> None:
        """ "ok" is no observation; Omar reaches nobody here."""
        _inquiry, client = arrive(cast)
        given: dict[str, Any] = {"client_id": client.pk, "has_capacity": True, "now": clock.now()}
        with pytest.raises(actions.ObservationMissing):
            actions.record_capacity(actor=cast.ada.actor, seen="ok", **given)
        with pytest.raises(type(client).DoesNotExist):
            actions.record_capacity(actor=cast.omar.actor, seen="Speaks clearly.", **given)


def test_what_only_warned_becomes_a_task(cast: Cast) -> None:
    """Without the payment consent care begins, and somebody owns the rest with a date."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    walking.give_appointment(cast, inquiry)
    walking.decide(cast, walking.rate(cast, client))
    walking.sign(cast, client)
    walking.plan_meanwhile(cast, inquiry)
    walking.admit(cast, client)
    task = rows(CareTask, client=client, kind="packet_paper", detail__paper="tpo").get()
    assert task.owner_id == cast.dana.pk
    assert task.due_at > task.opened_at
