"""The gates page says when CIWA-Ar is to be taken again, and leads to it, cleared or not."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.admissions.gating import gate_case, gate_numbers, latest_screening
from homeward.admissions.rules.gates import gates
from homeward.admissions.tests.test_holds import arrive, ask, rows, score
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.tasks.actions import complete_task
from homeward.tasks.models import CareTask
from homeward.testing.stage import Cast

pytestmark = pytest.mark.django_db
SAID = "Withdrawal may still come."


@pytest.fixture(autouse=True)
def _clock_back() -> Any:
    yield
    clock.shift_to(None)


def page_of(cast: Cast, inquiry: Any) -> str:
    """The medical questions as Ada opens them."""
    url = reverse("desk:admissions_gates", args=[inquiry.pk])
    return str(signed_in(cast.ada).get(url).content.decode())


def outcome_of(inquiry: Any, client: Any) -> str:
    """What the gates say now."""
    now = clock.now()
    row = latest_screening(client, inquiry.first_request_at)
    case = gate_case(client, row, now, since=inquiry.first_request_at)
    return gates(case, gate_numbers(inquiry.program, now)).outcome


def scheduled(cast: Cast) -> tuple[Any, Any, Any]:
    """A low score two hours after a drink: the repeat is six hours away."""
    inquiry, client = arrive(cast)
    assert SAID not in page_of(cast, inquiry)
    score(cast, client, "ciwa_ar", 1, 2)
    drink = clock.now() - timedelta(hours=2)
    ask(cast, inquiry, drank_or_sedatives_recently=True, last_drink_at=drink)
    return inquiry, client, rows(CareTask, client=client, kind="repeat_ciwa").get()


def test_the_repeat_leads_to_the_questionnaire_with_its_time(cast: Cast) -> None:
    inquiry, client, _task = scheduled(cast)
    page = page_of(cast, inquiry)
    link = reverse("desk:questionnaire", args=[client.pk, "ciwa_ar"])
    assert "is to be taken again" in page
    assert link in page.split(SAID)[1][:400]


def test_it_stays_in_sight_for_somebody_whom_the_gates_clear_now(cast: Cast) -> None:
    """A later round of answers is calm; the score is still to come, and after its time overdue."""
    inquiry, client, task = scheduled(cast)
    ask(cast, inquiry)
    assert outcome_of(inquiry, client) == "clear"
    assert "is to be taken again" in page_of(cast, inquiry)
    clock.shift_to(task.due_at + timedelta(minutes=20))
    assert "was to be taken again" in page_of(cast, inquiry)


def test_it_goes_once_the_score_is_taken(cast: Cast) -> None:
    inquiry, client, task = scheduled(cast)
    ask(cast, inquiry)
    clock.shift_to(task.due_at + timedelta(minutes=20))
    score(cast, client, "ciwa_ar", 1, 1)
    assert SAID not in page_of(cast, inquiry)


def test_a_duty_that_ended_asks_for_nothing(cast: Cast) -> None:
    inquiry, _client, task = scheduled(cast)
    ask(cast, inquiry)
    complete_task(
        actor=cast.ruth.actor, task_id=task.pk, disposition="not_needed",
        note="Seen in the hospital since.", now=clock.now(),
    )  # fmt: skip
    assert SAID not in page_of(cast, inquiry)
