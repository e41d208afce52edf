"""The on-duty roster: who changes it, what blocks publishing, and the page."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.staff.models import WorkingHours
from homeward.testing.cast import LONG_AGO, cast
from homeward.timetable import actions
from homeward.timetable.actions.put_on_duty import DutyIsOver, ShiftRunsBackwards
from homeward.timetable.duty import days_without_duty, duty_of_days
from homeward.timetable.roster import DutyShift
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, planned
from homeward.timetable.walls import OnDutyAlready

__all__ = ["cast"]
TUESDAY = MONDAY + timedelta(days=1)
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]
PAGE = "/desk/week/duty/?week=2026-11-23"


@pytest.fixture
def week(cast):
    """Jo's group meets on Tuesday from 9:30 to 11."""
    clock.shift_to(FRIDAY_BEFORE)
    planned(cast)
    yield cast
    clock.shift_to(None)


def put_on(cast, who, first=9, last=12, by="sam"):
    return actions.put_on_duty(
        actor=getattr(cast, by).actor, site_id=cast.site.pk, worker_id=getattr(cast, who).pk,
        on=TUESDAY, starts=time(first), ends=time(last), now=FRIDAY_BEFORE,
    )  # fmt: skip


def trained(cast, who):
    worker = getattr(cast, who).row
    worker.is_naloxone_trained = True
    worker.save()


@pytest.mark.django_db
class TestRoster:
    def test_a_day_with_nobody_on_duty_is_not_published(self, week):
        assert days_without_duty(week.site, WEEK) == [TUESDAY]

    def test_two_with_one_trained_cover_it(self, week):
        trained(week, "ruth")
        put_on(week, "ruth")
        put_on(week, "dana")

        assert days_without_duty(week.site, WEEK) == []
        assert duty_of_days(week.site, [TUESDAY])[TUESDAY].outcome == "covered"

    def test_one_alone_warns_until_the_number_is_adopted(self, week):
        put_on(week, "dana")

        decision = duty_of_days(week.site, [TUESDAY])[TUESDAY]

        assert (decision.outcome, decision.extras["blocks"]) == ("short", False)

    def test_half_the_group_uncovered_blocks_as_well(self, week):
        put_on(week, "dana", 9, 10)

        assert days_without_duty(week.site, WEEK) == [TUESDAY]

    def test_who_was_taken_off_does_not_count(self, week):
        shift = put_on(week, "dana")
        actions.take_off_duty(actor=week.sam.actor, shift_id=shift.pk, now=FRIDAY_BEFORE)

        assert days_without_duty(week.site, WEEK) == [TUESDAY]

    def test_nobody_is_on_duty_twice_at_one_time(self, week):
        put_on(week, "dana")

        with pytest.raises(OnDutyAlready):
            put_on(week, "dana", 11, 13)

    def test_a_shift_ends_after_it_begins(self, week):
        with pytest.raises(ShiftRunsBackwards):
            put_on(week, "dana", 12, 9)

    def test_a_day_that_is_over_stays_as_it_was(self, week):
        shift = put_on(week, "dana")

        with pytest.raises(DutyIsOver):
            actions.take_off_duty(
                actor=week.sam.actor, shift_id=shift.pk, now=FRIDAY_BEFORE + timedelta(days=9)
            )

    def test_only_who_plans_the_week_changes_it(self, week):
        with pytest.raises(NotAllowed):
            put_on(week, "dana", by="dana")

    def test_working_hours_fill_what_is_open(self, week):
        """The fewest who cover it: the trained one and one more, though four work then."""
        trained(week, "ruth")
        for who in ("dana", "ruth", "tess", "fay"):
            WorkingHours.objects.create(
                worker=getattr(week, who).row, weekday=1, starts=time(8), ends=time(17),
                starts_on=LONG_AGO,
            )  # fmt: skip

        made = actions.fill_duty(
            actor=week.sam.actor, site_id=week.site.pk, program_id=week.program.pk, days=WEEK,
            now=FRIDAY_BEFORE,
        )  # fmt: skip

        assert made == 2
        assert week.ruth.pk in set(DutyShift.objects.values_list("worker_id", flat=True))
        assert duty_of_days(week.site, [TUESDAY])[TUESDAY].outcome == "covered"

    def test_a_week_that_is_only_a_draft_is_filled_like_the_one_before(self, week):
        """No session stands in the next week yet; its Tuesday is covered like this one's."""
        for who in ("dana", "ruth"):
            WorkingHours.objects.create(
                worker=getattr(week, who).row, weekday=1, starts=time(8), ends=time(17),
                starts_on=LONG_AGO,
            )  # fmt: skip
        next_week = [day + timedelta(days=7) for day in WEEK]

        actions.fill_duty(
            actor=week.sam.actor, site_id=week.site.pk, program_id=week.program.pk,
            days=next_week, now=FRIDAY_BEFORE,
        )  # fmt: skip

        days = DutyShift.objects.values_list("on", flat=True)
        assert set(days) == {TUESDAY + timedelta(days=7)}


@pytest.mark.django_db
class TestPage:
    def test_shows_what_is_open_to_everybody_who_reads_schedules(self, week):
        for who in ("dana", "dina", "fay"):
            page = signed_in(getattr(week, who)).get(PAGE).content.decode()
            assert "09:30 to 11:00: nobody is on duty" in page
            assert "Put somebody on duty" not in page or who == "dina"

    def test_a_shift_is_added_and_taken_off(self, week):
        sam = signed_in(week.sam)
        typed = {
            "form_key": new_key(), "week": "2026-11-23", "site": "main", "on": "2026-11-24",
            "worker": week.dana.pk, "starts": "09:00", "ends": "12:00",
        }  # fmt: skip

        answers = [sam.post(reverse("desk:duty"), typed) for _ in range(2)]
        assert [each.status_code for each in answers] == [302, 302]
        shift = DutyShift.objects.get()
        again = sam.post(reverse("desk:duty"), {**typed, "form_key": new_key()})
        assert again.status_code == 422 and "on duty at that time already" in again.content.decode()
        end = reverse("desk:duty_end", args=[shift.pk])
        about = {"week": "2026-11-23", "site": "main"}
        stale = sam.post(end, {"form_key": new_key(), "form_version": "9", **about})
        done = sam.post(end, {"form_key": new_key(), "form_version": "1", **about})
        assert (stale.status_code, done.status_code) == (409, 302)

    def test_a_counselor_may_not_change_it(self, week):
        assert signed_in(week.dana).post(reverse("desk:duty"), {}).status_code == 403

    def test_query_count_does_not_grow(self, week, django_assert_max_num_queries):
        put_on(week, "dana")
        sam = signed_in(week.sam)
        with django_assert_max_num_queries(40) as one:
            sam.get(PAGE)
        for who in ("ruth", "tess", "fay", "ada"):
            put_on(week, who)
        with django_assert_max_num_queries(len(one.captured_queries)):
            sam.get(PAGE)
