"""Referrals on their pages: from the first call to what came of it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core.actors import Actor
from homeward.desk.conftest import KEYS
from homeward.directory.models import Referral
from homeward.directory.tests.making import place, referral
from homeward.kernel.purposes import Purpose

LIST = reverse("desk:referrals")
SERVICE = Actor.of_service("test")


def at(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


def only() -> Referral:
    return Referral.objects.for_actor(SERVICE, Purpose.TREATMENT).get()


def test_the_whole_way(visit, tuesday):
    dana, detox = visit("dana"), place()
    new = reverse("desk:referral_new", args=[tuesday.jo.pk])
    typed = {"kind": "detox", "reason_code": "withdrawal_risk", "service": str(detox.pk)}
    assert dana.send(new, typed).status_code == 302
    row = only()
    page = at("referral", row)
    assert "8 hours left" in dana.get(LIST).content.decode()
    assert "No consent in force" in dana.get(page).content.decode()
    step = {"step": "called", "service": str(detox.pk), "told": "consent"}
    refused = dana.send(at("referral_step", row), step | {"note": "typed words"}, seen_at=page)
    assert refused.status_code == 422
    assert "typed words" in refused.content.decode()
    assert "ask the person to sign" in refused.content.decode().lower()
    together = step | {"told": "together", "spoke_with": "intake"}
    assert dana.send(at("referral_step", row), together, seen_at=page).status_code == 302
    assert "spoke for themselves" in dana.get(page).content.decode()
    ended = dana.send(at("referral_end", row), {"outcome": "not_reached"})
    assert ended.status_code == 422
    assert dana.send(at("referral_end", row), {"outcome": "arrived"}).status_code == 302
    assert only().outcome == "arrived"
    assert "Ended last" in dana.get(LIST).content.decode()


def test_a_page_that_is_behind_is_refused_and_a_second_click_is_not_a_second_step(visit, tuesday):
    row, dana = referral(tuesday), visit("dana")
    page = dana.get(at("referral", row)).content.decode()
    sent = dict(KEYS.findall(page)) | {"step": "called", "told": "nothing"}
    assert [dana.browser.post(at("referral_step", row), sent).status_code for _ in "12"] == [
        302,
        302,
    ]
    assert only().steps.count() == 1
    old = dict(KEYS.findall(page)) | {"step": "arrived", "told": "nothing"}
    fresh = dict(KEYS.findall(dana.get(at("referral", row)).content.decode()))
    assert (
        dana.browser.post(
            at("referral_step", row), old | {"form_key": fresh["form_key"]}
        ).status_code
        == 409
    )


def test_who_sees_whose(visit, tuesday):
    """The front desk and other sites see nothing; the nurse of the team reads."""
    row = referral(tuesday)
    assert visit("ruth").get(at("referral", row)).status_code == 200
    assert visit("ruth").get(at("referral_end", row)).status_code == 403
    assert visit("omar").get(at("referral", row)).status_code == 404
    assert visit("tess").get(at("referral", row)).status_code == 403
    assert "Open" not in visit("omar").get(LIST).content.decode().split("On the way")[1][:400]


def test_the_queries_do_not_grow_with_the_steps(visit, tuesday):
    row, dana = referral(tuesday, service=place()), visit("dana")

    def count():
        with CaptureQueriesContext(connection) as queries:
            dana.get(at("referral", row))
        return len(queries)

    def steps(number):
        for _ in range(number):
            sent = {"step": "called", "told": "nothing"}
            dana.send(at("referral_step", row), sent, seen_at=at("referral", row))

    steps(1)
    few = count()
    steps(6)
    assert count() == few


def test_the_list_asks_once(visit, tuesday):
    dana = visit("dana")

    def count():
        with CaptureQueriesContext(connection) as queries:
            dana.get(LIST)
        return len(queries)

    referral(tuesday)
    few = count()
    for kind in ("medication", "medical", "support", "sober_living", "outpatient"):
        referral(tuesday, kind=kind)
    assert count() == few
    assert dana.get(reverse("desk:referrals_of_client", args=[tuesday.jo.pk])).status_code == 200
