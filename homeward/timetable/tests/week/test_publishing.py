"""Publishing a draft: real rows under the walls, topics in turn, promises, and who is told."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.admissions.models import Episode
from homeward.core import outbox
from homeward.core.models import OutboxItem
from homeward.core.refusals import NotAllowed
from homeward.notices.models import Notice
from homeward.program.models import CurriculumTopic
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.actions.publish_draft import DraftOutdated
from homeward.timetable.actions.publish_week import NobodyOnDuty
from homeward.timetable.drafting import reading
from homeward.timetable.drafting.moves import ChangeRoom
from homeward.timetable.drafting.standing import MovedMeanwhile
from homeward.timetable.drafting.telling import on_site_of, preview
from homeward.timetable.models import GroupSession, Seat, SessionLeader, TherapyGroup, Week
from homeward.timetable.publications import Publication, ToldWeek, ToldWorker
from homeward.timetable.publishing.wanted import wanted_sessions
from homeward.timetable.roster import DutyShift
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house
from homeward.timetable.windows import ClientHours

__all__ = ["cast"]
NEXT = MONDAY + timedelta(weeks=1)
CHICAGO = ZoneInfo("America/Chicago")


@pytest.fixture
def week(cast):
    made = house(cast)
    for starts_on in (MONDAY, NEXT):
        made.on_duty(starts_on)
    return made


def told(publication):
    return list(ToldWeek.objects.unscoped("test").filter(publication=publication))


def reopened(week, now=BEFORE):
    return actions.reopen_week(
        actor=week.sam.actor, program_id=week.program.pk, site_id=week.site.pk, starts_on=MONDAY,
        now=now,
    )  # fmt: skip


@pytest.mark.django_db
class TestPublishing:
    def test_makes_the_sessions_leaders_and_seats_of_the_draft(self, week):
        """Every meeting once, every member in a seat, and the week is a promise."""
        draft = week.drafted()
        schedule = reading.schedule_of(draft.schedule)

        week.publish(draft)

        sessions = GroupSession.objects.live()
        meetings = sum(len(group.meetings) for group in schedule.groups) + len(schedule.singles)
        members = sum(len(group.meetings) * len(group.members) for group in schedule.groups)
        assert sessions.count() == meetings == SessionLeader.objects.count()
        seats = Seat.objects.unscoped("test").filter(released_at=None)
        assert seats.count() == members + len(schedule.singles)
        assert Week.objects.get().published_at == BEFORE
        assert not sessions.filter(group=None).exclude(session_type__kind="individual").exists()

    def test_takes_groups_that_recur_and_makes_those_that_do_not(self, week):
        """A session at a standing group's time is that group's; others live for the week."""
        week.publish(week.drafted())

        made = TherapyGroup.objects.filter(is_drafted=True)
        assert {group.ends_on for group in made} <= {NEXT}
        for session in GroupSession.objects.exclude(group=None).select_related("group"):
            local = session.starts_at.astimezone(CHICAGO)
            assert (session.group.weekday, session.group.starts) == (local.weekday(), local.time())

    def test_topics_take_turns(self, week):
        """Nobody hears a topic twice before hearing all of them."""
        for number in range(6):
            CurriculumTopic.objects.create(
                program=week.program, code=f"t{number}", title=f"Topic {number}",
                position=number, for_types=["education"],
            )  # fmt: skip

        week.publish(week.drafted())
        week.publish(week.drafted(NEXT))

        for client in week.clients:
            heard = list(
                Seat.objects.unscoped("test")
                .filter(client=client, session__topic__isnull=False, released_at=None)
                .values_list("session__topic__code", flat=True)
            )
            assert len(heard) == len(set(heard)) > 0

    def test_tells_exactly_those_whose_week_changed(self, week):
        """The first week is news to all; the same week again is news to nobody."""
        first = week.publish(week.drafted())
        assert all(row.changes for row in told(first))

        again = week.publish(reopened(week))

        assert [row.changes for row in told(again)] == [[]] * len(week.clients)
        assert again.number == 2
        assert GroupSession.objects.exclude(cancelled_at=None).count() == 0
        assert OutboxItem.objects.filter(kind="timetable.tell_clients").count() == 1

    def test_a_dropped_session_is_told_to_its_client_alone(self, week):
        """One individual taken out of the published week."""
        week.publish(week.drafted())
        draft = reopened(week)
        single = reading.schedule_of(draft.schedule).singles[0]
        actions.make_move(
            actor=week.sam.actor, draft_id=draft.pk, seen=0, now=BEFORE,
            move=reading_drop(single),
        )  # fmt: skip

        publication = week.publish(draft, seen=1)

        changed = [row for row in told(publication) if row.changes]
        assert [str(row.client_id) for row in changed] == [single.client]
        assert changed[0].changes[0]["now"] is None
        gone = GroupSession.objects.exclude(cancelled_at=None)
        assert [row.cancelled_reason for row in gone] == ["replanned"]
        assert ToldWorker.objects.filter(publication=publication).exclude(changes=[]).count() == 1

    def test_word_goes_out_once_by_the_channel_agreed(self, week):
        """The worker queues a neutral notice; delivering twice queues no second one."""
        publication = week.publish(week.drafted())
        item = OutboxItem.objects.get(kind="timetable.tell_clients")

        outbox.deliver(item.pk, now=BEFORE)
        OutboxItem.objects.filter(pk=item.pk).update(state="waiting")
        outbox.deliver(item.pk, now=BEFORE)

        notices = Notice.objects.unscoped("test")
        assert {row.origin for row in notices} == {row.notice_origin for row in told(publication)}
        assert {(row.code, row.channel) for row in notices} == {("update", "note")}

    def test_a_changed_room_keeps_the_session_and_is_told_to_who_sits_there(self, week, cast):
        """One meeting in another room: rows, seats and topics stay, its members hear of it."""
        week.publish(week.drafted())
        before = set(GroupSession.objects.live().values_list("pk", flat=True))
        draft = reopened(week)
        group = reading.schedule_of(draft.schedule).groups[0]
        meeting = group.meetings[0]
        room = next(str(each.pk) for each in cast.rooms if str(each.pk) != meeting.room)
        actions.make_move(
            actor=week.sam.actor, draft_id=draft.pk, seen=0, now=BEFORE,
            move=ChangeRoom(group.id, meeting.day, meeting.start, room),
        )  # fmt: skip

        seen = preview(week.sam.actor, draft.pk, BEFORE)
        publication = week.publish(draft, seen=1)

        assert set(GroupSession.objects.live().values_list("pk", flat=True)) == before
        changed = {str(row.client_id): row.changes for row in told(publication) if row.changes}
        assert set(changed) == set(group.members)
        assert {line.client for line in seen.clients if line.changed} == set(changed)
        for (change,) in changed.values():
            assert change["rooms"] == [meeting.room, room]
            assert change["was"] == change["now"]

    def test_an_empty_roster_blocks_the_day(self, week):
        """Nothing of it is written."""
        draft = week.drafted(MONDAY + timedelta(weeks=2))

        with pytest.raises(NobodyOnDuty) as refused:
            week.publish(draft)

        assert "2026-12-07" in refused.value.codes
        assert not GroupSession.objects.exists()
        assert "nobody_on_duty" in preview(week.sam.actor, draft.pk, BEFORE).blocked

    def test_the_roster_is_filled_for_the_draft_and_never_with_who_is_away(self, week):
        """From working hours, for the sessions of the draft; one who is away stays off it."""
        monday = MONDAY + timedelta(weeks=2)
        draft = week.drafted(monday)
        actions.note_absence(
            actor=week.sam.actor, worker_id=week.dana.pk, why="leave", now=BEFORE,
            starts_at=datetime(2026, 12, 7, 6, tzinfo=UTC),
            ends_at=datetime(2026, 12, 14, 6, tzinfo=UTC),
        )  # fmt: skip
        fresh = week.instance(monday)
        schedule = reading.schedule_of(draft.schedule)
        here = on_site_of(wanted_sessions(fresh.instance, schedule, fresh.clock), BEFORE)

        made = actions.fill_duty(
            actor=week.sam.actor, site_id=week.site.pk, program_id=week.program.pk, days=here,
            sessions=here, now=BEFORE,
        )  # fmt: skip

        assert made >= 2 * len(here) > 0
        assert not DutyShift.objects.filter(worker=week.dana.row, on__gte=monday).exists()
        assert not preview(week.sam.actor, draft.pk, BEFORE).days_without_duty

    def test_records_that_changed_meanwhile_are_seen(self, week, cast):
        """Somebody left the program after the draft was made."""
        draft = week.drafted()
        Episode.objects.unscoped("test").filter(client=week.clients[1]).update(
            ended_at=BEFORE, ended_on=BEFORE.date()
        )

        with pytest.raises(DraftOutdated) as refused:
            week.publish(draft)

        assert "rule_c_unknown" in refused.value.codes

    def test_a_kind_of_session_that_is_gone_is_named_and_breaks_nothing(self, week):
        """Its last client left, so today's records no longer know it."""
        draft = week.drafted()
        document = json.loads(json.dumps(draft.schedule))
        document["groups"][0]["service"] = "RETIRED"
        draft.change(schedule=document)

        with pytest.raises(DraftOutdated) as refused:
            week.publish(draft)

        assert "rule_g_kind" in refused.value.codes
        assert "rule_g_kind" in preview(week.sam.actor, draft.pk, BEFORE).blocked

    def test_a_leader_who_is_away_holds_the_promise_up(self, week):
        """The published week opened again after an absence was noted: it must be mended first.

        Once that morning is over nothing can mend it, and it keeps the rest of the week from
        nothing any more.
        """
        week.publish(week.drafted())
        noon = datetime(2026, 11, 23, 6, tzinfo=UTC)
        for player in (week.dana, week.sam):
            actions.note_absence(
                actor=week.sam.actor, worker_id=player.pk, why="sick", starts_at=noon,
                ends_at=noon + timedelta(days=1), now=BEFORE,
            )  # fmt: skip

        draft = reopened(week)

        with pytest.raises(DraftOutdated) as refused:
            week.publish(draft)
        assert "rule_s_hours" in refused.value.codes
        seen = preview(week.sam.actor, draft.pk, BEFORE)
        assert "rule_s_hours" in seen.blocked
        assert {each.code for each in seen.broken} == {"S-HOURS"}
        tuesday = noon + timedelta(days=1, hours=6)
        assert not preview(week.sam.actor, draft.pk, tuesday).broken
        assert week.publish(draft, now=tuesday).number == 2

    def test_one_persons_new_hours_hold_nobody_elses_week_up(self, week):
        """A seat promised before its client said they cannot come is named and stays."""
        week.publish(week.drafted())
        client = week.clients[0]
        for weekday in range(7):
            ClientHours.objects.create(
                client=client, site=week.site, kind=ClientHours.Kind.BUSY, weekday=weekday,
                why=ClientHours.Why.WORK, starts=time(0), ends=time(23, 59), starts_on=MONDAY,
                said_at=BEFORE,
            )  # fmt: skip
        draft = reopened(week)

        seen = preview(week.sam.actor, draft.pk, BEFORE)

        assert not seen.broken
        assert {each.where.split()[0] for each in seen.told_otherwise} == {str(client.pk)}
        assert week.publish(draft).number == 2

    def test_needs_the_duty_and_the_last_move_seen(self, week):
        """Dana may not; Sam not without knowing Dina's move; a stranger finds nothing."""
        draft = week.drafted()
        with pytest.raises(NotAllowed):
            actions.publish_draft(actor=week.dana.actor, draft_id=draft.pk, seen=0, now=BEFORE)
        stranger = replace(week.sam.actor, grants=week.omar.actor.grants)
        with pytest.raises(type(draft).DoesNotExist):
            actions.publish_draft(actor=stranger, draft_id=draft.pk, seen=0, now=BEFORE)
        single = reading.schedule_of(draft.schedule).singles[0]
        actions.make_move(
            actor=week.dina.actor, draft_id=draft.pk, seen=0, now=BEFORE, move=reading_drop(single)
        )
        with pytest.raises(MovedMeanwhile):
            week.publish(draft, seen=0)
        assert not Publication.objects.exists()

    def test_takes_the_place_of_what_the_recurring_groups_made(self, week):
        """A week planned from the standing groups, then drafted: one set of sessions stands."""
        for client in week.clients:
            for group in TherapyGroup.objects.filter(cohort="early-a"):
                actions.take_seat(
                    actor=week.dana.actor, group_id=group.pk, client_id=client.pk,
                    starts_on=MONDAY, now=BEFORE,
                )  # fmt: skip
        actions.plan_week(
            actor=week.sam.actor, program_id=week.program.pk, site_id=week.site.pk,
            starts_on=MONDAY, now=BEFORE,
        )  # fmt: skip

        week.publish(week.drafted())

        seats = Seat.objects.unscoped("test").filter(released_at=None)
        for client in week.clients:
            starts = [seat.starts_at for seat in seats.filter(client=client)]
            assert len(starts) == len(set(starts)) == 7

    def test_wall_times_hold_in_the_week_the_clocks_change(self, week):
        """Clocks go forward on Sunday 8 March 2026 in Chicago; Monday's half past nine is one
        hour earlier as an instant than the Monday before, and the same on the wall."""
        early = datetime(2026, 2, 27, 15, tzinfo=UTC)
        Episode.objects.unscoped("test").update(admitted_at=early, admitted_on=date(2026, 2, 20))
        for starts_on in (date(2026, 3, 2), date(2026, 3, 9)):
            week.on_duty(starts_on)
            week.publish(week.drafted(starts_on, early), now=early)

        for session in GroupSession.objects.live():
            local = session.starts_at.astimezone(CHICAGO).time()
            assert time(9) <= local < time(17)
            assert session.on == session.starts_at.astimezone(CHICAGO).date()


def reading_drop(single):
    """The move that takes a one-to-one out."""
    from homeward.timetable.drafting.moves import DropSingle

    return DropSingle(single.client, single.service, single.day, single.start)
