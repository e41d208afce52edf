"""Two at the same instant at the end of an episode: exactly one happens, the other is told so."""

import time
from datetime import timedelta
from importlib import import_module

import pytest

from homeward.admissions.models import Episode, EpisodeStage
from homeward.aftercare import actions as after
from homeward.aftercare.models import AlumniConsent, AlumniEvent
from homeward.attendance.actions import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.core import clock, outbox
from homeward.core.actors import Actor
from homeward.kernel.roles import Role
from homeward.notices.actions import choose_channel, queue_notice
from homeward.notices.models import NoticeOutcome
from homeward.people.actions import end_stop, record_stop
from homeward.people.models import Stop, TeamMembership
from homeward.progress import actions as progress
from homeward.progress.actions.decide_review import AlreadyDecided
from homeward.progress.models import Appointment, Discharge, FollowUp, LevelReview
from homeward.progress.review_records import ReviewEffect
from homeward.retention.ladder import CLIMBING, climb
from homeward.retention.models import OutreachRung
from homeward.testing.stage import NOON, make_cast, make_worker
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.racing import race

AT_ONCE = 4
TAKING = import_module("homeward.retention.actions.take_step")


def every(model):
    return model.objects.unscoped("reckoning")


def ending(cast, now=NOON, by="dana", kind="left_against_advice"):
    return lambda: progress.discharge_client(
        actor=getattr(cast, by).actor, episode_id=cast.episode.pk, now=now, with_document=False,
        authenticated_at=now, closing=progress.Closing(
            type=kind, reason="Moves away.", last_contact_on=now.date(), naloxone="declined",
            narrative="Left in the middle of the second month.",
        ),
    )  # fmt: skip


def coming_back(cast, now=NOON):
    return lambda: after.return_client(actor=cast.dana.actor, client_id=cast.jo.pk, now=now)


def reviewing(cast, card, by, outcome, **more):
    return lambda: progress.decide_review(
        **more, actor=getattr(cast, by).actor, review_id=card.pk, outcome=outcome,
        reason="As the team talked.",
        client_view="Wants to go on.", authenticated_at=NOON, now=NOON,
    )  # fmt: skip


def two_reviewers_disagree(cast, card):
    """The counselor signs that Jo stays while the supervisor signs a step down: the first holds,
    what follows is of the first alone, and the other hears who decided and what."""
    heard = []

    def listening(attempt):
        def decide():
            try:
                return attempt()
            except AlreadyDecided as told:
                heard.append((told.by, told.outcome, told.at))
                raise

        return decide

    stays = reviewing(cast, card, "dana", "stay")
    goes = reviewing(
        cast, card, "sam", "step_down", to_phase_id=cast.phases["late"].pk,
        has_prevention_plan=True, first_appointment_at=NOON + timedelta(days=3),
    )  # fmt: skip
    reviews = race([listening(each) for each in (stays, goes)])
    assert not reviews.broken
    assert (len(reviews.won), reviews.refused) == (1, {"already_decided": 1})
    row = every(LevelReview).select_related("decided_by").get(pk=card.pk)
    decider = cast.dana if row.outcome == "stay" else cast.sam
    assert row.decided_by_id == decider.pk
    assert heard == [(decider.row.name, row.outcome, NOON)]
    codes = set(every(ReviewEffect).filter(review=row).values_list("code", flat=True))
    phase = every(Episode).get(pk=cast.episode.pk).phase_id
    if row.outcome == "stay":
        assert codes == {"stays"}
    else:
        assert {"phase", "weekly_need", "hand_off"} <= codes
        assert "stays" not in codes
    assert phase == cast.phases["early" if row.outcome == "stay" else "late"].pk
    assert every(Appointment).filter(client=cast.jo.pk).count() == (row.outcome != "stay")


def line_of(cast, client, episode, starts_at):
    """A seat in a session of that hour."""
    site = cast.site if client is cast.jo else cast.other_site
    session = GroupSession.objects.create(
        site=site, program=cast.program, session_type=cast.types["group"], name="Early recovery B",
        room=cast.rooms[0],
        on=starts_at.date(), starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90),
        clinical_minutes=90, capacity=10,
    )  # fmt: skip
    return Seat.objects.create(
        client=client.row, site=site, session=session, episode=episode, number=1,
        starts_at=starts_at, ends_at=session.ends_at, capacity=10,
    )  # fmt: skip


def stay_in_hospital(cast):
    """Written down while somebody marks the absence of that day: the absence is excused."""
    for hours in (2, 4, 6):
        seat = line_of(cast, cast.jo, cast.episode, NOON - timedelta(hours=hours))
        both = race(
            [
                lambda seat=seat: mark_attendance(
                    actor=cast.dana.actor, seat_id=seat.pk, state="no_show", now=NOON
                ),
                lambda: record_stop(
                    actor=cast.dana.actor, client_id=cast.jo.pk, kind="hospital",
                    since_on=NOON.date(), known_by="family", now=NOON,
                ),
            ]
        )  # fmt: skip
        assert not both.broken, both.broken
        assert every(AttendanceMark).get(seat=seat).state == "excused"
        stop = every(Stop).get(client=cast.jo.pk, ended_at=None)
        end_stop(actor=Actor.of_service("test"), stop_id=stop.pk, ending="over", now=NOON)


def reached_while_discharged(cast, monkeypatch):
    """A step of outreach holds its row while the discharge comes: they wait in one order, and
    both are written."""
    about = {"client": cast.pat.row, "site": cast.other_site}
    seat = line_of(cast, cast.pat, cast.other_episode, NOON - timedelta(days=1))
    mark = AttendanceMark.objects.create(
        **about, seat=seat, session=seat.session, episode=cast.other_episode, on=seat.session.on,
        state="no_show", credited_minutes=0, marked_at=NOON, marked_by=cast.omar.row,
    )  # fmt: skip
    cast.pat.row.change(phone="+15550101", phone_ending="0101")
    climb(actor=CLIMBING, now=NOON)
    rung = every(OutreachRung).get(mark=mark, state="open")
    written = TAKING.record_outreach

    def slowly(**given):
        time.sleep(0.3)
        return written(**given)

    def discharge():
        time.sleep(0.1)
        return progress.discharge_client(
            actor=cast.omar.actor, episode_id=cast.other_episode.pk, now=NOON, with_document=False,
            authenticated_at=NOON, closing=progress.Closing(
                type="incarcerated", reason="Arrested.", last_contact_on=NOON.date(),
                narrative="Taken to the county jail.", naloxone="declined",
            ),
        )  # fmt: skip

    monkeypatch.setattr(TAKING, "record_outreach", slowly)
    both = race(
        [
            lambda: TAKING.take_step(
                actor=cast.omar.actor, mark_id=mark.pk, step=rung.step, channel="call",
                outcome="no_answer", now=NOON,
            ),
            discharge,
        ]
    )  # fmt: skip
    assert not both.broken, both.broken
    assert len(both.won) == 2
    assert every(OutreachRung).get(pk=rung.pk).state == "done"
    assert not every(OutreachRung).filter(client=cast.pat.pk, state="open").exists()


@pytest.mark.django_db(transaction=True)
def test_at_the_end_of_an_episode_one_wins(monkeypatch):
    """Reviewers, discharges, a stop twice, and a return while somebody discharges; an absence and
    a stay in hospital; outreach and a discharge."""
    clock.shift_to(NOON)
    cast = make_cast()
    stay_in_hospital(cast)
    reached_while_discharged(cast, monkeypatch)
    cards = progress.open_weekly_reviews(actor=Actor.of_service("progress.review"), now=NOON)
    card = next(each for each in cards if each.client_id == cast.jo.pk)
    two_reviewers_disagree(cast, card)

    other = cast.people["cleo"] = make_worker(
        cast, "cleo", "Cleo Dunn", Role.COUNSELOR, "LPC", True, ()
    )
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=other.row, role="counselor",
        starts_at=NOON - timedelta(days=20),
    )  # fmt: skip
    ends = race([ending(cast), ending(cast, by="cleo", kind="other")] * 2)
    assert not ends.broken
    assert (len(ends.won), ends.refused) == (1, {"already_discharged": AT_ONCE - 1})
    kind = every(Discharge).get(client=cast.jo.pk).type
    assert (
        kind
        == {cast.dana.pk: "left_against_advice", other.pk: "other"}[
            every(Discharge).get(client=cast.jo.pk).author_id
        ]
    )
    assert (
        every(Discharge).filter(client=cast.jo.pk).count(),
        every(FollowUp).filter(client=cast.jo.pk).count(),
    ) == (1, 4)

    later = NOON + timedelta(days=3)
    clock.shift_to(later)
    backs = race([coming_back(cast, later) for _ in range(AT_ONCE)])
    assert not backs.broken
    assert len(backs.won) == 1
    assert every(EpisodeStage).filter(reason="return", client=cast.jo.pk).count() == 1

    last = later + timedelta(days=1)
    both = race(
        [ending(cast, last), coming_back(cast, last), ending(cast, last), coming_back(cast, last)]
    )
    assert not both.broken
    # One end at the least; a return only after an end. Whatever came last is what the record says.
    open_now = every(Episode).filter(client=cast.jo.pk, ended_at=None).count()
    ended = every(Discharge).filter(client=cast.jo.pk).count()
    returned = every(EpisodeStage).filter(reason="return", client=cast.jo.pk).count()
    assert ended - returned == 1 - open_now
    assert len(both.won) == (ended - 1) + (returned - 1)

    stops = race(
        [
            lambda: record_stop(
                actor=cast.dana.actor, client_id=cast.jo.pk, kind="hospital",
                since_on=last.date(), known_by="family", now=last,
            )
            for _ in range(AT_ONCE)
        ]
    )  # fmt: skip
    assert not stops.broken
    assert len(stops.won) == 1


def queued(cast, client, origins):
    """A notice of each origin on its way; their outbox items."""
    choose_channel(
        actor=Actor.of_service("test"), client_id=client.pk, channel="text", is_wanted=True,
        address="312 555 0142", from_hour=0, until_hour=24, now=NOON,
    )  # fmt: skip
    notices = [
        queue_notice(
            actor=Actor.of_service("test"), client_id=client.pk, code="update", channel="text",
            origin=origin, now=NOON,
        )
        for origin in origins
    ]  # fmt: skip
    return [outbox.OutboxItem.objects.get(key=f"notice {each.pk}").pk for each in notices]


def send_while(items, ending):
    """Send these while something ends; what was begun only after the end was acknowledged."""
    begun, known = {}, {}

    def sending(mine):
        def send():
            for item in mine:
                begun[item] = time.monotonic()
                known[item] = outbox.deliver(item, now=NOON)

        return send

    def stopping():
        time.sleep(0.05)
        ending()
        known["stop"] = time.monotonic()

    ended = race([sending(items[part::3]) for part in range(3)] + [stopping])
    assert not ended.broken, ended.broken
    return [known[item] for item in items if begun[item] > known["stop"]]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_after_an_end_is_acknowledged():
    """Notices on their way while somebody dies, leaves the alumni, or wants no check-up any more:
    each is before it or withheld."""
    clock.shift_to(NOON)
    cast = make_cast()
    jo, pat = cast.jo, cast.pat
    program = {"actor": Actor.of_service("test"), "now": NOON}
    about = {"client": pat.row, "site": cast.other_site}
    AlumniConsent.objects.create(
        **about, text_version="t", text_hash="h", signed_at=NOON, signer_name="Pat Moreau",
        place="desk",
    )  # fmt: skip
    meetings = [
        AlumniEvent.objects.create(
            site=cast.other_site, title="Breakfast", place="The park", made_at=NOON,
            starts_at=NOON + timedelta(days=2),
        ).pk
        for _ in range(9)
    ]  # fmt: skip
    check_ups = [
        FollowUp.objects.create(
            **about, episode=cast.other_episode, months=months, due_on=NOON.date()
        ).pk
        for months in range(1, 10)
    ]
    after.say_contact_wish(
        **program, client_id=pat.pk, may_contact=True, channel="text", address="312 555 0143"
    )
    cases = (
        (pat, [f"alumni {pk} planned {pat.pk}" for pk in meetings], "left_alumni",
         lambda: after.leave_alumni(actor=pat.actor, client_id=pat.pk, now=NOON)),
        (pat, [f"check-up {pk}" for pk in check_ups], "check_up_not_wanted",
         lambda: after.say_contact_wish(
             actor=pat.actor, client_id=pat.pk, may_contact=False, now=NOON)),
        (jo, [f"race {number}" for number in range(12)], "contact_stopped",
         lambda: record_stop(
             actor=cast.dana.actor, client_id=jo.pk, kind="died", since_on=NOON.date(),
             known_by="family", now=NOON)),
    )  # fmt: skip
    for client, origins, reason, ending_of_it in cases:
        items = queued(cast, client, origins)
        assert outbox.State.DELIVERED not in send_while(items, ending_of_it), reason
        assert outbox.deliver_due(now=NOON) == 0
        outcomes = every(NoticeOutcome).filter(notice__origin__in=origins)
        assert outcomes.count() == len(items)
        assert {row.reason for row in outcomes if row.state == "withheld"} <= {reason}
