"""The story obeys the rules of the program it tells of."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from homeward.demo.story.events import (
    Admitted,
    Attended,
    CheckIn,
    ConsentRevoked,
    ConsentSigned,
    Discharged,
    Event,
    FamilySessionHeld,
    InquiryTaken,
    InstrumentAnswered,
    LevelReviewed,
    NoteSigned,
    PhaseChanged,
    PlannedSession,
    PlanSigned,
    SeatReleased,
    SeatTaken,
    SessionBooked,
    SteppedDown,
    TestCollected,
    TestDiscussed,
    TestDrawn,
    TestEnded,
    TestNotified,
    TestResulted,
    WeekPublished,
)
from homeward.demo.story.sample import sample
from homeward.demo.story.seating import longest_gap
from homeward.demo.story.simulation import Story, tell

TODAY = date(2026, 11, 22)
OUTLINE = sample()


@pytest.fixture(scope="module", params=[1, 7])
def story(request: pytest.FixtureRequest) -> Story:
    """26 weeks of one seed."""
    return tell(request.param, TODAY, OUTLINE)


def planned(story: Story) -> dict[str, PlannedSession]:
    """Group sessions by key."""
    return {
        session.key: session
        for event in story.events
        if isinstance(event, WeekPublished)
        for session in event.sessions
    }


def by_person(story: Story, *kinds: type[Event]) -> dict[str, list[Event]]:
    """Events of the kinds, by person, in order."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in story.events:
        if isinstance(event, kinds):
            found[event.person].append(event)
    return found


def seats_by_day(story: Story) -> dict[tuple[str, str], list[tuple[date, date]]]:
    """(person, slot) to half-open periods."""
    held: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for event in story.events:
        if isinstance(event, SeatTaken):
            held[event.person, event.slot].append((event.from_day, date.max))
        elif isinstance(event, SeatReleased):
            start, _ = held[event.person, event.slot].pop()
            held[event.person, event.slot].append((start, max(start, event.from_day)))
    return held


class TestTime:
    def test_nothing_is_done_on_or_after_today(self, story: Story) -> None:
        assert all(event.at.date() < TODAY for event in story.events)
        assert all(event.at.tzinfo is not None for event in story.events)

    def test_events_are_in_order(self, story: Story) -> None:
        moments = [event.at for event in story.events]
        assert moments == sorted(moments)

    def test_the_week_ahead_is_published(self, story: Story) -> None:
        starts = {session.starts_at.date() for session in planned(story).values()}
        ahead = [TODAY + timedelta(days=days) for days in range(1, 8)]
        wanted = {day for day in ahead if day.weekday() < 5 and day not in OUTLINE.closed}
        assert wanted <= starts
        assert not starts & set(OUTLINE.closed)

    def test_the_program_is_closed_on_its_holidays(self, story: Story) -> None:
        kinds = (Attended, TestDrawn, Admitted, InquiryTaken, Discharged)
        assert not [
            event
            for event in story.events
            if isinstance(event, kinds) and event.at.date() in OUTLINE.closed
        ]


class TestGroups:
    def test_no_group_is_over_its_capacity(self, story: Story) -> None:
        held = seats_by_day(story)
        for session in planned(story).values():
            day = session.starts_at.date()
            people = [
                person
                for (person, slot), periods in held.items()
                if slot == session.slot
                for start, end in periods
                if start <= day < end
            ]
            assert len(people) == len(set(people))
            assert len(people) <= session.capacity

    def test_no_room_full_of_make_ups(self, story: Story) -> None:
        came: dict[str, set[str]] = defaultdict(set)
        for event in story.events:
            if isinstance(event, Attended) and event.punches:
                assert event.person not in came[event.session]
                came[event.session].add(event.person)
        sessions = planned(story)
        assert all(
            len(people) <= sessions[key].capacity for key, people in came.items() if key in sessions
        )

    def test_nobody_is_in_two_places(self, story: Story) -> None:
        booked = {event.key: event for event in story.events if isinstance(event, SessionBooked)}
        sessions = planned(story)
        expected: dict[str, list[tuple[object, object]]] = defaultdict(list)
        for person, lines in by_person(story, Attended).items():
            for line in lines:
                assert isinstance(line, Attended)
                if line.session in booked:
                    start = booked[line.session].starts_at
                    end = start + timedelta(minutes=booked[line.session].minutes)
                else:
                    start, end = sessions[line.session].starts_at, sessions[line.session].ends_at
                expected[person].append((start, end))
        for times in expected.values():
            ordered = sorted(times)
            assert all(first[1] <= second[0] for first, second in pairwise(ordered))

    def test_no_worker_is_in_two_places(self, story: Story) -> None:
        times: dict[str, list[tuple[object, object]]] = defaultdict(list)
        for event in story.events:
            if isinstance(event, SessionBooked):
                times[event.worker].append(
                    (event.starts_at, event.starts_at + timedelta(minutes=event.minutes))
                )
        for session in planned(story).values():
            for leader in session.leaders:
                times[leader].append((session.starts_at, session.ends_at))
        for taken in times.values():
            ordered = sorted(taken)
            assert all(first[1] <= second[0] for first, second in pairwise(ordered))

    def test_intensive_weeks_offer_nine_hours_on_three_days(self, story: Story) -> None:
        held = seats_by_day(story)
        for person, admissions in by_person(story, Admitted).items():
            start = admissions[0].at.date()
            slots = [
                OUTLINE.slot_by_key[slot]
                for (who, slot), periods in held.items()
                if who == person
                for first, end in periods
                if first <= start < end
            ]
            assert sum(slot.clinical_minutes for slot in slots) >= OUTLINE.iop_minutes
            weekdays = {slot.weekday for slot in slots}
            assert len(weekdays) >= OUTLINE.iop_days
            assert longest_gap(tuple(weekdays)) <= 2
            assert start.weekday() in weekdays

    def test_under_nine_hours_is_another_level(self, story: Story) -> None:
        levels = {phase.code: phase.level for phase in OUTLINE.phases}
        steps = by_person(story, SteppedDown)
        for person, changes in by_person(story, PhaseChanged).items():
            for change in changes:
                assert isinstance(change, PhaseChanged)
                if levels[change.old_phase] != levels[change.new_phase]:
                    assert any(
                        isinstance(step, SteppedDown) and step.from_day == change.from_day
                        for step in steps[person]
                    )
                assert change.from_day.weekday() == 0

    def test_topics_do_not_come_back_before_all_of_the_pool_were_had(self, story: Story) -> None:
        rotation = story.world.rotation
        assert rotation.repeats <= 0.03 * rotation.planned


class TestOrderOfCare:
    def test_consents_come_before_anything_else_of_the_episode(self, story: Story) -> None:
        signed = by_person(story, ConsentSigned)
        for person, admissions in by_person(story, Admitted).items():
            kinds = {
                event.kind
                for event in signed[person]
                if isinstance(event, ConsentSigned) and event.at < admissions[0].at
            }
            assert {"treatment", "tpo"} <= kinds
            first_care = min(
                event.at
                for event in story.of(person)
                if isinstance(event, CheckIn | Attended | TestDrawn | InstrumentAnswered)
            )
            assert max(signed[person][0].at, signed[person][1].at) < first_care

    def test_a_plan_is_signed_before_the_first_group(self, story: Story) -> None:
        signatures = by_person(story, PlanSigned)
        sessions = planned(story)
        for person, lines in by_person(story, Attended).items():
            first = min(
                sessions[line.session].starts_at
                for line in lines
                if isinstance(line, Attended) and line.session in sessions
            )
            initial = [
                event
                for event in signatures[person]
                if isinstance(event, PlanSigned) and event.kind == "initial"
            ]
            assert {event.role for event in initial} == {"author", "client", "cosign"}
            assert max(event.at for event in initial) < first

    def test_everybody_is_of_age(self, story: Story) -> None:
        people = {profile.key: profile for profile in story.people}
        assert all(
            people[event.person].age_on(event.at.date()) >= 18
            for event in story.events
            if isinstance(event, InquiryTaken)
        )

    def test_notes_are_signed_within_72_hours_and_never_alike(self, story: Story) -> None:
        ends: dict[tuple[str, str], object] = {}
        texts: set[str] = set()
        names = {
            part for profile in story.people for part in (profile.first_name, profile.last_name)
        }
        for event in story.events:
            if isinstance(event, Attended) and event.punches:
                ends[event.person, event.session] = event.punches[-1][1]
            elif isinstance(event, NoteSigned):
                left = ends[event.person, event.session]
                assert timedelta(0) < event.at - left <= timedelta(hours=72, minutes=30)  # type: ignore[operator]
                assert event.body not in texts
                texts.add(event.body)
                assert not names & set(event.body.replace(".", " ").replace(",", " ").split())

    def test_family_sessions_rest_on_a_consent(self, story: Story) -> None:
        revoked = {
            event.key: event.at for event in story.events if isinstance(event, ConsentRevoked)
        }
        signed = {
            event.key
            for event in story.events
            if isinstance(event, ConsentSigned) and event.kind == "family"
        }
        for event in story.events:
            if isinstance(event, FamilySessionHeld):
                assert event.consent in signed
                assert event.consent not in revoked or event.at < revoked[event.consent]

    def test_nothing_happens_in_care_after_the_discharge(self, story: Story) -> None:
        gone = {event.person: event.at for event in story.events if isinstance(event, Discharged)}
        kinds = (Attended, CheckIn, TestDrawn, LevelReviewed, TestCollected, PhaseChanged)
        assert not [
            event
            for event in story.events
            if isinstance(event, kinds) and event.person in gone and event.at > gone[event.person]
        ]

    def test_chart_numbers_are_unique_and_in_order(self, story: Story) -> None:
        numbers = [event.chart_number for event in story.events if isinstance(event, Admitted)]
        assert numbers[0] == "HW-01001"
        assert len(set(numbers)) == len(numbers)


class TestDrugTests:
    def test_draws_keep_to_the_frequency_of_the_phase(self, story: Story) -> None:
        per_week: dict[tuple[str, date], int] = defaultdict(int)
        for event in story.events:
            if isinstance(event, TestDrawn):
                per_week[event.person, event.day - timedelta(days=event.day.weekday())] += 1
        assert max(per_week.values()) <= max(phase.tests_per_week for phase in OUTLINE.phases)

    def test_each_test_goes_one_way(self, story: Story) -> None:
        steps: dict[str, list[str]] = defaultdict(list)
        for event in story.events:
            if isinstance(
                event,
                TestDrawn | TestNotified | TestCollected | TestEnded | TestResulted | TestDiscussed,
            ):
                steps[event.test].append(type(event).__name__)
        for names in steps.values():
            assert names[:2] == ["TestDrawn", "TestNotified"]
            assert not ("TestEnded" in names and "TestCollected" in names)
            if "TestResulted" in names:
                assert names.index("TestCollected") < names.index("TestResulted")
            if "TestDiscussed" in names:
                assert "TestResulted" in names
