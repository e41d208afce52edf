"""Numbers in words, by area, and adopted alone or together."""

from decimal import Decimal

import pytest

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.desk.setup.amounts import in_words
from homeward.desk.setup.forms import DEADLINE, NUMBER, mark_of
from homeward.desk.setup.number_words import AREAS, CLOCKS, DOCUMENTS
from homeward.program.models import Deadline, RuleNumber
from homeward.program.rules.default_deadlines import CLOCK_STARTS, DEADLINES
from homeward.program.rules.defaults import NUMBERS, UNITS
from homeward.testing.cast import LONG_AGO, NOON, Cast

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/setup/numbers/"


@pytest.fixture
def rows(cast: Cast):
    clock.shift_to(NOON)
    source = {"tag": "default", "source_title": "The house", "starts_on": LONG_AGO}
    numbers = [
        RuleNumber.objects.create(program=cast.program, code=code, value=value, unit=unit, **source)
        for code, value, unit in (
            ("iop_min_weekly_minutes", 540, "minutes"),
            ("excused_notice_hours", 2, "hours"),
            ("iop_min_days", 3, "days"),
        )
    ]
    deadline = Deadline.objects.create(
        program=cast.program, document="plan_review", applies_to="level:1",
        clock_start="last_review", limit=90, unit="days", **source,
    )  # fmt: skip
    return [*numbers, deadline]


@pytest.mark.parametrize(
    "value, unit, words",
    [
        ("540", "minutes", "9 h (540 minutes)"),
        ("15", "minutes", "15 minutes"),
        ("1", "days", "1 day"),
        ("80.000", "percent", "80%"),
        ("1.003", "gravity", "1.003"),
        ("2", "business_days", "2 business days"),
        ("3", "count", "3"),
        ("7", "new_unit", "7 new unit"),
    ],
)
def test_amounts_are_said_in_words(value, unit, words):
    assert in_words(Decimal(value), unit) == words


@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_is_shown_as_its_code(unit):
    assert "_" not in in_words(Decimal(5), unit)


def test_every_number_document_and_clock_has_words():
    named = {code for _title, words in AREAS.values() for code in words}

    assert not set(NUMBERS) - named
    assert not set(DEADLINES) - set(DOCUMENTS)
    assert not set(CLOCK_STARTS) - set(CLOCKS)


def test_the_page_says_areas_amounts_and_documents_in_words(cast, rows):
    page = signed_in(cast.dina).get(f"{ADDRESS}?area=all").content.decode()

    assert "Level of care and weekly hours" in page
    assert "9 h (540 minutes)" in page
    assert "Plan review, level 1" in page
    assert "90 days after the last review" in page


def test_one_area_is_shown_at_a_time_with_the_others_beside(cast, rows):
    page = signed_in(cast.dina).get(f"{ADDRESS}?area=notes").content.decode()

    assert "2 hours" in page
    assert "9 h (540 minutes)" not in page
    assert "Level of care and weekly hours" in page


def test_several_are_adopted_in_one_step(cast, rows):
    marks = [mark_of(NUMBER, rows[0]), mark_of(NUMBER, rows[1]), mark_of(DEADLINE, rows[3])]
    browser = signed_in(cast.dina)

    answer = browser.post(f"{ADDRESS}adoption/", {"form_key": new_key(), "chosen": marks})

    assert answer.status_code == 302
    assert RuleNumber.objects.filter(adopted_at=None).count() == 1
    assert Deadline.objects.get().adopted_at is not None
    waiting = browser.get(f"{ADDRESS}?show=waiting&area=all").content.decode()
    assert "Least program days a week" in waiting
    assert "9 h (540 minutes)" not in waiting


def test_nothing_chosen_is_said_and_nothing_adopted(cast, rows):
    answer = signed_in(cast.dina).post(f"{ADDRESS}adoption/", {"form_key": new_key()})

    assert answer.status_code == 422
    assert "Choose at least one line." in answer.content.decode()
    assert not RuleNumber.objects.exclude(adopted_at=None).exists()


def test_a_line_that_changed_meanwhile_stops_all_of_them(cast, rows):
    marks = [mark_of(NUMBER, rows[0]), f"number.{rows[1].pk}.7"]

    answer = signed_in(cast.dina).post(
        f"{ADDRESS}adoption/", {"form_key": new_key(), "chosen": marks}
    )

    assert answer.status_code == 422
    assert not RuleNumber.objects.exclude(adopted_at=None).exists()


def test_who_may_not_adopt_is_refused(cast, rows):
    answer = signed_in(cast.sam).post(
        f"{ADDRESS}adoption/", {"form_key": new_key(), "chosen": [mark_of(NUMBER, rows[0])]}
    )

    assert answer.status_code == 403


@pytest.mark.parametrize("part", ["", "groups", "staff", "curriculum", "nonsense"])
def test_each_part_of_the_setup_opens(cast, part):
    answer = signed_in(cast.dina).get(f"/desk/setup/?part={part}")

    assert answer.status_code == 200
