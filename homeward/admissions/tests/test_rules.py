"""The tables of the way in: moves, priority, age, admission."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from homeward.admissions.models import Inquiry
from homeward.admissions.rules.admission import AdmissionCase, may_admit, stopping
from homeward.admissions.rules.age import age_on, old_enough
from homeward.admissions.rules.pipeline import MOVES, is_ended, is_legal
from homeward.admissions.rules.priority import PriorityNumbers, Request, priority_of
from homeward.kernel.reasons import Source, State

TEN = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
LIMIT = Source("minimum_age", "Youngest age", "default")
READY = AdmissionCase(
    age=34, minimum_age=18, age_source=LIMIT, provided_level="2.1", is_decided=True,
    program_levels=("2.1", "1"), holds=(), has_treatment_consent=True, has_tpo_consent=True,
    has_open_episode=False, has_withdrawal_screen=True, has_suicide_screen=True,
    has_interim_plan=True,
)  # fmt: skip


def test_every_state_has_its_moves() -> None:
    """The table and the model know the same states; every move leads to one of them."""
    assert set(MOVES) == set(Inquiry.State.values)
    assert all(set(after) <= set(MOVES) for after in MOVES.values())


@pytest.mark.parametrize(
    ("old", "new", "legal"),
    [
        ("inquiry", "contacted", True),
        ("inquiry", "admitted", False),
        ("placed", "admitted", True),
        ("wait_listed", "admitted", True),
        ("assessed", "admitted", False),
        ("assessment_scheduled", "screened", True),
        ("lost", "contacted", False),
        ("admitted", "lost", False),
        ("unheard_of", "lost", False),
    ],
)
def test_an_inquiry_moves_only_where_the_table_says(old: str, new: str, legal: bool) -> None:
    """No admission without a placement; an ending is final."""
    assert is_legal(old, new) is legal


def test_every_state_that_is_not_over_can_end() -> None:
    """Nobody gets stuck on the list."""
    assert all(is_ended(state) or is_legal(state, "lost") for state in MOVES)


@pytest.mark.parametrize(
    ("pregnant", "injects", "outcome", "rank", "interim", "admit"),
    [
        (
            True,
            True,
            "pregnant_and_injecting",
            0,
            "2026-11-26T16:00:00+00:00",
            "2026-12-08T16:00:00+00:00",
        ),
        (True, False, "pregnant", 1, "2026-11-26T16:00:00+00:00", None),
        (False, True, "injecting", 2, "2026-11-26T16:00:00+00:00", "2026-12-08T16:00:00+00:00"),
        (False, False, "ordinary", 3, None, None),
        (None, None, "ordinary", 3, None, None),
        (None, True, "injecting", 2, "2026-11-26T16:00:00+00:00", "2026-12-08T16:00:00+00:00"),
    ],
)
def test_priority_follows_the_law(
    pregnant: bool | None, injects: bool | None, outcome: str, rank: int, interim: str, admit: str
) -> None:
    """45 CFR 96.126 and 96.131; an unknown answer gives no priority and is seen as unknown."""
    request = Request(first_request_at=TEN, is_pregnant=pregnant, injects=injects)
    decision = priority_of(request, PriorityNumbers())
    assert decision.outcome == outcome
    assert dict(decision.extras) == {"rank": rank, "interim_by": interim, "admit_by": admit}
    unknown = {line.code for line in decision.lines(State.UNKNOWN)} - {"interim_services_begun"}
    assert unknown == {c for c, v in (("is_pregnant", pregnant), ("injects", injects)) if v is None}


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 11, 24), date(2026, 11, 24), 18),
        (date(2008, 11, 25), date(2026, 11, 24), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_age_is_counted_in_whole_years(born: date, day: date, age: int) -> None:
    """The birthday itself counts."""
    assert age_on(born, day) == age
    gate = old_enough(born, day, minimum_years=18, source=LIMIT)
    assert gate.outcome == ("yes" if age >= 18 else "no")


@pytest.mark.parametrize(
    ("change", "stops"),
    [
        ({}, ()),
        ({"age": 17}, ("old_enough",)),
        (
            {"is_decided": False, "provided_level": ""},
            ("placement_decided", "level_is_provided_here"),
        ),
        ({"provided_level": "3.5"}, ("level_is_provided_here",)),
        ({"holds": ({"code": "repeat_ciwa_ar"},)}, ("no_open_hold",)),
        ({"holds": ({"code": "medical_red_flag", "ref": "x"},)}, ("no_open_hold",)),
        ({"has_treatment_consent": False}, ("treatment_consent_signed",)),
        ({"has_withdrawal_screen": False}, ("withdrawal_screen_done",)),
        ({"has_suicide_screen": False}, ("suicide_screen_done",)),
        ({"has_interim_plan": False}, ("interim_plan_ready",)),
        ({"benefits_answered": False}, ()),
        ({"naloxone_answered": False, "opioid_medication_answered": False}, ()),
        ({"has_open_episode": True}, ("no_open_episode",)),
        ({"has_tpo_consent": False}, ()),
        ({"caseload": 15, "caseload_limit": 15}, ()),
    ],
)
def test_admission_needs_every_line_but_the_warnings(
    change: dict[str, object], stops: tuple[str, ...]
) -> None:
    """A missing payment consent and a full caseload warn; they never stop care."""
    decision = may_admit(replace(READY, **change))  # type: ignore[arg-type]
    assert stopping(decision) == stops
    assert decision.outcome == ("not_yet" if stops else "admit")
