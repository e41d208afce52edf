"""Authorizations on their pages: asked for, answered, listed by urgency, ended; who sees what."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core.actors import Actor
from homeward.coverage.authorizations import Authorization
from homeward.coverage.models import Coverage, Payer
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.testing.cast import NOON, TUESDAY

SERVICE = Actor.of_service("test")
ASKED = {
    "level_code": "2.1", "counted_in": "day", "units_asked": "12",
    "starts_on": TUESDAY.isoformat(), "last_on": (TUESDAY + timedelta(days=27)).isoformat(),
}  # fmt: skip
SAID = {
    "state": "approved", "number": "A-77", "units": "12", "starts_on": TUESDAY.isoformat(),
    "last_on": (TUESDAY + timedelta(days=20)).isoformat(), "week_most": "12.5", "day_least": "180",
}  # fmt: skip


@pytest.fixture(autouse=True)
def payer(tuesday):
    row = Payer.objects.create(
        code="private", name="Lakeside Mutual", kind="private", needs_authorization=True
    )
    Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=row, starts_on=date(2026, 1, 1)
    )
    tuesday.phases["early"].change(level_code="2.1")
    return row


def rows():
    return list(Authorization.objects.for_actor(SERVICE, Purpose.PAYMENT))


def test_from_missing_to_allowed_to_ended(visit, tuesday):
    """The list says who has none; the payer's words are kept; the next begins where it ends."""
    ada = visit("ada")
    listed = reverse("desk:authorizations")
    assert "no authorization is on record" in ada.get(listed).content.decode()

    new = reverse("desk:authorization_new", args=[tuesday.jo.pk])
    assert ada.send(new, ASKED).status_code == 302
    (row,) = rows()
    page = reverse("desk:authorization", args=[row.pk])
    answer = reverse("desk:authorization_answer", args=[row.pk])
    wrong = ada.send(answer, {**SAID, "number": ""}, seen_at=page)
    assert wrong.status_code == 422
    assert "An approval has the payer" in wrong.content.decode()
    assert 'value="12.5"' in wrong.content.decode()

    assert ada.send(answer, SAID, seen_at=page).status_code == 302
    (row,) = rows()
    assert (row.state, row.week_most_minutes, row.day_least_minutes) == ("approved", 750, 180)
    assert "12 of 12 days left" in ada.get(listed).content.decode()
    assert "A-77" in ada.get(reverse("desk:benefits", args=[tuesday.jo.pk])).content.decode()
    assert 'value="2026-12-15"' in ada.get(new).content.decode()

    end = reverse("desk:authorization_end", args=[row.pk])
    told = {"last_on": (TUESDAY + timedelta(days=9)).isoformat(), "why": "The level changed"}
    assert ada.send(end, told, seen_at=page).status_code == 302
    assert "The level changed" in ada.get(page).content.decode()


def test_a_request_in_the_wrong_order_keeps_what_was_typed(visit, tuesday):
    new = reverse("desk:authorization_new", args=[tuesday.jo.pk])
    answer = visit("ada").send(new, {**ASKED, "last_on": "2026-01-01", "service_code": "H0015"})
    assert answer.status_code == 422
    assert "H0015" in answer.content.decode()
    assert not rows()


def test_who_reads_and_who_writes(visit, tuesday):
    """Directors read; counselors see the slice on the benefits page; the other site nothing."""
    visit("ada").send(reverse("desk:authorization_new", args=[tuesday.jo.pk]), ASKED)
    (row,) = rows()
    page = reverse("desk:authorization", args=[row.pk])
    told = visit("dina").get(page).content.decode()
    assert "Record the answer" not in told
    assert visit("dana").get(page).status_code == 403
    assert "Asked for" in (
        visit("dana").get(reverse("desk:benefits", args=[tuesday.jo.pk])).content.decode()
    )
    new = reverse("desk:authorization_new", args=[tuesday.jo.pk])
    assert visit("omar").get(new).status_code in (403, 404)


@pytest.mark.django_db
def test_a_longer_list_takes_no_more_queries(visit, tuesday, payer):
    ada, listed = visit("ada"), reverse("desk:authorizations")

    def more(first, last):
        for number in range(first, last):
            client = Client.objects.create(
                site=tuesday.site, chart_number=f"HW-8{number:04}", name=f"Person {number} Brown",
                birth_date=date(1990, 1, 1),
            )  # fmt: skip
            about = {"client": client, "site": tuesday.site}
            held = Coverage.objects.create(**about, payer=payer, starts_on=date(2026, 1, 1))
            Authorization.objects.create(
                **about, coverage=held, level_code="2.1", state="approved", units=number + 1,
                starts_on=TUESDAY, last_on=TUESDAY + timedelta(days=number), asked_at=NOON,
                asked_by=tuesday.ada.row,
            )  # fmt: skip

    counts = []
    for first, last in ((0, 3), (3, 12)):
        more(first, last)
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(listed).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 22
