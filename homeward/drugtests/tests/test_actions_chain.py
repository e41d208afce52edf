"""From told to discussed, each step with its promise, its refusals and its outsider."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from homeward.audit.models import Entry
from homeward.core.facts import _listeners
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.drugtests import actions
from homeward.drugtests.actions.discuss_result import DiscussionIncomplete, DisputeOpen
from homeward.drugtests.actions.end_test import EndNeedsAnother, EndNeedsReason, WindowStillOpen
from homeward.drugtests.actions.enter_results import (
    Measured,
    ResultAlreadyEntered,
    ResultsIncomplete,
)
from homeward.drugtests.actions.notify_test import WindowOutOfBounds
from homeward.drugtests.actions.order_for_cause_test import CauseIncomplete, NeedsSecondPerson
from homeward.drugtests.actions.record_collection import (
    CollectionIncomplete,
    ObservationNeedsReason,
    TemperatureOutside,
)
from homeward.drugtests.actions.send_test import BeyondCeiling, LaboratoryMayNot
from homeward.drugtests.actions.skip_draw import SkipNeedsSecondPerson
from homeward.drugtests.facts import TestResulted
from homeward.drugtests.models import AnalyteResult, Draw, DrugTest, Kit, Laboratory, LabOrder
from homeward.drugtests.queries import drug_test, results_of
from homeward.drugtests.reaching import NotInThatState
from homeward.people.models import Client
from homeward.testing.cast import NOON

pytestmark = pytest.mark.usefixtures("kit", "laboratory")

GOOD = {
    "collection": "temperature_monitored",
    "temperature_f": Decimal("94.6"),
    "temperature_minutes": 2,
    "is_identity_checked": True,
    "is_sealed": True,
    "client_initials": "JA",
}


def collect(who, test, **values):
    return actions.record_collection(actor=who.actor, test_id=test.pk, now=NOON, **(GOOD | values))


def read(who, test, thc="negative", etg="negative", method="presumptive", **values):
    kit = Kit.objects.filter(site_id=test.site_id).first()
    values = {"kit_id": kit.pk if kit else None} | values
    readings = [Measured(analyte="etg", reading=etg), Measured(analyte="thc", reading=thc)]
    return actions.enter_results(
        actor=who.actor, test_id=test.pk, method=method, readings=readings, now=NOON, **values
    )


@pytest.fixture
def heard():
    """What was announced."""
    found = []
    _listeners.setdefault(TestResulted, []).append(found.append)
    yield found
    _listeners[TestResulted].remove(found.append)


class TestOrderForCause:
    def order(self, cast, who="dana", second="ruth", cause="Slurred speech at arrival"):
        return actions.order_for_cause_test(
            actor=getattr(cast, who).actor,
            client_id=cast.jo.pk,
            seconded_by_id=getattr(cast, second).pk,
            cause=cause,
            now=NOON,
        )

    def test_names_both_people_and_no_draw(self, tuesday):
        test = self.order(tuesday)
        assert (test.draw_id, test.is_for_cause) == (None, True)
        assert (test.ordered_by_id, test.seconded_by_id) == (tuesday.dana.pk, tuesday.ruth.pk)

    def test_refuses_oneself_or_another_site_as_second(self, tuesday):
        for second in ("dana", "omar"):
            with pytest.raises(NeedsSecondPerson):
                self.order(tuesday, second=second)

    def test_refuses_a_cause_of_one_word(self, tuesday):
        with pytest.raises(CauseIncomplete):
            self.order(tuesday, cause="odd")

    def test_is_not_for_a_technician(self, tuesday):
        with pytest.raises(NotAllowed):
            self.order(tuesday, who="tess", second="dana")

    def test_is_hidden_from_another_site(self, tuesday):
        with pytest.raises(Client.DoesNotExist):
            self.order(tuesday, who="omar", second="dana")

    def test_the_database_keeps_it_apart_from_draws(self, tuesday):
        test = self.order(tuesday)
        with pytest.raises(IntegrityError), transaction.atomic():
            test.change(seconded_by_id=tuesday.dana.pk)


class TestNotify:
    def test_starts_the_window(self, tuesday, test_row):
        due = NOON + timedelta(hours=24)
        test = actions.notify_test(
            actor=tuesday.tess.actor, test_id=test_row.pk, due_at=due, now=NOON
        )
        assert (test.notified_at, test.due_at) == (NOON, due)

    @pytest.mark.parametrize("minutes", [1, 4 * 60 - 1, 24 * 60 + 1])
    def test_refuses_a_window_beyond_the_limits(self, tuesday, test_row, minutes):
        """Four to twenty-four hours: nobody is told a minute before it has passed."""
        with pytest.raises(WindowOutOfBounds):
            actions.notify_test(
                actor=tuesday.tess.actor, test_id=test_row.pk, now=NOON,
                due_at=NOON + timedelta(minutes=minutes),
            )  # fmt: skip

    def test_is_hidden_from_another_site(self, tuesday, test_row):
        with pytest.raises(DrugTest.DoesNotExist):
            actions.notify_test(actor=tuesday.omar.actor, test_id=test_row.pk, now=NOON)


class TestCollection:
    def test_records_who_when_how_warm_and_sealed(self, tuesday, test_row):
        test = collect(tuesday.tess, test_row)
        assert (test.state, test.collected_by_id) == ("collected", tuesday.tess.pk)
        assert Entry.objects.filter(code="drugtests.test.collected").count() == 1

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"is_identity_checked": False}, "identity"),
            ({"is_sealed": False}, "seal"),
            ({"client_initials": " "}, "initials"),
            ({"temperature_f": None}, "temperature"),
            ({"temperature_minutes": None}, "temperature_minutes"),
            ({"collection": "guessed"}, "collection"),
        ],
    )
    def test_refuses_an_incomplete_one(self, tuesday, test_row, change, code):
        with pytest.raises(CollectionIncomplete) as refusal:
            collect(tuesday.tess, test_row, **change)
        assert refusal.value.codes == (code,)

    def test_refuses_to_watch_anybody_without_a_reason(self, tuesday, test_row):
        with pytest.raises(ObservationNeedsReason):
            collect(tuesday.tess, test_row, collection="observed")

    @pytest.mark.parametrize(
        "change", [{"temperature_f": Decimal("88")}, {"temperature_minutes": 6}]
    )
    def test_asks_what_was_done_when_it_was_not_warm(self, tuesday, test_row, change):
        with pytest.raises(TemperatureOutside):
            collect(tuesday.tess, test_row, **change)
        test = collect(tuesday.tess, test_row, note="Second specimen taken at once", **change)
        assert test.state == "collected"

    def test_happens_once(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        with pytest.raises(NotInThatState):
            collect(tuesday.tess, test_row)

    def test_refuses_a_form_that_is_behind(self, tuesday, test_row):
        with pytest.raises(StaleVersion):
            collect(tuesday.tess, test_row, expected_version=test_row.version + 1)

    def test_is_hidden_from_another_site(self, tuesday, test_row):
        with pytest.raises(DrugTest.DoesNotExist):
            collect(tuesday.omar, test_row)


class TestResults:
    def test_a_reading_on_site_is_presumptive(self, tuesday, test_row, heard):
        collect(tuesday.tess, test_row)
        test = read(tuesday.tess, test_row, thc="positive")
        assert (test.state, test.outcome) == ("resulted", "presumptive")
        assert test.specimen == "not_measured"
        assert [fact.outcome for fact in heard] == ["presumptive"]

    def test_a_laboratory_confirms_or_not(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row, thc="positive")
        test = actions.enter_results(
            actor=tuesday.ruth.actor,
            test_id=test_row.pk,
            method="definitive",
            now=NOON,
            readings=[
                Measured(
                    analyte="thc", reading="positive", level=Decimal("82"), cutoff=Decimal("15")
                )
            ],
        )
        assert test.outcome == "positive"

    def test_a_contrary_confirmation_reopens_a_discussed_test(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row, thc="positive")
        talk = {
            "actor": tuesday.dana.actor, "test_id": test_row.pk, "client_account": "disputes",
            "now": NOON, "discussion": "Says there was no use; sent to the laboratory.",
        }  # fmt: skip
        with pytest.raises(DisputeOpen):
            actions.discuss_result(**talk)
        actions.ask_confirmation(
            actor=tuesday.dana.actor, test_id=test_row.pk, analytes=["thc"], now=NOON
        )
        assert actions.discuss_result(**talk).disputed_at == NOON
        test = actions.enter_results(
            actor=tuesday.ruth.actor,
            test_id=test_row.pk,
            method="definitive",
            now=NOON,
            readings=[Measured(analyte="thc", reading="negative")],
        )
        assert (test.state, test.outcome) == ("resulted", "negative")

    def test_one_more_than_payers_pay_for_needs_its_own_reason(self, tuesday, test_row):
        """In the first thirty days one confirmation a week; an ended certificate takes none."""
        tuesday.episode.change(admitted_on=NOON.date() - timedelta(days=10))
        laboratory = Laboratory.objects.get()
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row, thc="positive", etg="positive")
        ask = {"actor": tuesday.dana.actor, "test_id": test_row.pk, "analytes": ["thc"]}
        for ends_on, analytes in ((NOON.date() - timedelta(days=1), []), (NOON.date(), ["etg"])):
            laboratory.change(clia_ends_on=ends_on, analytes=analytes)
            with pytest.raises(LaboratoryMayNot):
                actions.ask_confirmation(**ask, now=NOON)
        laboratory.change(analytes=["etg", "thc"])
        actions.ask_confirmation(**ask, now=NOON)
        first = LabOrder.objects.unscoped("test").get()
        first.change(closed_at=NOON, closed_reason="resulted")
        with pytest.raises(BeyondCeiling):
            actions.ask_confirmation(**ask | {"analytes": ["etg"]}, now=NOON)
        why = "Disputed, and work depends on it this week."
        actions.ask_confirmation(**ask | {"analytes": ["etg"]}, beyond_need=why, now=NOON)
        assert LabOrder.objects.unscoped("test").get(closed_at=None).beyond_need == why

    def test_the_specimen_is_judged(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        test = read(tuesday.tess, test_row, creatinine=Decimal("12"), gravity=Decimal("1.0018"))
        assert test.specimen == "dilute_neg"
        assert test.validity_decision["rule_set"] == "specimen_validity"

    def test_refuses_a_panel_with_a_hole(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        with pytest.raises(ResultsIncomplete) as refusal:
            actions.enter_results(
                actor=tuesday.tess.actor,
                test_id=test_row.pk,
                method="presumptive",
                now=NOON,
                readings=[Measured(analyte="thc", reading="negative")],
            )
        assert refusal.value.codes == ("panel",)

    def test_refuses_the_same_reading_twice(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row)
        with pytest.raises(ResultAlreadyEntered):
            read(tuesday.dana, test_row, thc="positive")

    def test_a_technician_reads_the_specimen_in_hand_once(self, tuesday, test_row):
        """What was entered belongs to the clinicians, also under another method."""
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row)
        with pytest.raises(NotAllowed):
            read(tuesday.tess, test_row, thc="positive")

    def test_refuses_results_without_a_specimen(self, tuesday, test_row):
        with pytest.raises(NotInThatState):
            read(tuesday.tess, test_row)

    def test_a_technician_does_not_read_them_back(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row, thc="positive")
        assert results_of(tuesday.tess.actor, drug_test(tuesday.tess.actor, test_row.pk)) == []
        assert len(results_of(tuesday.dana.actor, drug_test(tuesday.dana.actor, test_row.pk))) == 2

    def test_are_never_overwritten(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        read(tuesday.tess, test_row)
        with (
            pytest.raises(Exception, match=r"permission denied|never changed"),
            transaction.atomic(),
        ):
            AnalyteResult.objects.unscoped("test").update(result="positive")

    def test_is_hidden_from_another_site(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        with pytest.raises(DrugTest.DoesNotExist):
            read(tuesday.omar, test_row)


class TestEnds:
    def end(self, who, test, state, now=NOON, reason="not seen in the window", **more):
        return actions.end_test(
            actor=who.actor, test_id=test.pk, state=state, reason=reason, now=now, **more
        )

    def test_a_drawn_one_wants_the_clients_initials_or_a_second_person(
        self, tuesday, test_row, pool
    ):
        draw = Draw.objects.create(
            pool=pool, day=NOON.date(), method="x", commitment="c", sealed_secret="s",
            committed_at=NOON,
        )  # fmt: skip
        DrugTest.objects.unscoped("test").filter(pk=test_row.pk).update(draw=draw)
        for state in ("refused", "unable"):
            with pytest.raises(EndNeedsAnother):
                self.end(tuesday.tess, test_row, state, client_initials=" ")
        asked = actions.ask_skip(
            actor=tuesday.tess.actor, test_id=test_row.pk, reason="Did not want to today.",
            ends_as="refused", now=NOON,
        )  # fmt: skip
        assert asked.state == "notified"
        with pytest.raises(SkipNeedsSecondPerson):
            actions.agree_skip(actor=tuesday.tess.actor, test_id=test_row.pk, now=NOON)
        with transaction.atomic():
            signed = self.end(tuesday.tess, test_row, "unable", client_initials="JA")
            assert (signed.state, signed.client_initials) == ("unable", "JA")
            transaction.set_rollback(True)
        agreed = actions.agree_skip(actor=tuesday.ruth.actor, test_id=test_row.pk, now=NOON)
        assert (agreed.state, agreed.ended_by_id) == ("refused", tuesday.ruth.pk)

    def test_missed_is_not_positive(self, tuesday, test_row):
        test = self.end(tuesday.tess, test_row, "missed", now=test_row.due_at)
        assert (test.state, test.outcome) == ("missed", "pending")

    def test_refuses_missed_while_the_window_is_open(self, tuesday, test_row):
        with pytest.raises(WindowStillOpen):
            self.end(tuesday.tess, test_row, "missed")

    @pytest.mark.parametrize("state", ["refused", "unable"])
    def test_ends_apart_with_a_reason(self, tuesday, test_row, state):
        assert self.end(tuesday.tess, test_row, state).ended_reason == "not seen in the window"

    def test_refuses_a_silent_skip(self, tuesday, test_row):
        with pytest.raises(EndNeedsReason):
            self.end(tuesday.tess, test_row, "refused", reason=" ")

    def test_is_hidden_from_another_site(self, tuesday, test_row):
        with pytest.raises(DrugTest.DoesNotExist):
            self.end(tuesday.omar, test_row, "refused")


class TestTalk:
    def discuss(self, who, test, **values):
        given = {"client_account": "agrees", "discussion": "Went through the day it happened."}
        return actions.discuss_result(
            actor=who.actor, test_id=test.pk, now=NOON, **(given | values)
        )

    @pytest.fixture
    def resulted(self, tuesday, test_row):
        collect(tuesday.tess, test_row)
        return read(tuesday.tess, test_row, thc="positive")

    def test_review_then_talk_closes_the_chain(self, tuesday, resulted):
        reviewed = actions.review_result(actor=tuesday.ruth.actor, test_id=resulted.pk, now=NOON)
        assert reviewed.state == "reviewed"
        test = self.discuss(tuesday.dana, resulted)
        assert (test.state, test.reviewed_by_id) == ("discussed", tuesday.ruth.pk)
        with pytest.raises(NotInThatState):
            self.discuss(tuesday.dana, resulted)

    def test_who_talks_has_reviewed(self, tuesday, resulted):
        assert self.discuss(tuesday.dana, resulted).reviewed_by_id == tuesday.dana.pk

    def test_refuses_an_empty_talk(self, tuesday, resulted):
        with pytest.raises(DiscussionIncomplete):
            self.discuss(tuesday.dana, resulted, discussion="ok")

    def test_is_not_for_a_technician(self, tuesday, resulted):
        with pytest.raises(NotAllowed):
            self.discuss(tuesday.tess, resulted)
        with pytest.raises(NotAllowed):
            actions.review_result(actor=tuesday.tess.actor, test_id=resulted.pk, now=NOON)

    def test_is_hidden_from_another_site(self, tuesday, resulted):
        with pytest.raises(DrugTest.DoesNotExist):
            self.discuss(tuesday.omar, resulted)
        with pytest.raises(DrugTest.DoesNotExist):
            actions.review_result(actor=tuesday.omar.actor, test_id=resulted.pk, now=NOON)


def test_sending_to_the_laboratory(tuesday, test_row):
    collect(tuesday.tess, test_row)
    assert (
        actions.send_test(actor=tuesday.tess.actor, test_id=test_row.pk, now=NOON).state == "sent"
    )
    with pytest.raises(DrugTest.DoesNotExist):
        actions.send_test(actor=tuesday.omar.actor, test_id=test_row.pk, now=NOON)
