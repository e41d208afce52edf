"""Crisis paths step by step, what may be reported, what a safety plan needs: as tables."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from homeward.incidents.rules.kinds import LEAST
from homeward.kernel.bad_input import BadInput
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source, State
from homeward.safety.rules.duty_to_report import SAYING, Matter, Told, Way, may_report
from homeward.safety.rules.path import Stamp, becomes, standing, with_numbers
from homeward.safety.rules.plan import Line, line_from, problems, review_on, trimmed
from homeward.safety.rules.reading_path import document_of, path_from
from homeward.safety.shipped import ORDER, shipped

TEN = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


def walk(code, *pressed, now=None):
    """Press answers a minute apart; where that leads."""
    path = shipped()[code]
    stamps = [
        Stamp(step, answer, TEN + timedelta(minutes=number))
        for number, (step, answer) in enumerate(pressed)
    ]
    stands = standing(path, stamps, TEN, now or TEN + timedelta(minutes=len(pressed)))
    return path, stands


OVERDOSE = (("wake", "no_answer"), ("call_911", "called"), ("first_dose", "given"))
BREATHING = (*OVERDOSE, ("breathe", "breathing_for"))
ACTED = (("stay", "here"), ("ask", "acted"), ("call_911", "called"))
PLAN = (("stay", "here"), ("ask", "plan"))
CALMER = (("room", "moved"), ("weapon", "no"), ("talk", "calmer"))
NO_KIT = (*OVERDOSE[:2], ("first_dose", "no_kit"), ("breathe_alone", "breathing_for"))


@pytest.mark.parametrize(
    "code, pressed, next_step, ends",
    [
        ("overdose", (), "wake", ""),
        ("overdose", OVERDOSE, "breathe", ""),
        ("overdose", (*OVERDOSE, ("breathe", "breathing_for")), "second_dose", ""),
        ("overdose", (*OVERDOSE, ("breathe", "breathes")), "side", ""),
        ("overdose", (*BREATHING, ("second_dose", "given")), "go_on", ""),
        ("overdose", (*BREATHING, ("second_dose", "no_kit")), "go_on", ""),
        ("overdose", (*BREATHING, ("second_dose", "breathes")), "side", ""),
        ("overdose", (*BREATHING, ("second_dose", "given"), ("go_on", "breathes")), "side", ""),
        ("overdose", (*BREATHING, ("second_dose", "given"), ("go_on", "taken")), None, "hospital"),
        ("overdose", (*BREATHING, ("second_dose", "no_kit"), ("go_on", "died")), None, "died"),
        ("overdose", (*OVERDOSE[:2], ("first_dose", "drowsy")), "watch", ""),
        (
            "overdose",
            (*OVERDOSE[:2], ("first_dose", "drowsy"), ("watch", "worse")),
            "late_dose",
            "",
        ),
        ("overdose", NO_KIT[:3], "breathe_alone", ""),
        ("overdose", NO_KIT, "late_dose", ""),
        ("overdose", (*NO_KIT, ("late_dose", "given")), "go_on", ""),
        ("overdose", (*NO_KIT, ("late_dose", "no_kit")), "go_on", ""),
        ("suicide_risk", (("stay", "here"), ("ask", "acted")), "call_911", ""),
        ("suicide_risk", (("stay", "here"), ("ask", "plan")), "means", ""),
        ("suicide_risk", (("stay", "here"), ("ask", "thoughts")), "clinician", ""),
        ("suicide_risk", ACTED, "until_help", ""),
        ("suicide_risk", (*ACTED, ("until_help", "taken")), None, "hospital"),
        ("suicide_risk", (*ACTED, ("until_help", "no_wake")), "first_aid", ""),
        ("suicide_risk", (*ACTED, ("until_help", "declined")), "means", ""),
        ("suicide_risk", (*PLAN, ("means", "away")), "clinician", ""),
        ("suicide_risk", (*PLAN, ("means", "at_home")), "clinician", ""),
        ("suicide_risk", (*PLAN, ("means", "refuses")), "call_911_means", ""),
        (
            "suicide_risk",
            (*PLAN, ("means", "refuses"), ("call_911_means", "called")),
            "clinician",
            "",
        ),
        ("violence", (("room", "got_out"),), "police", ""),
        ("violence", (("room", "moved"), ("weapon", "yes")), "police", ""),
        ("leaving_impaired", (("slow", "going"),), "driving", ""),
        ("leaving_impaired", (("slow", "going"), ("driving", "drives")), "road", ""),
        (
            "leaving_impaired",
            (("slow", "going"), ("driving", "no_car"), ("ride", "fetched")),
            None,
            "safe_ride",
        ),
    ],
)
def test_an_answer_leads_to_one_step(code, pressed, next_step, ends):
    _path, stands = walk(code, *pressed)
    assert (stands.step.code if stands.step else None, stands.ends) == (next_step, ends)


@pytest.mark.parametrize("minutes, from_minutes", [(5, 5), (15, 10), (30, 10)])
def test_the_ride_is_due_by_the_programs_own_minutes(minutes, from_minutes):
    path = with_numbers(shipped()["leaving_impaired"], {"intoxicated_safety_minutes": minutes})
    pressed = [("slow", "going"), ("driving", "no_car")]
    stamps = [Stamp(step, answer, TEN) for step, answer in pressed]
    clock = standing(path, stamps, TEN, TEN).clock
    assert clock.due_at == TEN + timedelta(minutes=minutes)
    assert clock.from_at == TEN + timedelta(minutes=from_minutes)


def test_the_second_dose_runs_from_two_to_three_minutes_after_the_first():
    pressed = (*OVERDOSE, ("breathe", "breathing_for"))
    first = TEN + timedelta(minutes=2)
    for seconds, is_due, is_late in ((60, False, False), (125, True, False), (181, True, True)):
        _path, stands = walk("overdose", *pressed, now=first + timedelta(seconds=seconds))
        assert (stands.clock.is_due, stands.clock.is_late) == (is_due, is_late), seconds
        assert stands.clock.due_at == first + timedelta(minutes=3)


@pytest.mark.parametrize(
    "pressed, since",
    [
        (NO_KIT, None),
        ((*NO_KIT, ("late_dose", "no_kit")), None),
        ((*NO_KIT, ("late_dose", "given")), 4),
        ((*BREATHING, ("second_dose", "no_kit")), None),
        ((*BREATHING, ("second_dose", "given")), 4),
    ],
)
def test_a_dose_that_was_not_given_starts_no_clock(pressed, since):
    _path, stands = walk("overdose", *pressed)
    began = stands.clock.since if stands.clock else None
    assert began == (since and TEN + timedelta(minutes=since))


def test_the_first_dose_that_came_late_is_noted_as_the_first():
    _path, stands = walk("overdose", *NO_KIT, ("late_dose", "given"))
    noted = [each.answer.noted for each in stands.done]
    assert noted[-1] == "A first dose of naloxone was given." and "second" not in " ".join(noted)


@pytest.mark.parametrize(
    "change",
    [{"since": "first_dose.maybe"}, {"since": ["second_dose.given", "stay"]}, {"since": "stay"}],
)
def test_a_clock_runs_from_what_lies_behind(change):
    document = document_of(shipped()["overdose"])
    step = next(each for each in document["steps"] if each["code"] == "go_on")
    step["clock"] |= change
    with pytest.raises(BadInput, match="its clock does not run"):
        path_from(document)


@pytest.mark.parametrize(
    "code, pressed, outcome, incident",
    [
        ("overdose", OVERDOSE, "hospital", ("overdose", 3)),
        ("overdose", OVERDOSE, "died", ("death", 4)),
        ("overdose", (("wake", "drowsy"),), "false_alarm", ("", 3)),
        ("suicide_risk", (("stay", "here"), ("ask", "acted")), "hospital", ("suicide_attempt", 3)),
        ("suicide_risk", (("stay", "here"), ("ask", "plan")), "stays", ("suicide_danger", 2)),
        ("suicide_risk", (("stay", "here"), ("ask", "thoughts")), "stays", ("", 2)),
        ("suicide_risk", (*ACTED, ("until_help", "no_wake")), "died", ("death", 4)),
        ("violence", CALMER, "calm", ("threat", 2)),
        ("violence", (*CALMER, ("hurt", "first_aid")), "calm", ("violence", 2)),
        ("suicide_risk", (("stay", "here"), ("ask", "none")), "stays", ("", 2)),
        ("violence", (("room", "moved"), ("weapon", "yes")), "calm", ("violence", 3)),
        ("leaving_impaired", (("slow", "going"),), "drove", ("leaving_impaired", 3)),
    ],
)
def test_what_kind_of_incident_it_becomes(code, pressed, outcome, incident):
    path, stands = walk(code, *pressed)
    assert becomes(path, stands.done, path.outcome(outcome)) == incident


def test_a_call_is_noted_only_by_who_pressed_that_it_was_made():
    for path in shipped().values():
        for step in path.steps:
            for answer in step.answers:
                if "911 was called" in answer.noted:
                    assert "911" in step.call and answer.code in ("called", "by_colleague")


def test_every_shipped_path_is_whole_and_reads_back_as_it_was():
    assert set(shipped()) == set(ORDER)
    for path in shipped().values():
        assert path_from(document_of(path)) == path
        kinds = {path.incident_kind, *(each.incident_kind for each in path.outcomes)}
        kinds |= {answer.incident_kind for step in path.steps for answer in step.answers}
        assert kinds - {None, ""} <= set(LEAST)
        assert any("911" in step.call for step in path.steps)


@pytest.mark.parametrize(
    "change, at",
    [
        ({"steps": []}, "no_steps"),
        ({"outcomes": []}, "no_way_to_call_it_off"),
        ({"colour": "red"}, "colour"),
        ({"severity": 7}, "severity"),
    ],
)
def test_a_faulty_edition_names_its_fault(change, at):
    document = document_of(shipped()["violence"]) | change
    with pytest.raises(BadInput) as fault:
        path_from(document)
    assert at in str(fault.value)


def test_a_path_never_goes_in_circles():
    document = document_of(shipped()["overdose"])
    document["steps"][4]["answers"][0]["then"] = "wake"
    with pytest.raises(BadInput, match="does not lie ahead"):
        path_from(document)


NO, YES, OPEN = False, True, None
# Matter, consent, emergency, order, unnamed -> way, who hears it, where it is written down.
TABLE = [
    (Matter.CHILD_FIRST, OPEN, OPEN, OPEN, OPEN, Way.CHILD_REPORT, "child_protection"),
    (Matter.CHILD_MORE, OPEN, OPEN, OPEN, OPEN, Way.NOTHING_YET, "nobody"),
    (Matter.CHILD_MORE, NO, NO, YES, NO, Way.COURT_ORDER, "named_in_order"),
    (Matter.CRIME_HERE, OPEN, OPEN, OPEN, OPEN, Way.CRIME_REPORT, "police"),
    (Matter.CRIME_STAFF, NO, NO, NO, NO, Way.CRIME_REPORT, "police"),
    (Matter.CRIME_BY_OTHER, OPEN, OPEN, OPEN, OPEN, Way.NOTHING_YET, "nobody"),
    (Matter.CRIME_BY_OTHER, YES, NO, NO, NO, Way.CONSENT, "named_in_consent"),
    (Matter.CRIME_BY_OTHER, NO, NO, NO, YES, Way.UNNAMED, "anybody"),
    (Matter.DEATH, NO, NO, NO, NO, Way.DEATH_REPORT, "death_authority"),
    (Matter.ADULT_ABUSE, OPEN, OPEN, OPEN, OPEN, Way.NOTHING_YET, "nobody"),
    (Matter.ADULT_ABUSE, YES, YES, YES, YES, Way.CONSENT, "named_in_consent"),
    (Matter.ADULT_ABUSE, NO, OPEN, OPEN, YES, Way.UNNAMED, "anybody"),
    (Matter.THREAT_OUTSIDE, NO, YES, NO, YES, Way.EMERGENCY, "medical_personnel"),
    (Matter.THREAT_OUTSIDE, NO, NO, NO, NO, Way.NOTHING_YET, "nobody"),
    (Matter.IMPAIRED_DRIVING, NO, NO, NO, YES, Way.UNNAMED, "anybody"),
    (Matter.IMPAIRED_DRIVING, NO, NO, YES, YES, Way.COURT_ORDER, "named_in_order"),
    (Matter.OTHER, OPEN, OPEN, OPEN, YES, Way.UNNAMED, "anybody"),
]


@pytest.mark.parametrize("matter, consent, emergency, order, unnamed, way, to", TABLE)
def test_what_may_be_reported(matter, consent, emergency, order, unnamed, way, to):
    """Part 2 excepts three reports alone; a state's duty opens no fourth one."""
    decision = may_report(
        Told(matter=matter, has_consent=consent, is_emergency=emergency, has_order=order,
             can_stay_unnamed=unnamed)
    )  # fmt: skip
    assert (decision.outcome, decision.extras["to"]) == (way, to)
    assert all(line.source and line.source.tag == "law" for line in decision.reasons)
    excepted = way in (Way.CHILD_REPORT, Way.CRIME_REPORT, Way.DEATH_REPORT)
    assert (decision.reasons[0].state is State.MET) == excepted


def test_only_the_three_exceptions_and_consent_let_a_name_out():
    naming = {way for way, says in SAYING.items() if "client_name" in says.may}
    assert naming == {Way.CHILD_REPORT, Way.CRIME_REPORT, Way.DEATH_REPORT}
    for way in (Way.UNNAMED, Way.NOTHING_YET):
        assert "is_client" in SAYING[way].never


WHOLE = {code: [Line("x")] for code in ("signs", "alone", "people", "safer")}


@pytest.mark.parametrize(
    "parts, codes",
    [
        (WHOLE, ()),
        ({}, ("plan_needs_signs", "plan_needs_alone", "plan_needs_people", "plan_needs_safer")),
        (WHOLE | {"people": ()}, ("plan_needs_people",)),
        (WHOLE | {"signs": [Line("x")] * 9}, ("plan_line_too_many",)),
        (WHOLE | {"alone": [Line("x" * 161)]}, ("plan_line_too_long",)),
        (WHOLE | {"people": [Line("Sam", "5" * 31)]}, ("plan_number_too_long",)),
        (WHOLE | {"other": [Line("x")]}, ("plan_section_unknown",)),
    ],
)
def test_what_a_plan_needs_before_it_is_agreed_to(parts, codes):
    assert problems(parts) == codes


@pytest.mark.parametrize(
    "typed, line",
    [
        ("Sam, my brother 555-0142", Line("Sam, my brother", "555-0142")),
        ("Dr. Osei: (312) 555 0142", Line("Dr. Osei", "(312) 555 0142")),
        ("Call or text 988", Line("Call or text", "988")),
        ("12 steps by the river", Line("12 steps by the river")),
        ("988", Line("988")),
        ("  walk   the dog ", Line("walk the dog")),
    ],
)
def test_a_number_at_the_end_of_a_line_stands_apart(typed, line):
    assert line_from(typed) == line


def test_empty_lines_go_and_the_day_to_look_again_is_counted():
    assert trimmed({"signs": [Line("  "), Line(" a  b ")], "alone": []}) == {
        "signs": (Line("a b"),)
    }
    thirty = ProgramNumber("d", Decimal(30), "days", Source("x", "x"), date(2026, 1, 1))
    assert review_on(date(2026, 11, 24), thirty) == date(2026, 12, 24)
