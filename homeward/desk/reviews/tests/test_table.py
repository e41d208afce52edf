"""A payer's answer is told to the table once it has signed; until then others keep its clocks."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.audit.models import Entry
from homeward.core.actors import Actor
from homeward.coverage.authorizing import Answer, answer_authorization, request_authorization
from homeward.coverage.models import Coverage, Payer
from homeward.desk.reviews.links import denied_by_payer
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.progress import actions, tasks_opened
from homeward.progress.models import LevelDenial
from homeward.progress.payer_answers import NotSignedYet
from homeward.staff.models import RoleGrant
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

SERVICE = Actor.of_service("progress.review")
STAY = {"outcome": "stay", "grounds": "progressing", "wish": "same"}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SAID_NO = "Lakeside Health said no"
OWED = ("Ask for a talk among physicians", "A safety plan for less care than recommended",
        "Appeal against the payer")  # fmt: skip


@pytest.fixture
def card(tuesday):
    cards = actions.open_weekly_reviews(actor=SERVICE, now=NOON - DAY)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


@pytest.fixture
def desk(tuesday):
    tuesday.people["bea"] = make_worker(tuesday, "bea", "Bea Lund", Role.BILLING, "", True, ())
    return tuesday.bea


@pytest.fixture
def doctor(tuesday):
    made = make_worker(tuesday, "pia", "Pia Holt", Role.PHYSICIAN, "", True, ())
    tuesday.people["pia"] = made
    TeamMembership.objects.create(
        client=tuesday.jo.row, site=tuesday.site, worker=made.row, role="physician",
        starts_at=NOON - 20 * DAY,
    )  # fmt: skip
    return made


@pytest.fixture
def denied(tuesday, desk, doctor):
    """A function: the payer says no."""
    payer = Payer.objects.create(code="plan", name="Lakeside Health", kind="private",
                                 needs_authorization=True)  # fmt: skip
    Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=payer, starts_on=NOON.date() - 60 * DAY
    )

    def say(now=NOON - HOUR, by=desk, state="denied"):
        asked = request_authorization(
            actor=desk.actor, client_id=tuesday.jo.pk, level_code="2.1", counted_in="day",
            starts_on=NOON.date(), last_on=NOON.date() + 27 * DAY, units_asked=20, now=now - DAY,
        )  # fmt: skip
        more = {"number": "A-1", "units": 12} if state == "approved" else {}
        answer_authorization(
            actor=by.actor, authorization_id=asked.pk, answer=Answer(state=state, **more), now=now
        )
        return LevelDenial.objects.unscoped("test").filter(client_id=tuesday.jo.pk).first()

    return say


def page(visitor, name, *args):
    return visitor.get(reverse(f"desk:{name}", args=args)).content.decode()


def duties(kind):
    return list(CareTask.objects.unscoped("test").filter(kind=kind))


@pytest.mark.parametrize("who", ["dana", "sam", "ruth", "pia", "tess"])
def test_nothing_tells_the_table_before_it_signs(visit, tuesday, card, denied, who):
    denial = denied()
    visitor = visit(who)
    for name, args in (
        ("today", ()),
        ("tasks", ()),
        ("reviews", ()),
        ("review", (card.pk,)),
        ("chart", (tuesday.jo.pk,)),
        ("benefits", (tuesday.jo.pk,)),
    ):
        answer = visitor.get(reverse(f"desk:{name}", args=args))
        text = answer.content.decode()
        assert SAID_NO not in text, name
        assert not [each for each in OWED if each in text], name
    for task in CareTask.objects.unscoped("test").filter(kind__in=(
        tasks_opened.PEER_TO_PEER, tasks_opened.SAFETY_PLAN, tasks_opened.APPEAL, tasks_opened.KEPT
    )):  # fmt: skip
        assert visitor.get(reverse("desk:task", args=[task.pk])).status_code == 404
    shown = visitor.get(reverse("desk:denial", args=[denial.pk]))
    assert shown.status_code in (302, 403), who
    assert SAID_NO not in shown.content.decode()


def test_the_table_is_told_once_it_has_signed(visit, tuesday, card, denied):
    denial = denied()
    dana, pia = visit("dana"), visit("pia")
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    assert SAID_NO in page(dana, "reviews")
    assert OWED[1] in page(dana, "today")
    assert OWED[0] in page(pia, "today")
    assert dana.get(reverse("desk:denial", args=[denial.pk])).status_code == 200


def test_the_page_of_a_duty_leads_to_the_denial_it_is_about(visit, tuesday, card, denied):
    """To exactly those for whom it opens: the table once it has signed, not the desk that files
    the appeal and reads no reviews, nor a director who is asked to see that the team signs."""
    denial = denied()
    address = reverse("desk:denial", args=[denial.pk])
    (kept,), (appeal,) = duties(tasks_opened.KEPT), duties(tasks_opened.APPEAL)
    (talk,), (plan,) = duties(tasks_opened.PEER_TO_PEER), duties(tasks_opened.SAFETY_PLAN)
    leads = {("dana", plan), ("pia", talk)}

    def shown():
        return {
            (who, task)
            for who, task in (*leads, ("dina", kept), ("ada", appeal))
            if address in page(visit(who), "task", task.pk)
        }

    assert shown() == set()
    assert visit("dana").get(reverse("desk:task", args=[plan.pk])).status_code == 404
    visit("dana").send(reverse("desk:review", args=[card.pk]), STAY)
    assert shown() == leads
    for who in ("dana", "pia", "dina", "ada"):
        opens = visit(who).get(address).status_code == 200
        assert opens is (who in {"dana", "pia"}), who
    assert visit("omar").get(reverse("desk:task", args=[plan.pk])).status_code == 404


@pytest.mark.parametrize("who", ["dana", "sam", "ruth", "pia", "omar", "dina", "bea", "ada"])
@pytest.mark.parametrize("signs", [False, True])
def test_a_duty_is_no_way_around_the_tables_own_signature(
    visit, tuesday, card, denied, who, signs
):  # fmt: skip
    """It is offered to exactly those for whom the page opens, before the team signs and after."""
    denial = denied()
    if signs:
        visit("dana").send(reverse("desk:review", args=[card.pk]), STAY)
    (plan,) = duties(tasks_opened.SAFETY_PLAN)
    opens = visit(who).get(reverse("desk:denial", args=[denial.pk])).status_code == 200
    actor = tuesday.people[who].actor

    assert (denied_by_payer(actor, plan) is not None) is opens
    plan.detail = {}
    assert denied_by_payer(actor, plan) is None


def test_those_beside_the_table_keep_the_clocks(visit, tuesday, card, denied):
    denied()
    (kept,) = duties(tasks_opened.KEPT)
    assert kept.owner_id == tuesday.dina.pk
    assert NOON < kept.due_at <= NOON + 12 * HOUR
    dina = visit("dina")
    assert "waits for the team" in page(dina, "today")
    words = page(dina, "task", kept.pk)
    assert SAID_NO in words
    assert "Talk among physicians until" in words
    (appeal,) = duties(tasks_opened.APPEAL)
    assert appeal.owner_id == tuesday.ada.pk, "the desk that can open a duty"
    assert OWED[2] in page(visit("ada"), "tasks")


def test_signing_ends_the_asking_and_leaves_the_day_for_a_safety_plan(visit, tuesday, card, denied):
    denied(now=NOON - DAY + HOUR)
    visit("dana").send(reverse("desk:review", args=[card.pk]), STAY)
    (kept,) = duties(tasks_opened.KEPT)
    assert kept.disposition == "signed"
    (plan,) = duties(tasks_opened.SAFETY_PLAN)
    assert plan.closed_at is None
    assert plan.due_at > NOON
    moved = Entry.objects.filter(code="tasks.duty.moved", record_ids__contains=[plan.pk])
    assert moved.count() == 1, "a later day is written down as well"


def test_a_no_that_was_told_waits_again_for_the_next_card(visit, tuesday, card, denied):
    """Signed on Tuesday, refused on Thursday: told at once; on Monday the new card comes first."""
    dana = visit("dana")
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    denied(now=NOON + 2 * DAY)
    assert duties(tasks_opened.KEPT) == []
    assert SAID_NO in page(dana, "reviews")
    actions.open_weekly_reviews(actor=SERVICE, now=NOON + 6 * DAY)
    assert [task.owner_id for task in duties(tasks_opened.KEPT)] == [tuesday.dina.pk]
    assert SAID_NO not in page(dana, "reviews")
    signed = page(dana, "review", card.pk)
    assert SAID_NO not in signed, "the signed card of last week does not tell of it either"


def test_who_took_a_step_knows_it(visit, tuesday, card, denied, doctor):
    visit("dana").send(reverse("desk:review", args=[card.pk]), STAY)
    denial = denied(now=NOON + HOUR)
    actions.take_denial_step(
        actor=doctor.actor, denial_id=denial.pk, kind="peer_to_peer", outcome="asked",
        now=NOON + 2 * HOUR,
    )  # fmt: skip
    (talk,) = duties(tasks_opened.PEER_TO_PEER)
    assert talk.disposition == "asked"
    actions.open_weekly_reviews(actor=SERVICE, now=NOON + 6 * DAY)
    assert visit("pia").get(reverse("desk:denial", args=[denial.pk])).status_code == 200
    assert visit("dana").get(reverse("desk:denial", args=[denial.pk])).status_code == 302


def test_no_hand_of_the_table_touches_what_it_does_not_know(tuesday, card, denied):
    denial = denied()
    for step in (
        lambda: actions.take_denial_step(
            actor=tuesday.dana.actor, denial_id=denial.pk, kind="appeal_1", outcome="asked",
            now=NOON,
        ),
        lambda: actions.provide_level(
            actor=tuesday.dana.actor, denial_id=denial.pk, level="1", why="Pays no more.", now=NOON
        ),
    ):  # fmt: skip
        with pytest.raises(NotSignedYet):
            step()


def test_what_a_payer_took_back_nobody_owes(tuesday, card, denied, desk):
    actions.decide_review(
        actor=tuesday.dana.actor, review_id=card.pk, outcome="stay", now=NOON - 2 * HOUR,
        reason="Progressing, goals not met yet.", client_view="Wants to stay.",
        authenticated_at=NOON - 2 * HOUR,
    )  # fmt: skip
    denial = denied()

    def step(kind, outcome):
        actions.take_denial_step(
            actor=tuesday.dana.actor, denial_id=denial.pk, kind=kind, outcome=outcome, now=NOON
        )

    step("appeal_1", "asked")
    assert [each.disposition for each in duties(tasks_opened.APPEAL)] == ["filed"]
    assert [each.closed_at for each in duties(tasks_opened.PEER_TO_PEER)] == [None]
    step("appeal_1", "overturned")
    assert [each.disposition for each in duties(tasks_opened.PEER_TO_PEER)] == ["not_needed"]


def test_an_approval_waits_among_the_authorizations(visit, tuesday, card, denied):
    denied(state="approved")
    dana = visit("dana")
    assert "shown once the team has signed" in page(dana, "benefits", tuesday.jo.pk)
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    assert "shown once the team has signed" not in page(dana, "benefits", tuesday.jo.pk)


def test_without_a_director_whoever_is_in_charge_is_asked(visit, tuesday, card, denied):
    """Sam decides with the table, and is the only one left who can see that it does."""
    RoleGrant.objects.filter(worker=tuesday.dina.row).delete()
    denial = denied()
    (kept,) = duties(tasks_opened.KEPT)
    assert kept.owner_id == tuesday.sam.pk
    sam = visit("sam")
    assert sam.get(reverse("desk:task", args=[kept.pk])).status_code == 200
    assert sam.get(reverse("desk:denial", args=[denial.pk])).status_code == 200


def test_somebody_elses_client_is_out_of_reach_as_ever(visit, tuesday, card, denied):
    denial = denied()
    assert visit("omar").get(reverse("desk:denial", args=[denial.pk])).status_code == 404
