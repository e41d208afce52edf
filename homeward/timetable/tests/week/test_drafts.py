"""Drafting a week: planning as a job, moves checked as they are made, two at one draft."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.core.refusals import NotAllowed
from homeward.program.models import Site
from homeward.testing.cast import cast
from homeward.timetable import actions, words
from homeward.timetable.actions.keep_planned import keep_planned
from homeward.timetable.actions.make_move import AlreadyUndone, MoveRefused
from homeward.timetable.actions.plan_week import NotAWeekStart
from homeward.timetable.actions.start_draft import (
    DraftIsOpen,
    NothingPublished,
    WeekHasBegun,
    WeekIsNear,
)
from homeward.timetable.drafting import planner, reading
from homeward.timetable.drafting.applying import NothingThere
from homeward.timetable.drafting.moves import (
    Adopt,
    ChangeLeader,
    ChangeRoom,
    CloseGroup,
    DropSingle,
    LeaveSeat,
    MoveMeeting,
    MoveSingle,
    OpenGroup,
    PlaceSingle,
    TakeSeat,
    move_of,
)
from homeward.timetable.drafting.standing import DraftNotReady, InsideNotice, MovedMeanwhile
from homeward.timetable.drafting.tending import tend
from homeward.timetable.drafting.trying import try_move
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.models import Week
from homeward.timetable.planning_words import RULES
from homeward.timetable.solver.answer import Progress, Result
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.hard import RULES as HARD
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.process import PlanningFailed
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house

__all__ = ["cast"]


@pytest.fixture
def week(cast):
    return house(cast)


def move(week, draft, what, seen=None, by=None, now=BEFORE):
    return actions.make_move(
        actor=(by or week.sam).actor, draft_id=draft.pk, move=what,
        seen=draft.head if seen is None else seen, now=now,
    )  # fmt: skip


def by_greedy(instance, params, *, on_progress, should_stop):
    """A solver that answers at once and tells of one step."""
    schedule = greedy(instance)
    report = check(instance, schedule)
    on_progress(Progress("greedy", 0.0, 1.0, report.tiers, report.unplaced, schedule))
    should_stop()
    return Result(schedule, report.tiers, {"tier1": 0, "tier3": 0}, report.unplaced, "partial", "f")


@pytest.mark.django_db
class TestPlanning:
    def test_starts_as_a_job_and_ends_ready_with_its_progress(self, week):
        """The action answers at once; the worker writes steps and the checked week."""
        draft = week.start()
        assert (draft.state, draft.schedule) == ("planning", None)

        assert planner.run(draft.pk, solve=by_greedy) == "ready"

        seen = reading.open_draft(week.sam.actor, draft.pk)
        assert [step.stage for step in seen.steps] == ["greedy"]
        assert seen.report.holds
        assert seen.draft.fingerprint == "f"
        assert seen.draft.tiers == seen.report.figures
        assert planner.run(draft.pk, solve=by_greedy) == "ready"

    def test_asking_to_stop_reaches_the_solver(self, week):
        """What it has by then is kept."""
        draft = week.start()
        actions.cancel_planning(actor=week.sam.actor, draft_id=draft.pk, now=BEFORE)
        heard = []

        def solve(instance, params, *, on_progress, should_stop):
            heard.append(should_stop())
            return by_greedy(instance, params, on_progress=on_progress, should_stop=should_stop)

        assert planner.run(draft.pk, solve=solve) == "ready"
        assert heard == [True]

    @pytest.mark.parametrize(("cancelled", "state"), [(False, "failed"), (True, "cancelled")])
    def test_no_week_found_is_said(self, week, cancelled, state):
        """A child that ends without an answer leaves a failed draft, or a cancelled one."""
        draft = week.start()
        if cancelled:
            actions.cancel_planning(actor=week.sam.actor, draft_id=draft.pk, now=BEFORE)

        def solve(*_, **__):
            raise PlanningFailed("killed")

        assert planner.run(draft.pk, solve=solve) == state

    def test_a_week_that_breaks_a_rule_is_never_kept(self, week):
        """The checker is asked before anybody sees it."""
        draft = week.start()
        good = greedy(week.instance().instance)
        broken = replace(good, groups=(*good.groups, replace(good.groups[0], id="twice")))
        told = Result(broken, check(week.instance().instance, good).tiers, {}, 0, "complete", "f")

        kept = keep_planned(actor=planner.PLANNER, draft_id=draft.pk, result=told, now=BEFORE)

        assert (kept.state, kept.reason, kept.schedule) == ("failed", "rules_broken", None)

    def test_a_lost_worker_is_noticed(self, week):
        """Minutes without a sign of life, and planning may begin again."""
        draft = week.start()
        WeekDraft.objects.filter(pk=draft.pk).update(seen_at=BEFORE)

        assert tend(now=BEFORE + timedelta(minutes=4)) == 0
        assert tend(now=BEFORE + timedelta(minutes=6)) == 1
        assert week.start(now=BEFORE + timedelta(minutes=7)).state == "planning"

    def test_refuses_who_may_not_and_what_cannot_be(self, week):
        """No duty, another site, a Tuesday, a week begun or promised for tomorrow, a second."""
        for player, error in ((week.dana, NotAllowed), (week.omar, NotAllowed)):
            with pytest.raises(error):
                week.start(by=player)
        with pytest.raises(Site.DoesNotExist):
            actions.start_draft(
                actor=week.sam.actor, program_id=week.program.pk, site_id=week.other_site.pk,
                starts_on=MONDAY, now=BEFORE,
            )  # fmt: skip
        with pytest.raises(NotAWeekStart):
            week.start(MONDAY + timedelta(days=1))
        with pytest.raises(WeekHasBegun):
            week.start(now=datetime(2026, 11, 24, tzinfo=UTC))
        Week.objects.create(
            program=week.program, site=week.site, starts_on=MONDAY, published_at=BEFORE
        )
        with pytest.raises(WeekIsNear):
            week.start(now=datetime(2026, 11, 22, 20, tzinfo=UTC))
        week.start()
        with pytest.raises(DraftIsOpen):
            week.start()

    def test_planning_again_puts_the_old_one_away(self, week):
        """Its moves are kept, and there is one open draft."""
        draft = week.drafted()

        again = actions.plan_again(actor=week.sam.actor, draft_id=draft.pk, now=BEFORE)

        assert WeekDraft.objects.get(pk=draft.pk).state == "discarded"
        assert [row.pk for row in reading.drafts_of(
            week.sam.actor, week.program.pk, week.site.pk, MONDAY
        ) if row.state == "planning"] == [again.pk]  # fmt: skip

    def test_drafts_of_another_site_are_nobodys(self, week):
        """Omar sees none; a page address he was sent is not there."""
        draft = week.drafted()
        stranger = replace(week.sam.actor, grants=week.omar.actor.grants)

        assert reading.drafts_of(stranger, week.program.pk, week.site.pk, MONDAY) == []
        with pytest.raises(WeekDraft.DoesNotExist):
            reading.open_draft(stranger, draft.pk)
        with pytest.raises(WeekDraft.DoesNotExist):
            move(week, draft, CloseGroup("x"), by=type("P", (), {"actor": stranger}))


@pytest.mark.django_db
class TestMoves:
    def groups(self, draft):
        return reading.schedule_of(draft.schedule).groups

    def test_a_move_is_checked_kept_and_undone(self, week):
        """The other counselor takes a group over; undone, it is as before."""
        draft = week.drafted()
        first = self.groups(draft)[0]
        at = first.meetings[0]
        room = next(str(each.pk) for each in week.rooms if str(each.pk) != at.room)

        made = move(week, draft, ChangeRoom(first.id, at.day, at.start, room))
        assert made.number == 1
        seen = reading.open_draft(week.sam.actor, draft.pk)
        assert seen.report.holds and seen.draft.tiers == seen.report.figures
        undone = actions.undo_move(
            actor=week.sam.actor, draft_id=draft.pk, number=1, seen=1, now=BEFORE
        )
        after = WeekDraft.objects.get(pk=draft.pk)
        assert (undone.number, after.schedule) == (2, draft.schedule)
        with pytest.raises(AlreadyUndone):
            actions.undo_move(actor=week.sam.actor, draft_id=draft.pk, number=1, seen=2, now=BEFORE)
        actions.undo_move(actor=week.sam.actor, draft_id=draft.pk, number=2, seen=2, now=BEFORE)
        again = self.groups(WeekDraft.objects.get(pk=draft.pk))[0]
        assert room in {meeting.room for meeting in again.meetings}

    def test_a_move_that_breaks_a_rule_is_refused_in_words(self, week):
        """A technician leads no group; the draft stays as it was."""
        draft = week.drafted()
        group = self.groups(draft)[0]

        with pytest.raises(MoveRefused) as refused:
            move(week, draft, ChangeLeader(group.id, str(week.tess.pk)))

        assert "rule_s_skill" in refused.value.codes
        assert all(words.refusal(code) != code for code in refused.value.codes)
        assert not DraftMove.objects.exists()
        assert try_move(week.sam.actor, draft.pk, ChangeLeader(group.id, group.staff)).is_allowed

    def test_two_at_one_draft_lose_nothing(self, week):
        """Dina places what Sam took out, without having seen it: both moves are shown."""
        draft = week.drafted()
        first = reading.schedule_of(draft.schedule).singles[0]
        move(week, draft, DropSingle(first.client, first.service, first.day, first.start), seen=0)

        with pytest.raises(MovedMeanwhile) as refused:
            move(
                week, draft,
                PlaceSingle(first.client, first.service, first.staff, first.day, first.start,
                            first.mode, first.room),
                seen=0, by=week.dina,
            )  # fmt: skip
        (other,) = refused.value.others
        assert (other.by_id, other.kind) == (week.sam.pk, "DropSingle")

    def test_an_independent_move_is_put_upon_the_others(self, week, cast):
        """Another client, another leader, another room: nobody has to begin again."""
        draft = week.drafted()
        rooms = [str(room.pk) for room in cast.rooms]
        by_side = {}
        for group in self.groups(draft):
            for meeting in group.meetings:
                by_side.setdefault((meeting.day, group.id), (group, meeting))
        single = reading.schedule_of(draft.schedule).singles[0]
        move(week, draft, DropSingle(single.client, single.service, single.day, single.start))
        free = [
            (group, meeting) for group, meeting in by_side.values()
            if single.client not in group.members and group.staff != single.staff
        ]  # fmt: skip
        if not free:  # everybody sits in every group here: a move of the room touches them
            group, meeting = next(iter(by_side.values()))
            room = next(each for each in rooms if each != meeting.room)
            with pytest.raises(MovedMeanwhile):
                move(week, draft, ChangeRoom(group.id, meeting.day, meeting.start, room), seen=0)
            return
        group, meeting = free[0]
        room = next(each for each in rooms if each != meeting.room)
        made = move(week, draft, ChangeRoom(group.id, meeting.day, meeting.start, room), seen=0)
        assert made.rebased

    def test_what_is_not_there_is_said(self, week):
        """A group that does not stand in the draft."""
        draft = week.drafted()
        with pytest.raises(NothingThere):
            move(week, draft, CloseGroup("nobody"))
        with pytest.raises(NothingThere):
            actions.undo_move(actor=week.sam.actor, draft_id=draft.pk, number=9, seen=0, now=BEFORE)

    def test_hours_that_are_over_do_not_move(self, week):
        """On the Wednesday, Monday stays as it was."""
        draft = week.drafted()
        group = self.groups(draft)[0]
        at = min(group.meetings)
        room = next(str(each.pk) for each in week.rooms if str(each.pk) != at.room)

        with pytest.raises(InsideNotice):
            move(
                week, draft, ChangeRoom(group.id, at.day, at.start, room),
                now=datetime(2026, 11, 25, 12, tzinfo=UTC),
            )  # fmt: skip

    def test_a_draft_put_away_takes_no_moves(self, week):
        """Neither does one that is still being planned."""
        draft = week.drafted()
        actions.discard_draft(actor=week.sam.actor, draft_id=draft.pk, now=BEFORE)
        with pytest.raises(DraftNotReady):
            move(week, draft, CloseGroup("x"))
        with pytest.raises(DraftNotReady):
            move(week, week.start(), CloseGroup("x"), seen=0)

    def test_every_move_is_read_back_as_it_was_made(self):
        """Kinds and values survive being kept."""
        for made in (
            MoveMeeting("g", 0, 1, 2, 3, "r"), ChangeRoom("g", 0, 1, "r"), ChangeLeader("g", "s"),
            TakeSeat("g", "c"), LeaveSeat("g", "c"), CloseGroup("g"),
            OpenGroup("group", 1, "en", "mixed", "in_person", "s", ((0, 1, "r"),), ("c",), "n1"),
            PlaceSingle("c", "i", "s", 0, 1, "in_person", "r"), MoveSingle("c", "i", 0, 1, 2, 3),
            DropSingle("c", "i", 0, 1), Adopt({"groups": [], "singles": []}, "repair 1"),
        ):  # fmt: skip
            assert move_of(made.kind, made.to_json()) == made

    def test_every_hard_rule_has_words(self):
        """A refusal is never a bare code."""
        codes = {f"rule_{rule.CODE.lower().replace('-', '_')}" for rule in HARD}
        assert codes <= set(RULES)

    def test_an_alternative_is_adopted_whole(self, week):
        """Repair offers a schedule; the checker looks at it as at any move."""
        draft = week.drafted()
        made = move(week, draft, Adopt(draft.schedule, "as it was"))
        assert (made.kind, made.touched) == ("Adopt", [])


@pytest.mark.django_db
def test_there_is_nothing_to_reopen_before_publishing(week):
    """A week nobody published is planned, not reopened."""
    with pytest.raises(NothingPublished):
        actions.reopen_week(
            actor=week.sam.actor, program_id=week.program.pk, site_id=week.site.pk,
            starts_on=date(2026, 11, 23), now=BEFORE,
        )  # fmt: skip
