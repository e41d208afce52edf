"""The list, its reconciliations, orders, clocks, allergies, naloxone, supplies, and their walls."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from homeward import audit
from homeward.admissions.readiness import readiness
from homeward.core.refusals import NotAllowed
from homeward.incidents.models import Incident
from homeward.instruments.actions import answer_instrument
from homeward.medications import actions, queries
from homeward.medications.actions import health, medicines, naloxone, orders, supplies
from homeward.medications.actions.reconcile import InteractionsUnsourced, ReconciliationIncomplete
from homeward.medications.coming_due import certification_clock
from homeward.medications.counting_kits import duty_at, open_counts
from homeward.medications.duties import open_reconciliation
from homeward.medications.models import Medication, NaloxoneOffer, PdmpCheck, Vitals
from homeward.medications.queries import family_offers
from homeward.medications.rules.clocks import Due, standing
from homeward.medications.rules.reconciling import Said
from homeward.medications.rules.vitals import Measured
from homeward.medications.stock_checks import overdue_since
from homeward.medications.tests.conftest import BUPRENORPHINE
from homeward.people.models import Client, Contact
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def duty(kind):
    return CareTask.objects.unscoped("test").get(kind=kind, closed_at=None)


def about(cast, who="ruth"):
    return {"actor": getattr(cast, who).actor, "client_id": cast.jo.pk, "now": NOON}


class TestTheList:
    def test_nobody_outside_writes_and_the_refusals_name_what_is_missing(self, tuesday):
        for who in ("dana", "tess", "omar"):
            with pytest.raises((Client.DoesNotExist, NotAllowed)):
                actions.record_medicine(**about(tuesday, who), line=BUPRENORPHINE)
        with pytest.raises(medicines.MedicineIncomplete) as no:
            actions.record_medicine(**about(tuesday), line=replace(BUPRENORPHINE, dose=" "))
        assert no.value.codes == ("medicine_dose_missing",)
        with pytest.raises(medicines.MedicineStartsLater):
            actions.record_medicine(
                **about(tuesday), line=BUPRENORPHINE, started_on=TODAY + timedelta(days=1)
            )

    def test_a_dose_change_keeps_what_stood_before_and_methadone_keeps_its_otp(self, film, tuesday):
        row = actions.change_terms(
            actor=tuesday.paz.actor, medication_id=film.pk, dose="12 mg/3 mg", now=NOON
        )
        event = row.events.order_by("-at").first()
        assert event.detail["before"]["dose"] == "8 mg/2 mg"
        with pytest.raises(medicines.MedicineNothingChanged):
            actions.change_terms(
                actor=tuesday.paz.actor, medication_id=film.pk, dose="12 mg/3 mg", now=NOON
            )
        with pytest.raises(DatabaseError), transaction.atomic():
            event.change(what="stopped")
        with pytest.raises(IntegrityError), transaction.atomic():
            Medication.objects.unscoped("test").filter(pk=film.pk).update(kind="methadone")

    def test_an_ended_line_is_frozen(self, film, tuesday):
        row = actions.stop_medicine(
            actor=tuesday.ruth.actor, medication_id=film.pk, reason="changed to injection", now=NOON
        )
        with pytest.raises(medicines.MedicineHasEnded):
            actions.hold_medicine(
                actor=tuesday.ruth.actor, medication_id=film.pk, reason="late", now=NOON
            )
        with pytest.raises(DatabaseError), transaction.atomic():
            row.change(dose="1 mg")

    def test_what_a_test_is_expected_to_find_follows_the_list_on_the_day(self, film, tuesday):
        jo = tuesday.jo.pk
        assert queries.expected_analytes(jo, TODAY) == {"buprenorphine"}
        assert queries.expected_analytes(jo, TODAY - timedelta(days=2)) == frozenset()
        actions.hold_medicine(
            actor=tuesday.ruth.actor, medication_id=film.pk, reason="surgery", now=NOON
        )
        assert queries.expected_analytes(jo, TODAY) == frozenset()
        bought = replace(
            BUPRENORPHINE, kind="", name="Cough syrup", prescriber="", is_observed=False
        )
        actions.record_medicine(**about(tuesday), line=bought, shows=("opiates",))
        assert queries.expected_analytes(jo, TODAY) == frozenset()
        assert queries.expected_analytes(tuesday.pat.pk, TODAY) == frozenset()


def test_no_rule_refuses_anybody_for_an_addiction_medicine(tuesday):
    """Admission is decided the same with methadone, buprenorphine and naltrexone on the list."""
    before = readiness(tuesday.jo.row, tuesday.program, NOON).to_json()
    for kind in ("methadone", "buprenorphine_film", "naltrexone_injection"):
        line = replace(
            BUPRENORPHINE, kind=kind, is_observed=False, dispenser="Lakeside OTP", injection_days=28
        )
        actions.record_medicine(**about(tuesday), line=line)
    assert readiness(tuesday.jo.row, tuesday.program, NOON).to_json() == before


class TestReconciliation:
    def said(self, film, **more):
        base = {
            "medication_id": film.pk, "last_taken": "today 7:00", "source": "bottle",
            "action": "continue",
        }  # fmt: skip
        return [Said(**(base | more))]

    def test_goes_through_every_line_carries_it_out_and_ends_its_duty(self, film, tuesday):
        with audit.unit():
            open_reconciliation(
                actor=tuesday.dana.actor, client_id=tuesday.jo.pk, moment="transfer", origin="x",
                now=NOON,
            )  # fmt: skip
        task = duty("reconcile_medicines")
        assert (task.owner_id, queries.moment_asked(tuesday.jo.pk)) == (tuesday.ruth.pk, "transfer")
        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=tuesday.ruth.actor, task_id=task.pk, disposition="reconciled", now=NOON
            )
        with pytest.raises(ReconciliationIncomplete):
            actions.reconcile(**about(tuesday), moment="transfer", said=[])
        made = actions.reconcile(
            **about(tuesday), moment="transfer",
            said=self.said(film, action="change", changed_to="4 mg/1 mg"),
        )  # fmt: skip
        film.refresh_from_db()
        task.refresh_from_db()
        assert (film.dose, task.disposition) == ("4 mg/1 mg", "reconciled")
        line = made.lines.get()
        assert (line.dose, line.prescriber, line.reason) == (
            "8 mg/2 mg", "Dr. Paz", "opioid use disorder",
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            line.change(action="stop")

    def test_another_prescriber_asks_for_one(self, film, tuesday):
        actions.change_terms(
            actor=tuesday.ruth.actor, medication_id=film.pk, prescriber="Dr. Wu", now=NOON
        )
        assert duty("reconcile_medicines").detail == {"moment": "prescriber_change"}

    def test_who_looked_at_interactions_says_with_what(self, film, tuesday):
        with pytest.raises(InteractionsUnsourced):
            actions.reconcile(
                **about(tuesday), moment="admission", said=self.said(film),
                interactions_by="Ruth",
            )  # fmt: skip


class TestOrdersAndStatements:
    def order(self, cast, who, **more):
        given = {"kind": "observe", "body": "Watch one film each day", "ordered_by_id": cast.paz.pk}
        return actions.write_order(**about(cast, who), **(given | more))

    def test_ones_own_is_signed_and_a_spoken_one_waits_for_its_prescriber(self, tuesday):
        assert self.order(tuesday, "paz").signed_at == NOON
        with pytest.raises(orders.OrderIncomplete) as no:
            self.order(tuesday, "ruth", way="spoken")
        assert no.value.codes == ("order_not_read_back",)
        with pytest.raises(orders.OrderIncomplete):
            self.order(tuesday, "ruth", ordered_by_id=tuesday.dana.pk)
        taken = self.order(tuesday, "ruth", way="spoken", was_read_back=True)
        assert taken.sign_due_at == NOON + timedelta(hours=48)
        with pytest.raises(NotAllowed):
            actions.sign_order(actor=tuesday.ruth.actor, order_id=taken.pk, now=NOON)
        signed = actions.sign_order(actor=tuesday.paz.actor, order_id=taken.pk, now=NOON)
        assert not CareTask.objects.unscoped("test").filter(closed_at=None).exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            signed.change(body="something else")

    def test_the_certification_clock_reminds_at_45_of_60_days(self, tuesday):
        with pytest.raises(orders.CertificationIncomplete):
            actions.certify(**about(tuesday, "paz"), statements=orders.STATEMENTS[:3])
        with pytest.raises(NotAllowed):
            actions.certify(**about(tuesday), statements=orders.STATEMENTS)
        assert certification_clock(tuesday.episode, TODAY).due_on is None  # no payer asks
        actions.certify(**about(tuesday, "paz"), statements=orders.STATEMENTS)
        clock = certification_clock(tuesday.episode, TODAY)
        found = [standing(clock, TODAY + timedelta(days=n)) for n in (44, 45, 60, 61)]
        assert found == [Due.FINE, Due.SOON, Due.DUE, Due.OVERDUE]
        # Partial hospitalization: day 18, then every 30 days.
        tuesday.episode.level_code = "2.5"
        clock = certification_clock(tuesday.episode, TODAY)
        assert clock.due_on == TODAY + timedelta(days=18)
        found = [standing(clock, TODAY + timedelta(days=n)) for n in (12, 13, 18, 19)]
        assert found == [Due.FINE, Due.SOON, Due.DUE, Due.OVERDUE]
        actions.certify(**about(tuesday, "paz"), statements=orders.STATEMENTS)
        assert certification_clock(tuesday.episode, TODAY).due_on == TODAY + timedelta(days=30)


def test_monitoring_keeps_that_it_was_asked_and_has_no_place_for_the_report(tuesday):
    made = actions.record_pdmp_check(**about(tuesday), state="il", finding="to_discuss")
    assert (made.state, made.next_due_on) == ("IL", TODAY + timedelta(days=90))
    kept = {field.name for field in PdmpCheck._meta.concrete_fields}
    assert kept == {
        "id", "version", "created_at", "client", "site", "state", "finding", "next_due_on", "on",
        "at", "by",
    }  # fmt: skip


def test_no_warning_is_lost_when_a_list_of_allergies_begins(tuesday):
    tuesday.jo.row.change(allergies="Penicillin")
    with pytest.raises(health.AllergiesAreListed):
        actions.state_allergies(**about(tuesday), says="none_known")
    latex = {"substance": "Latex", "reaction": "hives", "severity": "severe", "said_by": "person"}
    actions.add_allergy(**about(tuesday), **latex)
    tuesday.jo.row.refresh_from_db()
    assert tuesday.jo.row.allergies == "Latex (hives); Penicillin (not said)"
    said = queries.on_paper([tuesday.jo.pk])[tuesday.jo.pk]
    assert said.allergies.startswith("Penicillin") and "Latex: hives (severe)" in said.allergies


def test_none_known_is_a_stated_fact_and_silence_states_nothing(tuesday):
    assert queries.on_paper([tuesday.jo.pk])[tuesday.jo.pk].allergies == ""
    actions.state_allergies(**about(tuesday), says="none_known")
    assert queries.on_paper([tuesday.jo.pk])[tuesday.jo.pk].allergies == "No allergy known, stated"


def test_vital_signs_outside_the_limits_warn_and_are_kept(tuesday):
    row = actions.take_vitals(**about(tuesday), measured=Measured(pulse=128, systolic=120))
    assert row.outside == ["vitals_pulse_high"]
    with pytest.raises(health.VitalsImpossible):
        actions.take_vitals(**about(tuesday), measured=Measured(pulse=7))
    with pytest.raises(DatabaseError), transaction.atomic():
        Vitals.objects.unscoped("test").filter(pk=row.pk).update(pulse=70)


class TestNaloxone:
    def test_is_offered_to_client_and_family_with_lot_and_date(self, tuesday):
        with pytest.raises(naloxone.OfferIncomplete) as no:
            actions.offer_naloxone(**about(tuesday), outcome="given", is_trained=False)
        assert no.value.codes == (
            "naloxone_lot_missing", "naloxone_expiry_missing", "naloxone_untrained",
        )  # fmt: skip
        actions.offer_naloxone(**about(tuesday), outcome="declined", is_trained=False)
        made = actions.offer_naloxone(
            **about(tuesday), contact_id=tuesday.kim.pk, outcome="given", is_trained=True,
            lot="N42", expires_on=TODAY + timedelta(days=400),
        )  # fmt: skip
        assert (made.contact_id, NaloxoneOffer.objects.unscoped("test").count()) == (
            tuesday.kim.pk, 2,
        )  # fmt: skip

    def test_the_houses_kits_are_counted_and_their_use_is_an_incident_of_nobody(self, tuesday):
        actor = tuesday.tess.actor
        stock = actions.add_stock(
            actor=actor, site_id=tuesday.site.pk, place="Front desk", lot="N42", kits=4,
            expires_on=TODAY + timedelta(days=400), now=NOON,
        )  # fmt: skip
        actions.check_stock(
            actor=actor, stock_id=stock.pk, site_id=tuesday.site.pk, counted=3, now=NOON
        )
        given = {"kits": 1, "place": "Lobby", "used_at": NOON, "stock_id": stock.pk}
        where = {"actor": actor, "site_id": tuesday.site.pk, "now": NOON}
        with pytest.raises(naloxone.UseIncomplete) as no:
            actions.record_use(**where, **given)
        assert no.value.codes == ("naloxone_call_unsaid",)
        use = actions.record_use(**where, **given, emergency_called_at=NOON)
        stock.refresh_from_db()
        assert (stock.kits, use.report_due_at) == (2, NOON + timedelta(hours=8))
        assert not hasattr(use, "client")

    @pytest.mark.parametrize(("days", "is_overdue"), [(29, False), (30, False), (31, True)])
    def test_the_count_is_asked_for_after_the_programs_days(self, tuesday, days, is_overdue):
        stock = actions.add_stock(
            actor=tuesday.tess.actor, site_id=tuesday.site.pk, place="Front desk", lot="N42",
            kits=4, expires_on=TODAY + timedelta(days=400), now=NOON - timedelta(days=days),
        )  # fmt: skip
        assert (overdue_since(tuesday.site, NOON) is not None) is is_overdue
        actions.check_stock(
            actor=tuesday.tess.actor, stock_id=stock.pk, site_id=tuesday.site.pk, counted=4,
            now=NOON,
        )  # fmt: skip
        assert overdue_since(tuesday.site, NOON) is None

    def test_an_overdue_count_is_the_nurses_duty_until_it_is_counted(self, tuesday):
        about_it = {"actor": tuesday.tess.actor, "site_id": tuesday.site.pk}
        lot = {"lot": "N42", "kits": 4, "expires_on": TODAY + timedelta(days=400)}
        then = NOON - timedelta(days=40)
        lots = [
            actions.add_stock(**about_it, **lot, place=place, now=then) for place in ("Desk", "Van")
        ]
        assert open_counts(now=NOON) == 1
        assert open_counts(now=NOON) == 0
        duty = duty_at(tuesday.site)
        assert (duty.owner_id, duty.due_at) == (tuesday.ruth.pk, NOON + timedelta(days=1))
        actions.check_stock(**about_it, stock_id=lots[0].pk, counted=4, now=NOON)
        assert duty_at(tuesday.site) == duty, "the van is not counted yet"
        actions.check_stock(**about_it, stock_id=lots[1].pk, counted=2, now=NOON)
        duty.refresh_from_db()
        assert (duty.ended_at, duty.ended_by_id) == (NOON, tuesday.tess.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            type(duty).objects.filter(pk=duty.pk).update(ended_at=None)

    def test_a_client_may_have_nobody_to_offer_it_to(self, tuesday):
        Contact.objects.unscoped("test").filter(client=tuesday.jo.pk).update(kind="officer")
        assert family_offers(tuesday.jo.pk) == ("nobody", 0)
        with pytest.raises(naloxone.OfferIncomplete):
            actions.offer_naloxone(**about(tuesday), outcome="nobody", is_trained=False)
        actions.say_nobody_beside(**about(tuesday))
        assert family_offers(tuesday.jo.pk) == ("none", 0)

    def test_a_kit_handed_over_comes_off_the_lot_that_runs_out_first(self, tuesday):
        def lot(number, days, kits):
            return actions.add_stock(
                actor=tuesday.tess.actor, site_id=tuesday.site.pk, place="Front desk", lot=number,
                kits=kits, expires_on=TODAY + timedelta(days=days), now=NOON,
            )  # fmt: skip

        later, sooner = lot("N42", 400, 2), lot("N41", 30, 1)
        given = {"outcome": "given", "is_trained": True}
        first = actions.offer_naloxone(**about(tuesday), **given)
        assert (first.lot, first.expires_on) == ("N41", sooner.expires_on)
        assert actions.offer_naloxone(**about(tuesday), **given).lot == "N42"
        # Named, it is that lot; one the house does not keep came from elsewhere.
        actions.offer_naloxone(
            **about(tuesday), **given, contact_id=tuesday.kim.pk, lot="N42",
            expires_on=later.expires_on,
        )  # fmt: skip
        actions.offer_naloxone(**about(tuesday), **given, lot="COUNTY", expires_on=later.expires_on)
        actions.offer_naloxone(**about(tuesday), outcome="declined", is_trained=False)
        for row in (later, sooner):
            row.refresh_from_db()
        assert (later.kits, sooner.kits) == (0, 0)
        with pytest.raises(naloxone.OfferIncomplete, match="naloxone_lot_missing"):
            actions.offer_naloxone(**about(tuesday), **given)


class TestSupplies:
    def receive(self, cast, film, **more):
        given = {"counted": 14, "unit": "films", "storage": "double_lock", "is_labelled": True}
        return actions.receive_container(
            actor=cast.ruth.actor, medication_id=film.pk, now=NOON - timedelta(hours=2),
            **(given | more),
        )  # fmt: skip

    def test_a_controlled_container_takes_two_people_and_every_count_is_explained(
        self, film, tuesday
    ):
        with pytest.raises(supplies.NotIntoStorage) as no:
            self.receive(tuesday, film)
        assert no.value.codes == ("brought_needs_second_person",)
        self.receive(tuesday, film, second_id=tuesday.tess.pk)
        with pytest.raises(supplies.ContainerIsOpen):
            self.receive(tuesday, film, second_id=tuesday.tess.pk)
        actions.record_dose(
            actor=tuesday.tess.actor, medication_id=film.pk, state="taken", due_at=NOON, now=NOON
        )
        count = {"actor": tuesday.ruth.actor, "medication_id": film.pk, "now": NOON}
        with pytest.raises(supplies.CountDiffers):
            actions.count_container(**count, count=12)
        actions.count_container(**count, count=12, reason="one short", second_id=tuesday.tess.pk)
        error = Incident.objects.unscoped("test").get()  # a draft of whoever counted
        assert (error.kind, error.opened_by_id) == ("medication_error", tuesday.ruth.pk)
        assert error.what == "A count of a medicine kept here does not agree: 12, not 13."
        made = actions.count_container(
            **count | {"now": NOON + timedelta(minutes=1)}, count=12, closing="returned"
        )
        assert (made.expected, made.brought.closing) == (12, "returned")
        with pytest.raises(supplies.NothingKeptHere):
            actions.count_container(**count, count=13)

    def test_an_inhaler_stays_with_its_person(self, tuesday):
        line = replace(
            BUPRENORPHINE, kind="", name="Albuterol", route="inhaled", is_observed=False,
            stays_with_person="inhaler",
        )  # fmt: skip
        row = actions.record_medicine(**about(tuesday), line=line)
        with pytest.raises(supplies.NotIntoStorage) as no:
            self.receive(tuesday, row)
        assert no.value.codes == ("brought_stays_with_person",)


def test_a_watch_asks_for_its_readings_by_the_score(tuesday):
    actions.begin_watch(**about(tuesday), scale="cows", ordered_by="Dr. Paz")
    assert duty("withdrawal_reading").due_at == NOON
    answers = {str(number): 2 for number in range(1, 12)}
    answers |= {"3": 3, "11": 3}  # 24 points
    answer_instrument(
        actor=tuesday.ruth.actor, client_id=tuesday.jo.pk, instrument="cows",
        answers=answers, now=NOON,
    )  # fmt: skip
    assert duty("withdrawal_reading").due_at == NOON + timedelta(minutes=60)
    actions.end_watch(**about(tuesday), scale="cows", because="no signs for a day")
    assert (
        not CareTask.objects.unscoped("test")
        .filter(kind="withdrawal_reading", closed_at=None)
        .exists()
    )
