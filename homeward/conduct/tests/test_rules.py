"""The rules as tables: the ladder, appeals, searches, restrictions, wording, visitors, dress."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.conduct.rules.appeals import Appealed, may_appeal, may_hear
from homeward.conduct.rules.dress import is_exempt
from homeward.conduct.rules.events import CLINICAL, CONDUCT, EVENT_KINDS
from homeward.conduct.rules.ladder import (
    CARE_STEPS,
    RUNGS,
    Proposed,
    TakenStep,
    may_take,
    next_rung,
)
from homeward.conduct.rules.restrictions import Wanted, holds_on, may_restrict
from homeward.conduct.rules.searching import (
    MAY_BECOME,
    NEVER_RETURNED,
    PLACES,
    WAYS,
    Asked,
    may_become,
    may_search,
)
from homeward.conduct.rules.visiting import is_place, same_person
from homeward.conduct.rules.wording import faults_between, read_rules
from homeward.kernel.reasons import State

TODAY = date(2026, 11, 24)
LATE, THREAT, USE = (EVENT_KINDS[code] for code in ("late_or_left", "threat", "substance_use"))
GROUND = "He threatened to wait for her outside tonight."


def taken(rung: str, days: int = 3, heard: bool = True, **more: bool) -> TakenStep:
    """A step so many days ago."""
    return TakenStep(
        ref=rung, rung=rung, on=TODAY - timedelta(days=days), client_heard=heard, **more
    )


def proposed(rung: str, **more: object) -> Proposed:
    """A step proposed today, with two of staff and one in charge."""
    return Proposed(rung=rung, on=TODAY, **{"staff_count": 2, "in_charge": True, **more})  # type: ignore[arg-type]


def unmet(decision: object) -> list[str]:
    """The codes that stand in the way."""
    return [line.code for line in decision.lines(State.NOT_MET)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "step", "before", "missing"),
    [
        (LATE, proposed("conversation"), [], []),
        (LATE, proposed("written_agreement"), [], ["ladder_one_rung_at_a_time",
                                                   "ladder_event_endangers"]),
        (LATE, proposed("written_agreement"), [taken("conversation")], []),
        (LATE, proposed("written_agreement"), [taken("conversation", heard=False)],
         ["ladder_client_was_heard"]),
        (LATE, proposed("written_agreement"), [taken("conversation", days=91)],
         ["ladder_one_rung_at_a_time", "ladder_event_endangers"]),
        (LATE, proposed("written_agreement"), [taken("conversation", was_set_aside=True)],
         ["ladder_one_rung_at_a_time", "ladder_event_endangers"]),
        (LATE, proposed("behavior_contract"), [taken("written_agreement", appeal_open=True)],
         ["ladder_no_open_appeal"]),
        (LATE, proposed("conversation"), [taken("behavior_contract")], []),
        (LATE, proposed("team_review", staff_count=1), [taken("behavior_contract")],
         ["ladder_two_of_staff"]),
        (LATE, proposed("team_review", in_charge=False), [taken("behavior_contract")],
         ["ladder_one_in_charge"]),
        (LATE, proposed("team_review", safety_ground=GROUND), [],
         ["ladder_one_rung_at_a_time", "ladder_event_endangers"]),
        (THREAT, proposed("team_review"), [], ["ladder_one_rung_at_a_time"]),
        (THREAT, proposed("team_review", safety_ground="danger"), [], ["ladder_ground_stated"]),
        (THREAT, proposed("team_review", safety_ground=GROUND), [], []),
        (LATE, proposed("test_frequency"), [], ["ladder_step_answers_conduct"]),
        (USE, proposed("level_review"), [], []),
    ],
)  # fmt: skip
def test_the_ladder_is_climbed_one_rung_at_a_time(
    kind: object, step: Proposed, before: list[TakenStep], missing: list[str]
) -> None:
    """Each rung asks for the one before; a safety ground passes rungs after a grave event only."""
    decision = may_take(kind, step, before, 90)  # type: ignore[arg-type]
    assert unmet(decision) == missing
    assert decision.outcome == ("refuse" if missing else "allow")


@settings(deadline=None, max_examples=150)
@given(
    kind=st.sampled_from([kind for kind in EVENT_KINDS.values() if kind.ladder == CLINICAL]),
    rung=st.sampled_from(RUNGS),
    before=st.lists(st.sampled_from(RUNGS).map(taken), max_size=4),
    ground=st.sampled_from(["", GROUND]),
)
def test_use_alone_climbs_no_rung_of_conduct(
    kind: object, rung: str, before: list[TakenStep], ground: str
) -> None:
    """Whatever was taken before and whatever ground is stated."""
    decision = may_take(kind, proposed(rung, safety_ground=ground), before, 90)  # type: ignore[arg-type]
    assert unmet(decision) == ["ladder_use_alone_is_clinical"]


@settings(deadline=None, max_examples=150)
@given(before=st.lists(st.builds(taken, st.sampled_from(RUNGS), st.integers(0, 120)), max_size=5))
def test_the_rung_that_follows_is_always_allowed_once_heard(before: list[TakenStep]) -> None:
    """What the page offers as the next step is never refused for its place."""
    rung = next_rung(before, TODAY, 90)
    assert "ladder_one_rung_at_a_time" not in unmet(may_take(LATE, proposed(rung), before, 90))


def test_every_kind_has_a_ladder_and_care_is_no_rung() -> None:
    """No kind stands outside both ladders, and no code is on both."""
    assert {kind.ladder for kind in EVENT_KINDS.values()} == {CONDUCT, CLINICAL}
    assert not set(RUNGS) & set(CARE_STEPS)
    assert not any(kind.is_grave for kind in EVENT_KINDS.values() if kind.ladder == CLINICAL)


@pytest.mark.parametrize(
    ("step", "days", "missing"),
    [
        (Appealed(step_on=TODAY, decided_by=("a",)), 10, []),
        (Appealed(step_on=TODAY - timedelta(days=10), decided_by=("a",)), 10, []),
        (Appealed(step_on=TODAY - timedelta(days=11), decided_by=("a",)), 10, ["appeal_in_time"]),
        (Appealed(step_on=TODAY, decided_by=("a",), has_appeal=True), 10,
         ["appeal_not_filed_before"]),
        (Appealed(step_on=TODAY, decided_by=("a",), can_be_appealed=False), 10,
         ["appeal_step_can_be"]),
    ],
)  # fmt: skip
def test_an_appeal_is_filed_once_and_in_time(step: Appealed, days: int, missing: list[str]) -> None:
    """The last day counts; the day after does not."""
    assert unmet(may_appeal(step, TODAY, days)) == missing


@pytest.mark.parametrize(
    ("hearer", "is_in_charge", "missing"),
    [
        ("dina", True, []),
        ("ruth", False, ["appeal_hearer_in_charge"]),
        ("dana", True, ["appeal_hearer_did_not_decide"]),
        ("sam", True, ["appeal_hearer_did_not_decide"]),
        ("tess", True, ["appeal_hearer_did_not_write_event"]),
        ("lee", True, ["appeal_hearer_did_not_file"]),
    ],
)
def test_who_had_a_part_never_hears_the_appeal(
    hearer: str, is_in_charge: bool, missing: list[str]
) -> None:
    """Not who took the step, sat in the review, or wrote the event or the appeal down."""
    step = Appealed(step_on=TODAY, decided_by=("dana", "sam"), event_by="tess", filed_by="lee")
    assert unmet(may_hear(step, hearer, is_in_charge=is_in_charge)) == missing


GOOD = {
    "has_written_consent": True, "agrees_now": True, "first": "a", "second": "b",
    "places": ("bag",), "ground": "everyone_today",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"has_written_consent": False}, ["search_has_written_consent"]),
        ({"agrees_now": False}, ["search_agreed_today"]),
        ({"second": ""}, ["search_two_of_staff"]),
        ({"second": "a"}, ["search_two_of_staff"]),
        ({"places": ()}, ["search_belongings_only"]),
        ({"places": ("bag", "body")}, ["search_belongings_only"]),
        ({"ground": ""}, ["search_has_ground"]),
    ],
)
def test_belongings_are_searched_by_two_with_consent(
    change: dict[str, object], missing: list[str]
) -> None:
    """One missing thing refuses the search and is named."""
    assert unmet(may_search(Asked(**{**GOOD, **change}))) == missing  # type: ignore[arg-type]
    assert not {"body", "clothing_worn", "shoes_worn"} & set(PLACES)


def test_what_is_found_ends_in_a_lawful_way_before_enough_people() -> None:
    """Every kind by every way; drugs never go back, and two watch what is destroyed."""
    for kind, ways in MAY_BECOME.items():
        for way in WAYS:
            decision = may_become(kind, way, by="a", witnesses=("b", "c"))
            assert (decision.outcome == "allow") == (way in ways), (kind, way)
        assert not (kind in NEVER_RETURNED and "returned_on_leaving" in ways)
    assert unmet(may_become("drug", "destroyed_witnessed", by="a", witnesses=("b",))) == [
        "found_enough_witnesses"
    ]
    assert unmet(may_become("drug", "destroyed_witnessed", by="a", witnesses=("a", "b"))) == [
        "found_enough_witnesses"
    ]
    for way in WAYS:
        kept_away = "found_safety_medicine_stays" in unmet(
            may_become("safety_medicine", way, by="a", witnesses=("b", "c"))
        )
        assert kept_away == (way != "stays_with_person"), way
    assert not unmet(may_become("sharp_or_tool", "returned_on_leaving", by="a", witnesses=("b",)))
    assert "found_never_returned" in unmet(
        may_become("drug", "returned_on_leaving", by="a", witnesses=("b", "c"))
    )


def test_a_restriction_has_a_reason_and_an_end() -> None:
    """Review within the program's number; nothing without a reason or against oneself."""
    good = {
        "between": "clients", "reach": "group", "starts_on": TODAY,
        "review_on": TODAY + timedelta(days=60), "reason": "She asked for it after Tuesday.",
    }  # fmt: skip
    assert not unmet(may_restrict(Wanted(**good), TODAY, 60))  # type: ignore[arg-type]
    for change, code in (
        ({"review_on": TODAY + timedelta(days=61)}, "restriction_review_soon_enough"),
        ({"reason": "asked"}, "restriction_has_reason"),
        ({"is_same_person": True}, "restriction_two_people"),
        ({"review_on": TODAY, "starts_on": TODAY - timedelta(days=1)}, "restriction_review_ahead"),
    ):
        assert code in unmet(may_restrict(Wanted(**{**good, **change}), TODAY, 60))  # type: ignore[arg-type]
    review = TODAY + timedelta(days=7)
    assert holds_on(TODAY, review, None, review - timedelta(days=1))
    assert not holds_on(TODAY, review, None, review)
    assert not holds_on(TODAY, review, TODAY, TODAY)


@pytest.mark.parametrize(
    ("text", "may_stand"),
    [
        ("", True),
        ("Lind Plumbing", True),
        ("County health", True),
        ("State college", True),
        ("FedEx", True),
        ("Jo Avery", False),
        ("jo avery", False),
        ("Zed Quux", False),
        ("Friend of Jo Avery company", False),
        ("Her son's school", False),
        ("HW-00001", False),
        ("Agency for hw00001", False),
        ("Office, born 3/4/1990", False),
    ],
)
def test_where_a_visitor_comes_from_is_a_place(text: str, may_stand: bool) -> None:
    """Decided by the words alone: a client's name and anybody's read the same."""
    assert is_place(text) is may_stand


def test_two_written_names_may_be_one_person() -> None:
    """First and last name, whatever stands between and however it is typed."""
    assert same_person("kim  AVERY", "Kim Lee Avery")
    assert not same_person("Kim Avery", "Tim Avery")
    assert not same_person("", "")


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        ("Asked to take the hijab off", True),
        ("Turbans are hats", True),
        ("Shirt with a beer label", False),
        ("Cap on in group, took it off", False),
    ],
)
def test_religious_headwear_is_exempt(text: str, exempt: bool) -> None:
    """Whatever the rule of dress says."""
    assert is_exempt(text) is exempt


def test_the_text_of_the_rules_is_read_or_its_faults_are_said() -> None:
    """Every line lands somewhere, and what is wrong is named with its place."""
    text = read_rules("# Rules\n## We agree\n[phones] Phones away.\nBe kind.\n")
    assert text.by_code == {"phones": "Phones away."}
    assert [line.words for line in text.sections[0].lines] == ["Phones away.", "Be kind."]
    assert text.faults == ()
    bad = read_rules("lost\n# A\n# B\n## Empty\n## C\n[phones] One.\n[phones] Two.\n[Bad!] x\n")
    assert [code for code, _where in bad.faults] == [
        "rules_line_before_heading", "rules_code_twice", "rules_code_unreadable",
        "rules_two_titles", "rules_section_empty",
    ]  # fmt: skip
    other = read_rules("# R\n## A\n[sharps] No knives.\n")
    assert faults_between(text, other) == (
        ("rules_only_in_one_language", "phones"), ("rules_only_in_one_language", "sharps"),
    )  # fmt: skip
