"""The number of queries of a page does not grow with the number of its rows."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions.models import Episode, EpisodeStage, Inquiry
from homeward.consents.models import Consent
from homeward.consents.queries import DISCLOSER
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
FEW, MANY = 5, 50
CALM = {str(n): 0 for n in range(1, 10)}


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    """One fixed day."""
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def inquiries(cast: Cast, first: int, last: int) -> None:
    for number in range(first, last):
        Inquiry.objects.create(
            site=cast.site, program=cast.program, number=f"Q-{number:05}", caller_name="Lee Brown",
            first_request_at=NOON - timedelta(hours=number), taken_by=cast.ada.row, phone="1",
            substances=["alcohol"], injects=bool(number % 2),
        )  # fmt: skip


def clients(cast: Cast, first: int, last: int) -> None:
    """Admitted clients on Dana's team."""
    for number in range(first, last):
        client = Client.objects.create(
            site=cast.site, chart_number=f"HW-1{number:04}", name=f"Person {number:03} Brown",
            birth_date=date(1990, 1, 1),
        )  # fmt: skip
        about: dict[str, Any] = {"client": client, "site": cast.site}
        placement = Placement.objects.create(
            **about, assessor=cast.dana.row, assessed_at=NOON, indicated_level="2.1"
        )
        episode = Episode.objects.create(
            **about, program=cast.program, track=cast.track, placement=placement,
            admitted_at=NOON - timedelta(days=9), admitted_on=date(2026, 11, 15),
            admitted_by=cast.dana.row, phase=cast.phases["early"], level_code="2.1",
        )  # fmt: skip
        EpisodeStage.objects.create(
            **about, episode=episode, phase=cast.phases["early"], level_code="2.1",
            starts_at=episode.admitted_at, by=cast.dana.row, reason="admission",
        )  # fmt: skip
        TeamMembership.objects.create(
            **about, worker=cast.dana.row, role=Role.COUNSELOR, is_primary=True,
            starts_at=episode.admitted_at,
        )  # fmt: skip


def duties(cast: Cast, first: int, last: int) -> None:
    clients(cast, first, last)
    for number, client in enumerate(
        Client.objects.unscoped("test").filter(chart_number__gte=f"HW-1{first:04}"), start=first
    ):
        CareTask.objects.create(
            client=client, site=cast.site, kind="safety", urgency="now", owner=cast.dana.row,
            opened_at=NOON, due_at=NOON, origin=f"test:{number}",
        )  # fmt: skip


def consents(cast: Cast, first: int, last: int) -> None:
    for number in range(first, last):
        Consent.objects.create(
            client=cast.jo.row, site=cast.site, kind=Consent.Kind.FAMILY, contact=cast.kim.row,
            disclosers=[DISCLOSER], purposes=["family_support"], classes=["schedule"],
            recipients=[{"type": "person", "id": str(cast.kim.pk)}], text_version="1",
            text_hash="0" * 64, signed_at=NOON - timedelta(days=number + 1),
            starts_at=NOON - timedelta(days=number + 1), expires_at=NOON + timedelta(days=30),
            signer_name="Jo Avery",
        )  # fmt: skip


def threads(cast: Cast, first: int, last: int) -> None:
    """Problems with a goal, an objective and an intervention each, in Jo's draft."""
    about: dict[str, Any] = {"client": cast.jo.row, "site": cast.site}
    plan = Plan.objects.unscoped("test").filter(client=cast.jo.row).first()
    if plan is None:
        plan = Plan.objects.create(
            **about, episode=cast.episode, author=cast.dana.row, started_at=NOON
        )
    for number in range(first, last):
        problem = Problem.objects.create(
            **about, plan=plan, position=number + 1, statement="Shift work", dimension=5
        )
        goal = Goal.objects.create(**about, problem=problem, position=1, own_words="Sleep")
        objective = Objective.objects.create(
            **about, goal=goal, number=f"{number}.1", statement="Practise", measure="Log",
            target_on=date(2027, 1, 1),
        )  # fmt: skip
        Intervention.objects.create(
            **about, objective=objective, modality="individual", frequency="weekly",
            duration="8 weeks", worker=cast.dana.row,
        )  # fmt: skip


def answers(cast: Cast, first: int, last: int) -> None:
    """Questionnaires of Jo's, one a week."""
    kept = answer_instrument(
        actor=cast.dana.actor, client_id=cast.jo.pk, instrument="phq9", answers=CALM, now=NOON
    )
    for number in range(first, last - 1):
        Response.objects.create(
            client=cast.jo.row, site=cast.site, instrument="phq9", taken_by=cast.dana.row,
            instrument_version=kept.instrument_version, scorer_version=kept.scorer_version,
            answers=kept.answers, scores=kept.scores, rules=kept.rules,
            answered_at=NOON - timedelta(days=number),
        )  # fmt: skip


Fill = Callable[[Cast, int, int], None]
PAGES: tuple[tuple[str, str, str, Fill, int], ...] = (
    ("admissions", "ada", "", inquiries, 30),
    ("clients", "dana", "", clients, 30),
    ("clients", "fay", "", clients, 30),
    ("clients", "dina", "", clients, 30),
    ("find", "dana", "", clients, 20),
    ("tasks", "dana", "", duties, 25),
    ("today", "dana", "", duties, 60),
    ("today", "sam", "", duties, 60),
    ("chart", "dana", "jo", answers, 70),
    ("chart_measures", "dana", "jo", answers, 40),
    ("chart_plan", "dana", "jo", threads, 45),
    ("chart_consents", "dana", "jo", consents, 45),
    ("placement", "dana", "jo", answers, 50),
)


@pytest.mark.parametrize(
    ("route", "code", "about", "fill", "most"),
    PAGES,
    ids=lambda each: getattr(each, "__name__", None),
)
def test_a_page_of_fifty_asks_no_more_than_one_of_five(
    cast: Cast, route: str, code: str, about: str, fill: Fill, most: int
) -> None:
    """The count is the same, and below its pin."""
    address = reverse(f"desk:{route}", args=[cast.people[about].pk] if about else [])
    address += "?q=brown" if route == "find" else ""
    browser = signed_in(cast.people[code])
    fill(cast, 0, FEW)
    browser.get(address)
    few = _count(browser, address)
    fill(cast, FEW, MANY)
    many = _count(browser, address)
    assert many == few
    assert many <= most


def test_a_case_asks_the_same_after_many_calls(cast: Cast) -> None:
    """One inquiry beside fifty others, with a long history of calls."""
    from homeward.admissions import actions

    inquiries(cast, 0, FEW)
    inquiry = Inquiry.objects.unscoped("test").order_by("number").first()
    address = reverse("desk:admissions_case", args=[inquiry.pk])
    browser = signed_in(cast.ada)
    for _try in range(FEW):
        actions.record_contact(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="no_answer", now=NOON
        )
    browser.get(address)
    few = _count(browser, address)
    inquiries(cast, FEW, MANY)
    for _try in range(MANY - FEW):
        actions.record_contact(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="no_answer", now=NOON
        )
    assert _count(browser, address) == few <= 30


def _count(browser: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        answer = browser.get(address)
    assert answer.status_code == 200
    return len(seen.captured_queries)
