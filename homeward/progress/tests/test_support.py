"""What the weekly review knows of support and of a plan: what was said, and by whom it may not be.

The lines as the rules in force read them, from the rows of a record.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from homeward.assessments.models import Answer
from homeward.assessments.told import sealed
from homeward.conduct import actions as conduct
from homeward.consents import actions as consents
from homeward.dayplans import actions as days
from homeward.dayplans.actions.prevention import content_hash, parts_of
from homeward.kernel.reasons import State
from homeward.people.models import Contact
from homeward.placement.models import Placement
from homeward.progress import actions
from homeward.progress.rules.facts_kept import facts_from, facts_json
from homeward.progress.rules.rule_sets import RULE_SETS, suggest
from homeward.progress.standing import standings_of
from homeward.safety.rules.plan import Line
from homeward.testing.cast import NOON

from .conftest import SOON, THE_PROGRAM
from .test_rules_review import NUMBERS, READY

pytestmark = pytest.mark.django_db
LINES = ("sober_support", "prevention_plan_written")


def lines_of(decision):
    return {line.code: line.state for line in decision.reasons if line.code in LINES}


def said_of(cast):
    """What the rules in force say of Jo's two lines today."""
    standing = standings_of([cast.episode], NOON.date(), NUMBERS)[cast.episode.pk]
    found = lines_of(suggest(standing, NUMBERS))
    return found["sober_support"], found["prevention_plan_written"]


def placed(cast, **facts):
    """Jo's episode began with a placement that says this."""
    at = NOON - timedelta(days=21)
    cast.episode.placement = Placement.objects.create(
        client=cast.jo.row, site=cast.site, assessor=cast.dana.row, facts=facts, assessed_at=at,
        provided_level="2.1", indicated_level="2.1", decided_at=at, decided_by=cast.dana.row,
    )  # fmt: skip
    cast.episode.save()


def told(cast, question, value, days_ago=20):
    at = NOON - timedelta(days=days_ago)
    Answer.objects.create(
        client=cast.jo.row, site=cast.site, question=question, value=sealed(value),
        origin="assessment", answered_at=at, kept_at=at,
    )  # fmt: skip


def own_plan(cast, *people, is_signed=True):
    parts = {code: (Line("x"),) for code in ("triggers", "signs", "helps")}
    about = {"actor": cast.jo.actor, "now": NOON}
    plan = days.keep_prevention_plan(
        **about, client_id=cast.jo.pk, parts=parts | {"people": tuple(map(Line, people))}
    )
    if is_signed:
        digest = content_hash(parts_of(plan.parts))
        days.sign_prevention_plan(**about, plan_id=plan.pk, read_hash=digest)


def flagged(cast):
    consents.raise_safety_flag(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, now=NOON
    )


def test_a_relative_on_file_says_nothing(tuesday):
    """Kim is on file: that is no support, flagged or not."""
    placed(tuesday)
    assert Contact.objects.unscoped("test").filter(client=tuesday.jo.pk, kind="family").exists()
    assert said_of(tuesday)[0] is State.UNKNOWN
    flagged(tuesday)
    assert said_of(tuesday)[0] is State.UNKNOWN


@pytest.mark.parametrize(("there", "state"), [(True, State.MET), (False, State.NOT_MET)])
def test_the_placement_may_say_it(tuesday, there, state):
    placed(tuesday, sober_support=there)
    assert said_of(tuesday)[0] is state


def test_a_yes_without_a_name_may_mean_who_is_flagged(tuesday):
    placed(tuesday, sober_support=True)
    flagged(tuesday)
    assert said_of(tuesday)[0] is State.UNKNOWN


def test_the_interview_may_say_it_by_name(tuesday):
    """Somebody named as sober counts also while another is flagged; the flagged one never does."""
    placed(tuesday)
    flagged(tuesday)
    kim = {"name": "Kim (mother)", "sober": "yes"}
    told(tuesday, "supports.people", [kim, {"name": "Lou", "sober": "unsure"}])
    assert said_of(tuesday)[0] is State.UNKNOWN
    told(tuesday, "supports.people", [kim, {"name": "Rosa", "sober": "yes"}])
    assert said_of(tuesday)[0] is State.MET


def test_the_interview_may_say_no(tuesday):
    placed(tuesday, sober_support=True)
    told(tuesday, "supports.sober", "no")
    assert said_of(tuesday)[0] is State.NOT_MET
    own_plan(tuesday, "Rosa")
    assert said_of(tuesday)[0] is State.MET


def test_a_visitor_who_is_kept_away_supports_nobody(tuesday):
    placed(tuesday)
    own_plan(tuesday, "Sam")
    assert said_of(tuesday)[0] is State.MET
    conduct.restrict_contact(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, between="contact", reach="group",
        starts_on=NOON.date(), review_on=NOON.date() + timedelta(days=30), reason="Asked for it.",
        visitor="Sam Avery", now=NOON,
    )  # fmt: skip
    assert said_of(tuesday)[0] is State.UNKNOWN


def test_a_plan_of_ones_own_is_a_written_plan(tuesday):
    """A draft is none; the one that somebody made theirs is, with no objective met."""
    placed(tuesday)
    own_plan(tuesday, "Rosa", is_signed=False)
    assert said_of(tuesday) == (State.UNKNOWN, State.UNKNOWN)
    draft = {"actor": tuesday.jo.actor, "now": NOON}
    plan = days.keep_prevention_plan(
        **draft, client_id=tuesday.jo.pk, expected_version=1,
        parts={code: (Line("x"),) for code in ("triggers", "signs", "helps", "people")},
    )  # fmt: skip
    days.sign_prevention_plan(
        **draft, plan_id=plan.pk, read_hash=content_hash(parts_of(plan.parts))
    )
    assert said_of(tuesday)[1] is State.MET


def test_what_a_signed_review_found_written_stays_written(tuesday, card):
    assert said_of(tuesday)[1] is State.UNKNOWN
    actions.decide_review(
        actor=tuesday.dana.actor, review_id=card.pk, outcome="step_down", now=NOON,
        reason="Ready.", client_view="Ready too.", to_phase_id=tuesday.phases["late"].pk,
        has_prevention_plan=True, first_appointment_at=SOON, authenticated_at=NOON,
        receiving_program="Here", confirmed_by="Here",
    )  # fmt: skip
    assert said_of(tuesday)[1] is State.MET


def test_the_card_keeps_what_was_known_and_by_which_rules(tuesday):
    """The decision names the set that read it so; an older card is replayed as it was."""
    placed(tuesday, sober_support=True)
    opened = actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON)
    kept = next(card for card in opened if card.client_id == tuesday.jo.pk)
    assert kept.suggestion["rule_set"] == "step-4"
    assert facts_from(kept.facts)[0].support_said is True


OLD, NEW = {"has_sober_support": True}, {"support_said": True}


@pytest.mark.parametrize(
    ("changes", "third", "fourth"),
    [
        ({}, State.MET, State.UNKNOWN),
        ({"has_sober_support": None} | NEW, State.UNKNOWN, State.MET),
        ({"support_said": False}, State.MET, State.NOT_MET),
    ],
)
def test_the_line_of_support_in_both_sets(changes, third, fourth):
    """On file for the third set, said for the fourth; facts that do not hold it leave it open."""
    standing = replace(READY, **OLD | changes)
    for code, state in (("step-3", third), ("step-4", fourth)):
        assert lines_of(RULE_SETS[code].suggest(standing, NUMBERS))["sober_support"] is state


@pytest.mark.parametrize(
    ("objective", "stands", "expected"),
    [
        (None, None, State.UNKNOWN),
        (True, None, State.MET),
        (None, True, State.MET),
        (False, True, State.MET),
        (False, None, State.NOT_MET),
    ],
)
def test_the_line_of_the_plan_in_the_fourth_set(objective, stands, expected):
    standing = replace(READY, has_prevention_plan=objective, plan_stands=stands)
    assert lines_of(suggest(standing, NUMBERS))["prevention_plan_written"] is expected


def test_older_facts_are_read_by_the_fourth_set():
    kept = facts_json(READY, NUMBERS)
    del kept["standing"]["support_said"], kept["standing"]["plan_stands"]
    standing, numbers = facts_from(kept)
    assert lines_of(RULE_SETS["step-4"].suggest(standing, numbers)) == {
        "sober_support": State.UNKNOWN, "prevention_plan_written": State.MET,
    }  # fmt: skip
