"""The honest count: what is right, what chance would do, and what may be said."""

import gzip
from dataclasses import replace

import pytest

from homeward.cli.bench.signalling import ctn
from homeward.program.rules.defaults import NUMBERS, safe_number
from homeward.retention.figures import measured
from homeward.retention.rules.course import RULE_SET, VERSION, SignalNumbers
from homeward.retention.rules.measuring import Leaving, Lived, Look, measure, verdict_of

N = SignalNumbers.of({code: safe_number(code) for code in NUMBERS})


@pytest.mark.parametrize(
    ("looks", "low", "high", "verdict"),
    [
        (100, 1.1, 2.0, "better"),
        (100, 1.0, 2.0, "no_better"),
        (100, 0.5, 1.4, "no_better"),
        (100, 0.2, 0.9, "rarer"),
        (10, 3.0, 9.0, "too_few"),
        (100, None, None, "too_few"),
    ],
)
def test_what_an_interval_allows_to_say(looks, low, high, verdict):
    assert verdict_of(looks, low, high) == verdict


def people(raised_when_leaving, raised_otherwise, count=60):
    """Every third one leaves after the second week."""
    made = []
    for number in range(count):
        leaves = number % 3 == 0
        looks = []
        for week in (1, 2):
            up = raised_when_leaving(number) if leaves and week == 2 else raised_otherwise(number)
            looks.append(Look(week, True, leaves and week == 2, frozenset({"x"} if up else ())))
        leaving = Leaving(14, 28, {"x": [13] if raised_when_leaving(number) else []})
        made.append(Lived(tuple(looks), leaving if leaves else None))
    return made


def test_a_signal_that_knows_is_better_than_chance():
    found = measure(people(lambda n: True, lambda n: n % 10 == 0), ["x"], seed=1, draws=200)
    signal = found["signals"]["x"]
    assert (found["people"], found["looks"], found["left"]) == (60, 120, 20)
    assert signal["verdict"] == "better"
    assert signal["recall"] == signal["recall_while_coming"] == 1.0
    assert signal["lead_days"] == [15, 15, 15]
    assert signal["precision"] > signal["chance"]


def test_a_signal_that_falls_anywhere_is_no_better_than_chance():
    found = measure(people(lambda n: n % 2 == 0, lambda n: n % 2 == 0), ["x"], seed=1, draws=200)
    signal = found["signals"]["x"]
    assert signal["verdict"] == "no_better"
    assert signal["low"] <= 1 <= signal["high"]


def test_the_week_of_care_is_no_merit_of_a_signal():
    """People leave in week two; a signal that is up for everybody in week two knows nothing."""
    made = [
        Lived(tuple(
            Look(each.week, True, each.left, frozenset({"x"} if each.week == 2 else ()))
            for each in one.looks
        ))
        for one in people(lambda n: True, lambda n: False)
    ]  # fmt: skip
    signal = measure(made, ["x"], seed=1, draws=100)["signals"]["x"]
    assert signal["lift"] == 1.0
    assert signal["verdict"] == "no_better"


def test_the_same_seed_gives_the_same_figures():
    made = people(lambda n: n % 2 == 0, lambda n: n % 5 == 0)
    assert measure(made, ["x"], seed=3, draws=50) == measure(made, ["x"], seed=3, draws=50)


def write(folder, name, text):
    (folder / f"ctn0094_{name}.csv.gz").write_bytes(gzip.compress(text.encode()))


def test_public_visits_become_weeks(tmp_path):
    """Kept weeks come from kept visits alone; a week without one is missed, noted or not."""
    write(tmp_path, "everybody", "who,project\n1,27\n2,30\n")
    write(tmp_path, "randomization", "who,treatment,which,when\n1,x,1,5.0\n2,x,1,0.0\n1,x,2,9.0\n")
    kept = "".join(f"1,WK{n},visit,{5 + 7 * n}.0\n" for n in (1, 2, 3, 5, 6))
    write(tmp_path, "visit", f"who,visit,what,when\n{kept}1,WK7,no visit,\n1,WK8,MISSING,\n")
    write(tmp_path, "uds", "who,what,when\n1,Opioid,40.0\n1,Thc,12.0\n")
    (lived,) = ctn.people_of(tmp_path, N)
    assert ctn.is_here(tmp_path)
    by_week = {look.week: look for look in lived.looks}
    assert [week for week, look in by_week.items() if look.came] == [1, 2, 3, 5, 6]
    assert by_week[4].raised == {"missed_test"}
    assert by_week[5].raised == {"positive_after_negatives"}
    assert by_week[8].raised == {"missed_test", "two_absences"}
    assert [week for week, look in by_week.items() if look.left] == [6, 7, 8, 9]
    assert lived.leaving is not None
    assert (lived.leaving.last_day, lived.leaving.lost_day) == (42, 70)


def test_the_tables_about_who_somebody_is_are_never_opened():
    assert set(ctn.TABLES) == {"everybody", "randomization", "visit", "uds"}


def test_the_kept_figures_are_those_of_the_rules_in_force():
    found = measured()
    assert found is not None
    assert found.is_of_these_rules(N)
    assert not found.is_of_these_rules(replace(N, absences=3))
    assert (found.rule_set, found.version) == (RULE_SET, VERSION)
    assert {each.code for each in found.histories} == {"story", "ctn0094"}
    for history in found.histories:
        for each in history.signals:
            assert each.verdict == verdict_of(each.looks, each.low, each.high)
