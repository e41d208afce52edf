"""Daily life and transfers on their pages: from a need to a kept visit, and who sees whose."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.conftest import KEYS
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.linkage import actions
from homeward.linkage.models import Need, NeedReferral, OutsideAppointment, Transfer
from homeward.linkage.tests.conftest import place
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

SERVICE = Actor.of_service("test")
DAY = timedelta(days=1)


@pytest.fixture
def house(tuesday: Any) -> Any:
    """A case manager on Jo's team, and two places."""
    cast = tuesday
    cast.people["cal"] = make_worker(cast, "cal", "Cal Ortiz", Role.CASE_MANAGER, "", True, ())
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.cal.row, role=Role.CASE_MANAGER,
        starts_at=NOON - 20 * DAY,
    )  # fmt: skip
    return cast


def only(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT).get()


def at(route: str, row: Any, *rest: str) -> str:
    return reverse(f"desk:{route}", args=[row.pk, *rest])


def wall_time(instant: datetime) -> str:
    return (instant - timedelta(hours=6)).strftime("%Y-%m-%dT%H:%M")


def test_a_need_on_its_way_to_met(visit: Any, house: Any) -> None:
    """The case manager's whole loop, with what is refused kept on the page."""
    legal = place("lake-legal-aid", "legal_aid")
    cal = visit("cal")
    tab = at("chart_support", house.jo)
    told = {"kind": "legal", "severity": "high", "wants": "now", "own_words": "Court on Monday"}
    write = at("support_write", house.jo, "need")
    assert cal.send(write, told | {"wants": "perhaps"}).status_code == 422
    assert cal.send(write, told).status_code == 302
    need = only(Need)
    assert "Legal help" in cal.get(reverse("desk:support")).content.decode()
    sent = {"service": str(legal.pk), "footing": "consent", "note": "typed words"}
    refused = cal.send(at("need_turn", need, "send"), sent)
    assert refused.status_code == 422
    assert "typed words" in refused.content.decode()
    assert (
        cal.send(at("need_turn", need, "send"), sent | {"footing": "together"}).status_code == 302
    )
    row = only(NeedReferral)
    page = at("need_referral", row)
    assert "No consent in force" in cal.get(page).content.decode()
    drafted = cal.send(at("need_referral_consent", row), seen_at=page)
    assert drafted.url.startswith("/desk/consents/")
    booking = {
        "provider": "Ms. Hale", "at": wall_time(NOON + 2 * DAY), "confirmed_by": "front desk",
        "confirmed_how": "phone",
    }  # fmt: skip
    turn = at("need_referral_turn", row, "book")
    assert cal.send(turn, booking | {"confirmed_by": ""}).status_code == 422
    assert cal.send(turn, booking).status_code == 302
    visit_row = only(OutsideAppointment)
    assert visit_row.at == NOON + 2 * DAY
    settle = at("visit_turn", visit_row, "settle")
    kept = {"state": "kept", "source": "client_said"}
    assert "still to come" in cal.send(settle, kept).content.decode()
    clock.shift_to(NOON + 3 * DAY)
    cal = visit("cal")
    assert cal.send(settle, kept).url == page
    assert "Appointment kept" in cal.get(tab).content.decode()
    assert cal.send(at("need_turn", need, "met"), {"note": ""}).status_code == 302
    assert only(Need).state == "met"
    figures = cal.get(reverse("desk:support_figures")).content.decode()
    assert "1 · 100 %" in figures
    assert "SELECT" in figures


def test_a_transfer_with_its_packet_and_first_visit(visit: Any, house: Any) -> None:
    """Opened, tried without consent, sent by nobody but a clinician, kept."""
    clinic = place("harbor-outpatient", "outpatient")
    dana, cal = visit("dana"), visit("cal")
    asked = {
        "direction": "down", "level": "outpatient", "urgency": "routine",
        "reason_code": "step_down", "service": str(clinic.pk),
    }  # fmt: skip
    opened = dana.send(at("support_write", house.jo, "transfer"), asked)
    row = only(Transfer)
    assert opened.status_code == 302
    page = dana.get(at("transfer", row)).content.decode()
    assert "Without consent these stay here" in page
    assert cal.get(at("transfer_packet", row)).status_code == 403
    packet = at("transfer_packet", row)
    assert dana.send(packet, {"medium": "pdf", "spoke_with": "Ana"}).status_code == 422
    tried = {"parts": ["identity", "course"], "medium": "pdf", "spoke_with": "Ana"}
    assert dana.send(packet, tried).status_code == 302
    assert only(Transfer).state == "open"
    assert "Nothing was sent" in dana.get(at("transfer", row)).content.decode()
    answer = {"step": "accepted", "footing": "nothing", "spoke_with": "Ana"}
    assert cal.send(at("transfer_turn", row, "answer"), answer).status_code == 302
    booking = {
        "provider": "Dr. Lind", "at": wall_time(NOON + 4 * DAY), "confirmed_by": "Ana",
        "confirmed_how": "phone",
    }  # fmt: skip
    assert cal.send(at("transfer_turn", row, "book"), booking).status_code == 302
    assert "Outpatient care" in cal.get(reverse("desk:transfers")).content.decode()
    clock.shift_to(NOON + 5 * DAY)
    dana, cal = visit("dana"), visit("cal")
    kept = {"state": "kept", "source": "place_said"}
    cal.send(at("visit_turn", only(OutsideAppointment), "settle"), kept)
    assert only(Transfer).outcome == "kept"
    assert "kept in time" in dana.get(at("transfer", row)).content.decode()


def test_a_second_click_is_no_second_step_and_an_old_page_is_shown_as_old(
    visit: Any, house: Any
) -> None:
    """One key, one write; a page made from an older version answers 409."""
    clinic = place("harbor-outpatient", "outpatient")
    row = actions.open_transfer(
        actor=house.dana.actor, client_id=house.jo.pk, direction="down", level="outpatient",
        reason_code="step_down", service_id=clinic.pk, now=NOON,
    )  # fmt: skip
    cal, turn = visit("cal"), at("transfer_turn", row, "answer")
    page = cal.get(turn).content.decode()
    sent = dict(KEYS.findall(page)) | {"step": "received", "footing": "nothing"}
    assert [cal.browser.post(turn, sent).status_code for _ in "12"] == [302, 302]
    assert row.steps.count() == 1
    fresh = dict(KEYS.findall(cal.get(turn).content.decode()))
    old = sent | {"form_key": fresh["form_key"], "step": "accepted"}
    assert cal.browser.post(turn, old).status_code == 409


def test_who_sees_whose(visit: Any, house: Any) -> None:
    """The team reads; front desk, technicians and other sites do not; the wall is the room's."""
    need = actions.tell_need(
        actor=house.dana.actor, client_id=house.jo.pk, kind="food", severity="high", wants="now",
        source="staff", now=NOON,
    )  # fmt: skip
    for name, status in {"ruth": 200, "omar": 404, "tess": 403, "fay": 403}.items():
        assert visit(name).get(at("need", need)).status_code == status
        assert visit(name).get(at("need_turn", need, "ask")).status_code == status
    assert "Food" not in visit("omar").get(reverse("desk:support")).content.decode()
    assert visit("fay").get(reverse("desk:community_wall")).status_code == 200
    closed = visit("dina").get(at("chart_support", house.jo)).content.decode()
    assert "closed to you" in closed


@pytest.mark.parametrize("route", ["support", "transfers", "chart_support"])
def test_the_queries_do_not_grow_with_the_rows(visit: Any, house: Any, route: str) -> None:
    """The same count for two rows of each kind and for many."""
    address = reverse(f"desk:{route}", args=[house.jo.pk] if route == "chart_support" else [])
    cal = visit("cal")

    def fill(kinds: tuple[str, ...], levels: tuple[str, ...]) -> None:
        for number, kind in enumerate(kinds):
            need = actions.tell_need(
                actor=house.cal.actor, client_id=house.jo.pk, kind=kind, severity="high",
                wants="now", source="staff", now=NOON,
            )  # fmt: skip
            if number % 2:
                actions.send_on(
                    actor=house.cal.actor, need_id=need.pk, footing="self", now=NOON,
                    service_id=place(f"p-{kind}", "food").pk,
                )  # fmt: skip
            actions.book(
                actor=house.cal.actor, client_id=house.jo.pk, at=NOON + DAY, kind="other",
                provider=f"Desk {kind}", confirmed_by="somebody", now=NOON,
            )  # fmt: skip
        for level in levels:
            actions.open_transfer(
                actor=house.dana.actor, client_id=house.jo.pk, direction="up", level=level,
                reason_code="step_up", now=NOON,
            )  # fmt: skip

    def count() -> int:
        cal.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert cal.get(address).status_code == 200
        return len(seen.captured_queries)

    fill(("legal", "food"), ("detox",))
    few = count()
    fill(("housing", "childcare", "transport", "benefits"), ("residential", "hospital"))
    assert count() == few <= 45
