"""No client's name is signed on a worker's screen before that worker said who they are."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse

from homeward.accounts.confirming import MOST_WRONG
from homeward.aftercare.models import AlumniConsent, AlumniEnding
from homeward.audit.models import Entry
from homeward.conduct.models import SearchConsent
from homeward.core.forms import ActionForm
from homeward.desk.aftercare.tests.test_views import ended
from homeward.desk.conftest import KEYS
from homeward.incentives import actions as incentives
from homeward.incentives.models import Enrolment
from homeward.incentives.tests.conftest import written
from homeward.safety import actions as safety
from homeward.safety.models import SafetyPlanAgreement
from homeward.safety.rules.plan import Line
from homeward.testing.cast import NOON, PASSWORD, Cast

__all__ = ["ended"]
pytestmark = pytest.mark.django_db
ASKED = "Password of the staff member who is here"
TYPED = {"signer_name": "Jo Avery"}
# A sheet that is kept as it came back, with the code of its print, is its own proof.
IN_INK = {"homeward.desk.packets.forms.ScanForm"}


@dataclass(frozen=True, slots=True)
class Page:
    """Where one paper is signed, and what is kept of it."""

    url: str
    signatures: Callable[[], int]
    worker: str = "dana"


def _rows(model: Any) -> Any:
    return model.objects.unscoped("test")


def _alumni(cast: Cast) -> Page:
    return Page(reverse("desk:alumni_membership", args=[cast.jo.pk]), _rows(AlumniConsent).count)


def _incentives(cast: Cast) -> Page:
    row = written(cast)
    incentives.adopt_protocol(actor=cast.dina.actor, protocol_id=row.pk, now=NOON)
    return Page(reverse("desk:incentive_course", args=[cast.jo.pk]), _rows(Enrolment).count)


def _belongings(cast: Cast) -> Page:
    url = reverse("desk:conduct_search_consent", args=[cast.jo.pk])
    return Page(url, _rows(SearchConsent).count, "tess")


def _safety_plan(cast: Cast) -> Page:
    plan = safety.start_plan(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON)
    lines = {
        "signs": (Line("I stop answering"),), "alone": (Line("Walk to the river"),),
        "people": (Line("Sam", "555-0142"),), "safer": (Line("Sam keeps my pills"),),
    }  # fmt: skip
    safety.save_plan(actor=cast.dana.actor, plan_id=plan.pk, parts=lines, now=NOON)
    said = _rows(SafetyPlanAgreement).filter(meaning__in=("client", "client_declined"))
    return Page(reverse("desk:safety_plan_agree", args=[plan.pk]), said.count)


ROOMS = {
    "alumni": _alumni, "incentives": _incentives, "belongings": _belongings,
    "safety plan": _safety_plan,
}  # fmt: skip


def _page_of(room: str, cast: Cast, request: Any) -> Page:
    cache.clear()
    if room == "alumni":
        request.getfixturevalue("ended")
    return ROOMS[room](cast)


@pytest.fixture(params=ROOMS)
def page(request: Any, tuesday: Cast) -> Page:
    return _page_of(request.param, tuesday, request)


@pytest.fixture
def left_open(visit: Any, tuesday: Cast) -> Callable[[Page], Any]:
    """A screen whose password was typed long ago."""

    def opened(page: Page) -> Any:
        visitor = visit(page.worker)
        visitor.known_since(getattr(tuesday, page.worker), 0)
        return visitor

    return opened


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_by_no_name_alone(left_open: Any, page: Page) -> None:
    screen = left_open(page)
    shown = text(screen.get(page.url))
    assert ASKED in shown
    assert "## " not in shown  # a paper is read with its headings, not with the signs for them
    for wrong, why in (
        ({}, "The staff member who is here enters their password."),
        ({"password": "guess"}, "That is not the password of this account."),
    ):
        answer = screen.send(page.url, {**TYPED, **wrong})
        assert (answer.status_code, why in text(answer)) == (422, True)
        assert 'value="Jo Avery"' in text(answer)
        assert "guess" not in text(answer)
    assert page.signatures() == 0
    assert Entry.objects.filter(code="accounts.signature.refused", permitted=False).count() == 1

    assert screen.send(page.url, {**TYPED, "password": PASSWORD}).status_code == 302
    assert page.signatures() == 1


def test_a_second_click_signs_once(left_open: Any, page: Page) -> None:
    screen = left_open(page)
    keys = dict(KEYS.findall(text(screen.get(page.url))))
    told = {**keys, **TYPED, "password": PASSWORD}
    for _click in range(2):
        assert screen.browser.post(page.url, told).status_code == 302
    assert page.signatures() == 1


def test_a_right_password_is_not_asked_again_because_a_name_was_wrong(
    left_open: Any, page: Page
) -> None:
    screen = left_open(page)
    answer = screen.send(page.url, {"signer_name": "Joe Avery", "password": PASSWORD})
    assert (answer.status_code, ASKED in text(answer)) == (422, False)
    assert 'value="Joe Avery"' in text(answer)
    assert page.signatures() == 0
    assert screen.send(page.url, TYPED).status_code == 302


def test_who_showed_it_a_minute_ago_is_not_asked(visit: Any, tuesday: Cast, page: Page) -> None:
    screen = visit(page.worker)
    screen.known_since(getattr(tuesday, page.worker), time.time() - 60)
    assert ASKED not in text(screen.get(page.url))
    assert screen.send(page.url, TYPED).status_code == 302


def test_guesses_are_held_back(left_open: Any, page: Page) -> None:
    screen = left_open(page)
    for number in range(MOST_WRONG):
        screen.send(page.url, {**TYPED, "password": f"guess {number}"})
    answer = screen.send(page.url, {**TYPED, "password": PASSWORD})
    assert "Too many tries." in text(answer)
    assert page.signatures() == 0


def test_a_plan_kept_without_a_name_is_said_by_who_is_here(left_open: Any, tuesday: Cast) -> None:
    """The colleague's own name stands under it."""
    cache.clear()
    page = _safety_plan(tuesday)
    screen = left_open(page)
    why = {"declined_because": "Wants to think"}
    answer = screen.send(page.url, why)
    assert (answer.status_code, "Wants to think" in text(answer)) == (422, True)
    assert page.signatures() == 0
    assert screen.send(page.url, {**why, "password": PASSWORD}).status_code == 302
    assert page.signatures() == 1


def test_taking_back_is_never_harder(request: Any, left_open: Any, tuesday: Cast) -> None:
    """Without any password, on the same address that asks for one to sign."""
    for room in ("belongings", "incentives", "alumni"):
        page = _page_of(room, tuesday, request)
        screen = left_open(page)
        screen.send(page.url, {**TYPED, "password": PASSWORD})
        screen.known_since(getattr(tuesday, page.worker), 0)
        assert 'name="password"' not in text(screen.get(page.url)), room
        assert screen.send(page.url, {}).status_code == 302, room
    assert _rows(SearchConsent).get().withdrawn_at is not None
    assert _rows(Enrolment).get().ended_at is not None
    assert _rows(AlumniEnding).count() == 1


@pytest.mark.parametrize("room", ["alumni", "incentives", "belongings"])
def test_a_signature_from_another_tab_ends_nothing(
    room: str, request: Any, left_open: Any, tuesday: Cast
) -> None:
    """The paper was opened twice: what the first sending began, the second does not end."""
    page = _page_of(room, tuesday, request)
    screen = left_open(page)
    tabs = [dict(KEYS.findall(text(screen.get(page.url)))) for _tab in range(2)]
    for keys in tabs:
        screen.browser.post(page.url, {**keys, **TYPED, "password": PASSWORD})
    assert page.signatures() == 1
    assert not _rows(AlumniEnding).exists()
    assert not _rows(Enrolment).filter(ended_at__isnull=False).exists()
    assert not _rows(SearchConsent).filter(withdrawn_at__isnull=False).exists()


def test_every_form_that_takes_a_clients_name_asks_who_is_here() -> None:
    """A new paper on a worker's screen asks the same, or says here why it does not."""
    forms = {
        f"{each.__module__}.{each.__name__}": each
        for each in _made_from(ActionForm)
        if each.__module__.startswith("homeward.desk.")
        and "tests" not in each.__module__
        and {"signer_name", "guardian_name"} & each.base_fields.keys()
    }
    assert {name.rpartition(".")[2] for name in forms} >= {"PaperForm", "AgreeForm", "AlumniForm"}
    unasked = {name for name, each in forms.items() if "password" not in each.base_fields}
    assert unasked == IN_INK


def _made_from(form: type) -> set[Any]:
    below: list[Any] = form.__subclasses__()
    return {*below, *(each for child in below for each in _made_from(child))}
