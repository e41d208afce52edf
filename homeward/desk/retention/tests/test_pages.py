"""Signals and people to reach, on their pages: who sees them, one press, and words kept."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.desk.today.needs import needs_of
from homeward.progress.models import OutreachAttempt
from homeward.retention.ladder import CLIMBING, climb
from homeward.retention.looking import look_at_everybody
from homeward.retention.models import LifeChange, OutreachRung, RiskSignal
from homeward.retention.tests.conftest import misses  # noqa: F401 - a fixture
from homeward.testing.cast import NOON

SIGNALS, REACH = "/desk/signals/", "/desk/outreach/"


@pytest.fixture
def away(tuesday, misses):  # noqa: F811 - the fixture
    """Jo missed yesterday and this morning; signals and steps are there."""
    tuesday.jo.row.change(phone="+15550100", phone_ending="0100")
    misses(1)
    mark = misses(0)
    look_at_everybody(now=NOON)
    climb(actor=CLIMBING, now=NOON)
    return mark


def signal():
    return RiskSignal.objects.unscoped("test").get(code="two_absences")


def first_mark():
    return OutreachRung.objects.unscoped("test").order_by("opened_at").first().mark_id


def test_a_signal_from_the_list_to_what_was_done(visit, away, django_assert_max_num_queries):
    dana, row = visit("dana"), signal()
    dana.get(SIGNALS)
    with django_assert_max_num_queries(45):
        page = dana.get(SIGNALS).content.decode()
    for words in (
        "Missed several days within a week",
        "Days missed within 7 days: 2",
        "missed without a word",
        "Owner: Dana Reyes",
        "better than chance",
        "no better than chance",
        "not tried on real people: craving is not in the public tables",
        "No better than chance here: A positive or unconfirmed test after negative ones.",
        "too few to say: 0 looks",
        "no source says how often it happens, so the story has none",
        reverse("desk:outreach", args=[first_mark()]),
        reverse("desk:chart_schedule", args=[row.client_id]),
    ):
        assert words in page
    seen = reverse("desk:signal_seen", args=[row.pk])
    assert dana.send(seen, seen_at=SIGNALS).status_code == 302
    one = reverse("desk:signal", args=[row.pk])
    refused = dana.send(one, {"note": "Words that stay"})
    assert refused.status_code == 422
    assert "Words that stay" in refused.content.decode()
    aside = dana.send(reverse("desk:signal_aside", args=[row.pk]), {"reason": "no"}, seen_at=one)
    assert aside.status_code == 422
    assert "Write why, in a few words." in aside.content.decode()
    assert dana.send(one, {"what": "talked", "note": ""}).status_code == 302
    assert signal().state == "acted"
    record = dana.get(reverse("desk:chart_signals", args=[row.client_id])).content.decode()
    for words in ("Talked with them", "Seen", "Dana Reyes"):
        assert words in record


def test_who_may_not_see_a_signal(visit, away):
    row = signal()
    for name in ("tess", "fay", "kim", "jo"):
        assert visit(name).get(SIGNALS).status_code == 403
    assert "Jo A." not in visit("ada").get(SIGNALS).content.decode()
    omar = visit("omar")
    assert "Jo A." not in omar.get(SIGNALS).content.decode()
    for route in ("desk:signal", "desk:signal_seen", "desk:signal_aside", "desk:signal_owner"):
        answer = omar.send(reverse(route, args=[row.pk]), {"what": "talked"}, seen_at=SIGNALS)
        assert answer.status_code == 404
    assert omar.get(reverse("desk:chart_signals", args=[row.client_id])).status_code == 404
    assert omar.get(reverse("desk:outreach", args=[first_mark()])).status_code == 404


def test_one_press_writes_a_whole_try(visit, tuesday, away, django_assert_max_num_queries):
    dana = visit("dana")
    dana.get(REACH)
    with django_assert_max_num_queries(40):
        page = dana.get(REACH).content.decode()
    for words in ("Jo A.", "missed 2 days without a word", "Dana Reyes", "No answer", "Reached"):
        assert words in page
    address = reverse("desk:outreach", args=[first_mark()])
    press = {"press": "call:no_answer", "step": "after_24_hours"}
    assert dana.send(address, press, seen_at=REACH).status_code == 302
    again = visit("tess").send(address, press, seen_at=REACH)
    assert again.status_code == 422
    assert "Nothing was written twice" in again.content.decode()
    attempt = OutreachAttempt.objects.unscoped("test").get()
    assert (attempt.channel, attempt.outcome, attempt.by_id) == (
        "call", "no_answer", tuesday.dana.pk,
    )  # fmt: skip
    assert "Peer or consented contact" in dana.get(REACH).content.decode()
    kept = dana.send(address, {"step": "after_48_hours", "channel": "call", "note": "Rang twice"})
    assert kept.status_code == 422
    assert "Rang twice" in kept.content.decode()
    done = {"step": "after_48_hours", "channel": "call", "outcome": "reached", "note": "Bus"}
    assert dana.send(address, done).status_code == 302
    assert "Jo A." not in dana.get(REACH).content.decode()
    assert dana.get(address).status_code == 404


def test_what_is_told_of_a_life_stands_on_the_record(visit, tuesday):
    dana, jo = visit("dana"), tuesday.jo.pk
    record = reverse("desk:chart_signals", args=[jo])
    told = {"kind": "job_lost", "on": NOON.date().isoformat(), "note": ""}
    late = (NOON + timedelta(days=2)).date().isoformat()
    refused = dana.send(reverse("desk:life_change", args=[jo]), told | {"on": late}, seen_at=record)
    assert refused.status_code == 422
    assert (
        dana.send(reverse("desk:life_change", args=[jo]), told, seen_at=record).status_code == 302
    )
    day = {"on": NOON.date().isoformat(), "what": "Her mother’s day", "every_year": "on"}
    assert dana.send(reverse("desk:own_date", args=[jo]), day, seen_at=record).status_code == 302
    page = dana.get(record).content.decode()
    for words in ("Work lost or ended,", "Her mother’s day", "A hard day of their own is near"):
        assert words in page
    change = LifeChange.objects.unscoped("test").get()
    back = reverse("desk:told_back", args=[jo, change.pk])
    assert dana.send(back, seen_at=record).status_code == 302
    assert back not in dana.get(record).content.decode()
    assert visit("omar").send(back, seen_at=SIGNALS).status_code == 404


def test_today_and_the_record_say_who_slips_away(visit, tuesday, away):
    RiskSignal.objects.unscoped("test").filter(code="two_absences").update(code="craving_rise")
    needs = [need.fact for need in needs_of(tuesday.dana.actor)]
    assert "missed 2 days without calling" in needs
    assert "Craving rises" in needs
    chart = reverse("desk:chart", args=[tuesday.jo.pk])
    assert "Craving rises" in visit("dana").get(chart).content.decode()
