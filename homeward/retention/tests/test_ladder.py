"""Who is reached on the ladder; each step once; and what ends it."""

from datetime import UTC, timedelta

import pytest

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.consents.actions import revoke_consent
from homeward.consents.models import Consent, Disclosure
from homeward.core.refusals import NotAllowed
from homeward.instruments.checking_in import check_in
from homeward.notices.actions import choose_channel
from homeward.notices.models import Notice
from homeward.people.actions import record_stop
from homeward.progress import outreach as reading
from homeward.progress.losing import team_decision_of
from homeward.progress.models import OutreachAttempt
from homeward.progress.outreach import open_outreach, register_danger
from homeward.progress.review_records import CourseEvent
from homeward.retention import actions
from homeward.retention.actions.take_step import (
    AnotherClinician,
    ClinicianCalls,
    DecisionMissing,
    DecisionNeedsNote,
    StepOver,
    StepTaken,
    WayShut,
    WhomNeeded,
)
from homeward.retention.dangers import crisis_lately
from homeward.retention.ladder import CLIMBING, climb
from homeward.retention.models import OutreachRung
from homeward.retention.queries import worklist
from homeward.safety.editions import edition_for
from homeward.safety.models import CrisisRun, CrisisStamp
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.testing import company
from homeward.testing.cast import NOON
from homeward.timetable.windows import NotWith

HOUR = timedelta(hours=1)


def take(cast, mark, step, channel="call", outcome="no_answer", who="dana", now=NOON, **more):
    return actions.take_step(
        actor=getattr(cast, who).actor, mark_id=mark.pk, step=step, channel=channel,
        outcome=outcome, now=now, **more,
    )  # fmt: skip


def rungs():
    rows = OutreachRung.objects.unscoped("test").order_by("opened_at", "created_at")
    return [(row.step, row.state, row.stopped_by) for row in rows]


@pytest.fixture
def missed(misses):
    return misses(0)


def test_a_missed_group_becomes_somebodys_step(tuesday, missed):
    assert climb(actor=CLIMBING, now=NOON) == 1
    assert climb(actor=CLIMBING, now=NOON) == 0
    rung = OutreachRung.objects.unscoped("test").get()
    assert (rung.step, rung.owner_id) == ("after_15_minutes", tuesday.tess.pk)
    assert rung.due_at == NOON - 3 * HOUR + timedelta(minutes=15)
    assert rung.decision["extras"]["channels"] == ["call"], "nobody asked about texts"
    (row,) = worklist(tuesday.dana.actor, NOON)
    assert row.rung == rung
    assert worklist(tuesday.omar.actor, NOON) == []


def test_the_ladder_begins_with_the_first_day_missed(tuesday, misses):
    """Who stays away does not begin it anew with every session."""
    first = misses(8)
    misses(6), misses(1)
    (item,) = open_outreach(tuesday.dana.actor, NOON)
    assert (item.mark, item.days) == (first, 3)
    misses(4, state="present")
    (item,) = open_outreach(tuesday.dana.actor, NOON)
    assert item.days == 1


def test_of_two_workers_one_takes_the_step(tuesday, missed):
    climb(actor=CLIMBING, now=NOON)
    take(tuesday, missed, "after_15_minutes")
    assert rungs()[0] == ("after_15_minutes", "done", "")
    with pytest.raises(StepTaken):
        take(tuesday, missed, "after_15_minutes", who="tess")
    with pytest.raises(StepOver):
        take(tuesday, missed, "after_48_hours")
    assert OutreachAttempt.objects.unscoped("test").count() == 1
    assert rungs()[1] == ("same_day", "open", ""), "the next step has its owner at once"
    take(tuesday, missed, "same_day", outcome="reached")
    assert open_outreach(tuesday.dana.actor, NOON) == []
    with pytest.raises(StepTaken):
        take(tuesday, missed, "same_day", who="tess")


def test_a_text_goes_only_where_they_agreed_and_says_nothing(tuesday, missed):
    with pytest.raises(WayShut):
        take(tuesday, missed, "after_15_minutes", channel="text")
    choose_channel(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, channel="text", is_wanted=True,
        address="+15550100", from_hour=14, until_hour=18, now=NOON,
    )  # fmt: skip
    rung = take(tuesday, missed, "after_15_minutes", channel="text")
    notice = Notice.objects.unscoped("test").get()
    assert (notice.code, notice.channel) == ("please_call", "text")
    assert rung.attempt.outcome == "sent"
    (row,) = worklist(tuesday.dana.actor, NOON)
    local_hour = row.due_at.astimezone(UTC).hour - 6
    assert 14 <= local_hour < 18, "a call keeps the hours they chose"


def test_somebody_beside_them_is_told_only_by_a_consent_that_holds_now(tuesday, misses):
    """Nell's consent holds; Kim's was revoked; the telling stands in the ledger."""
    company.join(tuesday)
    missed = misses(2)
    about = {"channel": "consented_contact", "outcome": "reached"}
    for contact_id in (tuesday.kim.row.pk, tuesday.lou.row.pk):
        with pytest.raises(WayShut):
            take(tuesday, missed, "after_48_hours", contact_id=contact_id, **about)
    with pytest.raises(WhomNeeded):
        take(tuesday, missed, "after_48_hours", **about)
    permits = Disclosure.objects.unscoped("test").filter(effect="permit")
    assert not permits.exists()
    rung = take(tuesday, missed, "after_48_hours", contact_id=tuesday.nell.row.pk, **about)
    (told,) = permits
    assert (told.recipient_id, told.origin) == (str(tuesday.nell.row.pk), f"outreach {rung.pk}")


def test_a_consent_revoked_meanwhile_shuts_the_way(tuesday, misses):
    company.join(tuesday)
    missed = misses(2)
    row = Consent.objects.unscoped("test").get(contact_id=tuesday.nell.row.pk)
    revoke_consent(actor=tuesday.dana.actor, consent_id=row.pk, now=NOON)
    with pytest.raises(WayShut):
        take(tuesday, missed, "after_48_hours", channel="consented_contact", outcome="reached",
             contact_id=tuesday.nell.row.pk)  # fmt: skip
    take(tuesday, missed, "after_48_hours", channel="call")


def test_danger_asks_a_clinician_within_the_hour(tuesday, missed, monkeypatch):
    monkeypatch.setattr(reading, "_dangers", [])
    register_danger(lambda clients, now: set(clients))
    climb(actor=CLIMBING, now=NOON)
    rung = OutreachRung.objects.unscoped("test").get()
    assert rung.step == "clinician_now"
    assert rung.due_at == NOON - 2 * HOUR
    with pytest.raises(ClinicianCalls):
        take(tuesday, missed, "clinician_now", who="tess")
    take(tuesday, missed, "clinician_now")
    with pytest.raises(AnotherClinician):
        take(tuesday, missed, "clinician_again")
    take(tuesday, missed, "clinician_again", who="sam")
    with pytest.raises(WayShut):
        take(tuesday, missed, "danger_contact", channel="peer_visit")
    rung = take(tuesday, missed, "danger_contact", channel="welfare_check", outcome="")
    assert rung.attempt.outcome == "asked_for"


def test_a_seat_nobody_marked_is_not_here_yet_after_a_quarter_of_an_hour(tuesday, misses):
    seat = misses(0, None, hours=0, minutes=14)
    assert open_outreach(tuesday.dana.actor, NOON) == []
    later = NOON + timedelta(minutes=1)
    (item,) = open_outreach(tuesday.dana.actor, later)
    assert (item.is_marked, item.mark.pk, item.next.step) == (False, seat.pk, "after_15_minutes")
    assert open_outreach(tuesday.omar.actor, later) == []
    assert climb(actor=CLIMBING, now=later) == 0
    with pytest.raises(AttendanceMark.DoesNotExist):
        take(tuesday, seat, "after_15_minutes", who="omar")
    rung = actions.take_step(
        actor=tuesday.dana.actor, mark_id=seat.pk, step="after_15_minutes", channel="call",
        outcome="no_answer", now=later,
    )  # fmt: skip
    # Who calls has seen that they are not here: the mark is theirs, and the ladder goes on.
    mark = AttendanceMark.objects.unscoped("test").get(seat=seat)
    assert (mark.state, mark.marked_by_id, rung.mark_id) == ("no_show", tuesday.dana.pk, mark.pk)
    (item,) = open_outreach(tuesday.dana.actor, later)
    assert (item.is_marked, item.next.step) == (True, "same_day")


def test_who_was_here_today_or_has_another_seat_ahead_is_not_looked_for(tuesday, misses):
    misses(0, "present", hours=3)
    misses(0, None, hours=0, minutes=30)
    assert open_outreach(tuesday.dana.actor, NOON) == []


def test_who_the_client_does_not_meet_is_never_chosen(tuesday, misses):
    """The rung goes to the next of its row and a duty to the next of the team; nobody reads why."""
    NotWith.objects.create(
        client=tuesday.jo.row, site=tuesday.site, worker=tuesday.dana.row, starts_on=NOON.date(),
        reason="A complaint.",
    )  # fmt: skip
    misses(0, hours=9)
    climb(actor=CLIMBING, now=NOON)
    rung = OutreachRung.objects.unscoped("test").get()
    assert (rung.step, rung.owner_id) != ("same_day", tuesday.dana.pk)
    assert rung.owner_id in {tuesday.tess.pk, tuesday.ruth.pk}
    about = {
        "actor": CLIMBING, "client": tuesday.jo.row, "urgency": "same_day", "due_at": NOON,
        "detail": {}, "now": NOON, "owner_id": tuesday.dana.pk,
    }  # fmt: skip
    with audit.unit():
        assert open_duty(kind="call", origin="one", **about).owner_id == rung.owner_id
        assert open_duty(kind="glass_review", origin="two", **about).owner_id == tuesday.dana.pk
        NotWith.objects.unscoped("test").update(ends_on=NOON.date())
        assert open_duty(kind="call", origin="three", **about).owner_id == tuesday.dana.pk


def test_a_tap_on_the_phone_never_ends_the_calls_about_somebody_in_danger(tuesday, misses):
    missed = misses(0, hours=1)
    CourseEvent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, code="overdose",
        happened_on=NOON.date(), told_at=NOON, told_by=tuesday.dana.row,
    )  # fmt: skip
    climb(actor=CLIMBING, now=NOON)
    check_in(actor=tuesday.jo.actor, client_id=tuesday.jo.pk, mood=3, now=NOON)
    assert rungs() == [("clinician_now", "open", "")]
    assert [item.next.step for item in open_outreach(tuesday.dana.actor, NOON)] == ["clinician_now"]
    take(tuesday, missed, "clinician_now", outcome="reached")
    assert open_outreach(tuesday.dana.actor, NOON) == []


def test_a_rung_nobody_took_makes_way_for_the_next_and_says_so(tuesday, missed):
    climb(actor=CLIMBING, now=NOON)
    climb(actor=CLIMBING, now=NOON + 6 * HOUR)
    assert rungs() == [("after_15_minutes", "stopped", "not_taken"), ("same_day", "open", "")]
    (item,) = open_outreach(tuesday.dana.actor, NOON + 6 * HOUR)
    assert item.next.not_taken == ("after_15_minutes",)


def test_a_danger_is_what_happened_and_not_what_was_called_off(tuesday):
    def worried():
        return crisis_lately([tuesday.jo.pk], NOON)

    edition = edition_for(tuesday.program, "suicide_risk", NOON.date())
    run = CrisisRun.objects.create(
        site=tuesday.site, edition=edition, code="suicide_risk", client=tuesday.jo.row,
        started_at=NOON - HOUR, started_by=tuesday.dana.row,
    )  # fmt: skip
    assert worried()
    CrisisStamp.objects.create(run=run, step="ask", answer="none", at=NOON, by=tuesday.dana.row)
    assert not worried()
    other = {"started_at": NOON - HOUR, "started_by": tuesday.dana.row}
    run = CrisisRun.objects.create(
        site=tuesday.site, edition=edition, code="suicide_risk", client=tuesday.jo.row, **other
    )
    assert worried()
    run.change(outcome="false_alarm", ended_at=NOON, ended_by=tuesday.dana.row)
    assert not worried()
    CourseEvent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, code="overdose",
        happened_on=NOON.date(), told_at=NOON, told_by=tuesday.dana.row,
    )  # fmt: skip
    assert worried()


def cards(**about):
    rows = CareTask.objects.unscoped("test").filter(**about).order_by("opened_at", "created_at")
    return [(row.kind, row.owner_id, row.disposition) for row in rows]


def test_the_teams_review_is_a_duty_and_needs_a_sentence(tuesday, misses):
    """After a week the supervisor has a card; it ends with the step and not before."""
    missed = misses(8)
    climb(actor=CLIMBING, now=NOON)
    climb(actor=CLIMBING, now=NOON)
    assert cards() == [("outreach_review", tuesday.sam.pk, "")]
    card = CareTask.objects.unscoped("test").get()
    with pytest.raises(DispositionUnproven):
        complete_task(actor=tuesday.sam.actor, task_id=card.pk, disposition="taken", now=NOON)
    with pytest.raises(DecisionNeedsNote):
        take(tuesday, missed, "team_review", channel="", outcome="")
    rung = take(tuesday, missed, "team_review", channel="", outcome="", note="Keep the seat.")
    assert rung.attempt.outcome == "decided"
    assert cards() == [("outreach_review", tuesday.sam.pk, "taken")]


@pytest.mark.parametrize(("said", "ends_care"), [("keeps_place", False), ("ends", True)])
def test_only_a_decision_to_end_care_is_one(tuesday, misses, said, ends_care):
    missed = misses(15)
    climb(actor=CLIMBING, now=NOON)
    assert cards() == [("outreach_decision", tuesday.sam.pk, "")]
    last = NOON.date() - timedelta(days=20)
    note = {"channel": "", "note": "The team talked it over."}
    with pytest.raises(DecisionMissing):
        take(tuesday, missed, "discharge_decision", outcome="", **note)
    take(tuesday, missed, "discharge_decision", outcome=said, **note)
    assert (team_decision_of(tuesday.episode, last) is not None) is ends_care
    # To end care is the next one's to write down; to keep the place asks for nothing more.
    assert cards(closed_at=None) == [("outreach_discharge", tuesday.dana.pk, "")] * ends_care


def test_a_card_ends_with_whatever_ends_its_step(tuesday, misses):
    misses(8)
    climb(actor=CLIMBING, now=NOON)
    check_in(actor=tuesday.jo.actor, client_id=tuesday.jo.pk, mood=3, now=NOON)
    assert cards() == [("outreach_review", tuesday.sam.pk, "not_needed")]


@pytest.mark.parametrize("contact", ["checks_in", "comes", "hospital", "discharged"])
def test_contact_and_stops_end_the_ladder_at_once(tuesday, misses, contact):
    missed = misses(1)
    climb(actor=CLIMBING, now=NOON)
    if contact == "checks_in":
        check_in(actor=tuesday.jo.actor, client_id=tuesday.jo.pk, mood=3, now=NOON)
        assert rungs() == [("after_24_hours", "stopped", "checked_in")]
    elif contact == "hospital":
        record_stop(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="hospital",
            since_on=NOON.date(), known_by="hospital", now=NOON,
        )  # fmt: skip
        assert rungs() == [("after_24_hours", "stopped", "contact_stopped")]
    elif contact == "comes":
        misses(0, state="present")
        climb(actor=CLIMBING, now=NOON)
        assert rungs() == [("after_24_hours", "stopped", "in_contact")]
    else:
        Episode.objects.unscoped("test").filter(pk=tuesday.episode.pk).update(
            ended_at=NOON, ended_on=NOON.date()
        )
        climb(actor=CLIMBING, now=NOON)
        assert rungs() == [("after_24_hours", "stopped", "episode_ended")]
    assert open_outreach(tuesday.dana.actor, NOON) == []
    with pytest.raises(AttendanceMark.DoesNotExist):
        take(tuesday, missed, "after_24_hours")


def test_a_step_out_of_reach_does_not_exist(tuesday, missed):
    with pytest.raises(AttendanceMark.DoesNotExist):
        take(tuesday, missed, "after_15_minutes", who="omar")
    for name in ("kim", "jo"):
        with pytest.raises(NotAllowed):
            take(tuesday, missed, "after_15_minutes", who=name)
    assert rungs() == []
