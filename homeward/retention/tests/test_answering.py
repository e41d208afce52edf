"""From a fact on record to a signal, its answers, and its end; and who may not."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.people.actions import record_stop
from homeward.people.models import Client
from homeward.retention import actions
from homeward.retention.actions.answer_signal import ActUnknown, NotOnTheTeam, ReasonNeeded
from homeward.retention.actions.tell_of_life import TellingIncomplete
from homeward.retention.looking import look_at_everybody
from homeward.retention.models import OwnDate, RiskSignal, SignalStep
from homeward.retention.queries import open_signals
from homeward.retention.reaching import SignalClosed
from homeward.testing.cast import NOON

DAY = timedelta(days=1)


def signals():
    rows = RiskSignal.objects.unscoped("test").filter(code="two_absences")
    return [(row.state, row.closed_because) for row in rows.order_by("raised_at")]


@pytest.fixture
def raised(tuesday, misses):
    """Two missed days within a week raised one signal, owned by the primary counselor."""
    misses(2), misses(1)
    look_at_everybody(now=NOON)
    return RiskSignal.objects.unscoped("test").get(code="two_absences")


def test_two_missed_days_raise_one_signal_for_the_counselor(tuesday, raised):
    assert look_at_everybody(now=NOON) == 0
    assert raised.owner_id == tuesday.dana.pk
    assert raised.due_at == NOON + DAY
    assert (raised.rule_set, raised.rule_version[:2]) == ("signals-1", "1+")
    steps = SignalStep.objects.unscoped("test").filter(signal=raised)
    assert [(step.step, step.by_id) for step in steps] == [("raised", None)]
    with pytest.raises(DatabaseError), transaction.atomic():
        steps.update(step="acted")


def test_a_corrected_register_withdraws_it_and_back_again(tuesday, raised, misses):
    mark = raised.episode.attendance.unscoped("test").order_by("on").first()
    mark.change(state="excused")
    look_at_everybody(now=NOON)
    assert signals() == [("withdrawn", "facts_changed")]
    mark.change(state="no_show")
    look_at_everybody(now=NOON)
    assert signals() == [("open", "")]


def test_its_days_pass_and_a_new_fact_raises_another(tuesday, raised, misses):
    look_at_everybody(now=NOON + 9 * DAY)
    assert signals() == [("passed", "passed")]
    for ago in (-10, -11):
        misses(ago)
    look_at_everybody(now=NOON + 12 * DAY)
    assert signals() == [("passed", "passed"), ("open", "")]


def test_seen_handed_on_and_acted_upon_with_who_and_when(tuesday, raised):
    about = {"actor": tuesday.dana.actor, "signal_id": raised.pk, "now": NOON}
    actions.acknowledge_signal(**about)
    actions.hand_on_signal(**about, worker_id=tuesday.ruth.pk)
    with pytest.raises(NotOnTheTeam):
        actions.hand_on_signal(**about, worker_id=tuesday.omar.pk)
    with pytest.raises(ActUnknown):
        actions.act_on_signal(**about, what="scolded")
    with pytest.raises(StaleVersion):
        actions.act_on_signal(**about, what="talked", expected_version=1)
    actions.act_on_signal(
        actor=tuesday.ruth.actor, signal_id=raised.pk, what="talked", note="Bus line ended.",
        now=NOON,
    )  # fmt: skip
    rows = SignalStep.objects.unscoped("test").filter(signal=raised).order_by("at", "created_at")
    assert [(row.step, row.by_id) for row in rows] == [
        ("raised", None),
        ("acknowledged", tuesday.dana.pk),
        ("handed_on", tuesday.dana.pk),
        ("acted", tuesday.ruth.pk),
    ]
    with pytest.raises(SignalClosed):
        actions.act_on_signal(**about, what="talked")
    assert look_at_everybody(now=NOON) == 0, "the same facts raise it no more"


def test_it_is_set_aside_only_with_a_reason(tuesday, raised):
    about = {"actor": tuesday.dana.actor, "signal_id": raised.pk, "now": NOON}
    with pytest.raises(ReasonNeeded):
        actions.withdraw_signal(**about, reason=" no ")
    actions.withdraw_signal(**about, reason="Both days were a funeral, told by phone.")
    assert signals() == [("withdrawn", "by_person")]
    assert look_at_everybody(now=NOON) == 0
    closed = RiskSignal.objects.unscoped("test").filter(pk=raised.pk)
    for change in ({"closed_because": "talked"}, {"state": "open", "closed_at": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            closed.update(**change)


def test_outsiders_and_readers_change_nothing(tuesday, raised):
    assert [row.pk for row in open_signals(tuesday.dana.actor)] == [raised.pk]
    for name in ("omar", "tess", "fay", "ada", "jo", "kim"):
        actor = getattr(tuesday, name).actor
        assert name == "jo" or open_signals(actor) == []
        with pytest.raises((RiskSignal.DoesNotExist, NotAllowed)):
            actions.act_on_signal(actor=actor, signal_id=raised.pk, what="talked", now=NOON)
    assert signals() == [("open", "")]


def test_a_signal_is_as_private_as_its_facts(tuesday, raised):
    """A test result shows to nobody who may not see test results."""
    raised.change(code="missed_test")
    assert open_signals(tuesday.dana.actor)
    psychologist = tuesday.sam.actor
    assert open_signals(psychologist), "a supervisor reads the tests of those they supervise"
    assert open_signals(tuesday.dina.actor) == [], "a director first gives a reason"


def test_a_stop_withdraws_every_signal_at_once(tuesday, raised):
    record_stop(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="hospital", since_on=NOON.date(),
        known_by="hospital", now=NOON,
    )  # fmt: skip
    assert signals() == [("withdrawn", "contact_stopped")]
    look_at_everybody(now=NOON)
    assert signals() == [("withdrawn", "contact_stopped")]


def test_a_lost_job_and_an_own_day_are_told_and_taken_back(tuesday):
    about = {"actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "now": NOON}
    with pytest.raises(TellingIncomplete):
        actions.record_life_change(**about, kind="job_lost", on=(NOON + DAY).date())
    change = actions.record_life_change(**about, kind="job_lost", on=NOON.date(), note="Plant shut")
    day = actions.keep_own_date(
        **about, on=(NOON + 3 * DAY).date(), what="The day my brother died", every_year=True
    )
    assert {row.code for row in open_signals(tuesday.dana.actor)} == {
        "housing_or_job_loss", "own_date_ahead",
    }  # fmt: skip
    actions.take_back(**about, row_id=day.pk)
    actions.take_back(**about, row_id=change.pk)
    assert open_signals(tuesday.dana.actor) == []
    for name in ("omar", "tess", "ruth", "kim"):
        with pytest.raises((Client.DoesNotExist, NotAllowed)):
            actions.keep_own_date(
                **about | {"actor": getattr(tuesday, name).actor}, on=NOON.date(), what="x",
                every_year=True,
            )  # fmt: skip
    assert OwnDate.objects.unscoped("test").count() == 1


def test_looking_at_everybody_takes_the_same_queries(
    tuesday, raised, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40):
        look_at_everybody(now=NOON)
