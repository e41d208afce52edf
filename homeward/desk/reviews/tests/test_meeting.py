"""The meeting, a race at one card, a call with a payer, a no, the replay, and the client's page."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from homeward import audit
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.coverage.authorizations import Authorization
from homeward.coverage.models import Coverage, Payer
from homeward.desk.conftest import Visitor
from homeward.kernel.roles import Role
from homeward.progress import actions
from homeward.progress.denying import deny
from homeward.progress.models import ClientView, CourseEvent, LevelReview, ReviewerCall
from homeward.testing.cast import NOON, PASSWORD
from homeward.testing.stage import make_worker

SERVICE = Actor.of_service("progress.review")
STAY = {"outcome": "stay", "grounds": "progressing", "wish": "same"}


@pytest.fixture
def card(tuesday):
    cards = actions.open_weekly_reviews(actor=SERVICE, now=NOON)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


@pytest.fixture
def covered(tuesday):
    payer = Payer.objects.create(code="plan", name="Lakeside Health", kind="private")
    Consent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, kind="tpo", disclosers=["program"],
        recipients=[{"type": "class", "id": "health_plan"}], purposes=["payment"],
        classes=["assessment"], text_version="1", text_hash="x",
        signed_at=NOON - timedelta(days=20), signer_name=tuesday.jo.row.name,
    )  # fmt: skip
    return Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=payer,
        starts_on=NOON.date() - timedelta(days=60),
    )  # fmt: skip


def text_of(answer):
    return answer.content.decode()


def test_the_round_keeps_the_table_and_goes_on_by_itself(visit, tuesday, card):
    dana, meeting = visit("dana"), reverse("desk:review_meeting")
    assert "1 client to talk about" in text_of(dana.get(meeting))
    table = [str(tuesday.dana.pk), str(tuesday.ruth.pk)]
    answer = dana.send(meeting, {"participants": table})
    first = reverse("desk:review_meeting_card", args=[card.pk])
    assert answer.url == first
    page = text_of(dana.get(first))
    assert "1 of 1" in page
    assert len(re.findall(r'name="participants"[^>]*checked', page)) == 2
    assert dana.send(first, {"outcome": "stay", "participants": table}).status_code == 422
    # Signed in long ago: the card asks who signs, keeps what was typed, and then nothing more.
    dana.known_since(tuesday.dana, 0)
    asked = dana.send(first, STAY | {"participants": table, "reason": "Typed with care."})
    assert asked.status_code == 422
    assert "Enter your password again to sign." in text_of(asked)
    assert "Typed with care." in text_of(asked)
    wrong = dana.send(first, STAY | {"participants": table, "password": "guess"})
    assert (wrong.status_code, "not the password" in text_of(wrong)) == (422, True)
    half = {"outcome": "stay", "participants": table, "password": PASSWORD}
    again = dana.send(first, half)
    assert (again.status_code, 'name="password"' in text_of(again)) == (422, False)
    done = dana.send(first, STAY | {"participants": table})
    assert done.url == meeting
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert row.reason == "Making progress, goals still open"
    assert row.client_view == "Wants to go on as it is"
    assert {each["worker"] for each in row.participants} == set(table)
    assert "1 decision signed" in text_of(dana.get(meeting))


def test_of_two_at_one_card_one_decides_and_the_other_sees_who(visit, tuesday, card):
    dana, sam = visit("dana"), visit("sam")
    url = reverse("desk:review", args=[card.pk])
    seen = text_of(dana.get(url))
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', seen))
    assert sam.send(url, STAY).status_code == 302
    answer = dana.browser.post(url, keys | STAY | {"outcome": "step_up"})
    assert answer.status_code == 409
    assert f"{tuesday.sam.row.name} signed “Stay”" in text_of(answer)
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert (row.outcome, row.decided_by_id) == ("stay", tuesday.sam.pk)


def test_a_card_renewed_under_the_form_keeps_the_typed_words(visit, tuesday, card):
    dana, url = visit("dana"), reverse("desk:review", args=[card.pk])
    seen = text_of(dana.get(url))
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', seen))
    actions.tell_event(
        actor=tuesday.ruth.actor, episode_id=tuesday.episode.pk, code="overdose",
        happened_on=NOON.date(), now=NOON,
    )  # fmt: skip
    answer = dana.browser.post(url, keys | STAY | {"reason": "Typed with care."})
    page = text_of(answer)
    assert answer.status_code == 409
    assert "Typed with care." in page
    assert "More care is suggested" in page
    again = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
    assert dana.browser.post(url, again | STAY).status_code == 302


def test_the_card_says_what_is_missing_and_what_is_kept_back(visit, tuesday, covered, card):
    Authorization.objects.create(
        client=tuesday.jo.row, site=tuesday.site, coverage=covered, level_code="2.1",
        state="approved", number="A-77", units=20, starts_on=NOON.date(),
        last_on=NOON.date() + timedelta(days=27), asked_at=NOON - timedelta(days=3),
        asked_by=tuesday.dana.row, answered_at=NOON - timedelta(hours=2),
        answered_by=tuesday.dana.row,
    )  # fmt: skip
    dana, url = visit("dana"), reverse("desk:review", args=[card.pk])
    page = text_of(dana.get(url))
    assert "Not asked or not answered yet" in page
    assert "No test has a result" in page
    assert "is shown once the team has signed" in page
    assert "Approved · 2.1" not in page
    dana.send(url, STAY)
    page = text_of(dana.get(url))
    assert "Approved · 2.1" in page
    assert "Care goes on as it is" in page


def test_the_card_needs_a_fixed_number_of_queries(visit, card, django_assert_max_num_queries):
    dana, url = visit("dana"), reverse("desk:review", args=[card.pk])
    dana.get(url)
    with django_assert_max_num_queries(57):
        dana.get(url)


def test_a_call_shows_what_may_be_told_and_logs_it(
    visit, tuesday, covered, card, django_assert_max_num_queries
):
    dana, url = visit("dana"), reverse("desk:reviewer_call", args=[tuesday.jo.pk])
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    with django_assert_max_num_queries(66):
        page = text_of(dana.get(url))
    assert "1 · Six dimensions" in page
    assert "Lakeside Health" in page
    assert "May not be told" not in page, "attendance has nothing to hold back yet"
    call = {"reviewer": "R. Hale", "reference": "CR-1", "outcome": "approved", "units": "12",
            "starts_on": "2026-11-24", "last_on": "2026-12-21", "told": ["dimensions"],
            "identity_check": "Called the plan"}  # fmt: skip
    half = dana.send(url, call | {"units": ""})
    assert half.status_code == 422
    assert "how many units" in text_of(half)
    assert dana.send(url, call).status_code == 302
    assert ReviewerCall.objects.unscoped("test").get().reference == "CR-1"
    assert "CR-1" in text_of(dana.get(url))
    assert visit("omar").get(url).status_code == 404
    assert visit("tess").get(url).status_code == 403
    # The desk that deals with payers: the packet alone, and its own call.
    bea = make_worker(tuesday, "bea", "Bea Lund", Role.BILLING, "", True, ())
    desk = Visitor(bea)
    page = text_of(desk.get(url))
    assert "1 · Six dimensions" in page and "4 · Attendance" in page
    for held in ("2 · Last use", "3 · Tests", "5 · Why less", "6 · Medicines", "7 · Plan"):
        assert held not in page
    assert STAY["grounds"] not in page and "Making progress" not in page
    assert desk.send(url, call | {"reference": "CR-2", "told": ["tests"]}).status_code == 422
    assert desk.send(url, call | {"reference": "CR-2"}).status_code == 302
    row = ReviewerCall.objects.unscoped("test").get(reference="CR-2")
    assert (row.by_id, row.told) == (bea.pk, ["dimensions"])
    bob = make_worker(tuesday, "bob", "Bob Fry", Role.BILLING, "", False, ())
    assert Visitor(bob).get(url).status_code == 404


def test_a_no_shows_its_clocks_and_takes_steps(visit, tuesday, covered, card):
    row = Authorization.objects.create(
        client=tuesday.jo.row, site=tuesday.site, coverage=covered, level_code="2.1",
        state="denied", starts_on=NOON.date(), last_on=NOON.date() + timedelta(days=27),
        asked_at=NOON, asked_by=tuesday.dana.row, answered_at=NOON, answered_by=tuesday.dana.row,
    )  # fmt: skip
    with audit.unit():
        denial = deny(row, tuesday.episode, actor=SERVICE, now=NOON)
    dana, url = visit("dana"), reverse("desk:denial", args=[denial.pk])
    assert "Appeal" in text_of(dana.get(url))
    assert "said no to level 2.1" in text_of(dana.get(reverse("desk:reviews")))
    step = reverse("desk:denial_step", args=[denial.pk])
    assert dana.send(step, {"kind": "peer_to_peer"}, seen_at=url).status_code == 422
    told = {"kind": "peer_to_peer", "outcome": "asked", "with_whom": "Dr. Amari"}
    assert dana.send(step, told, seen_at=url).status_code == 302
    assert "Dr. Amari" in text_of(dana.get(url))
    late = str(tuesday.phases["late"].pk)
    assert dana.send(url, {"to_phase": late, "reason": "x"}).status_code == 422
    kept = dana.send(url, {"to_phase": late, "reason": "The plan pays no more hours."})
    assert kept.status_code == 302
    assert visit("omar").get(url).status_code == 404


def test_an_event_opens_a_card_with_a_day_to_hold_it(visit, tuesday):
    ruth, url = visit("ruth"), reverse("desk:review_event", args=[tuesday.jo.pk])
    ahead = {"code": "overdose", "happened_on": "2026-12-24"}
    assert ruth.send(url, ahead).status_code == 422
    assert ruth.send(url, ahead | {"happened_on": "2026-11-23"}).status_code == 302
    assert CourseEvent.objects.unscoped("test").get().told_by_id == tuesday.ruth.pk
    card = LevelReview.objects.unscoped("test").get()
    page = text_of(visit("dana").get(reverse("desk:review", args=[card.pk])))
    assert "To be held by" in page
    assert visit("tess").get(url).status_code == 403
    assert visit("omar").get(url).status_code == 404


def test_the_replay_counts_for_those_who_lead_and_lists_within_reach(visit, tuesday, card):
    url = reverse("desk:review_replay")
    asked = f"{url}?rule_set=step-1&first=2026-11-01&last=2026-11-30"
    page = text_of(visit("sam").get(asked))
    assert "another suggestion" in page
    assert reverse("desk:review", args=[card.pk]) in page
    assert "1 of them is in a record" in page
    director = text_of(visit("dina").get(asked))
    assert reverse("desk:review", args=[card.pk]) not in director
    assert "2 of them are in records" in director
    assert "contact lost" in director
    assert tuesday.jo.row.name not in director
    assert visit("sam").get(f"{url}?rule_set=none&first=2026-11-01&last=x").status_code == 422
    assert visit("dana").get(url).status_code == 403


def test_the_client_says_it_before_the_team_meets(visit, tuesday, card):
    jo, url = visit("jo"), reverse("portal:review")
    assert "Your team meets this week" in text_of(jo.get(reverse("portal:today")))
    assert jo.send(url, {"words": "Mornings."}).status_code == 422
    assert jo.send(url, {"wish": "less", "words": "Mornings."}).status_code == 302
    assert ClientView.objects.unscoped("test").get().words == "Mornings."
    assert "Your team meets this week" not in text_of(jo.get(reverse("portal:today")))
    page = text_of(visit("dana").get(reverse("desk:review", args=[card.pk])))
    assert "Wants fewer hours" in page
    assert "“Mornings.”" in page
    assert visit("kim").get(url).status_code == 403
