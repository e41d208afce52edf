"""Past weeks on the card and in a call with a payer, beside what was asked in each of them."""

from datetime import timedelta

import pytest

from homeward.admissions.models import EpisodeStage, StageWithdrawal
from homeward.consents.models import Consent
from homeward.progress.card import parts_of
from homeward.progress.reviewer_call import what_may_be_told
from homeward.progress.stages import minutes_asked
from homeward.testing.cast import NOON

from .conftest import mark

MONDAY = NOON.date() - timedelta(days=1)
FIRST, SECOND, LAST = (MONDAY - timedelta(weeks=number) for number in (3, 2, 1))


def step(cast, code, days_ago):
    """A step that was decided then; the episode is there now."""
    phase = cast.phases[code]
    stage = EpisodeStage.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, phase=phase,
        level_code=phase.level_code, starts_at=NOON - timedelta(days=days_ago), by=cast.dana.row,
        reason="progressing",
    )  # fmt: skip
    cast.episode.change(phase=phase, level_code=phase.level_code)
    return stage


@pytest.fixture
def stepped(tuesday):
    """Jo came nine hours in each of the last weeks; twelve were asked until yesterday week."""
    for days_ago in (20, 13, 6):
        for half in range(2):
            mark(tuesday, NOON - timedelta(days=days_ago - half), minutes=270)
    step(tuesday, "middle", 8)
    tuesday.episode.client.site = tuesday.site
    return tuesday


def hours_shown(cast):
    (part,) = (
        each
        for each in parts_of(cast.dana.actor, cast.episode, NOON, 3, is_signed=False)
        if each.code == "attendance"
    )
    return [
        (line.detail["delivered"], line.detail["required"], line.state.value)
        for line in part.lines
        if line.code == "card_hours"
    ]


def test_a_past_week_stands_against_what_it_asked(stepped):
    """Nine of twelve were too few in the weeks before the step, nine of nine is enough since."""
    assert hours_shown(stepped) == [
        ("9", "12", "not_met"), ("9", "12", "not_met"), ("9", "9", "met"),
    ]  # fmt: skip


def test_a_step_that_was_taken_back_asked_nothing(stepped):
    """Withdrawn, it never was in force; one that lies ahead is not yet."""
    stage = step(stepped, "late", 5)
    StageWithdrawal.objects.create(
        client=stepped.jo.row, site=stepped.site, stage=stage, at=NOON, because="decided anew"
    )
    step(stepped, "continuing", -3)
    asked = minutes_asked(stepped.episode, (FIRST, SECOND, LAST))
    assert asked == {FIRST: 720, SECOND: 720, LAST: 540}


def test_it_asks_one_query_for_any_number_of_weeks(stepped, django_assert_num_queries):
    episode = stepped.episode
    with django_assert_num_queries(1):
        minutes_asked(episode, [MONDAY - timedelta(weeks=number) for number in range(60)])


def test_a_payer_is_told_what_was_asked_week_by_week(stepped, covered):
    """In order, with the week in which nobody came; one number where it was always the same."""
    Consent.objects.create(
        client=stepped.jo.row, site=stepped.site, kind="tpo", disclosers=["program"],
        recipients=[{"type": "class", "id": "health_plan"}], purposes=["payment"],
        classes=["schedule"], text_version="1", text_hash="x",
        signed_at=NOON - timedelta(days=20), signer_name=stepped.jo.row.name,
    )  # fmt: skip

    def hours(weeks):
        told = what_may_be_told(stepped.dana.actor, stepped.episode, NOON, weeks)
        return next(fact.detail for fact in told.facts if fact.key == "hours")

    assert hours(3) == {"hours": "9, 9, 9", "required": "12, 12, 9"}
    assert hours(1) == {"hours": "9", "required": "9"}
