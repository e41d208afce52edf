"""The demo's first day has something true in every list, whatever day it is opened."""

from datetime import date, timedelta

import pytest

from homeward.demo.story.answers import score
from homeward.demo.story.events import (
    Admitted,
    Attended,
    ConsentSigned,
    InstrumentAnswered,
    LevelReviewed,
    NoteSigned,
    OutreachTried,
    PlanReviewed,
)
from homeward.demo.story.sample import sample
from homeward.demo.story.simulation import Story, tell

OUTLINE = sample()


@pytest.fixture(
    scope="module",
    params=[(1, date(2026, 11, 22)), (2, date(2026, 11, 25)), (5, date(2027, 2, 1))],
    ids=str,
)
def story(request: pytest.FixtureRequest) -> Story:
    """A story opened on a Sunday, a Wednesday and a Monday."""
    seed, today = request.param
    return tell(seed, today, OUTLINE)


def person(story: Story, name: str) -> str:
    """Key of a member of the cast."""
    return next(profile.key for profile in story.people if profile.cast == name)


def admitted(story: Story, name: str) -> Admitted:
    """Their admission."""
    return next(event for event in story.of(person(story, name)) if isinstance(event, Admitted))


class TestCast:
    def test_everybody_is_in_care_with_the_counselor(self, story: Story) -> None:
        for name in (
            "demo_client",
            "needs_outreach",
            "low_mood",
            "ready_to_step_down",
            "plan_review_due",
        ):
            assert admitted(story, name).primary_counselor == "counselor"
            assert not story.world.clients[person(story, name)].gone

    def test_the_demo_client_is_some_weeks_in_with_family_and_officer(self, story: Story) -> None:
        assert 41 <= (story.today - admitted(story, "demo_client").at.date()).days <= 64
        profile = next(profile for profile in story.people if profile.cast == "demo_client")
        assert profile.name == "Alex Romero"
        signed = {
            event.kind: event for event in story.of(profile.key) if isinstance(event, ConsentSigned)
        }
        assert signed["family"].recipient_relation == "mother"
        assert signed["criminal_justice"].recipient_relation == "probation_officer"

    def test_somebody_missed_the_last_two_days(self, story: Story) -> None:
        key = person(story, "needs_outreach")
        lines = [
            event for event in story.of(key) if isinstance(event, Attended) and "@" in event.session
        ]
        days = sorted({line.at.date() for line in lines})[-2:]
        assert {line.state for line in lines if line.at.date() in days} == {"no_show"}
        assert any(
            isinstance(event, OutreachTried) and event.at.date() >= days[0]
            for event in story.of(key)
        )

    def test_somebody_marked_thoughts_of_death_in_the_last_week(self, story: Story) -> None:
        answers = [
            event
            for event in story.of(person(story, "low_mood"))
            if isinstance(event, InstrumentAnswered) and event.instrument == "phq9"
        ]
        assert score(answers[-1].answers, ("9",)) >= 1
        assert story.today - answers[-1].at.date() <= timedelta(days=6)

    def test_somebody_is_ready_to_step_down_at_the_next_review(self, story: Story) -> None:
        key = person(story, "ready_to_step_down")
        client = story.world.clients[key]
        assert OUTLINE.phases[client.phase].level == "2.1"
        later = tell(story.seed, story.today + timedelta(days=9), OUTLINE, story.first_day)
        decisions = [
            event.decision
            for event in later.of(key)
            if isinstance(event, LevelReviewed) and event.at.date() >= story.today
        ]
        assert "step_down" in decisions

    def test_a_plan_review_is_due(self, story: Story) -> None:
        key = person(story, "plan_review_due")
        assert not [event for event in story.of(key) if isinstance(event, PlanReviewed)]
        assert admitted(story, "plan_review_due").at.date() + timedelta(
            days=30
        ) <= story.today + timedelta(days=2)

    def test_the_counselor_has_notes_to_sign_from_the_last_day(self, story: Story) -> None:
        signed = {
            (event.person, event.session) for event in story.events if isinstance(event, NoteSigned)
        }
        open_notes = [
            event
            for event in story.events
            if isinstance(event, Attended)
            and event.punches
            and (event.person, event.session) not in signed
        ]
        assert any(event.by == "counselor" for event in open_notes)
        assert all(story.today - event.at.date() <= timedelta(days=5) for event in open_notes)

    def test_about_sixty_are_in_care(self, story: Story) -> None:
        assert 46 <= sum(not client.discharged for client in story.world.clients.values()) <= 72
