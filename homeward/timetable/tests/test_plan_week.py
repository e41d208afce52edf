"""Planning, publishing and cancelling a week."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.program.models import CurriculumTopic, Holiday, Site
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.actions.cancel_session import AlreadyCancelled, SessionIsOver
from homeward.timetable.actions.plan_week import NotAWeekStart, WeekIsPublished
from homeward.timetable.actions.publish_week import AlreadyPublished, NobodyOnDuty, NothingPlanned
from homeward.timetable.capacity import Closure
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, on_duty, plan, planned, seat

__all__ = ["cast"]
CHICAGO = ZoneInfo("America/Chicago")


def close(cast, day, starts, ends, room, **more):
    """The site, or one room of it, is closed between two hours of a day in UTC."""
    return Closure.objects.create(
        site=cast.site, room=room, name="Half day", starts_at=day + timedelta(hours=starts),
        ends_at=day + timedelta(hours=ends), noted_at=FRIDAY_BEFORE, **more,
    )  # fmt: skip


@pytest.mark.django_db
class TestPlanWeek:
    def test_makes_each_group_meet_at_its_wall_time(self, cast):
        """Half past nine in Chicago is another instant before and after the clocks change."""
        plan(cast, date(2026, 10, 26), datetime(2026, 10, 23, tzinfo=UTC))
        plan(cast, date(2026, 11, 2), datetime(2026, 10, 23, tzinfo=UTC))

        before, after = GroupSession.objects.order_by("starts_at")
        walls = [each.starts_at.astimezone(CHICAGO).time() for each in (before, after)]
        assert walls == [time(9, 30), time(9, 30)]
        assert after.starts_at - before.starts_at == timedelta(days=7, hours=1)

    def test_planning_again_adds_nothing_twice(self, cast):
        """The second click."""
        planned(cast)

        plan(cast)

        assert GroupSession.objects.count() == Seat.objects.unscoped("test").count() == 1

    def test_leaves_holidays_out(self, cast):
        """The program is closed on that Tuesday."""
        Holiday.objects.create(program=cast.program, on=MONDAY + timedelta(days=1), name="Closed")

        plan(cast)

        assert not GroupSession.objects.exists()

    @pytest.mark.parametrize(
        ("starts", "ends", "in_room", "meets"),
        [
            (12, 18, False, False),  # the morning
            (17, 20, False, True),  # from eleven on: the group has gone home
            (12, 15.5, False, True),  # until half past nine
            (12, 18, True, False),
        ],
    )
    def test_leaves_half_days_out(self, cast, starts, ends, in_room, meets):
        """The group meets from half past nine to eleven, 15:30 to 17:00 in UTC."""
        at = datetime(2026, 11, 24, tzinfo=UTC)
        close(cast, at, starts, ends, cast.group.room if in_room else None)

        plan(cast)

        assert GroupSession.objects.exists() is meets

    def test_another_room_or_a_closure_withdrawn_closes_nothing(self, cast):
        at = datetime(2026, 11, 24, tzinfo=UTC)
        close(cast, at, 12, 18, next(each for each in cast.rooms if each != cast.group.room))
        close(cast, at, 12, 18, None, withdrawn_at=FRIDAY_BEFORE)

        plan(cast)

        assert GroupSession.objects.count() == 1

    def test_rotates_topics_before_repeating_one(self, cast):
        """Three topics in three weeks, then the first again."""
        for number in range(3):
            CurriculumTopic.objects.create(
                program=cast.program, code=f"t{number}", title=f"Topic {number}", position=number,
                for_types=["group"],
            )  # fmt: skip
        seat(cast)

        for week in range(4):
            plan(cast, MONDAY + timedelta(weeks=week))

        codes = GroupSession.objects.order_by("on").values_list("topic__code", flat=True)
        assert list(codes) == ["t0", "t1", "t2", "t0"]

    def test_needs_the_duty_and_the_site(self, cast):
        """A counselor does not plan; Omar not even elsewhere."""
        with pytest.raises(NotAllowed):
            actions.plan_week(
                actor=cast.omar.actor, program_id=cast.program.pk, site_id=cast.site.pk,
                starts_on=MONDAY, now=FRIDAY_BEFORE,
            )  # fmt: skip
        with pytest.raises(Site.DoesNotExist):
            actions.plan_week(
                actor=cast.sam.actor, program_id=cast.program.pk, site_id=cast.other_site.pk,
                starts_on=MONDAY, now=FRIDAY_BEFORE,
            )  # fmt: skip

    def test_refuses_any_other_weekday_and_published_weeks(self, cast):
        """A published week is a promise."""
        with pytest.raises(NotAWeekStart):
            plan(cast, MONDAY + timedelta(days=1))
        planned(cast)
        on_duty(cast)
        actions.publish_week(actor=cast.sam.actor, week_id=Week.objects.get().pk, now=FRIDAY_BEFORE)
        with pytest.raises(WeekIsPublished):
            plan(cast)


@pytest.mark.django_db
class TestPublishWeek:
    def test_is_a_duty_done_once(self, cast):
        """Dana may not, Sam may, nobody twice."""
        planned(cast)
        on_duty(cast)
        week = Week.objects.get()
        with pytest.raises(NotAllowed):
            actions.publish_week(actor=cast.dana.actor, week_id=week.pk, now=FRIDAY_BEFORE)
        with pytest.raises(StaleVersion):
            actions.publish_week(
                actor=cast.sam.actor, week_id=week.pk, now=FRIDAY_BEFORE,
                expected_version=week.version + 1,
            )  # fmt: skip

        published = actions.publish_week(actor=cast.sam.actor, week_id=week.pk, now=FRIDAY_BEFORE)

        assert (published.published_at, published.published_by_id) == (FRIDAY_BEFORE, cast.sam.pk)
        with pytest.raises(AlreadyPublished):
            actions.publish_week(actor=cast.sam.actor, week_id=week.pk, now=FRIDAY_BEFORE)

    def test_an_empty_roster_blocks_the_day(self, cast):
        """Nobody is on duty on the Tuesday; the day is named."""
        planned(cast)

        with pytest.raises(NobodyOnDuty) as refused:
            actions.publish_week(
                actor=cast.sam.actor, week_id=Week.objects.get().pk, now=FRIDAY_BEFORE
            )

        assert refused.value.codes == ("2026-11-24",)
        assert Week.objects.get().published_at is None

    def test_refuses_an_empty_week(self, cast):
        """There is nothing to promise."""
        cast.group.change(ends_on=MONDAY)
        week = plan(cast)

        with pytest.raises(NothingPlanned):
            actions.publish_week(actor=cast.sam.actor, week_id=week.pk, now=FRIDAY_BEFORE)


@pytest.mark.django_db
class TestCancelSession:
    def cancel(self, cast, session, by=None, now=FRIDAY_BEFORE):
        return actions.cancel_session(
            actor=(by or cast.dana).actor, session_id=session.pk, reason="leader_away", now=now
        )

    def test_frees_room_leader_and_clients(self, cast):
        """The rows stay; planning again does not bring it back."""
        session = planned(cast)

        self.cancel(cast, session)
        plan(cast)

        held = Seat.objects.unscoped("test").get()
        assert held.released_reason == "session_cancelled"
        assert SessionLeader.objects.get().is_released
        assert GroupSession.objects.live().count() == 0
        with pytest.raises(AlreadyCancelled):
            self.cancel(cast, session)

    def test_refuses_what_is_over_and_outsiders(self, cast):
        """Ended sessions stay; for Omar there is none; Ruth does not lead it."""
        session = planned(cast)
        with pytest.raises(SessionIsOver):
            self.cancel(cast, session, now=session.ends_at)
        with pytest.raises(GroupSession.DoesNotExist):
            self.cancel(cast, session, by=cast.omar)
        with pytest.raises(NotAllowed):
            self.cancel(cast, session, by=cast.ruth)
