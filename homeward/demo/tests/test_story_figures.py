"""Drawn people and stays keep to the published figures."""

from collections import defaultdict
from datetime import date
from statistics import median

import pytest

from homeward.demo.story.chance import Chance
from homeward.demo.story.course import Course, draw_course
from homeward.demo.story.figures import rows
from homeward.demo.story.population import population
from homeward.demo.story.profiles import Profile, draw_profile
from homeward.demo.story.sample import sample
from homeward.demo.story.simulation import tell
from homeward.demo.story.tally import Tally

DAY = date(2026, 3, 2)
MANY = 6000


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Profile, Course]]:
    """Many callers with the course they would take."""
    found = []
    for number in range(MANY):
        chance = Chance("figures", number)
        profile = draw_profile(chance.at("profile"), f"p{number}", DAY, set())
        found.append((profile, draw_course(chance.at("course"), profile, DAY)))
    return found


def completion(drawn: list[tuple[Profile, Course]], field: str) -> dict[str, float]:
    """Share completing, by a field of the profile."""
    counts: dict[str, list[int]] = defaultdict(list)
    for profile, course in drawn:
        counts[str(getattr(profile, field))].append(course.reason == "completed")
    return {code: sum(values) / len(values) for code, values in counts.items()}


@pytest.mark.parametrize("reason", list(population()["discharge"]["share"]))
def test_reasons_and_stays_follow_the_published_table(
    drawn: list[tuple[Profile, Course]], reason: str
) -> None:
    """Shares within 3 points, medians within 5 days (TEDS-D 2004, intensive outpatient)."""
    stays = [course.stay_days for _, course in drawn if course.reason == reason]
    assert abs(len(stays) / MANY - population()["discharge"]["share"][reason]) <= 0.03
    assert abs(median(stays) - population()["discharge"]["median_days"][reason]) <= 5


@pytest.mark.parametrize("field", ["sex", "referral", "substance", "employment", "living", "race"])
def test_callers_follow_the_marginals(drawn: list[tuple[Profile, Course]], field: str) -> None:
    """Within two points of each weight."""
    weights = population()["profile"][field]
    for code, weight in weights.items():
        share = sum(getattr(profile, field) == code for profile, _ in drawn) / MANY
        assert abs(share - weight / sum(weights.values())) <= 0.02, code


def test_gradients_an_equity_report_must_find(drawn: list[tuple[Profile, Course]]) -> None:
    """Education, work, housing, court referral and substance move completion as published."""
    education = completion(drawn, "education")
    assert education["0-8"] < education["12"] < education["13+"]
    assert completion(drawn, "living")["homeless"] < completion(drawn, "living")["independent"]
    assert completion(drawn, "referral")["criminal_justice"] > completion(drawn, "referral")["self"]
    assert completion(drawn, "substance")["alcohol"] > completion(drawn, "substance")["heroin"]
    assert completion(drawn, "employment")["full"] > completion(drawn, "employment")["unemployed"]


def test_a_told_story_keeps_to_attendance_tests_and_measures() -> None:
    """One story is a small sample, so only what counts thousands of times is held to its
    distance."""
    tally = Tally()
    tally.add(tell(11, date(2026, 11, 22), sample()))
    found = {row.name: row for row in rows(tally)}
    assert abs(found["group sessions attended (60-75 %)"].got - 0.68) <= 0.08
    assert abs(found["tests missed or refused (10-20 %)"].got - 0.15) <= 0.06
    assert found["Mondays attended"].got < found["other days attended"].got
    assert (
        found["BAM risk week 0"].got
        > found["BAM risk week 4"].got
        > found["BAM risk week 8"].got - 1
    )
    assert found["BAM protective week 0"].got < found["BAM protective week 4"].got
    assert (
        found["tests positive of provided, weeks 1-2"].got
        > found["tests positive of provided, weeks 5-8"].got
    )
